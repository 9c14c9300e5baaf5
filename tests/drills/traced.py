"""Processes of which each call to the disk is seen, fails, or is their last: by strace."""

import contextlib
import ctypes
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0  # seconds
_ANY_TRACER, _SET_TRACER = ctypes.c_ulong(-1), 0x59616D61
_TRACER = re.compile(r"^TracerPid:\s+([1-9]\d*)$", re.MULTILINE)


def missing() -> str:
    """Say why nothing can be traced here, or nothing when it can."""
    if not sys.platform.startswith("linux"):
        return "strace is there for Linux alone"
    if shutil.which("strace") is None:
        return "strace is not installed"
    ended = subprocess.run(
        ["strace", "-o", "/dev/null", "true"], capture_output=True, check=False, timeout=PATIENCE
    )
    return "" if ended.returncode == 0 else "this system lets no process trace another"


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a process: its exit code, below zero a signal, and what it told."""

    code: int
    told: list[str]
    log: str  # as strace wrote it


def trace(
    work: Callable[[Callable[[str], None]], None],
    paths: Sequence[Path],
    options: Sequence[str],
    log: Path,
) -> Ended:
    """Do some work in a child, with strace at its side; `work` is handed what tells a line."""
    ears, mouth = os.pipe()
    gate, key = os.pipe()
    child = os.fork()
    if not child:
        os.close(key)
        _be_traced(work, mouth, gate)
    os.close(mouth)
    os.close(gate)
    watched = [word for path in paths for word in ("-P", str(path))]
    words = ["strace", "-f", "-qq", *watched, *options, "-o", str(log), "-p", str(child)]
    tracer = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    _wait_for_tracer(child)
    os.write(key, b"!")
    os.close(key)
    told = _read(ears)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    tracer.wait(PATIENCE)
    return Ended(code, told, log.read_text(errors="replace") if log.exists() else "")


def _be_traced(work: Callable[[Callable[[str], None]], None], mouth: int, gate: int) -> None:
    try:
        ctypes.CDLL(None).prctl(_SET_TRACER, _ANY_TRACER, 0, 0, 0)
        os.read(gate, 1)
        work(lambda line: _tell(mouth, line))
    except BaseException as error:  # whatever it is, the parent must hear of it
        os.write(mouth, f"broken {type(error).__name__} {error}\n".replace("\n", " ").encode())
        os._exit(1)
    os._exit(0)


def _tell(mouth: int, line: str) -> None:
    os.write(mouth, f"{line}\n".encode())


def _wait_for_tracer(child: int) -> None:
    end = time.monotonic() + PATIENCE
    status = Path(f"/proc/{child}/status")
    while not _TRACER.search(status.read_text()):
        if time.monotonic() > end:
            raise TimeoutError("strace did not come")
        time.sleep(0.002)


def _read(ears: int) -> list[str]:
    with os.fdopen(ears, encoding="utf-8", errors="replace") as file, contextlib.suppress(OSError):
        return file.read().splitlines()
    return []
