"""A row of a list with a few lines of running text in which some words are bold."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from vtdesk.ui.theme import icons, palette, style
from vtdesk.ui.widgets.row_delegate import LINE_ROLE, PAD, Line, RowDelegate, paint_ground
from vtdesk.ui.widgets.running_text import Range, run_on

LINES = 2
AIR = 8


class PassageDelegate(RowDelegate):
    """Paints a `Line` whose second line runs on, with the words bold that `bold` names by row."""

    bold: Callable[[int], Sequence[Range]]

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: Line = index.data(LINE_ROLE)
        if line.heading or not line.second:
            return super().sizeHint(option, index)
        title = QFontMetrics(style.font(weight=600)).height()
        small = QFontMetrics(style.font("klein", weight=600))
        room = self.view_width() - 2 * PAD - AIR - style.scaled(icons.SIZE)
        lines = 1 if small.horizontalAdvance(line.second) < room else LINES
        return QSize(120, title + lines * small.lineSpacing() + 2 * AIR)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        if line.heading or not line.second:
            super().paint(painter, option, index)
            return
        room: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, room, option.state)
        inside = room.adjusted(PAD, AIR, -PAD, -AIR)
        size = style.scaled(icons.SIZE)
        icons.icon(line.icon, line.icon_tone).paint(
            painter, QRect(inside.left(), inside.top(), size, size)
        )
        inside.adjust(size + AIR, 0, 0, 0)
        below = _paint_title(painter, inside, line)
        paint_passage(painter, below, line.second, self.bold(index.row()))
        painter.restore()


def paint_passage(painter: QPainter, room: QRect, words: str, bold: Sequence[Range]) -> None:
    """Draw running text in as many lines as there is room for, and … for the rest."""
    laid = run_on(words, room.width(), bold, role="klein", most=LINES + 1)
    painter.setPen(palette.colour("stil"))
    end = _end_of(laid, LINES)
    if end < len(laid.text()):
        shorter = f"{words[: max(0, end - 2)].rstrip()}…"
        laid = run_on(shorter, room.width(), bold, role="klein", most=LINES + 1)
    for number in range(min(LINES, laid.lineCount())):
        laid.lineAt(number).draw(painter, QPointF(room.topLeft()))


def _paint_title(painter: QPainter, room: QRect, line: Line) -> QRect:
    """Draw title and words at the side; gives the room below them."""
    small, strong = QFontMetrics(style.font("klein")), QFontMetrics(style.font(weight=600))
    side = min(small.horizontalAdvance(line.side) + 2, room.width() // 2)
    place = QRect(room.left(), room.top(), room.width(), strong.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.setFont(style.font("klein"))
    painter.setPen(palette.colour(line.side_tone))
    right = place.adjusted(place.width() - side, 0, 0, 0)
    painter.drawText(right, flags, small.elidedText(line.side, Qt.TextElideMode.ElideRight, side))
    painter.setFont(style.font(weight=600))
    painter.setPen(palette.colour("tekst"))
    left = place.adjusted(0, 0, -side - AIR, 0)
    title = strong.elidedText(line.title, Qt.TextElideMode.ElideRight, left.width())
    painter.drawText(left, flags, title)
    return room.adjusted(0, strong.height(), 0, 0)


def _end_of(layout: QTextLayout, lines: int) -> int:
    last = layout.lineAt(min(lines, layout.lineCount()) - 1)
    return int(last.textStart() + last.textLength())
