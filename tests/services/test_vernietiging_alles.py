"""Destruction of a casus of which every table holds a row, and every column of text a canary.

A table that comes later is filled by itself, or has to be named as one that holds nothing of it.
"""

import runpy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Column, Enum, ForeignKey, String, Table, Uuid, insert, text
from sqlalchemy.orm import Session

from tests.builders import SlowClock, add_casus, add_persoon
from tests.conftest import KEY
from tests.services.test_vernietiging import GROND, ready
from vtdesk.models import Base
from vtdesk.models.base import UtcDateTime
from vtdesk.security.bijlagen import FOLDER
from vtdesk.services.desk import Desk
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import VerzoekStand

CANARY = "kanariegeel"
LOG_HEAD, FRAME = 32, 4096 + 24
LEZER = Path(__file__).resolve().parents[2] / "packaging" / "lezer.py"
NOT_OF_A_CASUS = {  # and why nothing of one stands there, or what wipes it
    "dag", "eigenwoord", "instelling", "klad", "lichtpunt", "logboek", "logkop", "logreden",
    "logstomp", "meta", "organisatie", "outbox", "verlof", "vernietiging", "zoekstuk",
}  # fmt: skip
HERS = {"impact", "zitting"}  # how a talk was for her; a table with several casussen
GIVEN: dict[str, dict[str, Any]] = {
    "verzoek": {"stand": VerzoekStand.TOEGEWEZEN},  # an open one would hold it up
    "versie": {"zegel": {}},  # the proof keeps seals, which hold no words
    "reactie": {"zegel": {}},
}
MOMENT = datetime(2026, 5, 1, 9, tzinfo=UTC)
_PLAIN: dict[type, Any] = {
    date: date(2026, 5, 1),
    bytes: CANARY.encode(),
    bool: False,
    int: 7,
    float: 0.5,
    object: {CANARY: CANARY},
}


def of_a_casus() -> list[Table]:
    """List the tables that hang below a casus or a person, parents first."""
    tied = {"casus", "persoon"}
    before = 0
    while before != (before := len(tied)):
        tied |= {
            table.name
            for table in Base.metadata.sorted_tables
            if any(key.column.table.name in tied for key in table.foreign_keys)
        }
    return [table for table in Base.metadata.sorted_tables if table.name in tied]


def holding(store: Store) -> list[str]:
    """Name the tables in which a canary stands."""
    with store.read() as session:
        return [
            table.name
            for table in Base.metadata.sorted_tables
            if CANARY in str(session.execute(text(f'SELECT * FROM "{table.name}"')).all())
        ]


class Filler:
    """Puts a row in every table, tied to those that are there already."""

    def __init__(self, session: Session, casus_id: UUID, persoon_id: UUID) -> None:
        self._session = session
        self._ids: dict[str, Any] = {"casus": casus_id, "persoon": persoon_id}

    def fill(self, table: Table) -> None:
        """Add a row, with a canary wherever it takes one."""
        if table.name in self._ids:
            return
        own = self._ids[table.name] = uuid4()
        values = {column.name: self._value(table, column, own) for column in table.columns}
        self._session.execute(insert(table).values({**values, **GIVEN.get(table.name, {})}))

    def _value(self, table: Table, column: Column[Any], own: UUID) -> Any:
        if column.primary_key and isinstance(column.type, Uuid):
            return own
        for key in column.foreign_keys:
            return self._tied(table, key)
        return _plain(table, column)

    def _tied(self, table: Table, key: ForeignKey) -> Any:
        target = key.column.table
        if target is table:
            return None
        self.fill(target)
        return self._ids[target.name]


def _plain(table: Table, column: Column[Any]) -> Any:
    """Give what a column takes that points at nothing."""
    if isinstance(column.type, Enum):
        kind: Any = column.type.enum_class
        return kind(column.type.enums[0])
    if isinstance(column.type, String):
        return "blijft" if table.name in NOT_OF_A_CASUS | HERS else CANARY
    if isinstance(column.type, Uuid):
        return uuid4()
    return MOMENT if isinstance(column.type, UtcDateTime) else _PLAIN[column.type.python_type]


def test_every_table_is_known_to_hold_something_of_a_casus_or_nothing() -> None:
    tables = {table.name for table in Base.metadata.sorted_tables}
    assert tables - {table.name for table in of_a_casus()} == NOT_OF_A_CASUS


def test_no_canary_of_any_column_is_left_in_pages_log_or_files(
    desk: Desk, store: Store, clock: SlowClock, tmp_path: Path
) -> None:
    casus_id = add_casus(desk, naam=CANARY)
    persoon_id = add_persoon(desk, casus_id, voornaam=CANARY, opmerking=CANARY)
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    with store.write() as session:
        filler = Filler(session, casus_id, persoon_id)
        for table in of_a_casus():
            if table.name not in HERS:
                filler.fill(table)
    (tmp_path / FOLDER).mkdir(exist_ok=True)
    reader = runpy.run_path(str(LEZER))
    read = reader["database"]
    assert read(store.path, KEY).count(CANARY.encode()) > 200

    desk.vernietigingen.destroy(casus_id)

    assert holding(store) == []
    assert CANARY.encode() not in read(store.path, KEY)
    log = store.path.with_name(f"{store.path.name}-wal").read_bytes()
    assert len(log) == LOG_HEAD + len(reader["committed"](log)) * FRAME  # and no earlier form
    assert list((tmp_path / FOLDER).iterdir()) == []
