"""The real program in this process, steered from inside as by its user."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.app.process import prepare, replace_process
from vtdesk.app.session import Session
from vtdesk.app.start import Start
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.security import cage
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.process import close_to_others
from vtdesk.ui.crash import CrashWatch, report
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.verslagen.text_edit import VerslagEdit

W = TypeVar("W", bound=QWidget)
PATIENCE = 60.0  # seconds; a busy machine is no finding
TALK_WITH_FATHER = "Eerste gesprek vader"
NOTHING, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Program:
    """Lock screen and window over one kluis; `again` is what a lock starts instead of vtdesk."""

    def __init__(self, folder: Path, *, again: Sequence[str] = ()) -> None:
        close_to_others()
        cage.close_disk(folder, folder.parent)
        CrashWatch._show = _end  # nobody would close the sheet
        self.qt = prepare(["vtdesk"])
        start = Start(folder, NoKeychain())
        self.session = Session(
            self.qt, start, replace=lambda _: replace_process([sys.executable, *again])
        )
        self.session.begin()

    def unlock(self, wachtzin: str = WACHTZIN) -> MainWindow:
        """Type the wachtzin, and wait for the window."""
        field = self.find(QLineEdit, "wachtzin", inside=self.session.lock_screen)
        QTest.keyClicks(field, wachtzin)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.until(lambda: self.session.window is not None and self.session.window.isVisible())
        return self.window

    @property
    def window(self) -> MainWindow:
        """Give the open window."""
        assert self.session.window is not None
        return self.session.window

    @property
    def edit(self) -> VerslagEdit:
        """Give the writing surface."""
        return self.find(VerslagEdit, "tekst")

    def write_about(self, title: str) -> None:
        """Open the verslag of a talk."""
        self.window.ways.write_for(self._talk(title))
        self.until(self.edit.isVisible)

    def find(self, kind: type[W], name: str, inside: Any = None) -> W:
        """Give the widget with this name."""
        found = (inside or self.window).findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focus(), key, modifier)
        self.qt.processEvents()

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self._focus(), words)
        self.qt.processEvents()

    def _focus(self) -> QWidget:
        self.until(self.qt.focusWidget)
        return self.qt.focusWidget()

    def until(self, happened: Callable[[], object]) -> None:
        """Let the program run until something happened."""
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, "the program did not come so far"
            self.wait(10)

    def wait(self, milliseconds: int) -> None:
        """Let the program run for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _talk(self, title: str) -> UUID:
        assert self.session._opened is not None
        owed = self.session._opened.desk.agenda.owed()
        return next(row.id for row in owed if row.titel == title)


def _end(_watch: CrashWatch, error: BaseException) -> None:
    """Let a bug end the program, and say where it was."""
    sys.stderr.write(report(error))
    os._exit(1)
