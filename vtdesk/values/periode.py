"""A period in days: it holds from its first day up to and not including its last."""

from dataclasses import dataclass
from datetime import date

from vtdesk.values.tijd import korte_dag


@dataclass(frozen=True, slots=True)
class Periode:
    """From when until when; an empty side means not known, and is taken as always."""

    vanaf: date | None = None
    tot: date | None = None

    @property
    def is_reversed(self) -> bool:
        """Tell whether it ends before it begins."""
        return bool(self.vanaf and self.tot and self.tot < self.vanaf)

    def holds_on(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return (self.vanaf is None or self.vanaf <= day) and not self.is_over_on(day)

    def is_over_on(self, day: date) -> bool:
        """Tell whether it had ended by a day."""
        return self.tot is not None and self.tot <= day

    def meets(self, other: "Periode") -> bool:
        """Tell whether the two share a moment, or are the same."""
        share = _before(self.vanaf, other.tot) and _before(other.vanaf, self.tot)
        return share or self == other

    @property
    def woorden(self) -> str:
        """Write it as one says it: `sinds 5 mei 2026`, `4 mei 2026 tot 8 mei 2026`."""
        if self.vanaf and self.tot:
            return f"{_dag(self.vanaf)} tot {_dag(self.tot)}"
        if self.vanaf:
            return f"sinds {_dag(self.vanaf)}"
        return f"tot {_dag(self.tot)}" if self.tot else ""


def _before(begin: date | None, end: date | None) -> bool:
    return begin is None or end is None or begin < end


def _dag(day: date) -> str:
    return f"{korte_dag(day)} {day.year}"
