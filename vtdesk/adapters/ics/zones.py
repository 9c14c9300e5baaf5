"""Time zones by all the names under which they are exported; unknown ones count as Dutch time."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from icalendar import Timezone
from icalendar.prop import vDDDTypes
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from vtdesk.adapters.ics.regels import Onderdeel, Regel, decode
from vtdesk.values.tijd import AMSTERDAM

_SHOWN_NAME = re.compile(r"\((?:UTC|GMT)[^)]*\)\s*(.+)")
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")
_RULE = re.compile(rb"RRULE[^:]*:(.*)", re.IGNORECASE)
_MAX_RULE = 200

Waarde = date | datetime | timedelta


class Zones:
    """The zones of one file: what the world knows first, then what the file itself defines."""

    def __init__(self, components: list[Onderdeel]) -> None:
        self._defined = {_tzid(c): c for c in components if c.soort == "VTIMEZONE"}
        self._found: dict[str, tzinfo | None] = {}

    def zone(self, tzid: str) -> tzinfo | None:
        """Find a zone, or None when nobody knows this name."""
        if tzid not in self._found:
            self._found[tzid] = _known(tzid) or self._own(tzid)
        return self._found[tzid]

    def is_unknown(self, regel: Regel) -> bool:
        """Tell whether this line names a zone that nobody knows."""
        tzid = regel.params.get("TZID", "")
        return bool(tzid) and "T" in regel.waarde and self.zone(tzid) is None

    def read(self, regel: Regel) -> Waarde:
        """Read a date, a moment in its own zone, or a duration."""
        return self.read_text(regel.waarde.strip(), regel.params.get("TZID", ""))

    def read_text(self, text: str, tzid: str) -> Waarde:
        """Read one value of a list; a moment without a zone stands on the Dutch clock."""
        value = vDDDTypes.from_ical(text)  # type: ignore[no-untyped-call]
        if isinstance(value, tuple):
            value = value[0]
        if not isinstance(value, (date, timedelta)):
            raise ValueError("not a moment")  # noqa: TRY004 (the file is wrong, not the caller)
        if isinstance(value, datetime) and value.tzinfo is None:
            return value.replace(tzinfo=(self.zone(tzid) if tzid else None) or AMSTERDAM)
        return value

    def _own(self, tzid: str) -> tzinfo | None:
        component = self._defined.get(tzid)
        if component is None or not _is_sane(component):
            return None
        lines = b"\r\n".join((b"BEGIN:VTIMEZONE", *component.regels, b"END:VTIMEZONE", b""))
        try:
            parsed = Timezone.from_ical(lines)
            made = parsed.to_tz(lookup_tzid=False) if isinstance(parsed, Timezone) else None
            datetime(2026, 7, 1, tzinfo=made).utcoffset()
        except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
            return None  # a definition that cannot be used is as good as none
        return made if isinstance(made, tzinfo) else None


def _known(tzid: str) -> tzinfo | None:
    name = tzid.strip().strip('"')
    for candidate in _candidates(name):
        if zone := _iana(candidate):
            return zone
    if match := _OFFSET.fullmatch(name):
        sign, hours, minutes = match.groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if offset < timedelta(hours=15):
            return timezone(-offset if sign == "-" else offset)
    return None


def _candidates(name: str) -> list[str]:
    """List the names to try: as it is, Windows, after a maker's prefix, as Outlook shows it."""
    if name.casefold() in ("utc", "gmt", "z", "tzone://microsoft/utc"):
        return ["UTC"]
    names = [name]
    if windows := WINDOWS_TO_OLSON.get(name):
        names.append(windows)
    if name.startswith("/"):
        parts = name.strip("/").split("/")
        names += ["/".join(parts[start:]) for start in range(len(parts))][:8]
    if shown := _SHOWN_NAME.fullmatch(name):
        cities = [city.strip().replace(" ", "_") for city in re.split("[,/]", shown[1])]
        names += [_cities()[city] for city in cities[:12] if city in _cities()]
    return names


def _iana(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None  # also for a folder of zones, or a name that is no name


@cache
def _cities() -> dict[str, str]:
    return {name.rpartition("/")[2]: name for name in sorted(available_timezones(), reverse=True)}


def _tzid(component: Onderdeel) -> str:
    for line in component.regels:
        name, _, value = line.partition(b":")
        if name.partition(b";")[0].strip().upper() == b"TZID":
            return decode(value).strip()
    return ""


def _is_sane(component: Onderdeel) -> bool:
    """Refuse a clock that would change more often than once a year: it takes years to compute."""
    rules = [match[1].upper() for line in component.regels if (match := _RULE.match(line))]
    return component.heel and all(
        b"FREQ=YEARLY" in rule and len(rule) <= _MAX_RULE for rule in rules
    )


def instant(moment: datetime) -> datetime:
    """Give the moment in UTC; a time that the clock skips moves on by the skipped hour."""
    return moment.astimezone(UTC)
