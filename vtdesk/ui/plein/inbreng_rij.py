"""Draws a line of the inbreng: its time, its letter, and words that run on, the speaker bold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem
from typing_extensions import override

from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.letter_box import SIDE, paint_letter
from vtdesk.ui.widgets.passage import utf16
from vtdesk.ui.widgets.row_delegate import LINE_ROLE, Line, RowDelegate, paint_ground

AIR, GAP = 8, 10


class InbrengDelegate(RowDelegate):
    """Paints a `Line` whose `second` is the speaker with which its title begins."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: Line = index.data(LINE_ROLE)
        laid = _laid_out(line, max(80, self._width() - _before(line)))
        return QSize(120, max(style.scaled(SIDE), round(_height(laid))) + 2 * AIR)

    def _width(self) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QAbstractScrollArea) else 0

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
        laid = _laid_out(line, max(80, room.width() - _before(line)))
        painter.setPen(palette.colour("tekst"))
        left = room.left() + _before(line) - GAP // 2
        for number in range(laid.lineCount()):
            laid.lineAt(number).draw(painter, QPointF(left, top))
        painter.restore()


def _clock_width() -> int:
    return QFontMetrics(style.font()).horizontalAdvance("00:00") + 2


def _before(_line: Line) -> int:
    return _clock_width() + style.scaled(SIDE) + 3 * GAP


def _laid_out(line: Line, width: int) -> QTextLayout:
    layout = QTextLayout(line.title.replace("\n", " "), style.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if line.second:
        strong = QTextCharFormat()
        strong.setFont(style.font(weight=600))
        part = QTextLayout.FormatRange()
        part.start, part.length = 0, utf16(line.title, len(line.second) + 1)
        part.format = strong
        layout.setFormats([part])
    layout.beginLayout()
    top = 0.0
    while (one := layout.createLine()).isValid():
        one.setLineWidth(width)
        one.setPosition(QPointF(0, top))
        top += one.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return sum(layout.lineAt(number).height() for number in range(layout.lineCount()))
