"""A process of its own for what came from outside, with limits; a parser may fail there.

The parent hands over bytes, never a path, and takes back bytes. The child cannot open files or
sockets, start programs, or use more memory and time than given here. Without the `resource`
module (Windows) time and size remain as limits.
"""

import os
import subprocess
import sys
import sysconfig
import threading
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vtdesk.errors import OutsideError

MAX_FILES = 32

_FORBIDDEN = (
    "socket.", "subprocess.", "ctypes.", "shutil.", "pty.", "os.exec", "os.fork", "os.posix_spawn",
    "os.spawn", "os.startfile", "os.system", "os.remove", "os.rename", "os.link", "os.symlink",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may take."""

    seconds: float
    memory: int
    output: int


def command(module: str, *words: str) -> list[str]:
    """Build the command that starts a child; the one place that a frozen program changes."""
    return [sys.executable, "-P", "-s", "-B", "-X", "utf8", "-m", module, *words]


def ask(words: Sequence[str], data: bytes, limits: Limits) -> bytes:
    """Run the child on these bytes; gives what it said, one byte more when that was too much."""
    try:
        child = subprocess.Popen(  # noqa: S603 (our own interpreter, words from a closed list)
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=clean_environment(),
            close_fds=True,
        )
    except OSError as error:
        raise OutsideError(
            "Er kan nu geen bestand worden gelezen. Sluit andere programma's en probeer het "
            "nog eens."
        ) from error
    with child:
        clock = threading.Timer(limits.seconds, child.kill)
        feeder = threading.Thread(target=_feed, args=(child, data), daemon=True)
        clock.start()
        feeder.start()
        try:
            return child.stdout.read(limits.output + 1) if child.stdout else b""
        finally:
            child.kill()  # it has said all it had to say, or too much
            clock.cancel()
            feeder.join()


def clean_environment() -> dict[str, str]:
    """Pass on where the program is and nothing else: no secret, no name, no proxy."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "LC_ALL": "C.UTF-8"}


def limit(limits: Limits) -> None:
    """Give up, for this process, what a parser has no need of."""
    os.umask(0o077)
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, MAX_FILES),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, int(limits.seconds)),
    ):
        resource.setrlimit(what, (most, most))


def lock_in() -> None:
    """Let no call through that opens a file of the user, a socket or a program."""
    allowed = tuple(
        str(place)
        for place in (*zoneinfo.TZPATH, *sysconfig.get_paths().values(), *sys.path)
        if place
    )

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(event)
        if event == "open" and not str(arguments[0]).startswith(allowed):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _feed(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    if child.stdin is None:
        return
    try:
        with child.stdin as pipe:
            pipe.write(data)
    except OSError:
        pass  # it ended before it had read all; its answer says what that means
