"""The witness: a crash opens without a word, and each damage is named with what to do."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import KEY
from tests.drills import states, tamper
from tests.drills.states import PUT, TEXT, States, in_child, write
from vtdesk.security.folder import check_database
from vtdesk.store import journaal
from vtdesk.store.getuige import PAGE, Getuige
from vtdesk.store.store import Store
from vtdesk.values.bevinding import BevindingenError, Schade

LOOKS = """
import sys, pathlib
from vtdesk.store.store import Store
Store(pathlib.Path(sys.argv[1]), bytes(range(32))).close()
"""
DATABASE, LOG, WITNESS = "kluis.db", "kluis.db-wal", "kluis.getuige"


def found(place: Path) -> list[tuple[Schade, str, int]]:
    with pytest.raises(BevindingenError) as refused:
        Store(place / DATABASE, KEY)
    return [(one.schade, one.bestand, one.aantal) for one in refused.value.bevindingen]


def rows(place: Path) -> int:
    store = Store(place / DATABASE, KEY)
    try:
        assert not store.accepted
        return len(states.content(store))
    finally:
        store.close()


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_after_a_crash_everything_is_there_and_nothing_is_said(crashed: Path) -> None:
    assert rows(crashed) == states.ROWS + 1 + states.COMMITS
    assert names(crashed) == [DATABASE, WITNESS]


def test_lost_changes_are_counted_and_the_file_is_named(crashed: Path) -> None:
    (crashed / LOG).unlink()

    with pytest.raises(BevindingenError) as refused:
        Store(crashed / DATABASE, KEY)

    assert str(refused.value) == (
        "Het bestand kluis.db-wal is weg of leeggemaakt: 10 vastgelegde wijzigingen ontbreken. "
        "Zet dat bestand terug als je het nog hebt, of zet een reservekopie terug."
    )


def test_one_lost_change_is_one(crashed: Path) -> None:
    tamper._cut(LOG, tamper.FRAME, crashed)

    assert found(crashed) == [(Schade.LOGBESTAND_STUK, LOG, 1)]


@pytest.mark.parametrize(
    ("schade", "bestand", "spoil"),
    [
        (Schade.LEEG, DATABASE, lambda _, place: tamper._fill(DATABASE, 0, place)),
        (Schade.BEGIN, DATABASE, lambda _, place: tamper._flip(DATABASE, 100, place)),
        (Schade.ANDERE, DATABASE, lambda made, place: tamper._swap(made.other, DATABASE, place)),
        (Schade.AFGEKAPT, DATABASE, lambda _, place: tamper._cut(DATABASE, PAGE, place)),
        (Schade.VERLENGD, DATABASE, lambda _, place: tamper._extend(DATABASE, PAGE, place)),
        (Schade.VERANDERD, DATABASE, lambda _, place: tamper._exchange(place)),
        (Schade.OUDER, DATABASE, lambda made, place: tamper._swap(made.old, DATABASE, place)),
        (Schade.VREEMD, "kluis.db-journal", lambda _, p: tamper._fill("kluis.db-journal", 9, p)),
        (Schade.GETUIGE_WEG, WITNESS, lambda _, place: tamper._remove(WITNESS, place)),
        (Schade.GETUIGE_STUK, WITNESS, lambda _, place: tamper._flip(WITNESS, 70, place)),
        (Schade.GETUIGE_OUD, WITNESS, lambda made, p: tamper._swap(made.old, WITNESS, p)),
    ],
)
def test_each_damage_is_told_apart(
    made: States, closed: Path, schade: Schade, bestand: str, spoil: Callable[[States, Path], None]
) -> None:
    spoil(made, closed)

    [(kind, name, _)] = found(closed)
    assert (kind, name) == (schade, bestand)


def test_a_refused_opening_leaves_every_file_as_it_is(crashed: Path) -> None:
    tamper._flip(LOG, tamper.LOG_HEAD + 5 * tamper.FRAME + 100, crashed)
    before = [hashlib.sha256((crashed / name).read_bytes()).digest() for name in (DATABASE, LOG)]

    for _ in range(2):
        assert found(crashed)[0][0] is Schade.LOGBESTAND_STUK

    after = [hashlib.sha256((crashed / name).read_bytes()).digest() for name in (DATABASE, LOG)]
    assert after == before


def test_opened_anyway_it_opens_without_a_word_from_then_on(crashed: Path) -> None:
    (crashed / LOG).unlink()

    store = Store(crashed / DATABASE, KEY, anyway=True)
    [accepted] = store.accepted
    store.close()

    assert accepted.schade is Schade.LOGBESTAND_WEG
    assert rows(crashed) == states.ROWS + 1


def test_a_checkpoint_that_a_crash_cut_off_is_ended_at_the_next_opening(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        os._exit(7)

    def work() -> None:
        monkeypatch.setattr(Getuige, "end_checkpoint", die)
        Store(crashed / DATABASE, KEY).close()

    assert in_child(work) == 7
    assert rows(crashed) == states.ROWS + 1 + states.COMMITS
    assert rows(crashed) == states.ROWS + 1 + states.COMMITS


def test_damage_is_also_found_after_a_cut_off_checkpoint(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        os._exit(7)

    def work() -> None:
        monkeypatch.setattr(Getuige, "end_checkpoint", die)
        Store(crashed / DATABASE, KEY).close()

    in_child(work)
    tamper._flip(DATABASE, 30 * PAGE + 1000, crashed)

    assert found(crashed) == [(Schade.PLEKKEN, DATABASE, 1)]


def test_the_log_does_not_grow_without_end(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journaal, "MOST", 100_000)
    store = Store(closed / DATABASE, KEY)
    sizes = []
    for number in range(30):
        write(store, PUT, f"groei/{number}", TEXT)
        sizes.append((closed / LOG).stat().st_size)
    store.close()

    assert max(sizes) < 150_000
    assert min(sizes) == 0
    assert rows(closed) == states.ROWS + 1 + 30


def test_two_programs_in_one_kluis_keep_one_witness(closed: Path) -> None:
    one, other = (Store(closed / DATABASE, KEY) for _ in range(2))
    for number in range(70):  # more than the witness has places
        write(one if number % 2 else other, PUT, f"samen/{number:02}", TEXT)
    one.close()
    write(other, PUT, "daarna/0", TEXT)
    other.close()

    assert rows(closed) == states.ROWS + 1 + 71
    assert names(closed) == [DATABASE, WITNESS]


def test_another_program_that_only_looks_takes_nothing_away(closed: Path) -> None:
    store = Store(closed / DATABASE, KEY)
    write(store, PUT, "voor/0", TEXT)
    check_database(closed / DATABASE)  # opens and closes the file, as a change of wachtzin does
    second = Store(closed / DATABASE, KEY)
    second.close()

    subprocess.run([sys.executable, "-c", LOOKS, str(closed / DATABASE)], check=True)
    write(store, PUT, "na/0", TEXT)

    assert (closed / LOG).stat().st_size > 0
    store.close()
    assert rows(closed) == states.ROWS + 1 + 2
