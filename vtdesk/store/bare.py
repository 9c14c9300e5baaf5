"""Single updates on the bare driver, for what is stored every second: a session costs more."""

from collections.abc import Mapping
from threading import Lock
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection, Update
from sqlalchemy.sql.compiler import SQLCompiler

from vtdesk.store.engine import is_spoilt
from vtdesk.store.journaal import Journaal


class BareWriter:
    """Keeps one connection, and each statement in the form that the driver takes."""

    def __init__(self, engine: Engine, journaal: Journaal) -> None:
        self._engine = engine
        self._journaal = journaal
        self._lock = Lock()
        self._connection: PoolProxiedConnection | None = None
        self._prepared: dict[Update, _Prepared] = {}

    def run(self, statement: Update, values: Mapping[str, Any]) -> bool:
        """Run an update as a transaction of its own; tell whether it found a row."""
        with self._lock:
            prepared = self._prepared.get(statement)
            if prepared is None:
                prepared = self._prepared[statement] = _Prepared(self._engine, statement)
            if self._connection is None:
                self._connection = self._engine.raw_connection()
            self._journaal.ready()
            try:
                seq = self._commit(self._connection.driver_connection, prepared, values)
            except Exception as error:
                if is_spoilt(error):
                    self._connection.invalidate(error)
                    self._connection = None
                raise
        if seq:
            self._journaal.committed(seq)
        return bool(seq)

    def _commit(self, connection: Any, prepared: "_Prepared", values: Mapping[str, Any]) -> int:
        """Update in a transaction of its own; give its number, or 0 when no row was found."""
        connection.execute("BEGIN IMMEDIATE")
        try:
            found = connection.execute(prepared.words, prepared.parameters(values)).rowcount
            seq = self._journaal.count(connection) if found else 0
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return seq

    def close(self) -> None:
        """Give the connection back."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


class _Prepared:
    """A statement in the words of the driver, and how each of its values is stored."""

    def __init__(self, engine: Engine, statement: Update) -> None:
        compiled = statement.compile(engine)
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - an update is nothing else
        self.words = compiled.string
        self._given = compiled.params  # what the statement itself says, such as a stand
        kinds = ((name, compiled.binds[name].type) for name in compiled.positiontup or ())
        self._stored = [
            (name, kind.dialect_impl(engine.dialect).bind_processor(engine.dialect))
            for name, kind in kinds
        ]

    def parameters(self, values: Mapping[str, Any]) -> list[Any]:
        """Give the values in order, in the form in which they are stored."""
        given = {**self._given, **values}
        return [store(given[name]) if store else given[name] for name, store in self._stored]
