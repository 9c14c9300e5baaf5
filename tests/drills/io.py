"""Every call to the disk of a day of forty deeds fails, once and for good, or is the last one.

python -m tests.drills.io                 every call, hours on a slow machine
python -m tests.drills.io --n 300         so many of them, drawn by --seed
python -m tests.drills.io --sabotage --n 20    the twin that tells too early: must fail
"""

import random
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests import compiled
from tests.drills import traced, working
from tests.drills.started import Size, play
from tests.drills.tally import Tally, say
from tests.drills.traced import Ended
from tests.drills.working import Told

CALLS = ("pread64", "pwrite64", "read", "write", "fsync", "fdatasync", "ftruncate", "openat",
         "unlink")  # fmt: skip
FAILS = {
    "EIO": ("pread64", "pwrite64", "read", "write", "fsync", "fdatasync", "ftruncate", "unlink"),
    "ENOSPC": ("pwrite64", "write", "ftruncate", "openat"),
    "EMFILE": ("openat",),
}
KILL = "SIGKILL"
_CALL = re.compile(r"^\d+ +(\w+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Point:
    """One call that goes wrong, and how."""

    call: str
    number: int  # the how manieth call of its kind
    how: str  # the error, or SIGKILL
    onwards: bool  # and every such call after it

    @property
    def name(self) -> str:
        return f"{self.how} at {self.call} {self.number}{' and after' if self.onwards else ''}"

    def options(self) -> list[str]:
        """Say it to strace."""
        effect = f"signal={KILL}" if self.how == KILL else f"error={self.how}"
        when = f"{self.number}{'+' if self.onwards else ''}"
        return ["-e", f"trace={self.call}", "-e", f"inject={self.call}:{effect}:when={when}"]


def main(argv: Sequence[str] | None = None) -> int:
    """Let each call go wrong."""
    return play(run, __doc__, Size("calls"), argv, missing=traced.missing)


def run(place: Path, tally: Tally, *, n: int = 0, seed: int = 1, sabotage: bool = False) -> None:
    """Count the calls of a whole day, and let each of them, or some, go wrong."""
    compiled.share()
    begin = working.prepare(place)
    whole = _day(place, begin, ["-e", f"trace={','.join(CALLS)}"], careless=False)
    tally.count("a day on which nothing fails", working.look(place / "day", Told.of(whole.told)))
    made = list(_points(_CALL.findall(whole.log)))
    say(f"{len(_CALL.findall(whole.log))} calls, {len(made)} ways to go wrong")
    chosen = random.Random(seed).sample(made, min(n, len(made))) if n else made
    for point in chosen:
        ended = _day(place, begin, point.options(), careless=sabotage)
        died = ended.code < 0
        told = Told.of(ended.told)
        tally.count(point.name, working.look(place / "day", told, died=died))


def _points(calls: list[str]) -> Iterator[Point]:
    counts = {call: calls.count(call) for call in CALLS}
    for call, most in counts.items():
        for number in range(1, most + 1):
            yield Point(call, number, KILL, onwards=False)
    for error, fails in FAILS.items():
        for call in fails:
            for number in range(1, counts[call] + 1):
                for onwards in (False, True):
                    yield Point(call, number, error, onwards)


def _day(place: Path, begin: Path, options: list[str], *, careless: bool) -> Ended:
    folder = place / "day"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(begin, folder)
    files = [folder / name for name in ("kluis.db", "kluis.db-wal", "kluis.db-shm")]
    watched = [*files, folder / "kluis.getuige"]
    work = partial(working.work, folder, careless=careless)
    return traced.trace(work, watched, options, place / "log")


if __name__ == "__main__":
    sys.exit(main())
