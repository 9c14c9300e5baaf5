"""A rule of a term: what starts it, how long it lasts, and on whose word."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from typing_extensions import override

from vtdesk.values.regelrij import Zekerheid


class Spoor(StrEnum):
    """Statute and protocol are two tracks; a term may run on both."""

    WET = "wet"
    PROTOCOL = "protocol"


class Eenheid(StrEnum):
    """What is counted."""

    UREN = "uren"
    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"


_EEN = {
    Eenheid.UREN: "uur",
    Eenheid.DAGEN: "dag",
    Eenheid.WERKDAGEN: "werkdag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
    Eenheid.JAREN: "jaar",
}
_ZELFDE = (Eenheid.UREN, Eenheid.JAREN)  # 72 uur, 2 jaar


@dataclass(frozen=True, slots=True)
class Lengte:
    """A number of something; zero means the same day."""

    aantal: int
    eenheid: Eenheid

    @override
    def __str__(self) -> str:
        if self.aantal == 1 or self.eenheid in _ZELFDE:
            return f"{self.aantal} {_EEN[self.eenheid]}"
        return f"{self.aantal} {self.eenheid.value}"


@dataclass(frozen=True, slots=True)
class Grond:
    """On whose word: article of a law or name of an agreement, where it was read, how sure."""

    artikel: str
    bron: str
    zekerheid: Zekerheid
    zekerheid_lengte: Zekerheid


@dataclass(frozen=True, slots=True)
class Verlengruimte:
    """How much longer a term may become, by another rule."""

    regel_id: str
    lengte: Lengte
    vanaf_begin: bool  # the length is the outer limit, counted from the start of the term
    keer: int  # 0: as often as is needed
    artikel: str
    mits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnregel:
    """One version of a rule."""

    id: str
    naam: str
    begint_bij: str
    lengte: Lengte
    spoor: Spoor
    grond: Grond
    geldig_vanaf: date
    hoe: str = ""  # words of the law beside the number, such as "onverwijld"
    atw: bool = False  # whether the Algemene termijnenwet is wanted; its art. 4 may still say no
    geen_atw_want: str = ""
    werking: bool = False  # something holds in this time: it ends, it is not missed
    op_het_uur: bool = False
    per_persoon: bool = False
    naast: str = ""  # the rule on the other track with the same start
    verlenging: Verlengruimte | None = None
    opschorten: bool = False
    startdag_telt: bool = False
    zekerheid_startdag: Zekerheid = Zekerheid.EIGEN_KENNIS
    toelichting: str = ""

    @property
    def zo_snel_mogelijk(self) -> bool:
        """Tell whether the law gives no number at all."""
        return self.lengte.aantal == 0
