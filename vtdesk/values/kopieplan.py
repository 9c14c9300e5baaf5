"""Which reservekopieën stay, and when one is too old: hours, days, weeks and months thin out."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta

from vtdesk.values.tijd import local


def _hour(moment: datetime) -> tuple[int, ...]:
    return (*_day(moment), moment.astimezone(UTC).hour)


def _day(moment: datetime) -> tuple[int, ...]:
    day = local(moment)
    return (day.year, day.month, day.day)


def _week(moment: datetime) -> tuple[int, ...]:
    return tuple(local(moment).isocalendar()[:2])


def _month(moment: datetime) -> tuple[int, ...]:
    return _day(moment)[:2]


HOEVEEL: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (24, _hour),
    (14, _day),
    (8, _week),
    (12, _month),
)
ELKE = timedelta(minutes=15)
OUD = timedelta(days=3)  # then the state line warns
OEFENEN_NA = timedelta(days=31)  # a copy that nobody ever restored is a hope
OPZIJ_BLIJFT = timedelta(days=30)
WEG_BINNEN = timedelta(days=90)  # after a destruction no copy of before it is left
_KLOK = timedelta(hours=1)  # ahead: so much differs between two clocks of one laptop
_SPELING = timedelta(days=14)  # begun earlier, for a laptop that lies in a drawer


def blijft(newest_first: Collection[datetime]) -> set[datetime]:
    """Choose what stays: of each hour, day, week and month the newest, and of each so many.

    They come in the order in which they were made, for the clock may have been wrong.
    """
    kept: set[datetime] = set()
    for number, part_of in HOEVEEL:
        seen: dict[tuple[int, ...], datetime] = {}
        for moment in newest_first:
            seen.setdefault(part_of(moment), moment)
        kept.update(list(seen.values())[:number])
    return kept


def liep_voor(moment: datetime, now: datetime) -> bool:
    """Tell whether the clock was ahead at this moment, so that nobody knows when it was."""
    return moment - now > _KLOK


def moet_weg(made: datetime, destroyed: Collection[datetime], now: datetime) -> bool:
    """Tell whether a copy of this moment holds a casus whose last day in copies is near."""
    return any(made <= gone and now >= gone + WEG_BINNEN - _SPELING for gone in destroyed)


def moet_binnen(oldest: datetime, destroyed: Collection[datetime]) -> datetime | None:
    """Give the moment before which a medium with this oldest copy must be seen; None for never."""
    return min((uiterlijk_weg(gone) for gone in destroyed if oldest <= gone), default=None)


def mag_binnen(binnen: datetime) -> datetime:
    """Give the moment from which seeing that medium takes those copies away."""
    return binnen - _SPELING


def uiterlijk_weg(gone: datetime) -> datetime:
    """Give the moment at which no copy holds what was destroyed at this one."""
    return gone + WEG_BINNEN
