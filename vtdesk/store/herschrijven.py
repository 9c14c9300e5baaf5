"""Writes a whole database again under another key, and holds every row against what was there."""

import hashlib
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from vtdesk.security import files
from vtdesk.store.engine import connect, create_database, explain
from vtdesk.store.getuige import testify

_ROOM = 1000  # rows at a time


def rewrite_under(source: Path, old: bytes, target: Path, new: bytes) -> bool:
    """Make `target` with the rows of `source` under another key; tells whether all came over."""
    create_database(target, new)
    try:
        with closing(connect(source, old)) as present, closing(connect(target, new)) as copy:
            present.backup(copy)
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            is_same = _digest(present) == _digest(copy)
        with files.words_for_disk(target.parent):
            testify(target, new)
    except sqlcipher.Error as error:
        raise explain(error) from error
    return is_same


def _digest(connection: Any) -> str:
    """Give one hash over every row of every table."""
    seen = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    for (name,) in tables:
        seen.update(f"\0{name}\0".encode())
        rows = connection.execute(f'SELECT * FROM "{name}"')
        while some := rows.fetchmany(_ROOM):
            seen.update(repr(some).encode(errors="surrogatepass"))
    return seen.hexdigest()
