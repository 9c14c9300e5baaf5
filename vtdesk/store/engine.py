"""SQLCipher connections: keyed before anything else, transactional, and silent about content."""

import shutil
from collections.abc import Callable
from contextlib import closing
from json import JSONEncoder
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event

from vtdesk.errors import DamageError, OutsideError

APPLICATION_ID = 0x76746B31  # "vtk1": tells a kluis from any other SQLite file
KEY_LENGTH = 32
CHANGES = "changes"  # what a connection had changed when its transaction began
_ROOM_TO_OPEN = 64 * 1024  # bytes, for the log and what belongs to it
# Statements that a connection keeps ready; the road of one verslag has 190. When there is no room,
# each that is new is parsed every time it is used, for what makes room is what was used least.
_STATEMENTS = 512
_SPOILT = ("malformed", "not a database", "HMAC", "disk I/O error")
_NO_CIPHER = "Deze installatie mist de versleuteling. Installeer vtdesk opnieuw."

_PRAGMAS = (
    "cipher_compatibility = 4",
    "cipher_log_level = NONE",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "busy_timeout = 5000",
    "cache_size = -16000",
    "mmap_size = 0",
)

_WRITING = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "wal_autocheckpoint = 0",  # the Journaal alone does, for the witness must be told
)

_JSON = JSONEncoder(check_circular=False)  # what is stored is made here, from values


def connect(path: Path, key: bytes, *, mode: str = "rw") -> Any:
    """Open one keyed connection; raises DamageError when the key does not fit the file.

    A missing file is never made here by accident: `create_database` is the only birth. One of mode
    "ro" reads what the log holds too.
    """
    if len(key) != KEY_LENGTH:  # a shorter raw key would silently become a passphrase
        raise ValueError("a raw key has 32 bytes")
    connection = sqlcipher.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None,
        check_same_thread=False, cached_statements=_STATEMENTS,
    )  # fmt: skip
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()
    for pragma in (*_PRAGMAS, *(_WRITING if mode == "rw" else ())):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    return connection


def create_database(path: Path, key: bytes) -> None:
    """Make an empty encrypted file; refuses when something is already there."""
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise OutsideError("Hier staat al een kluis. Kies een andere map.") from error
    except OSError as error:
        raise OutsideError("De map is niet te beschrijven. Kies een andere map.") from error
    path.chmod(0o600)
    try:
        with closing(connect(path, key)) as connection:
            version = connection.execute("PRAGMA cipher_version").fetchone()
            if not version or not version[0].startswith("4."):
                raise OutsideError(_NO_CIPHER)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}").fetchall()
    except sqlcipher.Error as error:
        raise explain_opening(error, path) from error


def engine(path: Path, key: bytes, ready: Callable[[], None] = lambda: None) -> Engine:
    """Build the engine; the key lives in the creator, not in a URL.

    `ready` is asked before each connection, and raises when there may be none.
    """

    def creator() -> Any:
        ready()
        try:
            return connect(path, key)
        except (sqlcipher.DatabaseError, sqlcipher.OperationalError) as error:
            raise explain_opening(error, path) from error

    result = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=QueuePool,
        hide_parameters=True,
        json_serializer=_JSON.encode,
    )
    event.listen(result, "begin", _begin)
    event.listen(result, "handle_error", _let_go)
    return result


def _begin(connection: Connection) -> None:
    """Start the transaction ourselves; a writer waits for its turn at once, not half-way."""
    writes = connection.get_execution_options().get("vt_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    raw: Any = connection.connection.driver_connection
    connection.info[CHANGES] = raw.total_changes


def _let_go(failed: ExceptionContext) -> None:
    """Use a connection that failed to read no longer: the cipher refuses every page after it."""
    failed.is_disconnect = failed.is_disconnect or is_spoilt(failed.original_exception)


def is_spoilt(error: BaseException) -> bool:
    """Tell whether a connection is of no use after this; the disk may well be there again."""
    return isinstance(error, MemoryError) or (
        isinstance(error, sqlcipher.Error) and any(word in str(error) for word in _SPOILT)
    )


def explain_opening(error: Exception, path: Path) -> OutsideError:
    """Turn a failure to open or make the file into such a sentence; nothing was typed yet.

    SQLite needs some room beside the file, also to read. Without it the disk only "gives an error".
    """
    if "full" in str(error) or _has_no_room(path.parent):
        return OutsideError(
            "De schijf is vol. Maak ruimte vrij en probeer het opnieuw. Er is niets verloren."
        )
    return explain(error)


def _has_no_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM_TO_OPEN
    except OSError:
        return False


def explain(error: Exception) -> OutsideError:
    """Turn a failure of the database into a sentence that says what to do."""
    text = str(error)
    if "full" in text:
        return OutsideError(
            "Opslaan lukt niet: de schijf is vol. Maak ruimte vrij; je tekst blijft staan."
        )
    if "not a database" in text or "malformed" in text or "HMAC" in text:
        return DamageError(
            "De kluis kan niet open: het bestand kluis.db is beschadigd of hoort niet bij deze "
            "sleutel. Zet een reservekopie van de hele map terug."
        )
    if "readonly" in text or "read-only" in text:
        return OutsideError(
            "Opslaan lukt niet: de map van de kluis is alleen te lezen. Geef jezelf schrijfrecht "
            "op de map; je tekst blijft staan."
        )
    if "unable to open" in text:  # the log beside the database cannot be made
        return OutsideError(
            "De kluis kan niet open: vtdesk kan niet schrijven in de map van de kluis. Kijk of de "
            "map alleen-lezen is of de schijf vol."
        )
    if "locked" in text:
        return OutsideError(
            "De kluis is even bezet door een ander programma. Probeer het zo opnieuw."
        )
    return OutsideError(
        "De schijf geeft een fout bij het lezen of schrijven van de kluis. Je tekst blijft staan; "
        "kijk of de schijf vol is en probeer het opnieuw."
    )
