"""A kluis is made, opened, recovered and given another wachtzin."""

import errno
import os
import stat
from datetime import datetime
from pathlib import Path

import pytest

from tests.security.builders import (
    ANDERE,
    CODE,
    GEEN_SLEUTELBOS,
    WACHTZIN,
    DictKeychain,
    content,
    fill,
    make,
)
from vtdesk.errors import DamageError, OutsideError, TooNewError, UserError, WrongSecretError
from vtdesk.security import files, header, kluis, koppen
from vtdesk.security import folder as places
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import KeychainMissingError


def change(folder: Path, oude: str, nieuwe: str, keychain: DictKeychain | None = None) -> None:
    kluis.change_wachtzin(folder, oude, nieuwe, keychain or GEEN_SLEUTELBOS, cost=FLOOR)


def test_wachtzin_and_herstelblad_give_the_same_keys(folder: Path, made: kluis.Sleutels) -> None:
    assert len(made.database) == 32
    assert kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS) == made
    recovered = kluis.recover(folder, CODE, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR)
    assert recovered.database == made.database
    assert recovered.vault_id == made.vault_id


def test_two_kluizen_with_the_same_secrets_have_other_keys(tmp_path: Path) -> None:
    assert make(tmp_path / "een").database != make(tmp_path / "twee").database


def test_wrong_wachtzin_is_told_in_one_sentence(folder: Path, made: kluis.Sleutels) -> None:
    with pytest.raises(WrongSecretError) as refused:
        kluis.unlock(folder, WACHTZIN.upper(), GEEN_SLEUTELBOS)
    assert str(refused.value) == (
        "Deze wachtzin klopt niet. Kijk of hoofdletters aan staan en probeer het opnieuw."
    )


def test_herstelblad_of_another_kluis_is_refused_and_nothing_changes(
    folder: Path, made: kluis.Sleutels
) -> None:
    before = content(folder)
    with pytest.raises(WrongSecretError, match="hoort niet bij deze kluis"):
        kluis.recover(folder, Herstelcode.new(), ANDERE, GEEN_SLEUTELBOS, cost=FLOOR)
    assert content(folder) == before


def test_after_a_change_only_the_new_wachtzin_opens(folder: Path, made: kluis.Sleutels) -> None:
    change(folder, WACHTZIN, ANDERE)
    with pytest.raises(WrongSecretError):
        kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS)
    opened = kluis.unlock(folder, ANDERE, GEEN_SLEUTELBOS)
    assert opened.database == made.database
    assert opened.generation == made.generation + 1


def test_herstelblad_stays_good_after_a_change_of_wachtzin(
    folder: Path, made: kluis.Sleutels
) -> None:
    change(folder, WACHTZIN, ANDERE)
    assert kluis.recover(folder, CODE, WACHTZIN, GEEN_SLEUTELBOS, cost=FLOOR).database == (
        made.database
    )


def test_previous_header_stays_until_the_new_wachtzin_has_opened(
    folder: Path, made: kluis.Sleutels
) -> None:
    before = (folder / "kluis.vtkop").read_bytes()
    change(folder, WACHTZIN, ANDERE)
    assert (folder / "kluis.vtkop.vorige").read_bytes() == before
    kluis.unlock(folder, ANDERE, GEEN_SLEUTELBOS, alone=True)
    assert sorted(content(folder)) == ["kluis.db", "kluis.vtkop"]


def test_reader_beside_a_change_of_wachtzin_takes_nothing_of_it_away(
    folder: Path, keychain: DictKeychain, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(folder, keychain)
    prove = koppen.prove

    def prove_while_another_reads(path: Path, master: bytes, proof: koppen.Proof) -> None:
        before = content(folder), dict(keychain.secrets)
        kluis.unlock(folder, WACHTZIN, keychain)
        assert (content(folder), keychain.secrets) == before
        prove(path, master, proof)

    monkeypatch.setattr(koppen, "prove", prove_while_another_reads)
    change(folder, WACHTZIN, ANDERE, keychain)
    left = content(folder), dict(keychain.secrets)
    kluis.unlock(folder, ANDERE, keychain)
    assert (content(folder), keychain.secrets) == left


def test_change_with_the_wrong_old_wachtzin_changes_nothing(
    folder: Path, made: kluis.Sleutels
) -> None:
    before = content(folder)
    with pytest.raises(WrongSecretError):
        change(folder, ANDERE, WACHTZIN)
    assert content(folder) == before


@pytest.mark.parametrize("zwak", ["te kort", "welkom wachtwoord 2026", ""])
def test_weak_wachtzin_is_refused_wherever_one_is_set(folder: Path, zwak: str) -> None:
    with pytest.raises(UserError):
        kluis.create(folder, zwak, CODE, GEEN_SLEUTELBOS, cost=FLOOR)
    assert not folder.exists()
    make(folder)
    before = content(folder)
    with pytest.raises(UserError):
        change(folder, WACHTZIN, zwak)
    with pytest.raises(UserError):
        kluis.recover(folder, CODE, zwak, GEEN_SLEUTELBOS, cost=FLOOR)
    assert content(folder) == before


def test_keychain_holds_a_second_secret_without_which_the_wachtzin_is_nothing(
    folder: Path, keychain: DictKeychain
) -> None:
    made = make(folder, keychain)
    assert kluis.unlock(folder, WACHTZIN, keychain) == made
    keychain.secrets = dict.fromkeys(keychain.secrets, bytes(32))
    with pytest.raises(WrongSecretError):
        kluis.unlock(folder, WACHTZIN, keychain)


def test_empty_keychain_leads_to_the_herstelblad_which_makes_a_new_secret(
    folder: Path, keychain: DictKeychain
) -> None:
    made = make(folder, keychain)
    keychain.secrets.clear()
    with pytest.raises(KeychainMissingError, match="Gebruik je herstelblad"):
        kluis.unlock(folder, WACHTZIN, keychain)
    kluis.recover(folder, CODE, ANDERE, keychain, cost=FLOOR)
    assert len(keychain.second_secrets()) == 1
    assert kluis.unlock(folder, ANDERE, keychain).database == made.database


def test_keychain_alone_holds_nothing_of_the_keys(folder: Path, keychain: DictKeychain) -> None:
    made = make(folder, keychain)
    assert made.database not in keychain.secrets.values()
    assert all(len(secret) == 32 for secret in keychain.secrets.values())


def test_secret_of_the_old_wachtzin_leaves_the_keychain_after_the_next_unlock(
    folder: Path, keychain: DictKeychain
) -> None:
    make(folder, keychain)
    old = keychain.second_secrets()
    change(folder, WACHTZIN, ANDERE, keychain)
    assert old < keychain.second_secrets()
    kluis.unlock(folder, ANDERE, keychain, alone=True)
    assert len(keychain.second_secrets()) == 1
    assert not old & keychain.second_secrets()


def test_database_is_made_before_the_header_says_that_there_is_a_kluis(folder: Path) -> None:
    seen: list[bool] = []

    def look_and_fill(path: Path, sleutels: kluis.Sleutels) -> None:
        seen.append(places.exists(folder))
        fill(path, sleutels)

    made = kluis.create(folder, WACHTZIN, CODE, GEEN_SLEUTELBOS, cost=FLOOR, fill=look_and_fill)
    assert seen == [False]
    assert kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS) == made


def test_first_start_that_fails_leaves_nothing_and_can_be_done_again(folder: Path) -> None:
    def fail(path: Path, _: kluis.Sleutels) -> None:
        path.write_bytes(b"half")
        raise OutsideError("De schijf is vol.")

    with pytest.raises(OutsideError, match="vol"):
        kluis.create(folder, WACHTZIN, CODE, GEEN_SLEUTELBOS, cost=FLOOR, fill=fail)
    assert content(folder) == {}
    make(folder)


def test_first_start_that_fails_leaves_nothing_in_the_keychain(
    folder: Path, keychain: DictKeychain
) -> None:
    def fail(path: Path, _: kluis.Sleutels) -> None:
        raise OutsideError("De schijf is vol.")

    with pytest.raises(OutsideError):
        kluis.create(folder, WACHTZIN, CODE, keychain, cost=FLOOR, fill=fail)
    assert keychain.secrets == {}


def test_first_start_whose_last_step_fails_makes_no_kluis(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "the disk does not take it")

    def fill_on_the_last_good_moment(path: Path, sleutels: kluis.Sleutels) -> None:
        fill(path, sleutels)
        monkeypatch.setattr(files, "sync_folder", fail)

    with pytest.raises(OutsideError, match="geeft een fout"):
        kluis.create(
            folder, WACHTZIN, CODE, GEEN_SLEUTELBOS, cost=FLOOR, fill=fill_on_the_last_good_moment
        )
    assert content(folder) == {}


def test_first_start_that_was_killed_can_be_done_again(folder: Path, made: kluis.Sleutels) -> None:
    (folder / "kluis.vtkop").rename(folder / "kluis.vtkop.begin")
    assert not places.exists(folder)
    assert not places.has_traces(folder)
    with pytest.raises(UserError, match="staat geen kluis"):
        kluis.check_files(folder)
    made = make(folder)
    assert kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS) == made


def test_second_kluis_in_the_same_folder_is_refused(folder: Path, made: kluis.Sleutels) -> None:
    before = content(folder)
    with pytest.raises(UserError, match="staat al een kluis"):
        make(folder)
    assert content(folder) == before


def test_header_that_was_changed_outside_vtdesk_does_not_open_with_the_right_secrets(
    folder: Path, made: kluis.Sleutels
) -> None:
    path = folder / "kluis.vtkop"
    path.write_bytes(path.read_bytes().replace(b'"generation":1', b'"generation":9'))
    before = content(folder)
    for use in (
        lambda: kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS),
        lambda: kluis.recover(folder, CODE, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR),
        lambda: change(folder, WACHTZIN, ANDERE),
    ):
        with pytest.raises(DamageError, match="buiten vtdesk veranderd"):
            use()
    assert content(folder) == before


@pytest.mark.parametrize("part", [b'"wrapped":"', b'"salt":"', b"--- "])
def test_disk_that_writes_something_else_does_not_take_the_old_wachtzin_away(
    folder: Path, made: kluis.Sleutels, monkeypatch: pytest.MonkeyPatch, part: bytes
) -> None:
    write = files.write_private

    def write_wrong(path: Path, data: bytes) -> None:
        spoiled = bytearray(data)
        at = data.index(part) + len(part)
        spoiled[at] = ord("A") if spoiled[at] != ord("A") else ord("B")
        write(path, bytes(spoiled))

    monkeypatch.setattr(files, "write_private", write_wrong)
    with pytest.raises(OutsideError, match=r"niet goed geschreven\. Er is niets veranderd"):
        change(folder, WACHTZIN, ANDERE)
    monkeypatch.undo()
    assert kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS) == made


def test_newer_kluis_is_left_byte_for_byte_as_it_was(folder: Path, made: kluis.Sleutels) -> None:
    path = folder / "kluis.vtkop"
    path.write_bytes(path.read_bytes().replace(b"vtdesk/1", b"vtdesk/2"))
    path.chmod(0o644)
    folder.chmod(0o755)
    before = content(folder), path.stat(), folder.stat()
    for use in (
        lambda: kluis.check_files(folder),
        lambda: kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS),
        lambda: kluis.recover(folder, CODE, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR),
        lambda: change(folder, WACHTZIN, ANDERE),
    ):
        with pytest.raises(TooNewError, match="nieuwere vtdesk"):
            use()
    assert (content(folder), path.stat(), folder.stat()) == before


def test_slot_that_only_a_newer_vtdesk_knows_survives_a_change(
    folder: Path, made: kluis.Sleutels
) -> None:
    path = folder / "kluis.vtkop"
    sealed = header.parse(path.read_bytes())
    from dataclasses import replace

    from vtdesk.security import access

    strange = {"type": "x25519", "to": "een andere laptop"}
    master = access.with_code(sealed.header, CODE)
    path.write_bytes(header.dump(replace(sealed.header, strange_slots=(strange,)), master))
    change(folder, WACHTZIN, ANDERE)
    assert header.parse(path.read_bytes()).header.strange_slots == (strange,)
    assert kluis.unlock(folder, ANDERE, GEEN_SLEUTELBOS).database == made.database


def test_folder_and_files_are_for_their_owner_only(folder: Path) -> None:
    old = os.umask(0)
    try:
        make(folder)
        (folder / "kluis.db").chmod(0o664)
        kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS)
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_folder_that_others_may_read_is_closed_when_the_kluis_opens(
    folder: Path, made: kluis.Sleutels
) -> None:
    folder.chmod(0o755)
    kluis.unlock(folder, WACHTZIN, GEEN_SLEUTELBOS)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_no_secret_shows_when_keys_and_header_are_printed(
    folder: Path, made: kluis.Sleutels
) -> None:
    sealed = header.parse((folder / "kluis.vtkop").read_bytes())
    shown = f"{made} {made!r} {CODE!r} {sealed!r}"
    assert made.database.hex() not in shown
    assert repr(made.database) not in shown
    assert CODE.signs not in shown
    assert CODE.tekst not in shown


def test_no_secret_lies_in_any_file(folder: Path, made: kluis.Sleutels) -> None:
    whole = b"".join(content(folder).values()).lower()
    for secret in (WACHTZIN.encode(), CODE.tekst.encode(), CODE.secret, made.database):
        assert secret.lower() not in whole
        assert secret.hex().encode() not in whole


def test_header_names_the_moment_of_making_in_utc(folder: Path) -> None:
    moment = datetime.fromisoformat("2026-05-12T09:30:00+02:00")
    kluis.create(
        folder, WACHTZIN, CODE, GEEN_SLEUTELBOS, cost=FLOOR, clock=lambda: moment, fill=fill
    )
    sealed = header.parse((folder / "kluis.vtkop").read_bytes())
    assert sealed.header.created == "2026-05-12T07:30:00Z"
