"""A log that someone else wrote is seen, however good its sums; one that a crash left is not."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import text as sql

from tests.conftest import KEY
from tests.drills import states
from tests.drills.forged_log import frames, old_pages, write_log
from tests.drills.states import PUT, TEXT, States, in_child, write
from vtdesk.store.getuige import Getuige
from vtdesk.store.journaal import Journaal
from vtdesk.store.logbestand import FRAME
from vtdesk.store.store import Store
from vtdesk.values.bevinding import BevindingenError, Schade

DATABASE, LOG = "kluis.db", "kluis.db-wal"


def found(place: Path) -> Schade:
    with pytest.raises(BevindingenError) as refused:
        Store(place / DATABASE, KEY)
    [one] = refused.value.bevindingen
    assert one.bestand == LOG
    return one.schade


def whole(place: Path) -> list[str]:
    """Open it without a word, and give the names of its rows."""
    store = Store(place / DATABASE, KEY)
    try:
        assert not store.accepted
        assert not store.damage()
        return [str(row[0]) for row in states.content(store)]
    finally:
        store.close()


@pytest.mark.parametrize("state", ["closed", "crashed"])
def test_old_pages_in_a_log_with_good_sums_are_seen(
    made: States, tmp_path: Path, state: str
) -> None:
    seen = []
    for number, size, page in old_pages(made):
        place = Path(shutil.copytree(made.place / state, tmp_path / f"{number}"))
        before = frames(place / LOG) if (place / LOG).exists() else []
        write_log(place / LOG, [*before, (number, before[-1][1] if before else size, page)])
        seen.append(found(place))

    # The page with the number of the last commit gives itself away.
    assert sorted(set(seen)) == [Schade.LOGBESTAND_ANDER, Schade.LOGBESTAND_STUK]
    assert seen.count(Schade.LOGBESTAND_STUK) == 1


def test_a_page_changed_for_an_older_one_within_the_log_is_seen(
    made: States, tmp_path: Path
) -> None:
    written = frames(made.crashed / LOG)
    newest = {number: at for at, (number, _, _) in enumerate(written)}
    oldest = {number: page for number, _, page in reversed(written)}
    seen = []
    for number, at in newest.items():
        if written[at][2] == oldest[number]:
            continue
        place = Path(shutil.copytree(made.crashed, tmp_path / f"{number}"))
        again = [*written[:at], (number, written[at][1], oldest[number]), *written[at + 1 :]]
        write_log(place / LOG, again)
        seen.append(found(place))

    assert set(seen) == {Schade.LOGBESTAND_ANDER, Schade.LOGBESTAND_STUK}


def test_a_log_written_again_as_it_was_is_no_damage(crashed: Path) -> None:
    write_log(crashed / LOG, frames(crashed / LOG))

    assert len(whole(crashed)) == states.ROWS + 1 + states.COMMITS


def test_a_commit_that_was_not_told_is_a_normal_crash(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work() -> None:
        store = Store(closed / DATABASE, KEY)
        write(store, PUT, "verteld/0", TEXT)
        monkeypatch.setattr(Journaal, "committed", lambda *_: os._exit(7))
        write(store, PUT, "verzwegen/0", TEXT)

    assert in_child(work) == 7
    assert {"verteld/0", "verzwegen/0"} <= set(whole(closed))


def test_a_transaction_that_was_taken_back_after_it_overflowed_is_a_normal_crash(
    closed: Path,
) -> None:
    def work() -> None:
        store = Store(closed / DATABASE, KEY)
        write(store, PUT, "eerst/0", TEXT)
        connection = store._engine.raw_connection().driver_connection
        assert connection is not None
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(60):
            connection.execute("INSERT INTO meta VALUES (?, ?)", (f"weg/{number}", TEXT * 9))
        size = (closed / LOG).stat().st_size
        connection.execute("ROLLBACK")
        write(store, PUT, "later/1", TEXT)
        os._exit(7 if (closed / LOG).stat().st_size == size > 30 * FRAME else 8)

    assert in_child(work) == 7
    assert {"eerst/0", "later/1"} <= set(whole(closed))


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_crash_while_the_file_is_shrunk_is_a_normal_crash(
    closed: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    fold = Journaal._fold

    def die(journaal: Journaal) -> None:
        if moment == "after":
            fold(journaal)
        os._exit(7)

    def work() -> None:
        store = Store(closed / DATABASE, KEY)
        with store.write() as session:
            session.execute(sql("DELETE FROM meta WHERE sleutel LIKE 'rij/%'"))
        monkeypatch.setattr(Journaal, "_fold", die)
        store.shrink()

    assert in_child(work) == 7
    monkeypatch.undo()
    assert whole(closed) == ["later/000"]


def test_many_threads_that_write_leave_a_log_that_is_believed(closed: Path) -> None:
    def work() -> None:
        store = Store(closed / DATABASE, KEY)
        names = ([f"draad/{thread}-{number}" for number in range(8)] for thread in range(4))
        threads = [Thread(target=_write_all, args=(store, some)) for some in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        os._exit(7)

    assert in_child(work) == 7
    assert sum(name.startswith("draad/") for name in whole(closed)) == 32


def test_a_witness_that_was_told_nothing_of_the_log_is_believed(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell: Callable[..., None] = Getuige.committed

    def work() -> None:
        monkeypatch.setattr(Getuige, "committed", lambda one, seq, _: tell(one, seq, None))
        store = Store(closed / DATABASE, KEY)
        write(store, PUT, "vroeger/0", TEXT)
        os._exit(7)

    assert in_child(work) == 7
    assert "vroeger/0" in whole(closed)


def test_what_is_told_of_the_log_goes_on_where_a_crash_left_it(crashed: Path) -> None:
    def work() -> None:
        store = Store(crashed / DATABASE, KEY)
        write(store, PUT, "verder/0", TEXT)
        os._exit(7)

    before = len(frames(crashed / LOG))
    assert in_child(work) == 7
    assert len(frames(crashed / LOG)) > before
    assert "verder/0" in whole(crashed)


def _write_all(store: Store, names: Iterable[str]) -> None:
    for name in names:
        write(store, PUT, name, TEXT)
