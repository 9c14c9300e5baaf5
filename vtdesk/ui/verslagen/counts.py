"""What the side of the editor counts: how far each section is, and how many words each got."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from vtdesk.services.controle import Punt
from vtdesk.values.kinds import Letter
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Sectie, Tekst, Werkaantekening, plain

_TOLD = frozenset({Letter.VERKLARING, Letter.MENING})


class Stand(StrEnum):
    """How far a section is."""

    LEEG = "leeg"
    HALF = "half"
    KLAAR = "klaar"


def section_states(
    tekst: Tekst, sjabloon: Sjabloon, punten: Iterable[Punt]
) -> dict[str, tuple[str, Stand]]:
    """Give heading and state of each section, in order, by its id."""
    open_ones = {punt.sectie_id for punt in punten if not (punt.klaar or punt.vrij)}
    known = {s.id: s for s in sjabloon.secties}
    return {
        sectie.id: (
            known[sectie.id].kop if sectie.id in known else sectie.id.capitalize(),
            _stand(sectie, known[sectie.id].velden if sectie.id in known else (), open_ones),
        )
        for sectie in tekst.secties
    }


def words_per_person(tekst: Tekst) -> list[tuple[str, int]]:
    """Count what people told and think, by who said it, most words first."""
    found: Counter[str] = Counter()
    for regel in tekst.uitspraken():
        if regel.letter in _TOLD and (name := regel.bron.naam.strip()):
            found[name] += len(plain(regel).split())
    return found.most_common()


def _stand(sectie: Sectie, velden: tuple[str, ...], open_ones: set[str]) -> Stand:
    if sectie.is_leeg:
        return Stand.LEEG
    if sectie.nvt:
        return Stand.KLAAR
    notes = any(isinstance(blok, Werkaantekening) for blok in sectie.blokken)
    begun = [plain(blok) for blok in sectie.blokken]
    unfilled = any(not any(words.startswith(veld) for words in begun) for veld in velden)
    return Stand.HALF if notes or unfilled or sectie.id in open_ones else Stand.KLAAR
