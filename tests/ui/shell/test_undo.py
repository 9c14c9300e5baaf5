"""Ctrl+Z takes back what just happened, unless the field has something of its own to take back."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.builders import add_casus, at, plan
from tests.ui.shell.conftest import CTRL, Screen
from vtdesk.services.desk import Desk
from vtdesk.ui.agenda.block import AfspraakBlock
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.values.kinds import AfspraakStaat


@pytest.fixture
def afspraak_id(desk: Desk) -> UUID:
    return plan(desk, add_casus(desk), begin=at(17), einde=at(18))


@pytest.fixture
def screen(afspraak_id: UUID, open_window: Callable[[], Screen]) -> Screen:
    screen = open_window()
    [block] = [b for b in screen.window.findChildren(AfspraakBlock) if b.isVisible()]
    block.setFocus()
    screen.press(Qt.Key.Key_H)
    assert desk_state(screen, afspraak_id) is AfspraakStaat.GEHOUDEN
    return screen


def desk_state(screen: Screen, afspraak_id: UUID) -> AfspraakStaat:
    return screen.window._desk.agenda.detail(afspraak_id).staat


def test_the_bar_says_the_key_and_the_key_does_it(screen: Screen, afspraak_id: UUID) -> None:
    bar = screen.window.frame.bar
    assert screen.button("berichtknop").text() == "Ongedaan maken"
    assert screen.button("berichtknop").toolTip() == "Ongedaan maken (Ctrl Z)"
    assert [key.text() for key in bar.findChildren(Keycap) if key.isVisible()] == ["Ctrl Z"]

    screen.press(Qt.Key.Key_Z, CTRL)

    assert desk_state(screen, afspraak_id) is AfspraakStaat.GEPLAND
    assert screen.message() == ""


def test_a_field_in_which_nothing_was_typed_lends_its_key(
    screen: Screen, afspraak_id: UUID
) -> None:
    screen.press(Qt.Key.Key_5, CTRL)
    screen.window.findChild(QLineEdit, "casus-zoeken").setFocus()

    screen.press(Qt.Key.Key_Z, CTRL)

    assert desk_state(screen, afspraak_id) is AfspraakStaat.GEPLAND


def test_what_was_typed_is_taken_back_first(screen: Screen, afspraak_id: UUID) -> None:
    screen.press(Qt.Key.Key_5, CTRL)
    field = screen.window.findChild(QLineEdit, "casus-zoeken")
    field.setFocus()
    screen.type_words("x")

    screen.press(Qt.Key.Key_Z, CTRL)
    assert QApplication.focusWidget() is field
    assert field.text() == ""
    assert desk_state(screen, afspraak_id) is AfspraakStaat.GEHOUDEN


def test_a_closed_message_can_no_longer_be_answered(screen: Screen, afspraak_id: UUID) -> None:
    screen.window.frame.bar.dismiss()

    screen.press(Qt.Key.Key_Z, CTRL)

    assert desk_state(screen, afspraak_id) is AfspraakStaat.GEHOUDEN
