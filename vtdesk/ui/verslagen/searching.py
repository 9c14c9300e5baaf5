"""Finds words in a text, and puts others in their place; headings are never touched."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from vtdesk.ui.verslagen import blocks, stretches
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clean_text import to_qt
from vtdesk.ui.verslagen.document import EditorDocument

_NOT_HERS = blocks.FIXED | {BlokSoort.LEEG}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    words: str
    exact_case: bool = False
    whole_words: bool = False

    def pattern(self) -> re.Pattern[str] | None:
        """Make what finds it; nothing finds nothing."""
        if not self.words:
            return None
        found = re.escape(self.words)
        if self.whole_words:
            found = rf"(?<!\w){found}(?!\w)"
        return re.compile(found, re.NOFLAG if self.exact_case else re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One place in the document, as Qt counts."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hits:
    """All places in the text, and how often the words stand in headings, which stay."""

    places: tuple[Hit, ...] = ()
    in_headings: int = 0

    def at_or_after(self, position: int) -> Hit | None:
        """Give the first place from here on; behind the last one begins the first again."""
        return next((hit for hit in self.places if hit.start >= position), self._first())

    def before(self, position: int) -> Hit | None:
        """Give the last place before here; before the first one comes the last."""
        found = [hit for hit in self.places if hit.start < position]
        return found[-1] if found else (self.places[-1] if self.places else None)

    def _first(self) -> Hit | None:
        return self.places[0] if self.places else None


def find(document: EditorDocument, wanted: Wanted) -> Hits:
    """Look through the whole text."""
    pattern = wanted.pattern()
    if pattern is None:
        return Hits()
    places: list[Hit] = []
    in_headings = 0
    for block in document.blocks():
        found = _in_block(block, pattern)
        if blocks.kind_of(block) in _NOT_HERS:
            in_headings += sum(1 for _ in found)
        else:
            places += found
    return Hits(tuple(places), in_headings)


def _in_block(block: QTextBlock, pattern: re.Pattern[str]) -> Iterator[Hit]:
    words, start = block.text(), block.position()
    for found in pattern.finditer(words):
        yield Hit(
            start + stretches.units(words, found.start()),
            start + stretches.units(words, found.end()),
        )


def replace(document: EditorDocument, places: Iterable[Hit], words: str) -> int:
    """Put other words in all these places, as one step of undo; tells how many there were."""
    edit = QTextCursor(document)
    edit.beginEditBlock()
    count = 0
    for hit in sorted(places, reverse=True):
        edit.setPosition(hit.start + 1)
        style = edit.charFormat()
        edit.setPosition(hit.start)
        edit.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        edit.insertText(to_qt(words), style)
        count += 1
    edit.endEditBlock()
    return count
