"""Reservekopieën: they count only when they were read again, and what is said of them is true."""

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest

from tests.builders import NOW
from tests.disks import Mounted, small_disk
from tests.kopieen import CODE, LARGE, Kluis, flip, prints
from tests.program import WACHTZIN
from tests.services.test_logketen import by_raw_sql
from tests.services.test_vernietiging import GROND, ready
from vtdesk.errors import DamageError, OutsideError, UserError
from vtdesk.security import kluis as kluizen
from vtdesk.security import kopieplaats, kopiestand, kopieterug
from vtdesk.security.bijlagen import path_of
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kopiestand import OWN, Fout, Plek
from vtdesk.services.reservekopie import maken as reservekopie_maken
from vtdesk.services.reservekopie import terugzetten
from vtdesk.services.vernieuwing import Geheimen, vernieuw
from vtdesk.store import kopie as store_kopie
from vtdesk.store.store import Store


def files_on(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.rglob("*") if path.is_file())


def test_a_copy_is_made_on_the_laptop_and_on_the_stick(kluis: Kluis) -> None:
    kluis.attach(kluis.write())
    copies = kluis.copies
    copies.choose(kluis.stick)

    outcomes = copies.make()

    assert [one.zin for one in outcomes] == [
        "De reservekopie op deze laptop is gemaakt en getest.",
        "De reservekopie is gemaakt en getest. Haal de stick eruit.",
    ]
    for plek in Plek:
        [row] = copies.rows(plek)
        assert (row.gemaakt, row.is_van_nu) == (NOW, True)
        assert row.grootte > LARGE
        seen = copies.check(row.kopie)
        assert (seen.inhoud.casussen, len(seen.bijlagen)) == (1, 1)


def test_the_stick_tells_no_name_and_no_number_of_casussen(kluis: Kluis) -> None:
    kluis.attach(kluis.write("VT-GEHEIM-7"), b"stoeptegels" * 20_000, "geheim.pdf")
    kluis.copies.choose(kluis.stick)
    kluis.copies.make()

    for name, data in prints(kluis.stick).items():
        assert b"GEHEIM" not in data
        assert b"geheim" not in data
        assert b"stoeptegels" not in data
        assert "VT-" not in name
        assert not data.startswith(b"SQLite format 3")
        assert b"casus" not in data


def test_only_its_owner_reads_a_copy_whatever_the_umask(kluis: Kluis) -> None:
    kluis.attach(kluis.write())
    kluis.copies.choose(kluis.stick)
    before = os.umask(0)
    try:
        kluis.copies.make()
    finally:
        os.umask(before)

    found = [*kluis.stick.rglob("*"), *(kluis.folder / OWN).rglob("*")]
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in found)


def test_a_bijlage_is_copied_once_and_shared(kluis: Kluis) -> None:
    casus_id = kluis.write()
    kluis.attach(casus_id)
    copies = kluis.copies
    copies.make()
    [first] = (kluis.folder / OWN).rglob("*.vtb")
    inode = first.stat().st_ino
    kluis.attach(casus_id, b"x" * LARGE)
    kluis.clock.pass_time(hours=1)

    copies.make()

    shared = list((kluis.folder / OWN).rglob("*.vtb"))
    assert len(shared) == 2
    assert inode in {path.stat().st_ino for path in shared}
    assert [row.gemaakt for row in copies.rows(Plek.LAPTOP)] == [NOW + timedelta(hours=1), NOW]


def test_a_stick_that_is_not_there_is_said_and_is_no_failure(kluis: Kluis) -> None:
    copies = kluis.copies
    copies.choose(kluis.stick)
    copies.make()
    kluis.stick.rename(kluis.stick.with_name("weg"))
    kluis.stick.mkdir()  # an empty mount point is no stick
    kluis.clock.pass_time(days=1)

    laptop, stick = copies.make()

    assert laptop.is_gelukt
    assert (stick.fout, stick.zin) == (
        Fout.WEG, "De stick is er niet. Daar is geen kopie gemaakt; die van gisteren is nog goed."
    )  # fmt: skip
    assert list(kluis.stick.iterdir()) == []
    assert copies.stand().laptop.goed == kluis.clock()


def test_a_full_stick_is_said_and_nothing_half_made_stays(kluis: Kluis, tmp_path: Path) -> None:
    casus_id = kluis.write()
    with small_disk(tmp_path / "klein", "3m") as disk:
        if not isinstance(disk, Mounted):
            assert disk.folder.is_dir()  # a real full disk takes the right to mount one
            return
        copies = kluis.copies
        copies.choose(disk.folder)
        assert all(one.is_gelukt for one in copies.make())
        before = files_on(disk.folder)
        kluis.attach(casus_id, os.urandom(2_500_000))
        kluis.clock.pass_time(days=1)

        [outcome] = copies.make(Plek.STICK)

        assert (outcome.fout, outcome.zin) == (
            Fout.VOL, "De stick is vol. Er is geen kopie gemaakt; die van gisteren is nog goed."
        )  # fmt: skip
        assert files_on(disk.folder) == before
        assert copies.check(copies.rows(Plek.STICK)[0].kopie).inhoud.casussen == 1


def test_a_copy_that_came_out_wrong_never_counts(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = kluis.copies
    copies.make()
    copy_into = reservekopie_maken.copy_into

    def damaging(source: Path, key: bytes, target: Path, stop: object) -> None:
        copy_into(source, key, target, None)
        flip(target)

    monkeypatch.setattr(reservekopie_maken, "copy_into", damaging)
    kluis.clock.pass_time(hours=2)

    [outcome] = copies.make()

    assert outcome.fout is Fout.SCHADE
    assert "klopte niet en telt niet mee; die van vandaag 17:22 is nog goed." in outcome.zin
    assert [row.gemaakt for row in copies.rows(Plek.LAPTOP)] == [NOW]
    assert copies.stand().laptop.goed == NOW


def test_a_copy_that_anyone_can_read_is_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "kluis.db"
    path.write_bytes(b"SQLite format 3\x00" + bytes(5000))

    with pytest.raises(DamageError, match="niet versleuteld"):
        store_kopie.refuse_plain(path)

    assert not path.exists()


def test_typing_goes_on_while_a_copy_is_made(kluis: Kluis) -> None:
    with kluis.opened() as desk:
        making = Thread(target=kluis.copies.make)
        making.start()
        for number in range(5):
            desk.instellingen.set_dialogen({"nummer": number})
        making.join()

        desk.instellingen.set_dialogen({"nummer": 99})
        assert desk.instellingen.dialogen() == {"nummer": 99}

    [row] = kluis.copies.rows(Plek.LAPTOP)
    kluis.copies.check(row.kopie)


def test_what_is_stored_after_a_copy_asks_for_another(kluis: Kluis) -> None:
    copies = kluis.copies
    with kluis.opened() as desk:
        assert copies.is_changed()
        copies.make()
        assert not copies.is_changed()

        desk.instellingen.set_dialogen({"iets": 1})

        assert copies.is_changed()


def test_a_copy_that_is_stopped_leaves_nothing(kluis: Kluis) -> None:
    copies = kluis.copies
    copies.stop()

    assert copies.make() == []

    assert copies.rows(Plek.LAPTOP) == []


def test_a_bijlage_that_the_kluis_lost_is_told_and_the_rest_is_copied(kluis: Kluis) -> None:
    casus_id = kluis.write()
    lost, kept = kluis.attach(casus_id), kluis.attach(casus_id, b"x" * LARGE)
    path_of(kluis.folder, lost).unlink()
    copies = kluis.copies

    [outcome] = copies.make()

    assert outcome.zin.endswith("Eén bijlage is beschadigd in de kluis zelf en zit er niet in.")
    [row] = copies.rows(Plek.LAPTOP)
    assert list(row.kopie.blad.open(kluis.sleutels.kopie).bijlagen) == [kept.hex]


def test_a_logboek_that_was_changed_is_told_and_the_copy_counts_all_the_same(kluis: Kluis) -> None:
    kluis.write()
    store = Store(kluis.folder / "kluis.db", kluis.sleutels.database)
    by_raw_sql(store, "UPDATE logboek SET detail = 'x' WHERE seq = 2")
    store.close()
    copies = kluis.copies
    words = "Het logboek klopt niet. Regel 2 is veranderd nadat hij is geschreven."

    [outcome] = copies.make()

    assert outcome.is_gelukt
    assert outcome.zin == f"De reservekopie op deze laptop is gemaakt en getest. {words}"
    [row] = copies.rows(Plek.LAPTOP)
    assert copies.check(row.kopie).logboek in words
    assert copies.rehearse().zin(NOW).endswith(words)


def test_a_bijlage_that_was_copied_whole_survives_its_loss_in_the_kluis(kluis: Kluis) -> None:
    lost = kluis.attach(kluis.write())
    copies = kluis.copies
    copies.make()
    flip(path_of(kluis.folder, lost))
    kluis.clock.pass_time(hours=1)

    [outcome] = copies.make()

    assert outcome.zin == "De reservekopie op deze laptop is gemaakt en getest."
    assert [*copies.check(copies.rows(Plek.LAPTOP)[0].kopie).bijlagen] == [lost]


@pytest.mark.parametrize("name", ["kluis.db", "kluis.vtkop", "kopie.json", "vtb"])
def test_a_changed_byte_anywhere_in_a_copy_is_found(kluis: Kluis, name: str) -> None:
    kluis.attach(kluis.write())
    copies = kluis.copies
    copies.make()
    [row] = copies.rows(Plek.LAPTOP)
    [path] = [one for one in (kluis.folder / OWN).rglob("*") if one.name.endswith(name)]

    flip(path)

    if name == "kopie.json":
        with pytest.raises(DamageError):
            kopieplaats.read_list(row.kopie.pad).open(kluis.sleutels.kopie)
    else:
        with pytest.raises(DamageError):
            copies.check(row.kopie)


def test_the_rotation_keeps_what_it_should_and_always_the_last(kluis: Kluis) -> None:
    copies = kluis.copies
    for _ in range(6):
        copies.make()
        kluis.clock.pass_time(minutes=30)

    rows = copies.rows(Plek.LAPTOP)

    assert len(rows) == 3  # 17:52, 18:52 and 19:52: of each hour the newest
    assert rows[0].gemaakt == kluis.clock() - timedelta(minutes=30)
    assert copies.stand().laptop.oudste == rows[-1].kopie.gemaakt


def test_a_clock_that_was_set_back_takes_no_copy_that_was_just_made(kluis: Kluis) -> None:
    copies = kluis.copies
    copies.make()
    kluis.clock.pass_time(minutes=-20)

    copies.make()

    assert kluis.clock() in {row.gemaakt for row in copies.rows(Plek.LAPTOP)}
    assert copies.stand().laptop.goed == kluis.clock()


def test_copies_of_other_keys_and_of_others_are_left_alone(kluis: Kluis) -> None:
    copies = kluis.copies
    copies.choose(kluis.stick)
    copies.make()
    [row] = copies.rows(Plek.STICK)
    other = replace(kluis.sleutels, kopie=bytes(32))

    again = type(copies)(kluis.folder, other, kluis.clock)

    assert [row.is_van_nu for row in again.rows(Plek.STICK)] == [False]
    kluis.clock.pass_time(days=2)
    again.make(Plek.STICK)
    assert row.kopie.pad.is_dir()


def test_a_trial_puts_the_newest_of_the_stick_back_and_throws_it_away(kluis: Kluis) -> None:
    kluis.attach(kluis.write())
    copies = kluis.copies
    copies.choose(kluis.stick)
    copies.make()
    before = prints(kluis.folder)

    found = copies.rehearse()

    assert found.plek is Plek.STICK
    assert found.zin(kluis.clock()).startswith("1 casus, 0 verslagen, 1 bijlage, laatste wijziging")
    after = prints(kluis.folder)
    assert {name for name in after if after[name] != before.get(name)} == {kopiestand.FILE}
    assert copies.stand().stick is not None
    assert copies.stand().stick.getest == NOW


def test_a_trial_without_the_stick_takes_the_laptop_and_without_a_copy_is_refused(
    kluis: Kluis,
) -> None:
    copies = kluis.copies
    with pytest.raises(UserError, match="nog geen reservekopie"):
        copies.rehearse()
    copies.make()

    assert copies.rehearse().plek is Plek.LAPTOP


def test_a_trial_of_a_damaged_copy_fails_and_leaves_nothing(kluis: Kluis) -> None:
    copies = kluis.copies
    copies.make()
    [row] = copies.rows(Plek.LAPTOP)
    flip(row.kopie.pad / "kluis.db")

    with pytest.raises(DamageError, match="beschadigd"):
        copies.rehearse()

    assert not (kluis.folder / "kluis.proef").exists()
    assert copies.stand().laptop.getest is None


def take_in(kluis: Kluis) -> None:
    with kluis.opened() as desk:
        desk.agenda_import.apply([])


def renew(kluis: Kluis) -> None:
    new = Geheimen(WACHTZIN, "kers trommel vulkaan deken", CODE)
    vernieuw(kluis.folder, new, NoKeychain(), cost=FLOOR)


def put_back(kluis: Kluis) -> None:
    [copy] = terugzetten.find(kluis.folder)
    open_with = terugzetten.with_wachtzin(WACHTZIN, NoKeychain())
    terugzetten.restore(copy, kluis.folder, open_with, kluis.clock(), lambda _: None)


@pytest.mark.parametrize("deed", [take_in, renew, put_back])
def test_something_large_begins_only_after_a_good_copy(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch, deed: Callable[[Kluis], None]
) -> None:
    kluis.copies.make()
    kluis.clock.pass_time(hours=1)
    tried = []

    def full(*found: object) -> None:
        tried.append(found)
        raise store_kopie.FullError("vol")

    monkeypatch.setattr(reservekopie_maken, "copy_into", full)
    with pytest.raises(OutsideError, match=r"vol\. .* nog goed\. Daarom is er niets veranderd"):
        deed(kluis)
    assert len(tried) == 1
    assert not kopieterug.is_pending(kluis.folder)
    assert kluizen.unlock(kluis.folder, WACHTZIN, NoKeychain()) == kluis.sleutels


@pytest.mark.parametrize(
    ("place", "why"),
    [("weg", "er niet"), ("kluis", "in de kluis zelf"), ("kluis/in", "in de kluis")],
)
def test_a_place_that_cannot_be_is_refused(kluis: Kluis, place: str, why: str) -> None:
    (kluis.folder / "in").mkdir()

    with pytest.raises(UserError, match=why):
        kluis.copies.choose(kluis.folder.parent / place)

    assert kluis.copies.stand().stick is None


def test_a_stick_with_copies_of_this_kluis_is_known_again(kluis: Kluis) -> None:
    copies = kluis.copies
    copies.choose(kluis.stick)
    copies.make()
    copies.forget()
    assert copies.stand().stick is None

    copies.choose(kluis.stick)

    assert copies.stand().stick is not None
    assert copies.stand().stick.goed == NOW


def test_of_copies_that_were_taken_away_nothing_is_promised(kluis: Kluis) -> None:
    copies = kluis.copies
    copies.make()
    first = kluis.clock()
    kluis.clock.pass_time(hours=1)
    copies.make()
    [newest, _] = copies.rows(Plek.LAPTOP)

    shutil.rmtree(newest.kopie.pad)
    assert copies.stand().laptop.goed == first
    shutil.rmtree(kluis.folder / OWN)
    assert copies.stand().laptop.goed is None


def test_what_cannot_be_read_promises_nothing(kluis: Kluis) -> None:
    kluis.copies.make()
    (kluis.folder / kopiestand.FILE).write_text("kapot")

    assert kluis.copies.stand().laptop.goed is None


def destroyed(kluis: Kluis, casus_id: UUID) -> None:
    with kluis.opened() as desk:
        ready(desk, kluis.clock, casus_id)
        desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
        desk.vernietigingen.destroy(casus_id)


def test_what_was_destroyed_is_in_no_copy_after_90_days(kluis: Kluis) -> None:
    casus_id = kluis.write("VT-GEHEIM-7")
    kluis.attach(casus_id)
    copies = kluis.copies
    copies.choose(kluis.stick)
    copies.make()
    destroyed(kluis, casus_id)
    kluis.clock.pass_time(minutes=1)
    copies.make()
    for plek in Plek:
        assert len(copies.rows(plek)) == 2, "it may still be wanted back"

    kluis.clock.pass_time(days=89)
    copies.make()

    for plek in Plek:
        for row in copies.rows(plek):
            assert copies.check(row.kopie).inhoud.casussen == 0
    assert [*kluis.stick.rglob("*.vtb"), *(kluis.folder / OWN).rglob("*.vtb")] == []


def test_a_stick_that_missed_new_keys_is_known_until_it_comes_in(kluis: Kluis) -> None:
    copies = kluis.copies
    copies.choose(kluis.stick)
    copies.make()
    away = kluis.stick.rename(kluis.stick.with_name("weg"))
    assert not copies.stick_opens_with_old_keys()
    new = Geheimen(WACHTZIN, "kers trommel vulkaan deken", CODE)
    renewed = replace(
        kluis, sleutels=vernieuw(kluis.folder, new, NoKeychain(), cost=FLOOR).sleutels
    )
    assert renewed.copies.stick_opens_with_old_keys()

    away.rename(kluis.stick)
    renewed.clock.pass_time(minutes=1)
    renewed.copies.make()

    assert not renewed.copies.stick_opens_with_old_keys()
    assert [row.is_van_nu for row in renewed.copies.rows(Plek.STICK)] == [True]
