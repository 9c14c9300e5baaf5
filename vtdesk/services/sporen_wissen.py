"""Traces of what was destroyed: words in the logboek, places in settings, rows of an index."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, delete, select, text
from sqlalchemy.orm import Session

from vtdesk.models import (
    Base,
    Instelling,
    Klad,
    Logreden,
    Logregel,
    Sleutelwaarde,
    Uitgaand,
    Vernietiging,
)
from vtdesk.services.bezit import chunks

# The logboek says that something was there and went; it holds no content.
_KEEPS = {one.__tablename__ for one in (Logregel, Uitgaand, Vernietiging)}


def defer_ties(session: Session) -> None:
    """Let the database check what points at what at the end, and not row by row."""
    session.execute(text("PRAGMA defer_foreign_keys = ON"))


def wipe_traces(session: Session, casus_id: UUID, ids: set[UUID]) -> None:
    """Take away what was not a row of the casus, and yet tells of it."""
    _wipe_reasons(session, Logregel.casus == casus_id)
    for some in chunks(ids):
        _wipe_reasons(session, Logregel.ding.in_(some))
    _wipe_settings(session, ids)
    for table, column in _other_columns(session):
        for some in chunks(ids):
            for form in (str, _hex):
                session.execute(
                    text(f'DELETE FROM "{table}" WHERE "{column}" IN ({_marks(len(some))})'),
                    {f"v{number}": form(one) for number, one in enumerate(some)},
                )


def settle_indexes(session: Session) -> None:
    """Let an index drop the words of what was deleted, which it otherwise keeps until later."""
    for name in _virtual(session):
        session.execute(text(f'INSERT INTO "{name}" ("{name}") VALUES (:how)'), {"how": "optimize"})


def left_behind(session: Session, ids: set[UUID]) -> Iterator[str]:
    """Name every place that still holds one of these ids, beside the logboek."""
    for table in Base.metadata.sorted_tables:
        if table.name in _KEEPS:
            continue
        for column in table.columns:
            if isinstance(column.type, Uuid):
                for some in chunks(ids):
                    if session.execute(select(column).where(column.in_(some)).limit(1)).first():
                        yield f"{table.name}.{column.name}"


def _wipe_reasons(session: Session, about: ColumnElement[bool]) -> None:
    """Forget why something was opened; that it was, stays in the chain."""
    lines = select(Logregel.seq).where(about, Logregel.reden_merk.is_not(None))
    session.execute(delete(Logreden).where(Logreden.seq.in_(lines)))


def _wipe_settings(session: Session, ids: set[UUID]) -> None:
    """Forget where she was and what was half typed, when that was in this casus."""
    kept: list[tuple[Base, dict[str, Any]]] = [
        *((one, one.waarde) for one in session.scalars(select(Instelling))),
        *((one, one.waarde) for one in session.scalars(select(Sleutelwaarde))),
        *((one, one.inhoud) for one in session.scalars(select(Klad))),
    ]
    for found, inhoud in kept:
        words = json.dumps(inhoud).replace("-", "")
        if any(one.hex in words for one in ids):
            session.delete(found)


def _other_columns(session: Session) -> Iterator[tuple[str, str]]:
    """Give the columns of tables that are no entities, such as an index for searching."""
    virtual = _virtual(session)
    tables = text("SELECT name FROM sqlite_master WHERE type = 'table'")
    for name in session.scalars(tables).all():
        inside = any(name.startswith(f"{one}_") for one in virtual)  # parts of an index
        if name in Base.metadata.tables or name.startswith("sqlite_") or inside:
            continue
        for column in session.execute(text(f'PRAGMA table_info("{name}")')):
            yield name, column[1]


def _virtual(session: Session) -> list[str]:
    query = text("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")
    return list(session.scalars(query))


def _marks(number: int) -> str:
    return ", ".join(f":v{place}" for place in range(number))


def _hex(one: UUID) -> str:
    return one.hex
