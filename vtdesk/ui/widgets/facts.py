"""What is known of a thing: names at the left, values that can be copied at the right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from vtdesk.ui.widgets.text import selectable, text


def facts_grid(
    facts: Iterable[tuple[str, str]], *, air: int = 6, names: int = 0, below: bool = False
) -> QGridLayout:
    """Lay out the facts; an empty value is left out, and a name that comes again stands once.

    `names` is the least width of the names; `below` puts a value under its name, in a narrow pane.
    """
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(air)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, names)
    before = ""
    for number, (name, value) in enumerate(fact for fact in facts if fact[1]):
        if name != before:
            label = text(name, tone="stil", wrap=False)
            grid.addWidget(label, 2 * number, 0, Qt.AlignmentFlag.AlignTop)
        shown = selectable(value)
        shown.setMinimumWidth(1)  # a word without end may not widen the pane
        if below:
            grid.addWidget(shown, 2 * number + 1, 0, 1, 2)
        else:
            grid.addWidget(shown, 2 * number, 1)
        before = name
    return grid
