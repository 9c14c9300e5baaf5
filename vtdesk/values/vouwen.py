"""Words as the search index knows them: no case, no accents, no signs; and where they stand.

The same folding makes the index, the query and the marks on screen, so that they always agree.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_NOT_TAKEN_APART = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
}  # fmt: skip
_INSIDE_A_WORD = frozenset("'’‘ʼ`´\u00ad")  # O'Neill is one word, and a soft hyphen is none
_WORD = re.compile(r"\S+")


class _Fold(dict[int, str]):
    """Says of each sign what is left of it; remembers what it said."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_sign(chr(code))
        return folded


@dataclass(frozen=True, slots=True)
class Woord:
    """One word of a text: where it stands there, and how the index knows it."""

    begin: int
    einde: int
    gevouwen: str


def vouw(tekst: str) -> str:
    """Give the words of a text with one kind of air between them, in the form of the index."""
    return tekst.translate(_FOLD)


def woorden(tekst: str) -> list[str]:
    """List the words of a text in the form of the index."""
    return vouw(tekst).split()


def vouw_met_plaats(tekst: str) -> tuple[str, Sequence[int]]:
    """Fold a text, and say of each folded sign from which sign of the text it comes."""
    folded = vouw(tekst)
    if tekst.isascii() and len(folded) == len(tekst):
        return folded, range(len(tekst))
    return folded, _places(tekst)


def woorden_met_plaats(tekst: str) -> list[Woord]:
    """List the words of a text with the place of each in the text as it was typed."""
    folded = vouw(tekst)
    places = _places(tekst) if any(len(_FOLD[ord(sign)]) != 1 for sign in set(tekst)) else None
    return [
        Woord(match.start(), match.end(), match.group())
        if places is None
        else Woord(places[match.start()], places[match.end() - 1] + 1, match.group())
        for match in _WORD.finditer(folded)
    ]


def _places(tekst: str) -> list[int]:
    """Say of each folded sign from which sign of the text it comes."""
    return [place for place, sign in enumerate(tekst) for _ in _FOLD[ord(sign)]]


def _folded_sign(sign: str) -> str:
    if sign in _INSIDE_A_WORD or unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return ""
    taken_apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    kept = (_NOT_TAKEN_APART.get(c, c) for c in taken_apart if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in "".join(kept)) or " "


_FOLD = _Fold()
