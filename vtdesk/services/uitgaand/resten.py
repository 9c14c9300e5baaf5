"""Copies on their way: a kill leaves no copy without a note, and no file that nobody knows.

A copy is written under a name that nobody can guess, noted, and only then moved to its own name.
Which file that is stands in the database first. As long as it is still there, the copy never got
its name: the file and its notes go. When it is gone the copy left, and the note stays.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Entity, Sleutelwaarde, Uitgifte, Verzending
from vtdesk.store.store import Store

_NAME = "uitgifte-onderweg"
_NOTES = {one.__tablename__: one for one in (Uitgifte, Verzending)}

Notitie = tuple[str, str]  # table and id of what tells of a copy


def begin(store: Store, paths: Iterable[Path]) -> None:
    """Write down under which names copies are going to be written."""
    with store.write() as session:
        for path in paths:
            session.merge(
                Sleutelwaarde(
                    sleutel=_key(path), waarde={"pad": str(path.absolute()), "notities": []}
                )
            )


def noted(session: Session, path: Path, notes: Sequence[Entity]) -> None:
    """Write down what tells of a copy, in the transaction that notes it."""
    row = session.get_one(Sleutelwaarde, _key(path))
    row.waarde = row.waarde | {"notities": notities(notes)}


def notities(notes: Sequence[Entity]) -> list[Notitie]:
    """Give by what notes are found again."""
    return [(one.__tablename__, str(one.id)) for one in notes]


def done(store: Store, paths: Iterable[Path]) -> None:
    """Strike what has its name now; when that fails it is done at the next opening."""
    with store.write() as session:
        for path in paths:
            _forget(session, _key(path))


def undo(store: Store, paths: Iterable[Path]) -> None:
    """Take back what did not leave: the files and their notes."""
    for path in paths:
        with store.read() as session:
            row = session.get(Sleutelwaarde, _key(path))
        if row is not None:
            _take_back(store, row)


def strike(store: Store, notes: Iterable[Notitie]) -> None:
    """Take notes back of what did not leave."""
    with store.write() as session:
        _strike(session, notes)


def sweep(store: Store) -> int:
    """End what a kill interrupted; tells how many there were.

    For when the kluis opens: later one may be on its way.
    """
    with store.read() as session:
        query = select(Sleutelwaarde).where(Sleutelwaarde.sleutel.like(f"{_NAME}/%"))
        rows = list(session.scalars(query))
    ended = 0
    for row in rows:
        path = Path(row.waarde["pad"])
        if path.is_file() and not path.is_symlink():
            ended += _take_back(store, row)
        elif path.parent.is_dir():  # a stick that is not there may come back
            with store.write() as session:
                _forget(session, row.sleutel)
            ended += 1
    return ended


def _take_back(store: Store, row: Sleutelwaarde) -> bool:
    path = Path(row.waarde["pad"])
    with suppress(OSError):
        path.unlink()
    gone = path.parent.is_dir() and not path.exists()
    with store.write() as session:
        _strike(session, row.waarde["notities"])
        if gone:
            _forget(session, row.sleutel)
        else:
            session.merge(Sleutelwaarde(sleutel=row.sleutel, waarde=row.waarde | {"notities": []}))
    return gone


def _strike(session: Session, notes: Iterable[Notitie]) -> None:
    for table, one in notes:
        found = session.get(_NOTES[table], UUID(one))
        if found is not None:
            session.delete(found)
    session.flush()


def _forget(session: Session, key: str) -> None:
    found = session.get(Sleutelwaarde, key)
    if found is not None:
        session.delete(found)


def _key(path: Path) -> str:
    return f"{_NAME}/{path.name}"  # drawn by lot, so no other has it
