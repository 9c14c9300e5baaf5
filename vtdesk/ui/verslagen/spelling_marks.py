"""What is marked in a line: words that may be spelled wrong, and loaded words of the writer.

Kept per text of a line, so that a key press looks at one line only. A child's own words, in
italics, are as the child said them: nothing is marked there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock

from vtdesk.services.spelling import Spelling
from vtdesk.services.taalwacht import Taalwacht
from vtdesk.ui.verslagen import blocks
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.kinds import Letter
from vtdesk.values.spelwoorden import Spelwoord, spelwoorden
from vtdesk.values.taalwacht import Treffer, van_een_ander

_MOST_LINES = 4000
_NOT_LOOKED_AT = blocks.FIXED | {BlokSoort.LEEG}
_NEVER_ON_PAPER = BlokSoort.WERKAANTEKENING

Key = tuple[str, tuple[tuple[int, int], ...], Letter | None, bool]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that is marked: where it stands in its line, in Qt's signs, and what can be done."""

    begin: int
    einde: int
    woord: str
    treffer: Treffer | None = None  # of Taalwacht; else it may be spelled wrong


@dataclass(slots=True)
class _Line:
    """What is known of one line, since which answers of the dictionary."""

    words: list[Spelwoord]
    loaded: tuple[Mark, ...]
    since: int = -1
    marks: tuple[Mark, ...] = ()
    unknown: frozenset[str] = frozenset()


class Marks:
    """Finds the marks of a line; asks nobody who could make a key wait."""

    def __init__(self, spelling: Spelling, taalwacht: Taalwacht) -> None:
        self._spelling, self._taalwacht = spelling, taalwacht
        self._lines: dict[Key, _Line] = {}
        self._answers = 0
        self._verdicts: dict[str, bool] = {}  # of words that were judged since the last answer
        self.namen: frozenset[str] = frozenset()
        self.has_dictionary = True

    def learned(self) -> None:
        """Look again at every word: the dictionary answered, or a word or name became known."""
        self._answers += 1
        self._verdicts.clear()

    def forget(self) -> None:
        """Begin anew: other names, or another list of loaded words."""
        self._lines.clear()
        self._verdicts.clear()

    def look(
        self, document: EditorDocument, block: QTextBlock
    ) -> tuple[tuple[Mark, ...], frozenset[str]]:
        """Give the marks of a line, and the words that the dictionary must be asked about."""
        line = self._line(document, block)
        if line is None:
            return (), frozenset()
        return line.marks, line.unknown if self.has_dictionary else frozenset()

    def of(self, document: EditorDocument, block: QTextBlock) -> tuple[Mark, ...]:
        """Give the marks of a line, from left to right."""
        return self.look(document, block)[0]

    def unknown(self, document: EditorDocument, block: QTextBlock) -> frozenset[str]:
        """Give the words of a line that the dictionary must be asked about."""
        return self.look(document, block)[1]

    def _line(self, document: EditorDocument, block: QTextBlock) -> _Line | None:
        kind = blocks.kind_of(block)
        if block.length() <= 1 or kind in _NOT_LOOKED_AT:
            return None
        regel = document.regel(block)
        quiet = tuple(
            (one.start, one.start + one.length)
            for one in block.textFormats()
            if one.format.fontItalic()
        )
        letter = regel.letter if regel else None
        is_left_alone = kind is _NEVER_ON_PAPER or van_een_ander(block.text(), regel)
        key = block.text(), quiet, letter, is_left_alone
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) > _MOST_LINES:
                self._lines.clear()
            line = self._lines[key] = self._made(key)
        if line.since != self._answers:
            self._judge(line, key[0])
        return line

    def _made(self, key: Key) -> _Line:
        text, quiet, letter, is_left_alone = key
        to_qt = _places(text)
        words = [word for word in spelwoorden(text) if not _inside(to_qt(word.begin), quiet)]
        found = [] if is_left_alone else self._taalwacht.treffers(text, letter)
        loaded = tuple(
            Mark(to_qt(one.begin), to_qt(one.einde), one.woord, one)
            for one in found
            if not _inside(to_qt(one.begin), quiet)
        )
        return _Line(words, loaded)

    def _judge(self, line: _Line, text: str) -> None:
        to_qt = _places(text)
        wrong, unknown = list[Mark](), set[str]()
        for word in line.words if self.has_dictionary else ():
            answer = self._verdicts.get(word.kern)
            if answer is None:
                answer = self._spelling.bekend(word.kern, self.namen)
            if answer is None:
                unknown.add(word.kern)
                continue
            self._verdicts[word.kern] = answer
            if not answer:
                typed = text[word.begin : word.einde]
                wrong.append(Mark(to_qt(word.begin), to_qt(word.einde), typed))
        line.marks = tuple(sorted((*wrong, *line.loaded), key=lambda mark: mark.begin))
        line.unknown, line.since = frozenset(unknown), self._answers


def at(marks: tuple[Mark, ...], place: int) -> Iterator[Mark]:
    """Give the marks that touch a place in their line."""
    return (mark for mark in marks if mark.begin <= place <= mark.einde)


def _inside(place: int, pieces: tuple[tuple[int, int], ...]) -> bool:
    return any(begin <= place < einde for begin, einde in pieces)


def _places(text: str) -> Callable[[int], int]:
    """Give what turns a place in Python's signs into Qt's, where an emoji counts for two."""
    if text.isascii() or max(text) <= "\uffff":
        return int
    return lambda place: place + sum(sign > "\uffff" for sign in text[:place])
