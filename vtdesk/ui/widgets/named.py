"""Names: one for the stylesheet and the tests, one for who does not see the screen."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, object_name: str, label: str = "") -> W:
    """Name a widget; `label` is its accessible name, word for word what is on screen."""
    widget.setObjectName(object_name)
    if label:
        widget.setAccessibleName(label)
    return widget


def restyle(widget: QWidget, **properties: str) -> None:
    """Set properties that the stylesheet selects on, and let it look again."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    # What has no look yet gets it when it is first shown.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        for child in widget.findChildren(QWidget):
            child.style().unpolish(child)
            child.style().polish(child)
        widget.update()
