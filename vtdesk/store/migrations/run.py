"""Runs migration modules with alembic's operations as a library."""

from importlib import import_module
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from vtdesk.errors import DamageError
from vtdesk.store.migrations import CURRENT, STEPS


def upgrade(connection: Any, version: int) -> None:
    """Run every step after `version` in one transaction on this raw connection.

    Foreign keys are off before BEGIN: a table rebuild would else empty the tables that point at
    it, and the pragma is ignored inside a transaction.
    """
    connection.execute("PRAGMA foreign_keys = OFF").fetchall()
    engine = create_engine(
        "sqlite+pysqlite://", module=sqlcipher, creator=lambda: connection, poolclass=StaticPool
    )
    event.listen(engine, "begin", lambda bound: bound.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as bound:
            operations = Operations(MigrationContext.configure(bound))
            for step in STEPS[version:]:
                import_module(f"vtdesk.store.migrations.{step}").upgrade(operations)
            _check(bound)
            bound.exec_driver_sql(f"PRAGMA user_version = {CURRENT}")
    except DBAPIError as error:
        raise error.orig or error from error  # the caller knows which file it is, and has the words
    finally:
        connection.execute("PRAGMA foreign_keys = ON").fetchall()


def _check(bound: Connection) -> None:
    if bound.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        raise DamageError(
            "De kluis kon niet worden bijgewerkt: er ontbreken verwijzingen. Er is niets veranderd."
        )
