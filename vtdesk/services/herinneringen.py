"""Reminders: each is given once, also when the kluis was closed or the laptop slept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import (
    Afspraak,
    Belpoging,
    Deelname,
    Herinnering,
    Instelling,
    Sleutelwaarde,
    Terugbelverzoek,
)
from vtdesk.store.store import Store
from vtdesk.values.dagkinds import BelUitkomst
from vtdesk.values.herinneren import Vooraf
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import Clock, later, local, start_of

STANDAARD = 10
LATER = (5, 10, 15)  # minutes
_SETTING, _LOOKED = "herinneren", "herinnerd"
_JUST = timedelta(minutes=15)
_LONGEST, _DAY = timedelta(hours=1), timedelta(days=1)
# Own time begins without a word, unless she asks for one.
_QUIET = (AfspraakSoort.LUNCH, AfspraakSoort.SCHRIJVEN, AfspraakSoort.EIGEN_TIJD)


@dataclass(frozen=True, slots=True)
class HerinneringRow:
    """One appointment that she is reminded of."""

    afspraak_id: UUID
    titel: str
    begin: datetime
    einde: datetime
    plaats: str


class Herinneringen:
    """Use cases around reminders; none of them ever touches an appointment."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def standaard(self) -> int | None:
        """Tell how many minutes before an appointment she is reminded; None for never."""
        with self._store.read() as session:
            return _standaard(session)

    def set_standaard(self, minuten: int | None) -> None:
        """Choose how many minutes before each appointment; None for never."""
        if minuten is not None and not 0 <= minuten <= _LONGEST // timedelta(minutes=1):
            raise UserError("Kies hoogstens 60 minuten vooraf.")
        with self._store.write() as session:
            query = select(Instelling).where(Instelling.sleutel == _SETTING)
            found = session.scalar(query)
            if found:
                found.waarde = {"minuten": minuten}
            else:
                session.add(Instelling(sleutel=_SETTING, waarde={"minuten": minuten}))

    def of(self, afspraak_id: UUID) -> Vooraf:
        """Tell what she chose for one appointment."""
        with self._store.read() as session:
            row = session.scalar(_of([afspraak_id]))
        return Vooraf(row.keuze) if row else Vooraf.ALTIJD

    def set(self, afspraak_id: UUID, vooraf: Vooraf) -> None:
        """Choose for one appointment."""
        with self._store.write() as session:
            set_vooraf(session, afspraak_id, vooraf)

    def due(self) -> list[HerinneringRow]:
        """List what she must be reminded of now and was not yet, earliest first.

        What goes on for some time is not told any more, unless its moment came since she was last
        at work today, and nobody could tell it then.
        """
        now = self._clock()
        today = start_of(local(now).date())
        with self._store.read() as session:
            looked = _looked(session)
            since = max(looked, today) if looked else now
            return [
                _row(afspraak)
                for afspraak, moment in _moments(session, today, now)
                if moment <= now
                and (moment >= since or _has_just_begun(afspraak, now))
                and not _is_called(session, afspraak)
            ]

    def stands(self, row: HerinneringRow) -> bool:
        """Tell whether it is still to be done where it was told to be."""
        with self._store.read() as session:
            afspraak = session.get(Afspraak, row.afspraak_id)
            if afspraak is None or afspraak.staat is not AfspraakStaat.GEPLAND:
                return False
            return local(afspraak.begin) == row.begin and not _is_called(session, afspraak)

    def next_at(self) -> datetime | None:
        """Tell when the next one is due; nothing when none is near."""
        now = self._clock()
        with self._store.read() as session:
            moments = [moment for _, moment in _moments(session, now - _LONGEST, later(now, _DAY))]
        return min((moment for moment in moments if moment > now), default=None)

    def given(self, afspraken: Iterable[UUID]) -> None:
        """Note that she was reminded, so that it is not done again."""
        now = self._clock()
        with self._store.write() as session:
            for row in _rows_of(session, list(afspraken)):
                row.gegeven_op = now
            _look(session, now)

    def later(self, afspraken: Iterable[UUID], minuten: int) -> datetime:
        """Remind her again in some minutes; the appointments stay where they are."""
        if minuten not in LATER:
            raise UserError("Kies 5, 10 of 15 minuten.")
        moment = later(self._clock(), timedelta(minutes=minuten))
        with self._store.write() as session:
            for row in _rows_of(session, list(afspraken)):
                row.later_op = moment
        return local(moment)

    def rest(self) -> None:
        """Note until when she could be reminded, before the kluis closes."""
        with self._store.write() as session:
            _look(session, self._clock())


def _has_just_begun(afspraak: Afspraak, now: datetime) -> bool:
    return now < afspraak.einde and now - _JUST < afspraak.begin


def _is_called(session: Session, afspraak: Afspraak) -> bool:
    """Tell whether the call that was planned was made; one with guests is with one of them."""
    if afspraak.soort is not AfspraakSoort.BELLEN or afspraak.casus_id is None:
        return False
    guests = select(Deelname.persoon_id).where(
        Deelname.afspraak_id == afspraak.id, Deelname.persoon_id.is_not(None)
    )
    query = (
        select(Terugbelverzoek.persoon_id)
        .join(Belpoging, Belpoging.verzoek_id == Terugbelverzoek.id)
        .where(
            Terugbelverzoek.casus_id == afspraak.casus_id,
            Belpoging.uitkomst == BelUitkomst.GESPROKEN,
            Belpoging.moment >= afspraak.begin - _JUST,
        )
    )
    invited, spoken = set(session.scalars(guests)), set(session.scalars(query))
    return bool(spoken & invited if invited else spoken)


def set_vooraf(session: Session, afspraak_id: UUID, vooraf: Vooraf) -> None:
    """Choose for one appointment, within the deed of another."""
    row = session.scalar(_of([afspraak_id]))
    if row is not None:
        row.keuze = vooraf
    elif vooraf is not Vooraf.ALTIJD:
        session.add(Herinnering(afspraak_id=afspraak_id, keuze=vooraf))


def _moments(session: Session, vanaf: datetime, tot: datetime) -> list[tuple[Afspraak, datetime]]:
    """List the planned appointments of a span with the moment of a reminder not given yet."""
    standaard = _standaard(session)
    query = (
        select(Afspraak, Herinnering)
        .outerjoin(Herinnering, Herinnering.afspraak_id == Afspraak.id)
        .where(
            Afspraak.staat == AfspraakStaat.GEPLAND,
            Afspraak.hele_dag.is_(False),
            or_(Afspraak.einde > vanaf, Herinnering.later_op > vanaf),
            Afspraak.begin < tot + _LONGEST,
        )
        .order_by(Afspraak.begin)
    )
    found = (
        (afspraak, row, _moment(afspraak, row, standaard))
        for afspraak, row in session.execute(query)
    )
    return [
        (afspraak, moment)
        for afspraak, row, moment in found
        if moment and not (row and row.gegeven_op and row.gegeven_op >= moment)
    ]


def _moment(afspraak: Afspraak, row: Herinnering | None, standaard: int | None) -> datetime | None:
    """Tell when it is due; a moment for later counts until the appointment goes past it."""
    vooraf = Vooraf(row.keuze) if row else Vooraf.ALTIJD
    minuten = vooraf.minuten
    if vooraf is Vooraf.ALTIJD and afspraak.soort not in _QUIET:
        minuten = standaard
    planned = None
    if minuten is not None:
        planned = afspraak.begin - timedelta(minutes=minuten)
    return max(filter(None, (planned, row.later_op if row else None)), default=None)


def _standaard(session: Session) -> int | None:
    waarde = session.scalar(select(Instelling.waarde).where(Instelling.sleutel == _SETTING))
    minuten: int | None = waarde["minuten"] if waarde else STANDAARD
    return minuten


def _of(ids: Sequence[UUID]) -> Select[Herinnering]:
    return select(Herinnering).where(Herinnering.afspraak_id.in_(ids))


def _rows_of(session: Session, ids: Sequence[UUID]) -> list[Herinnering]:
    """Give the row of each, made where there was none."""
    found = {row.afspraak_id: row for row in session.scalars(_of(ids))}
    here = session.scalars(select(Afspraak.id).where(Afspraak.id.in_(ids)))
    new = [Herinnering(afspraak_id=one) for one in here if one not in found]
    session.add_all(new)
    return [*found.values(), *new]


def _looked(session: Session) -> datetime | None:
    kept = session.get(Sleutelwaarde, _LOOKED)
    return datetime.fromisoformat(kept.waarde["tot"]) if kept else None


def _look(session: Session, now: datetime) -> None:
    session.merge(Sleutelwaarde(sleutel=_LOOKED, waarde={"tot": now.isoformat()}))


def _row(afspraak: Afspraak) -> HerinneringRow:
    return HerinneringRow(
        afspraak.id, afspraak.titel, local(afspraak.begin), local(afspraak.einde), afspraak.plaats
    )
