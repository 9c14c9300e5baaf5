"""Counts a length from a day; days that stand still are given back one for one."""

from calendar import monthrange
from datetime import date, timedelta

from vtdesk.values.termijnen.kalender import Kalender
from vtdesk.values.termijnen.regel import Eenheid, Lengte
from vtdesk.values.termijnen.verloop import Stil

_DAGEN = {Eenheid.DAGEN: 1, Eenheid.WEKEN: 7}
_MAANDEN = {Eenheid.MAANDEN: 1, Eenheid.JAREN: 12}
MAANDEN_PER_JAAR = 12


def tel(begin: date, lengte: Lengte, kalender: Kalender, stil: tuple[Stil, ...] = ()) -> date:
    """Give the last day of a length that runs from the day after `begin`."""
    if lengte.eenheid is Eenheid.WERKDAGEN:
        return _werkdagen(begin, lengte.aantal, kalender, stil)
    if lengte.eenheid in _DAGEN:
        einde = begin + timedelta(days=lengte.aantal * _DAGEN[lengte.eenheid])
    else:
        einde = plus_maanden(begin, lengte.aantal * _MAANDEN[lengte.eenheid])
    for one in stil:  # in order, so that each sees the end as those before have moved it
        if begin < one.vanaf <= einde:
            einde += timedelta(days=one.dagen)
        elif one.vanaf <= begin < one.tot:
            einde += one.tot - begin - timedelta(days=1)
    return einde


def plus_maanden(day: date, maanden: int) -> date:
    """Go to the same day of another month, or to its last day when it is shorter."""
    count = day.year * MAANDEN_PER_JAAR + day.month - 1 + maanden
    year, month = divmod(count, MAANDEN_PER_JAAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def staat_stil(day: date, stil: tuple[Stil, ...]) -> bool:
    """Tell whether a day falls in a stretch that does not count."""
    return any(one.vanaf <= day < one.tot for one in stil)


def _werkdagen(begin: date, aantal: int, kalender: Kalender, stil: tuple[Stil, ...]) -> date:
    day, left = begin, aantal
    while left:
        day = kalender.werkdag_na(day)
        left -= not staat_stil(day, stil)
    return day
