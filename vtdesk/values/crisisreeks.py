"""The series of crisis ratings: what holds at a moment, and where organisations differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vtdesk.values.casuskinds import Kleur


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """How one organisation rated the danger at one moment."""

    id: UUID
    organisatie: str
    moment: datetime
    kleur: Kleur
    gronden: str
    door: str = ""
    volgende_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class Cel:
    """What an organisation thinks at one moment: rated then, or earlier and still standing."""

    beoordeling: Beoordeling
    nieuw: bool
    oneens: bool


@dataclass(frozen=True, slots=True)
class Reeks:
    """All ratings of a casus, none of them ever replaced."""

    beoordelingen: tuple[Beoordeling, ...]

    @property
    def organisaties(self) -> tuple[str, ...]:
        """List the organisations in the order in which they first rated."""
        return tuple(dict.fromkeys(one.organisatie for one in self.beoordelingen))

    @property
    def momenten(self) -> tuple[datetime, ...]:
        """List the moments at which somebody rated, oldest first."""
        return tuple(dict.fromkeys(one.moment for one in self.beoordelingen))

    def cel(self, organisatie: str, moment: datetime) -> Cel | None:
        """Say what an organisation thinks at a moment; None before its first rating."""
        standing = in_kracht(self.beoordelingen, moment)
        found = standing.get(organisatie)
        if found is None:
            return None
        return Cel(found, found.moment == moment, niet_eens(standing.values()))

    def oneens_op(self, moment: datetime) -> bool:
        """Tell whether the organisations differ at a moment."""
        return niet_eens(in_kracht(self.beoordelingen, moment).values())

    def huidig(self, now: datetime) -> tuple[Beoordeling, ...]:
        """Give what each organisation thinks now, in the order of the organisations."""
        return tuple(in_kracht(self.beoordelingen, now).values())


def in_kracht(beoordelingen: Iterable[Beoordeling], moment: datetime) -> dict[str, Beoordeling]:
    """Give the last rating of each organisation up to a moment.

    Of two ratings at one moment the one that was noted last holds.
    """
    standing: dict[str, Beoordeling] = {}
    for one in sorted(beoordelingen, key=lambda one: one.moment):
        if one.moment <= moment:
            standing[one.organisatie] = one
    return standing


def niet_eens(beoordelingen: Iterable[Beoordeling]) -> bool:
    """Tell whether organisations rate differently; vtdesk never says who is right."""
    return len({one.kleur for one in beoordelingen}) > 1
