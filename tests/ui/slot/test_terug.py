"""Reservekopie terugzetten: at the first start, at damage, and from an open kluis."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import add_casus
from tests.program import WACHTZIN, Program, says
from vtdesk.security import kluis as kluizen
from vtdesk.security import kopieterug
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import open_desk
from vtdesk.ui.slot.terug import KopieStep

Make = Callable[[], Program]


@pytest.fixture
def copied(folder: Path, tmp_path: Path) -> Path:
    """A kluis with one casus, copied to a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    store, desk = open_desk(folder, kluizen.unlock(folder, WACHTZIN, NoKeychain()))
    add_casus(desk)
    assert desk.reservekopieen is not None
    desk.reservekopieen.choose(stick)
    desk.reservekopieen.make()
    store.close()
    return stick


def press(widget: QWidget, name: str) -> None:
    widget.findChild(QAbstractButton, name).click()


def type_in(widget: QWidget, name: str, words: str) -> None:
    widget.findChild(QLineEdit, name).setText(words)


def test_a_first_start_puts_a_copy_back_and_goes_in(
    program: Make, copied: Path, tmp_path: Path
) -> None:
    fresh = program().start(tmp_path / "nieuwe laptop")
    screen = fresh.lock_screen
    press(screen, "reservekopie-terugzetten")
    step = screen.findChild(KopieStep)
    assert "Kies de stick of de map" in says(screen)

    step.look_in(copied)
    press(screen, "kopie-verder")
    type_in(screen, "wachtzin-kopie", WACHTZIN)
    press(screen, "kopie-verder")

    fresh.is_open()
    assert [casus.nummer for casus in fresh.desk.casussen.all()] == ["VT-DEMO-0141"]
    assert kopieterug.aside(tmp_path / "nieuwe laptop") == []


def test_a_damaged_kluis_offers_the_newest_copy_by_its_time(
    program: Make, folder: Path, copied: Path, qtbot: QtBot
) -> None:
    (folder / "kluis.db").write_bytes(b"")
    fresh = program().start(folder)
    screen = fresh.lock_screen
    qtbot.waitUntil(lambda: screen.findChild(QAbstractButton, "zet-terug").isVisible())
    button = screen.findChild(QAbstractButton, "zet-terug")
    assert "Zet de reservekopie van vandaag " in says(screen)

    button.click()
    press(screen, "kopie-verder")
    type_in(screen, "wachtzin-kopie", "een heel andere zin")
    press(screen, "kopie-verder")
    wrong = screen.findChild(QLabel, "mislukt")
    qtbot.waitUntil(wrong.isVisible)
    assert "Deze wachtzin klopt niet" in wrong.text()

    type_in(screen, "wachtzin-kopie", WACHTZIN)
    press(screen, "kopie-verder")
    fresh.is_open()
    assert len(fresh.desk.casussen.all()) == 1
    assert len(kopieterug.aside(folder)) == 1


def test_the_lock_screen_says_when_the_last_good_copy_was(
    program: Make, folder: Path, copied: Path
) -> None:
    assert "Laatste goede reservekopie: vandaag " in says(program().start(folder).lock_screen)


def test_without_a_copy_the_lock_screen_says_nothing_of_it(program: Make, folder: Path) -> None:
    assert "reservekopie" not in says(program().start(folder).lock_screen)


def test_esc_goes_back_to_the_first_start(program: Make, tmp_path: Path, qtbot: QtBot) -> None:
    screen = program().start(tmp_path / "nieuw").lock_screen
    press(screen, "reservekopie-terugzetten")

    qtbot.keyClick(screen, Qt.Key.Key_Escape)

    assert screen.findChild(QLineEdit, "plaats").isVisible()
    assert "Stap 1 van 4" in says(screen)


def test_a_folder_without_copies_is_said(program: Make, tmp_path: Path) -> None:
    screen = program().start(tmp_path / "nieuw").lock_screen
    press(screen, "reservekopie-terugzetten")

    screen.findChild(KopieStep).look_in(tmp_path)

    assert "geen reservekopieën van vtdesk" in says(screen)
    press(screen, "kopie-verder")
    assert "Kies eerst een reservekopie." in says(screen)
    shutil.rmtree(tmp_path / "nieuw", ignore_errors=True)
