"""A template of a verslag as values; read from `resources/verslagen/*.toml` or an own text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from vtdesk.values.kinds import AfspraakSoort

NOTITIEVELDEN = ("gezien", "gezegd", "afgesproken", "zorg")  # gevoel is never offered to a verslag
CASUS = "casus"  # a kind that begins from a casus, without an appointment
HOORT_BIJ = (CASUS, *(soort.value for soort in AfspraakSoort))


class Per(StrEnum):
    """For or about whom a document is, when it is about one."""

    PERSOON = "persoon"
    KIND = "kind"
    ORGANISATIE = "organisatie"


class Vorm(StrEnum):
    """How a document looks on paper."""

    VERSLAG = "verslag"
    BRIEF = "brief"
    KAART = "kaart"


class Lezers(StrEnum):
    """A kind of receivers that a part may be kept from, whatever is in it."""

    FAMILIE = "familie"
    ORGANISATIE = "organisatie"


class Controlesoort(StrEnum):
    """The checks before vaststellen that a kind may ask for.

    Source, ground of a duiding, empty parts, signs and melder are looked at in every kind.
    """

    KINDEREN = "kinderen"
    WEDERHOOR = "wederhoor"
    AFSPRAKEN = "afspraken"
    TAALWACHT = "taalwacht"
    TEGENSPRAAK = "tegenspraak"
    KINDGESPREK = "kindgesprek"
    TERUGLEZEN = "teruglezen"
    VEILIGHEIDSPLAN = "veiligheidsplan"


@dataclass(frozen=True, slots=True)
class SjabloonSectie:
    """One part: its heading, what to think of, and what it must hold."""

    id: str
    kop: str
    vragen: tuple[str, ...] = ()  # shown in the empty part, never stored or printed
    velden: tuple[str, ...] = ()  # fixed points that stay visible until something is filled in
    tabel: bool = False  # holds the table of afspraken
    verplicht: bool = False  # may not stay empty without a reason
    zelf: bool = False  # what it began with is no answer: it changes from day to day
    uit_notitie: tuple[str, ...] = ()  # prompts of the parkeernotitie whose lines belong here
    kolommen: tuple[str, ...] = ()  # heads of another table, filled with `Tabelrij`
    per: str = ""  # "kind": a line with the name stands above what is about each child
    letterlijk: bool = False  # holds the own words of a child
    kaart: bool = False  # is printed as a card of its own, to carry along
    niet_voor: tuple[str, ...] = ()  # values of Lezers: whom this part never reaches


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A kind of document with its parts in order."""

    id: str
    titel: str
    versie: str
    bron: str
    secties: tuple[SjabloonSectie, ...]
    hoort_bij: tuple[str, ...] = ()  # values of AfspraakSoort, or `casus`
    per: str = ""  # a value of Per: one must be chosen to begin it
    vorm: str = Vorm.VERSLAG.value
    tekenen: tuple[str, ...] = ()  # who signs, in the words under the line
    controles: tuple[str, ...] = ()  # values of Controlesoort
    reactie: bool = False  # people are asked what they think of it
    eigen: int = 0  # which own text of the office this is; 0: it is vtdesk's

    def sectie(self, sectie_id: str) -> SjabloonSectie:
        """Find a part by its id."""
        return next(s for s in self.secties if s.id == sectie_id)

    def met(self, sectie_ids: Iterable[str]) -> "Sjabloon":
        """Give the template with the parts of an older text that it does not know any more."""
        known = {s.id for s in self.secties}
        older = [
            SjabloonSectie(one, one.replace("_", " ").capitalize())
            for one in sectie_ids
            if one not in known
        ]
        return replace(self, secties=(*self.secties, *older)) if older else self

    def nummer(self, sectie_id: str) -> int:
        """Give the number that stands before the heading, from 1."""
        return [s.id for s in self.secties].index(sectie_id) + 1
