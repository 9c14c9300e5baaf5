"""Draws a line of the inbreng: its time, its letter, and words that run on, the speaker bold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.letter_box import SIDE, paint_letter
from vtdesk.ui.widgets.row_delegate import LINE_ROLE, Line, RowDelegate, paint_ground
from vtdesk.ui.widgets.running_text import run_on

AIR, GAP = 8, 10


class InbrengDelegate(RowDelegate):
    """Paints a `Line` whose `second` is the speaker with which its title begins."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: Line = index.data(LINE_ROLE)
        laid = _laid_out(line, max(80, self.view_width() - _before()))
        return QSize(120, max(style.scaled(SIDE), round(_height(laid))) + 2 * AIR)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        room: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, room, option.state)
        painter.setFont(style.font())
        painter.setPen(palette.colour("stil"))
        side = style.scaled(SIDE)
        top = room.top() + AIR
        painter.drawText(
            QRect(room.left() + GAP // 2, top, _clock_width(), side),
            Qt.AlignmentFlag.AlignVCenter,
            line.side,
        )
        box = QRectF(room.left() + GAP // 2 + _clock_width() + GAP, top, side, side)
        paint_letter(painter, box, line.letter)
        laid = _laid_out(line, max(80, room.width() - _before()))
        painter.setPen(palette.colour("tekst"))
        left = room.left() + _before() - GAP // 2
        for number in range(laid.lineCount()):
            laid.lineAt(number).draw(painter, QPointF(left, top))
        painter.restore()


def _clock_width() -> int:
    return QFontMetrics(style.font()).horizontalAdvance("00:00") + 2


def _before() -> int:
    return _clock_width() + style.scaled(SIDE) + 3 * GAP


def _laid_out(line: Line, width: int) -> QTextLayout:
    speaker = [(0, len(line.second) + 1)] if line.second else []
    return run_on(line.title, width, speaker)


def _height(layout: QTextLayout) -> float:
    return sum(layout.lineAt(number).height() for number in range(layout.lineCount()))
