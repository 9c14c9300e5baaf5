"""Commands: one name each, and no key that the keyboard layout needs."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from vtdesk.ui import actions
from vtdesk.ui.main_window import WINDOW_COMMANDS
from vtdesk.ui.theme import icons
from vtdesk.ui.verslagen import keys as editor_keys

pytestmark = pytest.mark.usefixtures("look")  # a key has no meaning before there is a program


def test_every_command_has_its_own_name_and_an_icon_that_exists() -> None:
    names = Counter(command.name for command in (*actions.COMMANDS, *actions.BY_HAND))

    assert [name for name, times in names.items() if times > 1] == []
    assert {c.icon for c in actions.COMMANDS if c.icon} <= icons.FILES.keys()


def test_no_command_takes_ctrl_alt_which_types_accents() -> None:
    taken = [
        c.name for c in actions.COMMANDS for keys in c.keys if {"Ctrl", "Alt"} <= {*keys.split("+")}
    ]

    assert taken == []


def test_every_key_is_one_that_qt_understands() -> None:
    owner = QObject()
    for command in actions.COMMANDS:
        action = actions.make(command.name, owner)
        assert all(not keys.isEmpty() for keys in action.shortcuts()), command.name


def test_a_key_of_the_window_is_not_taken_by_a_page() -> None:
    window = {*WINDOW_COMMANDS, "vandaag", "week", "casussen", "verslagen", "instellingen"}
    own = {QKeySequence(keys) for name in window for keys in actions.BY_NAME[name].keys}
    clashes = [
        c.name
        for c in actions.COMMANDS
        if c.name not in window and any(QKeySequence(keys) in own for keys in c.keys)
    ]

    assert clashes == []


def test_keys_are_written_as_on_the_keyboard() -> None:
    assert actions.keys_text("ga-naar") == "Ctrl K"
    assert actions.keys_text("regel-uit-notitie") == "Ctrl Enter"
    assert actions.keys_text("voorbeeld") == ""


@pytest.mark.parametrize("name", set(editor_keys.ON_THE_SHEET) - {"vak-volgende", "naar-tekst"})
def test_a_key_of_the_text_on_the_sheet_is_one_that_the_text_answers(name: str) -> None:
    for keys in actions.BY_NAME[name].keys:
        [combination] = [QKeySequence(keys)[at] for at in range(QKeySequence(keys).count())]
        event = QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())
        assert editor_keys.is_own(event)
        assert actions.pressed(event, [name]) == name
