"""Whose number is this, among 50,000: each time, and the first time after opening."""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from tests.bench.figures import Aim, Figure, timed
from tests.builders import NOW, SlowClock, add_casus
from vtdesk.services.desk import Desk
from vtdesk.store.engine import connect, create_database
from vtdesk.store.store import Store

KEY = bytes(range(32))
NUMBERS, CASUSSEN, ASKED, OPENED = 50_000, 500, 400, 5
SEED = 20260512
_NOTATIONS = ("06-{} {}", "+31 6 {}{}", "0031 6 {} {}", "06{}{}", "(06) {} {}")


@dataclass
class Numbers:
    """A kluis with many people, and the numbers as they are asked."""

    path: Path
    asked: list[str]  # as one types them
    stored: list[str]  # as they stand in the field


@contextmanager
def many_numbers(numbers: int = NUMBERS) -> Iterator[Numbers]:
    """Write people with a number each, in all notations, past the index for searching."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kluis.db"
        create_database(path, KEY)
        store = Store(path, KEY, clock=SlowClock(NOW))
        desk = Desk.over(store, SlowClock(NOW))
        casussen = [add_casus(desk, nummer=f"B-{number:05}") for number in range(CASUSSEN)]
        store.close()
        stored = _fill(path, casussen, numbers)
        pick = random.Random(SEED)
        chosen = pick.sample(stored, min(ASKED, numbers))
        asked = [_otherwise(one, pick) for one in chosen]
        yield Numbers(path, asked, chosen)


def one_match(numbers: Numbers) -> Figure:
    """Ask for numbers in turns, beside a plain select of the field as it was written."""
    store = Store(numbers.path, KEY, clock=SlowClock(NOW))
    bellen = Desk.over(store, SlowClock(NOW)).bellen
    bare = connect(numbers.path, KEY)
    bellen.match(numbers.asked[0])
    ours: list[float] = []
    floor: list[float] = []
    for asked, stored in zip(numbers.asked, numbers.stored, strict=True):
        ours.append(timed(partial(bellen.match, asked))())
        floor.append(timed(_select(bare, stored))())
        assert len(bellen.match(asked)) == 1, "each of these numbers is of one person"
    bare.close()
    store.close()
    aim = Aim(p50=10, p99=30)
    return Figure(f"number match among {NUMBERS:,}", ours, floor, "bare SQL, one notation", aim)


def first_match(numbers: Numbers) -> Figure:
    """Ask once after opening: all numbers come into memory."""
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(OPENED):
        store = Store(numbers.path, KEY, clock=SlowClock(NOW))
        bellen = Desk.over(store, SlowClock(NOW)).bellen
        bare = connect(numbers.path, KEY)
        ours.append(timed(partial(bellen.match, numbers.asked[0]))())
        floor.append(timed(partial(_read_all, bare))())
        bare.close()
        store.close()
    aim = Aim(p50=1500)
    return Figure(f"first match among {NUMBERS:,}", ours, floor, "bare read of all", aim)


_ALL = "SELECT id, telefoon FROM persoon"
_ONE = (
    "SELECT p.voornaam, p.achternaam, c.naam FROM persoon p"
    " JOIN betrokkenheid b ON b.persoon_id = p.id JOIN casus c ON c.id = b.casus_id"
    " WHERE p.telefoon = ?"
)


def _read_all(bare: object) -> object:
    return bare.execute(_ALL).fetchall()  # type: ignore[attr-defined]  # a driver


def _select(bare: object, stored: str) -> Callable[[], object]:
    return lambda: bare.execute(_ONE, (stored,)).fetchall()  # type: ignore[attr-defined]  # a driver


def _otherwise(stored: str, pick: random.Random) -> str:
    """Write a number in another notation than it stands there."""
    digits = "".join(sign for sign in stored if sign.isdigit())[-8:]
    return pick.choice(_NOTATIONS).format(digits[:4], digits[4:])


def _fill(path: Path, casussen: list[UUID], numbers: int) -> list[str]:
    pick = random.Random(SEED)
    written = [
        pick.choice(_NOTATIONS).format(f"{number:08}"[:4], f"{number:08}"[4:])
        for number in range(10_000_000, 10_000_000 + numbers)
    ]
    ids = [uuid4().hex for _ in written]
    bare = connect(path, KEY)
    bare.execute("BEGIN")
    bare.executemany(
        "INSERT INTO persoon (id, version, voornaam, tussenvoegsel, achternaam, onbekend, geslacht,"
        " telefoon, email, adres, taal, opmerking)"
        " VALUES (?, 1, 'Proef', '', 'Persoon', 0, 'onbekend', ?, '', '', '', '')",
        list(zip(ids, written, strict=True)),
    )
    bare.executemany(
        "INSERT INTO betrokkenheid (id, version, casus_id, persoon_id, rol, toelichting)"
        " VALUES (?, 1, ?, ?, 'familie', '')",
        [
            (uuid4().hex, casussen[number % len(casussen)].hex, one)
            for number, one in enumerate(ids)
        ],
    )
    bare.execute("COMMIT")
    bare.close()
    return written
