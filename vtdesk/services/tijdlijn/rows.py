"""A point on the timeline, and which points one looks for."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from vtdesk.values.kinds import Kind, Letter
from vtdesk.values.tijd import local, start_of
from vtdesk.values.tijdlijn import TijdlijnSoort


@dataclass(frozen=True, slots=True, kw_only=True)
class TijdlijnRow:
    """One dated thing of a casus, whatever it is."""

    id: str  # what it is and of which thing: one thing may stand on the line twice
    soort: TijdlijnSoort
    moment: datetime
    met_tijd: bool  # or only the day is known
    titel: str
    tekst: str = ""
    woord: str = ""  # what became of it, in a word
    toon: str = "stil"
    letter: Letter | None = None
    personen: tuple[UUID, ...] = ()
    wie: tuple[str, ...] = ()
    kind: Kind
    ding: UUID  # the thing itself, to open it
    alleen_vt: bool = False  # nobody else may read it
    niet_voor_iedereen: bool = False  # the paper has no receiver, so it is not on it

    @property
    def dag(self) -> date:
        """Give the day on which it was, or will be."""
        return self.moment.date()


@dataclass(frozen=True, slots=True)
class TijdlijnKeuze:
    """What one looks for; nothing chosen means everything."""

    soorten: frozenset[TijdlijnSoort] = frozenset()
    persoon: UUID | None = None
    letter: Letter | None = None

    def passes(self, row: TijdlijnRow) -> bool:
        """Tell whether a point is what one looks for."""
        return (
            (not self.soorten or row.soort in self.soorten)
            and self.persoon in (None, *row.personen)
            and self.letter in (None, row.letter)
        )


def on(day: date) -> datetime:
    """Give the moment by which a day without a time is sorted: before all that has a time."""
    return start_of(day)


def timed(moment: datetime) -> tuple[datetime, bool]:
    """Give a moment on the clock of here; midnight is the begin of a day, not a time noted."""
    here = local(moment)
    return here, here.timetz().replace(tzinfo=None) != time.min
