"""The witness beside the database: what was stored, and how the file lay when it was last at rest.

SQLite does not tell a lost log from a log that never was, and the cipher takes an old page for a
new one. So each commit has a number, which is also written here; and around every checkpoint, the
only moment at which the database file itself changes, a print of that file is.

The file has one size. Each record has its own place and lies within one sector, so that a power cut
leaves the old or the new one. Records of commits are not forced to the disk: a commit that is there
and not told here is a normal crash. Those around a checkpoint are. When the last commit is told,
the log has to lie as it did then, or else nobody knows who wrote in it.
"""

import errno
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from vtdesk.security import files, keys
from vtdesk.security.folder import WITNESS
from vtdesk.security.held import Held

PAGE, TRAILER, SALT = 4096, 80, 16  # of the cipher: initialisation vector and HMAC end each page
_RECORD = 128
_MAC = 32
_RECORDS = 64
SIZE = _RECORD * _RECORDS
_COMMIT, _BEGIN, _REST = b"C", b"P", b"K"
_FIRST_COMMIT = 4  # before it two places for the begin of a checkpoint, and two for its end
_BODY = struct.Struct(">4scQQ16s32s")  # mark, kind, number, size of the database, salt, print
_MARK = b"vtg1"
_BLOCK = 256 * PAGE


class BrokenError(Exception):
    """The witness is damaged."""


@dataclass(frozen=True, slots=True)
class Print:
    """How a database file lies on disk, or the log beside it, in few bytes."""

    size: int
    salt: bytes
    digest: bytes


_UNTOLD = Print(0, bytes(SALT), bytes(32))


@dataclass(frozen=True, slots=True)
class Testimony:
    """What the witness tells."""

    seq: int  # the last commit it knows
    log: Print | None  # at that commit, when that was told
    at_rest: Print | None  # after the last checkpoint
    checkpoints: int  # how many were begun
    is_busy: bool  # a checkpoint was begun and did not end


def testify(database: Path, key: bytes) -> None:
    """Let a database that was just made or restored, and checked, have its witness."""
    getuige = Getuige(database, key)
    try:
        getuige.open()
        getuige.begin_anew(0)
        getuige.end_checkpoint(1)
    finally:
        getuige.close()


class Getuige:
    """The witness of one database file."""

    def __init__(self, database: Path, key: bytes) -> None:
        self.path = database.with_suffix(WITNESS)
        self._database = database
        self._key = keys.subkey(key, "witness", b"")
        self._mac = keys.macs(self._key)
        self._lock = Lock()
        self._handle = -1
        self._held: Held | None = None

    @property
    def is_there(self) -> bool:
        """Tell whether there is such a file."""
        return self._handle >= 0

    def open(self) -> None:
        """Open the file, if there is one."""
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        with suppress(FileNotFoundError):
            self._handle = os.open(self.path, flags)

    def close(self) -> None:
        """Let go of the files; only when SQLite let go of the database."""
        if self._held is not None:
            self._held.let_go()
            self._held = None
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def begin_anew(self, seq: int, log: Print | None = None) -> None:
        """Forget what was told, and begin at a checkpoint that has yet to end."""
        if self._handle < 0:
            flags = os.O_RDWR | os.O_CREAT
            flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
            self._handle = os.open(self.path, flags, files.PRIVATE_FILE)
        os.ftruncate(self._handle, 0)
        self._write(0, bytes(SIZE))
        self.committed(seq, log)
        self.begin_checkpoint(1)
        files.sync_folder(self.path.parent)

    def read(self) -> Testimony:
        """Give what was told; raises BrokenError when one bit of it is not as it was written."""
        with self._lock:
            os.lseek(self._handle, 0, os.SEEK_SET)
            data = os.read(self._handle, SIZE + 1)
        if len(data) != SIZE:
            raise BrokenError
        records = (data[at : at + _RECORD] for at in range(0, SIZE, _RECORD))
        found = [self._believed(place, record) for place, record in enumerate(records)]
        told = [one for one in found if one is not None]
        begun = max((number for kind, number, _ in told if kind == _BEGIN), default=0)
        ended, at_rest = max(
            ((number, put) for kind, number, put in told if kind == _REST),
            key=lambda one: one[0],
            default=(0, None),
        )
        seq, log = max(
            ((number, put) for kind, number, put in told if kind == _COMMIT),
            key=lambda one: one[0],
            default=(0, _UNTOLD),
        )
        if not begun:
            raise BrokenError
        return Testimony(
            seq, None if log == _UNTOLD else log, at_rest, begun, is_busy=begun > ended
        )

    def committed(self, seq: int, log: Print | None) -> None:
        """Tell that this commit is on the disk, and how the log lies now."""
        place = _FIRST_COMMIT + seq % (_RECORDS - _FIRST_COMMIT)
        self._put(place, _COMMIT, seq, log or _UNTOLD)

    def begin_checkpoint(self, number: int) -> None:
        """Tell that the database file is going to change."""
        self._put(number % 2, _BEGIN, number, _UNTOLD)
        os.fsync(self._handle)

    def end_checkpoint(self, number: int) -> None:
        """Tell how the database file lies now; it stays so until the next checkpoint."""
        self._put(2 + number % 2, _REST, number, self.look())
        os.fsync(self._handle)

    def look(self) -> Print:
        """Take a print of the database file: its size, its salt, and the HMAC of every page."""
        if self._held is None:
            self._held = Held(self._database)
        digest, salt, size = blake2b(key=self._key, digest_size=32), b"", 0
        while block := memoryview(self._held.read(_BLOCK, size)):
            salt = salt or bytes(block[:SALT])
            size += len(block)
            ends = range(PAGE, len(block) + 1, PAGE)
            digest.update(b"".join(block[end - TRAILER : end] for end in ends))
            digest.update(block[len(block) - len(block) % PAGE :])
        return Print(size, salt.ljust(SALT, b"\0"), digest.digest())

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let no other process look or checkpoint meanwhile."""
        if not self.is_there:
            yield
            return
        with self._lock:
            _lock(self._handle)
        try:
            yield
        finally:
            with self._lock:
                _unlock(self._handle)

    def _put(self, place: int, kind: bytes, number: int, put: Print) -> None:
        body = _BODY.pack(_MARK, kind, number, put.size, put.salt, put.digest)
        body = body.ljust(_RECORD - _MAC, b"\0")
        self._write(place * _RECORD, body + self._mac(self._bound(place, body)))

    def _write(self, at: int, data: bytes) -> None:
        with self._lock:
            os.lseek(self._handle, at, os.SEEK_SET)
            if os.write(self._handle, data) != len(data):
                raise OSError(errno.ENOSPC, "half a record")

    def _believed(self, place: int, record: bytes) -> tuple[bytes, int, Print] | None:
        """Read one record; a place that was never written is empty."""
        if not any(record):
            return None
        body, code = record[:-_MAC], record[-_MAC:]
        _, kind, number, size, salt, digest = _BODY.unpack(body[: _BODY.size])
        if not keys.same(self._mac(self._bound(place, body)), code):
            raise BrokenError
        return kind, number, Print(size, salt, digest)

    @staticmethod
    def _bound(place: int, body: bytes) -> bytes:
        return bytes([place]) + body


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, SIZE, os.SEEK_SET)  # beyond the records, for others must read them
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, SIZE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
