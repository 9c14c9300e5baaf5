"""The last guard before something leaves: every notation of what is shielded, and one typing error.

`Geheim` knows the telling parts and every notation of them; here a misspelt one counts as well,
and so does the kind of a shielded place: who reads "zwembad" beside a name knows where to wait. It
looks where a telling word almost stands, mends the error, and lets the same pattern judge.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from vtdesk import resources
from vtdesk.values.geheim import Geheim, los_van_volgende
from vtdesk.values.geheim_delen import Deel, straat_delen, woord_deel
from vtdesk.values.geheim_woorden import VERBINDING
from vtdesk.values.kinds import AfgeschermdSoort
from vtdesk.values.typefout import KORTST, bijna
from vtdesk.values.uitgaand import WegReden
from vtdesk.values.vouwen import vouw, vouw_met_plaats, woorden

_AROUND = 60  # signs before and after a word that its pattern may want to see
_ENDS = ".!?…:\n•"
_PLEKKEN = (AfgeschermdSoort.PLEK, AfgeschermdSoort.WOORD)


@dataclass(frozen=True, slots=True)
class Bewaakt:
    """One shielded fact, and what to call it without saying it."""

    geheim: Geheim
    van: str  # "het geheime adres van Loes"
    reden: WegReden
    zwak: tuple[Deel, ...] = ()  # words that tell only beside the people of this casus


@dataclass(frozen=True, slots=True)
class Vondst:
    """One place in a text that gives a fact away."""

    begin: int
    einde: int
    bewaakt: Bewaakt
    typefout: bool = False


def bewaakt(
    waarde: str, soort: AfgeschermdSoort, van: str, reden: WegReden, bekend: Iterable[str]
) -> Bewaakt:
    """Guard one shielded value; of a place every longer word counts, also what kind it is."""
    known = list(bekend)
    more: tuple[Deel, ...] = ()
    if soort is AfgeschermdSoort.ADRES:
        more = tuple(straat_delen(waarde, frozenset(word for n in known for word in woorden(n))))
    elif soort in _PLEKKEN:
        more = tuple(
            woord_deel(word)
            for word in woorden(waarde)
            if len(word) >= KORTST and word.isalpha() and word not in VERBINDING
        )
    return Bewaakt(Geheim.van([waarde], known), van, reden, more)


class Wacht:
    """Finds in a text what gives any of some facts away."""

    def __init__(self, feiten: Iterable[Bewaakt], bekend: Iterable[str] = ()) -> None:
        self.feiten = tuple(feiten)
        self._delen = [
            (one, deel) for one in self.feiten for deel in (*one.geheim.delen, *one.zwak)
        ]
        self._bekend = frozenset(word for name in bekend for word in woorden(name))

    def zoek(self, tekst: str) -> list[Vondst]:
        """List every place, in reading order; of places that overlap only the first."""
        if not self.feiten or not tekst:
            return []
        looks = [_Blik(one, self._bekend) for one in {tekst, los_van_volgende(tekst)}]
        found = [
            Vondst(*place, fact)
            for fact, deel in self._delen
            for look in looks
            for place in look.precies(deel)
        ]
        taken = [(one.begin, one.einde) for one in found]
        found += [
            Vondst(*place, fact, typefout=True)
            for fact, deel in self._delen
            for look in looks
            for place in look.bijna(deel)
            if not any(begin < place[1] and place[0] < end for begin, end in taken)
        ]
        return _apart(found)

    def staat_in(self, tekst: str) -> bool:
        """Tell whether a text gives any of them away."""
        return bool(self.zoek(tekst))


class _Blik:
    """One text, folded once for all that is looked for in it."""

    def __init__(self, tekst: str, bekend: frozenset[str]) -> None:
        self._tekst, self._bekend = tekst, bekend
        self._folded, self._places = vouw_met_plaats(tekst)
        self._inked = [place for place, sign in enumerate(self._folded) if sign != " "]
        self._bare = self._folded.replace(" ", "")

    def precies(self, deel: Deel) -> Iterator[tuple[int, int]]:
        """Find a part as it is, in any notation."""
        if deel.kern not in self._bare:
            return
        for match in deel.patroon.finditer(self._folded):
            begin = self._places[match.start()]
            if not deel.met_hoofdletter or self._tekst[begin].isupper():
                yield begin, self._places[match.end() - 1] + 1

    def bijna(self, deel: Deel) -> Iterator[tuple[int, int]]:
        """Find a part with one typing error."""
        if len(deel.kern) < KORTST or not deel.kern.isalpha():
            return
        for first, last in bijna(deel.kern, self._bare):
            here = self._bare[first:last]
            if here == deel.kern or not (here[0].isalpha() and here[-1].isalpha()):
                continue  # found already, or the number behind it
            begin, end = self._inked[first], self._inked[last - 1] + 1
            if self._is_whole(begin, end) and self._is_it(deel, begin, end):
                yield self._places[begin], self._places[end - 1] + 1

    def _is_whole(self, begin: int, end: int) -> bool:
        """Tell whether it stands apart from the letters around it."""
        before = begin > 0 and self._folded[begin - 1].isalpha()
        return not before and not self._folded[end : end + 1].isalpha()

    def _is_it(self, deel: Deel, begin: int, end: int) -> bool:
        here = self._places[begin]
        is_name = self._tekst[here].isupper()
        if deel.met_hoofdletter and not is_name:
            return False
        words = self._folded[begin:end].split()
        if all(word in self._bekend for word in words):
            return False
        if (not is_name or self._begins(here)) and all(map(_is_word, words)):
            return False  # a word of its own, and no error
        before = self._folded[max(begin - _AROUND, 0) : begin]
        mended = f"{before}{deel.kern}{self._folded[end : end + _AROUND]}"
        return any(
            match.start() <= len(before) < match.end() for match in deel.patroon.finditer(mended)
        )

    def _begins(self, place: int) -> bool:
        """Tell whether a sentence begins here, where every word has a capital."""
        before = self._tekst[:place].rstrip(" \"'“‘([")
        return not before or before[-1] in _ENDS


def _apart(found: list[Vondst]) -> list[Vondst]:
    kept: list[Vondst] = []
    for one in sorted(found, key=lambda vondst: (vondst.begin, -vondst.einde)):
        if not kept or one.begin >= kept[-1].einde:
            kept.append(one)
    return kept


def _is_word(word: str) -> bool:
    return word in _words() or not word.isalpha()


@cache
def _words() -> frozenset[str]:
    """Read the words of the language, folded; who types one of them made no error.

    Names of people and places are among them with a capital: those may well be an error.
    """
    lines = resources.path("spelling", "nl.dic").read_text(encoding="utf-8").splitlines()[1:]
    written = (re.split(r"[/\t]", line, maxsplit=1)[0] for line in lines)
    return frozenset(vouw(word).strip() for word in written if not word[:1].isupper())
