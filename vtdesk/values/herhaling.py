"""How often something comes back: the part of RFC 5545 that a working day needs, and its words."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from vtdesk.errors import UserError
from vtdesk.values.tijd import dag_van_de_week, korte_dag

MEEST_KEER = 500
MEEST_OM_DE = 99
LAATSTE = -1
_FOUR_WEEKS = 28

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_RANKS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", LAATSTE: "laatste"}
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY", "BYSECOND", "BYMINUTE", "BYHOUR"}
_UNKNOWN = "Deze herhaling kent vtdesk niet. Kies hoe vaak de afspraak terugkomt."


class Ritme(StrEnum):
    """The step from one time to the next; the value is the word of RFC 5545."""

    DAG = "DAILY"
    WEEK = "WEEKLY"
    MAAND = "MONTHLY"
    JAAR = "YEARLY"


_UNITS = {
    Ritme.DAG: ("dag", "dagen"),
    Ritme.WEEK: ("week", "weken"),
    Ritme.MAAND: ("maand", "maanden"),
    Ritme.JAAR: ("jaar", "jaar"),
}


@dataclass(frozen=True, slots=True)
class Herhaling:
    """One rule; days of the week count from Monday 0, and -1 is the last of the month."""

    ritme: Ritme
    om_de: int = 1
    dagen: tuple[int, ...] = ()  # of the week, for a weekly rule
    maanddag: int | None = None  # 1 to 31, or the last
    weekdag: tuple[int, int] | None = None  # the second Tuesday is (2, 1)
    tot: date | None = None  # the last day that counts
    keer: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.om_de <= MEEST_OM_DE:
            raise UserError(f"Vul bij 'om de' een getal van 1 tot {MEEST_OM_DE} in.")
        if self.keer is not None and not 1 <= self.keer <= MEEST_KEER:
            raise UserError(
                f"Een reeks heeft 1 tot {MEEST_KEER} keer. "
                "Kies een ander aantal, een einddatum, of geen einde."
            )

    @classmethod
    def of(cls, regel: str) -> "Herhaling":
        """Read an RRULE; what is too often or unknown is refused in words."""
        parts = dict(_part(part) for part in regel.upper().removeprefix("RRULE:").split(";"))
        if _TOO_OFTEN & {*parts, parts.get("FREQ", "")}:
            raise UserError("Vaker dan elke dag kan een afspraak niet terugkomen.")
        if parts.get("FREQ") not in set(Ritme):
            raise UserError(_UNKNOWN)
        ritme = Ritme(parts.pop("FREQ"))
        keer, tot = parts.pop("COUNT", None), parts.pop("UNTIL", None)
        read = cls(
            ritme,
            _number(parts.pop("INTERVAL", "1")),
            tot=_day(tot) if tot else None,
            keer=_number(keer) if keer else None,
        )
        parts.pop("WKST", None)
        return _with_days(read, parts)

    def rrule(self) -> str:
        """Write it as RFC 5545 does."""
        parts = [f"FREQ={self.ritme}"]
        if self.om_de > 1:
            parts.append(f"INTERVAL={self.om_de}")
        if self.dagen:
            parts.append("BYDAY=" + ",".join(_DAYS[day] for day in self.dagen))
        if self.weekdag:
            parts.append(f"BYDAY={self.weekdag[0]}{_DAYS[self.weekdag[1]]}")
        if self.maanddag:
            parts.append(f"BYMONTHDAY={self.maanddag}")
        if self.tot:
            parts.append(f"UNTIL={self.tot:%Y%m%d}T235959")
        if self.keer:
            parts.append(f"COUNT={self.keer}")
        return ";".join(parts)

    def until(self, last: date | None) -> "Herhaling":
        """Give the same rule with another end; None takes the end away."""
        return replace(self, tot=last, keer=None)

    def moved(self, old: date, new: date) -> "Herhaling":
        """Let the rule follow what moved from one day to another."""
        if old == new:
            return self
        dagen = tuple(sorted({new.weekday() if d == old.weekday() else d for d in self.dagen}))
        maanddag = new.day if self.maanddag else None
        weekdag = rank_of(new) if self.weekdag else None
        tot = self.tot + (new - old) if self.tot else None
        return replace(self, dagen=dagen, maanddag=maanddag, weekdag=weekdag, tot=tot)

    def in_words(self, begint: datetime) -> str:
        """Write it as one says it, such as `Elke 2 weken op dinsdag, zonder einde.`."""
        one, many = _UNITS[self.ritme]
        step = f"Elke {one}" if self.om_de == 1 else f"Elke {self.om_de} {many}"
        if self.ritme is Ritme.JAAR:
            step = step.replace("Elke", "Elk", 1) if self.om_de == 1 else step
        return f"{step}{self._on(begint)}{self._end()}."

    def _on(self, begint: datetime) -> str:
        if self.ritme is Ritme.DAG:
            return ""
        if self.ritme is Ritme.WEEK:
            days = [dag_van_de_week(day) for day in self.dagen or (begint.weekday(),)]
            return f" op {' en '.join(filter(None, (', '.join(days[:-1]), days[-1])))}"
        if self.ritme is Ritme.JAAR:
            return f" op {korte_dag(begint.date())}"
        if self.weekdag:
            return f" op de {_RANKS[self.weekdag[0]]} {dag_van_de_week(self.weekdag[1])}"
        day = self.maanddag or begint.day
        return " op de laatste dag" if day == LAATSTE else f" op de {day}e"

    def _end(self) -> str:
        if self.tot:
            return f", tot en met {korte_dag(self.tot)} {self.tot.year}"
        return f", {self.keer} keer" if self.keer else ", zonder einde"


def rank_of(day: date) -> tuple[int, int]:
    """Tell which of its weekday a day is in its month; a fifth one is called the last."""
    rank = (day.day - 1) // 7 + 1
    return (rank if day.day <= _FOUR_WEEKS else LAATSTE), day.weekday()


def _part(part: str) -> tuple[str, str]:
    name, _, value = part.strip().partition("=")
    return name, value


def _with_days(read: Herhaling, parts: dict[str, str]) -> Herhaling:
    """Take the days into the rule; a part that is left over would be kept wrongly, so refuse it."""
    by_day, by_month_day = parts.pop("BYDAY", ""), parts.pop("BYMONTHDAY", "")
    if any(parts) or (by_day and by_month_day):
        raise UserError(_UNKNOWN)
    if by_month_day and read.ritme is Ritme.MAAND:
        day = _number(by_month_day)
        if day != LAATSTE and not 1 <= day <= 31:  # noqa: PLR2004 (days of a month)
            raise UserError(_UNKNOWN)
        return replace(read, maanddag=day)
    if not by_day and not by_month_day:
        return read
    if read.ritme is Ritme.WEEK and not by_month_day:
        return replace(read, dagen=tuple(sorted({_weekday(day) for day in by_day.split(",")})))
    ranked = re.fullmatch(r"\+?(-1|[1-5])([A-Z]{2})", by_day)
    if read.ritme is not Ritme.MAAND or not ranked:
        raise UserError(_UNKNOWN)
    return replace(read, weekdag=(int(ranked[1]), _weekday(ranked[2])))


def _weekday(text: str) -> int:
    if text not in _DAYS:
        raise UserError(_UNKNOWN)
    return _DAYS.index(text)


def _number(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
        raise UserError("In deze herhaling staat een getal dat te groot of onleesbaar is.")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:8])
    except ValueError as error:
        raise UserError("De einddatum van deze herhaling is geen datum.") from error
