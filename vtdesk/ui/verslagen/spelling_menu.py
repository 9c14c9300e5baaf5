"""What the menu of a marked word says; suggestions come in when they are found."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from vtdesk.ui.theme import icons
from vtdesk.values.taalwacht import Treffer

LOOKING, NONE = "Voorstellen zoeken …", "Geen voorstellen"
ADD = "Toevoegen aan woordenlijst"
NEXT = "Volgend woord"

Put = Callable[[str], None]


class Waiting:
    """The place in a menu where suggestions come."""

    def __init__(self, menu: QMenu, action: QAction) -> None:
        self._menu, self._action = menu, action

    def fill(self, words: Sequence[str], put: Put) -> None:
        """Show the suggestions, the first of them chosen when nothing else was."""
        if not words:
            self._action.setText(NONE)
            return
        shown = [_action(self._menu, word, partial(put, word)) for word in words]
        for action in shown:
            font = action.font()
            font.setWeight(font.Weight.DemiBold)
            action.setFont(font)
        self._menu.insertActions(self._action, shown)
        self._menu.removeAction(self._action)
        if self._menu.property("by-keyboard") and not self._menu.property("walked"):
            self._menu.setActiveAction(shown[0])


def add_misspelled(
    menu: QMenu, before: QAction | None, word: str, add: Callable[[], None]
) -> Waiting:
    """Offer suggestions for a word, and to let it be right from now on."""
    looking = QAction(LOOKING, menu)
    looking.setEnabled(False)
    _insert(menu, before, looking)
    kept = _action(menu, f"{ADD}: {word}", add)
    kept.setIcon(icons.icon("erbij", "tekst"))
    _insert(menu, before, kept)
    _insert(menu, before, _line(menu))
    return Waiting(menu, looking)


def add_loaded(menu: QMenu, before: QAction | None, treffer: Treffer, put: Put) -> None:
    """Offer what describes in the place of a loaded word, and say why."""
    head = QAction(f"Taalwacht: {_shown(treffer.woord)}", menu)
    head.setEnabled(False)
    _insert(menu, before, head)
    for words in treffer.vragen:
        ask = QAction(_shown(words), menu)
        ask.setEnabled(False)
        _insert(menu, before, ask)
    for words in treffer.vervangers:
        typed = _like(treffer.woord, words)
        _insert(menu, before, _action(menu, f"Liever: {typed}", partial(put, typed)))
    why = QAction(_shown(treffer.waarom), menu)
    why.setEnabled(False)
    _insert(menu, before, why)
    _insert(menu, before, _line(menu))


def add_next(menu: QMenu, go: Callable[[], None]) -> QAction:
    """Let the same key go on to the next word."""
    onward = menu.addAction(f"{NEXT}\tF7")
    onward.triggered.connect(lambda: QTimer.singleShot(0, go))
    _Keys(menu, go)
    return onward


def choose_first(menu: QMenu) -> None:
    """Let the keyboard begin at the first thing that can be chosen."""
    menu.setProperty("by-keyboard", True)  # noqa: FBT003 Qt's own form
    first = next((one for one in menu.actions() if one.isEnabled() and not one.isSeparator()), None)
    if first is not None:
        menu.setActiveAction(first)


class _Keys(QObject):
    """F7 in the menu goes on; any other key tells that she walks through it herself."""

    def __init__(self, menu: QMenu, go: Callable[[], None]) -> None:
        super().__init__(menu)
        self._menu, self._go = menu, go
        menu.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_F7:
                self._menu.close()
                QTimer.singleShot(0, self._go)
                return True
            self._menu.setProperty("walked", True)  # noqa: FBT003 Qt's own form
        return False


def _insert(menu: QMenu, before: QAction | None, action: QAction) -> None:
    if before is None:
        menu.addAction(action)
    else:
        menu.insertAction(before, action)


def _action(menu: QMenu, words: str, command: Callable[[], None]) -> QAction:
    action = QAction(_shown(words), menu)
    action.triggered.connect(lambda _checked=False: command())
    return action


def _line(menu: QMenu) -> QAction:
    line = QAction(menu)
    line.setSeparator(True)
    return line


def _shown(words: str) -> str:
    """Give words as a menu shows them; a single & would become a line under a letter."""
    return words.replace("&", "&&").replace("\t", " ")


def _like(typed: str, words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}" if typed[:1].isupper() else words
