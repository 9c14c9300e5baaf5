"""All that belongs to one casus and to nothing else, found by walking the schema.

A row belongs to the casus when it says so, or when it hangs below a row that does. A person belongs
to it who occurs in no other casus and in no appointment outside it. Organisations, settings and
sessions at the table never do. A table that is added later is found by itself. What names no casus
and is yet of this one, such as a call from a number of its people, goes too.

How a talk hit her never goes: that she had it, and how heavy it was, is hers (see `banden`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, or_, select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afspraak,
    Base,
    Belofte,
    Betrokkenheid,
    Casus,
    Entity,
    Impact,
    Instelling,
    Organisatie,
    Overname,
    Persoon,
    Terugbelverzoek,
    Vernietiging,
    Zitting,
)
from vtdesk.services.naamsporen import own_numbers

# a zitting is of several casussen, and what a talk did to her is hers
_APART = (Organisatie, Instelling, Vernietiging, Zitting, Impact)
_AT_ONCE = 500  # values in one statement

Bezit = dict[type[Entity], set[UUID]]


def bezit(session: Session, casus_id: UUID) -> Bezit:
    """Collect the ids of everything that goes when this casus goes, by kind of row."""
    found: Bezit = defaultdict(set)
    found[Casus] = set(session.scalars(select(Casus.id).where(Casus.id == casus_id)))
    for kind, table in _of_a_casus():
        found[kind] = set(session.scalars(select(table.c.id).where(table.c.casus_id == casus_id)))
    found[Persoon] = _people(session, casus_id)
    _grow(session, found)
    if elsewhere := _used_elsewhere(session, found):
        found[Persoon] -= elsewhere
        for below, _ in _below():
            found[below] = set()
        _grow(session, found)
    _add_unnamed(session, found)
    _grow(session, found)
    return {kind: ids for kind, ids in found.items() if ids}


def chunks(ids: Iterable[UUID]) -> Iterator[Sequence[UUID]]:
    """Cut many ids into as many as one statement takes."""
    all_ids = list(ids)
    for begin in range(0, len(all_ids), _AT_ONCE):
        yield all_ids[begin : begin + _AT_ONCE]


def kinds() -> list[type[Entity]]:
    """List every kind of row that has a life of its own."""
    return [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Entity)]


def table_of(kind: type[Entity]) -> Table:
    """Give the table of a kind of row."""
    return Base.metadata.tables[kind.__tablename__]


def _of_a_casus() -> list[tuple[type[Entity], Table]]:
    found = [(kind, table_of(kind)) for kind in kinds() if kind not in _APART]
    return [(kind, table) for kind, table in found if "casus_id" in table.c]


def _below() -> list[tuple[type[Entity], Table]]:
    """List the kinds that name no casus: they hang below a row that does, or below a person."""
    named = {kind for kind, _ in _of_a_casus()}
    others = [kind for kind in kinds() if kind not in (*_APART, Casus, Persoon, *named)]
    return [(kind, table_of(kind)) for kind in others]


def _people(session: Session, casus_id: UUID) -> set[UUID]:
    here = select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id == casus_id)
    there = select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id != casus_id)
    return set(session.scalars(here)) - set(session.scalars(there))


def _grow(session: Session, found: Bezit) -> None:
    """Add what hangs below, until nothing more is found."""
    owner = {table_of(kind).name: kind for kind in kinds()}
    before = -1
    while before != (before := sum(map(len, found.values()))):
        for kind, table in _below():
            for column, target in _ties(table):
                for ids in chunks(found.get(owner[target], ())):
                    found[kind] |= set(session.scalars(select(table.c.id).where(column.in_(ids))))


def _add_unnamed(session: Session, found: Bezit) -> None:
    """Add what is of this casus without naming it: in a leave, of a talk, from a number."""
    for talks in chunks(found.get(Afspraak, ())):
        promised = select(Belofte.id).where(
            Belofte.casus_id.is_(None), Belofte.afspraak_id.in_(talks)
        )
        found[Belofte] |= set(session.scalars(promised))
    numbers = own_numbers(session, found.get(Persoon, set()))
    calls = select(Terugbelverzoek.id).where(
        Terugbelverzoek.casus_id.is_(None),
        Terugbelverzoek.persoon_id.is_(None),
        Terugbelverzoek.nummer.in_(numbers),
    )
    found[Terugbelverzoek] |= set(session.scalars(calls))
    for things in chunks({one for ids in found.values() for one in ids}):
        taken = select(Overname.id).where(Overname.ding.in_(things))
        found[Overname] |= set(session.scalars(taken))


def _used_elsewhere(session: Session, found: Bezit) -> set[UUID]:
    """Find people of this casus who are named in something that stays."""
    used: set[UUID] = set()
    for kind in kinds():
        table = table_of(kind)
        ties = _ties(table)
        people = [column for column, target in ties if target == Persoon.__tablename__]
        if not people or ((kind, table) in _below() and len(people) == len(ties)):
            continue  # a tie between two people stays for nobody when one of them goes
        for ids in chunks(found[Persoon]):
            query = select(table.c.id, *people).where(or_(*(one.in_(ids) for one in people)))
            for row_id, *named in session.execute(query):
                if row_id not in found.get(kind, set()) or _hangs_below_other(
                    session, kind, row_id, found
                ):
                    used |= {one for one in named if one in found[Persoon]}
    return used


def _hangs_below_other(session: Session, kind: type[Entity], row_id: UUID, found: Bezit) -> bool:
    """Tell whether a row that was found by its person hangs below something that stays."""
    table = table_of(kind)
    if "casus_id" in table.c:
        return False
    owner = {table_of(one).name: one for one in kinds()}
    ties = [
        (column, target)
        for column, target in _ties(table)
        if target not in (Persoon.__tablename__, Organisatie.__tablename__)
    ]
    for column, target in ties:
        parent = session.scalar(select(column).where(table.c.id == row_id))
        if parent and parent not in found.get(owner[target], set()):
            return True
    return False


def _ties(table: Table) -> list[tuple[Column[Any], str]]:
    """List the columns that point at a row of another table, and cannot do without it."""
    return [
        (column, key.column.table.name)
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in Base.metadata.tables and key.ondelete != "SET NULL"
    ]
