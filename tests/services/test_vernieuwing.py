"""All keys of a kluis are renewed: the same content, and nothing that the old secrets open."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import DatabaseError

from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.errors import OutsideError, WrongSecretError
from vtdesk.security import bijlagen as bestanden
from vtdesk.security import keys, kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopiestand import Plek
from vtdesk.services import vernieuwing
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.services.logboek import Voorval
from vtdesk.services.opening import open_desk
from vtdesk.services.vernieuwing import Geheimen, vernieuw
from vtdesk.store import herschrijven
from vtdesk.store.engine import connect

NIEUW = "trompet sinaasappel dakraam vlonder"
GROOT = os.urandom(500_000)


@dataclass(frozen=True)
class Oud:
    """A kluis before its keys are renewed, and what it holds."""

    folder: Path
    sleutels: Sleutels
    bijlage: str
    inhoud: dict[str, int]


remembered_stretch = cache(keys.stretch)


@pytest.fixture(autouse=True)
def _stretch_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "stretch", remembered_stretch)


def counts(folder: Path, sleutels: Sleutels) -> dict[str, int]:
    connection = connect(folder / sleutels.file, sleutels.database)
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    names = [name for (name,) in connection.execute(query)]
    skipped = ("logboek", "logkop", "meta", "outbox")  # tell of the renewal itself
    found = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for name in names
        if name not in skipped
    }
    connection.close()
    return found


@pytest.fixture
def oud(demo_kluis: Path) -> Oud:
    sleutels = kluis.unlock(demo_kluis, WACHTZIN, NoKeychain())
    store, desk = open_desk(demo_kluis, sleutels)
    casus = desk.casussen.all(None)[0].id
    bijlage = desk.bijlagen.add_bytes(casus, GROOT, BijlageGegevens("plattegrond"))
    store.close()
    (demo_kluis / "kluis-voor-9.db").write_bytes(b"copy under the old key")
    return Oud(demo_kluis, sleutels, str(bijlage), counts(demo_kluis, sleutels))


def renew(oud: Oud, code: Herstelcode) -> vernieuwing.Vernieuwd:
    return vernieuw(oud.folder, Geheimen(WACHTZIN, NIEUW, code), NoKeychain(), cost=FLOOR)


def test_everything_is_there_under_the_new_secrets_and_nothing_under_the_old(oud: Oud) -> None:
    code = Herstelcode.new()
    before = next((oud.folder / bestanden.FOLDER).iterdir())
    made = renew(oud, code)

    assert made.sleutels == kluis.unlock(oud.folder, NIEUW, NoKeychain())
    with pytest.raises(WrongSecretError):
        kluis.unlock(oud.folder, WACHTZIN, NoKeychain())
    assert counts(oud.folder, made.sleutels) == oud.inhoud
    with pytest.raises(DatabaseError, match="not a database"):
        connect(oud.folder / made.sleutels.file, oud.sleutels.database)
    names = {path.name for path in oud.folder.glob("kluis*") if path.is_file()}
    stays = {"kluis.slot", "kluis.reserve"}
    assert names - stays == {"kluis-2.db", "kluis-2.getuige", "kluis.vtkop"}

    store, desk = open_desk(oud.folder, made.sleutels)
    [file] = (oud.folder / bestanden.FOLDER).iterdir()
    assert file.name != before.name
    assert desk.bijlagen.damaged() == []
    assert desk.vaststelling.klopt() == []
    assert desk.logboek.of_kluis()[0].detail == Voorval.SLEUTELS
    asked = desk.herstelblad.stand().gevraagd
    assert desk.herstelblad.klopt({n: code.groups[n - 1] for n in asked}) == ()
    store.close()


def test_what_is_sealed_later_is_signed_with_the_new_key_and_what_was_still_verifies(
    oud: Oud,
) -> None:
    first = renew(oud, Herstelcode.new())
    again = Geheimen(NIEUW, WACHTZIN, Herstelcode.new())
    second = vernieuw(oud.folder, again, NoKeychain(), cost=FLOOR)
    assert (first.sleutels.file, second.sleutels.file) == ("kluis-2.db", "kluis-3.db")
    store, desk = open_desk(oud.folder, second.sleutels)
    assert desk.vaststelling.klopt() == []
    assert desk.logboek.proef().bevindingen == ()
    store.close()


@pytest.mark.parametrize("broken", ["rewrite_under", "check_database", "renew_key"])
def test_renewal_that_fails_leaves_the_kluis_as_it_was(
    oud: Oud, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object) -> None:
        raise OutsideError("De schijf is vol.")

    with monkeypatch.context() as there:
        there.setattr(vernieuwing, broken, fail)
        with pytest.raises(OutsideError, match="vol"):
            renew(oud, Herstelcode.new())

    assert kluis.unlock(oud.folder, WACHTZIN, NoKeychain()) == oud.sleutels
    assert not (oud.folder / "kluis-2.db").exists()
    assert counts(oud.folder, oud.sleutels) == oud.inhoud
    store, desk = open_desk(oud.folder, oud.sleutels)
    desk.bijlagen.sweep()
    assert len(list((oud.folder / bestanden.FOLDER).iterdir())) == 1
    assert desk.bijlagen.damaged() == []
    store.close()


def test_damaged_bijlage_stands_in_the_way_of_nobody(oud: Oud) -> None:
    [path] = (oud.folder / bestanden.FOLDER).iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    made = renew(oud, Herstelcode.new())
    assert made.beschadigd == 1
    store, desk = open_desk(oud.folder, made.sleutels)
    assert len(desk.bijlagen.damaged()) == 1
    store.close()


def test_copy_that_is_not_the_same_is_not_taken(oud: Oud, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = iter("ab")
    monkeypatch.setattr(herschrijven, "_digest", lambda _: next(digests))
    with pytest.raises(OutsideError, match="niet goed overgekomen"):
        renew(oud, Herstelcode.new())
    assert kluis.unlock(oud.folder, WACHTZIN, NoKeychain()) == oud.sleutels


def test_copy_under_the_new_keys_replaces_those_that_the_old_secrets_open(oud: Oud) -> None:
    store, desk = open_desk(oud.folder, oud.sleutels)
    assert desk.reservekopieen is not None
    assert [one.is_gelukt for one in desk.reservekopieen.make(Plek.LAPTOP)] == [True]
    assert len(desk.reservekopieen.rows(Plek.LAPTOP)) == 1
    store.close()

    made = renew(oud, Herstelcode.new())
    assert made.oude_kopieen == ()
    store, desk = open_desk(oud.folder, made.sleutels)
    assert desk.reservekopieen is not None
    assert [row.is_van_nu for row in desk.reservekopieen.rows(Plek.LAPTOP)] == [True]
    store.close()


def test_what_stood_aside_goes_for_the_old_secrets_open_it(oud: Oud) -> None:
    aside, other = oud.folder / "kluis.opzij-20260512T152300Z", oud.folder / "kluis.opzij-x"
    for place in (aside, other):
        place.mkdir()
    for name in ("kluis.vtkop", "kluis.db"):
        (aside / name).write_bytes((oud.folder / name).read_bytes())
    (other / "kluis.vtkop").write_bytes(b"van een ander")

    assert renew(oud, Herstelcode.new()).oude_kopieen == (str(other),)
    assert not aside.exists()


def test_place_that_is_not_there_is_named(oud: Oud, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    store, desk = open_desk(oud.folder, oud.sleutels)
    assert desk.reservekopieen is not None
    desk.reservekopieen.choose(stick)
    assert [one.is_gelukt for one in desk.reservekopieen.make(Plek.STICK)] == [True]
    store.close()
    stick.rename(tmp_path / "uit de laptop")

    assert renew(oud, Herstelcode.new()).oude_kopieen == (str(stick),)
