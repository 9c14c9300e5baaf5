"""First start: four steps, a sheet that cannot be skipped, and a kluis at the end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.slot.conftest import LockDriver

Stand = Callable[[Path], LockDriver]
WACHTZIN = "tafel berg kaars rivier"


@pytest.fixture
def start(tmp_path: Path, lock_before: Stand) -> LockDriver:
    return lock_before(tmp_path / "mijn kluis")


def to_sheet(start: LockDriver) -> list[str]:
    """Walk to the herstelblad and copy its groups."""
    start.press("verder")
    start.fill("nieuwe-wachtzin", WACHTZIN)
    start.fill("nog-een-keer", WACHTZIN)
    start.press("verder")
    labels = [start.screen.findChild(QLabel, f"groep-{number}") for number in range(1, 9)]
    return [label.text().replace(" ", "") for label in labels if label]


def asked(start: LockDriver) -> list[int]:
    fields = [f for f in start.screen.findChildren(QLineEdit) if f.isVisible()]
    return [int(field.objectName().rsplit("-", 1)[1]) for field in fields]


def test_a_stranger_makes_a_kluis_and_comes_in(start: LockDriver, tmp_path: Path) -> None:
    assert "Welkom. Alles blijft op deze laptop." in start.words()
    assert "Stap 1 van 4" in start.words()
    assert start.field("plaats").text() == str(tmp_path / "mijn kluis")

    groups = to_sheet(start)
    assert "Stap 3 van 4" in start.words()
    assert [len(group) for group in groups] == [4] * 8

    start.press("verder")
    numbers = asked(start)
    sentence = f"Vul groep {numbers[0]} en {numbers[1]} in. Zo weet je zeker dat het blad klopt."
    assert sentence in start.words()
    for number in numbers:
        start.fill(f"vul-groep-{number}", groups[number - 1].lower())
    start.press("verder")

    start.fill("naam", "Mila Proefstra")
    start.fill("begin", "9")
    start.press("verder")
    start.is_open()

    [opened] = start.opened
    gebruiker = opened.desk.instellingen.gebruiker()  # type: ignore[attr-defined]  # an Opened
    assert (gebruiker.naam, gebruiker.werkdag_begin) == ("Mila Proefstra", "09:00")
    assert (tmp_path / "mijn kluis" / "kluis.vtkop").exists()


def test_nothing_is_made_before_the_last_step(start: LockDriver, tmp_path: Path) -> None:
    to_sheet(start)

    assert not (tmp_path / "mijn kluis" / "kluis.vtkop").exists()


def test_the_sheet_is_not_left_with_a_wrong_group(start: LockDriver, qtbot: QtBot) -> None:
    to_sheet(start)
    start.press("verder")
    [first, _] = asked(start)

    start.fill(f"vul-groep-{first}", "0000")
    qtbot.keyClick(start.field(f"vul-groep-{first}"), Qt.Key.Key_Return)

    assert "Klopt niet met het blad." in start.words()
    assert "Stap 4 van 4" in start.words()


def test_enter_goes_from_the_first_group_to_the_second_without_scolding(
    start: LockDriver, qtbot: QtBot
) -> None:
    groups = to_sheet(start)
    start.press("verder")
    first, second = asked(start)

    start.fill(f"vul-groep-{first}", groups[first - 1])
    qtbot.keyClick(start.field(f"vul-groep-{first}"), Qt.Key.Key_Return)

    assert start.field(f"vul-groep-{second}").hasFocus()
    assert "Klopt niet met het blad." not in start.words()
    assert "Stap 4 van 4" in start.words()

    start.fill(f"vul-groep-{second}", groups[second - 1])
    qtbot.keyClick(start.field(f"vul-groep-{second}"), Qt.Key.Key_Return)
    assert "Bijna klaar" in start.words()


def test_a_weak_wachtzin_is_judged_in_words_while_it_is_typed(start: LockDriver) -> None:
    start.press("verder")

    start.fill("nieuwe-wachtzin", "fiets")
    assert "Te kort: neem vier losse woorden" in start.words()

    start.press("verder")
    assert "Stap 2 van 4" in start.words()

    start.fill("nieuwe-wachtzin", WACHTZIN)
    assert "Sterk" in start.words()


def test_six_words_are_offered_and_taken_over_but_typed_once(start: LockDriver) -> None:
    start.press("verder")
    first = start.screen.findChild(QLabel, "voorstel").text()
    start.press("andere-woorden")
    words = start.screen.findChild(QLabel, "voorstel").text()
    assert words != first
    assert len(words.split()) == 6

    start.press("neem-voorstel")
    assert start.field("nieuwe-wachtzin").text() == words
    assert "Heel sterk" in start.words()
    start.press("verder")
    assert "Deze twee zijn niet gelijk." in start.words()
    start.fill("nog-een-keer", words)
    start.press("verder")
    assert "Stap 3 van 4" in start.words()


def test_a_folder_with_other_things_in_it_is_refused(start: LockDriver, tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")

    start.fill("plaats", str(tmp_path))
    start.press("verder")

    assert "In deze map staat al iets anders. Kies een lege of een nieuwe map." in start.words()
    assert "Stap 1 van 4" in start.words()


def test_a_place_without_a_beginning_is_refused(start: LockDriver) -> None:
    start.fill("plaats", "kluis")
    start.press("verder")

    assert "Vul de hele naam van de map in, vanaf het begin." in start.words()


def test_one_can_go_back_and_finds_what_was_filled_in(start: LockDriver) -> None:
    groups = to_sheet(start)

    start.press("terug")
    assert start.field("nieuwe-wachtzin").text() == WACHTZIN

    start.press("verder")
    again = [start.screen.findChild(QLabel, f"groep-{number}") for number in range(1, 9)]
    assert [label.text().replace(" ", "") for label in again if label] == groups


def test_a_worker_without_a_name_or_with_impossible_hours_is_asked_again(
    start: LockDriver,
) -> None:
    groups = to_sheet(start)
    start.press("verder")
    for number in asked(start):
        start.fill(f"vul-groep-{number}", groups[number - 1])
    start.press("verder")

    start.fill("einde", "8:00")
    start.press("verder")

    assert "Vul je naam in." in start.words()
    assert "Vul een tijd in na het begin, zoals 17:30." in start.words()
    assert start.opened == []
