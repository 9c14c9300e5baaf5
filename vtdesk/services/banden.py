"""Ties from what stays to what is destroyed: they are let go of, and nothing that stays goes along.

How a talk hit her stays, without the talk: the moment and how heavy it was are hers. Her words go,
for they may tell of the family.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Uuid, select
from sqlalchemy.orm import Session

from vtdesk.models import Afspraak, Entity, Impact
from vtdesk.services.bezit import chunks, kinds, table_of


def loosen(session: Session, ids: set[UUID]) -> None:
    """Let every row that stays point at none of these, row by row, so that each is noted."""
    for kind in kinds():
        for column in _loose_ends(kind):
            for some in chunks(ids):
                for row in session.scalars(select(kind).where(column.in_(some))):
                    if row.id not in ids:
                        _let_go(row, column.name)
    session.flush()


def _loose_ends(kind: type[Entity]) -> Iterator[Column[Any]]:
    """List the columns of a kind that may hold the id of another row, or nothing."""
    for column in table_of(kind).columns:
        points = column.foreign_keys or column is table_of(Afspraak).c.reeks_id
        if points and column.nullable and isinstance(column.type, Uuid):
            yield column


def _let_go(row: Entity, name: str) -> None:
    setattr(row, name, None)
    if isinstance(row, Afspraak) and name == "reeks_id":
        row.reeks_op = ""
    if isinstance(row, Impact):
        row.tekst = row.collega = ""
