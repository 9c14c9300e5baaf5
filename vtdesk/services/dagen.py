"""Her working days: begun in the morning, closed in the evening."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Dag
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock, local


@dataclass(frozen=True, slots=True)
class DagRow:
    """One working day: when it was begun and closed, if it was."""

    datum: date
    begonnen_op: datetime | None = None
    afgesloten_op: datetime | None = None


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
