"""One working day in the words of who works it: only keys, and they go where the focus is."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from tests.program import Program
from vtdesk.ui.agenda.block import AfspraakBlock
from vtdesk.ui.shell.capture import CapturePanel
from vtdesk.ui.vandaag.page import VandaagPage

Key = Qt.Key
PLAIN, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
FAR = 150  # how often one presses a key to get somewhere


@runtime_checkable
class SetClock(Protocol):
    """The clock of a demo, which a test sets on."""

    def start_at(self, moment: datetime) -> None:
        """Let the time run on from this moment."""


class Dag:
    """Mila at her keyboard, from the wachtzin until the kluis is closed."""

    def __init__(self, vtdesk: Program, bot: QtBot) -> None:
        self.vtdesk = vtdesk
        self.bot = bot

    # hands

    def press(self, key: Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()
        if QApplication.activeWindow() is None:  # a dialog closed, and there is no window manager
            self.vtdesk.window.activateWindow()
            QApplication.processEvents()

    def types(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    def fills_in(self, field: str, words: str) -> None:
        """Go to a field with Tab, and type in it."""
        self.goes_to(field)
        self.types(words)

    def goes_to(self, name: str) -> None:
        """Press Tab until the keyboard is in what has this name."""
        self._presses_until(lambda: self.is_in(name), Key.Key_Tab)

    def comes_to(self, words: str) -> None:
        """Press Tab until the keyboard is on what says these words."""
        self._presses_until(lambda: words in self.focus.accessibleName(), Key.Key_Tab)

    def chooses(self, words: str) -> None:
        """Go to a list of choices, and to one of them with the arrows."""
        self._presses_until(lambda: isinstance(self.focus, QRadioButton), Key.Key_Tab)
        self._presses_until(lambda: self._button() == words, Key.Key_Down)
        self.press(Key.Key_Space)

    def walks_to(self, title: str, key: Key = Key.Key_Down) -> None:
        """Walk over the blocks of the day until this one."""
        self._presses_until(lambda: self._block() == title, key)

    def walks_down_to(self, words: str) -> None:
        """Walk down a list to the line that has these words."""
        self._presses_until(lambda: words in self._line(), Key.Key_Down)

    def unlocks(self, wachtzin: str) -> None:
        field = self.vtdesk.lock_screen.findChild(QLineEdit, "wachtzin")
        assert field is not None
        self.waits_for(field.isVisible)
        field.setFocus()
        QTest.keyClicks(field, wachtzin)
        QTest.keyClick(field, Key.Key_Return)
        self.vtdesk.is_open()
        self.vtdesk.window.resize(1440, 900)
        self.vtdesk.window.activateWindow()
        QApplication.processEvents()

    # the hours

    def time_is(self, moment: datetime) -> None:
        """Let hours pass, and wait until the window shows it."""
        clock = self.vtdesk.desk.clock
        assert isinstance(clock, SetClock)
        clock.start_at(moment)
        self.vtdesk.window.findChild(VandaagPage).tick()
        shown = self.vtdesk.window.findChild(QLabel, "tijd")
        self.waits_for(lambda: shown.text() == f"{moment:%H:%M}")

    # the pages

    def sees(self, number: int) -> None:
        """Go to a page of the rail by its key, and to the top of it."""
        self.press(Key(Key.Key_0 + number), CTRL)

    def asks_for(self, command: str) -> None:
        """Give a command by name, as `Dag afsluiten`."""
        self.press(Key.Key_K, CTRL)
        self.types(f">{command}")
        self.waits_for(lambda: self.shows("treffers"))
        self.press(Key.Key_Return)

    def opens_casus(self, nummer: str, *, tab: Key) -> None:
        """Go to a casus by its number, and to one of its tabs."""
        self.press(Key.Key_K, CTRL)
        self.types(nummer)
        self.waits_for(lambda: self.shows("treffers"))
        self.press(Key.Key_Return)
        self.waits_for(lambda: not self.shows("treffers"))
        self.press(tab, ALT)

    def captures(self, key: Key, panel: str, words: dict[str, str]) -> None:
        """Fill in a panel from wherever the keyboard is, and be back at the same place."""
        before = self.focus
        self.press(key)
        self.waits_for(lambda: self.has_open(panel))
        for field, said in words.items():
            self.fills_in(field, said)
        self.press(Key.Key_Return)
        self.waits_for(lambda: not self.has_open(panel))
        assert self.focus is before

    # eyes

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.vtdesk.window

    def is_in(self, name: str) -> bool:
        """Tell whether the keyboard is in something of this name, or in something inside it."""
        at: QWidget | None = self.focus
        while at is not None and at.objectName() != name:
            at = at.parentWidget()
        return at is not None

    def shows(self, name: str) -> bool:
        """Tell whether something of this name is on screen."""
        return any(w.isVisible() for w in self.vtdesk.window.findChildren(QWidget, name))

    def has_open(self, panel: str) -> bool:
        """Tell whether a panel of quick capture is open."""
        panels = self.vtdesk.window.findChildren(CapturePanel, panel)
        return any(one.isVisible() for one in panels)

    def reads(self) -> str:
        """Read all words on screen."""
        labels = self.vtdesk.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def waits_for(self, what: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(what()))

    def _button(self) -> str:
        return self.focus.text() if isinstance(self.focus, QAbstractButton) else ""

    def _line(self) -> str:
        at = self.focus
        return str(at.currentIndex().data()) if isinstance(at, QAbstractItemView) else ""

    def _block(self) -> str:
        block = self.focus
        return block.row.titel if isinstance(block, AfspraakBlock) else ""

    def _presses_until(self, there: Callable[[], bool], key: Key) -> None:
        for _ in range(FAR):
            if there():
                return
            self.press(key)
        raise AssertionError(f"the keyboard does not come there; it is in {self.focus!r}")
