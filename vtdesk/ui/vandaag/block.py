"""One appointment in the day column: a button of its own, painted in the form of its kind."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.labels import label
from vtdesk.ui.theme import icons, palette, style
from vtdesk.ui.vandaag import block_look, words
from vtdesk.ui.vandaag.moves import Reach, may_move
from vtdesk.ui.vandaag.now_line import THICK
from vtdesk.values.kinds import AfspraakStaat

TWO_LINES = 42
ICON = 16


@dataclass(frozen=True, slots=True)
class BlockState:
    """What a block shows besides the appointment itself."""

    now: datetime
    now_at: int | None = None  # where the line of now crosses the block
    is_next: bool = False
    pending: bool = False  # it is being moved and not stored there yet


class AfspraakBlock(QAbstractButton):
    """Shows an appointment; click or Enter opens it, drag or Alt+arrow moves it."""

    opened = Signal(object)  # AfspraakRow
    walked = Signal(int)  # -1 up, 1 down
    nudged = Signal(object, int)  # AfspraakRow, steps of five minutes
    dragged = Signal(object, int)  # AfspraakRow, pixels from where it stood
    dropped = Signal(object)  # AfspraakRow
    cancel_requested = Signal(object)  # AfspraakRow
    answered = Signal(object)  # Reach; while pending: Enter, or Shift+Enter with the rest
    given_up = Signal()  # while pending: Esc

    def __init__(self, row: AfspraakRow, state: BlockState, parent: QWidget) -> None:
        super().__init__(parent)
        self._row, self._state = row, state
        self._grabbed: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)
        self.show_row(row, state)

    @property
    def row(self) -> AfspraakRow:
        """Give the appointment that is shown."""
        return self._row

    def show_row(self, row: AfspraakRow, state: BlockState) -> None:
        """Show this appointment as it stands now."""
        self._row, self._state = row, state
        self.setObjectName(f"afspraak-{row.id}")
        self.setAccessibleName(words.spoken(row))
        self.setAccessibleDescription(words.described(row))
        # Without the escape a tooltip reads names such as `<b>` as markup.
        self.setToolTip(f"<p>{escape(row.titel)}<br>{escape(words.second_line(row))}</p>")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, style.scaled(28))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._act_on(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _act_on(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key means on a block; tell whether it meant anything."""
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        arrow = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if arrow is not None:
            if alt:
                self.nudged.emit(self._row, arrow)
            else:
                self.walked.emit(arrow)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(along=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Delete:
            self.cancel_requested.emit(self._row)
        elif key == Qt.Key.Key_Escape and self._state.pending:
            self.given_up.emit()
        else:
            return False
        return True

    def _enter(self, *, along: bool) -> None:
        if self._state.pending:
            self.answered.emit(Reach.REST if along else Reach.ALONE)
        else:
            self.opened.emit(self._row)

    def _open(self) -> None:
        if not self._state.pending:
            self.opened.emit(self._row)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and may_move(self._row):
            self._grabbed = event.globalPosition().toPoint()
            self._dragging = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            super().mouseMoveEvent(event)
            return
        reach = event.globalPosition().toPoint().y() - self._grabbed.y()
        if self._dragging or abs(reach) >= QApplication.startDragDistance():
            self._dragging = True
            self.setDown(False)
            self.dragged.emit(self._row, reach)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._grabbed, self._dragging = self._dragging, None, False
        super().mouseReleaseEvent(event)
        if dragging:
            self.dropped.emit(self._row)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_form(painter, QRectF(self.rect()))
        self._paint_words(painter)
        painter.end()

    def _paint_form(self, painter: QPainter, room: QRectF) -> None:
        row, state = self._row, self._state
        block_look.paint_ground(painter, room, row.soort, filled=not self._is_past())
        if state.pending:
            block_look.paint_pending(painter, room)
        elif state.is_next:
            block_look.paint_next(painter, room, row.soort)
        elif self.underMouse():
            block_look.paint_hover(painter, room)
        if state.now_at is not None:
            line = QRectF(room.left(), state.now_at - THICK / 2, room.width(), THICK)
            painter.fillRect(line, palette.colour("nu"))

    def _paint_words(self, painter: QPainter) -> None:
        look = block_look.LOOKS[self._row.soort]
        tall = self.height() >= style.scaled(TWO_LINES)
        size, line = style.scaled(ICON), style.scaled(20)
        top = style.scaled(6) if tall else (self.height() - line) // 2
        room = self.rect().adjusted(round(look.inset), 0, -8, 0)
        gone = self._row.staat in words.DONE
        icon = label(self._row.soort).icon
        picture = icons.icon(icon, "stil" if gone else look.tone)
        picture.paint(painter, QRect(room.left(), top + (line - size) // 2, size, size))
        room.adjust(size + 6, 0, 0, 0)
        room = self._paint_state(painter, room, top, line)
        title = QRect(room.left(), top, room.width(), line)
        used = self._draw(painter, title, self._row.titel, strong=True)
        second = words.second_line(self._row)
        if tall:
            below = QRect(room.left(), top + line - 2, room.width(), line)
            self._draw(painter, below, second, strong=False)
        else:
            self._draw(painter, title.adjusted(used + 8, 0, 0, 0), second, strong=False)

    def _paint_state(self, painter: QPainter, room: QRect, top: int, line: int) -> QRect:
        """Paint check or word at the right; give the room that is left of it."""
        row = self._row
        if row.staat is AfspraakStaat.GEHOUDEN:
            size = style.scaled(ICON)
            place = QRect(room.right() - size, top + (line - size) // 2, size, size)
            icons.icon("klaar", "goed").paint(painter, place)
            return room.adjusted(0, 0, -size - 6, 0)
        if row.staat in words.DONE:
            font = style.font("klein", weight=600)
            word = words.state(row)
            width = QFontMetrics(font).horizontalAdvance(word)
            painter.setFont(font)
            painter.setPen(palette.colour(label(row.staat).tone))
            place = QRect(room.right() - width, top, width + 1, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
            return room.adjusted(0, 0, -width - 8, 0)
        return room

    def _clear_line(self, painter: QPainter, room: QRect, width: int) -> None:
        """Interrupt the line of now behind words, else they look struck out."""
        now_at = self._state.now_at
        if now_at is not None and room.top() <= now_at <= room.bottom() and width:
            behind = QRectF(room.left() - 3, now_at - THICK, width + 6, THICK * 2)
            painter.fillRect(behind, block_look.ground(self._row.soort, filled=not self._is_past()))

    def _is_past(self) -> bool:
        row = self._row
        return words.is_over(row, self._state.now) or row.staat is not AfspraakStaat.GEPLAND

    def _draw(self, painter: QPainter, room: QRect, text: str, *, strong: bool) -> int:
        """Draw one line, cut off where the room ends; give the width that it took."""
        gone = self._row.staat in words.DONE
        font = style.font(weight=600) if strong else style.font("klein")
        font.setStrikeOut(gone and strong)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(
            " ".join(text.split()), Qt.TextElideMode.ElideRight, room.width()
        )
        self._clear_line(painter, room, metrics.horizontalAdvance(shown))
        painter.setFont(font)
        painter.setPen(palette.colour("tekst" if strong and not gone else "stil"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignAbsolute, shown)
        return metrics.horizontalAdvance(shown)
