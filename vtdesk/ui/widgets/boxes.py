"""Layouts in the measure of the grid: no margins unless asked, air of 4, 8, 12 or 16."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

MARGIN, GAP = 16, 12

B = TypeVar("B", bound=QBoxLayout)

Item = QWidget | QLayout | int | None


def column(*items: Item, air: int = 8, margins: int = 0) -> QVBoxLayout:
    """Stack items; a number is fixed air, None is air that stretches."""
    return _filled(QVBoxLayout(), items, air, margins)


def row(*items: Item, air: int = 8, margins: int = 0) -> QHBoxLayout:
    """Put items side by side; a number is fixed air, None is air that stretches."""
    return _filled(QHBoxLayout(), items, air, margins)


def boxed(layout: QLayout, *, kind: str = "") -> QFrame:
    """Make a widget of a layout, with a kind that the stylesheet knows."""
    frame = QFrame()
    if kind:
        frame.setProperty("kind", kind)
    frame.setLayout(layout)
    return frame


def rule(*, upright: bool = False) -> QFrame:
    """Draw a line of one pixel."""
    line = QFrame()
    line.setProperty("kind", "upright" if upright else "line")
    return line


def scrolled(widget: QWidget) -> QScrollArea:
    """Let a widget scroll up and down when it does not fit."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setProperty("kind", "inside")
    area.setWidget(widget)
    return area


def let_tab_walk(widgets: Sequence[QWidget], *, before: QWidget) -> None:
    """Let Tab come to widgets that were made late just before another one, as they are read."""
    former = before.previousInFocusChain()
    while former and former is not before and former.focusPolicy() is Qt.FocusPolicy.NoFocus:
        former = former.previousInFocusChain()
    for one, following in pairwise([former, *widgets]):
        if one is not None and following is not None:
            QWidget.setTabOrder(one, following)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout that is about to be filled again."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


def _filled(layout: B, items: tuple[Item, ...], air: int, margins: int) -> B:
    layout.setSpacing(air)
    layout.setContentsMargins(margins, margins, margins, margins)
    for item in items:
        match item:
            case None:
                layout.addStretch(1)
            case int():
                layout.addSpacing(item)
            case QWidget():
                layout.addWidget(item)
            case _:
                layout.addLayout(item)
    return layout
