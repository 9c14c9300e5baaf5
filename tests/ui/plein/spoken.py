"""All that a window says to who does not see it, and to who sees only its edges."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

PARTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
DEEP = 60


def everything() -> str:
    """Give every word of every window: the accessible tree, titles, tooltips and status tips."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the event loop does
    return "\n".join(_all())


def _all() -> Iterator[str]:
    for window in QApplication.topLevelWidgets():
        if not window.isVisible():
            continue
        yield window.windowTitle()
        yield window.windowIconText()
        interface = QAccessible.queryAccessibleInterface(window)
        yield from _tree(interface, DEEP)
        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible():
                yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())


def _tree(interface: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if interface is None or not interface.isValid() or not depth:
        return
    for part in PARTS:
        yield interface.text(part)
    written = interface.textInterface()
    if written is not None:
        yield written.text(0, written.characterCount())
    for number in range(interface.childCount()):
        yield from _tree(interface.child(number), depth - 1)
