"""Reads what came from outside in a process of its own, with limits; a parser may fail there.

The parent hands over bytes, never a path, and takes back JSON. The child cannot open files or
sockets, start programs, or use more memory and time than given here. Without the `resource`
module (Windows) time and size remain as limits.
"""

import json
import os
import subprocess
import sys
import sysconfig
import threading
import zoneinfo
from datetime import date
from pathlib import Path
from typing import Any

from vtdesk.errors import OutsideError
from vtdesk.values.agendapunt import GelezenAgenda

MAX_INPUT = 10 * 1024 * 1024
MAX_OUTPUT = 20 * 1024 * 1024
MAX_SECONDS = 10
MAX_MEMORY = 512 * 1024 * 1024
MAX_FILES = 32

_FORBIDDEN = (
    "socket.", "subprocess.", "ctypes.", "shutil.", "pty.", "os.exec", "os.fork", "os.posix_spawn",
    "os.spawn", "os.startfile", "os.system", "os.remove", "os.rename", "os.link", "os.symlink",
)  # fmt: skip

_UNREADABLE = (
    "Dit bestand kan niet worden gelezen. Exporteer je agenda opnieuw als iCalendar (.ics), "
    "liefst over een kortere periode. Aan je agenda in vtdesk is niets veranderd."
)
_TOO_LARGE = (
    "Dit bestand is groter dan 10 MB. Exporteer een kortere periode, bijvoorbeeld dit jaar."
)


def read_agenda(data: bytes, *, vanaf: date, tot: date) -> GelezenAgenda:
    """Read an .ics file elsewhere; whatever goes wrong comes back as a sentence."""
    if not data.strip(b"\0 \t\r\n"):
        raise OutsideError("Dit bestand is leeg. Exporteer je agenda opnieuw.")
    if len(data) > MAX_INPUT:
        raise OutsideError(_TOO_LARGE)
    answer = _ask(["ics", vanaf.isoformat(), tot.isoformat()], data)
    if sentence := answer.get("geweigerd"):
        raise OutsideError(str(sentence))
    try:
        return GelezenAgenda.from_json(answer)
    except (KeyError, TypeError, ValueError) as error:
        raise OutsideError(_UNREADABLE) from error


def read_file(path: Path) -> bytes:
    """Take a file from disk, after a look at its size."""
    try:
        if path.is_dir():
            raise OutsideError("Dit is een map. Kies een .ics-bestand.")
        if path.is_fifo():  # nobody may ever write into it
            raise OutsideError("Dit is geen gewoon bestand. Kies een .ics-bestand.")
        if path.stat().st_size > MAX_INPUT:
            raise OutsideError(_TOO_LARGE)
        with path.open("rb") as file:  # a device has no size, but no end either
            data = file.read(MAX_INPUT + 1)
    except FileNotFoundError as error:
        raise OutsideError("Dit bestand bestaat niet. Kijk of de naam klopt.") from error
    except OSError as error:
        raise OutsideError(
            "Dit bestand kan niet worden geopend. Kopieer het naar je eigen map en probeer het "
            "nog eens."
        ) from error
    if len(data) > MAX_INPUT:
        raise OutsideError(_TOO_LARGE)
    return data


def command(*words: str) -> list[str]:
    """Build the command that starts the child; the one place that a frozen program changes."""
    return [sys.executable, "-P", "-s", "-B", "-X", "utf8", "-m", "vtdesk.adapters.reader", *words]


def _ask(words: list[str], data: bytes) -> dict[str, Any]:
    try:
        child = subprocess.Popen(  # noqa: S603 (our own interpreter, words from a closed list)
            command(*words),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_clean_environment(),
            close_fds=True,
        )
    except OSError as error:
        raise OutsideError(
            "Er kan nu geen bestand worden gelezen. Sluit andere programma's en probeer het "
            "nog eens."
        ) from error
    with child:
        clock = threading.Timer(MAX_SECONDS, child.kill)
        feeder = threading.Thread(target=_feed, args=(child, data), daemon=True)
        clock.start()
        feeder.start()
        try:
            output = child.stdout.read(MAX_OUTPUT + 1) if child.stdout else b""
        finally:
            child.kill()  # it has said all it had to say, or too much
            clock.cancel()
            feeder.join()
    return _parsed(output)


def _feed(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    if child.stdin is None:
        return
    try:
        with child.stdin as pipe:
            pipe.write(data)
    except OSError:
        pass  # it ended before it had read all; its answer says what that means


def _parsed(output: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(output) if len(output) <= MAX_OUTPUT else None
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise OutsideError(_UNREADABLE)
    return answer


def _clean_environment() -> dict[str, str]:
    """Pass on where the program is and nothing else: no secret, no name, no proxy."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "LC_ALL": "C.UTF-8"}


def _limit() -> None:
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
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_CPU, MAX_SECONDS),
    ):
        resource.setrlimit(what, (most, most))


def _lock_in() -> None:
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


def main() -> None:
    """Be the child: read the bytes, answer with JSON, or with one sentence."""
    _limit()
    kind, first, last = sys.argv[1:]
    data = sys.stdin.buffer.read(MAX_INPUT + 1)
    if kind != "ics":
        raise SystemExit(2)
    from vtdesk.adapters.ics.lezen import read_calendar  # noqa: PLC0415 (after the limits)

    _lock_in()
    answer: dict[str, Any]
    try:
        agenda = read_calendar(data, vanaf=date.fromisoformat(first), tot=date.fromisoformat(last))
        answer = agenda.to_json()
    except OutsideError as refusal:
        answer = {"geweigerd": str(refusal)}
    except (MemoryError, RecursionError):
        answer = {"geweigerd": _UNREADABLE}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
