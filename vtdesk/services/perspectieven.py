"""Who said what about which theme: the louder party must not win by being the only one heard."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from vtdesk.services.uitspraak_regels import Gat
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.values.kinds import Rol
from vtdesk.values.tekst import plain

NIET_VAN_EEN_PARTIJ = None  # documents, and professionals who are no person of the casus


@dataclass(frozen=True, slots=True)
class Partij:
    """Somebody who may have a view; `id` is None for documents and professionals together."""

    id: UUID | None
    naam: str
    rol: Rol | None


@dataclass(frozen=True, slots=True)
class Cel:
    """What one party said about one theme; `gat`: it was told about, and never asked."""

    uitspraken: tuple[UitspraakRow, ...] = ()
    gat: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Themes by parties; children stand first."""

    themas: tuple[str, ...]  # "" at the end: what has no theme yet
    partijen: tuple[Partij, ...]
    cellen: Mapping[tuple[str, UUID | None], Cel]
    woorden: Mapping[UUID | None, int]

    def cel(self, thema: str, partij: Partij) -> Cel:
        """Give the cell of a theme and a party."""
        return self.cellen.get((thema, partij.id), Cel())


def perspectieven(
    rows: Sequence[UitspraakRow], partijen: Sequence[Partij], gaten: Sequence[Gat]
) -> Matrix:
    """Lay statements out; `partijen` are those who always count, and others who spoke come along.

    Who spoke and is no longer in the casus keeps a column under the name in the statement.
    """
    spoken: dict[tuple[str, UUID | None], list[UitspraakRow]] = defaultdict(list)
    words: dict[UUID | None, int] = defaultdict(int)
    known = {partij.id: partij for partij in partijen}
    for row in rows:
        bron = row.regel.bron
        known.setdefault(bron.persoon_id, Partij(bron.persoon_id, bron.naam, None))
        spoken[row.thema, bron.persoon_id].append(row)
        words[bron.persoon_id] += len(plain(row.regel).split())
    others = [partij for partij in known.values() if partij.id is not NIET_VAN_EEN_PARTIJ]
    if NIET_VAN_EEN_PARTIJ in known:
        others.append(Partij(NIET_VAN_EEN_PARTIJ, "Documenten en professionals", None))
    open_cells = {(gat.thema, gat.persoon_id) for gat in gaten}
    return Matrix(
        themas=_themes(rows),
        partijen=tuple(others),
        cellen={
            place: Cel(tuple(spoken.get(place, ())), place in open_cells)
            for place in {*spoken, *open_cells}
        },
        woorden=dict(words),
    )


def _themes(rows: Sequence[UitspraakRow]) -> tuple[str, ...]:
    """Order the themes as they came up; what has none comes last."""
    names = dict.fromkeys(row.thema for row in rows)
    return (*(name for name in names if name), *([""] if "" in names else []))
