"""The door to the encrypted file: one block reads or writes, and every commit is announced."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Update
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from vtdesk.errors import UserError
from vtdesk.models import Entity
from vtdesk.security import files
from vtdesk.store.bare import BareWriter
from vtdesk.store.changes import Recorder
from vtdesk.store.engine import CHANGES, engine, explain, explain_opening
from vtdesk.store.journaal import Journaal
from vtdesk.store.logketen import Wie
from vtdesk.store.migrate import COPIES
from vtdesk.store.stop import Stop, StoppedError
from vtdesk.store.woordenschat import Woordenschat
from vtdesk.store.zoekindex import Zoekindex, fill, forget_deleted, is_behind
from vtdesk.values.bevinding import Bevinding
from vtdesk.values.change import Change, ChangeFeed
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock, system_clock


class Store:
    """An open kluis file, at the current schema."""

    def __init__(
        self, path: Path, key: bytes, *, clock: Clock = system_clock, anyway: bool = False
    ) -> None:
        """Look the file over and open it; `anyway`, also when it is not what it should be."""
        self.path = path
        self.changes = ChangeFeed()
        self._afterwards: list[Callable[[], object]] = []
        self.wie = Wie()
        self._clock = clock
        self._journaal = Journaal(path, key, anyway=anyway)
        self._engine = engine(path, key, self._journaal.must_be_here)
        self._readers = sessionmaker(self._engine, expire_on_commit=False)
        self._writers = sessionmaker(
            self._engine.execution_options(vt_write=True), expire_on_commit=False
        )
        self._bare = BareWriter(self._engine, self._journaal)
        self.woorden = Woordenschat()
        try:
            self._make_searchable()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def read(self, stop: Stop | None = None) -> Iterator[Session]:
        """Open a session that only looks; `stop` may end it, which raises StoppedError."""
        with _in_words(stop), self._readers() as session:
            if stop is None:
                yield session
                return
            stop.watch(session.connection().connection.driver_connection)
            try:
                yield session
            finally:
                stop.let_go()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a session that commits at the end of the block, or not at all."""
        with _in_words():
            with self._counted() as session:
                recorder = Recorder(session, self.wie, self._clock)
                session.info["recorder"] = recorder
                index = Zoekindex(session, self.woorden)
                session.info["zoekindex"] = index
                yield session
                index.bring_up_to_date()
            if recorder.seen:
                self.changes.publish(Change(frozenset(recorder.seen)))

    def rewrite(
        self, statement: Update, values: Mapping[str, Any], *, kind: Kind, ding: UUID
    ) -> bool:
        """Run one update past session and logboek, and announce it; tell whether it found a row.

        For what is stored every second. Nothing is flushed, so the caller names what it changes.
        """
        with _in_words():
            found = self._bare.run(statement, values)
            if found:
                self.changes.publish(Change(frozenset({(kind, ding)})))
            return found

    def forget_copies(self) -> None:
        """Remove the copies made before a change of schema: they hold what is destroyed here."""
        folder = self.path.parent
        with files.words_for_disk(folder):
            for copy in folder.glob(COPIES):
                copy.unlink()

    def shrink(self) -> None:
        """Rewrite the file, so that nothing of what was destroyed stays behind in free pages."""
        with _in_words():
            with self._counted() as session:
                forget_deleted(session)
            connection = self._engine.raw_connection()
            try:
                with self._uncounted():
                    connection.cursor().execute("VACUUM")
            finally:
                connection.close()

    @property
    def seq(self) -> int:
        """Give the number of the last commit."""
        return self._journaal.seq

    @property
    def accepted(self) -> Sequence[Bevinding]:
        """Give what was wrong with the files when they were opened anyway."""
        return self._journaal.accepted

    def damage(self) -> Sequence[Bevinding]:
        """Read every page, and give what is damaged."""
        with _in_words():
            return self._journaal.damage()

    @contextmanager
    def _counted(self) -> Iterator[Session]:
        """Open a writing session whose commit has a number, when it changes something."""
        self._journaal.ready()
        with self._writers.begin() as session:
            yield session
            session.flush()
            connection = session.connection().connection
            raw: Any = connection.driver_connection
            is_changed = raw.total_changes > connection.info[CHANGES]
            seq = self._journaal.count(raw) if is_changed else 0
        if seq:
            self._journaal.committed(seq)

    @contextmanager
    def _uncounted(self) -> Iterator[None]:
        with files.words_for_disk(self.path.parent), self._journaal.uncounted():
            yield

    def _make_searchable(self) -> None:
        """Fill the search index of a file from before there was one."""
        with self.read() as session:
            behind = is_behind(session)
        if not behind:
            return
        try:
            with self._uncounted(), self._writers.begin() as session:
                fill(session, self.woorden)
        except DBAPIError as error:
            raise explain_opening(error.orig or error, self.path) from error

    def close(self) -> None:
        """Let go of the file; what is in the log is folded in."""
        self._bare.close()
        self._engine.dispose()
        self._journaal.close()
        for deed in self._afterwards:
            deed()

    def when_closed(self, deed: Callable[[], object]) -> None:
        """Do this each time that the file was let go of."""
        self._afterwards.append(deed)


def note(
    session: Session,
    actie: str,
    ding: tuple[Kind, UUID],
    *,
    detail: str = "",
    casus: UUID | None = None,
    reden: str = "",
) -> None:
    """Write a logboek line in this transaction; `detail` comes from a closed list.

    `reden` is why a sealed thing was opened, in the words of the worker.
    """
    recorder: Recorder = session.info["recorder"]
    recorder.note(actie, ding, detail=detail, casus=casus, reden=reden)


def go_along(session: Session, dingen: Iterable[UUID]) -> None:
    """Let these write no logboek line in this transaction: they follow from a whole that has one.

    Such as the appointments of a series; the outbox still holds each of them.
    """
    recorder: Recorder = session.info["recorder"]
    recorder.go_along(dingen)


def search_again(session: Session, kind: type[Entity], ding: UUID) -> None:
    """Let the search index read a row again that no session changed, such as a draft."""
    index: Zoekindex = session.info["zoekindex"]
    index.touch(kind, ding)


@contextmanager
def _in_words(stop: Stop | None = None) -> Iterator[None]:
    """Let no exception of the database library cross this door."""
    try:
        yield
    except StaleDataError as error:
        raise UserError(
            "Dit is intussen op een andere plek veranderd. Open het opnieuw."
        ) from error
    except UnicodeEncodeError as error:  # half of a pair that makes one sign
        raise UserError(
            "Hier staat een teken in dat niet kan worden opgeslagen. Typ de tekst opnieuw."
        ) from error
    except (StatementError, OverflowError) as error:
        if isinstance(error, DBAPIError):
            if stop is not None and stop.is_asked:
                raise StoppedError from error
            raise explain(error.orig or error) from error
        raise UserError("Een getal of datum valt buiten wat vtdesk kan bewaren.") from error
    except (sqlcipher.Error, MemoryError) as error:  # SQLite calls some a lack of memory
        raise explain(error) from error
