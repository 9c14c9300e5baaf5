"""Looks the files of a kluis over before anything is opened that could change them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from vtdesk.errors import DamageError
from vtdesk.security.folder import WITNESS
from vtdesk.store.engine import connect, explain_opening
from vtdesk.store.getuige import BrokenError, Getuige, Print, Testimony
from vtdesk.store.logbestand import Logbestand
from vtdesk.values.bevinding import Bevinding, BevindingenError, Schade


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen: schema, number of the last commit, what the witness told, what is wrong."""

    version: int
    seq: int
    told: Testimony | None
    found: list[Bevinding]


class Viewer:
    """A connection that can only read, and so leaves the files as they are, also when it closes.

    SQLite folds the log in when the last writer closes; while this one is open there is no last.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._connection = connect(path, key, mode="ro")

    def ask(self) -> tuple[int, int]:
        """Give schema and number of the last commit."""
        run = self._connection.execute
        version = int(run("PRAGMA user_version").fetchone()[0])
        if not run("SELECT count(*) FROM sqlite_master WHERE name = 'meta'").fetchone()[0]:
            return version, 0
        row = run("SELECT waarde FROM meta WHERE sleutel = 'seq'").fetchone()
        return version, int(row[0]) if row else 0

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def look_over(
    path: Path, getuige: Getuige, logbestand: Logbestand, view: Callable[[], Viewer]
) -> Looked:
    """Compare the files with what the witness tells; changes nothing on the disk.

    Raises BevindingenError for a file of which nothing can be read.
    """
    if (journal := beside(path, "-journal")).exists():  # SQLite would play it back
        raise _unreadable(Schade.VREEMD, journal)
    if path.exists() and not path.stat().st_size:
        raise _unreadable(Schade.LEEG, path)
    # What the witness tells goes first: between the two, another process may commit.
    told, is_broken = _testimony(getuige)
    try:
        version, seq = view().ask()
    except sqlcipher.Error as error:
        raise _in_words(error, path, getuige, told) from error
    if is_broken and seq:
        found = [Bevinding(Schade.GETUIGE_STUK, getuige.path.name)]
    elif told is None:
        found = [Bevinding(Schade.GETUIGE_WEG, getuige.path.name)] if seq else []
    else:
        found = judge(path, told, seq, getuige.look())
        if not found and is_strange(told, seq, logbestand.look()):
            found = [Bevinding(Schade.LOGBESTAND_ANDER, beside(path, "-wal").name)]
    return Looked(version, seq, told, found)


def judge(path: Path, told: Testimony, seq: int, put: Print) -> list[Bevinding]:
    """Compare what the witness tells with the database as it is."""
    rest = told.at_rest
    is_other = rest is not None and not told.is_busy and rest != put
    if seq < told.seq:
        lost = told.seq - seq
        if is_other:
            return [Bevinding(Schade.OUDER, path.name, lost)]
        log = beside(path, "-wal")
        has_log = log.exists() and log.stat().st_size > 0
        kind = Schade.LOGBESTAND_STUK if has_log else Schade.LOGBESTAND_WEG
        return [Bevinding(kind, log.name, lost)]
    if rest is None or not is_other:
        return []
    if seq > told.seq:
        return [Bevinding(Schade.GETUIGE_OUD, path.with_suffix(WITNESS).name)]
    if put.size == rest.size:
        return [Bevinding(Schade.VERANDERD, path.name)]
    is_less = put.size < rest.size
    return [Bevinding(Schade.AFGEKAPT if is_less else Schade.VERLENGD, path.name)]


def is_strange(told: Testimony, seq: int, log: Print) -> bool:
    """Tell whether the log holds something else than when the last commit was told.

    A commit that is not told explains another log, and so does a checkpoint that a crash cut off,
    for what is committed within one has no number.
    """
    is_told = told.log is not None and seq == told.seq and not told.is_busy
    return is_told and log.size > 0 and log != told.log


def beside(path: Path, ending: str) -> Path:
    """Give the file that SQLite keeps beside its database."""
    return path.with_name(path.name + ending)


def damage(connection: Any, path: Path) -> list[Bevinding]:
    """Read every page of a database whose log is folded in."""
    places = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    if not places:
        rows = connection.execute("PRAGMA quick_check").fetchall()
        places = sum(row[0] != "ok" for row in rows)
        places += len(connection.execute("PRAGMA foreign_key_check").fetchall())
    return [Bevinding(Schade.PLEKKEN, path.name, places)] if places else []


def _testimony(getuige: Getuige) -> tuple[Testimony | None, bool]:
    """Give what the witness tells, and whether it is damaged."""
    if not getuige.is_there:
        return None, False
    try:
        return getuige.read(), False
    except BrokenError:
        return None, True


def _in_words(
    error: sqlcipher.Error, path: Path, getuige: Getuige, told: Testimony | None
) -> Exception:
    """Say why nothing can be read: damage, or what else stood in the way."""
    explained = explain_opening(error, path)
    if not isinstance(explained, DamageError) or told is None or told.at_rest is None:
        return explained
    put = getuige.look()
    if told.at_rest.salt != put.salt:
        return _unreadable(Schade.ANDERE, path)
    return _unreadable(Schade.AFGEKAPT if put.size < told.at_rest.size else Schade.BEGIN, path)


def _unreadable(schade: Schade, path: Path) -> BevindingenError:
    return BevindingenError([Bevinding(schade, path.name)])
