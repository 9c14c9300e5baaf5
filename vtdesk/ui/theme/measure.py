"""Measures of a widget that grow with the text, also when its size changes on screen."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget

from vtdesk.ui.theme import style

ANY = 16_777_215  # the widest and highest that Qt knows
_SETTERS: Mapping[str, Callable[[QWidget, int], None]] = {
    "width": QWidget.setFixedWidth,
    "height": QWidget.setFixedHeight,
    "least_width": QWidget.setMinimumWidth,
    "least_height": QWidget.setMinimumHeight,
    "most_width": QWidget.setMaximumWidth,
}


def hold(widget: QWidget, **pixels: int) -> None:
    """Give a widget measures as they are at 100 %: `hold(field, width=84)`."""
    widget.setProperty("measures", _measures(widget) | pixels)
    _take(widget)


def take_again() -> None:
    """Give every widget its measures in the size of text now on screen."""
    for widget in QApplication.allWidgets():
        _take(widget)


def _take(widget: QWidget) -> None:
    for name, pixels in _measures(widget).items():
        _SETTERS[name](widget, min(ANY, style.scaled(pixels)))


def _measures(widget: QWidget) -> dict[str, int]:
    return cast("dict[str, int]", widget.property("measures") or {})
