"""One verslag as one Qt document: its headings, its statements, and where they are."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QImage, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from typing_extensions import override

from vtdesk.services.verslagen_samen import samengevoegd
from vtdesk.ui.theme import style
from vtdesk.ui.verslagen import blocks, table
from vtdesk.ui.verslagen.blocks import REGEL, SECTIE, BlokSoort
from vtdesk.ui.verslagen.note_lines import eigen_waarneming
from vtdesk.ui.verslagen.room import Room
from vtdesk.values.kinds import Letter
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.tekst import Blok, Bron, Sectie, Uitspraakregel


@dataclass(frozen=True, slots=True)
class About:
    """What a text is about, as far as writing in it asks for that."""

    casus_id: UUID | None = None  # whose people may be named as source and subject
    auteur: str = ""  # whose duiding and hypothese it is
    datum: date | None = None  # when what is told here was true, unless it says otherwise
    key: tuple[UUID, int] | None = None  # verslag and version by which its undo is found again


Regels = list[str | tuple[Blok, ...]]  # per line of the document; words are a reason of n.v.t.


@dataclass(slots=True)
class Gelezen:
    """What was read of a section, line by line, and how much of it is still so."""

    sectie: Sectie
    lines: Regels
    head: int  # so many lines at the head did not change since
    tail: int

    @property
    def is_current(self) -> bool:
        """Tell whether nothing changed."""
        return self.head == len(self.lines) == self.tail

    def touch(self, head: int, tail: int) -> None:
        """Remember that something changed between these lines."""
        self.head, self.tail = min(self.head, head), min(self.tail, tail)


def nothing() -> None:
    """Hear nothing."""


class EditorDocument(QTextDocument):
    """Holds the text, the statements as values, and the place of every heading."""

    def __init__(self, sjabloon: Sjabloon) -> None:
        super().__init__()
        self.sjabloon = sjabloon
        self.id = uuid4()  # tells what was copied here from what was copied in another text
        self.about = About()
        self.tell: Callable[[], None] = nothing  # hears of each block while a text is put in
        self.leeg_want: dict[str, str] | None = None  # of a final text: why parts were left empty
        self.seen = 0  # number of the first line in view, from where the next is looked for
        self._regels: list[Uitspraakregel] = []
        self._room = Room(self)
        self._koppen: list[tuple[str, str, QTextCursor]] = []
        self.read: dict[str, Gelezen] = {}  # sections, and what changed of them since
        self.setDocumentMargin(blocks.MARGIN)
        frame = self.rootFrame().frameFormat()
        frame.setBottomMargin(blocks.AROUND)
        self.rootFrame().setFrameFormat(frame)
        self.setIndentWidth(1)
        self.text_size = 0  # in which it is laid out
        self.contentsChange.connect(self._forget_read)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Give an empty picture for whatever is asked: no file is ever opened from a text."""
        return QImage(1, 1, QImage.Format.Format_Mono)

    def fit(self) -> None:
        """Lay the text out in the text size of now; what can be undone knows nothing of it."""
        self.text_size = style.scaled(100)
        self.setDefaultFont(blocks.body_font().font())
        self._screen = QImage(1, 1, QImage.Format.Format_Mono)  # Qt stretches all to its dots
        self._screen.setDotsPerMeterX(style.scaled(self._screen.dotsPerMeterX()))
        self._screen.setDotsPerMeterY(style.scaled(self._screen.dotsPerMeterY()))
        self.documentLayout().setPaintDevice(self._screen)
        self._fit_prefixes()
        self.markContentsDirty(0, self.characterCount())

    def _fit_prefixes(self) -> None:
        """Make room for the painted words at the head of a line."""
        self._reshape(
            {
                block.position(): _indented(blocks.prefix_of(block, self.regel(block)))
                for block in self.blocks()
                if block.blockFormat().textIndent()
            }
        )

    def _reshape(self, shapes: Mapping[int, QTextBlockFormat]) -> None:
        """Give blocks another shape, by their place, as a part of the last step."""
        if not shapes:
            return
        keeps = self.isUndoAvailable()
        self.setUndoRedoEnabled(keeps)
        cursor = QTextCursor(self)
        cursor.joinPreviousEditBlock()
        for position, shape in shapes.items():
            cursor.setPosition(position)
            cursor.mergeBlockFormat(shape)
        cursor.endEditBlock()
        self.setUndoRedoEnabled(True)

    # Statements

    def remember(self, regel: Uitspraakregel) -> int:
        """Keep a statement, and give the number by which a block names it.

        Nothing is ever taken out, so that each step of undo finds its own value.
        """
        self._regels.append(replace(regel, runs=()))
        return len(self._regels) - 1

    def take_over(self, changed: Mapping[UUID, tuple[Uitspraakregel, Uitspraakregel]]) -> None:
        """Let what changed of statements elsewhere, as it was and is, hold in each step of undo."""
        for number, regel in enumerate(self._regels):
            if regel.id in changed:
                self._regels[number] = replace(samengevoegd(regel, *changed[regel.id]), runs=())
        self.read.clear()
        self._room.make(blocks.misfits(self.statements()))

    @property
    def room(self) -> Room:
        """Give the steps of undo that only made room for what is painted."""
        return self._room

    def new_statement(self, letter: Letter) -> Uitspraakregel:
        """Make a statement with the source that goes with its letter."""
        bron = self.own_source(letter)
        return Uitspraakregel(uuid4(), letter, bron=bron, informatiedatum=self.about.datum)

    def own_source(self, letter: Letter) -> Bron:
        """Give the source before one is chosen: what is no claim of another is of the writer."""
        if letter is Letter.FEIT:
            return eigen_waarneming(self.about.auteur)
        own = letter in {Letter.DUIDING, Letter.HYPOTHESE}
        return Bron(self.about.auteur) if own else Bron()

    def statement_format(self, regel: Uitspraakregel) -> QTextBlockFormat:
        """Make the format of a block that is this statement."""
        return blocks.statement_format(regel, self.remember(regel))

    def regel(self, block: QTextBlock) -> Uitspraakregel | None:
        """Give the statement that a block is, without its words."""
        number = block.blockFormat().property(REGEL)
        return None if number is None else self._regels[number]

    def statements(self) -> Iterator[tuple[QTextBlock, Uitspraakregel]]:
        """Walk all statements; for what happens once, never for a key press."""
        for block in self.blocks():
            if (regel := self.regel(block)) is not None:
                yield block, regel

    def find_statement(self, regel_id: UUID) -> QTextBlock | None:
        """Find the block of a statement."""
        return next((block for block, regel in self.statements() if regel.id == regel_id), None)

    def statement_ids(self) -> frozenset[UUID]:
        """Collect the ids that are in use."""
        return frozenset(regel.id for _, regel in self.statements())

    # Headings

    def add_heading(self, cursor: QTextCursor, sectie_id: str) -> None:
        """Remember that the block of this cursor is the heading of a section."""
        place = QTextCursor(cursor.block())
        self._koppen.append((sectie_id, cursor.block().text(), place))

    def heading(self, sectie_id: str) -> QTextBlock:
        """Give the heading of a section."""
        return next(place.block() for name, _, place in self._koppen if name == sectie_id)

    def sections(self) -> tuple[str, ...]:
        """Give the ids of the sections in order."""
        return tuple(name for name, _, _ in self._koppen)

    def section_at(self, position: int) -> str:
        """Give the section in which a place in the text lies."""
        place = bisect_right(self._koppen, position, key=lambda kop: kop[2].position())
        return self._koppen[max(0, place - 1)][0]

    def section_blocks(self, sectie_id: str) -> list[QTextBlock]:
        """List the blocks under a heading."""
        found: list[QTextBlock] = []
        block = self.heading(sectie_id).next()
        while block.isValid() and blocks.kind_of(block) is not BlokSoort.KOP:
            found.append(block)
            block = block.next()
        return found

    def template_section(self, sectie_id: str) -> SjabloonSectie:
        """Give what the template says of a section; an older one may be unknown to it."""
        known = {s.id: s for s in self.sjabloon.secties}
        return known.get(sectie_id) or SjabloonSectie(sectie_id, sectie_id.capitalize())

    @Slot(int, int, int)
    def _forget_read(self, position: int, _removed: int, added: int) -> None:
        """Forget the sections that a change touched, also when their last line was taken out."""
        names = self.sections()
        if names:
            first = names.index(self.section_at(max(0, position - 1)))
            last = names.index(self.section_at(position + added))
            for name in names[first : last + 1]:
                if first == last and (known := self.read.get(name)) is not None:
                    known.touch(*self._beside(name, position, added))
                else:
                    self.read.pop(name, None)

    def _beside(self, sectie_id: str, position: int, added: int) -> tuple[int, int]:
        """Count the lines of a section before and behind a change; a table is one piece."""
        first = self.findBlock(max(0, position - 1))
        last = self.findBlock(min(position + added, self.characterCount() - 1))
        before, behind = table.of_block(first), table.of_block(last)
        if before is not None:
            first = before.firstCursorPosition().block()
        if behind is not None:
            last = behind.lastCursorPosition().block()
        start, end = self.lines_of(sectie_id)
        return max(0, first.blockNumber() - start), max(0, end - 1 - last.blockNumber())

    def lines_of(self, sectie_id: str) -> tuple[int, int]:
        """Give the number of the first line under a heading, and of the next heading."""
        place = self.sections().index(sectie_id)
        start = self._koppen[place][2].block().blockNumber() + 1
        if place + 1 == len(self._koppen):
            return start, self.blockCount()
        return start, self._koppen[place + 1][2].block().blockNumber()

    def is_intact(self) -> bool:
        """Tell whether every heading still stands as it was put, in its order."""
        before = -1
        for sectie_id, text, place in self._koppen:
            block = place.block()
            same = block.blockFormat().property(SECTIE) == sectie_id and block.text() == text
            if not same or place.position() <= before:
                return False
            before = place.position()
        return True

    def find_headings_again(self) -> None:
        """Look up all headings after a foreign change was taken back."""
        known = {sectie_id: text for sectie_id, text, _ in self._koppen}
        self._koppen = [
            (sectie_id, known[sectie_id], QTextCursor(block))
            for block in self.blocks()
            if (sectie_id := block.blockFormat().property(SECTIE)) in known
        ]
        self.read.clear()

    def blocks(self) -> Iterator[QTextBlock]:
        """Walk all blocks."""
        block = self.begin()
        while block.isValid():
            yield block
            block = block.next()


def _indented(room: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTextIndent(room)
    return made
