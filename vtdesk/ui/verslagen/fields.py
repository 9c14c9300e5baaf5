"""Open fields in the text, seen as such; they and all else that is open are walked by key."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextCursor

from vtdesk.ui.theme import palette
from vtdesk.ui.verslagen import blocks, reading, stretches, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.openveld import PATROON, open_veld
from vtdesk.values.tekst import Alinea, is_halve_zin, is_kop

_WRITTEN = frozenset(BlokSoort) - blocks.FIXED


def paint(painter: QPainter, block: QTextBlock) -> None:
    """Paint the ground under the open fields of one block; most blocks have none."""
    if "‹" not in block.text():
        return
    painter.setPen(QPen(palette.colour("accent"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(palette.colour("keuze"))
    for start, end in _found(block):
        for box in stretches.boxes(block, start, end):
            painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 1.5, -0.5), 4, 4)


def _found(block: QTextBlock) -> Iterator[tuple[int, int]]:
    words = block.text()
    if "‹" not in words:  # most lines have none
        return
    for found in PATROON.finditer(words):
        yield stretches.units(words, found.start()), stretches.units(words, found.end())


def around(cursor: QTextCursor) -> QTextCursor | None:
    """Give the open field in which a place lies, chosen as a whole."""
    block, place = cursor.block(), cursor.positionInBlock()
    for start, end in _found(block):
        if start <= place < end:
            return _chosen(block, start, end)
    return None


def whole(cursor: QTextCursor) -> QTextCursor | None:
    """Widen what is chosen, or a caret inside a field, to whole fields; None when it is that.

    Half a field would be neither open nor filled in.
    """
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first = _inside(cursor.document().findBlock(start), start)
    last = _inside(cursor.document().findBlock(end), end)
    if first is None and last is None:
        return None
    made = QTextCursor(cursor)
    made.setPosition(first.selectionStart() if first else start)
    made.setPosition(last.selectionEnd() if last else end, QTextCursor.MoveMode.KeepAnchor)
    return made


def beside(cursor: QTextCursor, *, back: bool) -> QTextCursor | None:
    """Give the field that ends, or else begins, where the caret stands."""
    block, place = cursor.block(), cursor.positionInBlock()
    for start, end in _found(block):
        if place == (end if back else start):
            return _chosen(block, start, end)
    return None


def further(cursor: QTextCursor) -> QTextCursor | None:
    """Give the next open field of the same line."""
    block, place = cursor.block(), cursor.selectionStart() - cursor.block().position()
    taken = cursor.selectionEnd() > cursor.selectionStart()
    for start, end in _found(block):
        if start > place or (start == place and not taken):
            return _chosen(block, start, end)
    return None


def of_section(document: EditorDocument, sectie_id: str, words: str) -> QTextCursor | None:
    """Give the open field of a section in which these words stand."""
    for block in document.section_blocks(sectie_id):
        for start, end in _found(block):
            found = _chosen(block, start, end)
            if found.selectedText() == open_veld(words):
                return found
    return None


def _inside(block: QTextBlock, position: int) -> QTextCursor | None:
    place = position - block.position()
    for start, end in _found(block):
        if start < place < end:
            return _chosen(block, start, end)
    return None


def neighbour(document: EditorDocument, cursor: QTextCursor, *, back: bool) -> QTextCursor | None:
    """Give the next open field, or the one before, from a place on and round the whole text."""
    places = _places(document)
    if not places:
        return None
    if back:
        before = [place for place in places if place.selectionStart() < cursor.selectionStart()]
        return before[-1] if before else places[-1]
    after = [place for place in places if place.selectionStart() > cursor.selectionStart()]
    return after[0] if after else places[0]


def _places(document: EditorDocument) -> list[QTextCursor]:
    """List what is still open: fields, lines that only ask, empty lines to write on, bare cells."""
    found: list[QTextCursor] = []
    for name in document.sections():
        written = document.section_blocks(name)
        prompts = document.template_section(name).velden
        is_empty = not any(block.text().strip() for block in written)
        is_asked = not any(_is_reason(block) for block in written)
        for block in written:
            kind = blocks.kind_of(block)
            if kind not in _WRITTEN:
                continue
            found += [_chosen(block, *place) for place in _found(block)]
            words = block.text().strip()
            if is_asked and (
                words in prompts
                or is_halve_zin(words)
                or (kind is BlokSoort.CEL and table.is_bare(block))
                or (not words and kind not in blocks.IN_TABLE and (is_empty or _is_below(block)))
            ):
                found.append(_behind(block))
    return found


def _is_reason(block: QTextBlock) -> bool:
    """Tell whether a line says why its part does not apply."""
    return blocks.kind_of(block) is BlokSoort.NVT and bool(block.text().strip())


def _is_below(block: QTextBlock) -> bool:
    """Tell whether a name stands above an empty line, under which somebody is to write."""
    above = block.previous()
    return blocks.kind_of(above) is BlokSoort.ALINEA and is_kop(Alinea(reading.runs(above)))


def _behind(block: QTextBlock) -> QTextCursor:
    end = QTextCursor(block)
    end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return end


def _chosen(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
