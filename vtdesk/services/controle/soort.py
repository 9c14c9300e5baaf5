"""The checks that belong to one kind of document, as its template asks for them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Besluit, Verslag
from vtdesk.services.besluiten import ronde_van
from vtdesk.services.controle.checks import gedrukt
from vtdesk.services.controle.punt import Punt
from vtdesk.values.casuskinds import BesluitSoort, BesluitStand
from vtdesk.values.sjabloon import Controlesoort, Sjabloon
from vtdesk.values.tekst import Sectie, Tabelrij, Tekst, Uitspraakregel

WOORDEN, NIET_DOORGEVEN, TERUGGELEZEN = "woorden", "niet_doorgeven", "teruggelezen"
BESLUIT = "besluit"

_DAY = re.compile(
    r"\b\d{1,2}(?:[-/.]\d{1,2}\b|\s+(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„‘’'«»]\s*\w")
_ANSWERED = re.compile(r"\b(?:ge)?antwoord|\bgezegd\b|\buitgelegd\b|\bverteld\b", re.IGNORECASE)
_SECRET = re.compile(
    r"\b(?:beloofde?|beloof)\b(?P<what>[^.!?]*)", re.IGNORECASE
)  # what follows says whether it was a promise to keep silent
_SILENCE = re.compile(
    r"\bgeheim|\bniemand\b|\bniet\s+(?:door|verder|vertel|zeg|tegen)", re.IGNORECASE
)
_NEGATED = re.compile(r"\b(?:niets?|nooit|geen|niet)\s+$", re.IGNORECASE)
_ROW = ("wie", "wat", "wanneer", "wie kijkt")  # heads of what nobody could check without


def van_soort(
    session: Session, verslag: Verslag, tekst: Tekst, sjabloon: Sjabloon
) -> Iterator[Punt]:
    """Run the checks that this kind asks for."""
    asked = frozenset(sjabloon.controles)
    if Controlesoort.KINDGESPREK in asked:
        yield from kindgesprek(tekst)
    if Controlesoort.TERUGLEZEN in asked:
        yield from teruglezen(tekst)
    if Controlesoort.VEILIGHEIDSPLAN in asked:
        yield from veiligheidsplan(tekst, sjabloon)
    if Controlesoort.TEGENSPRAAK in asked:
        yield replace(_tegenspraak(session, verslag), sectie_id=_where_it_was_decided(sjabloon))


def kindgesprek(tekst: Tekst) -> Iterator[Punt]:
    """The child's own words stand there, nothing was promised, and every wish was answered."""
    found = [*_own_words(tekst), *_wishes(tekst), *_promises(tekst)]
    yield from found
    if not found:
        yield Punt("kindgesprek", "Eigen woorden, en geen geheim beloofd", klaar=True)


def teruglezen(tekst: Tekst) -> Iterator[Punt]:
    """An informant reads back what is written down, on a day that is named."""
    sectie = _sectie(tekst, TERUGGELEZEN)
    if sectie is None:
        return
    if sectie.nvt or _DAY.search(gedrukt(sectie)):
        yield Punt("teruglezen", "Teruggelezen door de informant", klaar=True)
    else:
        yield Punt("teruglezen", "Nog niet teruggelezen door de informant", klaar=False,
                   sectie_id=sectie.id)  # fmt: skip


def veiligheidsplan(tekst: Tekst, sjabloon: Sjabloon) -> Iterator[Punt]:
    """Of each afspraak it is said who, what, when, and who looks whether it is done."""
    is_whole = True
    for sectie in tekst.secties:
        heads = [head.casefold() for head in sjabloon.sectie(sectie.id).kolommen]
        if not set(_ROW) <= set(heads):
            continue
        for number, cells in enumerate(_rows(sectie), 1):
            missing = [head for head in _ROW if not _cell(cells, heads.index(head))]
            if missing:
                is_whole = False
                yield Punt(
                    f"veiligheidsplan/{sectie.id}/{number}",
                    f"Afspraak {number} zonder {', '.join(missing)}",
                    klaar=False,
                    sectie_id=sectie.id,
                )
    if is_whole:
        yield Punt("veiligheidsplan", "Elke afspraak met wie, wat, wanneer en wie kijkt",
                   klaar=True)  # fmt: skip


def _tegenspraak(session: Session, verslag: Verslag) -> Punt:
    """The round of the besluit that this document tells of must be answered."""
    query = select(Besluit).where(
        Besluit.casus_id == verslag.casus_id, Besluit.soort == BesluitSoort.ONDERZOEK
    )
    besluit = session.scalars(query.order_by(Besluit.datum.desc())).first()
    if besluit is None:
        return Punt("tegenspraak", "Er is nog geen besluit vastgelegd bij dit onderzoek",
                    klaar=False)  # fmt: skip
    if besluit.stand is not BesluitStand.DEFINITIEF and (
        open_ones := ronde_van(session, besluit).open
    ):
        number = "1 vraag" if len(open_ones) == 1 else f"{len(open_ones)} vragen"
        return Punt("tegenspraak", f"Tegenspraakronde: nog {number} open", klaar=False, moet=True)
    return Punt("tegenspraak", "Tegenspraakronde gedaan", klaar=True)


def _where_it_was_decided(sjabloon: Sjabloon) -> str:
    return next((s.id for s in sjabloon.secties if s.id == BESLUIT), "")


def _own_words(tekst: Tekst) -> Iterator[Punt]:
    sectie = _sectie(tekst, WOORDEN)
    if sectie is None or sectie.is_leeg or sectie.nvt:
        return  # an empty part has a point of its own
    told = any(isinstance(blok, Uitspraakregel) for blok in sectie.blokken)
    if not told and not _QUOTED.search(gedrukt(sectie)):
        yield Punt("kindgesprek/woorden", "Geen letterlijke woorden van het kind", klaar=False,
                   sectie_id=sectie.id)  # fmt: skip


def _wishes(tekst: Tekst) -> Iterator[Punt]:
    sectie = _sectie(tekst, NIET_DOORGEVEN)
    if sectie is None or sectie.is_leeg or sectie.nvt:
        return
    if not _ANSWERED.search(gedrukt(sectie)):
        yield Punt("kindgesprek/antwoord", "Er staat niet wat het kind daarop te horen kreeg",
                   klaar=False, sectie_id=sectie.id)  # fmt: skip


def _promises(tekst: Tekst) -> Iterator[Punt]:
    """Never promise secrecy to a child; who did says so, and what was done about it."""
    for sectie in tekst.secties:
        words = gedrukt(sectie)
        for found in _SECRET.finditer(words):
            denied = _NEGATED.search(words[: found.start()])
            if _SILENCE.search(found["what"]) and not denied:
                yield Punt(f"kindgesprek/geheim/{sectie.id}", "Hier lijkt een geheim beloofd",
                           klaar=False, sectie_id=sectie.id)  # fmt: skip
                break


def _rows(sectie: Sectie) -> list[tuple[str, ...]]:
    rows = [blok.cellen for blok in sectie.blokken if isinstance(blok, Tabelrij)]
    return [cells for cells in rows if any(cell.strip() for cell in cells)]


def _cell(cells: tuple[str, ...], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _sectie(tekst: Tekst, sectie_id: str) -> Sectie | None:
    return next((s for s in tekst.secties if s.id == sectie_id), None)
