"""The short words of a genogram: what somebody is here, and who has gezag over a child."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from vtdesk.models import Persoon
from vtdesk.services.persoon_rows import KINDEREN
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import Geslacht, GezagSoort, Rol

if TYPE_CHECKING:
    from vtdesk.services.relatie_regels import RelatieGegevens

_PLAIN = {
    Rol.MOEDER: "moeder",
    Rol.VADER: "vader",
    Rol.STIEFOUDER: "stiefouder",
    Rol.PARTNER: "partner",
    Rol.NETWERK: "netwerk",
    Rol.FAMILIE: "familie",
    Rol.INFORMANT: "informant",
    Rol.PROFESSIONAL: "professional",
}
_GRAND = {Geslacht.VROUW: "oma", Geslacht.MAN: "opa"}
_AUNT = {Geslacht.VROUW: "tante", Geslacht.MAN: "oom"}
_BOTH = 2


@dataclass(frozen=True, slots=True)
class Iemand:
    """One person in the casus on that day, with the role that counts."""

    persoon: Persoon
    rol: Rol
    toelichting: str
    organisatie_id: UUID | None


def role_words(
    one: Iemand, people: Mapping[UUID, Iemand], ties: Iterable["RelatieGegevens"]
) -> str:
    """Say what somebody is to the children: `moeder`, `oma`, `tante van Fenna`."""
    if one.rol in KINDEREN:
        return ""
    geslacht = one.persoon.geslacht
    if one.rol is Rol.GROOTOUDER:
        return _GRAND.get(geslacht, "grootouder")
    if one.rol in {Rol.FAMILIE, Rol.NETWERK} and geslacht in _AUNT:
        children = _nieces(one.persoon.id, people, list(ties))
        if children:
            return f"{_AUNT[geslacht]} van {_together(children)}"
    return _PLAIN.get(one.rol, "")


def _nieces(
    persoon_id: UUID, people: Mapping[UUID, Iemand], ties: list["RelatieGegevens"]
) -> list[str]:
    """Name the children of brothers and sisters: told as such, or by a parent they share."""
    parents = [tie for tie in ties if tie.soort is RelatieSoort.OUDER]
    own = {tie.van_id for tie in parents if tie.naar_id == persoon_id}
    siblings = {tie.naar_id for tie in parents if tie.van_id in own}
    for tie in ties:
        if tie.soort is RelatieSoort.BROER_ZUS and persoon_id in tie.paar:
            siblings |= tie.paar
    siblings.discard(persoon_id)
    found = {tie.naar_id for tie in parents if tie.van_id in siblings}
    return [
        one.persoon.voornaam
        for i, one in people.items()
        if i in found and one.rol in KINDEREN and one.persoon.voornaam
    ]


def gezag_words(
    rows: Iterable[tuple[GezagSoort, UUID]], names: Mapping[UUID, str], parents: set[UUID]
) -> str:
    """Say who has gezag over one child: `beide ouders`, `Sanne`, `voogd Anna`, `niet bekend`."""
    held = [(soort, i) for soort, i in rows if soort is not GezagSoort.GEEN]
    joint = {i for soort, i in held if soort is GezagSoort.GEZAMENLIJK}
    if len(joint) == _BOTH and joint == parents:
        return "beide ouders"
    words = []
    for soort, i in held:
        if soort is GezagSoort.VOOGDIJ:
            words.append(f"voogd {names[i]}")
        elif soort is not GezagSoort.ONBEKEND:
            words.append(names[i])
    return _together(words) if words else "niet bekend" if held else ""


def _together(words: list[str]) -> str:
    return " en ".join(filter(None, (", ".join(words[:-1]), words[-1])))
