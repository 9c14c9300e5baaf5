"""A small kluis in the states that a disk can hold it in, and what an opening makes of each.

Bare files without a header: what is looked at here is the database, its log and its witness.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql

from vtdesk.errors import DamageError, OutsideError
from vtdesk.store import journaal, nazien
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store

KEY = bytes(range(32))
OTHER = bytes(reversed(KEY))
ROWS = 40  # in the table that is looked at
COMMITS = 10  # that lie in the log only, after a crash
TEXT = "Vader belde om tien uur over het weekend en noemde een afspraak. " * 12
GONE = "Geheimlaan 12, dat hier niet meer mag staan. " * 12
PUT = "INSERT INTO meta VALUES (:name, json_quote(:text)) ON CONFLICT DO UPDATE SET waarde = waarde"
ALTER = "UPDATE meta SET waarde = json_quote(:text) WHERE sleutel = :name"
ALL = "SELECT sleutel, waarde FROM meta WHERE sleutel LIKE '%/%' ORDER BY sleutel"


@dataclass(frozen=True, slots=True)
class States:
    """The same kluis a day ago, closed well, and after a crash; and a kluis of someone else."""

    place: Path

    @property
    def old(self) -> Path:
        return self.place / "old"

    @property
    def closed(self) -> Path:
        return self.place / "closed"

    @property
    def crashed(self) -> Path:
        return self.place / "crashed"

    @property
    def other(self) -> Path:
        return self.place / "other"


def make(place: Path) -> States:
    """Make them, one after the other."""
    states = States(place)
    begin(states.old, KEY)
    begin(states.other, OTHER)
    shutil.copytree(states.old, states.closed)
    with _open(states.closed) as store:
        for number in range(ROWS):  # the address that was shielded goes
            write(store, ALTER, f"rij/{number:03}", TEXT)
        write(store, PUT, "later/000", TEXT)
    shutil.copytree(states.closed, states.crashed)
    in_child(lambda: _work_and_die(states.crashed))
    return states


def write(store: Store, statement: str, name: str, text: str) -> None:
    """Make one commit."""
    with store.write() as session:
        session.execute(sql(statement), {"name": name, "text": text})


def content(store: Store) -> list[tuple[Any, ...]]:
    """Read every row that was written."""
    with store.read() as session:
        return [tuple(row) for row in session.execute(sql(ALL))]


def truth(place: Path) -> list[tuple[Any, ...]]:
    """Read a copy of a state that nobody touched."""
    copy = place.with_name(f"{place.name}-true")
    shutil.copytree(place, copy)
    with _open(copy) as store:
        found = content(store)
    shutil.rmtree(copy)
    return found


def verdict(place: Path, wanted: list[tuple[Any, ...]], *, harmless: bool = False) -> list[str]:
    """Open it as the next start would and look all of it over; gives what went unreported."""
    try:
        store = Store(place / "kluis.db", KEY)
    except DamageError as error:
        return _is_a_sentence(error)
    except OutsideError as error:
        return [f"not called damage: {error}"]
    try:
        return _read(store, wanted, harmless=harmless)
    finally:
        store.close()


def _read(store: Store, wanted: list[tuple[Any, ...]], *, harmless: bool) -> list[str]:
    try:
        found = content(store)
    except DamageError as error:
        return _is_a_sentence(error)
    if not found:
        return ["opens as an empty kluis"]
    if found != wanted:
        return ["reads something else than was stored, without a word"]
    try:
        damage = store.damage()
    except DamageError as error:
        return _is_a_sentence(error)
    return [] if damage or harmless else ["nothing is reported"]


def _is_a_sentence(error: DamageError) -> list[str]:
    words = str(error)
    tells = "kluis" in words and any(verb in words for verb in ("Zet ", "zet ", "Haal "))
    return [] if tells else [f"does not say what to do: {words}"]


@contextmanager
def blind() -> Iterator[None]:
    """Let the program look at no witness and check no page, as the sabotaged twin does."""
    told = nazien._testimony
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nazien, "judge", lambda *_: [])
        patch.setattr(nazien, "is_strange", lambda *_: False)
        patch.setattr(nazien, "_testimony", lambda getuige: (told(getuige)[0], False))
        patch.setattr(journaal, "damage", lambda *_: [])
        yield


def in_child(work: Callable[[], object]) -> int:
    """Do something in a process of its own; gives how it ended."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def begin(place: Path, key: bytes) -> None:
    """Make a small kluis, as it was a day ago."""
    place.mkdir(parents=True)
    create_database(place / "kluis.db", key)
    with _open(place, key) as store:
        for number in range(ROWS):
            write(store, PUT, f"rij/{number:03}", GONE)


def _work_and_die(place: Path) -> None:
    store = Store(place / "kluis.db", KEY)
    for number in range(COMMITS):
        write(store, PUT, f"log/{number:03}", TEXT)
    os._exit(0)


@contextmanager
def _open(place: Path, key: bytes = KEY) -> Iterator[Store]:
    store = Store(place / "kluis.db", key)
    try:
        yield store
    finally:
        store.close()
