"""A process of its own for what came from outside, with limits; a parser may fail there.

The parent hands over bytes, never a path, and takes back bytes. The child cannot open files or
sockets, start programs, or use more memory and time than given here. On Linux the kernel sees to
that; elsewhere Python refuses what goes through it. Without the `resource` module (Windows) time
and size remain as limits.
"""

import os
import signal
import subprocess
import sys
import sysconfig
import threading
import zoneinfo
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakSet, finalize

from vtdesk.errors import OutsideError
from vtdesk.security import cage

MAX_FILES = 32
_SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/etc/fonts",
)  # libraries, time zones and fonts: nobody's files
_RUNNING: "WeakSet[subprocess.Popen[bytes]]" = WeakSet()
_LISTING = threading.Lock()

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
    with _started(words) as child:
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


class Talk:
    """A child that answers more than one question; each must come in time, or it is killed."""

    def __init__(self, words: Sequence[str], limits: Limits) -> None:
        self._limits = limits
        self._child = _started(words)
        self._end = finalize(self, _end, self._child)  # also when nobody thinks of it

    @contextmanager
    def in_time(self) -> Iterator[None]:
        """Let one question and its answer take no longer than the limit."""
        clock = threading.Timer(self._limits.seconds, self._child.kill)
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def say(self, *parts: bytes) -> None:
        """Tell the child something; when it has ended, what is heard afterwards says so."""
        if (pipe := self._child.stdin) is None:
            return
        with suppress(OSError, ValueError):
            for part in parts:
                pipe.write(part)
            pipe.flush()

    def hear(self, size: int) -> bytes:
        """Give this many bytes of its answer; fewer when it has ended."""
        try:
            return self._child.stdout.read(size) if self._child.stdout else b""
        except ValueError:  # closed meanwhile
            return b""

    def end(self) -> None:
        """Kill the child, whatever it does; who waits for its answer hears that at once."""
        self._end()


def _end(child: "subprocess.Popen[bytes]") -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):
            if pipe is not None:
                pipe.close()


def end_all() -> None:
    """Kill every child that runs now: the kluis closes, and nobody waits for an answer."""
    with _LISTING:
        running = list(_RUNNING)
    for child in running:
        child.kill()
    for child in running:
        with suppress(subprocess.TimeoutExpired):
            child.wait(1)


def _started(words: Sequence[str]) -> "subprocess.Popen[bytes]":
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
    with _LISTING:
        _RUNNING.add(child)
    return child


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


def hurry(seconds: int) -> None:
    """End this process after so many seconds, in the middle of whatever it does; 0 ends that.

    The parent kills it earlier, unless it was killed itself.
    """
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def lock_in(*but: str) -> None:
    """Let no call through that opens a file of the user, a socket or a program.

    `but` are audit events that this parser cannot do without.
    """
    allowed = tuple(
        str(place)
        for place in (*zoneinfo.TZPATH, *sysconfig.get_paths().values(), *sys.path)
        if place
    )

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN) and event not in but:
            raise PermissionError(event)
        if event == "open" and not str(arguments[0]).startswith(allowed):
            raise PermissionError(event)

    cage.close_all([Path(place) for place in (*allowed, *_SYSTEM)])
    sys.addaudithook(refuse)


def _feed(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    if child.stdin is None:
        return
    try:
        with child.stdin as pipe:
            pipe.write(data)
    except OSError:
        pass  # it ended before it had read all; its answer says what that means
