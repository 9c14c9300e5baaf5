"""Copying the encrypted file while others write in it, and looking a copy over without changing it.

`VACUUM INTO` reads one moment of the database and takes along its key; a copy in steps would begin
anew at each write and never end. A copy is opened read-only and without a lock or a log beside it,
so that looking at it changes no byte, also on a stick that cannot be written.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import StaticPool, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from vtdesk.errors import DamageError, OutsideError, TooNewError
from vtdesk.security import files
from vtdesk.security.kopieblad import Inhoud
from vtdesk.store.engine import APPLICATION_ID, KEY_LENGTH, connect, explain_opening
from vtdesk.store.migrations import CURRENT
from vtdesk.store.stop import Stop, StoppedError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PLAIN = b"SQLite format 3"
_HEAD = 16
_LARGE = "SELECT {file}, sleutel FROM bijlage WHERE sleutel IS NOT NULL ORDER BY id"
_FILE_OF_ITS_OWN = "SELECT count(*) FROM pragma_table_info('bijlage') WHERE name = 'bestand'"
_CHAINED = "SELECT count(*) FROM pragma_table_info('logboek') WHERE name = 'keten'"
_COUNTS = "SELECT (SELECT count(*) FROM casus), (SELECT count(*) FROM verslag)"
_LAST = "SELECT seq, tijd FROM logboek ORDER BY seq DESC LIMIT 1"
_DESTROYED = "SELECT uitgevoerd_op FROM vernietiging"


class FullError(OutsideError):
    """The medium has no room for a copy."""


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """What a copy holds, as read from the copy itself."""

    inhoud: Inhoud
    bijlagen: dict[UUID, bytes]  # the key of each file, by the id that names the file
    vernietigd: tuple[datetime, ...]  # when a casus was destroyed
    logboek: str = ""  # where its chain broke first


def copy_into(source: Path, key: bytes, target: Path, stop: Stop | None = None) -> None:
    """Copy one moment of an open database to a file that was not there, down to the disk."""
    files.write_new_by(target, ())  # for its owner alone; SQLite takes an empty file
    try:
        with closing(connect(source, key, mode="ro")) as connection, _ended_by(stop, connection):
            connection.execute("VACUUM INTO ?", (str(target),))
    except sqlcipher.Error as error:
        if stop is not None and stop.is_asked:
            raise StoppedError from error
        if "full" in str(error):
            raise FullError("De schijf is vol. Er is geen kopie gemaakt.") from error
        raise explain_opening(error, source) from error
    refuse_plain(target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def wake(path: Path, key: bytes) -> None:
    """Give a copy that was put back its log: the first opening would else change the file."""
    try:
        connect(path, key).close()
    except sqlcipher.Error as error:
        raise explain_opening(error, path) from error


def refuse_plain(path: Path) -> None:
    """Let no copy count that anyone can read."""
    if files.read_at_most(path, _HEAD).startswith(_PLAIN):
        path.unlink()
        raise DamageError(
            "De kopie was niet versleuteld en is weggegooid. Installeer vtdesk opnieuw."
        )


def look_over(path: Path, key: bytes, stop: Stop | None = None) -> Nagekeken:
    """Read every page of a copy, and tell what it holds; raises DamageError for what is wrong."""
    refuse_plain(path)
    try:
        with closing(_opened(path, key)) as connection, _ended_by(stop, connection):
            _check_kind(connection)
            for check in _CHECKS:
                if wrong := [row[0] for row in connection.execute(check) if row[0] != "ok"]:
                    raise _damage(len(wrong))
            return _read(connection)
    except sqlcipher.Error as error:
        if stop is not None and stop.is_asked:
            raise StoppedError from error
        raise _damage(1) from error


@contextmanager
def looking(path: Path, key: bytes) -> Iterator[Any]:
    """Ask a copy a few things where it lies: it is not changed, and nothing of it goes elsewhere.

    It may be of an earlier schema, so who asks looks first whether a table is there.
    """
    refuse_plain(path)
    try:
        with closing(_opened(path, key)) as connection:
            _check_kind(connection)
            yield connection
    except sqlcipher.Error as error:
        raise _damage(1) from error


@contextmanager
def asking(path: Path, key: bytes, *, of_kluis: bool) -> Iterator[Session]:
    """Ask in the words of the models: a copy where it lies, or a kluis that may be open."""
    try:
        with (
            closing(connect(path, key, mode="ro") if of_kluis else _opened(path, key)) as raw,
            _session(raw) as session,
        ):
            _check_kind(raw)
            yield session
    except (sqlcipher.Error, DBAPIError) as error:
        raise _damage(1) from error


@contextmanager
def _session(connection: Any) -> Iterator[Session]:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    with Session(engine) as session:
        yield session


def has_chain(session: Session) -> bool:
    """Tell whether the logboek of this file is a chain; that of an earlier schema is none."""
    return bool(session.scalar(text(_CHAINED)))


_CHECKS = ("PRAGMA cipher_integrity_check", "PRAGMA quick_check", "PRAGMA foreign_key_check")


def _opened(path: Path, key: bytes) -> Any:
    if len(key) != KEY_LENGTH:
        raise ValueError("a raw key has 32 bytes")
    connection = sqlcipher.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    for pragma in (
        "cipher_log_level = NONE",
        f"key = \"x'{key.hex()}'\"",
        "cipher_compatibility = 4",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
        "cell_size_check = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _read(connection: Any) -> Nagekeken:
    casussen, verslagen = connection.execute(_COUNTS).fetchone()
    seq, last = connection.execute(_LAST).fetchone() or (0, "")
    [own] = connection.execute(_FILE_OF_ITS_OWN).fetchone()  # not in a copy of an earlier schema
    file = "coalesce(bestand, id)" if own else "id"
    large = connection.execute(_LARGE.format(file=file)).fetchall()
    destroyed = connection.execute(_DESTROYED).fetchall()
    return Nagekeken(
        Inhoud(casussen, verslagen, last, seq),
        {UUID(one): bytes(sleutel) for one, sleutel in large},
        tuple(datetime.fromisoformat(moment).replace(tzinfo=UTC) for [moment] in destroyed),
    )


def _check_kind(connection: Any) -> None:
    kind = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if kind != APPLICATION_ID:
        raise _damage(1)
    if version > CURRENT:
        raise TooNewError(
            "Deze reservekopie is van een nieuwere vtdesk. Werk vtdesk bij en probeer het opnieuw."
        )


@contextmanager
def _ended_by(stop: Stop | None, connection: Any) -> Iterator[None]:
    if stop is None:
        yield
        return
    stop.watch(connection)
    try:
        yield
    finally:
        stop.let_go()


def _damage(places: int) -> DamageError:
    where = "één plek" if places == 1 else f"{places} plekken"
    return DamageError(f"De database in deze reservekopie is op {where} beschadigd.")
