"""The line that shows what time it is, with the time in figures."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.theme import palette, style

THICK = 2


class NowLine(QWidget):
    """Lies under the blocks, which draw their own piece of it under their words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("nu")

    def show_at(self, words: str, middle: int, width: int) -> None:
        """Lie across the column at this height."""
        self._words = words
        self.setAccessibleName(f"Nu {words}")
        height = style.scaled(22)
        self.setGeometry(0, middle - height // 2, width, height)
        self.lower()
        self.show()
        self.update()

    def covers(self, middle: int) -> bool:
        """Tell whether words at this height would lie under the time."""
        ours = self.geometry().center().y()
        return not self.isHidden() and abs(ours - middle) < style.scaled(17)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.paint_figures(painter, self._words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("nu"))
        painter.drawRect(QRectF(left, (self.height() - THICK) / 2, self.width() - left, THICK))
        painter.end()

    def paint_figures(self, painter: QPainter, words: str) -> float:
        """Write the time at the left; give where the line may begin."""
        return paint_time(painter, words, self.height() / 2)


class NowStroke(NowLine):
    """The line alone, where the time stands beside the hours that several days share."""

    @override
    def paint_figures(self, painter: QPainter, words: str) -> float:
        return 0


def paint_time(painter: QPainter, words: str, middle: float) -> float:
    """Write the time in a box at the left; give how wide that is."""
    font = style.font("klein", weight=600)
    wide, tall = QFontMetrics(font).horizontalAdvance(words) + 12, style.scaled(18)
    box = QRectF(0, middle - tall / 2, wide, tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.colour("nu"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(palette.colour("vlak"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return wide
