"""A template of a verslag as values; read from `resources/verslagen/*.toml`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SjabloonSectie:
    """One part: its heading, what to think of, and what it must hold."""

    id: str
    kop: str
    vragen: tuple[str, ...] = ()  # shown in the empty part, never stored or printed
    velden: tuple[str, ...] = ()  # fixed points that stay visible until something is filled in
    tabel: bool = False  # holds the table of afspraken
    verplicht: bool = False  # may not stay empty without a reason
    uit_notitie: tuple[str, ...] = ()  # prompts of the parkeernotitie whose lines belong here


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A kind of document with its parts in order."""

    id: str
    titel: str
    versie: str
    bron: str
    secties: tuple[SjabloonSectie, ...]

    def sectie(self, sectie_id: str) -> SjabloonSectie:
        """Find a part by its id."""
        return next(s for s in self.secties if s.id == sectie_id)

    def nummer(self, sectie_id: str) -> int:
        """Give the number that stands before the heading, from 1."""
        return [s.id for s in self.secties].index(sectie_id) + 1
