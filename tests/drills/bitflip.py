"""A bit flipped anywhere is reported, and never read as something else.

Every page (first, body, initialisation vector, HMAC), the first one byte by byte where SQLite keeps
its own facts, every byte of the witness, every bit of the header, every frame of the log, and every
file of a reservekopie.

    python -m tests.drills.bitflip
    python -m tests.drills.bitflip --n 60 --seed 3
    python -m tests.drills.bitflip --sabotage    the twin that checks nothing: must fail
"""

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.drills import states
from tests.drills.started import Size, play
from tests.drills.tally import Tally, say
from tests.drills.tamper import DATABASE, FRAME, LOG, LOG_HEAD, WITNESS
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.errors import DamageError, OutsideError, TooNewError
from vtdesk.security import access, header, kopieplaats
from vtdesk.security.cost import Cost
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kopiestand import Plek
from vtdesk.services.opening import create_kluis, open_desk
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.store.getuige import PAGE, SIZE

IN_A_PAGE = {"first": 0, "body": 1500, "vector": PAGE - 80, "HMAC": PAGE - 64, "last": PAGE - 1}
FACTS = 100  # bytes of the first page that SQLite keeps its own facts in
CHEAP = Cost(memory=64 * 1024, passes=3, lanes=1)
NOW = datetime(2026, 5, 12, 15, 22, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Flip:
    """One bit, and what looks whether it is seen."""

    path: Path
    at: int
    bit: int
    look: Callable[[], list[str]]

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.name} byte {self.at} bit {self.bit}"

    def run(self) -> list[str]:
        """Flip it, look, and flip it back."""
        whole = {path: path.read_bytes() for path in self.path.parent.iterdir() if path.is_file()}
        data = bytearray(whole[self.path])
        data[self.at] ^= 1 << self.bit
        self.path.write_bytes(data)
        try:
            return self.look()
        finally:
            for path in self.path.parent.iterdir():
                if path.is_file() and path not in whole:
                    path.unlink()
            for path, content in whole.items():
                path.write_bytes(content)


def main(argv: Sequence[str] | None = None) -> int:
    """Flip bits, one at a time."""
    return play(run, __doc__, Size("bits"), argv)


def run(place: Path, tally: Tally, *, n: int = 0, seed: int = 1, sabotage: bool = False) -> None:
    """Flip them all, or some of each kind."""
    chance = random.Random(seed)
    made = states.make(place / "states")
    kinds = [list(one) for one in _kinds(made, place / "kluis", chance)]
    say(", ".join(f"{len(one)} {one[0].path.name}" for one in kinds))
    with states.blind() if sabotage else nullcontext():
        for flips in kinds:
            some = chance.sample(flips, min(len(flips), n // len(kinds))) if n else flips
            for one in some:
                tally.count(one.name, one.run())


def _kinds(made: states.States, kluis: Path, chance: random.Random) -> Iterator[Iterator[Flip]]:
    closed = states.truth(made.closed)
    crashed = states.truth(made.crashed)

    def look_closed() -> list[str]:
        return states.verdict(made.closed, closed)

    def look_crashed() -> list[str]:
        return states.verdict(made.crashed, crashed)

    database, log = made.closed / DATABASE, made.crashed / LOG
    pages = range(0, database.stat().st_size, PAGE)
    places = [page + at for page in pages for at in IN_A_PAGE.values()]
    yield (Flip(database, at, chance.randrange(8), look_closed) for at in places)
    yield (Flip(database, at, at % 8, look_closed) for at in range(FACTS))
    yield (Flip(made.closed / WITNESS, at, at % 8, look_closed) for at in range(SIZE))
    frames = range(LOG_HEAD, log.stat().st_size, FRAME)
    in_log = [*range(LOG_HEAD), *(frame + at for frame in frames for at in (0, 9, 17, 30, 4000))]
    yield (Flip(log, at, chance.randrange(8), look_crashed) for at in in_log if _counts(at))
    yield from _of_a_kluis(kluis)


def _counts(at: int) -> bool:
    """Leave out what SQLite says nothing with: the number of the checkpoint in the head."""
    return not 12 <= at < 16


def _of_a_kluis(place: Path) -> Iterator[Iterator[Flip]]:
    sleutels = create_kluis(place, WACHTZIN, Herstelcode.new(), NoKeychain(), cost=CHEAP)
    head = place / "kluis.vtkop"
    master = access.with_wachtzin(header.parse(head.read_bytes()).header, WACHTZIN, NoKeychain())

    def look_head() -> list[str]:
        try:
            header.parse(head.read_bytes()).check(master)
        except (DamageError, TooNewError):
            return []
        return ["nothing is reported"]

    yield (Flip(head, at, bit, look_head) for at in range(head.stat().st_size) for bit in range(8))
    store, _ = open_desk(place, sleutels)
    store.close()
    copies = Reservekopieen(place, sleutels, lambda: NOW)
    [outcome] = copies.make(Plek.LAPTOP)
    assert outcome.is_gelukt
    copy = copies.rows(Plek.LAPTOP)[0].kopie.pad

    def look_copy() -> list[str]:
        try:
            copies.check(kopieplaats.find_copies(copy.parent)[0])
        except OutsideError:
            return []
        except IndexError:  # no longer taken for a copy
            return []
        return ["nothing is reported"]

    for name, step in (("kluis.db", 997), ("kluis.vtkop", 7), ("kopie.json", 3)):
        path = copy / name
        yield (Flip(path, at, at % 8, look_copy) for at in range(0, path.stat().st_size, step))


if __name__ == "__main__":
    sys.exit(main())
