"""The rules of statements, as functions over plain rows: no store, no clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import Uitspraakregel, plain

GROND = frozenset({Letter.FEIT, Letter.VERKLARING})
VERVALLEN = frozenset({Verificatie.WEERLEGD, Verificatie.INGETROKKEN})
_WOORD = {Verificatie.WEERLEGD: "Weerlegd", Verificatie.INGETROKKEN: "Ingetrokken"}


class Stelling(Protocol):
    """What the rules need to know of a statement."""

    @property
    def regel(self) -> Uitspraakregel:
        """Give the statement as it stands in a text."""

    @property
    def thema(self) -> str:
        """Give what it is about, in a word."""

    @property
    def reactie_op_id(self) -> UUID | None:
        """Give the statement that it answers."""


class Rustend(Protocol):
    """What rests on other statements."""

    @property
    def id(self) -> UUID:
        """Give which statement it is."""

    @property
    def steunt_op(self) -> tuple[UUID, ...]:
        """Give on what it rests."""


class Steun(StrEnum):
    """How well a duiding stands."""

    GEEN = "geen"
    VERVALLEN = "vervallen"
    VAN_HOREN_ZEGGEN = "van_horen_zeggen"
    GOED = "goed"


@dataclass(frozen=True, slots=True)
class Gat:
    """Somebody about whom something was told, and who was not heard about it."""

    uitspraak_id: UUID
    persoon_id: UUID
    thema: str


@dataclass(frozen=True, slots=True)
class Steunlijn:
    """That a statement rests on others."""

    id: UUID
    steunt_op: tuple[UUID, ...]


def met_woord(regel: Uitspraakregel) -> str:
    """Give the words of a statement; refuted or withdrawn ones never without that word."""
    woord = _WOORD.get(regel.verificatie)
    return f"{woord}: {plain(regel)}" if woord else plain(regel)


def steun(duiding: Uitspraakregel, bekend: Mapping[UUID, Uitspraakregel]) -> Steun:
    """Tell on what a duiding stands: at least one feit or verklaring that still holds."""
    gronden = [bekend[i] for i in duiding.steunt_op if i in bekend and bekend[i].letter in GROND]
    if not gronden:
        return Steun.GEEN
    staand = [grond for grond in gronden if grond.verificatie not in VERVALLEN]
    if not staand:
        return Steun.VERVALLEN
    if all(grond.bron.van_horen_zeggen for grond in staand):
        return Steun.VAN_HOREN_ZEGGEN
    return Steun.GOED


def steunend_op(uitspraak_id: UUID, regels: Iterable[Rustend]) -> frozenset[UUID]:
    """Find all that rests on a statement, also by way of another."""
    alle = list(regels)
    gevonden: set[UUID] = set()
    nieuw = {uitspraak_id}
    while nieuw:
        nieuw = {r.id for r in alle if nieuw.intersection(r.steunt_op)} - gevonden - {uitspraak_id}
        gevonden |= nieuw
    return frozenset(gevonden)


def wederhoor_gaten(rows: Sequence[Stelling], te_horen: Iterable[UUID]) -> list[Gat]:
    """Find whom to ask: a verklaring about a person, and no word of that person about it.

    A word is a reaction to that statement, or a statement under the same theme; said in person.
    """
    wanted = frozenset(te_horen)
    eigen = [row for row in rows if not row.regel.bron.van_horen_zeggen]
    gehoord = {(row.regel.bron.persoon_id, row.thema) for row in eigen if row.thema}
    reacties = {(row.regel.bron.persoon_id, row.reactie_op_id) for row in eigen}
    return [
        Gat(row.regel.id, persoon_id, row.thema)
        for row in rows
        if row.regel.letter is Letter.VERKLARING and row.regel.verificatie not in VERVALLEN
        for persoon_id in row.regel.over
        if persoon_id in wanted
        and persoon_id != row.regel.bron.persoon_id
        and (persoon_id, row.thema) not in gehoord
        and (persoon_id, row.regel.id) not in reacties
    ]
