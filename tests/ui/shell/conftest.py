"""The real window over a real store, in the words of its user."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.page import Tools
from vtdesk.ui.pages import Pages
from vtdesk.ui.shell.go_to import GoToList
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.row_list import RowList

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Screen:
    """What the user does and sees."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window, self._bot = window, bot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self._bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type_words(self, words: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self._bot.keyClicks(focus, words)

    def page(self) -> str:
        return self.window.page_name()

    def message(self) -> str:
        return self.window.frame.bar.words()

    def words(self, part: QWidget | None = None) -> str:
        labels = (part or self.window).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def hits(self) -> list[str]:
        found = self.window.findChild(GoToList)
        if not found.isVisible():
            return []
        return [line.title for line in found.findChild(RowList).lines()]

    def go_to(self, words: str) -> None:
        self.press(Qt.Key.Key_K, CTRL)
        self.type_words(words)
        self._bot.waitUntil(lambda: bool(self.hits()) or "Niets gevonden" in self.words())

    def note(self, name: str) -> QPlainTextEdit:
        return self.window.captures.panel("parkeernotitie").findChild(QPlainTextEdit, name)

    def button(self, name: str) -> QPushButton:
        return self.window.findChild(QPushButton, name)


@pytest.fixture
def open_window(
    desk: Desk, tools: Tools, look: Look, qtbot: QtBot, tmp_path: Path
) -> Iterator[Callable[[], Screen]]:
    """Open the window; called after what should be there is there."""
    windows: list[MainWindow] = []

    def open_it() -> Screen:
        door = KluisDoor(Start(tmp_path, NoKeychain()))
        with look.building():
            pages = Pages(desk, tools, look=look, door=door)
            window = MainWindow(desk, tools.jobs, pages)
        window.resize(1440, 900)
        with qtbot.waitActive(window):
            window.show()
        windows.append(window)
        return Screen(window, qtbot)

    yield open_it
    for window in windows:
        window.hide()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def screen(open_window: Callable[[], Screen]) -> Screen:
    return open_window()
