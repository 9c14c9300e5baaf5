"""A disk that fills up in the middle of a day loses nothing that was told to be stored.

What does not fit is refused in words, and with room again the day goes on.

    python -m tests.drills.full
    python -m tests.drills.full --n 5 --sabotage    the twin that tells too early: must fail
"""

import random
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.disks import Mounted, small_disk
from tests.drills import working
from tests.drills.started import Size, play
from tests.drills.tally import Tally, say
from tests.drills.working import Told

MOST_LEFT = 1200  # kB that are left at most when the day begins; it asks for more


def main(argv: Sequence[str] | None = None) -> int:
    """Fill the disk."""
    return play(run, __doc__, Size("days", 60), argv)


def run(place: Path, tally: Tally, *, n: int, seed: int = 1, sabotage: bool = False) -> None:
    """Begin some days, each with another little room."""
    chance = random.Random(seed)
    begin = working.prepare(place)
    for number in range(n):
        with small_disk(place / "disk", size="8m") as disk:
            if not isinstance(disk, Mounted):
                say(f"skipped: {n - number} days, because no disk can be mounted without root")
                (place / "disk").rmdir()
                return
            left = chance.randrange(MOST_LEFT)
            tally.count(f"{left} kB left", _day(disk, begin, left, careless=sabotage))
        (place / "disk").rmdir()


def _day(disk: Mounted, begin: Path, left: int, *, careless: bool) -> list[str]:
    """Work on a disk that fills up, look, make room, and work on."""
    folder = Path(shutil.copytree(begin, disk.folder / "kluis"))
    _leave(disk.folder, left)
    lines: list[str] = []
    working.work(folder, lines.append, careless=careless)
    told = Told.of(lines)
    findings = [
        f"refused for another reason: {words}"
        for words in told.refused.values()
        if "schijf is vol" not in words
    ]
    for rest in disk.folder.glob("rest*"):
        rest.unlink()
    findings += working.look(folder, told)
    again: list[str] = []
    working.work(folder, again.append)
    after = Told.of(again)
    return [*findings, *(f"with room again: {words}" for words in after.refused.values())]


def _leave(folder: Path, kilobytes: int) -> None:
    """Fill the disk but for so much."""
    free = shutil.disk_usage(folder).free // 1024
    (folder / "rest").write_bytes(bytes(max(0, free - kilobytes) * 1024))


if __name__ == "__main__":
    sys.exit(main())
