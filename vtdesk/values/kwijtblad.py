"""What the privacy officer must know of a lost laptop: values, as they are printed."""

from dataclasses import dataclass

from vtdesk.values.vervangblad import Bladdeel

STAPPEN = (
    (
        "Bel nu de helpdesk van je organisatie.",
        "Zij sluiten je account af en kunnen de laptop op afstand wissen.",
    ),
    (
        "Zeg het tegen je leidinggevende en de functionaris gegevensbescherming.",
        "Zij bepalen binnen 72 uur of er een melding naar de Autoriteit Persoonsgegevens gaat.",
    ),
    (
        "Zeg of de kluis open of dicht was.",
        "Dicht: zonder je wachtzin of herstelblad kan niemand erin. Open: noem dat meteen.",
    ),
    (
        "Lag je herstelblad of wachtzin bij de laptop?",
        "Noem ook dat meteen. Iemand kan er dan in.",
    ),
    (
        "Doe aangifte bij de politie.",
        "Alleen bij diefstal. Noem merk en serienummer, geen namen uit je werk.",
    ),
)


@dataclass(frozen=True, slots=True)
class Kwijtblad:
    """One or two pages; no name of a person, and of a casus only when that was asked."""

    gemaakt: str
    inleiding: str
    delen: tuple[Bladdeel, ...]
    titel: str = "Laptop kwijt"
