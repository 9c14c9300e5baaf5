"""Which line comes first in view: found by halves, for a long text has thousands of them."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock

from vtdesk.ui.verslagen import table
from vtdesk.ui.verslagen.document import EditorDocument


def first_from(document: EditorDocument, top: float) -> QTextBlock:
    """Give the line just above the first one that reaches this height; of a table its first."""
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high) // 2
        if _is_above(document, document.findBlockByNumber(middle), top):
            low = middle + 1
        else:
            high = middle
    block = document.findBlockByNumber(low)
    if not block.layout().lineCount():  # not laid out yet; Qt does so down to here when it is asked
        place = document.documentLayout().hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(0, place))
    if block.previous().isValid():
        block = block.previous()
    cells = table.of_block(block)
    return block if cells is None else cells.firstCursorPosition().block()


def _is_above(document: EditorDocument, block: QTextBlock, top: float) -> bool:
    """Tell whether a line ends above this height; asking it of one without layout would make it."""
    layout = block.layout()
    if not layout.lineCount():
        return False
    if table.of_block(block) is None:
        return layout.position().y() + layout.boundingRect().height() < top
    return document.documentLayout().blockBoundingRect(block).bottom() < top
