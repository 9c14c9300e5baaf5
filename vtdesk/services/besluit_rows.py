"""Besluiten as the window shows them, and what a form holds of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vtdesk.errors import UserError
from vtdesk.models import Besluit
from vtdesk.services.besluit_gronden import (
    CasusUitspraken,
    Grond,
    gronden_from_json,
    gronden_now,
    gronden_then,
)
from vtdesk.services.tegenspraak import Antwoord, Vraag, antwoorden_from_json, vragen_from_json
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.values.casuskinds import BesluitSoort, BesluitStand, BesluitVervolg
from vtdesk.values.kinds import Letter
from vtdesk.values.tijd import local

Paar = tuple[str, str]


@dataclass(frozen=True, slots=True)
class BesluitGegevens:
    """What a form holds of a besluit."""

    soort: BesluitSoort
    datum: date
    uitkomst: str
    vervolg: BesluitVervolg | None = None  # only of a veiligheidsbeoordeling
    melding_id: UUID | None = None
    beslissers: tuple[str, ...] = ()
    opties: tuple[Paar, ...] = ()  # an option, and why not
    gronden: tuple[UUID, ...] = ()
    motivering: str = ""
    afwijkend: tuple[Paar, ...] = ()  # who, and what she thinks
    meelezer: str = ""


@dataclass(frozen=True, slots=True)
class Verteld:
    """Who was told of a besluit, when and how."""

    wie: str
    op: date
    hoe: str


@dataclass(frozen=True, slots=True)
class BesluitRow:
    """One besluit of a casus; its grounds carry letter and verification, final ones of then."""

    id: UUID
    version: int
    casus_id: UUID
    gegevens: BesluitGegevens
    gronden: tuple[Grond, ...]
    verteld: tuple[Verteld, ...]
    antwoorden: dict[str, Antwoord]
    vragen: tuple[Vraag, ...]  # of a final besluit, as they were answered
    stand: BesluitStand
    definitief_op: datetime | None

    @property
    def is_definitief(self) -> bool:
        """Tell whether it can no longer change."""
        return self.stand is BesluitStand.DEFINITIEF


def to_row(besluit: Besluit, boek: CasusUitspraken) -> BesluitRow:
    """Give a stored besluit as a row; `boek` holds the statements of the casus."""
    gegevens = BesluitGegevens(
        soort=besluit.soort,
        datum=besluit.datum,
        uitkomst=besluit.uitkomst,
        vervolg=besluit.vervolg,
        melding_id=besluit.melding_id,
        beslissers=tuple(besluit.beslissers),
        opties=_pairs(besluit.opties),
        gronden=tuple(UUID(one) for one in besluit.gronden),
        motivering=besluit.motivering,
        afwijkend=_pairs(besluit.afwijkend),
        meelezer=besluit.meelezer,
    )
    return BesluitRow(
        id=besluit.id,
        version=besluit.version,
        casus_id=besluit.casus_id,
        gegevens=gegevens,
        gronden=_gronden(besluit, gegevens, boek),
        verteld=tuple(Verteld(w, date.fromisoformat(op), h) for w, op, h in besluit.verteld),
        antwoorden=antwoorden_from_json(besluit.tegenspraak),
        vragen=vragen_from_json(besluit.tegenspraak),
        stand=besluit.stand,
        definitief_op=local(besluit.definitief_op) if besluit.definitief_op else None,
    )


def stored(gegevens: BesluitGegevens) -> dict[str, Any]:
    """Give the columns of what a form holds."""
    return {
        "soort": gegevens.soort,
        "datum": gegevens.datum,
        "uitkomst": gegevens.uitkomst.strip(),
        "vervolg": gegevens.vervolg,
        "melding_id": gegevens.melding_id,
        "beslissers": [one.strip() for one in gegevens.beslissers if one.strip()],
        "opties": [list(pair) for pair in gegevens.opties],
        "gronden": [str(one) for one in gegevens.gronden],
        "motivering": gegevens.motivering.strip(),
        "afwijkend": [list(pair) for pair in gegevens.afwijkend],
        "meelezer": gegevens.meelezer.strip(),
    }


def check(gegevens: BesluitGegevens, known: Mapping[UUID, UitspraakRow], today: date) -> None:
    """Refuse a besluit of tomorrow, on strange grounds, or on a hypothese."""
    if gegevens.datum > today:
        raise UserError("Deze dag is nog niet geweest. Leg vast wat al is besloten.")
    is_vb = gegevens.soort is BesluitSoort.VEILIGHEIDSBEOORDELING
    if gegevens.vervolg and not is_vb:
        raise UserError("Alleen een veiligheidsbeoordeling kiest wat er volgt.")
    if is_vb and gegevens.vervolg is None:
        raise UserError("Kies wat er op de veiligheidsbeoordeling volgt.")
    for ground in gegevens.gronden:
        if ground not in known:
            raise UserError("Deze uitspraak hoort niet bij deze casus.")
        if known[ground].regel.letter is Letter.HYPOTHESE:
            raise UserError("Een besluit steunt niet op een hypothese. Kies iets wat vaststaat.")


def check_final(row: BesluitRow, author: str) -> None:
    """Refuse to finalise what one person decided alone, or what rests on nothing."""
    gegevens = row.gegevens
    others = [one for one in gegevens.beslissers if one.casefold() != author.strip().casefold()]
    if len(gegevens.beslissers) < 2 or not others:  # noqa: PLR2004 (nobody decides alone)
        raise UserError("Een besluit neem je niet alleen. Vul in wie er nog meer besloten.")
    if not gegevens.meelezer:
        raise UserError("Vul in wie heeft meegelezen, zoals de gedragswetenschapper.")
    if not gegevens.opties:
        raise UserError("Schrijf op welke andere mogelijkheid er was, en waarom die niet.")
    if not row.gronden and not (gegevens.melding_id and gegevens.motivering):
        raise UserError(
            "Kies waar het besluit op steunt: uitspraken, of een melding met een motivering."
        )


def _gronden(
    besluit: Besluit, gegevens: BesluitGegevens, boek: CasusUitspraken
) -> tuple[Grond, ...]:
    if besluit.stand is BesluitStand.DEFINITIEF:
        return gronden_then(gegevens.gronden, boek, gronden_from_json(besluit.tegenspraak))
    return gronden_now(gegevens.gronden, boek)


def _pairs(stored_pairs: list[list[str]]) -> tuple[Paar, ...]:
    return tuple((first, second) for first, second in stored_pairs)
