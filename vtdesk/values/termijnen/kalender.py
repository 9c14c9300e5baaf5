"""Days that do not count: weekends and feestdagen, made from a table that an office may change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vtdesk.errors import UserError
from vtdesk.values.regelrij import Zekerheid

ONE_DAY = timedelta(days=1)
_WEEKEND = {5: "zaterdag", 6: "zondag"}
_ZONDAG = 6
_LONGEST = 60  # days in a row without an ordinary one


@dataclass(frozen=True, slots=True, kw_only=True)
class Feestdag:
    """How to find one feestdag in a year: by its date, or by its distance to Easter."""

    naam: str
    artikel: str
    bron: str
    zekerheid: Zekerheid
    maand_dag: tuple[int, int] | None = None
    na_pasen: int | None = None
    datum: date | None = None  # a single day, named by decree
    op_zondag: int = 0  # days to move when it falls on a Sunday
    werkdag: bool = False  # counts in terms of working days
    telt: bool = True  # False: known, but not in use at this office
    vanaf: date = date.min
    tot: date = date.max

    def in_year(self, year: int) -> date | None:
        """Give the day in that year, if it has one."""
        day = self._day(year)
        if day and day.weekday() == _ZONDAG:
            day += timedelta(days=self.op_zondag)
        return day if day and self.vanaf <= day <= self.tot else None

    def _day(self, year: int) -> date | None:
        if self.datum:
            return self.datum if self.datum.year == year else None
        if self.maand_dag:
            return date(year, *self.maand_dag)
        return pasen(year) + timedelta(days=self.na_pasen or 0)


@dataclass(frozen=True, slots=True)
class VrijeDag:
    """A day that did not count, and why."""

    dag: date
    reden: str


class Kalender:
    """Tells of any day whether it is free, and why."""

    def __init__(self, feestdagen: Sequence[Feestdag]) -> None:
        self.feestdagen = tuple(feestdagen)
        self._years: dict[int, dict[date, list[Feestdag]]] = {}

    def vrij(self, day: date) -> str:
        """Say why a day is free by the Algemene termijnenwet; empty on an ordinary day."""
        names = [feestdag.naam for feestdag in self._on(day) if feestdag.telt]
        return " en ".join(names) or _WEEKEND.get(day.weekday(), "")

    def geen_werkdag(self, day: date) -> str:
        """Say why a day does not count as a working day; empty when it does."""
        names = [one.naam for one in self._on(day) if one.telt and not one.werkdag]
        return " en ".join(names) or _WEEKEND.get(day.weekday(), "")

    def twijfel(self, day: date) -> Feestdag | None:
        """Give what is known of a day that others may keep as a feestdag."""
        return next((feestdag for feestdag in self._on(day) if not feestdag.telt), None)

    def gewone_dag(self, day: date) -> date:
        """Give this day, or the next that is free by no rule."""
        for ahead in range(_LONGEST):
            if not self.vrij(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        raise _no_day(day)

    def werkdag_na(self, day: date) -> date:
        """Give the first working day after this one."""
        for ahead in range(1, _LONGEST):
            if not self.geen_werkdag(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        raise _no_day(day)

    def in_year(self, year: int) -> list[tuple[date, Feestdag]]:
        """List the feestdagen of a year in order, also those that are not in use."""
        days = ((one.in_year(year), one) for one in self.feestdagen)
        return sorted(((day, one) for day, one in days if day), key=lambda pair: pair[0])

    def _on(self, day: date) -> Sequence[Feestdag]:
        if day.year not in self._years:
            year: dict[date, list[Feestdag]] = {}
            for on, feestdag in self.in_year(day.year):
                year.setdefault(on, []).append(feestdag)
            self._years[day.year] = year
        return self._years[day.year].get(day, ())


def days_between(first: date, last: date) -> list[date]:
    """List the days after the first, up to and with the last."""
    return [first + timedelta(days=number) for number in range(1, (last - first).days + 1)]


def pasen(year: int) -> date:
    """Find Easter Sunday: the Sunday after the first full moon of spring, by the church's table."""
    eeuw = year // 100
    gouden = year % 19
    # The moon's age is corrected for leap years that were left out and for the drift of the moon.
    epacta = (eeuw - eeuw // 4 - (8 * eeuw + 13) // 25 + 19 * gouden + 15) % 30
    epacta -= (epacta // 28) * (1 - (29 // (epacta + 1)) * ((21 - gouden) // 11))
    weekdag = (year + year // 4 + epacta + 2 - eeuw + eeuw // 4) % 7
    return date(year, 3, 28) + timedelta(days=epacta - weekdag)


def _no_day(day: date) -> UserError:
    return UserError(f"Na {day:%d-%m-%Y} is er geen gewone dag. Controleer de feestdagen.")
