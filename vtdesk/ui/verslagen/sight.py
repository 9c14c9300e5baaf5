"""Which line comes first in view: found by halves, for a long text has thousands of them."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock

from vtdesk.ui.verslagen import table
from vtdesk.ui.verslagen.document import EditorDocument


def first_from(document: EditorDocument, top: float) -> QTextBlock:
    """Give the line just above the first one that reaches this height; of a table its first."""
    low, high = _around(document, top)
    while low < high:
        middle = (low + high) // 2
        if _is_above(document, middle, top):
            low = middle + 1
        else:
            high = middle
    document.seen = low
    block = document.findBlockByNumber(low)
    if not block.layout().lineCount():  # not laid out yet; Qt does so down to here when it is asked
        place = document.documentLayout().hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(0, place))
    if block.previous().isValid():
        block = block.previous()
    cells = table.of_block(block)
    return block if cells is None else cells.firstCursorPosition().block()


def _around(document: EditorDocument, top: float) -> tuple[int, int]:
    """Give two numbers between which the line lies; mostly it is the one of the last time."""
    last, step = document.blockCount() - 1, 1
    low = high = min(document.seen, last)
    while high < last and _is_above(document, high, top):
        low, high, step = high + 1, min(high + step, last), step * 2
    while low > 0 and not _is_above(document, low - 1, top):
        low, high, step = max(0, low - step), low - 1, step * 2
    return low, high


def _is_above(document: EditorDocument, number: int, top: float) -> bool:
    """Tell whether a line ends above this height; asking it of one without layout would make it."""
    block = document.findBlockByNumber(number)
    layout = block.layout()
    if not layout.lineCount():
        return False
    if table.of_block(block) is None:
        return layout.position().y() + layout.boundingRect().height() < top
    return document.documentLayout().blockBoundingRect(block).bottom() < top
