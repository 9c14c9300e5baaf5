"""Verlof: when she is away, what falls in it, and who takes each thing."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Overname, Verlof
from vtdesk.services.verlof.inhoud import Dagen, VerlofRegel, inhoud
from vtdesk.services.verlof.regels import regels
from vtdesk.store.store import Store
from vtdesk.values.dagkinds import OvernameSoort
from vtdesk.values.tijd import Clock, calendar_day, dag_met_naam

__all__ = ["Overgenomen", "VerlofGegevens", "VerlofGeheel", "VerlofRegel", "VerlofRow", "Verloven"]

GONE = "Dit verlof bestaat niet meer."
LONGEST = 366  # days
CHANGED = "Dit verlof is intussen ergens anders gewijzigd. Open het opnieuw."


@dataclass(frozen=True, slots=True)
class VerlofGegevens:
    """What a form holds: first and last day, and who is there meanwhile."""

    van: date
    tot: date
    vervanger: str = ""
    vervanger_telefoon: str = ""


@dataclass(frozen=True, slots=True)
class VerlofRow:
    """One period of leave."""

    id: UUID
    version: int
    gegevens: VerlofGegevens

    @property
    def van(self) -> date:
        """Give the first day."""
        return self.gegevens.van

    @property
    def tot(self) -> date:
        """Give the last day."""
        return self.gegevens.tot

    @property
    def periode(self) -> str:
        """Write `wo 13 mei t/m vr 22 mei`, or the one day."""
        if self.van == self.tot:
            return dag_met_naam(self.van)
        return f"{dag_met_naam(self.van)} t/m {dag_met_naam(self.tot)}"


@dataclass(frozen=True, slots=True)
class Overgenomen:
    """Who takes one thing."""

    soort: OvernameSoort
    ding: UUID
    wie: str
    casus_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class VerlofGeheel:
    """A leave that was removed, with who took what, so that it can come back."""

    gegevens: VerlofGegevens
    overnames: tuple[Overgenomen, ...]


class Verloven:
    """Use cases around leave; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> list[VerlofRow]:
        """List all leave, the last first."""
        with self._store.read() as session:
            found = session.scalars(select(Verlof).order_by(Verlof.van.desc()))
            return [_row(verlof) for verlof in found]

    def get(self, verlof_id: UUID) -> VerlofRow:
        """Give one period of leave."""
        with self._store.read() as session:
            return _row(existing(session, verlof_id))

    def current(self, day: date) -> VerlofRow | None:
        """Give the leave that a day lies in."""
        query = select(Verlof).where(Verlof.van <= day, Verlof.tot >= day)
        with self._store.read() as session:
            verlof = session.scalars(query).first()
            return _row(verlof) if verlof else None

    def days(self, van: date, tot: date) -> set[date]:
        """Give which of some days lie in a leave."""
        span = _checked(van, tot)
        query = select(Verlof).where(Verlof.van <= span.tot, Verlof.tot >= span.van)
        with self._store.read() as session:
            return {
                first + timedelta(days=number)
                for verlof in session.scalars(query)
                for first in [max(van, verlof.van)]
                for number in range((min(tot, verlof.tot) - first).days + 1)
            }

    def upcoming(self, day: date, within: int | None = None) -> VerlofRow | None:
        """Give the leave that begins within some days after a day; how many is data."""
        calendar_day(day)
        days = regels().dagen_vooraf if within is None else within
        query = (
            select(Verlof)
            .where(Verlof.van > day, Verlof.van <= day + timedelta(days=days))
            .order_by(Verlof.van)
        )
        with self._store.read() as session:
            verlof = session.scalars(query).first()
            return _row(verlof) if verlof else None

    def others(self, verlof_id: UUID, day: date) -> list[VerlofRow]:
        """List what else is planned from a day on, the first first."""
        query = select(Verlof).where(Verlof.tot >= day, Verlof.id != verlof_id)
        with self._store.read() as session:
            return [_row(verlof) for verlof in session.scalars(query.order_by(Verlof.van))]

    def next(self, day: date) -> VerlofRow | None:
        """Give the leave of a day, or else the first one after it."""
        query = select(Verlof).where(Verlof.tot >= day).order_by(Verlof.van)
        with self._store.read() as session:
            verlof = session.scalars(query).first()
            return _row(verlof) if verlof else None

    def add(self, gegevens: VerlofGegevens) -> UUID:
        """Plan leave; `remove` undoes it."""
        verlof = Verlof(gemaakt_op=self._clock(), **asdict(_tidy(gegevens)))
        with self._store.write() as session:
            _refuse_double(session, verlof)
            session.add(verlof)
            return verlof.id

    def change(self, verlof_id: UUID, version: int, gegevens: VerlofGegevens) -> None:
        """Change leave; refuses when it changed since `version` was read."""
        with self._store.write() as session:
            verlof = existing(session, verlof_id)
            if verlof.version != version:
                raise UserError(CHANGED)
            for name, value in asdict(_tidy(gegevens)).items():
                setattr(verlof, name, value)
            verlof.check()
            _refuse_double(session, verlof)

    def remove(self, verlof_id: UUID) -> VerlofGeheel:
        """Take leave back, with who took what; give it, so that `restore` undoes it."""
        with self._store.write() as session:
            verlof = existing(session, verlof_id)
            overnames = list(session.scalars(_taken(verlof_id)))
            whole = VerlofGeheel(
                _row(verlof).gegevens,
                tuple(Overgenomen(o.soort, o.ding, o.wie, o.casus_id) for o in overnames),
            )
            for overname in overnames:
                session.delete(overname)
            session.flush()  # what hangs below goes first
            session.delete(verlof)
            return whole

    def restore(self, whole: VerlofGeheel) -> UUID:
        """Bring removed leave back."""
        verlof = Verlof(gemaakt_op=self._clock(), **asdict(whole.gegevens))
        with self._store.write() as session:
            _refuse_double(session, verlof)
            session.add(verlof)
            session.flush()
            for one in whole.overnames:
                session.add(Overname(verlof_id=verlof.id, **asdict(one)))
            return verlof.id

    def contents(self, verlof_id: UUID) -> list[VerlofRegel]:
        """List what falls in a leave over all casussen, by date, with who takes each."""
        with self._store.read() as session:
            return contents_of(session, existing(session, verlof_id), self._clock())

    def between(self, van: date, tot: date) -> list[VerlofRegel]:
        """List what falls in some days; who takes it stands there when leave was planned."""
        dagen = _checked(van, tot)
        query = select(Verlof).where(Verlof.van <= tot, Verlof.tot >= van)
        with self._store.read() as session:
            takers = {
                key: wie
                for verlof in session.scalars(query)
                for key, wie in _takers(session, verlof.id).items()
            }
            found = _with(inhoud(session, dagen, self._clock()), takers)
            return [line for line in found if line.telt]

    def take(self, verlof_id: UUID, soort: OvernameSoort, ding: UUID, wie: str) -> None:
        """Note who takes one thing; without a name nobody does any more."""
        with self._store.write() as session:
            verlof = existing(session, verlof_id)
            for line in _all_of(session, verlof, self._clock()):
                if line.id == (soort, ding):
                    _assign(session, verlof_id, line, wie)
                    return
        raise UserError("Dit valt niet meer in je verlof. Kijk de lijst opnieuw na.")

    def take_rest(self, verlof_id: UUID, wie: str) -> tuple[Overgenomen, ...]:
        """Let somebody take all that nobody takes yet; give what this was, for undo."""
        if not wie.strip():
            raise UserError("Vul in wie dit overneemt.")
        with self._store.write() as session:
            verlof = existing(session, verlof_id)
            rest = [line for line in contents_of(session, verlof, self._clock()) if line.is_open]
            for line in rest:
                _assign(session, verlof_id, line, wie)
            return tuple(Overgenomen(r.soort, r.ding, wie.strip(), r.casus_id) for r in rest)

    def leave_open(self, verlof_id: UUID, dingen: tuple[Overgenomen, ...]) -> None:
        """Let nobody take these any more."""
        wanted = {(one.soort, one.ding) for one in dingen}
        with self._store.write() as session:
            for overname in session.scalars(_taken(verlof_id)):
                if (overname.soort, overname.ding) in wanted:
                    session.delete(overname)


def contents_of(session: Session, verlof: Verlof, now: datetime) -> list[VerlofRegel]:
    """List what falls in a leave, with who takes each, within a transaction."""
    return [line for line in _all_of(session, verlof, now) if line.telt]


def _all_of(session: Session, verlof: Verlof, now: datetime) -> list[VerlofRegel]:
    """List also the verslagen that nobody was asked to write."""
    lines = inhoud(session, Dagen(verlof.van, verlof.tot), now)
    return _with(lines, _takers(session, verlof.id))


Takers = dict[tuple[OvernameSoort, UUID], str]


def _with(lines: list[VerlofRegel], takers: Takers) -> list[VerlofRegel]:
    return [replace(line, wie=takers.get(line.id, "")) for line in lines]


def _takers(session: Session, verlof_id: UUID) -> Takers:
    return {(one.soort, one.ding): one.wie for one in session.scalars(_taken(verlof_id))}


def _taken(verlof_id: UUID) -> Select[Overname]:
    return select(Overname).where(Overname.verlof_id == verlof_id)


def _assign(session: Session, verlof_id: UUID, line: VerlofRegel, wie: str) -> None:
    query = _taken(verlof_id).where(Overname.soort == line.soort, Overname.ding == line.ding)
    overname = session.scalar(query)
    if not wie.strip():
        if overname:
            session.delete(overname)
    elif overname:
        overname.wie, overname.casus_id = wie.strip(), line.casus_id
    else:
        session.add(
            Overname(
                verlof_id=verlof_id,
                soort=line.soort,
                ding=line.ding,
                wie=wie.strip(),
                casus_id=line.casus_id,
            )
        )


def existing(session: Session, verlof_id: UUID) -> Verlof:
    """Give leave within a transaction."""
    verlof = session.get(Verlof, verlof_id)
    if verlof is None:
        raise UserError(GONE)
    return verlof


def _tidy(gegevens: VerlofGegevens) -> VerlofGegevens:
    _checked(gegevens.van, gegevens.tot)
    return replace(
        gegevens,
        vervanger=gegevens.vervanger.strip(),
        vervanger_telefoon=gegevens.vervanger_telefoon.strip(),
    )


def _checked(van: date, tot: date) -> Dagen:
    """Refuse days in the wrong order, and more than anybody is away."""
    for day in (van, tot):
        calendar_day(day)
    if tot < van:
        raise UserError("De laatste dag ligt vóór de eerste. Controleer de datums.")
    if (tot - van).days > LONGEST:
        raise UserError("Dit is langer dan een jaar. Controleer de datums.")
    return Dagen(van, tot)


def _refuse_double(session: Session, verlof: Verlof) -> None:
    query = select(Verlof).where(
        Verlof.id != verlof.id, Verlof.van <= verlof.tot, Verlof.tot >= verlof.van
    )
    if other := session.scalars(query).first():
        raise UserError(f"In deze dagen heb je al verlof: {_row(other).periode}.")


def _row(verlof: Verlof) -> VerlofRow:
    return VerlofRow(
        verlof.id,
        verlof.version,
        VerlofGegevens(verlof.van, verlof.tot, verlof.vervanger, verlof.vervanger_telefoon),
    )
