"""What a genogram is drawn from: people, ties, households and layers, as of one day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from vtdesk.errors import UserError
from vtdesk.values.kinds import Geslacht


class BandSoort(StrEnum):
    """How two people of one generation belong together."""

    PARTNER = "partner"
    APART = "apart"
    GESCHEIDEN = "gescheiden"
    ONBEKEND = "onbekend"
    BROER_ZUS = "broer_zus"
    NETWERK = "netwerk"


class OuderSoort(StrEnum):
    """What makes somebody the parent of a child."""

    BIOLOGISCH = "biologisch"
    PLEEG = "pleeg"
    ADOPTIE = "adoptie"
    STIEF = "stief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur:
    """One person as drawn: a symbol with a sign in it, and lines of text under it."""

    id: UUID
    naam: str
    regels: tuple[str, ...] = ()  # under the name: role, where somebody stays
    teken: str = ""  # inside the symbol: the age, or a question mark
    geslacht: Geslacht = Geslacht.ONBEKEND
    geboren: date | None = None
    verwacht: date | None = None
    ongeboren: bool = False
    onbekend: bool = False  # not known or not involved: a dashed edge
    overleden: bool = False
    geheim_adres: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbinding:
    """A tie between two people, with its period in words."""

    een: UUID
    ander: UUID
    soort: BandSoort = BandSoort.PARTNER
    periode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderschap:
    """One or two parents of a child; two entries of one kind with one parent each make a pair."""

    kind: UUID
    ouders: tuple[UUID, ...]
    soort: OuderSoort = OuderSoort.BIOLOGISCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Huishouden:
    """People under one roof; the name is never an address."""

    naam: str
    leden: tuple[UUID, ...]
    periode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geweld:
    """Violence from one person to another."""

    van: UUID
    naar: UUID
    tekst: str = "Geweld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Steun:
    """Support from one person to another."""

    van: UUID
    naar: UUID
    tekst: str = "Steun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezag:
    """Who has authority over a child, in the letters that stand at the child."""

    kind: UUID
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulp:
    """An organisation and the people it helps."""

    organisatie: str
    bij: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezin:
    """A family and its network as of one day; refuses what cannot be."""

    figuren: tuple[Figuur, ...]
    verbindingen: tuple[Verbinding, ...] = ()
    ouderschappen: tuple[Ouderschap, ...] = ()
    huishoudens: tuple[Huishouden, ...] = ()
    geweld: tuple[Geweld, ...] = ()
    steun: tuple[Steun, ...] = ()
    gezag: tuple[Gezag, ...] = ()
    hulp: tuple[Hulp, ...] = ()
    centraal: frozenset[UUID] = frozenset()  # the children that it is about
    peildatum: date | None = None
    verschoven: Mapping[UUID, float] = field(default_factory=dict)  # dragged to the right, in px

    def __post_init__(self) -> None:
        known = {figuur.id for figuur in self.figuren}
        if len(known) != len(self.figuren):
            raise UserError("Iemand staat twee keer in dit gezin. Haal er één weg.")
        if not known.issuperset(self._named()):
            raise UserError("Een relatie wijst naar iemand die niet in dit gezin staat.")
        for verbinding in self.verbindingen:
            if verbinding.een == verbinding.ander:
                raise UserError("Iemand kan geen relatie met zichzelf hebben. Kies een ander.")
        for ouderschap in self.ouderschappen:
            _check_parents(ouderschap)
        _refuse_own_ancestor(self.ouderschappen)

    @property
    def lijnen(self) -> tuple[Geweld | Steun, ...]:
        """All layers that go from one person to another."""
        return (*self.geweld, *self.steun)

    def _named(self) -> Iterable[UUID]:
        for verbinding in self.verbindingen:
            yield from (verbinding.een, verbinding.ander)
        for ouderschap in self.ouderschappen:
            yield from (ouderschap.kind, *ouderschap.ouders)
        for laag in self.lijnen:
            yield from (laag.van, laag.naar)
        for huishouden in self.huishoudens:
            yield from huishouden.leden
        for hulp in self.hulp:
            yield from hulp.bij
        yield from (gezag.kind for gezag in self.gezag)
        yield from self.centraal


def _check_parents(ouderschap: Ouderschap) -> None:
    if ouderschap.kind in ouderschap.ouders:
        raise UserError("Iemand kan niet zijn eigen ouder zijn. Kies een andere ouder.")
    if len(set(ouderschap.ouders)) != len(ouderschap.ouders) or len(ouderschap.ouders) not in {
        1,
        2,
    }:
        raise UserError("Een kind heeft hier één of twee verschillende ouders. Kijk het na.")


def _refuse_own_ancestor(ouderschappen: Iterable[Ouderschap]) -> None:
    """Refuse a circle of parents by taking away, again and again, whoever has no parents left."""
    parents: dict[UUID, set[UUID]] = {}
    for ouderschap in ouderschappen:
        parents.setdefault(ouderschap.kind, set()).update(ouderschap.ouders)
    while parents:
        free = [kind for kind, ouders in parents.items() if not ouders & parents.keys()]
        if not free:
            raise UserError("Iemand is hier zijn eigen voorouder. Kijk na wie de ouder is van wie.")
        for kind in free:
            del parents[kind]
