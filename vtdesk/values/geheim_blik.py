"""One text, read once for all that is looked for in it: as it stands, and as it may be meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vtdesk.values.geheim_delen import Deel
from vtdesk.values.geheim_lezen import bloot, met_cijfers, met_letters, zoals_gezien
from vtdesk.values.geheim_woorden import taal
from vtdesk.values.typefout import KORTST, bijna, een_fout
from vtdesk.values.vouwen import vouw_met_plaats

_TITLE = re.compile(r"(?<![^\W\d_])(?:dr|drs|dokter|huisarts|mw|mevr|mevrouw|dhr|meneer) +$")
_AROUND = 60  # signs before and after a word that its pattern may want to see
_ENDS = ".!?…:\n•"
_NUMBER = 8  # digits, from which one other digit is an error and no other number
_POSTCODE = 6  # signs
_SHORT = 3  # letters of a street with its number
_RARE = 7  # letters, from which a misspelt word is no everyday word in lower case


@dataclass(frozen=True, slots=True)
class _Lezing:
    """One reading of a text, folded."""

    folded: str
    bare: str


class Blik:
    """Finds parts in one text, exactly and with one typing error."""

    def __init__(self, tekst: str, bekend: frozenset[str], open_namen: tuple[Deel, ...]) -> None:
        self._tekst, self._bekend = tekst, bekend
        folded, self._places = vouw_met_plaats(zoals_gezien(tekst))
        self._meant = _Lezing(folded, bloot(folded))
        digits, letters = met_cijfers(folded), met_letters(folded)
        self._digits = _Lezing(digits, bloot(digits)) if digits != folded else self._meant
        self._letters = _Lezing(letters, bloot(letters)) if letters != folded else self._meant
        self._inked: dict[int, list[int]] = {}
        self._open = [place for deel in open_namen for place in self._found(deel, self._meant)]

    def precies(self, deel: Deel) -> Iterator[tuple[int, int]]:
        """Find a part as it is, in any notation."""
        found = set(self._found(deel, self._meant))
        for reading in (self._digits, self._letters):
            if reading is not self._meant:
                found.update(self._found(deel, reading))
        for begin, end in sorted(found):
            if not (deel.zwak and self._is_open(begin, end)):
                yield begin, end

    def bijna(self, deel: Deel) -> Iterator[tuple[int, int]]:
        """Find a part with one typing error."""
        if deel.vast:
            return
        for begin, end in self._almost(deel):
            if not self._is_open(begin, end):
                yield begin, end

    def _found(self, deel: Deel, reading: _Lezing) -> Iterator[tuple[int, int]]:
        if deel.kern not in reading.bare:
            return
        for match in deel.patroon.finditer(reading.folded):
            begin = self._places[match.start()]
            if not deel.met_hoofdletter or self._tekst[begin].isupper():
                yield begin, self._places[match.end() - 1] + 1

    def _almost(self, deel: Deel) -> Iterator[tuple[int, int]]:
        digits = sum(sign.isdecimal() for sign in deel.kern)
        if digits >= _NUMBER or (digits and len(deel.kern) == _POSTCODE):
            yield from self._numbers(deel, self._digits)
        elif deel.nummer and len(deel.kern) >= _SHORT and deel.kern.isalpha():
            yield from self._houses(deel, self._digits)
        if len(deel.kern) >= KORTST and deel.kern.isalpha():
            yield from self._words(deel, self._meant)
            if self._letters is not self._meant:
                yield from self._words(deel, self._letters)

    def _numbers(self, deel: Deel, reading: _Lezing) -> Iterator[tuple[int, int]]:
        """Find a telephone number or a postcode in which one sign is another."""
        is_postcode = len(deel.kern) == _POSTCODE
        for begin, end, here in self._candidates(deel.kern, reading):
            after = reading.folded[end : end + 1]
            before = reading.folded[begin - 1 : begin] if begin else ""
            apart = not after.isalnum() if is_postcode else not after.isdecimal()
            if here != deel.kern and apart and not (is_postcode and before.isalnum()):
                yield self._places[begin], self._places[end - 1] + 1

    def _houses(self, deel: Deel, reading: _Lezing) -> Iterator[tuple[int, int]]:
        """Find a misspelt street before the very number."""
        for begin, end, here in self._candidates(deel.kern + deel.nummer, reading):
            name = here.removesuffix(deel.nummer)
            before = reading.folded[begin - 1 : begin] if begin else ""
            if (
                name.isalpha()
                and name not in (here, deel.kern)
                and een_fout(name, deel.kern)
                and not before.isalpha()
                and not reading.folded[end : end + 1].isdecimal()
                and not self._is_own_word(reading.folded[begin:end].rstrip(" 0123456789"), begin)
            ):
                yield self._places[begin], self._places[end - 1] + 1

    def _words(self, deel: Deel, reading: _Lezing) -> Iterator[tuple[int, int]]:
        for begin, end, here in self._candidates(deel.kern, reading):
            if here == deel.kern or not (here[0].isalpha() and here[-1].isalpha()):
                continue  # found already, or the number behind it
            before = reading.folded[begin - 1 : begin] if begin else ""
            if before.isalpha() or reading.folded[end : end + 1].isalpha():
                continue
            if self._is_it(deel, begin, end, reading.folded):
                yield self._places[begin], self._places[end - 1] + 1

    def _candidates(self, kern: str, reading: _Lezing) -> Iterator[tuple[int, int, str]]:
        found = list(bijna(kern, reading.bare))
        if not found:
            return
        inked = self._inked.get(id(reading))
        if inked is None:
            inked = [place for place, sign in enumerate(reading.folded) if sign != " "]
            self._inked[id(reading)] = inked
        for first, last in found:
            yield inked[first], inked[last - 1] + 1, reading.bare[first:last]

    def _is_it(self, deel: Deel, begin: int, end: int, folded: str) -> bool:
        here = self._places[begin]
        is_name = self._tekst[here].isupper()
        words = folded[begin:end].split()
        if deel.met_hoofdletter and not is_name and len(deel.kern) < _RARE:
            return False
        if all(word in self._bekend for word in words) or self._is_own_word(
            folded[begin:end], begin
        ):
            return False
        before = folded[max(begin - _AROUND, 0) : begin]
        mended = f"{before}{deel.kern}{folded[end : end + _AROUND]}"
        return any(
            match.start() <= len(before) < match.end() for match in deel.patroon.finditer(mended)
        )

    def _is_own_word(self, written: str, begin: int) -> bool:
        """Tell whether it is a word of the language, and so no error; with a capital it may be."""
        here = self._places[begin]
        if self._tekst[here].isupper() and not self._begins(here):
            return False
        if _TITLE.search(self._meant.folded[max(begin - _AROUND, 0) : begin]):
            return False  # who is called doctor has a name
        return all(word in taal() or not word.isalpha() for word in written.split())

    def _begins(self, place: int) -> bool:
        """Tell whether a sentence begins here, where every word has a capital."""
        before = self._tekst[:place].rstrip(" \"'“‘([")
        return not before or before[-1] in _ENDS

    def _is_open(self, begin: int, end: int) -> bool:
        return any(first <= begin and end <= last for first, last in self._open)
