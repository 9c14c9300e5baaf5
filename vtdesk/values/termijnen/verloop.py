"""What happens to a term on its way: it stands still for some days, or becomes longer."""

from dataclasses import dataclass
from datetime import date

from vtdesk.errors import UserError
from vtdesk.values.termijnen.regel import Eenheid, Lengte
from vtdesk.values.tijd import calendar_day


@dataclass(frozen=True, slots=True)
class Opschorting:
    """Days in which a term does not run; the day on which it goes on counts again."""

    vanaf: date
    tot: date | None = None  # None: it still stands still
    reden: str = ""

    def __post_init__(self) -> None:
        for day in (self.vanaf, self.tot):
            if day:
                calendar_day(day)
        if self.tot and self.tot < self.vanaf:
            raise UserError("De termijn loopt weer vóór zij stilstaat. Controleer de datums.")


@dataclass(frozen=True, slots=True)
class Verlenging:
    """More time, with the reason."""

    lengte: Lengte
    reden: str = ""
    besloten_op: date | None = None

    def __post_init__(self) -> None:
        if self.lengte.aantal < 1:
            raise UserError("Een verlenging duurt ten minste één dag.")
        if self.lengte.eenheid is Eenheid.UREN:
            raise UserError("Verlengen gaat in dagen of langer, niet in uren.")


@dataclass(frozen=True, slots=True)
class Stil:
    """A stretch without its holes: first day that stands still, and day on which it goes on."""

    vanaf: date
    tot: date

    @property
    def dagen(self) -> int:
        """Count the days."""
        return (self.tot - self.vanaf).days


@dataclass(frozen=True, slots=True)
class Verloop:
    """All that happened to a term so far; what stands still does so up to today."""

    opschortingen: tuple[Opschorting, ...] = ()
    verlengingen: tuple[Verlenging, ...] = ()
    vandaag: date | None = None

    @property
    def staat_stil(self) -> bool:
        """Tell whether the term has not gone on since it stood still."""
        return any(one.tot is None for one in self.opschortingen)

    @property
    def stil(self) -> tuple[Stil, ...]:
        """Give the days that do not count, in order and with what overlaps joined."""
        found: list[Stil] = []
        for one in sorted(self.opschortingen, key=lambda one: one.vanaf):
            tot = one.tot or max(self.vandaag or one.vanaf, one.vanaf)
            if found and one.vanaf <= found[-1].tot:
                found[-1] = Stil(found[-1].vanaf, max(found[-1].tot, tot))
            else:
                found.append(Stil(one.vanaf, tot))
        return tuple(one for one in found if one.dagen)


NIETS_GEBEURD = Verloop()
