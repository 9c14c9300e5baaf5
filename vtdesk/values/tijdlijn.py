"""The timeline of a casus: what can stand on it, and what it says on paper."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vtdesk.values.kinds import Letter


class TijdlijnSoort(StrEnum):
    """What a point on the line is about; on paper it is called by its value."""

    GEBEURTENIS = "gebeurtenis"
    MELDING = "melding"
    CRISIS = "crisis"
    GESPREK = "gesprek"
    UITSPRAAK = "uitspraak"
    BESLUIT = "besluit"
    VEILIGHEID = "veiligheid"
    TERMIJN = "termijn"
    ONDERZOEK = "onderzoek"
    MONITORING = "monitoring"
    VERSLAG = "verslag"
    GEZIN = "gezin"
    AFWEGING = "afweging"


@dataclass(frozen=True, slots=True)
class Tijdlijnregel:
    """One line on paper."""

    dag: date
    tijd: str  # "18:12", or "" when only the day is known
    soort: str
    titel: str
    tekst: str = ""
    wie: str = ""
    letter: Letter | None = None
    straks: bool = False  # it has still to come


@dataclass(frozen=True, slots=True)
class TijdlijnBlad:
    """All that the paper says: whose line it is, what was chosen, and the lines in order."""

    organisatie: str
    nummer: str
    naam: str
    keuze: str  # which part of the line this is, in words
    gemaakt: str
    regels: tuple[Tijdlijnregel, ...]
    weggelaten: int = 0  # lines that not everybody may read
