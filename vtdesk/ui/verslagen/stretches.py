"""Where a stretch of words stands on the surface, so that something can be painted under it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock

from vtdesk.ui.verslagen import blocks


def units(words: str, place: int) -> int:
    """Count the signs before a place as Qt counts them: in UTF-16."""
    return place + sum(sign > "\uffff" for sign in words[:place])


def boxes(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """Give a box for each line on which a stretch of a block stands."""
    layout, corner = block.layout(), _corner(block)
    found: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            height = line.ascent() + line.descent()
            found.append(QRectF(left, line.y(), right - left, height).translated(corner))
    return found


def _corner(block: QTextBlock) -> QPointF:
    """Give where a block stands; that of a cell counts from its cell."""
    if blocks.kind_of(block) in blocks.IN_TABLE:
        return block.document().documentLayout().blockBoundingRect(block).topLeft()
    return block.layout().position()


def _x(found: object) -> float:
    """Read what Qt gives: the place, and with it sometimes the sign it belongs to."""
    return float(found[0] if isinstance(found, (tuple, list)) else found)  # type: ignore[arg-type] # Qt's stub says object
