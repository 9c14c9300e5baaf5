"""Her working days: begun in the morning, closed in the evening."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.models import Dag, Logregel
from vtdesk.services.dagnamen import names
from vtdesk.store.store import Store
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, end_of, local

_TOLD = (Kind.AFSPRAAK, Kind.TERMIJN, Kind.TERUGBELVERZOEK)  # what a morning needs to know of
_CHANGES = ("C", "U", "D")


@dataclass(frozen=True, slots=True)
class DagRow:
    """One working day: when it was begun and closed, if it was."""

    datum: date
    begonnen_op: datetime | None = None
    afgesloten_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class Veranderd:
    """How many things of each kind changed since a moment."""

    sinds: datetime
    aantallen: Mapping[Kind, int]


class Dagen:
    """Use cases around the working day; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, day: date) -> DagRow:
        """Give a day; one that nobody began is a day like any other."""
        with self._store.read() as session:
            found = _find(session, day)
            if found is None:
                return DagRow(day)
            return DagRow(day, _local(found.begonnen_op), _local(found.afgesloten_op))

    def previous(self, day: date) -> DagRow | None:
        """Give the last day before this one that was begun or closed."""
        query = select(Dag).where(Dag.datum < day).order_by(Dag.datum.desc())
        with self._store.read() as session:
            found = session.scalars(query).first()
            if found is None:
                return None
            return DagRow(found.datum, _local(found.begonnen_op), _local(found.afgesloten_op))

    def changed(self, day: date) -> Veranderd | None:
        """Say what changed since the day before this one was left; None on the very first day."""
        before = self.previous(day)
        if before is None:
            return None
        since = before.afgesloten_op or end_of(before.datum)
        query = (
            select(Logregel.soort, func.count(func.distinct(Logregel.ding)))
            .where(Logregel.tijd > since, Logregel.soort.in_(_TOLD), Logregel.actie.in_(_CHANGES))
            .group_by(Logregel.soort)
        )
        with self._store.read() as session:
            found = dict(session.execute(query).all())
        return Veranderd(since, {kind: found.get(kind, 0) for kind in _TOLD})

    def names(self) -> frozenset[str]:
        """Give the names that do not belong in what is hers alone, folded word by word."""
        return names(self._store)

    def begin(self) -> None:
        """Note that the day has begun; once is enough."""
        now = self._clock()
        with self._store.write() as session:
            dag = _ensure(session, local(now).date())
            dag.begonnen_op = dag.begonnen_op or now

    def close(self) -> None:
        """Note that the day is done; the last time counts."""
        now = self._clock()
        with self._store.write() as session:
            _ensure(session, local(now).date()).afgesloten_op = now


def _find(session: Session, day: date) -> Dag | None:
    return session.scalar(select(Dag).where(Dag.datum == day))


def _ensure(session: Session, day: date) -> Dag:
    dag = _find(session, day)
    if dag is None:
        dag = Dag(datum=day)
        session.add(dag)
    return dag


def _local(moment: datetime | None) -> datetime | None:
    return local(moment) if moment else None
