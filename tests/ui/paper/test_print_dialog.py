"""The dialog before the printer: few fields, and what is wrong stands beside its field."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.ui.paper.print_dialog import PrintDialog
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.afdruk import Afdruk

Opened = Callable[[], tuple[PrintDialog, list[Afdruk]]]


@pytest.fixture
def opened(qtbot: QtBot, look: Look) -> Opened:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()

    def make() -> tuple[PrintDialog, list[Afdruk]]:
        sent: list[Afdruk] = []
        dialog = PrintDialog("Verslag afdrukken", ["Gang", "Kamer 3"], sent.append, window)
        dialog.open_form()
        return dialog, sent

    return make


def _line(dialog: PrintDialog, name: str) -> QLineEdit:
    line = dialog.findChild(QLineEdit, name)
    assert line is not None
    return line


def _choose(dialog: PrintDialog, name: str, words: str) -> None:
    choices = dialog.findChild(Choices, name)
    assert choices is not None
    choices.setCurrentIndex(choices.findText(words))


def _said(dialog: PrintDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_enter_alone_prints_once_on_both_sides_at_the_usual_printer(opened: Opened) -> None:
    dialog, sent = opened()

    dialog.agree.click()

    assert sent == [Afdruk("Gang")]


def test_printer_copies_sides_and_pages_are_chosen(opened: Opened) -> None:
    dialog, sent = opened()

    _choose(dialog, "printer", "Kamer 3")
    _line(dialog, "exemplaren").setText("3")
    _choose(dialog, "kanten", "Eén kant")
    _line(dialog, "bladzijden-keuze").setText("2-4")
    dialog.agree.click()

    assert sent == [Afdruk("Kamer 3", exemplaren=3, dubbelzijdig=False, bladzijden=((2, 4),))]


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_printed(opened: Opened) -> None:
    dialog, sent = opened()

    _line(dialog, "exemplaren").setText("heel veel")
    _line(dialog, "bladzijden-keuze").setText("4-2")
    dialog.agree.click()

    assert sent == []
    assert dialog.isVisible()
    assert "Vul een aantal in van 1 tot en met 20." in _said(dialog)
    assert "Schrijf bladzijden zo: 2-4, 7." in _said(dialog)
