"""Paints marks under words, over the text: the document itself never knows of them."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from vtdesk.ui.theme import palette
from vtdesk.ui.verslagen import table
from vtdesk.ui.verslagen.spelling_marks import Mark

_WAVE, _HIGH = 4.0, 1.5
_BELOW = 2.5  # the baseline

Marked = Callable[[QTextBlock], tuple[Mark, ...]]


def seen(document: QTextDocument, room: QRectF) -> Iterator[QTextBlock]:
    """Walk the lines that touch a part of the document, cells of tables one by one."""
    layout = document.documentLayout()
    place = layout.hitTest(QPointF(0, room.top()), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, place))
    cells = table.of_block(block)
    if cells is not None:
        block = document.findBlock(cells.firstPosition())
    elif block.previous().isValid():
        block = block.previous()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() > room.bottom():
            return
        if box.bottom() >= room.top():
            yield block
        block = block.next()


def paint(painter: QPainter, document: QTextDocument, room: QRectF, marked: Marked) -> None:
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
            if mark.treffer is None:
                _paint_wave(painter, base.x() + left, base.x() + right, base.y())
            else:
                _paint_dots(painter, base.x() + left, base.x() + right, base.y() + 1)


def _paint_wave(painter: QPainter, left: float, right: float, y: float) -> None:
    painter.setPen(QPen(palette.colour("let-op"), 1.2))
    count = max(2, int((right - left) / (_WAVE / 2)) + 1)
    painter.drawPolyline(
        [QPointF(left + n * _WAVE / 2, y + (_HIGH if n % 2 else -_HIGH / 2)) for n in range(count)]
    )


def _paint_dots(painter: QPainter, left: float, right: float, y: float) -> None:
    pen = QPen(palette.colour("accent"), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    count = int((right - left) / _WAVE) + 1
    painter.drawPoints([QPointF(left + 1 + n * _WAVE, y) for n in range(count)])


def _x(line: QTextLine, place: int) -> float:
    found: float | tuple[float, int] = line.cursorToX(place)  # type: ignore[assignment] # the stub says object
    return found[0] if isinstance(found, tuple) else found
