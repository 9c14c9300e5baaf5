"""A form gives what its fields hold as plain values, and takes it back."""

import json
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets import half_typed
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named

W = TypeVar("W", bound=QWidget)


class Sheet(QWidget):
    """A form in which a choice brings a field that was not there before."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = QVBoxLayout(self)
        self.name = self.add(named(QLineEdit(), "naam", "Naam"))
        self.kind = self.add(named(Choices([("geen", 0), ("met tolk", 1)]), "soort", "Soort"))
        self.agreed = self.add(named(QCheckBox(), "akkoord", "Akkoord"))
        self.remark = self.add(named(TextArea(), "opmerking", "Opmerking"))
        self.secret = self.add(named(QLineEdit(), "wachtzin", "Wachtzin"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.kind.currentIndexChanged.connect(self.bring_interpreter)

    def add(self, widget: W) -> W:
        self.lines.addWidget(widget)
        return widget

    def bring_interpreter(self) -> None:
        self.add(named(QLineEdit(), "tolk", "Tolk"))

    def line(self, name: str) -> QLineEdit:
        return self.findChild(QLineEdit, name)


@pytest.fixture
def kept(look: Look, qtbot: QtBot) -> Content:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.name.setText("O'Neill <b>")
    sheet.kind.choose(1)
    sheet.line("tolk").setText("nummer 1234")
    sheet.agreed.setChecked(True)
    sheet.remark.setPlainText("Eerste\ntweede \U0001f600 \u05e2\u05d1\u05e8\u05d9\u05ea")
    sheet.secret.setText("paard fiets lamp regenboog")
    qtbot.waitUntil(sheet.line("tolk").isVisible)
    sheet.line("tolk").setFocus()
    sheet.line("tolk").setCursorPosition(3)
    found: Content = json.loads(json.dumps(half_typed.take(sheet)))
    return found


def test_all_comes_back_also_a_field_that_a_choice_brings(kept: Content, qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    half_typed.give_back(sheet, kept)
    sheet.show()

    assert half_typed.give_focus(sheet, kept) is sheet.line("tolk")

    assert half_typed.take(sheet) == kept
    assert sheet.line("tolk").cursorPosition() == 3
    assert sheet.kind.value() == 1


def test_what_a_field_hides_is_never_taken(kept: Content) -> None:
    assert "regenboog" not in str(kept)


def test_the_words_can_be_read_without_the_form(kept: Content) -> None:
    assert half_typed.in_words(kept).splitlines() == [
        "Naam: O'Neill <b>",
        "Soort: met tolk",
        "Opmerking: Eerste",
        "tweede \U0001f600 \u05e2\u05d1\u05e8\u05d9\u05ea",
        "Tolk: nummer 1234",
    ]


def test_a_field_that_is_no_longer_there_harms_nothing(kept: Content, qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.name.setObjectName("anders")

    half_typed.give_back(sheet, kept)

    assert sheet.name.text() == ""
    assert sheet.remark.toPlainText().startswith("Eerste")


def test_the_words_of_a_field_that_another_version_renamed_can_be_copied(
    kept: Content, qtbot: QtBot
) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.remark.setObjectName("bijzonderheden")

    half_typed.give_back(sheet, kept)

    words = half_typed.lost(kept, half_typed.take(sheet))
    assert words.splitlines() == [
        "Opmerking: Eerste",
        "tweede \U0001f600 \u05e2\u05d1\u05e8\u05d9\u05ea",
    ]
    assert sheet.name.text() == "O'Neill <b>"


def test_nothing_is_lost_when_the_form_is_the_same(kept: Content, qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    half_typed.give_back(sheet, kept)

    assert half_typed.lost(kept, half_typed.take(sheet)) == ""


def test_the_words_of_a_field_that_became_another_kind_of_field_can_be_copied(
    kept: Content, qtbot: QtBot
) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.name.setObjectName("oude-naam")
    sheet.add(named(QCheckBox(), "naam", "Naam"))  # it takes no words
    sheet.kind.clear()
    sheet.kind.addItem("zonder tolk")  # the choice she had made is gone

    half_typed.give_back(sheet, kept)

    words = half_typed.lost(kept, half_typed.take(sheet))
    assert words.splitlines()[:2] == ["Naam: O'Neill <b>", "Soort: met tolk"]
