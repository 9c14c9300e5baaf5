"""How a point looks: its day at the left of the line, the line itself, and the rest as any row."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.row_delegate import LINE_ROLE, Line, RowDelegate

NOW = "Vandaag"
DAYS, AXIS = 74, 22  # px for the day, and for the line beside it
DOT = 4.5


@dataclass(frozen=True, slots=True)
class Punt(Line):
    """A row with the day and the time that stand beside the line."""

    dag: str = ""
    tijd: str = ""
    straks: bool = False  # it has still to come

    @override
    def spoken(self) -> str:
        when = " ".join(filter(None, (self.dag, self.tijd)))
        return ", ".join(filter(None, (when, Line.spoken(self))))


class PuntDelegate(RowDelegate):
    """Paints the line of time at the left of each row."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        room: QRect = option.rect
        left, wide = style.scaled(DAYS), style.scaled(AXIS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = room.left() + left + wide // 2
        _paint_axis(painter, room, axis, line)
        if isinstance(line, Punt):
            _paint_day(painter, QRect(room.left(), room.top(), left, room.height()), line)
            _paint_dot(painter, QPointF(axis, room.center().y()), line)
        painter.restore()
        beside = QStyleOptionViewItem(option)
        beside.rect = room.adjusted(left + wide, 0, 0, 0)
        super().paint(painter, beside, index)


def _paint_axis(painter: QPainter, room: QRect, x: int, line: Line) -> None:
    dashed = isinstance(line, Punt) and line.straks
    pen = QPen(palette.colour("rand"), 1.5)
    pen.setStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawLine(x, room.top(), x, room.bottom() + 1)
    if line.heading and line.title.startswith(NOW):
        painter.setPen(QPen(palette.colour("nu"), 2))
        painter.drawLine(room.left(), room.bottom(), room.right(), room.bottom())


def _paint_dot(painter: QPainter, middle: QPointF, line: Punt) -> None:
    painter.setPen(QPen(palette.colour("accent"), 2))
    painter.setBrush(palette.colour("vlak" if line.straks else "accent"))
    painter.drawEllipse(middle, DOT, DOT)


def _paint_day(painter: QPainter, room: QRect, line: Punt) -> None:
    fonts = [(line.dag, style.font("klein", weight=500), "tekst")]
    if line.tijd:
        fonts.append((line.tijd, style.font("klein"), "stil"))
    high = style.scaled(16)
    top = room.center().y() - high * len(fonts) // 2
    for words, font, colour in fonts:
        place = QRect(room.left(), top, room.width() - style.scaled(4), high)
        _draw(painter, place, words, font, colour)
        top += high


def _draw(painter: QPainter, place: QRect, words: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(palette.colour(colour))
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
