"""Where a question is answered in a text: the words to make bold, and the sentence around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vtdesk.values.buiging import vormen
from vtdesk.values.nummers import nummers
from vtdesk.values.vouwen import Woord, vouw, woorden_met_plaats
from vtdesk.values.zoekvraag import WIDENED, Zoekvraag

LONGEST = 220  # signs of a sentence that is shown whole
BEFORE = 70  # signs before the first hit in a longer one
_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+")

Bereik = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gemerkt:
    """A piece of text and the places in it that answer the question."""

    tekst: str
    vet: tuple[Bereik, ...] = ()


@dataclass(frozen=True, slots=True)
class _Merk:
    begin: int
    einde: int
    welk: int  # which part of the question


class Merker:
    """Finds the parts of one question in texts, as the index found them."""

    def __init__(self, vraag: Zoekvraag) -> None:
        self._wide = [vormen(t) for t in vraag.termen if len(t) >= WIDENED]
        self._short = [t for t in vraag.termen if len(t) < WIDENED]
        self._literal = vraag.zinnen
        self._numbers = vraag.nummers

    def merk(self, tekst: str) -> Gemerkt:
        """Mark a whole text."""
        return Gemerkt(tekst, _ranges(self._marks(tekst)))

    def zin(self, regels: Sequence[str]) -> Gemerkt:
        """Give the first sentence that answers most; the first of all when none does."""
        best = Gemerkt(next((regel for regel in regels if regel.strip()), ""))
        most = 0
        for regel in regels:
            for sentence in _sentences(regel):
                if self._at_most(sentence) <= most:
                    continue
                marks = self._marks(sentence)
                answered = len({mark.welk for mark in marks})
                if answered > most:
                    best, most = Gemerkt(sentence, _ranges(marks)), answered
                    if most == self._parts():
                        return _short(best)
        return _short(best)

    def _parts(self) -> int:
        return len(self._wide) + len(self._short) + len(self._literal) + len(self._numbers)

    def _at_most(self, sentence: str) -> int:
        """Count what a sentence may answer, without looking at each of its words."""
        folded = vouw(sentence)
        return (
            sum(any(form in folded for form in forms) for forms in self._wide)
            + sum(short in folded for short in self._short)
            + sum(literal[0] in folded for literal in self._literal)
            + len(self._numbers)
        )

    def _marks(self, tekst: str) -> list[_Merk]:
        words = woorden_met_plaats(tekst)
        marks = [
            _Merk(word.begin, word.einde, number)
            for word in words
            for number, fits in enumerate(self._fitting(word.gevouwen))
            if fits
        ]
        first = len(self._wide) + len(self._short)
        for number, literal in enumerate(self._literal, first):
            marks += [_Merk(a, b, number) for a, b in _together(words, literal)]
        for number, digits in enumerate(self._numbers, first + len(self._literal)):
            marks += [
                _Merk(found.begin, found.einde, number)
                for found in nummers(tekst)
                if digits in found.cijfers
            ]
        return marks

    def _fitting(self, word: str) -> Iterator[bool]:
        for forms in self._wide:
            yield any(form in word for form in forms)
        for short in self._short:
            yield word == short


def _together(words: Sequence[Woord], literal: Sequence[str]) -> Iterator[Bereik]:
    """Find words that stand next to each other."""
    size = len(literal)
    for place in range(len(words) - size + 1):
        if all(words[place + n].gevouwen == part for n, part in enumerate(literal)):
            yield words[place].begin, words[place + size - 1].einde


def _sentences(regel: str) -> Iterator[str]:
    begin = 0
    for match in _END.finditer(regel):
        yield regel[begin : match.end()].strip()
        begin = match.end()
    if rest := regel[begin:].strip():
        yield rest


def _ranges(marks: Sequence[_Merk]) -> tuple[Bereik, ...]:
    """Join what overlaps, from left to right."""
    found: list[Bereik] = []
    for begin, einde in sorted((mark.begin, mark.einde) for mark in marks):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], einde))
        else:
            found.append((begin, einde))
    return tuple(found)


def _short(zin: Gemerkt) -> Gemerkt:
    """Cut a long sentence around its first hit, between words where there are any."""
    if len(zin.tekst) <= LONGEST:
        return zin
    first = zin.vet[0][0] if zin.vet else 0
    begin = max(0, first - BEFORE)
    if begin:
        begin = zin.tekst.find(" ", begin, first) + 1 or begin
    einde = min(len(zin.tekst), begin + LONGEST)
    front = "… " if begin else ""
    back = " …" if einde < len(zin.tekst) else ""
    moved = len(front) - begin
    return Gemerkt(
        f"{front}{zin.tekst[begin:einde].strip()}{back}",
        tuple((a + moved, min(b, einde) + moved) for a, b in zin.vet if begin <= a < einde),
    )
