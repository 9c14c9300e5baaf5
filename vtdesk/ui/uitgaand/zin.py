"""A sentence with the word that was found: bold, and underlined as a wrong word is."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextLayout, QTextLine
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.running_text import Range, run_on, utf16

PAD = 10
UNDER = 2  # px from the letters to the line


class Zin(QWidget):
    """Runs on over as many lines as it needs; read aloud as the sentence itself."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._found = "", (0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str, found: Range) -> None:
        """Show a sentence, and which part of it was found."""
        self._words, self._found = words, found
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"Gevonden: {words[found[0] : found[1]]}")
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        laid = self._laid(width - 2 * PAD)
        return round(laid.boundingRect().height()) + 2 * PAD

    @override
    def sizeHint(self) -> QSize:
        wide = style.scaled(320)
        return QSize(wide, self.heightForWidth(max(self.width(), wide)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(style.scaled(120), self.heightForWidth(max(self.width(), style.scaled(120))))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.colour("gevaar"))
        painter.setBrush(palette.colour("vlak"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        laid = self._laid(self.width() - 2 * PAD)
        painter.setPen(palette.colour("tekst"))
        laid.draw(painter, QPointF(PAD, PAD))
        painter.setPen(QPen(palette.colour("gevaar"), 2))
        painter.drawLines(list(self._lines_under(laid)))
        painter.end()

    def _laid(self, width: int) -> QTextLayout:
        return run_on(self._words, max(1, width), [self._found])

    def _lines_under(self, laid: QTextLayout) -> Iterator[QLineF]:
        begin, end = (utf16(self._words, place) for place in self._found)
        for number in range(laid.lineCount()):
            line = laid.lineAt(number)
            first = max(begin, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                y = PAD + line.y() + line.ascent() + UNDER + 1
                left, right = (_x(line, place) for place in (first, last))
                yield QLineF(PAD + left, y, PAD + right, y)


def _x(line: QTextLine, place: int) -> float:
    """Tell where a sign begins; Qt gives the sign along, or not, by its version."""
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)
