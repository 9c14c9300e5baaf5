"""One page about one casus for who stands in: values, as they are printed."""

from dataclasses import dataclass, replace

from vtdesk.values.geheim import Geheim


@dataclass(frozen=True, slots=True)
class Bladdeel:
    """A heading with a table under it; without columns the first cell is what a row is about."""

    kop: str
    rijen: tuple[tuple[str, ...], ...]
    kolommen: tuple[str, ...] = ()
    breedtes: tuple[float, ...] = ()  # of the columns, as shares of the page
    leeg: str = ""  # what stands there when there is no row

    def bedekt(self, geheim: Geheim) -> "Bladdeel":
        """Give the part with a cover over all that must stay hidden."""
        rows = tuple(tuple(map(geheim.bedekt, row)) for row in self.rijen)
        return replace(self, rijen=rows)


@dataclass(frozen=True, slots=True)
class Vervangblad:
    """What a replacer must know of one casus, and nothing that must stay hidden."""

    organisatie: str
    nummer: str
    casus: str
    periode: str  # in full, "woensdag 13 mei 2026 tot en met vrijdag 22 mei 2026"
    afwezig: str
    contact: str  # who stands in, with a number
    gemaakt: str
    delen: tuple[Bladdeel, ...]
