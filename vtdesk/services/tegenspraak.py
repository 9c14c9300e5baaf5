"""The tegenspraakronde: what speaks against a besluit, what it did not use, and five questions."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from vtdesk import resources
from vtdesk.errors import OutsideError, UserError
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.values.kinds import Verificatie

ONGEBRUIKT = "niet-gebruikt"


@dataclass(frozen=True, slots=True)
class Vraag:
    """One point of the round that wants an answer."""

    id: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What was answered; `nvt` says that the question does not apply, with the reason."""

    tekst: str
    nvt: bool = False

    @property
    def in_woorden(self) -> str:
        """Give the answer as it is read."""
        return f"n.v.t., want {self.tekst}" if self.nvt else self.tekst


@dataclass(frozen=True, slots=True)
class Ronde:
    """The round of one besluit."""

    tegen: tuple[UitspraakRow, ...]  # speaks against what the besluit rests on
    ongebruikt: tuple[UitspraakRow, ...]  # known, and not used either way
    vragen: tuple[Vraag, ...]
    antwoorden: dict[str, Antwoord]
    bron: str

    @property
    def open(self) -> tuple[Vraag, ...]:
        """List the questions without an answer."""
        return tuple(one for one in self.vragen if not _is_answered(self.antwoorden.get(one.id)))


@dataclass(frozen=True, slots=True)
class _Vragenlijst:
    bron: str
    vragen: tuple[Vraag, ...]


def ronde(
    rows: Sequence[UitspraakRow], gronden: Iterable[UUID], antwoorden: dict[str, Antwoord]
) -> Ronde:
    """Lay out the round of a besluit that rests on these grounds."""
    used = frozenset(gronden)
    against = tuple(row for row in rows if row.id not in used and _contradicts(row, rows, used))
    rest = tuple(row for row in rows if row.id not in used and row not in against)
    lijst = _vragenlijst()
    return Ronde(against, rest, (*_about(against, rest), *lijst.vragen), antwoorden, lijst.bron)


def refuse_unanswered(found: Ronde) -> None:
    """Refuse a besluit of which the round has an open question."""
    if found.open:
        raise UserError(f"De tegenspraakronde is nog niet klaar. Beantwoord: {found.open[0].tekst}")


def to_json(antwoorden: dict[str, Antwoord], vragen: Iterable[Vraag] = ()) -> dict[str, Any]:
    """Give the stored form; a final one holds the questions as they were then."""
    return {
        "antwoorden": {key: [one.tekst, one.nvt] for key, one in antwoorden.items()},
        "vragen": [[one.id, one.tekst] for one in vragen],
    }


def antwoorden_from_json(data: dict[str, Any]) -> dict[str, Antwoord]:
    """Read the answers."""
    return {key: Antwoord(tekst, nvt) for key, (tekst, nvt) in data.get("antwoorden", {}).items()}


def vragen_from_json(data: dict[str, Any]) -> tuple[Vraag, ...]:
    """Read the questions of a final besluit, as they were answered."""
    return tuple(Vraag(*one) for one in data.get("vragen", []))


def _contradicts(row: UitspraakRow, rows: Sequence[UitspraakRow], used: frozenset[UUID]) -> bool:
    """Tell whether a statement answers a ground, is answered by one, or stands beside a doubted.

    A doubted ground is one that was contradicted; who spoke under the same theme may be the other
    side of it.
    """
    if row.reactie_op_id in used:
        return True
    grounds = [one for one in rows if one.id in used]
    if any(one.reactie_op_id == row.id for one in grounds):
        return True
    return any(
        one.thema == row.thema != ""
        and one.regel.verificatie is Verificatie.TEGENGESPROKEN
        and one.regel.bron != row.regel.bron
        for one in grounds
    )


def _about(against: Sequence[UitspraakRow], rest: Sequence[UitspraakRow]) -> Iterator[Vraag]:
    for row in against:
        letter = row.regel.letter.value
        yield Vraag(str(row.id), f"Wat doet dit met het besluit? {letter}: {row.woorden}")
    if rest:
        number = f"{len(rest)} uitspraken" if len(rest) > 1 else "1 uitspraak"
        yield Vraag(ONGEBRUIKT, f"Waarom steunt het besluit niet op de andere {number}?")


def _is_answered(antwoord: Antwoord | None) -> bool:
    return antwoord is not None and bool(antwoord.tekst.strip())


@cache
def _vragenlijst() -> _Vragenlijst:
    path = resources.path("tegenspraak.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        return _Vragenlijst(
            data["bron"], tuple(Vraag(one["id"], one["tekst"]) for one in data["vragen"])
        )
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise OutsideError(
            f"De vragenlijst {path.name} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error
