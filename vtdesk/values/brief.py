"""A letter as values: what is kept, shown and rendered; no layout here."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class BriefSoort(StrEnum):
    """What a block of a letter is."""

    ALINEA = "alinea"
    KOP = "kop"
    CITAAT = "citaat"


@dataclass(frozen=True, slots=True)
class Briefblok:
    """One paragraph, heading or quotation; `onder` is the small line under a quotation."""

    soort: BriefSoort
    tekst: str
    onder: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole letter, from the letterhead to the signature."""

    organisatie: str
    kenmerk: str
    ontvanger: str
    datum: str  # in full, "dinsdag 12 mei 2026"
    onderwerp: str
    blokken: tuple[Briefblok, ...]
    afzender: str
    functie: str

    def to_json(self) -> dict[str, Any]:
        """Give the stored form."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Brief":
        """Read the stored form."""
        blokken = tuple(
            Briefblok(BriefSoort(blok["soort"]), blok["tekst"], blok["onder"])
            for blok in data["blokken"]
        )
        return cls(**(data | {"blokken": blokken}))

    def woorden(self) -> str:
        """Give all that the receiver reads."""
        regels = (self.onderwerp, *(f"{blok.tekst}\n{blok.onder}" for blok in self.blokken))
        return "\n".join(regels)


def alinea(tekst: str) -> Briefblok:
    """Make a paragraph."""
    return Briefblok(BriefSoort.ALINEA, tekst)


def kop(tekst: str) -> Briefblok:
    """Make a heading."""
    return Briefblok(BriefSoort.KOP, tekst)


def citaat(tekst: str, onder: str = "") -> Briefblok:
    """Make a quotation with its source under it."""
    return Briefblok(BriefSoort.CITAAT, tekst, onder)
