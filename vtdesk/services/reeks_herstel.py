"""Undo of what was done to a series: what stood there before, and whether it may come back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from vtdesk.errors import OutdatedError
from vtdesk.models import Afspraak, Deelname, Entity, Gesprek, Herinnering, Reeks
from vtdesk.services.agenda_nieuw import take_away, used
from vtdesk.store.store import go_along

_PARTS = (Gesprek, Deelname, Herinnering)  # a gesprek before who took part in it
_CHANGED = "Deze afspraken zijn intussen veranderd. Er is niets teruggezet."


@dataclass(frozen=True, slots=True)
class _Rij:
    kind: type[Entity]
    values: dict[str, Any]

    @property
    def id(self) -> UUID:
        found: UUID = self.values["id"]
        return found


@dataclass(frozen=True, slots=True)
class Herstel:
    """What a deed changed, so that it can be undone; `na` tells how the deed left each row."""

    chosen: UUID
    voor: tuple[_Rij, ...]
    na: dict[UUID, int]


class Foto:
    """Remembers rows before a deed, and looks again after it."""

    def __init__(self, session: Session, chosen: UUID) -> None:
        self._session, self._chosen = session, chosen
        self._voor: list[_Rij] = []
        self._known: set[UUID] = set()

    def take(self, reeks: Reeks | None, afspraken: Iterable[Afspraak]) -> None:
        """Remember these with all their parts."""
        taken = list(afspraken)
        ids = [afspraak.id for afspraak in taken]
        parts = [
            row
            for part in _PARTS
            for row in self._session.scalars(select(part).where(part.afspraak_id.in_(ids)))
        ]
        self._voor = [_remembered(row) for row in (*filter(None, [reeks]), *taken, *parts)]
        self._known = {row.id for row in self._of([reeks] if reeks else [])} | set(ids)

    def after(self, *reeksen: Reeks) -> Herstel:
        """Tell how the deed left things; `reeksen` are all that it touched or made."""
        self._session.flush()
        rows: list[Reeks | Afspraak] = list(reeksen)
        rows += [row for row in self._of(reeksen) if row.id not in self._known]
        for remembered in self._voor:
            row = self._session.get(remembered.kind, remembered.id)
            if isinstance(row, Afspraak):
                rows.append(row)
        return Herstel(self._chosen, tuple(self._voor), {row.id: row.version for row in rows})

    def _of(self, reeksen: Iterable[Reeks]) -> Iterable[Afspraak]:
        ids = [reeks.id for reeks in reeksen]
        return self._session.scalars(select(Afspraak).where(Afspraak.reeks_id.in_(ids)))


def restore(session: Session, herstel: Herstel) -> None:
    """Put back what stood there, all of it or nothing."""
    before = {row.id: row for row in herstel.voor if row.kind in (Reeks, Afspraak)}
    here = _as_the_deed_left_it(session, herstel)
    gone = set(before) - set(herstel.na)
    if any(session.get(row.kind, row.id) for row in herstel.voor if row.id in gone):
        raise OutdatedError(_CHANGED)
    go_along(session, (before.keys() | herstel.na.keys()) - {herstel.chosen})
    new = [row for row in here if row.id not in before]
    afspraken = [row for row in here if isinstance(row, Afspraak)]
    if used(session, [row for row in afspraken if row in new]):
        raise OutdatedError(_CHANGED)
    for row in new:
        if isinstance(row, Afspraak):
            take_away(session, row)
        else:
            session.delete(row)
    _forget_parts(session, [row.id for row in afspraken if row.id in before])
    session.flush()
    for remembered in herstel.voor:
        _put_back(session, remembered)
        session.flush()


def _as_the_deed_left_it(session: Session, herstel: Herstel) -> list[Reeks | Afspraak]:
    """Give the rows that the deed left; refuses when one of them changed since."""
    found: list[Reeks | Afspraak] = []
    for ding, version in herstel.na.items():
        row = session.get(Afspraak, ding) or session.get(Reeks, ding)
        if row is None or row.version != version:
            raise OutdatedError(_CHANGED)
        found.append(row)
    return found


def _forget_parts(session: Session, ids: list[UUID]) -> None:
    for part in (Deelname, Herinnering):
        for row in session.scalars(select(part).where(part.afspraak_id.in_(ids))):
            session.delete(row)


def _remembered(row: Entity) -> _Rij:
    columns = inspect(type(row)).column_attrs.keys()
    return _Rij(type(row), {name: getattr(row, name) for name in columns if name != "version"})


def _put_back(session: Session, remembered: _Rij) -> None:
    row = session.get(remembered.kind, remembered.id)
    if row is None:
        session.add(remembered.kind(**remembered.values))
        return
    for name, value in remembered.values.items():
        setattr(row, name, value)
