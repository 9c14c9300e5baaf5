"""Writes iCalendar as RFC 5545 asks: one clock, folded lines, escaped signs, ends of CRLF."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from vtdesk.values.agendapunt import Agendaregel
from vtdesk.values.tijd import AMSTERDAM, local

LINE = 75  # octets, without the end of the line
ZONE = AMSTERDAM.key
_CLOCK = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def write_calendar(regels: Iterable[Agendaregel], *, now: datetime, product: str) -> bytes:
    """Give the bytes of a calendar; the same lines at the same moment give the same bytes."""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{product}//NL", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", *_CLOCK)  # fmt: skip
    events = (line for regel in regels for line in _event(regel, now))
    return b"".join(_folded(line) for line in (*lines, *events, "END:VCALENDAR"))


def _event(regel: Agendaregel, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(regel.uid)}"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"SEQUENCE:{regel.volgnummer}"
    if regel.hele_dag:
        yield f"DTSTART;VALUE=DATE:{local(regel.begin):%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{local(regel.einde):%Y%m%d}"
    else:
        yield f"DTSTART{_moment(regel.begin)}"
        yield f"DTEND{_moment(regel.einde)}"
    yield f"SUMMARY:{_text(regel.titel)}"
    if regel.plaats:
        yield f"LOCATION:{_text(regel.plaats)}"
    if regel.prive:
        yield "CLASS:PRIVATE"
    yield f"STATUS:{'CANCELLED' if regel.afgezegd else 'CONFIRMED'}"
    yield f"TRANSP:{'TRANSPARENT' if regel.afgezegd else 'OPAQUE'}"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    """Write it on the Dutch clock; in an hour that comes twice only UTC says which one."""
    here = local(moment)
    if here.replace(fold=0).utcoffset() != here.replace(fold=1).utcoffset():
        return f":{_utc(moment)}"
    return f";TZID={ZONE}:{here:%Y%m%dT%H%M%S}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Escape what means something to the format; signs that no text has are left out."""
    lines = "\n".join(text.splitlines())
    shown = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return shown.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Break a line after 75 octets, and never within a letter."""
    parts, current = [], b""
    for char in line:
        octets = char.encode()
        if len(current) + len(octets) > LINE:
            parts.append(current)
            current = b" "
        current += octets
    return b"\r\n".join((*parts, current)) + b"\r\n"
