"""Reads what the week shows, in one question for all days."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.ui.agenda.coming import coming
from vtdesk.ui.week.board import WeekShown
from vtdesk.ui.week.day import DayShown
from vtdesk.ui.week.load import Load, load_of
from vtdesk.ui.week.walking import SATURDAY
from vtdesk.values.tijd import end_of, local, start_of

DAYS = 7


class WeekReader:
    """Asks the services for some weeks from a Monday."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def days(self, monday: date, weeks: int) -> list[DayShown]:
        """Give the working days, and of the weekend the days on which something stands."""
        last = monday + timedelta(days=weeks * DAYS - 1)
        rows = self._desk.agenda.between(start_of(monday), end_of(last))
        every = [monday + timedelta(days=number) for number in range(weeks * DAYS)]
        away = self._desk.verloven.days(monday, last)
        shown = [DayShown(day, _on(day, rows), verlof=day in away) for day in every]
        return [one for one in shown if one.rows or one.day.weekday() < SATURDAY]

    def loads(self, days: Sequence[DayShown], *, heavy: bool) -> list[Load]:
        """Count what each day asks; what was hard only where she wants to see that."""
        counts = self._heavy(days) if heavy else {}
        return [load_of(day.rows, counts.get(day.day)) for day in days]

    def week(self, days: Sequence[DayShown], *, heavy: bool, is_empty: bool) -> WeekShown:
        """Give all that these days show."""
        now = self._desk.clock()
        loads = self.loads(days, heavy=heavy)
        return WeekShown(tuple(days), tuple(loads), now, self._next(days, now), is_empty)

    def _next(self, days: Sequence[DayShown], now: datetime) -> UUID | None:
        rows = [row for day in days if day.day == local(now).date() for row in day.rows]
        found = coming(rows, now)
        return found.id if found else None

    def _heavy(self, days: Sequence[DayShown]) -> dict[date, int]:
        if not days:
            return {}
        counts: dict[date, int] = {}
        for impact in self._desk.impact.between(start_of(days[0].day), end_of(days[-1].day)):
            if impact.zwaar:
                day = local(impact.moment).date()
                counts[day] = counts.get(day, 0) + 1
        return counts


def _on(day: date, rows: Sequence[AfspraakRow]) -> tuple[AfspraakRow, ...]:
    begin, einde = start_of(day), end_of(day)
    return tuple(row for row in rows if row.begin < einde and row.einde > begin)
