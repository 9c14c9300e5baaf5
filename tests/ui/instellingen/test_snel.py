"""Instellingen, Kluis: snel openen is off, says what it costs, and where it cannot be."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.security.test_snel import PIN, DictSessie
from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.security import cost, snel
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import create_kluis
from vtdesk.ui.instellingen.snel import COST, NOT_HERE, SnelOpenen
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.slot.steps_dialog import StepsDialog
from vtdesk.ui.theme.look import Look
from vtdesk.values.tijd import system_clock

WACHTZIN = "paard fiets lamp regenboog"
Show = Callable[[DictSessie], SnelOpenen]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "eigen"
    create_kluis(place, WACHTZIN, Herstelcode.new(), NoKeychain(), cost=FLOOR)
    return place


@pytest.fixture
def show(
    tools: Tools, look: Look, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Show]:
    monkeypatch.setattr(cost, "calibrate", lambda _: FLOOR)
    opened = []

    def show(sessie: DictSessie) -> SnelOpenen:
        door = KluisDoor(Start(folder, NoKeychain(), sessie=sessie))
        opened.append(door.open(WACHTZIN))
        part = SnelOpenen(opened[-1].desk.snelopenen, tools.jobs, door)
        qtbot.addWidget(part)
        part.show()
        part.read()
        tools.jobs.wait()
        QApplication.processEvents()
        return part

    yield show
    tools.jobs.wait()
    for one in opened:
        one.store.close()


def button(part: SnelOpenen | StepsDialog, name: str) -> QPushButton:
    found = part.findChild(QPushButton, name)
    assert found is not None
    return found


def test_it_is_off_and_says_what_it_costs(show: Show) -> None:
    part = show(DictSessie())
    assert COST in part.findChild(QLabel, "snel-openen").text()
    assert button(part, "snel-aan").isVisible()
    assert not button(part, "snel-uit").isVisible()


def test_it_is_not_offered_where_nothing_forgets_and_says_why(show: Show) -> None:
    part = show(DictSessie(is_gone=True))
    assert part.findChild(QLabel, "snel-openen").text() == NOT_HERE
    assert not button(part, "snel-aan").isVisible()


def test_it_is_turned_on_with_the_wachtzin_and_a_pin_and_off_again(
    show: Show, folder: Path, qtbot: QtBot
) -> None:
    sessie = DictSessie()
    part = show(sessie)
    told: list[Message] = []
    part.message_requested.connect(told.append)
    qtbot.mouseClick(button(part, "snel-aan"), Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StepsDialog)
    dialog.findChild(QLineEdit, "wachtzin-van-nu").setText(WACHTZIN)
    button(dialog, "bewaren").click()
    first = dialog.findChild(QLineEdit, "nieuwe-pincode")
    qtbot.waitUntil(first.isVisible)
    again = dialog.findChild(QLineEdit, "pincode-nog-een-keer")
    for pin, words in (("123456", "te makkelijk te raden"), (PIN, "")):
        first.setText(pin)
        again.setText(pin)
        button(dialog, "bewaren").click()
        if words:
            qtbot.waitUntil(lambda: "te makkelijk te raden" in _words(dialog))
    qtbot.waitUntil(lambda: bool(told))

    assert snel.open_with(folder, PIN, sessie, system_clock())
    qtbot.mouseClick(button(part, "snel-uit"), Qt.MouseButton.LeftButton)
    assert told[-1].words == "Snel openen staat uit."
    assert (sessie.kept, snel.is_laid(folder)) == ({}, False)


def _words(dialog: StepsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))
