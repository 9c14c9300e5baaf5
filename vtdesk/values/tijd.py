"""Time as it is lived in Amsterdam: moments are aware, days run from midnight to midnight."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vtdesk.errors import UserError

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]

# Outside these years no day of ours lies; a typing error such as 0226 is caught by them.
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2200

_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def system_clock() -> datetime:
    """Give the present moment in Amsterdam; only the start-up hands this in as the clock."""
    return datetime.now(AMSTERDAM)


class KluisClock:
    """The time in one kluis: real time, or in a demo the time that runs on from its own day."""

    def __init__(self) -> None:
        self._shift = timedelta()

    def __call__(self) -> datetime:
        return local(system_clock().astimezone(UTC) + self._shift)

    def start_at(self, moment: datetime) -> None:
        """Let the time run on from this moment."""
        self._shift = moment.astimezone(UTC) - system_clock().astimezone(UTC)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Name a moment on the Amsterdam wall clock."""
    return datetime.combine(day, time(hour, minute), AMSTERDAM)


def start_of(day: date) -> datetime:
    """Give midnight at which the day begins; a day may last 23 or 25 hours."""
    return datetime.combine(day, time.min, AMSTERDAM)


def end_of(day: date) -> datetime:
    """Give midnight at which the day ends."""
    return start_of(day + timedelta(days=1))


def local(moment: datetime) -> datetime:
    """Show a moment on the Amsterdam clock."""
    return moment.astimezone(AMSTERDAM)


def calendar_day(day: date) -> date:
    """Give the day in Amsterdam of a day or moment; refuses what can only be a typing error."""
    if not EERSTE_JAAR <= day.year < LAATSTE_JAAR:
        raise UserError(
            f"Het jaar {day.year:04} kan niet kloppen. "
            f"Kies een dag tussen {EERSTE_JAAR} en {LAATSTE_JAAR}."
        )
    return local(day).date() if isinstance(day, datetime) else day


def later(moment: datetime, span: timedelta) -> datetime:
    """Let time pass; adding on the wall clock itself lies across a clock change."""
    return local(moment.astimezone(UTC) + span)


def wall(moment: datetime) -> datetime:
    """Read the wall clock: day and figures, without what they mean elsewhere."""
    return local(moment.astimezone(UTC)).replace(tzinfo=None, fold=0)


def on_wall(figures: datetime) -> datetime:
    """Name the moment of these figures; an hour that is skipped goes on after the jump."""
    return local(figures.replace(tzinfo=AMSTERDAM, fold=0).astimezone(UTC))


def clock_change(figures: datetime) -> str:
    """Say what is odd about these figures on the night of a clock change; mostly nothing."""
    first = figures.replace(tzinfo=AMSTERDAM, fold=0)
    if first.utcoffset() == first.replace(fold=1).utcoffset():
        return ""
    day, clock = korte_dag(figures.date()), f"{figures:%H:%M}"
    if wall(first) == figures:
        return f"Op {day} is het twee keer {clock}. De eerste telt."
    return f"Op {day} bestaat {clock} niet: de klok gaat dan een uur vooruit."


def minutes_between(begin: datetime, einde: datetime) -> int:
    """Count real minutes; wall-clock subtraction lies across a clock change."""
    return round((einde.astimezone(UTC) - begin.astimezone(UTC)).total_seconds() / 60)


def klok(moment: datetime) -> str:
    """Write `13:05`."""
    return f"{local(moment):%H:%M}"


def korte_dag(day: date) -> str:
    """Write `12 mei`."""
    return f"{day.day} {_MAANDEN[day.month - 1]}"


def dag_met_naam(day: date) -> str:
    """Write `di 12 mei`."""
    return f"{_DAGEN[day.weekday()][:2]} {korte_dag(day)}"


def dag_van_de_week(day: int) -> str:
    """Write `dinsdag` for 1, as Python counts them."""
    return _DAGEN[day]


def volle_dag(day: date) -> str:
    """Write `dinsdag 12 mei 2026`, as on paper."""
    return f"{_DAGEN[day.weekday()]} {korte_dag(day)} {day.year}"


def maand_en_jaar(day: date) -> str:
    """Write `mei 2026`, as the head of what happened then."""
    return f"{_MAANDEN[day.month - 1]} {day.year}"


def dichtbij(day: date, today: date) -> str:
    """Write a date as one says it: vandaag, morgen, `vr 15 mei`; far away with its year."""
    words = {-1: "gisteren", 0: "vandaag", 1: "morgen"}
    if word := words.get((day - today).days):
        return word
    return dag_met_naam(day) if day.year == today.year else f"{korte_dag(day)} {day.year}"


def leeftijd(geboren: date, on: date) -> int:
    """Count full years lived on a day."""
    return on.year - geboren.year - ((on.month, on.day) < (geboren.month, geboren.day))
