"""A genogram that is laid out: shapes, texts and lines with their places, for any painter."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Punt(NamedTuple):
    """A place, in px from the top left."""

    x: float
    y: float


class Vak(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def midden(self) -> Punt:
        """The middle of it."""
        return Punt((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def meets(self, other: "Vak", air: float = 0.0) -> bool:
        """Tell whether the two overlap, or come closer than `air`."""
        return (
            self.left < other.right + air
            and other.left < self.right + air
            and self.top < other.bottom + air
            and other.top < self.bottom + air
        )

    def grown(self, x: float, y: float) -> "Vak":
        """Make it larger on all sides."""
        return Vak(self.left - x, self.top - y, self.right + x, self.bottom + y)


class Vorm(StrEnum):
    """The shape of a person."""

    VIERKANT = "vierkant"
    CIRKEL = "cirkel"
    DRIEHOEK = "driehoek"
    RUIT = "ruit"


class Laag(StrEnum):
    """What can be shown or hidden; the family itself is always there."""

    GEZIN = "gezin"
    GEWELD = "geweld"
    STEUN = "steun"
    GEZAG = "gezag"
    WOONT_BIJ = "woont_bij"
    HULP = "hulp"


class Lijnsoort(StrEnum):
    """The form of a line; each can be told apart in grey."""

    VAST = "vast"
    GESTREEPT = "gestreept"  # of an unknown tie or person
    GESTIPPELD = "gestippeld"  # foster care and network
    STREEPPUNT = "streeppunt"  # adoption
    ZIGZAG = "zigzag"
    DUBBEL = "dubbel"
    HULPLIJN = "hulplijn"
    STREEPJE = "streepje"  # across the bar of a couple: apart, or two for divorced


@dataclass(frozen=True, slots=True)
class Tekstregel:
    """One line of text, centred on its place; `y` is where the letters stand."""

    tekst: str
    plaats: Punt
    vet: bool = False
    laag: Laag = Laag.GEZIN


@dataclass(frozen=True, slots=True)
class Symbool:
    """A person: shape, place, and the text that belongs to it."""

    id: UUID
    vorm: Vorm
    vak: Vak
    teken: str
    bijschrift: Vak  # where the text is
    regels: tuple[Tekstregel, ...]
    omschrijving: str  # for whoever listens
    gestreept: bool = False
    overleden: bool = False
    centraal: bool = False
    geheim_adres: bool = False


@dataclass(frozen=True, slots=True)
class Lijn:
    """A line through points; lines with one `net` belong together and may touch."""

    punten: tuple[Punt, ...]
    soort: Lijnsoort
    laag: Laag
    net: int
    van: frozenset[UUID]  # the people it joins
    pijl: bool = False  # at its end


@dataclass(frozen=True, slots=True)
class Etiket:
    """A small box with a word at a line, an outline, or of its own."""

    vak: Vak
    tekst: str
    laag: Laag


@dataclass(frozen=True, slots=True)
class Omtrek:
    """The outline of one household: one or more closed shapes with square corners."""

    naam: str
    leden: frozenset[UUID]
    randen: tuple[tuple[Punt, ...], ...]


@dataclass(frozen=True, slots=True)
class Buren:
    """Where the arrow keys lead from one person."""

    op: UUID | None = None
    neer: UUID | None = None
    links: UUID | None = None
    rechts: UUID | None = None


@dataclass(frozen=True, slots=True)
class Tekening:
    """All that is painted, in reading order: row by row, from left to right."""

    breedte: float
    hoogte: float
    symbolen: tuple[Symbool, ...]
    lijnen: tuple[Lijn, ...]
    etiketten: tuple[Etiket, ...]
    omtrekken: tuple[Omtrek, ...]
    buren: tuple[tuple[UUID, Buren], ...]

    def symbool(self, figuur_id: UUID) -> Symbool:
        """Find a person."""
        return next(symbool for symbool in self.symbolen if symbool.id == figuur_id)

    def buur(self, figuur_id: UUID) -> Buren:
        """Tell where the arrow keys lead from a person."""
        return dict(self.buren)[figuur_id]
