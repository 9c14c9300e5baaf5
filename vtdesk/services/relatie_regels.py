"""What cannot be between two people; each refusal says in words what to do instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vtdesk.errors import UserError
from vtdesk.models import Persoon, Relatie
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.periode import Periode
from vtdesk.values.tijd import korte_dag

GELIJK = frozenset(
    {
        RelatieSoort.PARTNER,
        RelatieSoort.EX,
        RelatieSoort.BROER_ZUS,
        RelatieSoort.FAMILIE,
        RelatieSoort.NETWERK,
    }
)  # the same from both sides
_MOST_PARENTS = 2
_TOGETHER = ({RelatieSoort.PARTNER, RelatieSoort.EX}, {RelatieSoort.OUDER, RelatieSoort.BROER_ZUS})


@dataclass(frozen=True, slots=True)
class RelatieGegevens:
    """What a form holds of a tie; of a parent, carer or doer, `van` is that person."""

    van_id: UUID
    naar_id: UUID
    soort: RelatieSoort
    gescheiden: bool = False
    vanaf: date | None = None
    tot: date | None = None
    toelichting: str = ""

    @property
    def periode(self) -> Periode:
        """Give from when until when."""
        return Periode(self.vanaf, self.tot)

    @property
    def paar(self) -> frozenset[UUID]:
        """Give both people, whichever way the tie goes."""
        return frozenset((self.van_id, self.naar_id))

    def tells_the_same(self, other: "RelatieGegevens") -> bool:
        """Tell whether both are the same tie at some moment."""
        same = self.soort is other.soort and self.periode.meets(other.periode)
        if self.soort in GELIJK:
            return same and self.paar == other.paar
        return same and (self.van_id, self.naar_id) == (other.van_id, other.naar_id)


def check(
    nieuw: RelatieGegevens, others: list[RelatieGegevens], people: dict[UUID, Persoon]
) -> None:
    """Refuse a tie that cannot be; `others` are all other ties of these people and theirs."""
    if nieuw.van_id == nieuw.naar_id:
        raise UserError("Iemand kan geen relatie met zichzelf hebben. Kies een ander.")
    if nieuw.periode.is_reversed:
        raise UserError("De einddatum van deze relatie ligt vóór de begindatum.")
    _check_lives(nieuw, people)
    _check_others(nieuw, others)
    if nieuw.soort is RelatieSoort.OUDER:
        _check_parent(nieuw, others, people)


def _check_lives(nieuw: RelatieGegevens, people: dict[UUID, Persoon]) -> None:
    for persoon in (people[nieuw.van_id], people[nieuw.naar_id]):
        naam, geboren, overleden = _naam(persoon), persoon.geboortedatum, persoon.overleden_op
        if geboren and any(day and day < geboren for day in (nieuw.vanaf, nieuw.tot)):
            raise UserError(
                f"{naam} is geboren op {_dag(geboren)}. Een relatie van daarvoor kan niet."
            )
        if overleden and nieuw.vanaf and nieuw.vanaf > overleden:
            raise UserError(
                f"{naam} is overleden op {_dag(overleden)}. Een relatie van daarna kan niet."
            )


def _check_others(nieuw: RelatieGegevens, others: Iterable[RelatieGegevens]) -> None:
    for other in others:
        if nieuw.tells_the_same(other):
            raise UserError("Deze relatie staat er al in dezelfde periode. Wijzig die.")
        both = {nieuw.soort, other.soort}
        if nieuw.paar == other.paar and both in _TOGETHER and nieuw.periode.meets(other.periode):
            words = (
                "Zij staan in deze periode al als partner of ex-partner. Beëindig dat eerst."
                if RelatieSoort.EX in both
                else "Iemand kan niet ouder en ook broer of zus van dezelfde persoon zijn."
            )
            raise UserError(words)


def _check_parent(
    nieuw: RelatieGegevens, others: list[RelatieGegevens], people: dict[UUID, Persoon]
) -> None:
    ouder, kind = people[nieuw.van_id], people[nieuw.naar_id]
    birth = kind.geboortedatum or kind.verwacht_op
    if ouder.geboortedatum and birth and ouder.geboortedatum >= birth:
        raise UserError(
            f"{_naam(ouder)} is niet eerder geboren dan {_naam(kind)}, en kan dus geen ouder zijn. "
            "Controleer wie de ouder is van wie, en de geboortedatums."
        )
    ties = [one for one in others if one.soort is RelatieSoort.OUDER]
    parents = [
        one.van_id
        for one in ties
        if one.naar_id == nieuw.naar_id and one.periode.meets(nieuw.periode)
    ]
    if len(parents) >= _MOST_PARENTS:
        names = " en ".join(_naam(people[one]) for one in parents if one in people)
        raise UserError(
            f"{_naam(kind)} heeft al twee ouders: {names}. "
            "Kies 'pleegouder van' voor iemand die ook voor het kind zorgt."
        )
    if nieuw.naar_id in _ancestors(nieuw.van_id, ties):
        raise UserError(
            f"{_naam(kind)} is zelf een voorouder van {_naam(ouder)}. "
            "Controleer wie de ouder is van wie."
        )


def _ancestors(persoon_id: UUID, ties: list[RelatieGegevens]) -> set[UUID]:
    found: set[UUID] = set()
    waiting = [persoon_id]
    while waiting:
        child = waiting.pop()
        above = {one.van_id for one in ties if one.naar_id == child} - found
        found |= above
        waiting += above
    return found


def gegevens_of(relatie: Relatie) -> RelatieGegevens:
    """Give what a form holds of a stored tie."""
    return RelatieGegevens(**{name: getattr(relatie, name) for name in RelatieGegevens.__slots__})


def _naam(persoon: Persoon) -> str:
    return persoon.voornaam or persoon.naam


def _dag(day: date) -> str:
    return f"{korte_dag(day)} {day.year}"
