"""Notes what a session flushes, and writes logboek and outbox in the same transaction."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import event, insert
from sqlalchemy.orm import Session, UOWTransaction

from vtdesk.models import Casus, Entity, Uitgaand
from vtdesk.store.logketen import Logketen, Wie
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock

MAKEN, WIJZIGEN, VERWIJDEREN = "C", "U", "D"


class Recorder:
    """Listens to one writing session until it ends."""

    def __init__(self, session: Session, wie: Wie, clock: Clock) -> None:
        self.seen: set[tuple[Kind, UUID]] = set()
        self._logged: set[tuple[str, Kind, UUID, str, UUID | None]] = set()
        self._lines = Logketen(session, wie)
        self._clock = clock
        self._destroyed: set[UUID] = set()  # casussen that go in this transaction
        self._along: set[UUID] = set()  # what follows from a whole that has its own line
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)

    def note(
        self,
        actie: str,
        ding: tuple[Kind, UUID],
        *,
        detail: str = "",
        casus: UUID | None = None,
        reden: str = "",
        uitkomst: str = "ok",
    ) -> None:
        """Write a logboek line for something that is no change, such as looking or printing."""
        line = _line(actie, *ding, detail, casus) | {"reden": reden, "uitkomst": uitkomst}
        self._lines.add(self._clock(), [line])

    def go_along(self, dingen: Iterable[UUID]) -> None:
        """Let these write no logboek line: not each is an act of its own."""
        self._along.update(dingen)

    def _before_flush(self, session: Session, _context: UOWTransaction, _items: object) -> None:
        """Let what is final stay as it is; it goes only along with its whole casus."""
        self._destroyed |= {item.id for item in session.deleted if isinstance(item, Casus)}
        for actie, entity in _flushed(session):
            gone = actie == VERWIJDEREN and _casus_of(entity) in self._destroyed
            if actie != MAKEN and not gone:
                entity.refuse_change()

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        moment = self._clock()
        lines: list[dict[str, Any]] = []
        moves: list[dict[str, Any]] = []
        for actie, entity in _flushed(session):
            kind, ding = entity.subject()
            self.seen.add((kind, ding))
            if entity.silent:
                continue  # such as a draft: only its becoming a version is an event
            moves.append(
                {
                    "tijd": moment,
                    "tabel": entity.__tablename__,
                    "rij": entity.id,
                    "versie": entity.version,
                    "actie": actie,
                }
            )
            line = (actie, kind, ding, entity.__tablename__, _casus_of(entity))
            if line not in self._logged and ding not in self._along:
                self._logged.add(line)
                lines.append(_line(*line))
        # Core inserts: adding entities inside a flush would start another one.
        self._lines.add(moment, lines)
        if moves:
            session.execute(insert(Uitgaand), moves)


def _line(actie: str, kind: Kind, ding: UUID, detail: str, casus: UUID | None) -> dict[str, Any]:
    return {
        "actie": actie,
        "soort": kind.value,
        "ding": ding,
        "detail": detail,
        "casus": casus,
        "reden": "",
    }


def _casus_of(entity: Entity) -> UUID | None:
    """Give the casus a logboek line belongs to, so that it can be read per client (NEN 7513)."""
    if isinstance(entity, Casus):
        return entity.id
    found: UUID | None = getattr(entity, "casus_id", None)
    return found


def _flushed(session: Session) -> list[tuple[str, Entity]]:
    dirty = (item for item in session.dirty if session.is_modified(item))
    groups = ((MAKEN, session.new), (WIJZIGEN, dirty), (VERWIJDEREN, session.deleted))
    return [(actie, item) for actie, items in groups for item in items if isinstance(item, Entity)]
