"""What is still to write after five years of work: the three groups, beside the bare query."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from tests.bench.figures import Aim, Figure, interleaved, timed
from tests.builders import NOW, TODAY, SlowClock
from vtdesk.models import (
    Afspraak,
    Casus,
    Deelname,
    Gesprek,
    Parkeernotitie,
    Termijn,
    Verlof,
    Verslag,
)
from vtdesk.models.base import Entity
from vtdesk.services.desk import Desk
from vtdesk.store.engine import connect, create_database
from vtdesk.store.store import Store
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat, Dienst, VerslagStand
from vtdesk.values.tijd import at

KEY = bytes(range(32))
DAYS, A_DAY, CASUSSEN = 1_100, 5, 400  # five years
TALKS = DAYS * A_DAY
OPEN = 15  # talks of the last days that are not written yet
AT_ONCE, ROUNDS = 500, 60
TERMS = ("T1", "T2", "T2v", "T6")

_BARE = """
SELECT a.id, a.titel, a.begin FROM afspraak a
WHERE a.staat = 'gehouden' AND a.casus_id IS NOT NULL AND a.geen_verslag_want = ''
  AND a.soort IN ('gesprek', 'huisbezoek', 'overleg', 'monitoring', 'bellen')
  AND NOT EXISTS (SELECT 1 FROM verslag v WHERE v.afspraak_id = a.id
                  AND v.stand IN ('vastgesteld', 'vervangen'))
ORDER BY a.begin
"""


@dataclass(frozen=True, slots=True)
class Kluis:
    """A kluis with five years of work."""

    desk: Desk
    path: Path


@contextmanager
def five_years() -> Iterator[Kluis]:
    """Write five years of talks, nearly all with a verslag, and the terms of their casussen."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kluis.db"
        create_database(path, KEY)
        clock = SlowClock(NOW)
        store = Store(path, KEY, clock=clock)
        _fill(store)
        yield Kluis(Desk.over(store, clock), path)
        store.close()


def owed_list(kluis: Kluis) -> Figure:
    """Divide what is owed over tonight, tomorrow and later."""
    bare = connect(kluis.path, KEY)
    kluis.desk.morgen.groups()
    ours, floor = interleaved(
        timed(kluis.desk.morgen.groups), timed(lambda: bare.execute(_BARE).fetchall()), ROUNDS
    )
    bare.close()
    return Figure(
        f"what may wait, {OPEN} owed of {TALKS:,} talks", ours, floor, "bare query", Aim(p99=100)
    )


def open_terms(kluis: Kluis) -> Figure:
    """Read the terms that are open over all casussen, as the tile does."""
    bare = connect(kluis.path, KEY)
    query = "SELECT id FROM termijn WHERE gehaald_op IS NULL AND vervallen_want = ''"
    ours, floor = interleaved(
        timed(kluis.desk.termijnen.komend), timed(lambda: bare.execute(query).fetchall()), ROUNDS
    )
    bare.close()
    number = CASUSSEN * len(TERMS)
    return Figure(f"open terms of {number:,} terms", ours, floor, "bare query", Aim(p99=100))


def _fill(store: Store) -> None:
    casussen = [uuid4() for _ in range(CASUSSEN)]
    with store.write() as session:
        for number, casus_id in enumerate(casussen):
            naam, nummer = f"Bench {number}", f"B-{number:05}"
            casus = Casus(
                id=casus_id, nummer=nummer, naam=naam, dienst=Dienst.ONDERZOEK, geopend_op=TODAY
            )  # fmt: skip
            session.add(casus)
        for year in range(5):
            van = date(2026 - year, 5, 13)
            verlof = Verlof(van=van, tot=van + timedelta(days=9), gemaakt_op=NOW)
            verlof.vervanger = "Bo Vervanger"
            session.add(verlof)
        session.flush()
        for number, casus_id in enumerate(casussen):
            begin = NOW - timedelta(days=4 * (CASUSSEN - number))
            for regel in TERMS:
                termijn = Termijn(casus_id=casus_id, regel=regel, begin=begin)
                if number < CASUSSEN - OPEN:
                    termijn.gehaald_op = begin.date() + timedelta(days=3)
                session.add(termijn)
    for first in range(0, TALKS, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, TALKS))
        with store.write() as session:
            talks = [_talk(number, casussen) for number in numbers]
            session.add_all(talks)
            session.flush()
            gesprekken = [Gesprek(afspraak_id=talk.id) for talk in talks]
            session.add_all(gesprekken)
            session.flush()
            for number, talk, gesprek in zip(numbers, talks, gesprekken, strict=True):
                session.add_all(_around(number, talk, gesprek))


def _talk(number: int, casussen: Sequence[UUID]) -> Afspraak:
    day = TODAY - timedelta(days=(TALKS - 1 - number) // A_DAY * 5 // 3)
    begin = at(day, 9 + number % A_DAY)
    return Afspraak(
        titel="Gesprek", soort=AfspraakSoort.GESPREK, begin=begin,
        einde=begin + timedelta(minutes=50), casus_id=casussen[number * CASUSSEN // TALKS],
        staat=AfspraakStaat.GEHOUDEN,
    )  # fmt: skip


def _around(number: int, talk: Afspraak, gesprek: Gesprek) -> Iterator[Entity]:
    """Give who was there, the note, and the verslag of all but the last talks."""
    for place, naam in enumerate(("moeder", "vader")):
        yield Deelname(gesprek_id=gesprek.id, afspraak_id=talk.id, volgorde=place, naam=naam)
    yield Parkeernotitie(gemaakt_op=talk.begin, afspraak_id=talk.id, gezegd="Het ging goed.")
    if number < TALKS - OPEN and talk.casus_id:
        yield Verslag(
            casus_id=talk.casus_id, afspraak_id=talk.id, sjabloon="gesprek",
            gemaakt_op=talk.begin, stand=VerslagStand.VASTGESTELD,
        )  # fmt: skip
