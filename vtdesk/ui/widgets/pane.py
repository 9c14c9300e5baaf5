"""A part of a page, and where the keyboard begins in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def first_in(pane: QWidget) -> QWidget | None:
    """Find the first thing in a pane that takes the focus now."""
    for widget in (pane, *pane.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            return widget
    return None


def focus_into(pane: QWidget) -> bool:
    """Put the focus on the first thing in a pane that takes it; tell whether there was one."""
    first = first_in(pane)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return first is not None


@contextmanager
def focus_kept(pane: QWidget, *, otherwise: QWidget) -> Iterator[None]:
    """Make a pane anew while one of its buttons has the keyboard: its successor takes over."""
    focus = pane.window().focusWidget()
    name = focus.objectName() if focus and pane.isAncestorOf(focus) else ""
    before = pane.findChildren(QWidget, name) if name else []
    yield
    if name:
        new = (widget for widget in pane.findChildren(QWidget, name) if widget not in before)
        successor = next(new, otherwise)
        successor.show()  # what was just laid out is shown later, and takes no focus before
        successor.setFocus(Qt.FocusReason.OtherFocusReason)
