"""The days of the week side by side, over hours that they share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda.block import AfspraakBlock
from vtdesk.ui.agenda.day_axis import shared_hours
from vtdesk.ui.agenda.day_canvas import hours_width
from vtdesk.ui.agenda.move_bar import MoveBar
from vtdesk.ui.agenda.moves import Move
from vtdesk.ui.agenda.ruler import HourRuler
from vtdesk.ui.format import dagkop
from vtdesk.ui.theme import style
from vtdesk.ui.week import walking
from vtdesk.ui.week.block import WeekBlock
from vtdesk.ui.week.day import DayShown, Now, WeekDay
from vtdesk.ui.week.head import DayHead
from vtdesk.ui.week.load import Load
from vtdesk.ui.week.mover import Mover
from vtdesk.ui.week.scroll import Ground, HourScroll
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.values.tijd import at, end_of, local, start_of

EMPTY = "Nog niets in deze week."
BAR = 12  # width of the scroll bar, as the stylesheet has it


@dataclass(frozen=True, slots=True)
class WeekShown:
    """All that the board shows."""

    days: tuple[DayShown, ...]
    loads: tuple[Load, ...]
    now: datetime
    next_id: UUID | None = None
    is_empty: bool = False  # the whole week, also the days that are out of sight


class WeekBoard(QFrame):
    """Blocks can be walked, opened and moved, across days too."""

    opened = Signal(object)  # AfspraakRow
    cancel_requested = Signal(object)  # AfspraakRow
    plan_requested = Signal()
    move_chosen = Signal(object, object)  # Move, Reach
    day_wanted = Signal(object)  # date that must be among the days

    def __init__(self, day: date, now: datetime) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "weekbord", "Week")
        self._shown = WeekShown((), (), now)
        self._bar = MoveBar(air=8)
        self.mover = Mover(self._bar, self._rows_of, self)
        self._heads: list[DayHead] = []
        self._columns: list[WeekDay] = []
        self._ruler = HourRuler(day)
        self._empty = named(EmptyState(EMPTY, button="Afspraak maken"), "lege-week")
        self._empty.hide()
        self._head_row, self._column_row = row(air=0), row(self._ruler, air=0)
        self._inside = Ground()
        self._inside.setLayout(self._column_row)
        self._scroll = HourScroll(self._inside)
        self._lay_out()
        self._empty.button.clicked.connect(self.plan_requested)
        self._scroll.looked.connect(self._look)
        self.mover.changed.connect(self._follow_move)
        self.mover.chosen.connect(self.move_chosen)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 1, 8)  # its corners are round
        layout.setSpacing(4)
        layout.addWidget(self._bar)
        layout.addLayout(self._head_row)
        layout.addWidget(self._empty)
        layout.addWidget(self._scroll, 1)

    # what is shown

    def show_week(self, shown: WeekShown) -> None:
        """Show these days."""
        self._shown = shown
        self._make_room(len(shown.days))
        self.mover.follow([r for day in shown.days for r in day.rows])
        now = self._now()
        days = [day.day for day in shown.days]
        today = local(shown.now).date()
        here = today in days
        self._ruler.show_hours(today if here else days[0], now.hours, shown.now if here else None)
        self._head_row.setContentsMargins(hours_width(), 0, BAR, 0)
        for head, day, load in zip(self._heads, shown.days, shown.loads, strict=False):
            head.show_day(day.day, today, load)
            head.show_all_day(day.all_day, shown.now, verlof=day.verlof)
        for number in range(len(days)):
            self._show_column(number, now)
        self._empty.setVisible(shown.is_empty)
        self._inside.setMinimumHeight(self._ruler.sizeHint().height())
        self._scroll.look()  # columns that were added just now do not know it yet

    def _show_column(self, number: int, now: Now) -> None:
        column, day = self._columns[number], self._shown.days[number]
        named(column, f"dag-{day.day.isoformat()}", dagkop(day.day))
        column.show_in_week(*self._with_move(day, now))

    def _with_move(self, day: DayShown, now: Now) -> tuple[DayShown, Now, Move | None]:
        """Give what a day shows while a block is on its way to it, or from it."""
        move = self.mover.move
        if move is None:
            return day, now, None
        rest = tuple(r for r in day.rows if r.id != move.row.id)
        if _touches(day.day, move.moved):
            return replace(day, rows=(*rest, move.row)), now, move
        # The block under the pointer may not go: it has the mouse.
        return (day if self.mover.dragging else replace(day, rows=rest)), now, None

    def _now(self) -> Now:
        moving = self.mover.move
        days = [
            (
                d.day,
                (*d.timed, moving.moved) if moving and _touches(d.day, moving.moved) else d.timed,
            )
            for d in self._shown.days
        ]
        return Now(self._shown.now, shared_hours(days), self._shown.next_id)

    def _make_room(self, wanted: int) -> None:
        """Have as many columns as there are days."""
        while len(self._columns) < wanted:
            head, column = (
                DayHead(self._connect),
                WeekDay(local(self._shown.now).date(), self._shown.now),
            )
            head.opened.connect(self.opened)
            column.block_made.connect(self._connect)
            column.opened.connect(self.opened)
            self._heads.append(head)
            self._columns.append(column)
            self._head_row.addWidget(head, 1)
            self._column_row.addWidget(column, 1)
        for number, (head, column) in enumerate(zip(self._heads, self._columns, strict=True)):
            head.setVisible(number < wanted)
            column.setVisible(number < wanted)

    def _rows_of(self, day: date) -> Sequence[AfspraakRow]:
        return next((shown.rows for shown in self._shown.days if shown.day == day), ())

    @Slot(int, int)
    def _look(self, top: int, bottom: int) -> None:
        """Make blocks of what came into sight."""
        for column in self._columns[: len(self._shown.days)]:
            column.show_window(top, bottom)

    def scroll_to_now(self) -> None:
        """Scroll to one hour before now, or in another week to the begin of the working day."""
        today, days = local(self._shown.now).date(), [d.day for d in self._shown.days]
        here = today in days
        moment = self._shown.now - timedelta(hours=1) if here else at(days[0], 8)
        self._scroll.verticalScrollBar().setValue(max(0, self._ruler.top_of(moment) - 18))

    # the keyboard

    def focused(self) -> AfspraakRow | None:
        """Give the appointment whose block has the focus."""
        focus = self.window().focusWidget()
        inside = isinstance(focus, AfspraakBlock) and self.isAncestorOf(focus)
        return focus.row if inside and isinstance(focus, AfspraakBlock) else None

    def focus_on(self, afspraak_id: UUID) -> bool:
        """Bring a block into view and give it the focus."""
        for head, column in zip(self._heads, self._columns, strict=True):
            block = head.block_of(afspraak_id) or column.block_of(afspraak_id)
            if block is not None and not column.isHidden():
                if block.parent() is column:
                    self._scroll.ensureWidgetVisible(block, 0, style.scaled(58))
                block.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def focus_first(self) -> bool:
        """Bring what comes next to the keyboard, or else the first block of the days."""
        order = [i for ids in self._order() for i in ids]
        if self._shown.next_id in order:
            order.insert(0, self._shown.next_id)
        return bool(order) and self.focus_on(order[0])

    def blocks(self) -> list[AfspraakBlock]:
        """List the blocks in sight, day by day."""
        shown = zip(self._heads, self._columns, self._shown.days, strict=False)
        return [b for head, column, _ in shown for b in (*head.blocks(), *column.blocks())]

    def question(self) -> str:
        """Give what is asked about a move, or nothing."""
        return self._bar.words()

    def _order(self) -> list[list[UUID]]:
        shown = zip(self._heads, self._columns, self._shown.days, strict=False)
        return [[*head.row_ids(), *column.row_ids()] for head, column, _ in shown]

    @Slot(int)
    def _walk(self, step: int) -> None:
        """Go up or down; after the last one of a day comes the first one of the next."""
        row = self.focused()
        if row is not None and (beside := walking.along(self._order(), row.id, step)):
            self.focus_on(beside)

    @Slot(int)
    def _step(self, step: int) -> None:
        """Go to the day beside, to what stands at the same height there."""
        row = self.focused()
        if row is not None:
            begins = {r.id: local(r.begin).time() for day in self._shown.days for r in day.rows}
            if beside := walking.across(self._order(), row.id, step, begins):
                self.focus_on(beside)

    @Slot(object)
    def _connect(self, block: WeekBlock) -> None:
        block.opened.connect(self.opened)
        block.walked.connect(self._walk)
        block.stepped.connect(self._step)
        block.nudged.connect(self._nudge)
        block.carried.connect(self._carry)
        block.dragged_to.connect(self._drag)
        block.dropped.connect(self._drop)
        block.cancel_requested.connect(self.cancel_requested)
        block.answered.connect(self.mover.answer)
        block.given_up.connect(self.mover.give_up)

    # moving

    @Slot(object, int)
    def _nudge(self, row: AfspraakRow, steps: int) -> None:
        self.mover.nudge(self._as_stored(row), steps)
        self.focus_on(row.id)

    @Slot(object, int)
    def _carry(self, row: AfspraakRow, step: int) -> None:
        """Go to the next day that is shown; beyond them the days that are shown go along."""
        days = [shown.day for shown in self._shown.days]
        moving = self.mover.is_moving(row)
        day = self.mover.day if moving else local(row.begin).date()
        if day in days and 0 <= days.index(day) + step < len(days):
            target = days[days.index(day) + step]
        else:
            target = walking.next_workday(day or days[0], step)
        self.mover.carry(self._as_stored(row), (target - (day or target)).days)
        self.focus_on(row.id)

    @Slot(object, QPoint)
    def _drag(self, row: AfspraakRow, reach: QPoint) -> None:
        stored = self._as_stored(row)
        days = [shown.day for shown in self._shown.days]
        own = local(stored.begin).date()
        column = self._columns[0]
        number = days.index(own) + round(reach.x() / max(1, column.width())) if own in days else 0
        day = days[max(0, min(number, len(days) - 1))]
        self.mover.drag(stored, column.minutes_in(reach.y()), day)

    @Slot(object)
    def _drop(self, row: AfspraakRow) -> None:
        self.mover.drop()
        self.focus_on(row.id)

    def _as_stored(self, row: AfspraakRow) -> AfspraakRow:
        """Give a row as it stands in the kluis; a block on its way shows it elsewhere."""
        move = self.mover.move
        return move.row if move is not None and move.row.id == row.id else row

    @Slot()
    def _follow_move(self) -> None:
        """Show the days without and with what moves, and keep that in view."""
        day = self.mover.day
        if day is not None and all(shown.day != day for shown in self._shown.days):
            self.day_wanted.emit(day)
            return
        focused = self.focused()
        now = self._now()
        for number in range(len(self._shown.days)):
            self._show_column(number, now)
        if focused is not None and not self.mover.dragging:
            self.focus_on(focused.id)


def _touches(day: date, row: AfspraakRow) -> bool:
    return row.begin < end_of(day) and row.einde > start_of(day)
