"""A kluis is made, checked, recovered and re-keyed from the command line."""

from pathlib import Path

import pytest

from tests.security.builders import ANDERE, GEEN_SLEUTELBOS, WACHTZIN, content
from vtdesk.cli import vault
from vtdesk.errors import DamageError, TooNewError, UserError, WrongSecretError
from vtdesk.security import instance, kluis
from vtdesk.security.cost import FLOOR


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


def make(folder: Path) -> str:
    return vault.create(folder, WACHTZIN, GEEN_SLEUTELBOS, cost=FLOOR).tekst


def check(folder: Path, wachtzin: str = WACHTZIN) -> list[str]:
    return vault.check(folder, wachtzin, GEEN_SLEUTELBOS)


def test_new_kluis_is_sound_and_its_code_gives_a_new_wachtzin(folder: Path) -> None:
    code = make(folder)
    assert check(folder)[0] == "De sleutelkop is goed; dit is versie 1."
    vault.recover(folder, code.lower(), ANDERE, GEEN_SLEUTELBOS, cost=FLOOR)
    with pytest.raises(WrongSecretError):
        check(folder)
    assert check(folder, ANDERE)[0] == "De sleutelkop is goed; dit is versie 2."
    vault.change_wachtzin(folder, ANDERE, WACHTZIN, GEEN_SLEUTELBOS, cost=FLOOR)
    assert check(folder)[0] == "De sleutelkop is goed; dit is versie 3."


def test_typing_error_in_the_code_is_named_before_it_is_tried(folder: Path) -> None:
    code = make(folder)
    before = content(folder)
    with pytest.raises(UserError, match="Groep 8 heeft 3 tekens"):
        vault.recover(folder, code[:-1], ANDERE, GEEN_SLEUTELBOS, cost=FLOOR)
    assert content(folder) == before


def test_damaged_page_is_found(folder: Path) -> None:
    make(folder)
    path = folder / "kluis.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(
        DamageError, match=r"kluis\.db is beschadigd: 1 fout gevonden.*reservekopie"
    ):
        check(folder)


def test_kluis_that_is_open_in_a_window_is_left_alone(folder: Path) -> None:
    code = make(folder)
    lock = instance.take(folder)
    before = content(folder)
    for use in (
        lambda: check(folder),
        lambda: vault.recover(folder, code, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR),
        lambda: vault.change_wachtzin(folder, WACHTZIN, ANDERE, GEEN_SLEUTELBOS, cost=FLOOR),
    ):
        with pytest.raises(UserError, match="al open"):
            use()
    lock.release()
    assert content(folder) == before


def test_wrong_guesses_bring_a_waiting_time_as_in_the_window(folder: Path) -> None:
    make(folder)
    for _ in range(3):
        with pytest.raises(WrongSecretError):
            check(folder, ANDERE)
    with pytest.raises(UserError, match="Wacht nog"):
        check(folder)


def test_newer_kluis_stays_as_it_is(folder: Path) -> None:
    make(folder)
    path = folder / "kluis.vtkop"
    path.write_bytes(path.read_bytes().replace(b"vtdesk/1", b"vtdesk/2"))
    (folder / "kluis.slot").unlink()
    before = content(folder)
    with pytest.raises(TooNewError):
        check(folder)
    assert content(folder) == before


def test_folder_without_a_kluis_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="geen kluis"):
        check(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not kluis.exists(tmp_path)
