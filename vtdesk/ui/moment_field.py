"""A day and a time, typed the short Dutch way: `12 mei`, `12-5`, `di`, `+3w`; `9`, `9.30`."""

import re
from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.values.datumwoord import lees

_CLOCK = re.compile(r"(\d{1,2})(?:[:.u ]?(\d{2}))?(?: ?uur)?")


def read_day(typed: str, today: date) -> date | None:
    """Understand a day as one types it; a date without year is the nearest one."""
    found = lees(typed, today)
    return found.dag if found is not None and found.tijd is None else None


def read_clock(typed: str) -> time | None:
    """Understand a time as one types it: `9`, `930`, `9.30`, `9:30`, `9 uur`."""
    match = _CLOCK.fullmatch(" ".join(typed.lower().split()))
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


class MomentField(QWidget):
    """Two fields, day and time; `show_day` writes a day the way the page wants to see it."""

    changed = Signal()

    def __init__(
        self, today: date, show_day: Callable[[date], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._show_day = show_day
        self._shown: date | None = None
        self.day = named(QLineEdit(), "dag", "Dag")
        self.clock = named(QLineEdit(), "tijd", "Tijd")
        measure.hold(self.clock, width=84)
        self.day.setPlaceholderText("12 mei")
        self.clock.setPlaceholderText("9:30")
        layout = row(self.day, self.clock)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.day)

        self.day.editingFinished.connect(self._tidy)
        self.clock.editingFinished.connect(self._tidy)

    def set_moment(self, day: date, clock: time) -> None:
        """Show a day and a time."""
        self._shown = day
        self.day.setText(self._show_day(day))
        self.clock.setText(f"{clock:%H:%M}")

    def chosen_day(self) -> date | None:
        """Give the day, or nothing when the words are not a day."""
        if self._shown and self.day.text() == self._show_day(self._shown):
            return self._shown
        return read_day(self.day.text(), self._today)

    def chosen_clock(self) -> time | None:
        """Give the time, or nothing when the words are not a time."""
        return read_clock(self.clock.text())

    def half_typed(self) -> dict[str, str]:
        """Give the words in both fields, and the day that they were read as."""
        shown = self._shown.isoformat() if self._shown else ""
        return {"dag": self.day.text(), "tijd": self.clock.text(), "gelezen": shown}

    def give_back(self, kept: dict[str, str]) -> None:
        """Show again what was typed."""
        self._shown = date.fromisoformat(kept["gelezen"]) if kept["gelezen"] else None
        self.day.setText(kept["dag"])
        self.clock.setText(kept["tijd"])

    @Slot()
    def _tidy(self) -> None:
        day, clock = self.chosen_day(), self.chosen_clock()
        if day:
            self._shown = day
            self.day.setText(self._show_day(day))
        if clock:
            self.clock.setText(f"{clock:%H:%M}")
        restyle(self.day, wrong="false" if day or not self.day.text() else "true")
        restyle(self.clock, wrong="false" if clock or not self.clock.text() else "true")
        self.changed.emit()
