"""Disks that are too small: a real one where the system lets us, else a file that may not grow."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Engine, event

from vtdesk.store.store import Store

SIZE = "4m"


class SmallDisk(Protocol):
    """A disk with room for a kluis, and for little more."""

    folder: Path

    def fill(self, store: Store, /) -> None:
        """Leave no room for anything."""

    def free(self, store: Store, /) -> None:
        """Make room again."""


class Mounted:
    """A disk in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rest = folder / "rest"

    def fill(self, _store: Store, /) -> None:
        """Write until nothing fits any more."""
        with self._rest.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                return

    def free(self, _store: Store, /) -> None:
        """Take away what fills it."""
        self._rest.unlink()


class Limited:
    """A database that may not grow, for who may not mount a disk: the same error by SQLite."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pages = 0

    def fill(self, store: Store, /) -> None:
        """Let no connection add a page."""
        self._limit(store._engine, 1)  # SQLite takes the present size when that is more

    def free(self, store: Store, /) -> None:
        """Let every connection add pages."""
        self._limit(store._engine, 1_000_000)

    def _limit(self, engine: Engine, pages: int) -> None:
        if not self._pages:
            event.listen(engine, "checkout", self._tell)
        self._pages = pages

    def _tell(self, connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {self._pages}").fetchall()


@contextmanager
def small_disk(folder: Path, size: str = SIZE) -> Iterator[SmallDisk]:
    """Mount a disk of four megabytes, or limit the database where that is not allowed."""
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)]
    try:
        is_mounted = subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        is_mounted = False
    try:
        yield Mounted(folder) if is_mounted else Limited(folder)
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
