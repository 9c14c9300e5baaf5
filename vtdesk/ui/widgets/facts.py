"""What is known of a thing: names at the left, values that can be copied at the right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from vtdesk.ui.widgets.text import selectable, text


def facts_grid(facts: Iterable[tuple[str, str]]) -> QGridLayout:
    """Lay out the facts below each other; an empty value is left out."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, (name, value) in enumerate(fact for fact in facts if fact[1]):
        shown = selectable(value)
        shown.setMinimumWidth(1)  # a word without end may not widen the pane
        grid.addWidget(text(name, tone="stil"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, number, 1)
    return grid
