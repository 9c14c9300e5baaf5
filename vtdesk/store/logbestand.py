"""The log beside the database, followed as it grows: how many of its frames count, and their print.

The sums in it have no key: anyone can write a log that SQLite believes, of old pages that the
cipher believes. So the witness also tells of each commit how the log lay when it was made. A frame
is its head and a page; of the page the end is enough, for that is the HMAC of the rest.
"""

import errno
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from threading import Lock

from vtdesk.security import keys
from vtdesk.security.held import Held
from vtdesk.store.getuige import PAGE, SALT, TRAILER, Print

_START, _HEAD = 32, 24  # before the first frame, and before the page of each
FRAME = _HEAD + PAGE
# What SQLite says of the log in the index that its connections share, twice over. A commit counts
# there only when it is on the disk, while its frames may lie in the log already.
_INDEX = Struct("=" + 2 * "16xI12x8s8x")  # frames that count, salts that each new log changes
_TRIES = 5  # a checkpoint may empty the log between two looks


class Logbestand:
    """The log of one database, while SQLite has it open."""

    def __init__(self, database: Path, key: bytes) -> None:
        self._paths = [database.with_name(f"{database.name}{end}") for end in ("-shm", "-wal")]
        self._key = keys.subkey(key, "log", b"")
        self._lock = Lock()
        self._held: list[Held] = []
        self._begin_anew(b"")

    def look(self) -> Print:
        """Take a print of all frames that count, of which only the new ones are read."""
        with self._lock:
            self._held = self._held or [Held(path) for path in self._paths]
            for _ in range(_TRIES):
                frames, salts = self._counted()
                if salts != self._salts or frames < self._frames:
                    self._begin_anew(salts)
                if self._follow(frames):
                    return Print(frames * FRAME, bytes(SALT), self._digest.copy().digest())
                self._begin_anew(b"")
        raise OSError(errno.EIO, "the log is shorter than its index says")

    def close(self) -> None:
        """Let go of the files; only when SQLite let go of the database."""
        for held in self._held:
            held.let_go()
        self._held = []

    def _begin_anew(self, salts: bytes) -> None:
        self._salts, self._frames = salts, 0
        self._digest = blake2b(key=self._key, digest_size=32)

    def _counted(self) -> tuple[int, bytes]:
        """Read how many frames count; two halves that differ are being written."""
        for _ in range(_TRIES):
            index = self._held[0].read(_INDEX.size, 0)
            frames, salts, again, too = _INDEX.unpack(index)
            if frames == again and salts == too:
                return frames, salts
        raise OSError(errno.EIO, "the index of the log is torn")

    def _follow(self, frames: int) -> bool:
        """Read the frames that are new; tell whether all of them are there."""
        new = (frames - self._frames) * FRAME
        if not new:
            return True
        block = self._held[1].read(new, _START + self._frames * FRAME)
        ends = range(FRAME, new + 1, FRAME)  # with the end of a page goes the head of what follows
        self._digest.update(block[:_HEAD])
        self._digest.update(b"".join([block[end - TRAILER : end + _HEAD] for end in ends]))
        self._frames = frames
        return len(block) == new
