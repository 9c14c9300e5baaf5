"""The verslag of the talk with father, written with the keyboard alone; every press counts.

How is counted: a sign typed is one press, and so is a key or a chord (Ctrl+Enter is one). Waiting,
looking and thinking count nothing, here and in the word processor that it is compared with.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget

from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.uitgaand.page import UitgaandPage
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.kinds import VerslagStand

Key = Qt.Key
NONE, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TALK = "Eerste gesprek vader"
FATHER = "Otis Havikskruid"


class Desktop(Protocol):
    """The open program."""

    @property
    def window(self) -> MainWindow:
        """Give the window."""

    def until(self, happened: Callable[[], object]) -> None:
        """Let the program run until something happened."""


@dataclass(slots=True)
class Mila:
    """Works with the keyboard, and counts."""

    desktop: Desktop
    typed: int = 0
    keys: int = 0
    log: list[str] = field(default_factory=list)

    @property
    def presses(self) -> int:
        """Give all presses: signs and keys."""
        return self.typed + self.keys

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key, or a chord."""
        for _ in range(times):
            QTest.keyClick(self._focus(), key, modifier)
            QApplication.processEvents()
        self.keys += times

    def types(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self._focus(), words)
        QApplication.processEvents()
        self.typed += len(words)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.desktop.window


def find(desktop: Desktop, kind: type[QWidget], name: str) -> QWidget:
    """Give a widget of the window."""
    found = desktop.window.findChild(kind, name)
    assert isinstance(found, QWidget), name
    return found


def open_talk(her: Mila) -> VerslagEdit:
    """Begin the verslag of the talk that was held."""
    her.press(Key.Key_6, CTRL)
    page = her.desktop.window.findChild(VerslagenPage)
    assert page is not None
    her.desktop.until(page.overview.owed.hasFocus)
    for _ in page.overview.owed.lines():
        if page.overview.owed.current().words.startswith(TALK):
            break
        her.press(Key.Key_Down)
    her.press(Key.Key_Return)
    edit = page.editor.edit
    her.desktop.until(lambda: edit.isVisible() and edit.hasFocus())
    return edit


def write(her: Mila, edit: VerslagEdit) -> None:
    """Write what is not known yet: the explanation, the children, his view, what was agreed."""
    for words in (
        "uitgelegd wat wij doen.", "folder krijgt hij.", "gezegd.", "gezegd hoe.", "genoemd.",
    ):  # fmt: skip
        her.types(words)
        her.press(Key.Key_F5)
    assert edit.section() == "krachten"
    for words in (
        "Otis praat zacht en warm over Pip en Job.",
        "Gesprek op school volgt.",
        "hij is 4 jaar; wij spreken de juf.",
    ):
        her.types(words)
        her.press(Key.Key_F5)
    assert edit.section() == "visie"
    her.press(Key.Key_2, ALT)
    her.types("Ik wil ze gewoon zien zonder gedoe.")
    name_source(her, FATHER)
    her.press(Key.Key_F5)
    assert edit.section() == "reacties"
    her.press(Key.Key_N, CTRL | SHIFT)
    her.types("hij leest het verslag vrijdag")


def move_notes(her: Mila, edit: VerslagEdit) -> None:
    """Bring the lines of the note over, and say who and when of what was agreed."""
    notes = her.desktop.window.findChild(VerslagenPage)
    assert notes is not None
    panel = notes.editor.parts.inspector.notes
    while (line := panel.next_line()) is not None:
        her.press(Key.Key_Return, CTRL)
        if line.tekst.startswith("Wisselen op school"):
            her.press(Key.Key_Backtab, SHIFT)
            her.types("Otis")
            her.press(Key.Key_Tab, times=2)
            her.types("vrijdag 15 mei")
            her.press(Key.Key_Tab)
            her.types("Mila belt hem")


def name_source(her: Mila, name: str) -> None:
    """Go to the source beside the text, type who it was, and come back."""
    her.press(Key.Key_Tab)
    source = QApplication.focusWidget()
    assert isinstance(source, QComboBox)
    source.setCompleter(None)  # its list needs a window manager to give the focus back
    her.types(name)
    her.press(Key.Key_Escape)


def finalise(her: Mila, reason: str) -> None:
    """Ask for vaststellen, answer what is open, and agree."""
    her.press(Key.Key_S, CTRL | SHIFT)
    her.desktop.until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    lines = [line for line in dialog.findChildren(QLineEdit) if line.isVisible()]
    for line in lines:
        for _ in range(20):
            if line.hasFocus():
                break
            her.press(Key.Key_Tab)
        her.types(reason)
    her.press(Key.Key_Return, CTRL)
    page = her.desktop.window.findChild(VerslagenPage)
    assert page is not None
    her.desktop.until(page.editor.edit.isReadOnly)


def let_go_out(her: Mila) -> None:
    """Choose father, and make the PDF; where it comes is asked by the dialog of the system."""
    her.desktop.window.activateWindow()  # the dialog is gone, and no window manager says so
    her.desktop.until(lambda: QApplication.focusWidget() is not None)
    her.press(Key.Key_P, CTRL)
    her.desktop.until(lambda: her.desktop.window.findChild(UitgaandPage) is not None)
    page = her.desktop.window.findChild(UitgaandPage)
    assert page is not None
    her.desktop.until(lambda: page.isVisible() and page.parts.who.people.rows())
    rows = page.parts.who.people.rows()
    father = next(one for one in rows if one.keuze.woorden.startswith(FATHER))
    her.desktop.until(father.hasFocus)  # it was his talk, so it begins with him
    her.press(Key.Key_Space)
    her.desktop.until(lambda: page.parts.who.ways.rows() and page.gang.proposal is not None)
    for _ in range(30):
        if any(way.hasFocus() for way in page.parts.who.ways.rows()):
            break
        her.press(Key.Key_Tab)
    her.press(Key.Key_Space)
    her.desktop.until(page.parts.foot.is_open)
    her.press(Key.Key_P, ALT)


def is_final(stand: VerslagStand) -> bool:
    """Tell whether nothing can change any more."""
    return stand is VerslagStand.VASTGESTELD
