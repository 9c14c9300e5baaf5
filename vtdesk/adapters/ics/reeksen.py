"""Recurrence: lazily, on the wall clock of the series' own zone, only as far as the window."""

import heapq
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice, takewhile
from typing import Any

from dateutil.rrule import rrule, weekday
from icalendar.prop import vRecur

from vtdesk.adapters.ics.gebeurtenis import Gebeurtenis, Moment
from vtdesk.adapters.ics.regels import UnreadableError
from vtdesk.adapters.ics.zones import instant
from vtdesk.values.tijd import start_of

MAX_OF_ONE = 1_000
_MARGIN = timedelta(days=2)  # between wall clocks of different zones
_OLDEST_DAILY = timedelta(days=50 * 366)
_FREQUENCIES = {"YEARLY": 0, "MONTHLY": 1, "WEEKLY": 2, "DAILY": 3}
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_LISTS = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "BYMINUTE")


@dataclass(frozen=True, slots=True)
class Keer:
    """One occurrence: which exception or series it shows, when it begins, and its first plan."""

    gebeurtenis: Gebeurtenis
    begin: datetime
    einde: datetime
    gepland_op: Moment | None

    @property
    def recurrence_id(self) -> str:
        """Write the first plan the same way in whatever zone it was exported."""
        planned = self.gepland_op
        if planned is None:
            return ""
        if isinstance(planned, datetime):
            return f"{instant(planned):%Y%m%dT%H%M%SZ}"
        return f"{planned:%Y%m%d}"


def single(event: Gebeurtenis) -> Keer:
    """Make the one occurrence of an appointment, or of an exception."""
    begin, end = _span(event, event.begin)
    return Keer(event, begin, end, event.uitzondering_op)


def fitting(master: Gebeurtenis, exceptions: list[Gebeurtenis]) -> list[Gebeurtenis]:
    """Name exceptions as the series counts, and drop those that it has taken out since."""
    named = [replace(e, uitzondering_op=_as_planned(master, e.uitzondering_op)) for e in exceptions]
    gone = {key(_as_planned(master, moment) or moment) for moment in master.niet_op}
    return [
        e
        for e in named
        if e.volgnummer > master.volgnummer
        or e.uitzondering_op is None
        or key(e.uitzondering_op) not in gone
    ]


def _as_planned(master: Gebeurtenis, moment: Moment | None) -> Moment | None:
    """Outlook names a day of a series of days by its midnight, and others the other way round."""
    if master.hele_dag and isinstance(moment, datetime):
        return moment.date()
    if isinstance(master.begin, datetime) and moment and not isinstance(moment, datetime):
        return datetime.combine(moment, master.begin.timetz())
    return moment


def occurrences(
    master: Gebeurtenis, exceptions: list[Gebeurtenis], *, vanaf: date, tot: date
) -> Iterator[Keer]:
    """Walk a series through the window; its exceptions stand in their own place."""
    taken = {key(e.uitzondering_op) for e in exceptions if e.uitzondering_op is not None}
    onwards = sorted(
        (e for e in exceptions if e.en_verder and e.hele_dag == master.hele_dag),
        key=lambda e: key(e.uitzondering_op or e.begin),
    )
    first, last = start_of(vanaf), start_of(tot)
    inside = 0
    # What an exception moves may come from far before the window.
    earliest = datetime.min if onwards else _wall(vanaf) - master.duur - _MARGIN
    for planned in _planned(master, earliest, _wall(tot) + _MARGIN):
        keer = _keer(master, planned, onwards)
        if key(planned) in taken or keer.einde <= first or keer.begin >= last:
            continue
        yield keer
        inside += 1
        if inside == MAX_OF_ONE:
            return


def key(moment: Moment) -> str:
    """Give a moment or day a name under which plan and exception meet."""
    if isinstance(moment, datetime):
        return instant(moment).isoformat()
    return moment.isoformat()


def _keer(master: Gebeurtenis, planned: Moment, onwards: list[Gebeurtenis]) -> Keer:
    shown, begin = master, planned
    for exception in onwards:
        start = exception.uitzondering_op
        if start is not None and key(start) <= key(planned):
            shown, begin = exception, _shifted(planned, start, exception.begin)
    start, end = _span(shown, begin)
    return Keer(shown, start, end, planned)


def _shifted(planned: Moment, start: Moment, new: Moment) -> Moment:
    """Move as far on the wall clock as the first one moved."""
    if isinstance(planned, datetime) and isinstance(start, datetime) and isinstance(new, datetime):
        zone = planned.tzinfo
        shift = _wall(new.astimezone(zone)) - _wall(start.astimezone(zone))
        return (_wall(planned) + shift).replace(tzinfo=zone)
    return planned + (_wall(new) - _wall(start))


def _planned(master: Gebeurtenis, earliest: datetime, last: datetime) -> Iterator[Moment]:
    """Give when the series takes place, in order, without the days that were taken out."""
    zone = master.begin.tzinfo if isinstance(master.begin, datetime) else None
    moments = {key(moment) for moment in master.niet_op if isinstance(moment, datetime)}
    # Some write a day where a moment belongs, or the other way round.
    days = {_wall(m).date() for m in master.niet_op if zone is None or not isinstance(m, datetime)}
    extra = sorted(_wall(m, zone) for m in (master.begin, *master.ook_op))
    start = _wall(master.begin)
    rules = [_dates(rule, start, zone, earliest, last) for rule in master.regels]
    before = None
    for wall in takewhile(lambda wall: wall < last, heapq.merge(extra, *rules)):
        if wall >= earliest and wall != before and wall.date() not in days:
            moment = wall.date() if zone is None else wall.replace(tzinfo=zone)
            if key(moment) not in moments:
                yield moment
        before = wall


def _dates(
    rule: str, start: datetime, zone: tzinfo | None, earliest: datetime, last: datetime
) -> Iterator[datetime]:
    """Walk one RRULE on the wall clock; COUNT is counted here, so that it may be any number."""
    recur = vRecur.from_ical(rule)
    arguments = rule_arguments(recur)
    until = min(last, _until(recur, zone))
    count = max(0, int(_first(recur, "COUNT", 0)))  # some write -1 for endless
    if not count:
        start = _closer(start, earliest, arguments)
    elif arguments["freq"] == _FREQUENCIES["DAILY"] and last - start > _OLDEST_DAILY:
        raise UnreadableError("Deze reeks begint meer dan vijftig jaar geleden.")
    dates = rrule(dtstart=start, until=until, **arguments)
    return islice(dates, min(count, sys.maxsize)) if count else iter(dates)


def _closer(start: datetime, earliest: datetime, arguments: dict[str, Any]) -> datetime:
    """Begin a daily or weekly series near the window: whole periods on, nothing else changes."""
    days = {_FREQUENCIES["DAILY"]: 1, _FREQUENCIES["WEEKLY"]: 7}.get(arguments["freq"])
    if days is None or earliest <= start:
        return start
    period = timedelta(days=days * arguments["interval"])
    return start + max(0, (earliest - start) // period - 1) * period


def rule_arguments(recur: vRecur) -> dict[str, Any]:
    """Translate a rule for dateutil; refuses what comes back more than a few times a day."""
    frequency = str(_first(recur, "FREQ", "")).upper()
    often = len(recur.get("BYHOUR", ())) > 4 or len(recur.get("BYMINUTE", ())) > 1  # noqa: PLR2004
    if frequency in ("SECONDLY", "MINUTELY", "HOURLY") or often or "BYSECOND" in recur:
        raise UnreadableError("Deze reeks herhaalt vaker dan een paar keer per dag.")
    if frequency not in _FREQUENCIES:
        raise UnreadableError("Deze herhaling is onbekend.")
    arguments: dict[str, Any] = {
        name.lower(): list(recur[name]) for name in _LISTS if name in recur
    }
    if "BYDAY" in recur:
        arguments["byweekday"] = [_weekday(str(day)) for day in recur["BYDAY"]]
    if "WKST" in recur:
        arguments["wkst"] = _weekday(str(_first(recur, "WKST", "MO")))
    interval = max(1, int(_first(recur, "INTERVAL", 1)))
    return {"freq": _FREQUENCIES[frequency], "interval": min(interval, 10_000), **arguments}


def _weekday(text: str) -> weekday:
    day = weekday(_WEEKDAYS[text[-2:].upper()])
    return day(int(text[:-2])) if text[:-2] else day


def _until(recur: vRecur, zone: tzinfo | None) -> datetime:
    value = _first(recur, "UNTIL", None)
    if isinstance(value, datetime):
        return _wall(value.astimezone(zone) if value.tzinfo and zone else value)
    if isinstance(value, date):
        return datetime.combine(value, time.max)
    return datetime.max


def _first(recur: vRecur, name: str, default: Any) -> Any:
    values = recur.get(name)
    if isinstance(values, list):
        return values[0] if values else default
    return default if values is None else values


def _wall(moment: Moment, zone: tzinfo | None = None) -> datetime:
    """Give the wall clock without its zone; a day is its midnight."""
    if isinstance(moment, datetime):
        return (moment.astimezone(zone) if zone else moment).replace(tzinfo=None)
    return datetime.combine(moment, time.min)


def _span(event: Gebeurtenis, begin: Moment) -> tuple[datetime, datetime]:
    """Give begin and end as moments; days run from midnight to midnight in Amsterdam."""
    if not isinstance(begin, datetime):
        return start_of(begin), start_of(begin + event.duur)
    if event.duur % timedelta(days=1):
        return instant(begin), instant(begin) + event.duur
    return instant(begin), instant((_wall(begin) + event.duur).replace(tzinfo=begin.tzinfo))
