"""What is too long for a field is refused in words; what was there already stays whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.limits import AREA, LINE, TextArea

FIFTY_MEGABYTES = "x" * 50_000_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clipboard(qapp: QApplication, look: Look) -> Iterator[None]:
    qapp.clipboard().setText(FIFTY_MEGABYTES)
    yield
    qapp.clipboard().clear()


def shown(field: Field, bot: QtBot) -> Field:
    bot.addWidget(field)
    field.show()
    return field


def test_a_line_takes_what_fits_and_says_that_the_rest_is_not_there(
    clipboard: None, qtbot: QtBot
) -> None:
    line = QLineEdit()
    field = shown(Field("Naam", line), qtbot)

    QTest.keyClick(line, Qt.Key.Key_V, CTRL)

    assert len(line.text()) == LINE
    assert field.error() == "Dit is te lang: hier passen 500 tekens. De rest staat er niet bij."
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert field.error() == ""


def test_an_area_refuses_the_whole_paste_and_keeps_what_was_typed(
    clipboard: None, qtbot: QtBot
) -> None:
    area = TextArea("Pip slaapt slecht.")
    field = shown(Field("Opmerking", area), qtbot)

    QTest.keyClick(area, Qt.Key.Key_V, CTRL)

    assert area.toPlainText() == "Pip slaapt slecht."
    assert field.error() == "Dit is te lang: hier passen 20.000 tekens. Er is niets geplakt."
    QTest.keyClicks(area, "!")
    assert field.error() == ""


def test_an_area_takes_a_paste_in_place_of_what_is_selected(look: Look, qtbot: QtBot) -> None:
    area = TextArea("a" * AREA)
    field = shown(Field("Opmerking", area), qtbot)
    QApplication.clipboard().setText("b" * AREA)

    area.selectAll()
    QTest.keyClick(area, Qt.Key.Key_V, CTRL)

    assert area.toPlainText() == "b" * AREA
    assert field.error() == ""


def test_the_line_of_an_editable_list_has_a_limit_too(clipboard: None, qtbot: QtBot) -> None:
    box = QComboBox()
    box.setEditable(True)
    field = shown(Field("Naam", box), qtbot)

    QTest.keyClick(box, Qt.Key.Key_V, CTRL)

    assert len(box.currentText()) == LINE
    assert field.error().startswith("Dit is te lang")


def test_what_was_stored_before_stays_whole(look: Look, qtbot: QtBot) -> None:
    line = QLineEdit("y" * 900)
    field = shown(Field("Titel", line), qtbot)

    assert len(line.text()) == 900
    assert field.error() == ""


def test_a_wachtzin_has_no_limit_of_ours(look: Look, qtbot: QtBot) -> None:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    field = shown(Field("Wachtzin", line), qtbot)

    line.setText("z" * 900)

    assert len(line.text()) == 900
    assert field.error() == ""
