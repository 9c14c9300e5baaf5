"""One appointment in the day column: a button of its own, painted in the form of its kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui import actions
from vtdesk.ui.agenda import block_look, words
from vtdesk.ui.agenda.moves import Reach, may_move
from vtdesk.ui.agenda.now_line import THICK
from vtdesk.ui.labels import label
from vtdesk.ui.theme import icons, palette, style
from vtdesk.values.kinds import AfspraakStaat

TWO_LINES = 42
ICON = 16
KEYS = (
    "blok-open", "blok-boven", "blok-onder", "blok-eerder", "blok-later", "blok-met-rest",
    "blok-weg",
)  # fmt: skip
COLUMNS, BELOW = (0, 44, 160), 4  # where the lines inside have their parts, and end


@dataclass(frozen=True, slots=True)
class Binnenregel:
    """One line of what happens inside an appointment: `10:00  J., 15 jaar  Hulp gaat door`."""

    tijd: str
    wie: str
    uitkomst: str


@dataclass(frozen=True, slots=True)
class BlockState:
    """What a block shows besides the appointment itself."""

    now: datetime
    now_at: int | None = None  # where the line of now crosses the block
    is_next: bool = False
    pending: bool = False  # it is being moved and not stored there yet
    inside: tuple[Binnenregel, ...] = ()


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
        self.commands: dict[str, Callable[[], None]] = {
            "blok-boven": lambda: self.walked.emit(-1),
            "blok-onder": lambda: self.walked.emit(1),
            "blok-eerder": lambda: self.nudged.emit(self._row, -1),
            "blok-later": lambda: self.nudged.emit(self._row, 1),
            "blok-open": lambda: self._enter(along=False),
            "blok-met-rest": lambda: self._enter(along=True),
            "blok-weg": lambda: self.cancel_requested.emit(self._row),
        }
        self.clicked.connect(self._open)
        self.show_row(row, state)

    @property
    def row(self) -> AfspraakRow:
        """Give the appointment that is shown."""
        return self._row

    def show_row(self, row: AfspraakRow, state: BlockState) -> None:
        """Show this appointment as it stands now."""
        if self.objectName() and row == self._row:
            if state != self._state:
                self._state = state
                self._describe()
                self.update()
            return
        self._row, self._state = row, state
        self._second = words.second_line(row)
        self.setObjectName(f"afspraak-{row.id}")
        self.setAccessibleName(words.spoken(row))
        self._describe()
        # Without the escape a tooltip reads names such as `<b>` as markup.
        self.setToolTip(f"<p>{escape(row.titel)}<br>{escape(self._second)}</p>")
        self.update()

    def _describe(self) -> None:
        inside = (f"{one.tijd} {one.wie} {one.uitkomst}".strip() for one in self._state.inside)
        self.setAccessibleDescription(", ".join((words.described(self._row), *inside)))

    def forget(self) -> None:
        """Name nobody while this block shows no appointment."""
        self.setObjectName("")
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.setToolTip("")

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, style.scaled(28))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self.commands.get(actions.pressed(event, self.commands))
        if command is not None:
            command()
        elif event.key() == Qt.Key.Key_Escape and self._state.pending:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

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
        reach = event.globalPosition().toPoint() - self._grabbed
        if self._dragging or self.is_far(reach):
            self._dragging = True
            self.setDown(False)
            self.tell_drag(reach)

    def is_far(self, reach: QPoint) -> bool:
        """Tell whether the pointer went far enough to mean a drag."""
        return abs(reach.y()) >= QApplication.startDragDistance()

    def tell_drag(self, reach: QPoint) -> None:
        """Tell how far the block was dragged."""
        self.dragged.emit(self._row, reach.y())

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
        self._paint_now(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_form(self, painter: QPainter, room: QRectF) -> None:
        row, state = self._row, self._state
        past = words.is_over(row, state.now) or row.staat is not AfspraakStaat.GEPLAND
        block_look.paint_ground(painter, room, row.soort, filled=not past)
        if state.pending:
            block_look.paint_pending(painter, room)
        elif state.is_next:
            block_look.paint_next(painter, room, row.soort)
        elif self.underMouse():
            block_look.paint_hover(painter, room)

    def _paint_now(self, painter: QPainter) -> None:
        """Draw the line of now in one piece, under the words, which stay whole."""
        if self._state.now_at is None:
            return
        line = QRectF(0, self._state.now_at - THICK / 2, self.width(), THICK)
        painter.fillRect(line, palette.colour("nu"))

    def _paint_words(self, painter: QPainter) -> None:
        """Paint icon, title, state and second line, and what happens inside."""
        row, look = self._row, block_look.LOOKS[self._row.soort]
        tall = self.height() >= style.scaled(TWO_LINES)
        line = style.scaled(20)
        top = style.scaled(6) if tall else (self.height() - line) // 2
        room = QRect(round(look.inset), top, self.width() - round(look.inset) - 8, line)
        tone = "stil" if row.staat in words.DONE else look.tone
        icon = self._paint_icon(painter, room, label(row.soort).icon, tone)
        if row.reeks_id is not None:
            beside = room.translated(icon.width() + 3, 0)
            icon = icon.united(self._paint_icon(painter, beside, "reeks", "stil"))
        state = self._paint_state(painter, room)
        room.setLeft(icon.right() + 7)
        room.setRight(state.left() - 7)
        title = self._draw(painter, room, row.titel, strong=True)
        rest = QRect(title.right() + 9, top, room.right() - title.right() - 9, line)
        below = room.translated(0, line - 2)
        self._draw(painter, below if tall else rest, self._second, strong=False)
        if tall:
            self._paint_inside(painter, below.translated(0, line))

    def _paint_inside(self, painter: QPainter, room: QRect) -> None:
        """Paint what happens inside, as many lines as there is room for."""
        for one in self._state.inside:
            if room.bottom() > self.height() - BELOW:
                break
            for text, left in zip((one.tijd, one.wie, one.uitkomst), COLUMNS, strict=True):
                place = room.adjusted(style.scaled(left), 0, 0, 0)
                self._draw(painter, place, text, strong=False)
            room = room.translated(0, room.height())

    def _paint_icon(self, painter: QPainter, room: QRect, role: str, tone: str) -> QRect:
        size = style.scaled(ICON)
        place = QRect(room.left(), room.top() + (room.height() - size) // 2, size, size)
        icons.icon(role, tone).paint(painter, place)
        return place

    def _paint_state(self, painter: QPainter, room: QRect) -> QRect:
        """Paint a check or the word at the right."""
        row = self._row
        if row.staat is AfspraakStaat.GEHOUDEN:
            right = room.adjusted(room.width() - style.scaled(ICON), 0, 0, 0)
            return self._paint_icon(painter, right, "klaar", "goed")
        if row.staat not in words.DONE:
            return QRect(room.right() + 7, room.top(), 0, room.height())
        font = style.font("klein", weight=600)
        width = QFontMetrics(font).horizontalAdvance(words.state(row)) + 1
        place = QRect(room.right() - width, room.top(), width, room.height())
        painter.setFont(font)
        painter.setPen(palette.colour(label(row.staat).tone))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words.state(row))
        return place

    def _draw(self, painter: QPainter, room: QRect, text: str, *, strong: bool) -> QRect:
        """Draw one line in the type that goes with its weight and with what became of it."""
        gone = self._row.staat in words.DONE
        font = style.font(weight=600) if strong else style.font("klein")
        font.setStrikeOut(gone and strong)
        colour = palette.colour("tekst" if strong and not gone else "stil")
        return block_look.draw_line(painter, room, text, font, colour)
