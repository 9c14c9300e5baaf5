"""Paints marks under words, over the text: the document itself never knows of them."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QPixmap,
    QTextBlock,
    QTextLine,
)

from vtdesk.ui.theme import palette
from vtdesk.ui.verslagen import sight
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.ui.verslagen.spelling_marks import Mark

_WAVE, _HIGH = 4.0, 4.0
_BELOW = 3.0  # the baseline

Marked = Callable[[QTextBlock], tuple[Mark, ...]]


def seen(document: EditorDocument, room: QRectF) -> Iterator[QTextBlock]:
    """Walk the lines that touch a part of the document, cells of tables one by one."""
    layout = document.documentLayout()
    block = sight.first_from(document, room.top())
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() > room.bottom():
            return
        if box.bottom() >= room.top():
            yield block
        block = block.next()


def paint(painter: QPainter, document: EditorDocument, room: QRectF, marked: Marked) -> None:
    """Paint the marks of all lines in a part of the document."""
    for block in seen(document, room):
        marks = marked(block)
        if marks:
            corner = document.documentLayout().blockBoundingRect(block).topLeft()
            for mark in marks:
                _paint_mark(painter, block, mark, corner)


def box_of(block: QTextBlock, mark: Mark) -> QRectF:
    """Give where the beginning of a marked word stands in the document."""
    corner = block.document().documentLayout().blockBoundingRect(block).topLeft()
    line = block.layout().lineForTextPosition(mark.begin)
    left = _x(line, mark.begin)
    right = _x(line, min(mark.einde, line.textStart() + line.textLength()))
    return QRectF(left, line.y(), right - left, line.height()).translated(corner)


def _paint_mark(painter: QPainter, block: QTextBlock, mark: Mark, corner: QPointF) -> None:
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(mark.begin, line.textStart())
        last = min(mark.einde, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            base = corner + QPointF(0, line.y() + line.ascent() + _BELOW)
            ends = base.x() + left, base.x() + right
            _paint_line(painter, *ends, base.y(), dots=mark.treffer is not None)


def _paint_line(painter: QPainter, left: float, right: float, y: float, *, dots: bool) -> None:
    """Lay a line of tiles; drawn one by one, waves would cost more than the words above them."""
    colour = palette.colour("accent" if dots else "let-op").rgba()
    tile = _tile(colour, painter.device().devicePixelRatioF(), dots=dots)
    painter.drawTiledPixmap(QRectF(left, y - _HIGH / 2, right - left, _HIGH), tile)


@lru_cache(maxsize=16)
def _tile(colour: int, ratio: float, *, dots: bool) -> QPixmap:
    """Draw one wave, or one dot."""
    tile = QPixmap(round(_WAVE * ratio), round(_HIGH * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if dots:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgba(colour))
        painter.drawEllipse(QPointF(_WAVE / 2, _HIGH / 2), 1.0, 1.0)
    else:
        painter.setPen(QPen(QColor.fromRgba(colour), 1.2))
        low, high = 0.8, _HIGH - 0.8
        painter.drawPolyline([QPointF(0, high), QPointF(_WAVE / 2, low), QPointF(_WAVE, high)])
    painter.end()
    return tile


def _x(line: QTextLine, place: int) -> float:
    found: float | tuple[float, int] = line.cursorToX(place)  # type: ignore[assignment] # the stub says object
    return found[0] if isinstance(found, tuple) else found
