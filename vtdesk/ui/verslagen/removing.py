"""Takes text away without ever touching a heading, a table or the border of a section."""

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor

from vtdesk.ui.verslagen import blocks, fields, reading, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.tekst import Alinea, is_kop


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Neighbouring blocks that may be changed together."""

    first: QTextBlock
    last: QTextBlock

    @property
    def start(self) -> int:
        return self.first.position()

    @property
    def end(self) -> int:
        return self.last.position() + self.last.length() - 1


def remove_selected(
    document: EditorDocument, cursor: QTextCursor, *, for_other_words: bool = False
) -> None:
    """Remove what is selected, as one step of undo; headings and tables between stay.

    A block that loses all its words becomes plain, unless other words come in their place.
    """
    chosen = fields.whole(cursor) or cursor
    start, end = chosen.selectionStart(), chosen.selectionEnd()
    edit = QTextCursor(cursor)  # where the caret comes back to when this is taken back
    edit.beginEditBlock()
    for stretch in reversed(_stretches(document, start, end)):
        _cut(stretch, max(start, stretch.start), min(end, stretch.end))
        if not for_other_words and blocks.kind_of(stretch.first) is not BlokSoort.CEL:
            _make_plain_when_empty(document.findBlock(max(start, stretch.start)))
    edit.endEditBlock()
    cursor.setPosition(min(start, document.characterCount() - 1))


def backspace(cursor: QTextCursor) -> None:
    """Remove what stands before the caret; at the start of a block its kind goes first."""
    block = cursor.block()
    kind = blocks.kind_of(block)
    if kind in blocks.FIXED:
        return
    field = fields.whole(cursor) or fields.beside(cursor, back=True)
    if field is not None:
        _take_out(cursor, field)
    elif not cursor.atBlockStart():
        cursor.deletePreviousChar()
    elif kind is BlokSoort.CEL:
        _leave_empty_row(cursor)
    elif kind is not BlokSoort.ALINEA:
        make_plain(block)
    elif _may_join(block.previous(), block):
        _join(block.previous(), block)
    elif is_empty(block) and _may_join(block, block.next()):
        _join(block, block.next())


def delete(cursor: QTextCursor) -> None:
    """Remove what stands after the caret; a heading or table after it stays."""
    block = cursor.block()
    kind = blocks.kind_of(block)
    if kind in blocks.FIXED:
        return
    field = fields.whole(cursor) or fields.beside(cursor, back=False)
    if field is not None:
        _take_out(cursor, field)
    elif not cursor.atBlockEnd():
        cursor.deleteChar()
    elif kind is not BlokSoort.CEL and _may_join(block, block.next()):
        _join(block, block.next())


def _take_out(cursor: QTextCursor, field: QTextCursor) -> None:
    cursor.setPosition(field.selectionStart())
    field.removeSelectedText()


def make_plain(block: QTextBlock) -> None:
    """Make a block a plain paragraph and keep its words."""
    QTextCursor(block).setBlockFormat(blocks.plain_format(BlokSoort.ALINEA))


def is_empty(block: QTextBlock) -> bool:
    """Tell whether a block holds no sign at all."""
    return block.length() <= 1


def _make_plain_when_empty(block: QTextBlock) -> None:
    if is_empty(block):
        make_plain(block)


def _joins(block: QTextBlock) -> bool:
    return block.isValid() and blocks.kind_of(block) not in blocks.FIXED | blocks.IN_TABLE


def _may_join(first: QTextBlock, second: QTextBlock) -> bool:
    """Tell whether two lines may become one: a name above a part keeps its own line, and one below.

    An empty line above it may go, unless that is where one writes about the name before.
    """
    if not (_joins(first) and _joins(second)) or _heads(first):
        return False
    return not _heads(second) or (is_empty(first) and not _heads(first.previous()))


def _heads(block: QTextBlock) -> bool:
    """Tell whether a line only stands above what follows, such as the name of a child."""
    if not block.isValid() or blocks.kind_of(block) is not BlokSoort.ALINEA:
        return False
    return is_kop(Alinea(reading.runs(block)))


def _join(first: QTextBlock, second: QTextBlock) -> None:
    """Make one block of two; it is what the part with words was."""
    stays = (second if is_empty(first) else first).blockFormat()
    cursor = QTextCursor(second)
    cursor.beginEditBlock()
    cursor.setPosition(second.position() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(stays)
    cursor.endEditBlock()


def _leave_empty_row(cursor: QTextCursor) -> None:
    afspraken = cursor.currentTable()
    row = afspraken.cellAt(cursor).row()
    if not table.is_empty(afspraken, row) or not table.remove_row(cursor):
        return
    cursor.setPosition(afspraken.cellAt(max(1, row - 1), 0).lastPosition())


def _stretches(document: EditorDocument, start: int, end: int) -> list[_Stretch]:
    found: list[_Stretch] = []
    block = document.findBlock(start)
    grows = False
    while block.isValid() and block.position() <= end:
        kind = blocks.kind_of(block)
        if kind in blocks.FIXED:
            grows = False
        elif grows and kind is not BlokSoort.CEL:
            found[-1] = _Stretch(found[-1].first, block)
        else:
            found.append(_Stretch(block, block))
            grows = kind is not BlokSoort.CEL
        block = block.next()
    return found


def _cut(stretch: _Stretch, start: int, end: int) -> None:
    stays = _what_stays(stretch, start, end)
    cursor = QTextCursor(stretch.first)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if stays is not None:
        cursor.setBlockFormat(stays)


def _what_stays(stretch: _Stretch, start: int, end: int) -> QTextBlockFormat | None:
    """Decide what the block is in which the rest comes together; None when nothing joins."""
    if stretch.first == stretch.last:
        return None
    if start > stretch.start:
        return stretch.first.blockFormat()
    if end < stretch.end:
        return stretch.last.blockFormat()
    return blocks.plain_format(BlokSoort.ALINEA)
