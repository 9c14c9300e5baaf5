"""The file as lines and components: encodings, folding and limits, before anything is understood.

Only the lines that vtdesk needs go on: descriptions, attachments, alarms and the makers' own
X- lines are dropped here, unread.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from vtdesk.errors import OutsideError

MAX_EVENTS = 20_000
MAX_DEPTH = 8
MAX_LINE = 100_000

_KEPT = frozenset(
    {
        "UID", "RECURRENCE-ID", "SEQUENCE", "STATUS", "CLASS", "SUMMARY", "LOCATION",
        "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "ORGANIZER", "ATTENDEE",
        "X-MICROSOFT-CDO-ALLDAYEVENT",
    }
)  # fmt: skip

_NAME = re.compile(rb"[ \t]*([A-Za-z0-9-]+)[ \t]*[;:]")
_YEAR = re.compile(rb"DT(?:START|END)[;:].*?(\d{4})\d{4}(?:T\d{6}Z?)?\s*", re.IGNORECASE)
_OPEN_ENDED = re.compile(rb"(?:RRULE|RDATE|RECURRENCE-ID)[;:]", re.IGNORECASE)
_UNQUOTED_TZID = re.compile(r';TZID=([^";]*:[^";]*):(?=\d{8})')


class UnreadableError(Exception):
    """An appointment that cannot be read; the text says why, without anything from the file."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One property: its name, its parameters in capitals, its value without escapes."""

    naam: str
    params: dict[str, str]
    waarde: str


@dataclass(slots=True)
class Onderdeel:
    """One component: an event with the lines of its own, or a time zone with all its lines."""

    soort: str
    methode: str = ""
    regels: list[bytes] = field(default_factory=list)
    heel: bool = False  # its END was found

    def years(self) -> list[int]:
        """Look in which years it begins and ends; empty when only reading it can tell."""
        if any(_OPEN_ENDED.match(line) for line in self.regels):
            return []
        return [int(match[1]) for line in self.regels if (match := _YEAR.fullmatch(line[:300]))]


def components(data: bytes) -> list[Onderdeel]:
    """Cut the file into components; refuses what is no agenda or cannot be an honest one."""
    scan = _Scan()
    for line in _lines(data):
        if match := _NAME.match(line):
            scan.take(match[1].upper().decode("ascii"), line)
    if not scan.is_calendar:
        raise OutsideError(
            "Dit is geen agendabestand. Exporteer je agenda als iCalendar (.ics) en kies dat "
            "bestand."
        )
    return scan.found


def properties(onderdeel: Onderdeel) -> list[Regel]:
    """Read the lines of an event; a line without sense is left out."""
    return [regel for line in onderdeel.regels if (regel := _regel(line))]


class _Scan:
    """Walks the lines once and remembers in which component it is."""

    def __init__(self) -> None:
        self.found: list[Onderdeel] = []
        self.is_calendar = False
        self._open: list[str] = []
        self._current: Onderdeel | None = None
        self._method = ""

    def take(self, name: str, line: bytes) -> None:
        if name == "BEGIN":
            self._begin(_value(line))
        elif name == "END":
            self._end(_value(line))
        elif name == "METHOD" and self._open[-1:] == ["VCALENDAR"]:
            self._method = _value(line)
        elif self._current is not None:
            self._keep(self._current, name, line)

    def _begin(self, kind: str) -> None:
        if kind == "VCALENDAR":
            self.is_calendar, self._method, self._open = True, "", []
        elif kind in ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"):
            # A component of this kind within another means that an END got lost.
            self._open = self._open[:1]
            self._start(kind)
        elif self._current and self._current.soort == "VTIMEZONE":
            self._current.regels.append(b"BEGIN:" + kind.encode())
        self._open.append(kind)
        if len(self._open) > MAX_DEPTH:
            raise OutsideError(
                "In dit bestand zitten onderdelen veel te diep in elkaar. Zo schrijft geen agenda "
                "het. Exporteer je agenda opnieuw."
            )

    def _start(self, kind: str) -> None:
        self.is_calendar = True
        self._current = Onderdeel(kind, self._method)
        self.found.append(self._current)
        if len(self.found) > MAX_EVENTS:
            raise OutsideError(
                "In dit bestand staan meer dan 20.000 onderdelen. Exporteer een kortere periode, "
                "bijvoorbeeld dit jaar."
            )

    def _end(self, kind: str) -> None:
        if kind in self._open:
            while self._open.pop() != kind:
                pass
        current = self._current
        if current is None:
            return
        if kind in (current.soort, "VCALENDAR"):
            current.heel = kind == current.soort
            self._current = None
        elif current.soort == "VTIMEZONE":
            current.regels.append(b"END:" + kind.encode())

    def _keep(self, current: Onderdeel, name: str, line: bytes) -> None:
        own = self._open[-1:] == [current.soort]
        if current.soort == "VTIMEZONE" or (own and name in _KEPT):
            current.regels.append(line)


def _lines(data: bytes) -> Iterator[bytes]:
    """Unfold as bytes: a fold may lie within a letter, and quoted-printable has its own."""
    data = _as_utf8(data).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    parts: list[bytes] = []
    printable = False
    for line in data.split(b"\n"):
        if printable and parts[-1].endswith(b"="):
            parts[-1:] = [parts[-1][:-1], line]
        elif line[:1] in (b" ", b"\t") and parts:
            parts.append(line[1:])
        else:
            yield b"".join(parts)
            parts = [line]
            printable = b"QUOTED-PRINTABLE" in line[:200].upper()
    yield b"".join(parts)


def _as_utf8(data: bytes) -> bytes:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(encoding, "replace").encode()
    if data[1:2] == b"\0":
        return data.decode("utf-16-le", "replace").encode()
    if data[:1] == b"\0":
        return data.decode("utf-16-be", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _value(line: bytes) -> str:
    return decode(line.partition(b":")[2]).strip().upper()[:40]


def decode(line: bytes) -> str:
    """Read bytes as UTF-8, or else as Windows wrote Western Europe."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _regel(line: bytes) -> Regel | None:
    if len(line) > MAX_LINE:
        raise UnreadableError("Er staat een regel in van meer dan 100.000 tekens.")
    # The name of a zone may hold a colon, "(UTC+01:00) Amsterdam", and still lack its quotes.
    text = _UNQUOTED_TZID.sub(r';TZID="\1":', decode(line).replace("\0", ""))
    try:
        name, params, value = Contentline(text).parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    plain = {key.upper(): _joined(param) for key, param in params.items()}
    if plain.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = _unquoted(value, plain.get("CHARSET", ""))
    return Regel(name.upper(), plain, value)


def _joined(param: str | list[str]) -> str:
    return param if isinstance(param, str) else ", ".join(param)


def _unquoted(value: str, charset: str) -> str:
    raw = quopri.decodestring(value.encode())
    try:
        return raw.decode(charset) if charset else decode(raw)
    except (LookupError, UnicodeDecodeError):
        return decode(raw)
