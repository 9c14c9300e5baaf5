"""A dialog with fields: begins at the first one, and Tab comes to the buttons last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.errors import UserError
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea


@pytest.fixture
def room(look: Look, qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    return window


def opened(qtbot: QtBot, room: QWidget, *fields: QWidget) -> FormDialog:
    dialog = FormDialog("Organisatie toevoegen", "Organisatie bewaren", room)
    for number, field in enumerate(fields, 1):
        dialog.form.add(f"Veld {number}", field)
    dialog.open_form()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    return dialog


def test_a_dialog_begins_in_its_first_field(room: QWidget, qtbot: QtBot) -> None:
    first, second = QLineEdit(), QLineEdit()
    dialog = opened(qtbot, room, first, second)
    assert dialog.focusWidget() is first


def test_a_dialog_begins_in_the_text_behind_a_choice_so_that_typing_changes_no_choice(
    room: QWidget, qtbot: QtBot
) -> None:
    letter, words = Choices([("F  feit", "F"), ("V  verklaring", "V")]), TextArea()
    dialog = opened(qtbot, room, letter, words)

    QTest.keyClicks(dialog.focusWidget(), "Vader belde.")

    assert (letter.value(), words.toPlainText()) == ("F", "Vader belde.")
    QTest.keyClick(words, Qt.Key.Key_Backtab)
    assert dialog.focusWidget() is letter


def test_tab_walks_the_fields_and_then_the_buttons(room: QWidget, qtbot: QtBot) -> None:
    first, second = QLineEdit(), QLineEdit()
    dialog = opened(qtbot, room, first, second)
    walked = []
    for _ in range(4):
        walked.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert walked == [first, second, dialog.refuse, dialog.agree]


def test_the_button_with_the_focus_has_a_ring(room: QWidget, qtbot: QtBot) -> None:
    dialog = opened(qtbot, room, QLineEdit())
    [ring] = dialog.findChildren(FocusRing)
    assert ring.isHidden()

    dialog.activateWindow()
    dialog.refuse.setFocus()
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry().contains(dialog.refuse.geometry())


def test_enter_stores_from_a_field(room: QWidget, qtbot: QtBot) -> None:
    first = QLineEdit()
    dialog = opened(qtbot, room, first)
    with qtbot.waitSignal(dialog.stored):
        QTest.keyClick(first, Qt.Key.Key_Return)


def test_it_grows_with_a_field_that_comes_later_as_far_as_there_is_room(
    room: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(qtbot, room, QLineEdit())
    before = dialog.height()
    later = QLineEdit()
    for number in range(4):
        dialog.form.add(f"Later {number}", later if number == 3 else QLineEdit())
    qtbot.waitUntil(lambda: dialog.height() > before)
    inside = dialog.findChild(QScrollArea).viewport()
    assert inside.rect().contains(later.mapTo(inside, later.rect().bottomLeft()))

    for number in range(20):
        dialog.form.add(f"Nog later {number}", QLineEdit())
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert dialog.height() <= room.height()


def test_a_dialog_over_a_dialog_goes_first(room: QWidget, qtbot: QtBot) -> None:
    below = opened(qtbot, room, QLineEdit())
    above = opened(qtbot, room, QLineEdit())
    assert above.parentWidget() is below

    above.reject()
    assert below.isVisible()


def test_ctrl_enter_stores_from_several_lines_where_enter_is_a_new_line(
    room: QWidget, qtbot: QtBot
) -> None:
    reason = TextArea("Job is ziek.")
    dialog = opened(qtbot, room, reason)
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.stored):
        QTest.keyClick(reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.agree.toolTip() == "Ctrl Enter"


def test_a_choice_with_long_words_is_not_wider_than_the_form(room: QWidget, qtbot: QtBot) -> None:
    long = Choices([("Hij zei dat hij de sleutel terug zou geven. " * 5, 1)])
    opened(qtbot, room, long, QLineEdit())
    area = room.findChild(QScrollArea)
    QTest.qWait(0)
    assert area.widget().width() == area.viewport().width()
    assert long.width() == area.viewport().width()


def test_what_was_wrong_goes_when_its_field_is_filled(room: QWidget, qtbot: QtBot) -> None:
    line, area = QLineEdit(), TextArea()
    dialog = opened(qtbot, room)
    fields = [dialog.form.add("Wie", line), dialog.form.add("Waarom", area)]

    def refuse() -> None:
        for field in fields:
            field.set_error("Vul dit in.")

    dialog.store = refuse
    dialog.try_to_store()
    QTest.keyClicks(area, "Ziek.")
    assert [field.error() for field in fields] == ["Vul dit in.", ""]


def test_a_refusal_goes_when_something_is_filled_in(room: QWidget, qtbot: QtBot) -> None:
    area = TextArea()
    dialog = opened(qtbot, room, area)

    def refuse() -> None:
        raise UserError("Schrijf op waarom niet.")

    dialog.store = refuse
    dialog.try_to_store()
    said = dialog.findChild(QLabel, "fout")
    assert said.isVisible()
    QTest.keyClicks(area, "Ziek.")
    assert not said.isVisible()


def test_a_dialog_grows_with_the_text_but_not_out_of_its_window(
    room: QWidget, qtbot: QtBot, look: Look
) -> None:
    usual = opened(qtbot, room, QLineEdit()).width()
    look.apply(scheme=Scheme.LICHT, scale=200)
    try:
        large = opened(qtbot, room, QLineEdit()).width()
    finally:
        look.apply(scheme=Scheme.LICHT)

    assert usual < large <= room.width()
