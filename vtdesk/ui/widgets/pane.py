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


def takes_keys(pane: QWidget) -> list[QWidget]:
    """List what takes the focus in a pane, in the order in which it was made."""
    found = [pane, *pane.findChildren(QWidget)]
    here = [one for one in found if one.window() is pane.window()]  # not the list of a combo box
    return [one for one in here if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]


def focus_into(pane: QWidget) -> bool:
    """Put the focus on the first thing in a pane that takes it; tell whether there was one."""
    first = first_in(pane)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return first is not None


@contextmanager
def focus_kept(pane: QWidget, *, otherwise: QWidget, about: object = None) -> Iterator[None]:
    """Make a pane anew while a button in it has the keyboard: its successor takes over.

    `about` is the thing that the pane shows from now on. The buttons of another thing do not take
    over, or a second press would do the deed to that one as well.
    """
    focus = pane.window().focusWidget()
    inside = focus if focus and pane.isAncestorOf(focus) else None
    name = inside.objectName() if inside else ""
    before = pane.findChildren(QWidget, name) if name else []
    is_same = pane.property("about") == str(about)
    pane.setProperty("about", str(about))
    yield
    if inside is None or inside.isVisibleTo(pane):
        return
    found = pane.findChildren(QWidget, name) if name and is_same else []
    successor = next((widget for widget in found if widget not in before), None)
    if successor is not None:
        successor.show()  # what was just laid out is shown later, and takes no focus before
    (successor or otherwise).setFocus(Qt.FocusReason.OtherFocusReason)
