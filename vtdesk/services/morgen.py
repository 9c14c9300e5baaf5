"""'Mag dit tot morgen?': what is not written yet, and how long it may wait, by rules that are data.

There is no score: the first rule of `resources/morgen.toml` that fits gives group and reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.models import Bespreking, Casus, Overname, Zitting
from vtdesk.services.agenda_rows import AfspraakRow, count_owed, owed
from vtdesk.services.morgen_boek import TAFELKAART, Avondboek, Omstandigheid, Regel
from vtdesk.services.morgen_feiten import Feiten, Gesprekfeiten
from vtdesk.services.regelbestanden import avondregels
from vtdesk.store.store import Store
from vtdesk.values.avond import Groep
from vtdesk.values.dagkinds import OvernameSoort
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.tijd import Clock, local

__all__ = ["Avond", "AvondRegel", "Groep", "Morgen"]

ON_THE_CARD = "Het staat op de Vervangkaart."
_BEGIN = re.compile(r"(^|[.] )(\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class AvondRegel:
    """One line: what is not written, how long it may wait, why, and what it takes.

    It is about one talk (`afspraak`), or about besprekingen of one zitting at the table.
    """

    groep: Groep
    words: str
    casus: str
    nummer: str
    soort: AfspraakSoort
    reden: str
    minuten: int
    regel: str  # id of the rule
    afspraak: AfspraakRow | None = None
    besprekingen: tuple[UUID, ...] = ()
    wie: str = ""  # who writes it instead, when it was handed over

    @property
    def id(self) -> UUID:
        """Name the line: the talk, or the first bespreking."""
        return self.afspraak.id if self.afspraak else self.besprekingen[0]

    @property
    def afspraak_id(self) -> UUID | None:
        """Give the talk, if it is about one."""
        return self.afspraak.id if self.afspraak else None

    @property
    def bespreking_id(self) -> UUID | None:
        """Give the bespreking, if it is about the table."""
        return self.besprekingen[0] if self.besprekingen else None

    @property
    def notitie(self) -> bool:
        """Tell whether there is a parkeernotitie."""
        return bool(self.afspraak and self.afspraak.notitie)

    @property
    def aantal(self) -> int:
        """Count the verslagen in this line."""
        return len(self.besprekingen) or 1


@dataclass(frozen=True, slots=True)
class Avond:
    """The three groups of one evening."""

    dag: date
    vanavond: tuple[AvondRegel, ...] = ()
    morgen: tuple[AvondRegel, ...] = ()
    wachten: tuple[AvondRegel, ...] = ()
    verlof_id: UUID | None = None  # that begins tomorrow, with somebody who replaces her
    vervanger: str = ""  # who that is, as one calls her

    @property
    def groepen(self) -> tuple[tuple[Groep, tuple[AvondRegel, ...]], ...]:
        """Give the groups in their order, also the empty ones."""
        return (
            (Groep.VANAVOND, self.vanavond),
            (Groep.MORGEN, self.morgen),
            (Groep.WACHTEN, self.wachten),
        )

    @property
    def regels(self) -> tuple[AvondRegel, ...]:
        """Give all lines, what is first to be done first."""
        return (*self.vanavond, *self.morgen, *self.wachten)

    @property
    def minuten(self) -> int:
        """Count what tonight takes."""
        return sum(regel.minuten for regel in self.vanavond)

    @property
    def aantal(self) -> int:
        """Count all verslagen that are not written."""
        return sum(regel.aantal for regel in self.regels)


class Morgen:
    """Use cases around what may wait; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def groups(self) -> Avond:
        """Divide what is not written yet over tonight, tomorrow and later."""
        now = self._clock()
        boek = avondregels()
        with self._store.read() as session:
            talks = owed(session)
            feiten = Gesprekfeiten(session, boek, now, talks)
            lines = [_talk(talk, feiten.of(talk), boek, local(now).date()) for talk in talks]
            lines = _handed_over(session, feiten.avond.verlof_id, lines)
            lines += _tables(session, feiten, boek)
        by_group = {groep: tuple(line for line in lines if line.groep is groep) for groep in Groep}
        return Avond(
            local(now).date(),
            by_group[Groep.VANAVOND],
            by_group[Groep.MORGEN],
            by_group[Groep.WACHTEN],
            feiten.avond.verlof_id,
            feiten.avond.vervanger,
        )

    def count(self) -> int:
        """Count all that is not written yet."""
        with self._store.read() as session:
            tables = select(func.count()).select_from(Bespreking).where(*_AT_THE_TABLE)
            return count_owed(session) + (session.scalar(tables) or 0)


_AT_THE_TABLE = (Bespreking.begonnen_op.is_not(None), Bespreking.verwerkt_op.is_(None))


def _handed_over(
    session: Session, verlof_id: UUID | None, lines: list[AvondRegel]
) -> list[AvondRegel]:
    """Say of each talk whether another writes it: then it need not be done tonight."""
    query = select(Overname.ding, Overname.wie).where(
        Overname.verlof_id == verlof_id, Overname.soort == OvernameSoort.VERSLAG
    )
    takers = dict(session.execute(query).all()) if verlof_id else {}
    return [
        replace(line, groep=Groep.MORGEN, wie=wie, reden=f"{wie} schrijft dit. {ON_THE_CARD}")
        if (wie := takers.get(line.id))
        else line
        for line in lines
    ]


def _talk(talk: AfspraakRow, feiten: Feiten, boek: Avondboek, day: date) -> AvondRegel:
    regel = boek.first(frozenset(feiten.waar), day)
    left = boek.minuten_van(talk.soort)
    return AvondRegel(
        groep=regel.groep,
        words=_with_casus(talk),
        casus=talk.casus,
        nummer=talk.nummer,
        soort=talk.soort,
        reden=_sentence(regel, feiten),
        minuten=left.for_(notitie=talk.notitie, begonnen=talk.verslag_id is not None),
        regel=regel.id,
        afspraak=talk,
    )


def _tables(session: Session, feiten: Gesprekfeiten, boek: Avondboek) -> list[AvondRegel]:
    """Make one line of the tafelkaarten of each zitting, and one of each casus at the table."""
    query = (
        select(Bespreking, Casus)
        .join(Zitting, Zitting.id == Bespreking.zitting_id)
        .outerjoin(Casus, Casus.id == Bespreking.casus_id)
        .where(*_AT_THE_TABLE)
        .order_by(Zitting.begin, Bespreking.volgorde)
    )
    cards: dict[UUID, list[Bespreking]] = {}
    lines = list[AvondRegel]()
    for bespreking, casus in session.execute(query):
        if casus is None:
            cards.setdefault(bespreking.zitting_id, []).append(bespreking)
        else:
            lines.append(_table([bespreking], casus, feiten, boek))
    return [*lines, *(_table(found, None, feiten, boek) for found in cards.values())]


def _table(
    found: Sequence[Bespreking], casus: Casus | None, feiten: Gesprekfeiten, boek: Avondboek
) -> AvondRegel:
    waar = dict[Omstandigheid, dict[str, str]]({Omstandigheid.TAFELKAART: {}})
    if all(one.besluit for one in found):
        waar[Omstandigheid.BESLUIT_STAAT_ERIN] = {}
    avond = feiten.avond
    regel = boek.first(frozenset(waar), avond.vandaag)
    number = "Tafelkaart" if len(found) == 1 else f"{len(found)} tafelkaarten"
    return AvondRegel(
        groep=regel.groep,
        words=f"JB-plein, {casus.naam}" if casus else f"{number} JB-plein",
        casus=casus.naam if casus else "",
        nummer=casus.nummer if casus else "",
        soort=AfspraakSoort.PLEIN,
        reden=_sentence(regel, Feiten(waar, avond.woorden)),
        minuten=len(found) * boek.minuten_van(TAFELKAART).minuten,
        regel=regel.id,
        besprekingen=tuple(one.id for one in found),
    )


def _sentence(regel: Regel, feiten: Feiten) -> str:
    """Fill in the words and let each sentence begin with a capital."""
    filled = regel.zin.format_map(feiten.woorden(regel.als))
    return _BEGIN.sub(lambda found: found[1] + found[2].upper(), filled)


def _with_casus(talk: AfspraakRow) -> str:
    """Write the title, and the casus where the title does not name it."""
    names = talk.casus.replace("/", " ").casefold().split()
    named = any(name in talk.titel.casefold() for name in names)
    return talk.titel if named or not talk.casus else f"{talk.titel}, {talk.casus}"
