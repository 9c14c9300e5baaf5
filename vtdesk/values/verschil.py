"""What differs between two texts, by words: first which blocks, then which words in them.

Most blocks are the same in both, so words are only compared in the blocks that are not.
"""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from vtdesk.values.tekst import (
    Alinea,
    Blok,
    Lijstpunt,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    is_open,
    plain,
)

MOST_WORDS = 600  # of one block; two longer ones are shown whole, one after the other
ALIKE = 0.5  # of the words; blocks that share less are two things, not one that changed
NEAR = 12  # blocks further on; who moved more than that has written something else


class Soort(StrEnum):
    """What became of words."""

    GELIJK = "gelijk"
    WEG = "weg"
    ERBIJ = "erbij"


@dataclass(frozen=True, slots=True)
class Stuk:
    """Words that share what became of them."""

    soort: Soort
    woorden: str


@dataclass(frozen=True, slots=True)
class Regel:
    """One block of a text as it is read: the part it stands in, what it is, its words."""

    sectie_id: str
    merk: str
    woorden: str


@dataclass(frozen=True, slots=True)
class Verschilregel:
    """One block, and what became of its words."""

    sectie_id: str
    merk: str
    stukken: tuple[Stuk, ...]

    @property
    def soort(self) -> Soort | None:
        """Tell what became of the whole block; None when only a part of it changed."""
        kinds = {stuk.soort for stuk in self.stukken}
        return kinds.pop() if len(kinds) == 1 else None


def regels(tekst: Tekst) -> tuple[Regel, ...]:
    """Lay a text out in lines that can be compared."""
    return tuple(_lines(tekst))


def verschil(oud: Tekst, nieuw: Tekst) -> tuple[Verschilregel, ...]:
    """Say block by block what became of the old text."""
    before, after = regels(oud), regels(nieuw)
    found: list[Verschilregel] = []
    for same, old, new in _stretches(before, after):
        if same:
            found += [_whole(regel, Soort.GELIJK) for regel in after[new]]
        else:
            found += _changed(before[old], after[new])
    return tuple(one for one in found if not _only_asks(one))


def _only_asks(regel: Verschilregel) -> bool:
    """Tell whether a point came or went that nobody had answered: the form puts it there."""
    is_other = regel.soort in (Soort.WEG, Soort.ERBIJ)
    return is_other and not regel.merk and is_open(regel.stukken[0].woorden)


def woordverschil(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """Say which words went and which came; how much space stands between them says nothing."""
    before, after = _words(oud), _words(nieuw)
    found: list[Stuk] = []
    stretches = _stretches([word.strip() for word in before], [word.strip() for word in after])
    for same, old, new in stretches:
        if same:
            found.append(Stuk(Soort.GELIJK, "".join(after[new])))
            continue
        found += [
            Stuk(soort, "".join(words))
            for soort, words in ((Soort.WEG, before[old]), (Soort.ERBIJ, after[new]))
            if words
        ]
    return tuple(found)


def aantal(gevonden: Sequence[Verschilregel], soort: Soort) -> int:
    """Count the words that went, or that came."""
    return sum(
        len(stuk.woorden.split())
        for regel in gevonden
        for stuk in regel.stukken
        if stuk.soort is soort
    )


def _lines(tekst: Tekst) -> Iterator[Regel]:
    for sectie in tekst.secties:
        if sectie.nvt:
            yield Regel(sectie.id, "", f"n.v.t., want {sectie.nvt}")
        for blok in sectie.blokken:
            woorden = _spoken(blok)
            if woorden.strip():
                yield Regel(sectie.id, _merk(blok), woorden)


def _spoken(blok: Blok) -> str:
    """Give the words of a block, of a statement also from whom it is and what became of it."""
    if not isinstance(blok, Uitspraakregel):
        return plain(blok)
    bron = blok.bron
    told = f"via {bron.via}" if bron.via else ""
    sides = (bron.naam, bron.hoedanigheid, told, blok.verificatie.value.replace("_", " "))
    return f"{plain(blok)} ({', '.join(filter(None, sides))})"


def _merk(blok: Blok) -> str:
    match blok:
        case Alinea():
            return ""
        case Lijstpunt():
            return "1." if blok.genummerd else "•"
        case Werkaantekening():
            return "werkaantekening"
        case Uitspraakregel():
            return blok.letter.value
    return "tabel"


def _changed(old: Sequence[Regel], new: Sequence[Regel]) -> Iterator[Verschilregel]:
    """Compare each new block with the nearest old one that it may have been."""
    begin = 0
    for number, after in enumerate(new):
        coming = new[number : number + NEAR]
        while begin < len(old) and not any(_is_one(old[begin], one) for one in coming):
            yield _whole(old[begin], Soort.WEG)
            begin += 1
        near = range(begin, min(begin + NEAR, len(old)))
        match = next((place for place in near if _is_one(old[place], after)), None)
        if match is None:
            yield _whole(after, Soort.ERBIJ)
            continue
        yield from (_whole(regel, Soort.WEG) for regel in old[begin:match])
        stukken = woordverschil(old[match].woorden, after.woorden)
        yield Verschilregel(after.sectie_id, after.merk, stukken)
        begin = match + 1
    yield from (_whole(regel, Soort.WEG) for regel in old[begin:])


def _is_one(before: Regel, after: Regel) -> bool:
    """Tell whether two blocks are the same one, changed."""
    if (before.sectie_id, before.merk) != (after.sectie_id, after.merk):
        return False
    old, new = before.woorden.split(), after.woorden.split()
    if max(len(old), len(new)) > MOST_WORDS:
        return False
    shared = len(set(old) & set(new))
    return shared >= ALIKE * max(1, min(len(set(old)), len(set(new))))


def _whole(regel: Regel, soort: Soort) -> Verschilregel:
    return Verschilregel(regel.sectie_id, regel.merk, (Stuk(soort, regel.woorden),))


def _stretches(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Iterator[tuple[bool, slice, slice]]:
    """Cut both in stretches that are the same, or not; what begins and ends alike goes quickly."""
    ahead = _alike(old, new)
    behind = _alike(old[ahead:][::-1], new[ahead:][::-1])
    ends_old, ends_new = len(old) - behind, len(new) - behind
    if ahead:
        yield True, slice(0, ahead), slice(0, ahead)
    matcher = SequenceMatcher(None, old[ahead:ends_old], new[ahead:ends_new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        yield tag == "equal", slice(ahead + a, ahead + b), slice(ahead + c, ahead + d)
    if behind:
        yield True, slice(ends_old, None), slice(ends_new, None)


def _alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Count how many items are the same from the start."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _words(text: str) -> list[str]:
    """Cut into words, each with the space after it, so that all words together are the text."""
    return re.findall(r"\s*\S+\s*|\s+", text)
