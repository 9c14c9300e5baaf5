"""Which characters can be printed, and what stands in the place of those that cannot."""

import dataclasses
import unicodedata
from collections.abc import Iterator
from functools import cache

from vtdesk.reports.layout import fonts
from vtdesk.values.document import VerslagDocument
from vtdesk.values.tekst import Werkaantekening

MISSING = "□"

_BREAKS = dict.fromkeys("\n\v\f\x85\u2028\u2029", "\n")


class _Glyphs(dict[int, str]):
    """What to print for each code point; learns as it goes, for `str.translate`."""

    def __init__(self) -> None:
        super().__init__()
        self._known = frozenset.intersection(
            *(frozenset(font.face.charToGlyph) for font in fonts())
        )

    def __missing__(self, code: int) -> str:
        printed = self[code] = self._printed(chr(code))
        return printed

    def _printed(self, char: str) -> str:
        if char in _BREAKS:
            return "\n"
        category = unicodedata.category(char)
        if char == "\t" or category == "Zs":
            return "\xa0" if char in "\xa0\u202f" else " "
        if category in {"Cc", "Cf"} or "\ufe00" <= char <= "\ufe0f":
            return ""  # never visible: joiners, direction marks, variation selectors
        if category != "Co" and ord(char) in self._known:
            return char
        spelled = unicodedata.normalize("NFKD", char)  # such as the ligature fi
        if spelled != char and all(ord(part) in self._known for part in spelled):
            return spelled
        return MISSING


@cache
def _glyphs() -> _Glyphs:
    return _Glyphs()


def printable(text: str) -> str:
    """Give the text as the fonts can print it; what they cannot shows as a box."""
    return unicodedata.normalize("NFC", text).translate(_glyphs())


def missing_characters(document: VerslagDocument) -> frozenset[str]:
    """Name the characters of the document that paper cannot show."""
    used = set(unicodedata.normalize("NFC", "".join(_strings(document))))
    return frozenset(char for char in used - {MISSING} if _glyphs()[ord(char)] == MISSING)


def _strings(value: object) -> Iterator[str]:
    """Walk all texts that are printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Werkaantekening):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))
