"""Putting a copy back: proved first, in the place of a kluis that is set aside and not lost."""

import shutil
from pathlib import Path

import pytest

from tests.builders import NOW
from tests.kopieen import CODE, Kluis, copy_kluis, flip, prints
from tests.program import WACHTZIN
from vtdesk.errors import DamageError, OutsideError, UserError, WrongSecretError
from vtdesk.security import kluis as kluizen
from vtdesk.security import kopieterug
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieplaats import Kopie
from vtdesk.services.reservekopie import terugzetten
from vtdesk.services.reservekopie.terugleggen import Open, Teruggezet

NEW = "kers trommel vulkaan deken"


@pytest.fixture
def kluis(template: tuple[Path, Sleutels], tmp_path: Path) -> Kluis:
    """A kluis with one casus and a bijlage, copied to a stick."""
    made = copy_kluis(*template, tmp_path)
    made.attach(made.write("VT-EERST"))
    made.copies.choose(made.stick)
    made.copies.make()
    return made


def newest(kluis: Kluis) -> Kopie:
    return terugzetten.find(kluis.stick)[0]


def by_wachtzin(wachtzin: str = WACHTZIN) -> Open:
    return terugzetten.with_wachtzin(wachtzin, NoKeychain())


def put_back(kluis: Kluis, folder: Path, open_with: Open | None = None) -> Teruggezet:
    done = terugzetten.restore(
        newest(kluis), folder, open_with or by_wachtzin(), kluis.clock(), lambda _: None
    )
    kopieterug.finish(folder)
    return done


def test_on_another_laptop_everything_is_there_again(kluis: Kluis, tmp_path: Path) -> None:
    folder = tmp_path / "nieuw"
    folder.mkdir()

    done = put_back(kluis, folder)

    assert (done.gemaakt, done.gezien.inhoud.casussen) == (NOW, 1)
    there = Kluis(folder, kluis.stick, kluizen.unlock(folder, WACHTZIN, NoKeychain()), kluis.clock)
    assert there.numbers() == ["VT-EERST"]
    with there.opened() as desk:
        assert (desk.bijlagen.count(), desk.bijlagen.damaged()) == (1, [])
    assert kopieterug.aside(folder) == []


def test_the_kluis_of_now_is_set_aside_and_can_come_back(kluis: Kluis) -> None:
    kluis.write("VT-LATER")

    put_back(kluis, kluis.folder)

    assert kluis.numbers() == ["VT-EERST"]
    [aside] = kopieterug.aside(kluis.folder)
    kluis.clock.pass_time(minutes=5)
    kopieterug.put_back(kluis.folder, aside, kluis.clock())
    kopieterug.finish(kluis.folder)
    assert kluis.numbers() == ["VT-EERST", "VT-LATER"]
    assert len(kopieterug.aside(kluis.folder)) == 1


def test_what_is_aside_goes_after_30_days(kluis: Kluis) -> None:
    put_back(kluis, kluis.folder)
    kluis.clock.pass_time(days=29)
    kluis.copies.tidy()
    assert len(kluis.copies.aside()) == 1

    for number in range(3):
        assert len(kluis.copies.aside()) == 1
        kluis.clock.pass_time(days=1)
        kluis.write(f"VT-{number}")
        kluis.copies.tidy()

    assert kluis.copies.aside() == []
    assert kluis.numbers() == ["VT-0", "VT-1", "VT-2", "VT-EERST"]


def test_a_day_on_which_the_clock_is_ahead_takes_nothing_away_that_is_aside(kluis: Kluis) -> None:
    put_back(kluis, kluis.folder)
    kluis.clock.pass_time(days=730)
    for number in range(3):  # three openings of that day
        kluis.write(f"VT-{number}")
        kluis.copies.tidy()
    kluis.clock.pass_time(days=-730)
    kluis.copies.tidy()

    assert len(kluis.copies.aside()) == 1


def test_a_kluis_that_is_no_longer_whole_does_not_take_the_place_of_this_one(kluis: Kluis) -> None:
    put_back(kluis, kluis.folder)
    [aside] = kluis.copies.aside()
    (aside.pad / "kluis.db").write_bytes(b"")

    with pytest.raises(UserError, match="de kluis van nu blijft staan"):
        kopieterug.put_back(kluis.folder, aside, kluis.clock())

    assert not kopieterug.finish(kluis.folder)
    assert kluis.numbers() == ["VT-EERST"]


@pytest.mark.parametrize("lost", ["kluis.vtkop", "kluis.db", "all"])
def test_a_damaged_kluis_gives_way_and_is_kept(kluis: Kluis, lost: str) -> None:
    if lost == "all":
        shutil.rmtree(kluis.folder)
        kluis.folder.mkdir()
    else:
        (kluis.folder / lost).write_bytes(b"")

    put_back(kluis, kluis.folder)

    assert kluis.numbers() == ["VT-EERST"]
    assert len(kopieterug.aside(kluis.folder)) == (0 if lost == "all" else 1)


def test_a_wrong_wachtzin_changes_nothing(kluis: Kluis) -> None:
    before = prints(kluis.folder)

    with pytest.raises(WrongSecretError):
        put_back(kluis, kluis.folder, by_wachtzin("een heel andere zin"))

    assert prints(kluis.folder) == before
    assert not kopieterug.is_pending(kluis.folder)


@pytest.mark.parametrize("name", ["kluis.db", "vtb", "kluis.vtkop"])
def test_a_damaged_copy_is_refused_and_changes_nothing(kluis: Kluis, name: str) -> None:
    [path] = [one for one in kluis.stick.rglob("*") if one.name.endswith(name)]
    before = prints(kluis.folder)
    flip(path)
    (kluis.folder / "kluis.vtkop").rename(kluis.folder / "kluis.weg")  # only the copy has one

    with pytest.raises(OutsideError):
        put_back(kluis, kluis.folder)

    (kluis.folder / "kluis.weg").rename(kluis.folder / "kluis.vtkop")
    assert prints(kluis.folder) == before


def test_the_herstelblad_opens_a_copy_and_gives_a_new_wachtzin(
    kluis: Kluis, tmp_path: Path
) -> None:
    folder = tmp_path / "nieuw"
    folder.mkdir()

    put_back(kluis, folder, terugzetten.with_sheet(CODE, NEW, NoKeychain(), cost=FLOOR))

    kluizen.unlock(folder, NEW, NoKeychain())
    with pytest.raises(WrongSecretError):
        kluizen.unlock(folder, WACHTZIN, NoKeychain())


def test_a_herstelblad_of_another_kluis_is_refused(kluis: Kluis) -> None:
    other = terugzetten.with_sheet(Herstelcode.new(), NEW, NoKeychain(), cost=FLOOR)

    with pytest.raises(WrongSecretError):
        put_back(kluis, kluis.folder, other)

    assert kluis.numbers() == ["VT-EERST"]


def test_the_wachtzin_of_now_still_opens_what_was_put_back(kluis: Kluis) -> None:
    kluizen.change_wachtzin(kluis.folder, WACHTZIN, NEW, NoKeychain(), cost=FLOOR)

    put_back(kluis, kluis.folder, by_wachtzin(NEW))

    kluizen.unlock(kluis.folder, NEW, NoKeychain())
    with pytest.raises(WrongSecretError):
        kluizen.unlock(kluis.folder, WACHTZIN, NoKeychain())


def test_a_copy_is_found_in_the_stick_in_our_folder_and_by_itself(kluis: Kluis) -> None:
    [copy] = terugzetten.find(kluis.stick)

    for chosen in (kluis.stick / "vtdesk-kopieen", copy.pad.parent, copy.pad, kluis.folder):
        assert terugzetten.find(chosen)[0].gemaakt == NOW
    with pytest.raises(UserError, match="geen reservekopieën"):
        terugzetten.find(kluis.folder.parent / "kluis" / "kluis.bijlagen")


def test_two_at_a_time_are_refused(kluis: Kluis) -> None:
    terugzetten.restore(newest(kluis), kluis.folder, by_wachtzin(), NOW, lambda _: None)

    with pytest.raises(UserError, match="al een kluis teruggezet"):
        put_back(kluis, kluis.folder)


def test_a_list_that_names_a_place_elsewhere_is_refused(kluis: Kluis) -> None:
    blad = newest(kluis).pad / "kopie.json"
    blad.write_bytes(blad.read_bytes().replace(b'"file":"kluis.db"', b'"file":"../kluis"'))

    with pytest.raises(DamageError):
        put_back(kluis, kluis.folder)
