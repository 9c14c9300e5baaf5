"""Which words of a text are spelled at all, and where each stands; no figures, addresses or gaps.

A word is given as the dictionary knows it: one kind of apostrophe, accents joined to their letter,
without the quotation marks that only happen to touch it.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 60  # signs; what is longer is no word that somebody wrote

_CHUNK = re.compile(r"‹[^‹›\n]*›|[^\s‹]+")  # an open field of a template is no word
_ADDRESS = re.compile(r"://|^www\.|\S@\S|\w\.(?:nl|com|org|eu|be|de)\b", re.IGNORECASE)
_PIECE = re.compile(r"(?:[^\W_]|[\u0300-\u036f'’‘ʼ`´\u00ad\u2010\u2011-])+")
_INSIDE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "\u2010": "-", "\u2011": "-",
     "\u00ad": None, "ĳ": "ij", "Ĳ": "IJ"}
)  # fmt: skip
_BEFORE = frozenset({"'s", "'t", "'n", "'k", "'m", "'r", "'ns", "'ie"})  # words of their own
_MARKS = "'’‘ʼ`´"
_HYPHENS = "-\u2010\u2011"
_SHORT = re.compile(r"[A-ZÀ-Þ]{2,6}(?:'?s|'er)?")  # MDO, CJG's


@dataclass(frozen=True, slots=True)
class Spelwoord:
    """One word: where it stands in the text, and how a dictionary knows it."""

    begin: int
    einde: int
    kern: str


def spelwoorden(tekst: str) -> list[Spelwoord]:
    """List the words of a text that can be spelled wrong."""
    found: list[Spelwoord] = []
    for chunk in _CHUNK.finditer(tekst):
        place = chunk.start()
        for begin, einde, kern in _in_chunk(chunk[0]):
            found.append(Spelwoord(place + begin, place + einde, kern))
    return found


def kern_van(woord: str) -> str:
    """Give a word as the dictionary knows it."""
    return unicodedata.normalize("NFC", woord.translate(_INSIDE)).strip()


def delen(kern: str) -> tuple[str, ...]:
    """Give the parts of a word with hyphens; none of a word that has no hyphens."""
    return tuple(filter(None, kern.split("-"))) if "-" in kern else ()


def is_afkorting(kern: str) -> bool:
    """Tell whether these are capitals that stand for other words."""
    return _SHORT.fullmatch(kern) is not None


def vormen(naam: str) -> frozenset[str]:
    """Give each word of a name, and how it says that something is of that person."""
    words = {word.kern.casefold() for word in spelwoorden(naam)}
    words |= {part for word in words for part in delen(word)}
    return frozenset(form for word in words for form in (word, *_of(word)))


def namen_uit(namen: Iterable[str]) -> frozenset[str]:
    """Collect the words of many names."""
    return frozenset(form for naam in namen for form in vormen(naam))


def _of(word: str) -> tuple[str, ...]:
    """Sanne's, Tijns, Kees'."""
    return f"{word}'s", f"{word}s", f"{word}'"


@lru_cache(maxsize=20_000)
def _in_chunk(words: str) -> tuple[tuple[int, int, str], ...]:
    """Give the words between two spaces, from where to where; kept, for a line is read often."""
    if words[0] in "‹;" or _ADDRESS.search(words):
        return ()
    found = ((piece.start(), _read(piece[0])) for piece in _PIECE.finditer(words))
    return tuple((at + word[0], at + word[1], word[2]) for at, word in found if word)


def _read(piece: str) -> tuple[int, int, str] | None:
    """Give the word in a piece of text, from where to where."""
    if any(sign.isdigit() for sign in piece):
        return None
    begin, einde = _bounds(piece)
    kern = kern_van(piece[begin:einde])
    letters = sum(sign.isalpha() for sign in kern)
    if letters < 2 or len(kern) > LONGEST or piece[0] in _HYPHENS:  # noqa: PLR2004 one letter
        return None
    return None if is_afkorting(kern) else (begin, einde, kern)


def _bounds(piece: str) -> tuple[int, int]:
    """Leave off the marks round a word; of `’s` and `foto’s` they belong to it."""
    begin, einde = 0, len(piece)
    while begin < einde and piece[begin] in _MARKS and not _keeps(piece[begin:einde]):
        begin += 1
    while einde > begin and piece[einde - 1] in _MARKS:
        einde -= 1
    return begin, einde


def _keeps(rest: str) -> bool:
    kern = kern_van(rest.rstrip(_MARKS))
    return kern.casefold() in _BEFORE or kern.casefold().startswith("'s-")
