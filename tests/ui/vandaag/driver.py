"""Vandaag in the words of its user: press a key on a block, fill in a form, read the card."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

from vtdesk.ui.agenda.block import AfspraakBlock
from vtdesk.ui.agenda.day_column import DayColumn
from vtdesk.ui.agenda.deelname_rij import DeelnameRij
from vtdesk.ui.agenda.move_bar import MoveBar
from vtdesk.ui.messages import Message
from vtdesk.ui.vandaag.kaart import AfspraakKaart
from vtdesk.ui.vandaag.page import VandaagPage
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import Aanwezigheid

PLAIN = Qt.KeyboardModifier.NoModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Vandaag:
    """Drives the page as hands and eyes do."""

    def __init__(self, page: VandaagPage) -> None:
        self.page = page
        self.messages: list[Message] = []
        page.message_requested.connect(self.messages.append)

    # eyes

    def blocks(self) -> list[AfspraakBlock]:
        return self.column.blocks()

    def titles(self) -> list[str]:
        return [block.row.titel for block in self.blocks()]

    def block(self, title: str) -> AfspraakBlock:
        return next(block for block in self.blocks() if block.row.titel == title)

    @property
    def column(self) -> DayColumn:
        return self.page.findChild(DayColumn, "dag")

    @property
    def kaart(self) -> AfspraakKaart:
        return self.page.findChild(AfspraakKaart)

    def card(self) -> list[str]:
        return seen(self.kaart)

    def seen(self, name: str) -> list[str]:
        return seen(self.page.findChild(QWidget, name))

    def question(self) -> str:
        return self.column.question()

    def said(self) -> str:
        return self.messages[-1].words

    def focus(self) -> str:
        focused = self.page.focusWidget()
        return focused.accessibleName() if focused else ""

    # hands

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.page.focusWidget() or self.page, key, modifier)
        QApplication.processEvents()

    def on(self, title: str) -> None:
        """Put the focus on a block."""
        assert self.column.focus_on(self.block(title).row.id)

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the button that shows these words."""
        QApplication.processEvents()
        room = within or self.page
        [button] = [
            button
            for button in room.findChildren(QAbstractButton)
            if button.isVisibleTo(room) and button.accessibleName() == words
        ]
        button.click()
        QApplication.processEvents()

    def undo(self) -> None:
        """Press the button in the message bar."""
        message = self.messages[-1]
        assert message.action == "Ongedaan maken"
        assert message.on_action is not None
        message.on_action()

    def answer(self, words: str) -> None:
        """Answer what the line above the day asks."""
        self.press(words, self.column.findChild(MoveBar))

    def form(self) -> "Formulier":
        [dialog] = [d for d in self.page.findChildren(FormDialog) if d.isVisible()]
        return Formulier(dialog)


class Formulier:
    """Drives a dialog."""

    def __init__(self, dialog: FormDialog) -> None:
        self.dialog = dialog

    def fill(self, **values: str) -> "Formulier":
        for name, value in values.items():
            field = self.dialog.findChild(QWidget, name.replace("_", "-"))
            if isinstance(field, QLineEdit):
                field.setText(value)
            else:
                assert isinstance(field, QPlainTextEdit), name
                field.setPlainText(value)
        return self

    def choose(self, **values: object) -> "Formulier":
        for name, value in values.items():
            field = self.dialog.findChild(Choices, name)
            field.choose(value)
            assert field.value() == value
        return self

    def attend(self, naam: str, way: Aanwezigheid, note: str = "") -> "Formulier":
        """Say how somebody took part."""
        [line] = [
            line for line in self.dialog.findChildren(DeelnameRij) if line.deelname().naam == naam
        ]
        line.findChild(Choices).choose(way)
        if note:
            field = line.findChild(QLineEdit, "toelichting")
            assert field.isVisibleTo(self.dialog)
            field.setText(note)
        return self

    def ticks(self) -> list[str]:
        """Give the names that can be ticked as invited."""
        boxes = self.dialog.findChildren(QCheckBox, "genodigde")
        return [box.accessibleName() for box in boxes]

    def tick(self, words: str) -> "Formulier":
        boxes: list[QAbstractButton] = [
            *self.dialog.findChildren(QCheckBox),
            *self.dialog.findChildren(QRadioButton),
        ]
        next(box for box in boxes if box.accessibleName() == words).click()
        return self

    def enter(self) -> None:
        QTest.keyClick(self.dialog, Qt.Key.Key_Return)
        QApplication.processEvents()

    def seen(self) -> list[str]:
        return seen(self.dialog)

    def press(self, words: str) -> None:
        QApplication.processEvents()
        [button] = [
            button
            for button in self.dialog.findChildren(QPushButton)
            if button.isVisibleTo(self.dialog) and button.accessibleName() == words
        ]
        button.click()
        QApplication.processEvents()

    def is_open(self) -> bool:
        return isValid(self.dialog) and self.dialog.isVisible()


def seen(room: QWidget) -> list[str]:
    """Give the words on labels that can be seen."""
    QApplication.processEvents()
    labels = room.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(room) and label.text()]
