"""Who has children with whom: the ties of a family, gathered per couple and numbered."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from vtdesk.values.genogram.gezin import BandSoort, Gezin, OuderSoort

_SIDEWAYS = {BandSoort.BROER_ZUS}


@dataclass(slots=True)
class Paar:
    """One or two people, how they belong together, and their children with the eldest first."""

    leden: tuple[int, ...]
    band: BandSoort | None = None
    kinderen: dict[int, OuderSoort] = field(default_factory=dict)


def numbers(gezin: Gezin) -> dict[UUID, int]:
    """Number the people in the order in which they are given."""
    return {figuur.id: number for number, figuur in enumerate(gezin.figuren)}


def birth_order(gezin: Gezin) -> list[tuple[date, int]]:
    """Give per person what siblings are sorted by; unborn and undated come last."""
    return [
        (figuur.geboren or figuur.verwacht or date.max, number)
        for number, figuur in enumerate(gezin.figuren)
    ]


def couples(gezin: Gezin) -> list[Paar]:
    """Gather ties and children per couple; a couple is drawn once, whatever it shares."""
    number = numbers(gezin)
    paren: dict[frozenset[int], Paar] = {}
    for verbinding in gezin.verbindingen:
        if verbinding.soort in _SIDEWAYS:
            continue
        leden = (number[verbinding.een], number[verbinding.ander])
        paren.setdefault(frozenset(leden), Paar(leden)).band = verbinding.soort
    for kind, ouders, soort in _parents(gezin, number):
        if soort is OuderSoort.STIEF and _is_partner_of_parent(gezin, kind, ouders, paren):
            continue
        paren.setdefault(frozenset(ouders), Paar(ouders)).kinderen.setdefault(kind, soort)
    births = birth_order(gezin)
    for paar in paren.values():
        paar.kinderen = dict(sorted(paar.kinderen.items(), key=lambda item: births[item[0]]))
    return list(paren.values())


def brackets(gezin: Gezin) -> list[list[int]]:
    """Gather brothers and sisters whose parents are not told, in order of birth."""
    number, births = numbers(gezin), birth_order(gezin)
    groups: list[set[int]] = []
    for verbinding in gezin.verbindingen:
        if verbinding.soort in _SIDEWAYS:
            pair = {number[verbinding.een], number[verbinding.ander]}
            groups.append(pair.union(*(group for group in groups if group & pair)))
            groups = [g for g in groups if g is groups[-1] or not g & pair]
    told = [set(paar.kinderen) for paar in couples(gezin)]
    return [
        sorted(group, key=births.__getitem__)
        for group in groups
        if not any(group <= kinderen for kinderen in told)
    ]


def _parents(
    gezin: Gezin, number: dict[UUID, int]
) -> Iterator[tuple[int, tuple[int, ...], OuderSoort]]:
    """Join two single parents of one child and one kind into a couple."""
    per_kind: dict[tuple[int, OuderSoort], list[tuple[int, ...]]] = {}
    for ouderschap in gezin.ouderschappen:
        ouders = tuple(number[ouder] for ouder in ouderschap.ouders)
        per_kind.setdefault((number[ouderschap.kind], ouderschap.soort), []).append(ouders)
    for (kind, soort), entries in per_kind.items():
        together = tuple(dict.fromkeys(ouder for ouders in entries for ouder in ouders))
        joined = len(together) <= 2  # noqa: PLR2004  # a couple
        for ouders in [together] if joined else dict.fromkeys(entries):
            yield kind, ouders, soort


def _is_partner_of_parent(
    gezin: Gezin, kind: int, stief: tuple[int, ...], paren: dict[frozenset[int], Paar]
) -> bool:
    """Tell whether a step parent already stands beside a parent; a second line adds nothing."""
    number = numbers(gezin)
    ouders = {
        number[ouder]
        for ouderschap in gezin.ouderschappen
        if number[ouderschap.kind] == kind and ouderschap.soort is not OuderSoort.STIEF
        for ouder in ouderschap.ouders
    }
    return any(
        paar.band is not None and ouders & leden and leden.intersection(stief)
        for leden, paar in paren.items()
    )
