"""Terms as the window shows them: both dates, how they stand, and who they are about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Casus, Melding, Persoon, Termijn
from vtdesk.services.regels import Boeken
from vtdesk.services.termijn_sporen import Loop, loop_van, sporen
from vtdesk.values.termijnen.berekening import Sporen, Uitkomst
from vtdesk.values.termijnen.stand import Termijnstand, stand
from vtdesk.values.termijnen.waarom import waarom
from vtdesk.values.tijd import local

OPEN = (Termijnstand.LOOPT, Termijnstand.STAAT_STIL, Termijnstand.TE_LAAT)


@dataclass(frozen=True, slots=True)
class TermijnGegevens:
    """What a form holds of a term: by which rule, since when, about what and whom."""

    regel: str
    begin: datetime
    aanleiding: str = ""
    persoon_id: UUID | None = None
    melding_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Uitstel:
    """Why a term is late, until when, and who watches over safety meanwhile."""

    want: str
    nieuwe_datum: date
    wie_kijkt: str


@dataclass(frozen=True, slots=True)
class Stap:
    """One extension or suspension, so that it can be taken back."""

    id: UUID
    vanaf: date
    tot: date | None
    dagen: int
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnRow:
    """One term of a casus."""

    id: UUID
    version: int
    casus_id: UUID
    casus_naam: str
    casus_nummer: str
    gegevens: TermijnGegevens
    wie: str
    melding: str
    sporen: Sporen
    stand: Termijnstand
    ander_stand: Termijnstand | None
    gehaald_op: date | None
    vervallen_want: str
    uitstel: Uitstel | None
    opschortingen: tuple[Stap, ...]
    verlengingen: tuple[Stap, ...]

    @property
    def uitkomst(self) -> Uitkomst:
        """Give the date of the track that this term runs on, with how it came about."""
        return self.sporen.gevraagd

    @property
    def naam(self) -> str:
        """Say what must happen, for whom."""
        about = ", ".join(filter(None, (self.wie, self.melding)))
        name = self.uitkomst.regel.naam
        return f"{name}: {about}" if about else name

    @property
    def wanneer(self) -> date:
        """Give the day that counts now: the end, or the new date of what is late."""
        return self.uitstel.nieuwe_datum if self.uitstel else self.uitkomst.einde

    @property
    def is_open(self) -> bool:
        """Tell whether somebody must still do something for it."""
        return self.stand in OPEN

    @property
    def waarom(self) -> tuple[str, ...]:
        """Answer 'Waarom deze datum?'."""
        return waarom(self.uitkomst)

    @property
    def waarom_ander(self) -> tuple[str, ...]:
        """Answer it for the other track, when that runs too."""
        return waarom(self.sporen.ander) if self.sporen.ander else ()


def termijn_rows(
    session: Session,
    boeken: Boeken,
    now: datetime,
    *,
    casus_id: UUID | None = None,
    termijn_id: UUID | None = None,
    vanaf: date | None = None,
) -> list[TermijnRow]:
    """Read terms, open ones first, each by its date; `vanaf` as in `loop_van`."""
    loops = [*loop_van(session, casus_id=casus_id, termijn_id=termijn_id, vanaf=vanaf)]
    made = _Rows(session, boeken, now, loops)
    rows = [made.row(loop) for loop in loops]
    return sorted(rows, key=lambda row: (not row.is_open, *_order(row)))


def _order(row: TermijnRow) -> tuple[int, str]:
    """Put the nearest first of what is open, the newest first of what is done."""
    day = row.wanneer.toordinal()
    return (day if row.is_open else -day, row.naam)


class _Rows:
    """Makes rows with the names that they show."""

    def __init__(
        self, session: Session, boeken: Boeken, now: datetime, loops: Sequence[Loop]
    ) -> None:
        self._boeken = boeken
        self._now = now
        casussen = select(Casus).where(Casus.id.in_({one.termijn.casus_id for one in loops}))
        self._casussen = {one.id: one for one in session.scalars(casussen)}
        about = select(Persoon).where(Persoon.id.in_({one.termijn.persoon_id for one in loops}))
        self._people = {one.id: one.naam for one in session.scalars(about)}
        reported = select(Melding).where(Melding.id.in_({one.termijn.melding_id for one in loops}))
        self._meldingen = {one.id: f"M{one.nummer}" for one in session.scalars(reported)}

    def row(self, loop: Loop) -> TermijnRow:
        termijn, now = loop.termijn, self._now
        both = sporen(self._boeken.termijnregels, self._boeken.kalender, loop, local(now).date())
        casus = self._casussen[termijn.casus_id]
        return TermijnRow(
            id=termijn.id,
            version=termijn.version,
            casus_id=casus.id,
            casus_naam=casus.naam,
            casus_nummer=casus.nummer,
            gegevens=TermijnGegevens(
                termijn.regel,
                local(termijn.begin),
                termijn.aanleiding,
                termijn.persoon_id,
                termijn.melding_id,
            ),
            wie=self._people.get(termijn.persoon_id, "") if termijn.persoon_id else "",
            melding=self._meldingen.get(termijn.melding_id, "") if termijn.melding_id else "",
            sporen=both,
            stand=_stand(both.gevraagd, termijn, now),
            ander_stand=_stand(both.ander, termijn, now) if both.ander else None,
            gehaald_op=termijn.gehaald_op,
            vervallen_want=termijn.vervallen_want,
            uitstel=_uitstel(termijn),
            opschortingen=tuple(_stops(loop)),
            verlengingen=tuple(_extensions(loop)),
        )


def _stand(uitkomst: Uitkomst, termijn: Termijn, now: datetime) -> Termijnstand:
    return stand(
        uitkomst, now, gehaald_op=termijn.gehaald_op, vervallen=bool(termijn.vervallen_want)
    )


def _uitstel(termijn: Termijn) -> Uitstel | None:
    if termijn.nieuwe_datum is None:
        return None
    return Uitstel(termijn.te_laat_want, termijn.nieuwe_datum, termijn.wie_kijkt)


def _stops(loop: Loop) -> Iterator[Stap]:
    for one in loop.opschortingen:
        dagen = (one.tot - one.vanaf).days if one.tot else 0
        yield Stap(one.id, one.vanaf, one.tot, dagen, one.reden)


def _extensions(loop: Loop) -> Iterator[Stap]:
    for one in loop.verlengingen:
        yield Stap(one.id, one.besloten_op, None, one.dagen, one.reden)
