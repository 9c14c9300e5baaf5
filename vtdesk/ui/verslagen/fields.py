"""Open fields in the text: seen as such, and walked by key to the next one."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextCursor

from vtdesk.ui.theme import palette
from vtdesk.ui.verslagen import blocks, stretches
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.openveld import PATROON

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
    for found in PATROON.finditer(words):
        yield stretches.units(words, found.start()), stretches.units(words, found.end())


def around(cursor: QTextCursor) -> QTextCursor | None:
    """Give the open field in which a place lies, chosen as a whole."""
    block, place = cursor.block(), cursor.positionInBlock()
    for start, end in _found(block):
        if start <= place < end:
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
    """List the open fields: those between signs, and fixed points with nothing behind them."""
    found: list[QTextCursor] = []
    prompts: tuple[str, ...] = ()
    for block in document.blocks():
        kind = blocks.kind_of(block)
        if kind is BlokSoort.KOP:
            prompts = document.template_section(block.blockFormat().property(blocks.SECTIE)).velden
        elif kind in _WRITTEN:
            found += [_chosen(block, *place) for place in _found(block)]
            if block.text().strip() in prompts:
                end = QTextCursor(block)
                end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                found.append(end)
    return found


def _chosen(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
