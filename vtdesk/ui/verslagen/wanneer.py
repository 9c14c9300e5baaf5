"""Days in a table, as one types them: said back at once, written in full on leaving the cell."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlock, QTextCursor

from vtdesk.ui.theme import palette, style
from vtdesk.ui.verslagen import table
from vtdesk.ui.verslagen.surface import Surface
from vtdesk.values.datumwoord import Datumwoord, Richting, lees

FAR = 20  # years; an agreement further away is a typing error
_ASKS_A_DAY = ("wanneer", "datum", "dag")


class Wanneer(QObject):
    """Watches the cells that ask for a day."""

    def __init__(self, today: Callable[[], date], edit: Surface) -> None:
        super().__init__(edit)
        self._today, self._edit = today, edit
        self._cell: QTextCursor | None = None  # in which she typed
        self._was: set[str] = set()  # what was written in full before; taken back it stays so
        edit.edited.connect(self._typed)
        edit.cursorPositionChanged.connect(self._moved)
        edit.overlays.append(self._paint)

    def open(self) -> None:
        """Begin with another text."""
        self._cell, self._was = None, set()

    def meant(self, block: QTextBlock) -> Datumwoord | None:
        """Give the day that is meant in a cell, when it is not written in full yet."""
        if not _asks_a_day(block):
            return None
        words = block.text()
        found = lees(words, self._today(), Richting.TOEKOMST)
        if found is None or abs(found.dag.year - self._today().year) > FAR:
            return None
        return None if found.zin == words.strip() else found

    @Slot()
    def _typed(self) -> None:
        cursor = self._edit.textCursor()
        if not self._edit.isReadOnly() and self._edit.hasFocus() and _asks_a_day(cursor.block()):
            self._cell = QTextCursor(cursor)
            self._edit.viewport().update()

    @Slot()
    def _moved(self) -> None:
        """Write the day in full once the caret is in another cell; later, for a key may be busy."""
        if self._cell is not None and self._edit.textCursor().block() != self._cell.block():
            cell, self._cell = self._cell, None
            self._edit.viewport().update()
            QTimer.singleShot(0, self, lambda: self._write_out(cell))

    def _write_out(self, cell: QTextCursor) -> None:
        block = cell.block()
        words = block.text().strip()
        if cell.document() is not self._edit.document() or words in self._was:
            return
        found = self.meant(block)
        if found is None:
            return
        self._was.add(words)
        whole = QTextCursor(block)
        whole.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        whole.insertText(found.zin, whole.charFormat())

    def _paint(self, painter: QPainter, room: QRectF) -> None:
        """Say under the cell which day is meant."""
        block = self._edit.textCursor().block()
        found = None if self._edit.isReadOnly() else self.meant(block)
        if found is None:
            return
        box = self._edit.document().documentLayout().blockBoundingRect(block)
        font, words = style.font("klein"), f"= {found.kort(self._today())}"
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(words) + 16, metrics.height() + 8
        card = QRectF(box.left() - 4, box.bottom() + style.scaled(8), width, height)
        if not card.intersects(room):
            return
        painter.setPen(QPen(palette.colour("rand"), 1))
        painter.setBrush(palette.colour("vlak"))
        painter.drawRoundedRect(card, 4, 4)
        painter.setFont(font)
        painter.setPen(palette.colour("tekst"))
        painter.drawText(card, Qt.AlignmentFlag.AlignCenter, words)


def _asks_a_day(block: QTextBlock) -> bool:
    """Tell whether a block is a cell under a head that asks for a day."""
    cells = table.of_block(block)
    if cells is None:
        return False
    cell = cells.cellAt(block.position())
    head = cells.cellAt(0, cell.column()).firstCursorPosition().block().text().casefold()
    return cell.row() > 0 and any(head.endswith(word) for word in _ASKS_A_DAY)
