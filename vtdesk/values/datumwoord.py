"""A day, and perhaps a time, as one writes it: `vr`, `+3w`, `morgen 14u`, `volgende week di`.

What was understood is said back in words, so that a mistake is seen before it is an agreement.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from vtdesk.values.tijd import dag_met_naam, korte_dag, volle_dag

LONGEST = 60  # signs; a sentence is no date


class Richting(StrEnum):
    """Where a day lies of which the year or the week was not written."""

    TOEKOMST = "toekomst"  # an agreement: today or the first one after
    VERLEDEN = "verleden"  # what happened: today or the last one before
    DICHTBIJ = "dichtbij"  # a weekday lies ahead, a date is the nearest one


@dataclass(frozen=True, slots=True)
class Datumwoord:
    """What was meant."""

    dag: date
    tijd: time | None = None

    @property
    def zin(self) -> str:
        """Say it in full, as on paper."""
        return f"{volle_dag(self.dag)} om {self.tijd:%H:%M}" if self.tijd else volle_dag(self.dag)

    def kort(self, today: date) -> str:
        """Say it in few words: `vr 15 mei 14:00`; far away with its year."""
        near = self.dag.year == today.year
        day = dag_met_naam(self.dag) if near else f"{korte_dag(self.dag)} {self.dag.year}"
        return f"{day} {self.tijd:%H:%M}" if self.tijd else day


_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_NEAR = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_COUNTED = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
            "elf", "twaalf")  # fmt: skip
_COUNT = rf"(\d{{1,3}}|{'|'.join(_COUNTED)}|één)"
_DAY = r"([a-z]{2,9})\.?"
_UNIT = r"(d|w|m|j|dag|dagen|week|weken|wk|maand|maanden|mnd|jaar|jaren)"

_AHEAD = re.compile(rf"(?:\+ ?|over ){_COUNT} ?{_UNIT}(?: (?:op )?{_DAY})?")
_BACK = re.compile(rf"(?:- ?{_COUNT} ?{_UNIT}|{_COUNT} {_UNIT} geleden)")
_WEEK = re.compile(rf"(deze|volgende|komende|vorige|afgelopen) week (?:op )?{_DAY}")
_NAMED = re.compile(
    rf"(?:(deze|volgende|komende|aanstaande|aankomende|as|vorige|afgelopen) )?{_DAY}"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(
    rf"(?:{_DAY} )?(\d{{1,2}}) ?[-/. ] ?(\d{{1,2}})(?: ?[-/. ] ?(\d{{4}}|\d{{2}}))?"
)
_WORDS = re.compile(rf"(?:{_DAY} )?(\d{{1,2}})e? ([a-z]{{3,9}})\.?(?: (\d{{4}}))?")
_OF_MONTH = re.compile(r"(?:de )?(\d{1,2})e")
_CLOCK = re.compile(
    r"(?:^|,? )(?:om )?(?:(\d{1,2}):(\d{2})(?: ?u(?:ur)?)?|(\d{1,2}) ?u(?:ur)?(?: ?(\d{2}))?)$"
)
_DOTTED = re.compile(r",? (?:om )?(\d{1,2})\.(\d{2})(?: ?u(?:ur)?)?$")
_SPOKEN = re.compile(rf",? (?:om )?(half|kwart over|kwart voor) {_COUNT}(?: uur)?$")


def lees(words: str, today: date, richting: Richting = Richting.DICHTBIJ) -> Datumwoord | None:
    """Understand a day as one writes it; None when it is anything else.

    A year that nobody can mean is given too, so that a field can name it.
    """
    typed = " ".join(words.casefold().split()).strip(" .;")
    if not typed or len(typed) > LONGEST:
        return None
    try:
        rest, clock = _split(typed)
        for read in (_near, _ahead, _back, _in_week, _named, _iso, _figures, _in_words, _of_month):
            day = read(rest, today, richting)
            if day is not None:
                return Datumwoord(day, clock)
    except (ValueError, OverflowError):
        return None  # 31-2, 25 uur, or a year that does not exist
    return None


def weekdag(word: str) -> int | None:
    """Tell which day of the week a word names: `di`, `din`, `dinsdag`; Monday is 0."""
    found = [n for n, name in enumerate(_DAGEN) if len(word) > 1 and name.startswith(word)]
    return found[0] if len(found) == 1 and len(word) in {2, 3, len(_DAGEN[found[0]])} else None


def maand(word: str) -> int | None:
    """Tell which month a word names: `mrt`, `mei`, `sept`, `juni`; January is 1."""
    if word == "mrt":
        return 3
    found = [n for n, name in enumerate(_MAANDEN, 1) if len(word) > 2 and name.startswith(word)]  # noqa: PLR2004 mei
    return found[0] if len(found) == 1 else None


def _split(typed: str) -> tuple[str, time | None]:
    """Take the time off the end; ValueError when what stands there is no time."""
    for form, read in ((_CLOCK, _figures_clock), (_SPOKEN, _spoken_clock), (_DOTTED, _dotted)):
        if match := form.search(typed):
            return typed[: match.start()].rstrip(" ,"), read(match)
    return typed, None


def _figures_clock(match: re.Match[str]) -> time:
    return time(int(match[1] or match[3]), int(match[2] or match[4] or 0))


def _dotted(match: re.Match[str]) -> time:
    return time(int(match[1]), int(match[2]))


def _spoken_clock(match: re.Match[str]) -> time:
    """Half past two is meant in the working day: from eight to half past seven."""
    hour = _count(match[2])
    if not 1 <= hour <= 12:  # noqa: PLR2004 on the dial
        raise ValueError
    minutes = hour * 60 + {"half": -30, "kwart over": 15, "kwart voor": -15}[match[1]]
    if minutes < 8 * 60:
        minutes += 12 * 60
    return time(minutes // 60 % 24, minutes % 60)


def _near(typed: str, today: date, _: Richting) -> date | None:
    return today + timedelta(days=_NEAR[typed]) if typed in _NEAR else None


def _ahead(typed: str, today: date, _: Richting) -> date | None:
    match = _AHEAD.fullmatch(typed)
    if match is None:
        return None
    day = _moved(today, _count(match[1]), match[2])
    if not match[3]:
        return day
    named = weekdag(match[3])
    if named is None or match[2][0] != "w":
        return None
    return day + timedelta(days=named - day.weekday())


def _back(typed: str, today: date, _: Richting) -> date | None:
    match = _BACK.fullmatch(typed)
    if match is None:
        return None
    return _moved(today, -_count(match[1] or match[3]), match[2] or match[4])


def _moved(day: date, count: int, unit: str) -> date:
    if unit[0] == "d":
        return day + timedelta(days=count)
    if unit[0] == "w":
        return day + timedelta(weeks=count)
    months = day.year * 12 + day.month - 1 + count * (12 if unit[0] == "j" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _in_week(typed: str, today: date, _: Richting) -> date | None:
    match = _WEEK.fullmatch(typed)
    named = weekdag(match[2]) if match else None
    if match is None or named is None:
        return None
    weeks = {"deze": 0, "volgende": 1, "komende": 1}.get(match[1], -1)
    return today + timedelta(days=named - today.weekday(), weeks=weeks)


def _named(typed: str, today: date, richting: Richting) -> date | None:
    match = _NAMED.fullmatch(typed)
    named = weekdag(match[2]) if match else None
    if match is None or named is None:
        return None
    ahead = (named - today.weekday()) % 7
    if match[1] == "deze":
        return today + timedelta(days=named - today.weekday())
    if match[1] == "volgende":
        return today + timedelta(days=named - today.weekday(), weeks=1)
    if match[1] in {"vorige", "afgelopen"}:
        return today + timedelta(days=ahead - 7)
    if match[1]:  # komende, aanstaande: never today
        return today + timedelta(days=ahead or 7)
    back = richting is Richting.VERLEDEN and ahead
    return today + timedelta(days=ahead - 7 if back else ahead)


def _iso(typed: str, _today: date, _: Richting) -> date | None:
    match = _ISO.fullmatch(typed)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _figures(typed: str, today: date, richting: Richting) -> date | None:
    match = _FIGURES.fullmatch(typed)
    if match is None:
        return None
    year = f"20{match[4]}" if match[4] and len(match[4]) == 2 else match[4]  # noqa: PLR2004 `26`
    return _agreed(match[1], _dated(int(match[2]), int(match[3]), year, today, richting))


def _in_words(typed: str, today: date, richting: Richting) -> date | None:
    match = _WORDS.fullmatch(typed)
    month = maand(match[3]) if match else None
    if match is None or month is None:
        return None
    return _agreed(match[1], _dated(int(match[2]), month, match[4], today, richting))


def _of_month(typed: str, today: date, richting: Richting) -> date | None:
    match = _OF_MONTH.fullmatch(typed)
    if match is None:
        return None
    months = [_moved(today.replace(day=1), step, "m") for step in (0, 1, -1, 2, -2)]
    found = [made for first in months if (made := _valid(first.year, first.month, int(match[1])))]
    return _chosen(found, today, richting)


def _agreed(name: str | None, day: date | None) -> date | None:
    """Refuse a date of which the day of the week is another one: one of them is a mistake."""
    if name is None or day is None:
        return day
    return day if weekdag(name) == day.weekday() else None


def _dated(day: int, month: int, year: str | None, today: date, richting: Richting) -> date | None:
    if year:
        return date(int(year), month, day)
    years = range(today.year - 4, today.year + 5)  # 29-2 may be far away
    found = [made for one in years if (made := _valid(one, month, day))]
    return _chosen(found, today, richting)


def _chosen(found: list[date], today: date, richting: Richting) -> date | None:
    if richting is Richting.TOEKOMST:
        found = [day for day in found if day >= today]
    elif richting is Richting.VERLEDEN:
        found = [day for day in found if day <= today]
    return min(found, key=lambda day: abs((day - today).days), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _COUNTED.index(word.replace("é", "e"))
