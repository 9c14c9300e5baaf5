"""The reasons given at vaststellen: how they are kept beside the seal, and which come on paper.

They are kept by the id of their point. What the point said then is kept too, for it names people,
and a name may change later while the paper may not.
"""

from collections.abc import Mapping, Sequence

from vtdesk.services.controle.punt import Punt

_LEEG = "leeg/"
_PUNT = "punt/"  # before the id of a point: what it said
_OP_PAPIER = (
    "kind/", "veld/", "zin/", "half/", "wederhoor/", "afspraak/", "kindgesprek/", "teruglezen",
    "tegenspraak", "veiligheidsplan/",
)  # fmt: skip


def komt_op_papier(punt: Punt) -> bool:
    """Tell whether the reason for this point is printed along."""
    return punt.id.startswith((*_OP_PAPIER, _LEEG))


def stored(punten: Sequence[Punt], antwoorden: Mapping[str, str]) -> dict[str, str]:
    """Give what is kept: the reasons, and the words of those points that come on paper."""
    open_ones = [punt for punt in punten if not punt.klaar and antwoorden.get(punt.id, "").strip()]
    said = {_PUNT + p.id: p.tekst for p in open_ones if p.id.startswith(_OP_PAPIER)}
    return {**antwoorden, **said}


def leeg_want(kept: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Give why each empty part was left empty, by the id of the part."""
    found = [
        (key.removeprefix(_LEEG), words[:1].upper() + words[1:])
        for key, words in kept.items()
        if key.startswith(_LEEG)
    ]
    return tuple(sorted(found))


def toelichting(kept: Mapping[str, str]) -> tuple[str, ...]:
    """Say the other reasons in full: what was open, and why."""
    return tuple(
        f"{words}: {kept[key.removeprefix(_PUNT)]}"
        for key, words in sorted(kept.items(), key=lambda pair: pair[1])
        if key.startswith(_PUNT)
    )
