"""What is typed in the search field, understood: words, numbers, literal parts and filters.

Nothing that is typed is wrong: signs that mean something to a database mean nothing here.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from vtdesk.values.nummers import Nummer, nummers
from vtdesk.values.vouwen import vouw, woorden

FILTERS = ("casus", "soort", "persoon", "na", "voor")
WIDENED = 3  # letters from which a word is also found inside longer words
_FILTER = re.compile(rf"(?<!\S)({'|'.join(FILTERS)}):(?:\"([^\"]*)(?:\"|$)|(\S*))", re.IGNORECASE)
_LITERAL = re.compile(r"\"([^\"]*)\"")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_DAYS = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"([a-z]{3,})\.?[- ]?(\d{4})?")


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter as it was typed, and what it means when it is a date."""

    naam: str
    waarde: str
    dag: date | None = None  # `na`: the first day that counts; `voor`: the first that does not

    @property
    def is_begrepen(self) -> bool:
        """Tell whether it says something; a date that is none does not."""
        return bool(self.dag) if self.naam in {"na", "voor"} else bool(vouw(self.waarde).strip())


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """All that is asked; everything in it must hold."""

    termen: tuple[str, ...] = ()  # folded words
    zinnen: tuple[tuple[str, ...], ...] = ()  # folded words that stand together as they are
    nummers: tuple[str, ...] = ()  # digits
    filters: tuple[Filter, ...] = ()

    @property
    def is_leeg(self) -> bool:
        """Tell whether nothing is asked yet."""
        return not (self.termen or self.zinnen or self.nummers or self.begrepen)

    @property
    def begrepen(self) -> tuple[Filter, ...]:
        """List the filters that say something."""
        return tuple(one for one in self.filters if one.is_begrepen)

    def van(self, naam: str) -> tuple[str, ...]:
        """List what one filter asks for, in the words that were typed."""
        return tuple(one.waarde for one in self.begrepen if one.naam == naam)

    def dagen(self) -> tuple[date | None, date | None]:
        """Give the first day that counts and the first that does not any more."""
        since = [one.dag for one in self.filters if one.naam == "na" and one.dag]
        until = [one.dag for one in self.filters if one.naam == "voor" and one.dag]
        return max(since, default=None), min(until, default=None)


def lees(getypt: str, vandaag: date) -> Zoekvraag:
    """Understand what was typed."""
    filters = tuple(
        _filter(match.group(1).casefold(), match.group(2) or match.group(3) or "", vandaag)
        for match in _FILTER.finditer(getypt)
    )
    rest = _FILTER.sub(" ", getypt)
    literal = [tuple(woorden(match.group(1))) for match in _LITERAL.finditer(rest)]
    rest = _LITERAL.sub(" ", rest)
    numbers = nummers(rest)
    return Zoekvraag(
        termen=tuple(dict.fromkeys(woorden(_without(rest, numbers)))),
        zinnen=tuple(dict.fromkeys(words for words in literal if words)),
        nummers=tuple(dict.fromkeys(number.cijfers for number in numbers)),
        filters=filters,
    )


def zonder(getypt: str, naam: str) -> str:
    """Take a filter out of what was typed."""
    kept = _FILTER.sub(lambda m: "" if m.group(1).casefold() == naam else m.group(), getypt)
    return " ".join(kept.split())


def met(getypt: str, naam: str, waarde: str = "") -> str:
    """Put a filter behind what was typed, in the place of the same one that was there."""
    quoted = f'"{waarde.replace(chr(34), "")}"' if " " in waarde else waarde
    return f"{zonder(getypt, naam)} {naam}:{quoted}".strip()


def dag_van(woord: str, vandaag: date) -> tuple[date, date] | None:
    """Read a day, month or year; gives its first day and the first day after it.

    A month or day without a year is the last one that has begun.
    """
    word = woord.strip().casefold()
    if word in _DAYS:
        day = vandaag - timedelta(days=_DAYS[word])
        return day, day + timedelta(days=1)
    try:
        return _numbered(word, vandaag) or _named(word, vandaag)
    except (ValueError, OverflowError):  # no such day, or no such year
        return None


def _filter(naam: str, waarde: str, vandaag: date) -> Filter:
    if naam not in {"na", "voor"}:
        return Filter(naam, waarde)
    span = dag_van(waarde, vandaag)
    return Filter(naam, waarde, span and span[1 if naam == "na" else 0])


def _without(rest: str, numbers: list[Nummer]) -> str:
    for number in reversed(numbers):
        rest = f"{rest[: number.begin]} {rest[number.einde :]}"
    return rest


def _numbered(word: str, vandaag: date) -> tuple[date, date] | None:
    if match := _ISO.fullmatch(word):
        year, month, day = match.groups()
        if day is None:
            return _month(int(year), int(month))
        return _day(date(int(year), int(month), int(day)))
    if match := _DUTCH.fullmatch(word):
        day, month, year = match.groups()
        found = date(int(year or vandaag.year), int(month), int(day))
        return _day(found if year or found <= vandaag else found.replace(year=found.year - 1))
    if _YEAR.fullmatch(word):
        return date(int(word), 1, 1), date(int(word) + 1, 1, 1)
    return None


def _named(word: str, vandaag: date) -> tuple[date, date] | None:
    match = _MONTH.fullmatch(word)
    fitting = [n for n, name in enumerate(_MONTHS, 1) if match and name.startswith(match.group(1))]
    if match is None or len(fitting) != 1:
        return None
    [month] = fitting
    last_begun = vandaag.year - (month > vandaag.month)
    return _month(int(match.group(2) or last_begun), month)


def _month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, date(year + month // 12, month % 12 + 1, 1)


def _day(day: date) -> tuple[date, date]:
    return day, day + timedelta(days=1)
