"""Which days of which week are on screen, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vtdesk.ui.page import Width
from vtdesk.ui.week.day import DayShown

FEW = 3  # days in a narrow window


@dataclass(frozen=True, slots=True)
class Span:
    """A Monday, how many weeks, and in a narrow window the first of three days."""

    monday: date
    weeks: int = 1
    width: Width = Width.MIDDEN
    first: date | None = None  # of the three days, once she walked to others

    @classmethod
    def of(cls, day: date) -> "Span":
        """Give the week of a day."""
        return cls(day - timedelta(days=day.weekday()))

    @property
    def may_double(self) -> bool:
        """Tell whether there is room for two weeks."""
        return self.width is Width.GROOT

    def with_week_of(self, day: date) -> "Span":
        """Show another week, from its beginning."""
        return replace(self, monday=Span.of(day).monday, first=None)

    def with_day(self, day: date) -> "Span":
        """Show the week of a day, with that day in sight."""
        other = self.with_week_of(day)
        return replace(other, first=max(other.monday, day - timedelta(days=FEW - 1)))

    def over(self, weeks: int) -> "Span":
        """Show this many weeks."""
        return replace(self, weeks=weeks)

    def in_room(self, width: Width) -> "Span":
        """Show as many days as a window of this width has room for."""
        return replace(self, width=width, first=None)

    def shifted(self, step: int, days: Sequence[date], today: date) -> "Span":
        """Show earlier or later days of the same week."""
        start = self._start(days, today)
        chosen = max(0, min(start + step * FEW, len(days) - FEW))
        return replace(self, first=days[chosen])

    def visible(self, days: Sequence[DayShown], today: date) -> list[DayShown]:
        """Give the days that are shown: all, or in a narrow window three, today first."""
        if self.width is not Width.KLEIN:
            return list(days)
        start = self._start([day.day for day in days], today)
        return list(days[start : start + FEW])

    def _start(self, days: Sequence[date], today: date) -> int:
        wanted = self.first or (today if today in days else days[0])
        at = next((n for n, day in enumerate(days) if day >= wanted), len(days) - 1)
        return max(0, min(at, len(days) - FEW))
