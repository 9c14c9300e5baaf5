"""The painted part of the day column: hour grid, blocks and the line of now."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda.block import AfspraakBlock, Binnenregel, BlockState
from vtdesk.ui.agenda.block_pool import BlockPool
from vtdesk.ui.agenda.day_layout import DayLayout, Measure, Placed, lay_out
from vtdesk.ui.agenda.gemist import Gemist, GemistBlocks
from vtdesk.ui.agenda.moves import Move
from vtdesk.ui.agenda.now_line import NowLine
from vtdesk.ui.agenda.rest_button import RestButton
from vtdesk.ui.theme import palette, style
from vtdesk.values.tijd import klok, local

RIGHT, TOP, BOTTOM = 14, 18, 14  # room around the blocks
AHEAD = 80  # pixels beyond what is in sight for which blocks are made already


class DayCanvas(QWidget):
    """Shows one day; each appointment is a block, what found no lane is behind a `+2`.

    Only blocks in sight are widgets: `show_window` tells which part of the column that is.
    """

    block_made = Signal(object)  # AfspraakBlock
    opened = Signal(object)  # AfspraakRow, chosen from the `+2`
    call_opened = Signal(object)  # id of a terugbelverzoek

    def __init__(self, day: date, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._now = day, now
        self._rows: tuple[AfspraakRow, ...] = ()
        self._shown: dict[UUID, AfspraakRow] = {}  # as they stand on screen, in their order
        self._inside: Mapping[UUID, tuple[Binnenregel, ...]] = {}
        self._move: Move | None = None
        self._next_id: UUID | None = None
        self._window: tuple[int, int] | None = None  # None: all of the column
        self._places: dict[UUID, QRect] = {}
        self._pool = BlockPool(self._new_block)
        self._rests: list[RestButton] = []
        self._gemist = GemistBlocks(self, self.call_opened)
        self._line = self.new_line()
        self._layout: DayLayout = lay_out(day, (), self.measure())

    def show_day(self, day: date, rows: Sequence[AfspraakRow], next_id: UUID | None) -> None:
        """Show these appointments; a block that stays keeps its focus."""
        self._day, self._rows, self._next_id = day, tuple(rows), next_id
        self.arrange()

    def show_missed(self, rows: Sequence[Gemist]) -> None:
        """Show these callbacks beside the appointments."""
        if self._gemist.show(rows):
            self.arrange()

    def show_inside(self, inside: Mapping[UUID, tuple[Binnenregel, ...]]) -> None:
        """Show what happens inside these appointments, from the next time that they are shown."""
        self._inside = inside

    def show_now(self, now: datetime) -> None:
        """Move the line of now, and let what is past look so."""
        self._now = now
        self.arrange()

    def show_move(self, move: Move | None) -> None:
        """Show a block where it would stand, or back where it stands."""
        if move is not None or self._move is not None:
            self._move = move
            self.arrange()

    def show_window(self, top: int, bottom: int) -> None:
        """Make widgets only of what lies between these heights, and a little around them."""
        if self._window is None or top < self._window[0] or bottom > self._window[1]:
            self._window = (top - AHEAD, bottom + AHEAD)
            self._fill(kept=self._pool.shown().keys())

    def blocks(self) -> list[AfspraakBlock]:
        """List the blocks that are widgets now, in the order of the day."""
        shown = self._pool.shown()
        return [shown[i] for i in self._shown if i in shown]

    def row_ids(self) -> list[UUID]:
        """List what has a place of its own in the column, in the order of the day."""
        return [i for i in self._shown if i in self._places]

    def place_of(self, afspraak_id: UUID) -> QRect | None:
        """Give where an appointment stands, also when it is out of sight."""
        return self._places.get(afspraak_id)

    def block_of(self, afspraak_id: UUID) -> AfspraakBlock | None:
        """Give the block of an appointment, made when it was out of sight."""
        if afspraak_id not in self._places:
            return None
        return self._show_block(self._shown[afspraak_id])

    def top_of(self, moment: datetime) -> int:
        """Give where a moment lies."""
        return TOP + round(self._layout.top_of(moment))

    def minutes_in(self, pixels: int) -> float:
        """Give how many minutes a distance stands for."""
        return pixels / self._layout.axis.hour * 60

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, TOP + round(self._layout.height) + BOTTOM)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_hours(painter)
        left, right = self.left_room() - 6, self.width() - self.right_room() + 6
        whole = QPen(palette.colour("lijn"), 1)
        half = QPen(palette.colour("lijn"), 1, Qt.PenStyle.DotLine)
        for line in self._layout.hours:
            top = TOP + round(line.top)
            painter.setPen(whole)
            painter.drawLine(left, top, right, top)
            if line is not self._layout.hours[-1]:
                middle = TOP + round(line.top + self._layout.axis.hour / 2)
                painter.setPen(half)
                painter.drawLine(left + 6, middle, right, middle)
        painter.end()

    def paint_hours(self, painter: QPainter) -> None:
        """Write the hours at the left."""
        painter.setFont(style.font("klein"))
        painter.setPen(palette.colour("stil"))
        for line in self._layout.hours:
            top = TOP + round(line.top)
            if not self._line.covers(top):
                label = QRect(0, top - 10, hours_width() - 12, 20)
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(label, flags, line.words)

    def left_room(self) -> int:
        """Give the room at the left of the blocks."""
        return hours_width()

    def right_room(self) -> int:
        """Give the room at the right of the blocks."""
        return RIGHT

    def measure(self) -> Measure:
        """Give how large things are."""
        width = max(200, self.width() - self.left_room() - self.right_room())
        return Measure(width, hour=style.scaled(58), least=style.scaled(24))

    def new_block(self, row: AfspraakRow, state: BlockState) -> AfspraakBlock:
        """Make a block; what is out of sight lends its own to what comes into it."""
        return AfspraakBlock(row, state, self)

    def new_line(self) -> NowLine:
        """Make the line of now."""
        return NowLine(self)

    def show_line(self, line: NowLine, top: int) -> None:
        """Let the line of now lie across the column."""
        line.show_at(klok(self._now), top, self.width() - self.right_room() + 6)

    def arrange(self) -> None:
        """Give everything its place again."""
        self._shown = {row.id: row for row in self._shown_rows()}
        layout = lay_out(self._day, list(self._shown.values()), self.measure(), self._gemist.rows)
        self._layout = layout
        self._places = {place.ids[0]: self._rect(place) for place in layout.blocks}
        self._fill()
        by_id = {place.ids[0]: self._rect(place) for place in layout.beside}
        self._gemist.place([by_id[row.id] for row in self._gemist.rows])
        self._show_rests(layout.rests)
        self._place_line()
        self.updateGeometry()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def _shown_rows(self) -> list[AfspraakRow]:
        moving = self._move
        if moving is None:
            return list(self._rows)
        rows = [moving.moved if row.id == moving.row.id else row for row in self._rows]
        return sorted(rows, key=lambda row: row.begin)

    def _fill(self, kept: Collection[UUID] = ()) -> None:
        """Make a block of everything in sight, and of nothing else; `kept` stands there already."""
        wanted = [i for i in self._shown if self._is_wanted(i)]
        fresh = set(wanted).difference(kept)
        self._pool.keep(wanted)
        for i in wanted:
            if i in fresh:
                self._show_block(self._shown[i])
        shown = self._pool.shown()
        for before, after in pairwise(wanted):
            if before in fresh or after in fresh:
                QWidget.setTabOrder(shown[before], shown[after])
        last = [shown[wanted[-1]]] if wanted else []
        for one, other in pairwise([*last, *self._gemist.widgets()]):
            QWidget.setTabOrder(one, other)

    def _is_wanted(self, afspraak_id: UUID) -> bool:
        place = self._places.get(afspraak_id)
        if place is None:
            return False
        if self._window is None or self._is_moving(afspraak_id):
            return True
        top, bottom = self._window
        in_sight = place.bottom() >= top and place.top() <= bottom
        return in_sight or self._pool.has_focus(afspraak_id)

    def _is_moving(self, afspraak_id: UUID) -> bool:
        return self._move is not None and self._move.row.id == afspraak_id

    def _show_block(self, row: AfspraakRow) -> AfspraakBlock:
        place, pending = self._places[row.id], self._is_moving(row.id)
        state = BlockState(
            self._now,
            now_at=self._now_in(place),
            is_next=row.id == self._next_id,
            pending=pending,
            inside=self._inside.get(row.id, ()),
        )
        block = self._pool.show(row, state)
        block.setGeometry(place)
        block.show()
        if pending:
            block.raise_()
        return block

    def _new_block(self, row: AfspraakRow, state: BlockState) -> AfspraakBlock:
        block = self.new_block(row, state)
        self.block_made.emit(block)
        return block

    def _now_in(self, place: QRect) -> int | None:
        """Give where the line of now crosses a block."""
        if local(self._now).date() != self._day:
            return None
        now_at = self.top_of(self._now) - place.top()
        return now_at if 0 < now_at < place.height() else None

    def _show_rests(self, rests: Sequence[Placed]) -> None:
        for button in self._rests[len(rests) :]:
            button.hide()
            button.deleteLater()
        del self._rests[len(rests) :]
        while len(self._rests) < len(rests):
            self._rests.append(RestButton(self, self.opened))
        for button, place in zip(self._rests, rests, strict=True):
            button.show_rows([self._shown[i] for i in place.ids])
            button.setGeometry(self._rect(place))
            button.show()

    def _place_line(self) -> None:
        today = local(self._now).date() == self._day
        if today and self._layout.holds(self._now):
            self.show_line(self._line, self.top_of(self._now))
        else:
            self._line.hide()

    def _rect(self, place: Placed) -> QRect:
        """Round edges, not sizes, so that neighbours never meet."""
        left, top = round(place.left), round(place.top)
        width, height = round(place.right) - left, round(place.bottom) - top
        return QRect(self.left_room() + left, TOP + top, width, height)


def hours_width() -> int:
    """Give the room at the left for the hours; it grows with the text."""
    return style.scaled(48) + 14
