"""Monitoring: the series after an overdracht, one moment held, and what is decided then."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Casus, Monitoring, Overdracht, Termijn, Toets, Waarborg
from vtdesk.services.monitoring_rows import (
    Besluit,
    MonitoringGegevens,
    MonitoringRow,
    MonitoringVoorstel,
    ToetsBij,
    order,
    to_row,
)
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_rows import TermijnGegevens
from vtdesk.services.termijn_start import begin_term, meet_open
from vtdesk.services.veiligheid_rows import WaarborgRow, waarborg_rows
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import MonitoringBesluit, MonitoringSoort
from vtdesk.values.termijnen.berekening import beide_sporen
from vtdesk.values.tijd import Clock, local, start_of

REGEL = {MonitoringSoort.DRIE_MAANDEN: "T6", MonitoringSoort.EEN_JAAR: "T7"}
__all__ = [
    "Besluit",
    "MonitoringGegevens",
    "MonitoringRow",
    "MonitoringVoorstel",
    "Monitoringen",
    "ToetsBij",
]

GONE = "Dit moment bestaat niet meer."


class Monitoringen:
    """Use cases around monitoring; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[MonitoringRow]:
        """List the moments: what is still to come by date, then what was held."""
        query = select(Monitoring).where(Monitoring.casus_id == casus_id)
        with self._store.read() as session:
            rows = [to_row(found) for found in session.scalars(query)]
        return sorted(rows, key=order)

    def get(self, monitoring_id: UUID) -> MonitoringRow:
        """Give one moment."""
        with self._store.read() as session:
            return to_row(_get(session, monitoring_id))

    def begin(self, casus_id: UUID, overgedragen_op: datetime) -> list[UUID]:
        """Plan the series after an overdracht: both moments, with their terms."""
        with self._store.write() as session:
            return begin_series(session, casus_id, overgedragen_op, self._clock())

    def voorstel(self, casus_id: UUID) -> MonitoringVoorstel | None:
        """Give the last overdracht after which monitoring was never planned."""
        series = select(Monitoring.id).where(
            Monitoring.casus_id == casus_id, Monitoring.soort.in_(REGEL)
        )
        accepted = (
            select(Overdracht)
            .where(Overdracht.casus_id == casus_id, Overdracht.aanvaard_op.is_not(None))
            .order_by(Overdracht.aanvaard_op.desc())
        )
        with self._store.read() as session:
            found = session.scalars(accepted).first()
            if found is None or found.aanvaard_op is None or session.scalars(series).first():
                return None
            return MonitoringVoorstel(found.id, found.aan, local(found.aanvaard_op))

    def unbegin(self, casus_id: UUID, planned: Sequence[UUID]) -> None:
        """Undo that a series was planned, with its terms."""
        with self._store.write() as session:
            for monitoring_id in planned:
                moment = _get(session, monitoring_id)
                if moment.gehouden_op:
                    raise UserError("Een moment is al gehouden. Het blijft staan.")
                session.delete(moment)
            terms = select(Termijn).where(
                Termijn.casus_id == casus_id,
                Termijn.regel.in_(REGEL.values()),
                Termijn.gehaald_op.is_(None),
            )
            for termijn in session.scalars(terms):
                session.delete(termijn)

    def plan(
        self,
        casus_id: UUID,
        op: date,
        *,
        soort: MonitoringSoort = MonitoringSoort.EXTRA,
        toelichting: str = "",
        afspraak_id: UUID | None = None,
    ) -> UUID:
        """Plan a moment beside the series; `remove` undoes it."""
        with self._store.write() as session:
            return self._plan(session, casus_id, op, soort, toelichting, afspraak_id).id

    def move(self, monitoring_id: UUID, op: date) -> date:
        """Move a moment that was not held to another day; gives the day it was, for undo."""
        with self._store.write() as session:
            moment = _get(session, monitoring_id)
            if moment.gehouden_op:
                raise UserError("Dit moment is al gehouden.")
            was, moment.gepland_op = moment.gepland_op, op
            return was

    def remove(self, monitoring_id: UUID) -> MonitoringRow:
        """Take away a moment that was not held; its term stays. Gives the row, for undo."""
        with self._store.write() as session:
            moment = _get(session, monitoring_id)
            if moment.gehouden_op:
                raise UserError("Dit moment is al gehouden. Wat toen is gezien, blijft staan.")
            row = to_row(moment)
            session.delete(moment)
            return row

    def put_back(self, row: MonitoringRow) -> UUID:
        """Undo that a moment was taken away."""
        moment = Monitoring(
            casus_id=row.casus_id,
            soort=row.soort,
            gepland_op=row.gepland_op,
            afspraak_id=row.afspraak_id,
            toelichting=row.toelichting,
        )
        with self._store.write() as session:
            session.add(moment)
            return moment.id

    def waarborgen(self, casus_id: UUID) -> list[WaarborgRow]:
        """List what holds and can be held against what is seen."""
        with self._store.read() as session:
            rows = waarborg_rows(session, casus_id)
        return [row for row in rows if row.geldt and not row.voorstel]

    def hold(
        self,
        monitoring_id: UUID,
        gegevens: MonitoringGegevens,
        toetsen: Sequence[ToetsBij] = (),
    ) -> None:
        """Note what a moment gave and what each waarborg showed; it meets its term.

        `unhold` undoes all of it.
        """
        now = self._clock()
        if gegevens.gehouden_op > local(now).date():
            raise UserError("Deze dag is nog niet geweest. Leg vast wat al is gebeurd.")
        if not gegevens.gesproken.strip():
            raise UserError("Schrijf op wie je sprak: gezin, kinderen en professionals.")
        with self._store.write() as session:
            moment = _get(session, monitoring_id)
            if moment.besluit:
                raise UserError("Er is al iets besloten. Maak dat eerst ongedaan.")
            for name, value in asdict(gegevens).items():
                setattr(moment, name, value)
            for toets in toetsen:
                session.add(_toets(session, moment, toets, now))
            if moment.soort in REGEL:
                meet_open(session, moment.casus_id, REGEL[moment.soort], gegevens.gehouden_op)

    def unhold(self, monitoring_id: UUID) -> None:
        """Undo that a moment was held, with the checks that were made at it."""
        with self._store.write() as session:
            moment = _get(session, monitoring_id)
            if moment.besluit:
                raise UserError("Er is al iets besloten. Maak dat eerst ongedaan.")
            held, moment.gehouden_op = moment.gehouden_op, None
            for toets in session.scalars(select(Toets).where(Toets.monitoring_id == monitoring_id)):
                session.delete(toets)
            if regel := REGEL.get(moment.soort):
                query = select(Termijn).where(
                    Termijn.casus_id == moment.casus_id,
                    Termijn.regel == regel,
                    Termijn.gehaald_op == held,
                )
                for termijn in session.scalars(query):
                    termijn.gehaald_op = None

    def decide(
        self,
        monitoring_id: UUID,
        besluit: MonitoringBesluit,
        toelichting: str,
        *,
        volgende_op: date | None = None,
    ) -> Besluit:
        """Say what follows; a next moment is planned in the same stroke. `undecide` undoes it."""
        if not toelichting.strip():
            raise UserError("Schrijf op waarom dit het besluit is.")
        with self._store.write() as session:
            moment = _get(session, monitoring_id)
            if moment.gehouden_op is None:
                raise UserError("Leg eerst vast wat dit moment opleverde.")
            coming = _coming(session, moment)
            if besluit is MonitoringBesluit.AFSLUITEN and coming:
                raise UserError("Er staat nog een moment gepland. Haal het weg of houd het eerst.")
            if besluit is MonitoringBesluit.VOLGENDE_MOMENT and not (coming or volgende_op):
                raise UserError("Kies de dag van het volgende moment.")
            moment.besluit, moment.toelichting = besluit, toelichting.strip()
            made = None
            if besluit is MonitoringBesluit.VOLGENDE_MOMENT and volgende_op:
                soort = MonitoringSoort.EXTRA
                made = self._plan(session, moment.casus_id, volgende_op, soort, "", None).id
            return Besluit(monitoring_id, made)

    def undecide(self, besluit: Besluit) -> None:
        """Undo a decision, and the moment that it planned."""
        with self._store.write() as session:
            _get(session, besluit.monitoring_id).besluit = None
            planned = besluit.volgende_id and session.get(Monitoring, besluit.volgende_id)
            if planned and planned.gehouden_op is None:
                session.delete(planned)

    def _plan(
        self,
        session: Session,
        casus_id: UUID,
        op: date,
        soort: MonitoringSoort,
        toelichting: str,
        afspraak_id: UUID | None,
    ) -> Monitoring:
        if session.get(Casus, casus_id) is None:
            raise UserError("Deze casus bestaat niet.")
        if op < local(self._clock()).date():
            raise UserError("Deze dag is al geweest. Kies een dag die nog komt.")
        moment = Monitoring(
            casus_id=casus_id,
            soort=soort,
            gepland_op=op,
            toelichting=toelichting.strip(),
            afspraak_id=afspraak_id,
        )
        session.add(moment)
        return moment


def begin_series(session: Session, casus_id: UUID, op: datetime, now: datetime) -> list[UUID]:
    """Plan the moments that follow an overdracht, by the rules that hold on that day."""
    if _series(session, casus_id):
        raise UserError("De monitoring van deze casus is al gepland.")
    held = boeken(session)
    made: list[Monitoring] = []
    for soort, regel in REGEL.items():
        begin = start_of(local(op).date())
        both = beide_sporen(held.termijnregels, regel, begin, kalender=held.kalender)
        begin_term(session, casus_id, TermijnGegevens(regel, begin, "Overdracht aanvaard."), now)
        made.append(Monitoring(casus_id=casus_id, soort=soort, gepland_op=both.gevraagd.einde))
    session.add_all(made)
    return [moment.id for moment in made]


def _toets(session: Session, moment: Monitoring, toets: ToetsBij, now: datetime) -> Toets:
    """Make a check at this moment; refuses a waarborg that did not hold then."""
    waarborg = session.get(Waarborg, toets.waarborg_id)
    day = moment.gehouden_op
    if waarborg is None or waarborg.casus_id != moment.casus_id or day is None:
        raise UserError("Deze afspraak of voorwaarde hoort niet bij de casus.")
    if waarborg.voorstel or waarborg.vervallen_op or day < waarborg.gemaakt_op:
        raise UserError(f"Op deze dag gold dit niet: {waarborg.wat}")
    return Toets(
        casus_id=moment.casus_id,
        waarborg_id=waarborg.id,
        datum=day,
        vastgelegd_op=now,
        uitkomst=toets.uitkomst,
        bewijs=toets.bewijs.strip(),
        monitoring_id=moment.id,
    )


def _series(session: Session, casus_id: UUID) -> bool:
    query = select(Monitoring.id).where(
        Monitoring.casus_id == casus_id,
        Monitoring.soort.in_(REGEL),
        Monitoring.gehouden_op.is_(None),
    )
    return session.scalars(query).first() is not None


def _coming(session: Session, moment: Monitoring) -> bool:
    query = select(Monitoring.id).where(
        Monitoring.casus_id == moment.casus_id,
        Monitoring.gehouden_op.is_(None),
        Monitoring.id != moment.id,
    )
    return session.scalars(query).first() is not None


def _get(session: Session, monitoring_id: UUID) -> Monitoring:
    found = session.get(Monitoring, monitoring_id)
    if found is None:
        raise UserError(GONE)
    return found
