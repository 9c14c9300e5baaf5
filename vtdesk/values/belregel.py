"""One line about a phone call, such as `onbekend 4x voicemail moeder paniek`, taken apart.

Every part that is understood is shown as a chip; what is not understood stays as it was typed.
The parts lie side by side and leave out nothing but the air between them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import time

from vtdesk.errors import UserError
from vtdesk.values.belwoorden import Deel, gevouwen, woorden
from vtdesk.values.dagkinds import BelSpoed
from vtdesk.values.telefoonnummer import lees, leesbaar

__all__ = ["Belregel", "Beltijd", "Chip", "Deel", "parse"]

MINST = 6  # digits of what may be a number
_KEREN_HOOGST = 999
_STUKKEN = 12  # pieces between spaces in which a number is looked for


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the line: what it says, and where it stands."""

    deel: Deel
    tekst: str
    begin: int
    einde: int


@dataclass(frozen=True, slots=True)
class Beltijd:
    """A time in the line; `om` and `na` say that it is for calling back."""

    tijd: time
    terug: bool = False
    na: bool = False


@dataclass(frozen=True, slots=True)
class Belregel:
    """What was understood of the line; `chips` hold all of it."""

    regel: str
    chips: tuple[Chip, ...] = ()
    nummer: str = ""  # E.164
    bezwaar: str = ""  # why a number in it cannot be read
    onbekend: bool = False
    keren: int = 1
    tijden: tuple[Beltijd, ...] = ()
    voicemail: bool = False
    wie: str = ""
    spoed: BelSpoed | None = None
    rest: str = ""


def parse(regel: str, namen: Collection[str] = ()) -> Belregel:
    """Take a line apart; `namen` are folded words that are names of people in the casussen."""
    if not regel.strip():
        return Belregel(regel)
    held = _Regel(regel, frozenset(namen))
    held.find()
    return held.outcome()


_WOORD = re.compile(r"\S+")
_KEREN = re.compile(r"(?<![\d:.,/+-])(\d{1,3})\s?([^\W\d_]+|×)(?!\w)")
_KLOK = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])(?::|u|\.)([0-5]\d)(?![\d:])")
_RIJ = re.compile(r"(?:\+|\(|\b)\d(?:[ \u00a0()./\u2010-\u2013-]{0,3}\d)+")
_LEIDT_IN = re.compile(r"^[+(]*0|^\+")


class _Regel:
    """The line while it is taken apart; each place belongs to one part."""

    def __init__(self, regel: str, namen: frozenset[str]) -> None:
        self._regel = regel
        self._namen = namen
        self._woorden = woorden()
        self._chips: list[Chip] = []
        self._taken = bytearray(len(regel))  # 1 where a part lies
        self._keren = 1
        self._tijden: list[tuple[int, Beltijd]] = []
        self._nummer = ""
        self._bezwaar = ""

    def find(self) -> None:
        """Find all that is understood: what can be taken for something else comes first."""
        self._find_keren()
        self._find_klok(":u")
        self._find_nummers()
        self._find_klok(".")
        self._find_woorden()
        self._find_namen()

    def outcome(self) -> Belregel:
        """Join what was found to one answer."""
        self._keep_rest()
        chips = tuple(sorted(self._chips, key=lambda chip: chip.begin))
        said = {chip.deel for chip in chips}
        urgent = [
            self._woorden.spoed[gevouwen(chip.tekst)] for chip in chips if chip.deel is Deel.SPOED
        ]
        return Belregel(
            regel=self._regel,
            chips=chips,
            nummer=self._nummer,
            bezwaar="" if self._nummer or Deel.ONBEKEND in said else self._bezwaar,
            onbekend=Deel.ONBEKEND in said,
            keren=self._keren,
            tijden=tuple(tijd for _, tijd in sorted(self._tijden, key=lambda one: one[0])),
            voicemail=Deel.VOICEMAIL in said,
            wie=", ".join(chip.tekst for chip in chips if chip.deel is Deel.WIE),
            spoed=min(urgent, key=list(BelSpoed).index) if urgent else None,
            rest=_joined(chips, Deel.REST),
        )

    def _find_keren(self) -> None:
        for match in _KEREN.finditer(self._regel):
            if match.group(2).casefold() in self._woorden.keren and int(match.group(1)):
                self._keren = min(_KEREN_HOOGST, int(match.group(1)))
                self._take(Deel.KEREN, *match.span())
                return

    def _find_klok(self, signs: str) -> None:
        for match in _KLOK.finditer(self._regel):
            begin, end = match.span()
            if self._regel[match.end(1)] not in signs or any(self._taken[begin:end]):
                continue
            before = self._word_before(begin)
            word = gevouwen(self._regel[before:begin])
            terug = word in self._woorden.om or word in self._woorden.na
            clock = time(int(match.group(1)), int(match.group(2)))
            beltijd = Beltijd(clock, terug, na=word in self._woorden.na)
            self._tijden.append((begin, beltijd))
            self._take(Deel.TIJD, before if terug else begin, end)

    def _word_before(self, place: int) -> int:
        """Give where the word before this place begins."""
        head = self._regel[max(0, place - 20) : place].rstrip()
        begin = max(0, place - 20) + max(head.rfind(" "), head.rfind(",")) + 1
        return place if any(self._taken[begin:place]) else begin

    def _find_nummers(self) -> None:
        for match in _RIJ.finditer(self._regel):
            for begin, end in self._free(*match.span()):
                if not self._nummer and sum(map(str.isdecimal, self._regel[begin:end])) >= MINST:
                    self._read_nummer(begin, end)

    def _free(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Give the stretches of a row of digits that no other part took."""
        start = begin
        for place in range(begin, end + 1):
            if place == end or self._taken[place]:
                if place > start:
                    yield start, place
                start = place + 1

    def _read_nummer(self, begin: int, end: int) -> None:
        """Read the longest piece that is a number; say why not when it only looks like one."""
        pieces = [
            (begin + m.start(), begin + m.end()) for m in _WOORD.finditer(self._regel[begin:end])
        ][:_STUKKEN]
        spans = [
            (pieces[one][0], pieces[other][1])
            for one in range(len(pieces))
            for other in range(one, len(pieces))
        ]
        for start, stop in sorted(spans, key=lambda span: span[0] - span[1]):
            typed = self._regel[start:stop]
            if found := leesbaar(typed):
                self._nummer = found
                self._take(Deel.NUMMER, start, stop)
                return
        typed = self._regel[begin:end].strip()
        if _LEIDT_IN.match(typed):
            try:
                lees(typed)
            except UserError as error:
                self._bezwaar = str(error)
            self._take(Deel.NUMMER, begin, end)

    def _find_woorden(self) -> None:
        """Find the known words, the longest expression first at each place."""
        spots = self._spots()
        place = 0
        while place < len(spots):
            place += self._take_words(spots, place) or 1

    def _take_words(self, spots: list[tuple[int, int]], place: int) -> int:
        """Take the known words that begin at this spot; tell how many they are."""
        for many in range(min(self._woorden.langst, len(spots) - place), 0, -1):
            begin, end = spots[place][0], spots[place + many - 1][1]
            deel = self._woorden.van.get(gevouwen(self._regel[begin:end]))
            if deel is not None and not any(self._taken[begin:end]):
                self._take(deel, begin, end)
                return many
        return 0

    def _find_namen(self) -> None:
        """Find who it is: the first role or name, with what stands beside it, as in `juf Tess`."""
        roles = {chip.begin: chip for chip in self._chips if chip.deel is Deel.WIE}
        spots = self._spots()
        runs: list[tuple[int, int]] = []
        place = 0
        while place < len(spots):
            past, end = self._name_from(spots, place, roles)
            if past > place:
                runs.append((spots[place][0], end))
            place = max(past, place + 1)
        self._chips = [chip for chip in self._chips if chip.deel is not Deel.WIE]
        for chip in roles.values():
            self._taken[chip.begin : chip.einde] = bytes(chip.einde - chip.begin)
        for begin, end in self._side_by_side(runs):
            self._take(Deel.WIE, begin, end)

    def _name_from(
        self, spots: list[tuple[int, int]], place: int, roles: Mapping[int, Chip]
    ) -> tuple[int, int]:
        """Follow a name from here; give the spot after it, and where it ends in the line."""
        past, end = place, 0
        for number in range(place, len(spots)):
            begin, word_end = spots[number]
            held = roles.get(begin)
            if held is not None or self._is_naam(spots, number):
                past, end = number + 1, held.einde if held else word_end
                if self._regel[word_end - 1] in ",;:":
                    break
            elif past == place or not self._joins(begin, word_end):
                break
        return past, end

    def _joins(self, begin: int, end: int) -> bool:
        """Tell whether a word may stand inside a name, such as `van`."""
        return not self._taken[begin] and gevouwen(self._regel[begin:end]) in self._woorden.tussen

    def _is_naam(self, spots: list[tuple[int, int]], number: int) -> bool:
        begin, end = spots[number]
        word = gevouwen(self._regel[begin:end])
        if not word or self._taken[begin]:
            return False
        capital = self._regel[begin].isupper()
        if capital and word in self._woorden.tussen:  # De Kompasroos
            return number + 1 < len(spots) and self._regel[spots[number + 1][0]].isupper()
        return word not in self._woorden.geen_naam and (capital or word in self._namen)

    def _side_by_side(self, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Keep the first run, and those that follow it with only a comma between."""
        last: int | None = None
        for begin, end in runs:
            if last is not None and self._regel[last:begin].strip(" \u00a0,;"):
                return
            bare = self._regel[begin:end].rstrip(",;:")
            yield begin, begin + len(bare)
            last = begin + len(bare)

    def _spots(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WOORD.finditer(self._regel)]

    def _take(self, deel: Deel, begin: int, end: int) -> None:
        """Let a part of the line be this; signs at its end belong to what is left."""
        typed = self._regel[begin:end]
        end -= len(typed) - len(typed.rstrip(" \u00a0,;"))
        self._taken[begin:end] = b"\x01" * (end - begin)
        self._chips.append(Chip(deel, self._regel[begin:end], begin, end))

    def _keep_rest(self) -> None:
        for begin, end in list(self._free(0, len(self._regel))):
            typed = self._regel[begin:end]
            bare = typed.strip()
            if bare:
                start = begin + len(typed) - len(typed.lstrip())
                self._chips.append(Chip(Deel.REST, bare, start, start + len(bare)))


def _joined(chips: Iterable[Chip], deel: Deel) -> str:
    """Join what parts of one kind say, without the commas between them."""
    parts = (chip.tekst.strip(" \u00a0,;") for chip in chips if chip.deel is deel)
    return " ".join(filter(None, parts))
