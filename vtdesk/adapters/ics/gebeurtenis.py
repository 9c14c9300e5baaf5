"""One VEVENT, understood: what it is, when it is, and how it comes back."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vtdesk.adapters.ics.regels import Onderdeel, Regel, UnreadableError, properties
from vtdesk.adapters.ics.zones import Waarde, Zones, instant
from vtdesk.values.agendapunt import Deelnemer

MAX_TEXT = 300
MAX_GUESTS = 100
MAX_RULES = 5
_HALF_HOUR = timedelta(minutes=30)
_DAY = timedelta(days=1)
_CANCELLED_TITLE = re.compile(
    r"(?:geannuleerd|afgezegd|vervallen|cancell?ed|declined)\s*:\s*", re.IGNORECASE
)
_HIDDEN = frozenset("\u200b\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """An appointment, a series, or the exception to one."""

    uid: str
    begin: Moment
    duur: timedelta
    titel: str
    plaats: str = ""
    deelnemers: tuple[Deelnemer, ...] = ()
    afgezegd: bool = False
    prive: bool = False
    opmerking: str = ""
    uitzondering_op: Moment | None = None
    en_verder: bool = False  # the exception also holds for all that come after it
    regels: tuple[str, ...] = ()  # RRULE
    ook_op: tuple[Moment, ...] = ()  # RDATE
    niet_op: tuple[Moment, ...] = ()  # EXDATE
    volgnummer: int = 0

    @property
    def is_reeks(self) -> bool:
        """Tell whether it comes back."""
        return bool(self.regels or self.ook_op)

    @property
    def hele_dag(self) -> bool:
        """Tell whether it stands on a day rather than on the clock."""
        return not isinstance(self.begin, datetime)


def read_event(component: Onderdeel, zones: Zones) -> Gebeurtenis:
    """Understand one VEVENT, or say why not."""
    if not component.heel:
        raise UnreadableError("Het bestand breekt hier af. Exporteer je agenda opnieuw.")
    fields = _Fields(component, zones)
    begin, duration, remark = fields.times()
    title = clean(fields.text("SUMMARY")) or "Zonder titel"
    cancelled = _CANCELLED_TITLE.match(title)
    title = (title[cancelled.end() :] if cancelled else title) or "Zonder titel"
    exception, onwards = fields.exception()
    return Gebeurtenis(
        uid=fields.uid(title, begin),
        begin=begin,
        duur=duration,
        titel=title,
        plaats=clean(fields.text("LOCATION")),
        deelnemers=fields.guests(),
        afgezegd=bool(cancelled)
        or component.methode == "CANCEL"
        or fields.text("STATUS").strip().upper() == "CANCELLED",
        prive=fields.text("CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL"),
        opmerking=remark,
        uitzondering_op=exception,
        en_verder=onwards,
        regels=() if exception else fields.rules(),
        ook_op=() if exception else fields.moments("RDATE"),
        niet_op=fields.moments("EXDATE"),
        volgnummer=fields.sequence(),
    )


def clean(text: str) -> str:
    """Make one line of it, without the signs that turn or hide what stands beside them."""
    if text.isprintable() and len(text) <= MAX_TEXT:
        return " ".join(text.split())
    shown = (" " if char.isspace() else char for char in text[: MAX_TEXT * 4])
    plain = (c for c in shown if unicodedata.category(c) not in ("Cc", "Cs") and c not in _HIDDEN)
    line = " ".join("".join(plain).split())
    return line if len(line) <= MAX_TEXT else line[: MAX_TEXT - 1] + "…"


class _Fields:
    """The properties of one VEVENT by name."""

    def __init__(self, component: Onderdeel, zones: Zones) -> None:
        self._zones = zones
        self._fields: dict[str, list[Regel]] = {}
        for regel in properties(component):
            self._fields.setdefault(regel.naam, []).append(regel)

    def all(self, name: str) -> list[Regel]:
        return self._fields.get(name, [])

    def text(self, name: str) -> str:
        return self.all(name)[0].waarde if self.all(name) else ""

    def times(self) -> tuple[Moment, timedelta, str]:
        """Give begin, duration and what had to be assumed."""
        if not self.all("DTSTART"):
            raise UnreadableError("Er staat geen begintijd bij.")
        start = self.all("DTSTART")[0]
        begin = self._moment(start)
        end = self._moment(self.all("DTEND")[0]) if self.all("DTEND") else None
        if self.text("X-MICROSOFT-CDO-ALLDAYEVENT").strip().upper() == "TRUE":
            begin, end = _day(begin), _day(end) if end is not None else None
        remark = ""
        if self._zones.is_unknown(start):
            remark = "Onbekende tijdzone in het bestand; gelezen als Nederlandse tijd."
        if not isinstance(begin, datetime):
            return begin, self._days(begin, end), remark
        duration = self._duration(begin, end)
        if not duration:
            return begin, _HALF_HOUR, "Zonder eindtijd in het bestand; een half uur aangehouden."
        return begin, duration, remark

    def _days(self, begin: date, end: Moment | None) -> timedelta:
        duration = (_day(end) - begin) if end is not None else (self._written_duration() or _DAY)
        if duration < timedelta():
            raise UnreadableError("Het einde ligt voor het begin.")
        return max(_DAY, timedelta(days=duration.days))

    def _duration(self, begin: datetime, end: Moment | None) -> timedelta:
        if end is None:
            duration = self._written_duration() or timedelta()
        elif isinstance(end, datetime):
            # A whole number of days is meant on the wall clock, all else in real hours.
            wall = end.astimezone(begin.tzinfo).replace(tzinfo=None) - begin.replace(tzinfo=None)
            duration = instant(end) - instant(begin) if wall % _DAY else wall
        else:
            duration = datetime.combine(end, time.min) - begin.replace(tzinfo=None)
        if duration < timedelta():
            raise UnreadableError("Het einde ligt voor het begin.")
        return duration

    def _written_duration(self) -> timedelta | None:
        if not self.all("DURATION"):
            return None
        value = self._zones.read(self.all("DURATION")[0])
        return value if isinstance(value, timedelta) else None

    def exception(self) -> tuple[Moment | None, bool]:
        """Give the occurrence that this one takes the place of."""
        if not self.all("RECURRENCE-ID"):
            return None, False
        regel = self.all("RECURRENCE-ID")[0]
        return self._moment(regel), regel.params.get("RANGE", "").upper() == "THISANDFUTURE"

    def rules(self) -> tuple[str, ...]:
        """List how it comes back; some write an empty rule for what does not."""
        rules = (regel.waarde.strip().rstrip(";") for regel in self.all("RRULE"))
        return tuple(filter(None, rules))[:MAX_RULES]

    def moments(self, name: str) -> tuple[Moment, ...]:
        """Read the lists of dates of all lines with this name."""
        return tuple(
            _as_moment(self._zones.read_text(text.strip(), regel.params.get("TZID", "")))
            for regel in self.all(name)
            for text in regel.waarde.split(",")
            if text.strip()
        )

    def guests(self) -> tuple[Deelnemer, ...]:
        """List who was invited, the organiser first, nobody twice."""
        seen: dict[str, Deelnemer] = {}
        for regel in (self.all("ORGANIZER") + self.all("ATTENDEE"))[:MAX_GUESTS]:
            email = clean(re.sub(r"(?i)^mailto:", "", regel.waarde.strip()))
            guest = Deelnemer(clean(regel.params.get("CN", "")), email if "@" in email else "")
            if guest != Deelnemer():
                seen.setdefault(guest.email.casefold() or guest.naam.casefold(), guest)
        return tuple(seen.values())

    def uid(self, title: str, begin: Moment) -> str:
        """Give the name of its maker; without one, a name that the same content gets again."""
        uid = self.text("UID").strip()
        if uid and len(uid) <= MAX_TEXT:
            return clean(uid) or _digest(uid)
        return _digest(uid or f"{begin.isoformat()} {title}")

    def sequence(self) -> int:
        number = self.text("SEQUENCE").strip()
        return int(number[:9]) if number.isdecimal() else 0

    def _moment(self, regel: Regel) -> Moment:
        return _as_moment(self._zones.read(regel))


def _as_moment(value: Waarde) -> Moment:
    if isinstance(value, timedelta):
        raise UnreadableError("Er staat geen datum waar die hoort.")
    if isinstance(value, datetime):
        instant(value)  # raises for a moment that lies off the calendar
    return value


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _digest(text: str) -> str:
    return "vtdesk-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
