"""Week in the words of its user: walk the blocks, carry one to another day, answer a question."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QWidget

from vtdesk.ui.agenda.block import AfspraakBlock
from vtdesk.ui.agenda.move_bar import MoveBar
from vtdesk.ui.messages import Message
from vtdesk.ui.week.board import WeekBoard
from vtdesk.ui.week.page import WeekPage
from vtdesk.ui.week.scroll import HourScroll
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.row_list import RowList

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Week:
    """Drives the page as hands and eyes do."""

    def __init__(self, page: WeekPage) -> None:
        self.page = page
        self.messages: list[Message] = []
        page.message_requested.connect(self.messages.append)

    # eyes

    @property
    def board(self) -> WeekBoard:
        return self.page.findChild(WeekBoard)

    def titles(self) -> list[str]:
        return [block.row.titel for block in self.board.blocks()]

    def drawn(self) -> list[str]:
        """Give all that is drawn, also what no day knows of any more."""
        blocks = self.page.findChildren(AfspraakBlock)
        return [block.row.titel for block in blocks if self._is_seen(block)]

    def block(self, title: str) -> AfspraakBlock:
        return next(block for block in self.board.blocks() if block.row.titel == title)

    def day_of(self, title: str) -> str:
        """Give the name of the column in which a block stands."""
        return self.block(title).parentWidget().accessibleName()

    def days(self) -> list[str]:
        return [words.text() for words in self._labels("datum")]

    def figures(self) -> list[str]:
        return [words.text() for words in self._labels("drukte")]

    def leave(self) -> list[str]:
        """Give the dates above which it says Verlof."""
        heads = [one.parentWidget() for one in self.page.findChildren(QFrame, "hele-dag")
                 if self._is_seen(one) and one.accessibleName() == "Verlof"]  # fmt: skip
        return [head.findChild(QLabel, "datum").text() for head in heads]

    def seen(self) -> list[str]:
        return [words.text() for words in self.page.findChildren(QLabel) if self._is_seen(words)]

    def question(self) -> str:
        return self.board.question()

    def said(self) -> str:
        return self.messages[-1].words

    def focus(self) -> str:
        row = self.board.focused()
        return row.titel if row else ""

    def open_list(self) -> list[str]:
        found = self.page.findChild(RowList, "afgezegd")
        return [line.title for line in found.lines()] if found.isVisible() else []

    def _labels(self, name: str) -> list[QLabel]:
        return [one for one in self.page.findChildren(QLabel, name) if self._is_seen(one)]

    def _is_seen(self, one: QWidget) -> bool:
        return one.isVisibleTo(self.page)

    # hands

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.page.focusWidget() or self.page, key, modifier)
        QApplication.processEvents()

    def on(self, title: str) -> None:
        assert self.board.focus_on(self.block(title).row.id)

    def scroll_up(self) -> None:
        QApplication.processEvents()
        self.page.findChild(HourScroll).verticalScrollBar().setValue(0)

    def press(self, words: str, within: QWidget | None = None) -> None:
        room = within or self.page
        [button] = [
            button
            for button in room.findChildren(QAbstractButton)
            if button.isVisibleTo(room) and button.accessibleName() == words
        ]
        button.click()
        QApplication.processEvents()

    def answer(self, words: str) -> None:
        self.press(words, self.page.findChild(MoveBar))

    def drag(self, title: str, reach: QPoint) -> None:
        block = self.block(title)
        start = QPoint(40, 10)
        begin = block.mapToGlobal(start)  # the block itself may go along
        QTest.mousePress(block, Qt.MouseButton.LeftButton, PLAIN, start)
        for part in (2, 1):
            _move_to(block, begin + reach / part)
        QTest.mouseRelease(block, Qt.MouseButton.LeftButton, PLAIN, start + reach)
        QApplication.processEvents()

    def undo(self) -> None:
        message = self.messages[-1]
        assert message.action == "Ongedaan maken"
        assert message.on_action is not None
        message.on_action()

    def form(self) -> FormDialog:
        [dialog] = [d for d in self.page.findChildren(FormDialog) if d.isVisible()]
        return dialog


def _move_to(block: QWidget, place: QPoint) -> None:
    """Move with the button down, which QTest does only where there is a real pointer."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(block.mapFromGlobal(place)),
        QPointF(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        PLAIN,
    )
    QApplication.sendEvent(block, event)
