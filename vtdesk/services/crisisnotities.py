"""The crisisnotitie: while it happens, a line per Enter, each with its time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Casus, Crisisnotitie, Crisisregel
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock, local

GONE = "Deze crisisnotitie bestaat niet meer."


@dataclass(frozen=True, slots=True)
class CrisisregelRow:
    """One line with the time at which it was written."""

    id: UUID
    moment: datetime
    tekst: str


@dataclass(frozen=True, slots=True)
class CrisisnotitieRow:
    """One run of lines; it is running until she closes it."""

    id: UUID
    casus_id: UUID | None
    casus: str
    nummer: str
    begonnen_op: datetime
    afgesloten_op: datetime | None
    regels: tuple[CrisisregelRow, ...]

    @property
    def loopt(self) -> bool:
        """Tell whether lines are still being added."""
        return self.afgesloten_op is None


class Crisisnotities:
    """Use cases around crisisnotities; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def running(self) -> CrisisnotitieRow | None:
        """Give the run that was begun last and not closed yet; over restarts too."""
        return next(iter(self.all_running()), None)

    def all_running(self) -> list[CrisisnotitieRow]:
        """List the runs that were not closed yet, the last one first."""
        query = _notities().where(Crisisnotitie.afgesloten_op.is_(None))
        return self._rows(query.order_by(Crisisnotitie.begonnen_op.desc()))

    def of_casus(self, casus_id: UUID) -> list[CrisisnotitieRow]:
        """List the runs of a casus, the oldest first."""
        query = _notities().where(Crisisnotitie.casus_id == casus_id)
        return self._rows(query.order_by(Crisisnotitie.begonnen_op))

    def detail(self, notitie_id: UUID) -> CrisisnotitieRow:
        """Give one run."""
        found = self._rows(_notities().where(Crisisnotitie.id == notitie_id))
        if not found:
            raise UserError(GONE)
        return found[0]

    def begin(self, casus_id: UUID | None = None) -> UUID:
        """Begin a run."""
        with self._store.write() as session:
            notitie = Crisisnotitie(begonnen_op=self._clock(), casus_id=casus_id)
            session.add(notitie)
            return notitie.id

    def add_line(self, notitie_id: UUID, tekst: str) -> UUID:
        """Write a line at this moment."""
        with self._store.write() as session:
            notitie = _existing(session, notitie_id)
            if notitie.afgesloten_op is not None:
                raise UserError("Deze crisisnotitie is gesloten. Begin een nieuwe.")
            regel = Crisisregel(notitie_id=notitie_id, moment=self._clock(), tekst=tekst.strip())
            session.add(regel)
            return regel.id

    def remove_line(self, regel_id: UUID) -> None:
        """Take back a line that was written by mistake, while the run goes on."""
        with self._store.write() as session:
            regel = session.get(Crisisregel, regel_id)
            if regel is None:
                raise UserError("Deze regel bestaat niet meer.")
            if _existing(session, regel.notitie_id).afgesloten_op is not None:
                raise UserError("Deze crisisnotitie is gesloten. De regels staan vast.")
            session.delete(regel)

    def set_casus(self, notitie_id: UUID, casus_id: UUID | None) -> None:
        """Say to which casus it belongs."""
        with self._store.write() as session:
            _existing(session, notitie_id).casus_id = casus_id

    def close(self, notitie_id: UUID) -> None:
        """End the run; one without a line leaves nothing behind."""
        with self._store.write() as session:
            notitie = _existing(session, notitie_id)
            lines = select(Crisisregel.id).where(Crisisregel.notitie_id == notitie_id)
            if session.scalars(lines).first() is None:
                session.delete(notitie)
            else:
                notitie.afgesloten_op = self._clock()

    def reopen(self, notitie_id: UUID) -> None:
        """Undo that it was closed."""
        with self._store.write() as session:
            _existing(session, notitie_id).afgesloten_op = None

    def _rows(self, query: Select[Crisisnotitie, str, str]) -> list[CrisisnotitieRow]:
        with self._store.read() as session:
            found = session.execute(query).all()
            lines = _lines(session, [notitie.id for notitie, _, _ in found])
        return [
            CrisisnotitieRow(
                notitie.id,
                notitie.casus_id,
                naam or "",
                nummer or "",
                local(notitie.begonnen_op),
                local(notitie.afgesloten_op) if notitie.afgesloten_op else None,
                tuple(lines[notitie.id]),
            )
            for notitie, naam, nummer in found
        ]


def _notities() -> Select[Crisisnotitie, str, str]:
    return select(Crisisnotitie, Casus.naam, Casus.nummer).outerjoin(
        Casus, Casus.id == Crisisnotitie.casus_id
    )


def _existing(session: Session, notitie_id: UUID) -> Crisisnotitie:
    notitie = session.get(Crisisnotitie, notitie_id)
    if notitie is None:
        raise UserError(GONE)
    return notitie


def _lines(session: Session, ids: list[UUID]) -> dict[UUID, list[CrisisregelRow]]:
    query = select(Crisisregel).where(Crisisregel.notitie_id.in_(ids))
    found: dict[UUID, list[CrisisregelRow]] = defaultdict(list)
    for regel in session.scalars(query.order_by(Crisisregel.moment)):
        row = CrisisregelRow(regel.id, local(regel.moment), regel.tekst)
        found[regel.notitie_id].append(row)
    return found
