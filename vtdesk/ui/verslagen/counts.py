"""What the side of the editor counts: how far each section is, and how many words each got."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from vtdesk.services.controle.punt import Punt
from vtdesk.values.kinds import Letter
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import (
    Alinea,
    Sectie,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    is_halve_zin,
    plain,
)

_TOLD = frozenset({Letter.VERKLARING, Letter.MENING})


class Stand(StrEnum):
    """How far a section is."""

    LEEG = "leeg"
    HALF = "half"
    KLAAR = "klaar"


class Counts:
    """Counts section by section; of one that did not change, what was counted before is given."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[Sectie, Counter[str]]] = {}
        self._written: dict[str, tuple[Sectie, tuple[str, ...], Stand]] = {}

    def section_states(
        self, tekst: Tekst, sjabloon: Sjabloon, punten: Iterable[Punt]
    ) -> dict[str, tuple[str, Stand]]:
        """Give heading and state of each section, in order, by its id."""
        open_ones = {punt.sectie_id for punt in punten if not (punt.klaar or punt.vrij)}
        known = {s.id: s for s in sjabloon.secties}
        found: dict[str, tuple[str, Stand]] = {}
        for sectie in tekst.secties:
            of = known.get(sectie.id)
            stand = self._stand(sectie, of.velden if of else ())
            if stand is Stand.KLAAR and not sectie.nvt and sectie.id in open_ones:
                stand = Stand.HALF
            found[sectie.id] = (of.kop if of else sectie.id.capitalize(), stand)
        return found

    def words_per_person(self, tekst: Tekst) -> list[tuple[str, int]]:
        """Count what people told and think, by who said it, most words first."""
        found: Counter[str] = Counter()
        for sectie in tekst.secties:
            kept = self._words.get(sectie.id)
            if kept is None or kept[0] is not sectie:
                kept = self._words[sectie.id] = sectie, _words(sectie)
            found.update(kept[1])
        return found.most_common()

    def _stand(self, sectie: Sectie, velden: tuple[str, ...]) -> Stand:
        kept = self._written.get(sectie.id)
        if kept is None or kept[0] is not sectie or kept[1] != velden:
            kept = self._written[sectie.id] = sectie, velden, _stand(sectie, velden)
        return kept[2]


def _words(sectie: Sectie) -> Counter[str]:
    found: Counter[str] = Counter()
    for regel in sectie.blokken:
        if not isinstance(regel, Uitspraakregel) or regel.letter not in _TOLD:
            continue
        if name := regel.bron.naam.strip():
            found[name] += len(plain(regel).split())
    return found


def _stand(sectie: Sectie, velden: tuple[str, ...]) -> Stand:
    """Tell how far a section is by its own words."""
    if sectie.is_leeg:
        return Stand.LEEG
    if sectie.nvt:
        return Stand.KLAAR
    if any(isinstance(blok, Alinea) and is_halve_zin(plain(blok)) for blok in sectie.blokken):
        return Stand.HALF
    notes = any(isinstance(blok, Werkaantekening) for blok in sectie.blokken)
    begun = [plain(blok).strip() for blok in sectie.blokken] if velden else []
    filled = [words for words in begun if words not in velden]
    unfilled = any(not any(words.startswith(veld) for words in filled) for veld in velden)
    return Stand.HALF if notes or unfilled else Stand.KLAAR
