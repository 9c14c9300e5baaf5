"""Buttons: a verb each; one primary button per screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton
from typing_extensions import override

from vtdesk.ui.theme import icons

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class IconButton(QToolButton):
    """Enter presses it as Space does, as with every button that has words."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() in PLAIN:
            self.click()
        else:
            super().keyPressEvent(event)


def primary(words: str, *, icon: str = "") -> QPushButton:
    """Make the one filled button of a screen."""
    return _button(words, "primary", icon, "op-accent")


def secondary(words: str, *, icon: str = "") -> QPushButton:
    """Make a button with an edge."""
    return _button(words, "", icon, "tekst")


def small(words: str, *, icon: str = "") -> QPushButton:
    """Make a low button that stands inside a row or a card."""
    return _button(words, "small", icon, "tekst")


def link(words: str, *, icon: str = "") -> QPushButton:
    """Make a button that looks like a link."""
    button = _button(words, "link", icon, "accent")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def quiet(words: str, *, icon: str = "") -> QPushButton:
    """Make a button without an edge, for a row of tools; with words."""
    return _button(words, "quiet", icon, "stil")


def choice(words: str) -> QPushButton:
    """Make a chip that is switched on and off, such as a filter."""
    button = _button(words, "choice", "", "")
    button.setCheckable(True)
    return button


def icon_button(icon: str, name: str, *, kind: str = "") -> QToolButton:
    """Make a button with only a picture; `name` is its tooltip and accessible name."""
    button = IconButton()
    if kind:
        button.setProperty("kind", kind)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.set_icon(button, icon, "tekst")
    return button


def _button(words: str, kind: str, icon: str, colour: str) -> QPushButton:
    button = QPushButton(words.replace("&", "&&"))
    button.setAccessibleName(words)
    button.setAutoDefault(True)  # Enter presses what has the focus, in a dialog and outside
    if kind:
        button.setProperty("kind", kind)
    if icon:
        icons.set_icon(button, icon, colour)
    return button
