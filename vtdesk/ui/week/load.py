"""How heavy a day is: hours of talks, what is still to write, and what was hard."""

from collections.abc import Sequence
from dataclasses import dataclass

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda import words
from vtdesk.ui.format import aantal, duur
from vtdesk.values.kinds import VerslagStand
from vtdesk.values.tijd import minutes_between

_DONE = (VerslagStand.VASTGESTELD, VerslagStand.VERVANGEN)


@dataclass(frozen=True, slots=True)
class Load:
    """The figures above one day; `heavy` is None where she does not want to see it."""

    minutes: int
    unwritten: int
    heavy: int | None = None

    def lines(self) -> list[str]:
        """Write the figures as they stand above the day; nothing for what is not there."""
        talks = f"{_hours(self.minutes)} uur gesprek" if self.minutes else ""
        unwritten = f"{self.unwritten} te schrijven" if self.unwritten else ""
        return [line for line in (talks, unwritten, self._heavy()) if line]

    def spoken(self) -> str:
        """Write the figures in full, for who hears them."""
        talks = f"{duur(self.minutes)} gesprek" if self.minutes else "geen gesprekken"
        unwritten = aantal(self.unwritten, "verslag", "verslagen") + " te schrijven"
        return ", ".join(filter(None, (talks, unwritten if self.unwritten else "", self._heavy())))

    def _heavy(self) -> str:
        return f"{self.heavy} zwaar" if self.heavy else ""


def load_of(rows: Sequence[AfspraakRow], heavy: int | None) -> Load:
    """Count what a day asks; what was cancelled asks nothing."""
    talks = [
        row
        for row in rows
        if row.soort in words.TALKS and row.staat not in words.DONE and not row.hele_dag
    ]
    unwritten = [r for r in rows if r.owes_verslag and r.verslag_stand not in _DONE]
    minutes = sum(minutes_between(row.begin, row.einde) for row in talks)
    return Load(minutes, len(unwritten), heavy)


def _hours(minutes: int) -> str:
    """Write hours to the nearest half: `2,5`; something short is still half an hour."""
    whole, half = divmod(max(1, round(minutes / 30)), 2)
    return f"{whole},5" if half else str(whole)
