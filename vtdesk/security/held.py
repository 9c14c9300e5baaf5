"""Reading in the file of a database that may be open in this process.

POSIX takes every lock that a process has on a file away as soon as it closes any descriptor of it.
SQLite would no longer hold its own, and another process could take the log away under it. So all
who read such a file beside SQLite share one descriptor, closed when nobody needs it any more.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

_LOCK = Lock()


@dataclass(slots=True)
class _Shared:
    descriptor: int
    users: int = 0


_OPEN: dict[tuple[int, int], _Shared] = {}


class Held:
    """A file that stays open for reading until it is let go of."""

    def __init__(self, path: Path) -> None:
        with _LOCK:
            self._key: tuple[int, int] | None = _key(path)
            shared = _OPEN.get(self._key)
            if shared is None:
                flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
                shared = _OPEN[self._key] = _Shared(os.open(path, flags))
            shared.users += 1
        self._descriptor = shared.descriptor

    def read(self, size: int, at: int) -> bytes:
        """Read some of it."""
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, size, at)
        with _LOCK:  # on Windows the place is shared
            os.lseek(self._descriptor, at, os.SEEK_SET)
            return os.read(self._descriptor, size)

    def let_go(self) -> None:
        """Close it, when nobody else reads in it."""
        with _LOCK:
            if self._key is None:
                return
            shared = _OPEN[self._key]
            shared.users -= 1
            if not shared.users:
                os.close(_OPEN.pop(self._key).descriptor)
            self._key = None


def read_start(path: Path, size: int) -> bytes:
    """Read the first bytes of a file."""
    held = Held(path)
    try:
        return held.read(size, 0)
    finally:
        held.let_go()


def _key(path: Path) -> tuple[int, int]:
    facts = path.stat()
    return facts.st_dev, facts.st_ino
