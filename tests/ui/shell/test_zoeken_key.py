"""Ctrl+Shift+F from anywhere: the caret is in the field, and typing replaces the old words."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, plan
from tests.ui.shell.conftest import ALT, CTRL, Screen
from vtdesk.services.desk import Desk
from vtdesk.ui.zoeken.page import ZoekenPage

CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def test_the_key_of_zoeken_leads_from_the_old_hits_back_to_the_field(
    screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    plan(desk, add_casus(desk), titel="Sleutel halen")
    screen.press(Qt.Key.Key_F, CTRL_SHIFT)
    screen.type_words("sleutel")
    zoeken = screen.window.findChild(ZoekenPage)
    qtbot.waitUntil(lambda: bool(zoeken.hits.lines()))
    screen.press(Qt.Key.Key_Down)
    qtbot.waitUntil(zoeken.hits.hasFocus)

    screen.press(Qt.Key.Key_5, CTRL)
    screen.press(Qt.Key.Key_F, CTRL_SHIFT)
    assert (zoeken.field.hasFocus(), zoeken.field.selectedText()) == (True, "sleutel")
    screen.type_words("Pip")
    assert zoeken.field.text() == "Pip"

    screen.press(Qt.Key.Key_5, CTRL)
    screen.press(Qt.Key.Key_Left, ALT)
    assert screen.page() == "zoeken"
