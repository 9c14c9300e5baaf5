"""What falls in some days, over all casussen: read here, each thing once, by date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import (
    MET_VERSLAG,
    Afspraak,
    Belofte,
    Casus,
    Gebeurtenis,
    Monitoring,
)
from vtdesk.services.afscherming import geheim_in
from vtdesk.services.agenda_rows import AfspraakRow, owed
from vtdesk.services.monitoringen import REGEL
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_rows import TermijnRow, termijn_rows
from vtdesk.services.termijn_start import VAN_GEBEURTENIS
from vtdesk.services.verlof.telefoon import Wachtend, wachtenden
from vtdesk.store.zoekstof_delen import geheim_van
from vtdesk.values.casuskinds import MonitoringSoort
from vtdesk.values.dagkinds import BelofteStand, OvernameSoort
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import end_of, klok, korte_dag, local, start_of

LONG_MET = timedelta(days=92)  # a term that was met longer ago tells a replacer nothing
NOG_NIEMAND = "Nog niemand"

_MONITORING = {
    MonitoringSoort.DRIE_MAANDEN: "Monitoring na 3 maanden",
    MonitoringSoort.EEN_JAAR: "Monitoring na een jaar",
    MonitoringSoort.EXTRA: "Extra moment van monitoring",
}
_EXTENDED = {"T3": "T3v", "T11": "T11v"}
_TO_HAND_OVER = MET_VERSLAG | {AfspraakSoort.PLEIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerlofRegel:
    """One thing that asks for somebody; without a day it waits from the first one on."""

    soort: OvernameSoort
    ding: UUID
    dag: date | None
    tijd: str  # empty when the whole day counts
    woorden: str
    regel: str  # of a term: by which rule
    casus_id: UUID | None
    casus: str
    nummer: str
    klaar: date | None = None  # a term that was met already: nobody has to do anything
    wie: str = ""

    @property
    def id(self) -> tuple[OvernameSoort, UUID]:
        """Name this thing in every list of the same leave."""
        return self.soort, self.ding

    @property
    def telt(self) -> bool:
        """Tell whether it belongs in the list: a verslag only once somebody takes it."""
        return self.soort is not OvernameSoort.VERSLAG or bool(self.wie)

    @property
    def is_open(self) -> bool:
        """Tell whether somebody must take it, and nobody does yet."""
        return self.klaar is None and not self.wie

    @property
    def wie_of_niemand(self) -> str:
        """Say who takes it, or when it was done."""
        if self.klaar:
            return f"Gehaald op {korte_dag(self.klaar)}"
        return self.wie or NOG_NIEMAND


@dataclass(frozen=True, slots=True)
class Dagen:
    """The first and the last day, both included."""

    van: date
    tot: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.van <= day <= self.tot

    @property
    def begin(self) -> datetime:
        """Give the midnight at which the first day begins."""
        return start_of(self.van)

    @property
    def einde(self) -> datetime:
        """Give the midnight at which the last day ends."""
        return end_of(self.tot)


def inhoud(session: Session, dagen: Dagen, now: datetime) -> list[VerlofRegel]:
    """List what falls in these days, by day and hour; what has no day comes last."""
    names = {one.id: (one.naam, one.nummer) for one in session.scalars(select(Casus))}
    terms = termijn_rows(session, boeken(session), now, vanaf=dagen.van - LONG_MET)
    inside = [row for row in terms if row.wanneer in dagen]
    moments = _moments(session, dagen)
    in_term = {(row.casus_id, row.gegevens.regel) for row in inside if row.is_open}
    lines = [
        *(_waiting(one, names) for one in wachtenden(session, dagen.van, dagen.tot, now)),
        *(_term(row) for row in inside if not _is_moment(row, moments)),
        *(_moment(one, names) for one in moments),
        *(_promise(one, names) for one in _promises(session, dagen)),
        *(
            _afspraak(one, names)
            for one in _afspraken(session, dagen)
            if one.id not in {moment.afspraak_id for moment in moments}
        ),
        *(
            _einde(one, names)
            for one in _ends(session, dagen)
            if (one.casus_id, VAN_GEBEURTENIS.get(one.soort, "")) not in in_term
        ),
        *(_unwritten(one, names) for one in owed(session) if local(one.begin).date() <= dagen.tot),
    ]
    return sorted(_bedekt(session, lines), key=_order)


def _bedekt(session: Session, lines: list[VerlofRegel]) -> list[VerlofRegel]:
    """Cover what was typed of what is shielded in its casus; without a casus, of anything."""
    guards = {
        casus_id: geheim_in(session, casus_id) if casus_id else geheim_van(session, ())
        for casus_id in {line.casus_id for line in lines}
    }
    return [replace(line, woorden=guards[line.casus_id].bedekt(line.woorden)) for line in lines]


def _order(line: VerlofRegel) -> tuple[date, str, str, str]:
    return line.dag or date.max, line.tijd, line.casus.casefold(), line.woorden.casefold()


def _is_moment(row: TermijnRow, moments: list[Monitoring]) -> bool:
    """Tell whether a term says the same as a planned moment of monitoring."""
    return any(
        one.casus_id == row.casus_id and REGEL.get(one.soort) == row.gegevens.regel
        for one in moments
    )


Names = Mapping[UUID, tuple[str, str]]


def _line(
    soort: OvernameSoort,
    ding: UUID,
    when: tuple[date | None, str],
    woorden: str,
    casus_id: UUID | None,
    names: Names,
) -> VerlofRegel:
    casus, nummer = names.get(casus_id, ("", "")) if casus_id else ("", "")
    return VerlofRegel(
        soort=soort,
        ding=ding,
        dag=when[0],
        tijd=when[1],
        woorden=woorden,
        regel="",
        casus_id=casus_id,
        casus=casus,
        nummer=nummer,
    )


def _term(row: TermijnRow) -> VerlofRegel:
    hour = row.uitkomst.einde_om
    exact = hour is not None and row.uitstel is None
    rule = row.gegevens.regel
    name = f"{row.naam} stopt" if row.uitkomst.regel.werking else row.naam
    return VerlofRegel(
        soort=OvernameSoort.TERMIJN,
        ding=row.id,
        dag=row.wanneer,
        tijd=klok(hour) if hour and exact else "",
        woorden=f"{name}, verlengd" if row.verlengingen else name,
        regel=_EXTENDED.get(rule, rule) if row.verlengingen else rule,
        casus_id=row.casus_id,
        casus=row.casus_naam,
        nummer=row.casus_nummer,
        klaar=row.gehaald_op,
    )


def _moments(session: Session, dagen: Dagen) -> list[Monitoring]:
    query = select(Monitoring).where(
        Monitoring.gehouden_op.is_(None), Monitoring.gepland_op.between(dagen.van, dagen.tot)
    )
    return list(session.scalars(query))


def _moment(one: Monitoring, names: Names) -> VerlofRegel:
    words, when = _MONITORING[one.soort], (one.gepland_op, "")
    return _line(OvernameSoort.MONITORING, one.id, when, words, one.casus_id, names)


def _promises(session: Session, dagen: Dagen) -> Iterator[Belofte]:
    query = select(Belofte).where(
        Belofte.stand == BelofteStand.OPEN, Belofte.uiterlijk.between(dagen.van, dagen.tot)
    )
    yield from session.scalars(query)


def _promise(one: Belofte, names: Names) -> VerlofRegel:
    words, when = f"{one.wat.rstrip('.')} (beloofd aan {one.aan})", (one.uiterlijk, "")
    return _line(OvernameSoort.BELOFTE, one.id, when, words, one.casus_id, names)


def _afspraken(session: Session, dagen: Dagen) -> Iterator[Afspraak]:
    """Find what is planned with or about others; lunch and travel go along by themselves."""
    query = select(Afspraak).where(
        Afspraak.staat == AfspraakStaat.GEPLAND,
        Afspraak.soort.in_(_TO_HAND_OVER),
        Afspraak.begin < dagen.einde,
        Afspraak.einde > dagen.begin,
    )
    yield from session.scalars(query)


def _afspraak(one: Afspraak, names: Names) -> VerlofRegel:
    begin = local(one.begin)
    when = (begin.date(), "" if one.hele_dag else klok(begin))
    return _line(OvernameSoort.AFSPRAAK, one.id, when, one.titel, one.casus_id, names)


def _unwritten(one: AfspraakRow, names: Names) -> VerlofRegel:
    words = f"Verslag schrijven: {one.titel}, {korte_dag(one.begin.date())}"
    return _line(OvernameSoort.VERSLAG, one.id, (None, ""), words, one.casus_id, names)


def _waiting(one: Wachtend, names: Names) -> VerlofRegel:
    when = (one.dag, one.tijd)
    return _line(OvernameSoort.TERUGBELVERZOEK, one.id, when, one.woorden, one.casus_id, names)


def _ends(session: Session, dagen: Dagen) -> Iterator[Gebeurtenis]:
    """Find bans and placements that end; the law's own terms tell of theirs themselves."""
    query = select(Gebeurtenis).where(
        Gebeurtenis.einde >= dagen.begin, Gebeurtenis.einde < dagen.einde
    )
    yield from session.scalars(query)


def _einde(one: Gebeurtenis, names: Names) -> VerlofRegel:
    einde = local(one.einde) if one.einde else None
    when = (einde and einde.date(), "" if one.hele_dag or not einde else klok(einde))
    words = f"Einde: {one.titel}"
    return _line(OvernameSoort.GEBEURTENIS, one.id, when, words, one.casus_id, names)
