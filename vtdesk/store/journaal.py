"""Keeps witness and database in step: a number for each commit, and every checkpoint.

The app alone checkpoints, and one connection stays open as long as the store: SQLite would fold the
log in at the last one, and no print of the file would be taken.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from vtdesk.errors import OutsideError, TooNewError
from vtdesk.security import files
from vtdesk.store.engine import connect, explain_opening
from vtdesk.store.getuige import BrokenError, Getuige, Print
from vtdesk.store.logbestand import Logbestand
from vtdesk.store.migrate import bring_up_to_date, is_behind
from vtdesk.store.migrations import CURRENT
from vtdesk.store.nazien import Looked, Viewer, beside, damage, look_over
from vtdesk.values.bevinding import Bevinding, LeesbareBevindingenError

MOST = 4 * 1024 * 1024  # bytes of log; the commit that passes it makes a checkpoint
_PATIENCE = 200  # ms for who reads meanwhile; what is left goes along the next time
_COUNT = """
    INSERT INTO meta (sleutel, waarde) VALUES ('seq', 1)
    ON CONFLICT (sleutel) DO UPDATE SET waarde = waarde + 1 RETURNING waarde
"""


class Journaal:
    """The witness and the log of one open database."""

    def __init__(self, path: Path, key: bytes, *, anyway: bool = False) -> None:
        self._path, self._key = path, key
        self._log = beside(path, "-wal")
        self._getuige = Getuige(path, key)
        self._logbestand = Logbestand(path, key)
        self._lock = Lock()
        self._full = MOST  # the size of the log at which a checkpoint is due
        self._untold = 0  # a commit that the witness could not be told of
        self._viewer: Viewer | None = None
        self._connection: Any = None
        self.seq = 0  # the last commit of this store
        self.accepted: list[Bevinding] = []  # what was wrong when it was opened anyway
        try:
            with files.words_for_disk(path.parent):
                self._getuige.open()
                with self._getuige.hold():
                    self._open(anyway=anyway)
                self._born = path.stat()
        except sqlcipher.Error as error:
            self._let_go()
            raise explain_opening(error, path) from error
        except BaseException:
            self._let_go()
            raise

    def count(self, connection: Any) -> int:
        """Number the commit that this connection is about to make."""
        return int(connection.execute(_COUNT).fetchone()[0])

    def must_be_here(self) -> None:
        """Raise when the file of this name is gone, or another: what is stored would be lost."""
        try:
            is_here = os.path.samestat(self._path.stat(), self._born)
        except OSError:
            is_here = False
        if not is_here:
            raise OutsideError(
                "De map van de kluis is verplaatst, weggehaald of door een andere vervangen. Er "
                "wordt niets meer opgeslagen. Zet de map terug en probeer het opnieuw; je tekst "
                "blijft staan."
            )

    def ready(self) -> None:
        """Raise before a transaction when it would be lost, or the witness cannot be told of it.

        Afterwards would be too late: what is reported as not stored is typed again.
        """
        self.must_be_here()
        if self._untold:
            with files.words_for_disk(self._path.parent):
                self._tell(self._untold)
            self._untold = 0

    def committed(self, seq: int) -> None:
        """Tell the witness of a commit, and keep the log from growing without end."""
        self.seq = max(self.seq, seq)
        try:
            log = self._tell(seq)
        except OSError:
            self._untold = seq
        else:
            if log.size >= self._full:
                self.checkpoint()

    def checkpoint(self) -> bool:
        """Fold the log into the database; tell whether that worked.

        When it does not, the log holds what the database lacks, and the next opening sees to it.
        """
        with self._lock:
            try:
                with self._getuige.hold(), self._folding():
                    pass
                size = self._log.stat().st_size
            except (sqlcipher.Error, OSError, BrokenError):
                return False
        self._full = size + MOST
        return not size

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """Let a commit be made that has no number, such as that of VACUUM, and fold it in."""
        with self._lock, self._getuige.hold(), self._folding():
            yield

    def damage(self) -> list[Bevinding]:
        """Read every page of the database."""
        self.checkpoint()
        with self._lock:
            return damage(self._connection, self._path)

    def close(self) -> None:
        """Fold the log in and let go; a log that stays is left as it is."""
        if beside(self._path, "-wal").exists() and self._log.stat().st_size:
            is_folded = self.checkpoint()
        else:
            is_folded = True
        if is_folded and self._viewer is not None:
            self._viewer.close()  # so that the last writer takes the empty log away
            self._viewer = None
        self._let_go()

    def _open(self, *, anyway: bool) -> None:
        """Look the files over, recover from a crash, and bring them up to date."""
        looked = look_over(self._path, self._getuige, self._logbestand, self._view)
        if looked.version > CURRENT:
            raise TooNewError(
                "Deze kluis is gemaakt met een nieuwere vtdesk. Er is niets veranderd. "
                "Werk vtdesk bij en open de kluis opnieuw."
            )
        if looked.found and not anyway:
            raise LeesbareBevindingenError(looked.found)
        self.seq, self.accepted = looked.seq, looked.found
        self._connection = connect(self._path, self._key)
        self._connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}").fetchall()
        self._recover(looked, anyway=anyway)
        if is_behind(looked.version):
            with self._folding():
                bring_up_to_date(self._connection, self._key, self._path)

    def _view(self) -> Viewer:
        self._viewer = Viewer(self._path, self._key)
        return self._viewer

    def _recover(self, looked: Looked, *, anyway: bool) -> None:
        """End a checkpoint that a crash cut off, or begin a witness at one."""
        told = looked.told
        if told is not None and not told.is_busy and not looked.found:
            return
        begins = told is None or bool(looked.found)
        if begins:
            self._getuige.begin_anew(looked.seq, self._logbestand.look())
        self._fold()
        if not begins and (found := damage(self._connection, self._path)):
            if not anyway:
                raise LeesbareBevindingenError(found)
            self.accepted = found
        number = 1 if told is None or begins else told.checkpoints
        self._getuige.end_checkpoint(number)

    @contextmanager
    def _folding(self) -> Iterator[None]:
        """Fold the log in, with whatever is committed here; the witness knows that it began."""
        number = self._getuige.read().checkpoints + 1
        self._getuige.begin_checkpoint(number)
        try:
            yield
        finally:
            self._fold()
            self._getuige.end_checkpoint(number)

    def _tell(self, seq: int) -> Print:
        """Tell the witness of a commit, and how the log lies."""
        log = self._logbestand.look()
        self._getuige.committed(seq, log)
        return log

    def _fold(self) -> None:
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _let_go(self) -> None:
        for one in (self._connection, self._viewer):  # the one that can only read goes last
            if one is not None:
                with suppress(sqlcipher.Error):
                    one.close()
        self._connection = self._viewer = None
        self._getuige.close()
        self._logbestand.close()
