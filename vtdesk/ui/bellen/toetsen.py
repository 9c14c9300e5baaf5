"""The keyboard at a call: where Tab comes, and from where a single letter is a command."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QWidget


def let_tab_follow(widgets: Iterable[QWidget]) -> None:
    """Let Tab come to these one after another."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)


def letter_only_from(action: QAction, *panes: QWidget) -> None:
    """Let the letter of a command work from these alone; its Alt twin works everywhere.

    On a button that is reached from a field, the first letter of a word would be a deed.
    """
    letters = [keys for keys in action.shortcuts() if len(keys.toString()) == 1]
    action.setShortcuts([keys for keys in action.shortcuts() if keys not in letters])
    for keys in letters:
        for pane in panes:
            key = QShortcut(keys, pane, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(action.trigger)
