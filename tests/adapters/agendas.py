"""Small iCalendar texts, and the period in which the tests read them."""

from datetime import date
from pathlib import Path

from vtdesk.adapters.ics.lezen import read_calendar
from vtdesk.values.agendapunt import GelezenAfspraak, GelezenAgenda

DATA = Path(__file__).resolve().parents[1] / "data" / "ics"
VANAF, TOT = date(2026, 3, 1), date(2027, 1, 1)


def event(*lines: str, uid: str = "een@voorbeeld", summary: str = "MDO") -> str:
    """Write one VEVENT; `lines` say when."""
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{summary}", *lines, "END:VEVENT"))


def calendar(*components: str, method: str = "PUBLISH") -> bytes:
    """Write a calendar around components, with the line ends that the format asks for."""
    lines = "\n".join(("BEGIN:VCALENDAR", f"METHOD:{method}", *components, "END:VCALENDAR", ""))
    return lines.replace("\n", "\r\n").encode()


def read(data: bytes) -> GelezenAgenda:
    """Read within this process."""
    return read_calendar(data, vanaf=VANAF, tot=TOT)


def only(data: bytes) -> GelezenAfspraak:
    """Read what holds exactly one appointment."""
    (afspraak,) = read(data).afspraken
    return afspraak


def times(agenda: GelezenAgenda) -> list[str]:
    """List the begins as `12-05 13:00`, on the Amsterdam clock."""
    return [f"{afspraak.begin:%d-%m %H:%M}" for afspraak in agenda.afspraken]
