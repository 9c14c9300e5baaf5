"""Draws a row of a list: icon, title, second line, words at the side and a chip."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from vtdesk.ui.theme import icons, palette, style
from vtdesk.ui.widgets.crisis_mark import Mark, mark_width, paint_mark
from vtdesk.ui.widgets.letter_box import SIDE, paint_letter

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
ONE_LINE, TWO_LINES, EXTRA_LINE, HEADING = 34, 52, 18, 30
PAD = 10


@dataclass(frozen=True, slots=True)
class Line:
    """What one row of a list says; tones are colour roles."""

    title: str
    second: str = ""
    third: str = ""
    side: str = ""
    side_tone: str = "stil"
    chip: str = ""
    chip_tone: str = "stil"
    icon: str = ""
    icon_tone: str = "stil"
    letter: str = ""  # of an uitspraak, in its box where an icon would be
    marks: tuple[Mark, ...] = ()  # of the crisis ratings, at the right of the last line
    quiet: bool = False  # the title in the quiet colour: past, closed
    strong: bool = True  # the title half bold
    heading: bool = False

    def spoken(self) -> str:
        """Give all that the row says, in reading order."""
        marks = (mark.word for mark in self.marks)
        parts = (self.title, self.second, self.third, self.side, self.chip, *marks)
        return ", ".join(part for part in parts if part)


class RowDelegate(QStyledItemDelegate):
    """Paints a `Line` in the look of the theme."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: Line = index.data(LINE_ROLE)
        if line.heading:
            return QSize(80, style.scaled(HEADING))
        height = TWO_LINES if line.second else ONE_LINE
        return QSize(120, style.scaled(height + (EXTRA_LINE if line.third else 0)))

    def view_width(self) -> int:
        """Give the width of a row, for who asks before it is painted."""
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
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            _paint_heading(painter, room, line)
        else:
            paint_ground(painter, room, state)
            _paint_line(painter, room.adjusted(PAD, 0, -PAD, 0), line)
        painter.restore()


def _paint_heading(painter: QPainter, room: QRect, line: Line) -> None:
    painter.setFont(style.font("klein", weight=600))
    painter.setPen(palette.colour("stil"))
    place = room.adjusted(PAD, 0, -PAD, -4)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.title)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, line.side)


def paint_ground(painter: QPainter, room: QRect, state: QStyle.StateFlag) -> None:
    """Paint what lies under a row: chosen, under the mouse, with the focus."""
    box = QRectF(room).adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(palette.colour("keuze"))
        painter.drawRoundedRect(box, 6, 6)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(palette.colour("zacht"))
        painter.drawRoundedRect(box, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(palette.colour("accent"))
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_line(painter: QPainter, room: QRect, line: Line) -> None:
    if line.letter:
        room = _paint_box(painter, room, line.letter)
    if line.icon:
        room = _paint_icon(painter, room, line)
    room = _paint_right(painter, room, line)
    lines = [(line.title, style.font(weight=600 if line.strong else 400), line.quiet)]
    lines += [(words, style.font("klein"), True) for words in (line.second, line.third) if words]
    heights = [QFontMetrics(font).height() for _, font, _ in lines]
    top = room.top() + (room.height() - sum(heights)) // 2
    bottom = top + sum(heights)
    for (words, font, quiet), height in zip(lines, heights, strict=True):
        place = QRect(room.left(), top, room.width(), height)
        if top + height >= bottom:
            place = _paint_marks(painter, place, line.marks)
        _draw(painter, place, words, font, "stil" if quiet else "tekst")
        top += height


def _paint_icon(painter: QPainter, room: QRect, line: Line) -> QRect:
    size = style.scaled(icons.SIZE)
    middle = room.top() + (room.height() - size) // 2
    place = QRect(room.left(), middle, size, size)
    icons.icon(line.icon, line.icon_tone).paint(painter, place)
    return room.adjusted(size + 8, 0, 0, 0)


def _paint_box(painter: QPainter, room: QRect, letter: str) -> QRect:
    size = style.scaled(SIDE)
    middle = room.top() + (room.height() - size) // 2
    paint_letter(painter, QRectF(room.left(), middle, size, size), letter)
    return room.adjusted(size + 10, 0, 0, 0)


def _paint_marks(painter: QPainter, room: QRect, marks: tuple[Mark, ...]) -> QRect:
    for mark in reversed(marks):
        width = mark_width(mark)
        place = QRectF(room.right() - width + 1, room.top(), width, room.height())
        paint_mark(painter, place, mark)
        room = room.adjusted(0, 0, -width - 8, 0)
    return room


def _paint_right(painter: QPainter, room: QRect, line: Line) -> QRect:
    if line.chip:
        room = _paint_chip(painter, room, line)
    if line.side:
        font = style.font("klein")
        width = min(QFontMetrics(font).horizontalAdvance(line.side), room.width() // 2)
        place = QRect(room.right() - width + 1, room.top(), width, room.height())
        _draw(painter, place, line.side, font, line.side_tone)
        room = room.adjusted(0, 0, -width - 8, 0)
    return room


def _paint_chip(painter: QPainter, room: QRect, line: Line) -> QRect:
    font = style.font("klein", weight=500)
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(line.chip) + 14, room.width() // 2)
    height = metrics.height() + 6
    place = QRect(
        room.right() - width + 1, room.top() + (room.height() - height) // 2, width, height
    )
    edge, ground, colour = _chip_roles(line.chip_tone)
    painter.setPen(palette.colour(edge))
    painter.setBrush(palette.colour(ground))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    _draw(painter, place, line.chip, font, colour, centred=True)
    return room.adjusted(0, 0, -width - 8, 0)


def _chip_roles(tone: str) -> tuple[str, str, str]:
    """Give the roles of edge, ground and word; what is only chosen has no ground of its own."""
    match tone:
        case "" | "stil":
            return "lijn", "zacht", "stil"
        case "keuze":
            return "keuze", "keuze", "accent"
        case _:
            return f"{tone}-vlak", f"{tone}-vlak", tone


def _draw(
    painter: QPainter, place: QRect, words: str, font: QFont, colour: str, *, centred: bool = False
) -> None:
    painter.setFont(font)
    painter.setPen(palette.colour(colour))
    side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    fitting = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 1)
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, fitting)
