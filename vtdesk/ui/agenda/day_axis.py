"""Where a moment lies in a column of hours, without Qt.

A column of its own counts hours that pass, so that on the day of a clock change nothing overlaps
that did not; columns that share their hours go by the figures of the clock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from vtdesk.values.tijd import at, end_of, local, start_of

FIRST_HOUR, LAST_HOUR, MIDNIGHT = 8, 18, 24
Hours = tuple[int, int]  # the first and the last full hour on the clock; 24 ends the day


class Timed(Protocol):
    """What has a place in the day."""

    @property
    def id(self) -> UUID: ...
    @property
    def begin(self) -> datetime: ...
    @property
    def einde(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class HourLine:
    """One full hour of the day; the hour after a clock change comes twice or not at all."""

    words: str
    top: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The hours of one column, from `begin` to `einde`."""

    begin: datetime
    einde: datetime
    hour: float  # pixels
    by_clock: bool = False  # by the figures of the clock, as beside other days

    def top_of(self, moment: datetime) -> float:
        """Give where a moment lies, also when it lies outside the column."""
        return self._hours(self.begin, moment) * self.hour

    def clipped(self, item: Timed) -> tuple[float, float]:
        """Give where an item begins and ends inside the column."""
        return max(0.0, self.top_of(item.begin)), min(self.height, self.top_of(item.einde))

    @property
    def height(self) -> float:
        """Give how high all hours are together."""
        return self.top_of(self.einde)

    def lines(self) -> Iterator[HourLine]:
        """Give the full hours."""
        for number in range(round(self._hours(self.begin, self.einde)) + 1):
            if self.by_clock:
                figure = local(self.begin).hour + number
            else:
                hour = local(self.begin.astimezone(UTC) + timedelta(hours=number)).hour
                figure = MIDNIGHT if number and not hour else hour
            yield HourLine(f"{figure:02}:00", number * self.hour)

    def _hours(self, begin: datetime, einde: datetime) -> float:
        if self.by_clock:
            span = local(einde).replace(tzinfo=None) - local(begin).replace(tzinfo=None)
        else:  # two moments of one zone subtract by figures, so in UTC
            span = einde.astimezone(UTC) - begin.astimezone(UTC)
        return span.total_seconds() / 3600


def axis_of(day: date, items: Sequence[Timed], hour: float, hours: Hours | None) -> Axis:
    """Give the axis of a day: these hours, or the working day and what lies around it."""
    if hours is None:
        return Axis(*_span(day, items), hour)
    first, last = hours
    einde = end_of(day) if last == MIDNIGHT else at(day, last)
    return Axis(at(day, first), einde, hour, by_clock=True)


def shared_hours(days: Sequence[tuple[date, Sequence[Timed]]]) -> Hours:
    """Give the hours that these days need together; at least the working day."""
    first, last = FIRST_HOUR, LAST_HOUR
    for day, items in days:
        midnight, next_midnight = start_of(day), end_of(day)
        for item in items:
            first = 0 if _before(item.begin, midnight) else min(first, local(item.begin).hour)
            if not _before(item.einde, next_midnight):
                last = MIDNIGHT
            else:
                einde = local(item.einde)
                last = max(last, einde.hour + (einde.minute > 0))
    return first, last


def _before(moment: datetime, other: datetime) -> bool:
    return moment.astimezone(UTC) < other.astimezone(UTC)


def _span(day: date, items: Sequence[Timed]) -> tuple[datetime, datetime]:
    """Give the full hours that the column shows: the working day, and what lies around it."""
    midnight, next_midnight = start_of(day).astimezone(UTC), end_of(day).astimezone(UTC)
    begin = at(day, FIRST_HOUR).astimezone(UTC)
    einde = at(day, LAST_HOUR).astimezone(UTC)
    for item in items:
        begin = min(begin, max(midnight, _full_hour(item.begin)))
        late = item.einde.astimezone(UTC)
        full = _full_hour(late)
        einde = max(einde, min(next_midnight, full if full == late else full + timedelta(hours=1)))
    return begin, einde


def _full_hour(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
