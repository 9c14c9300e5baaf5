"""The way of the keyboard through the blocks of a week, without Qt."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from uuid import UUID

SATURDAY = 5


def along(days: Sequence[Sequence[UUID]], here: UUID, step: int) -> UUID | None:
    """Give the block before or after this one, through all days; None at the end."""
    everything = [i for day in days for i in day]
    if here not in everything:
        return None
    place = everything.index(here) + step
    return everything[place] if 0 <= place < len(everything) else None


def across(
    days: Sequence[Sequence[UUID]], here: UUID, step: int, begins: Mapping[UUID, time]
) -> UUID | None:
    """Give the block that stands at the same time in the nearest day that has any."""
    number = next((n for n, day in enumerate(days) if here in day), None)
    if number is None:
        return None
    beside = days[number + 1 :] if step > 0 else days[:number][::-1]
    nearest = next((day for day in beside if day), ())
    return min(nearest, key=lambda i: _apart(begins[i], begins[here]), default=None)


def next_workday(day: date, step: int) -> date:
    """Give the working day after or before this one."""
    day += timedelta(days=step)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=step)
    return day


def _apart(one: time, other: time) -> int:
    return abs((one.hour - other.hour) * 60 + one.minute - other.minute)
