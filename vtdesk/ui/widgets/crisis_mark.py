"""The mark of a crisis rating: a shape with its word; colour only helps."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.ui.theme import palette, style

SIDE, AIR = 11, 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A word with its shape: `ruit`, `driehoek` or `rond`, in a colour role."""

    word: str
    shape: str
    tone: str


def paint_shape(painter: QPainter, box: QRectF, mark: Mark, *, hollow: bool = False) -> None:
    """Draw the shape of a mark; hollow for a rating from before that still stands."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = palette.colour(mark.tone)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    room = box.adjusted(1, 1, -1, -1)
    middle = room.center()
    match mark.shape:
        case "ruit":
            corners = [
                QPointF(middle.x(), room.top()),
                QPointF(room.right(), middle.y()),
                QPointF(middle.x(), room.bottom()),
                QPointF(room.left(), middle.y()),
            ]
            painter.drawPolygon(QPolygonF(corners))
        case "driehoek":
            corners = [
                QPointF(middle.x(), room.top()),
                QPointF(room.right(), room.bottom()),
                QPointF(room.left(), room.bottom()),
            ]
            painter.drawPolygon(QPolygonF(corners))
        case _:
            painter.drawEllipse(room)
    painter.restore()


def mark_width(mark: Mark) -> int:
    """Say how wide a mark is."""
    words = QFontMetrics(style.font("klein", weight=600)).horizontalAdvance(mark.word)
    return style.scaled(SIDE + AIR) + words


def paint_mark(painter: QPainter, room: QRectF, mark: Mark, *, hollow: bool = False) -> None:
    """Draw shape and word from the left of this room, in the middle of its height."""
    side = style.scaled(SIDE)
    top = room.top() + (room.height() - side) / 2
    paint_shape(painter, QRectF(room.left(), top, side, side), mark, hollow=hollow)
    painter.setFont(style.font("klein", weight=400 if hollow else 600))
    painter.setPen(palette.colour(mark.tone))
    words = room.adjusted(side + style.scaled(AIR), 0, 0, 0)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(words, flags | Qt.TextFlag.TextSingleLine, mark.word)


class CrisisMark(QWidget):
    """Shows one mark beside other words."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(mark.word)

    @override
    def sizeHint(self) -> QSize:
        return QSize(mark_width(self._mark) + 2, style.scaled(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._mark)
        painter.end()
