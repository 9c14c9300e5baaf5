"""Lets Tab walk as one reads, also past what was made later than what stands after it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vtdesk.ui.widgets.boxes import let_tab_walk
from vtdesk.ui.widgets.pane import takes_keys


class Tabvolgorde:
    """Remembers what each part held, so that nothing is ordered twice."""

    def __init__(self, parts: Sequence[tuple[QWidget, QWidget]]) -> None:
        self._parts = parts  # each with what stands after it
        self._known: dict[QWidget, list[QWidget]] = {}

    def follow(self) -> None:
        """Order what came since the last time."""
        for part, after in self._parts:
            stops = takes_keys(part)
            if stops and stops != self._known.get(part):
                self._known[part] = stops
                let_tab_walk(stops, before=after)
