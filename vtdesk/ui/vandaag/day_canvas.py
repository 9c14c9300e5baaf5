"""The painted part of the day column: hour grid, blocks and the line of now."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.theme import palette, style
from vtdesk.ui.vandaag import words
from vtdesk.ui.vandaag.block import AfspraakBlock, BlockState
from vtdesk.ui.vandaag.day_layout import DayLayout, Measure, Placed, lay_out
from vtdesk.ui.vandaag.moves import Move
from vtdesk.ui.vandaag.now_line import NowLine
from vtdesk.ui.widgets.buttons import small
from vtdesk.values.tijd import klok, local

RIGHT, TOP, BOTTOM = 14, 18, 14  # room around the blocks


class DayCanvas(QWidget):
    """Shows one day; each appointment is a block, what found no lane is behind a `+2`."""

    block_made = Signal(object)  # AfspraakBlock
    opened = Signal(object)  # AfspraakRow, chosen from the `+2`

    def __init__(self, day: date, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._now = day, now
        self._rows: tuple[AfspraakRow, ...] = ()
        self._move: Move | None = None
        self._next_id: UUID | None = None
        self._blocks: dict[UUID, AfspraakBlock] = {}
        self._rests: list[QPushButton] = []
        self._line = NowLine(self)
        self._layout: DayLayout = lay_out(day, (), self._measure())

    def show_day(self, day: date, rows: Sequence[AfspraakRow], next_id: UUID | None) -> None:
        """Show these appointments; a block that stays keeps its focus."""
        self._day, self._rows, self._next_id = day, tuple(rows), next_id
        self._arrange()

    def show_now(self, now: datetime) -> None:
        """Move the line of now, and let what is past look so."""
        self._now = now
        self._arrange()

    def show_move(self, move: Move | None) -> None:
        """Show a block where it would stand, or back where it stands."""
        self._move = move
        self._arrange()

    def blocks(self) -> list[AfspraakBlock]:
        """List the blocks on screen in the order of the day."""
        order = {row.id: place for place, row in enumerate(self._shown_rows())}
        shown = [block for block in self._blocks.values() if not block.isHidden()]
        return sorted(shown, key=lambda block: order[block.row.id])

    def top_of(self, moment: datetime) -> int:
        """Give where a moment lies."""
        return TOP + round(self._layout.top_of(moment))

    def minutes_in(self, pixels: int) -> float:
        """Give how many minutes a distance stands for."""
        return pixels / self._layout.hour * 60

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
            self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(style.font("klein"))
        for line in self._layout.hours:
            top = TOP + round(line.top)
            if not self._line.covers(top):
                label = QRect(0, top - 10, hours_width() - 12, 20)
                painter.setPen(palette.colour("stil"))
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(label, flags, line.words)
            painter.setPen(QPen(palette.colour("lijn"), 1))
            painter.drawLine(hours_width() - 6, top, self.width() - RIGHT + 6, top)
        self._paint_half_hours(painter)
        painter.end()

    def _paint_half_hours(self, painter: QPainter) -> None:
        pen = QPen(palette.colour("lijn"), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for line in self._layout.hours[:-1]:
            middle = TOP + round(line.top + self._layout.hour / 2)
            painter.drawLine(hours_width(), middle, self.width() - RIGHT + 6, middle)

    def _measure(self) -> Measure:
        width = max(200, self.width() - hours_width() - RIGHT)
        return Measure(width, hour=style.scaled(58), least=style.scaled(24))

    def _shown_rows(self) -> list[AfspraakRow]:
        moving = self._move
        if moving is None:
            return list(self._rows)
        rows = [moving.moved if row.id == moving.row.id else row for row in self._rows]
        return sorted(rows, key=lambda row: row.begin)

    def _arrange(self) -> None:
        rows = {row.id: row for row in self._shown_rows()}
        self._layout = lay_out(self._day, list(rows.values()), self._measure())
        for gone in self._blocks.keys() - rows.keys():
            block = self._blocks.pop(gone)
            block.hide()
            block.deleteLater()
        placed = {place.ids[0]: place for place in self._layout.blocks}
        before: QWidget | None = None
        for row in rows.values():
            block = self._show_block(row, placed.get(row.id))
            if before is not None:
                QWidget.setTabOrder(before, block)
            before = block
        self._show_rests(rows)
        self._place_line()
        self.updateGeometry()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def _show_block(self, row: AfspraakRow, place: Placed | None) -> AfspraakBlock:
        pending = self._move is not None and self._move.row.id == row.id
        state = BlockState(
            self._now,
            now_at=self._now_in(place),
            is_next=row.id == self._next_id,
            pending=pending,
        )
        block = self._blocks.get(row.id)
        if block is None:
            block = self._blocks[row.id] = AfspraakBlock(row, state, self)
            self.block_made.emit(block)
        else:
            block.show_row(row, state)
        block.setVisible(place is not None)
        if place is not None:
            block.setGeometry(_rect(place))
        if pending:
            block.raise_()
        return block

    def _now_in(self, place: Placed | None) -> int | None:
        """Give where the line of now crosses a block."""
        if place is None or local(self._now).date() != self._day:
            return None
        room = _rect(place)
        now_at = self.top_of(self._now) - room.top()
        return now_at if 0 < now_at < room.height() else None

    def _show_rests(self, rows: dict[UUID, AfspraakRow]) -> None:
        for button in self._rests:
            button.hide()
            button.deleteLater()
        self._rests = []
        for place in self._layout.rests:
            button = small(f"+{len(place.ids)}")
            button.setParent(self)
            button.setObjectName("rest")
            titles = ", ".join(rows[i].titel for i in place.ids)
            button.setAccessibleDescription(titles)
            button.setGeometry(_rect(place))
            button.setMenu(self._menu([rows[i] for i in place.ids], button))
            button.show()
            self._rests.append(button)

    def _menu(self, rows: Sequence[AfspraakRow], button: QPushButton) -> QMenu:
        menu = QMenu(button)
        for row in rows:
            action = menu.addAction(words.spoken(row).replace("&", "&&"))
            action.triggered.connect(lambda _=False, row=row: self.opened.emit(row))
        return menu

    def _place_line(self) -> None:
        today = local(self._now).date() == self._day
        if today and self._layout.holds(self._now):
            width = self.width() - RIGHT + 6
            self._line.show_at(klok(self._now), self.top_of(self._now), width)
        else:
            self._line.hide()


def hours_width() -> int:
    """Give the room at the left for the hours; it grows with the text."""
    return style.scaled(48) + 14


def _rect(place: Placed) -> QRect:
    """Round edges, not sizes, so that neighbours never meet."""
    left, top = round(place.left), round(place.top)
    return QRect(
        hours_width() + left, TOP + top, round(place.right) - left, round(place.bottom) - top
    )
