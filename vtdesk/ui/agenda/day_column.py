"""The day as a column: all-day blocks on top, the hours below, and the moving of blocks."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda import moves
from vtdesk.ui.agenda.all_day import all_day_line
from vtdesk.ui.agenda.block import AfspraakBlock, Binnenregel, BlockState
from vtdesk.ui.agenda.day_canvas import DayCanvas, hours_width
from vtdesk.ui.agenda.gemist import Gemist
from vtdesk.ui.agenda.move_bar import MoveBar
from vtdesk.ui.agenda.moves import STEP, Move, Reach
from vtdesk.ui.format import tijden
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import column, emptied, scrolled
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import at, local

EMPTY = "Vandaag staat er niets gepland. Plan een afspraak of werk je verslagen bij."
EMPTY_OTHER = "Op deze dag staat nog niets. Plan een afspraak of ga naar een andere dag."
MORNING, HOUR = 8, timedelta(hours=1)
AHEAD = 3 * HOUR  # so much of what comes is in sight too


class DayColumn(QFrame):
    """Shows the blocks of a day and lets them be walked, opened and moved."""

    opened = Signal(object)  # AfspraakRow
    cancel_requested = Signal(object)  # AfspraakRow
    plan_requested = Signal()
    move_chosen = Signal(object, object)  # Move, Reach
    call_opened = Signal(object)  # id of a terugbelverzoek

    def __init__(self, day: date, now: datetime, *, name: str = "dag") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, name, "Dag")
        self._day, self._now = day, now
        self._rows: tuple[AfspraakRow, ...] = ()
        self._move: Move | None = None
        self._narrow = False
        self._at_begin = False  # nobody scrolled since the column itself did
        self._reach = Reach.ALONE
        self._head = named(text("", "kop", wrap=False), "kop")
        self._head.setContentsMargins(16, 10, 16, 0)
        self._head.hide()
        self._all_day = column(air=4)
        self._all_day_blocks: list[AfspraakBlock] = []
        self._bar = MoveBar(air=8)
        self._empty = named(EmptyState(EMPTY, button="Afspraak maken"), "lege-dag")
        self._canvas = named(DayCanvas(day, now), "uren")
        self._scroll = scrolled(self._canvas)

        parts = (self._head, self._all_day, self._bar, self._empty, self._scroll)
        layout = column(*parts, air=0, margins=1)
        layout.setStretch(len(parts) - 1, 1)
        self.setLayout(layout)

        self._scroll.verticalScrollBar().actionTriggered.connect(self._leave_begin)
        self._canvas.block_made.connect(self._connect_block)
        self._canvas.opened.connect(self.opened)
        self._canvas.call_opened.connect(self.call_opened)
        self._empty.button.clicked.connect(self.plan_requested)
        self._bar.answered.connect(self._choose_reach)
        self._bar.insisted.connect(self._finish)
        self._bar.given_up.connect(self.give_up)

    def show_day(
        self, day: date, rows: Sequence[AfspraakRow], next_id: UUID | None, *, verlof: bool
    ) -> None:
        """Show the appointments of a day."""
        other_day = day != self._day
        self._day, self._rows = day, tuple(rows)
        timed = [row for row in rows if not row.hele_dag]
        if self._move is not None:
            still = self._still(self._move)
            self._move = Move(still, self._move.minutes) if still else self._move
            if still is None:
                self.give_up()
        self._show_all_day([row for row in rows if row.hele_dag], verlof=verlof)
        self._empty.say(EMPTY if day == local(self._now).date() else EMPTY_OTHER)
        self._empty.setVisible(not rows and not verlof)
        self._canvas.show_day(day, timed, next_id)
        if other_day:
            self.give_up()
            self.scroll_to_now()

    def show_missed(self, rows: Sequence[Gemist]) -> None:
        """Show who called meanwhile, beside what she was doing."""
        self._canvas.show_missed(rows)

    def show_inside(self, inside: Mapping[UUID, tuple[Binnenregel, ...]]) -> None:
        """Show what happens inside these appointments, once the day is shown."""
        self._canvas.show_inside(inside)

    def set_head(self, words: str) -> None:
        """Say above the column which day it shows, where the page does not say it already."""
        self._head.setText(words)
        self._head.show()
        self.setAccessibleName(words)

    def show_now(self, now: datetime) -> None:
        """Let the line of now follow the clock."""
        self._now = now
        self._canvas.show_now(now)

    def scroll_to_now(self) -> None:
        """Scroll to the begin of the working day; without room for now too to an hour before it."""
        moment = at(self._day, MORNING)
        if self._now.date() == self._day and (self._narrow or not self._fits(moment)):
            moment = self._now - HOUR
        self._scroll.verticalScrollBar().setValue(max(0, self._canvas.top_of(moment) - 18))
        self._at_begin = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._begin_again()

    @Slot()
    def _leave_begin(self) -> None:
        self._at_begin = False

    def _begin_again(self) -> None:
        """Begin with the room there is now, unless something else was brought in sight."""
        if self._at_begin:
            self.scroll_to_now()

    def fit(self, *, narrow: bool) -> None:
        """Take the form that fits the window; a narrow one begins at now."""
        self._narrow = narrow
        self._begin_again()

    def _fits(self, moment: datetime) -> bool:
        """Tell whether what comes is in sight too when the column begins at a moment."""
        needed = self._canvas.top_of(self._now + AHEAD) - self._canvas.top_of(moment)
        return needed <= self._scroll.viewport().height()

    def blocks(self) -> list[AfspraakBlock]:
        """List the blocks on screen, all-day ones first."""
        return [*self._all_day_blocks, *self._canvas.blocks()]

    def focused(self) -> AfspraakRow | None:
        """Give the appointment whose block has the focus."""
        return next((block.row for block in self.blocks() if block.hasFocus()), None)

    def focus_on(self, afspraak_id: UUID) -> bool:
        """Bring a block into view and give it the focus."""
        for block in self.blocks():
            if block.row.id == afspraak_id:
                self._at_begin = False
                self._scroll.ensureWidgetVisible(block, 0, style.scaled(58))
                block.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def block_of(self, afspraak_id: UUID) -> AfspraakBlock | None:
        """Give the block of an appointment."""
        return next((block for block in self.blocks() if block.row.id == afspraak_id), None)

    def question(self) -> str:
        """Give what is asked about a move, or nothing."""
        return self._bar.words()

    @Slot()
    def give_up(self) -> None:
        """Let the block stand where it stood."""
        moved, self._move = self._move, None
        self._bar.hide()
        self._canvas.show_move(None)
        if moved is not None:
            self.focus_on(moved.row.id)

    @Slot(object)
    def _connect_block(self, block: AfspraakBlock) -> None:
        block.opened.connect(self.opened)
        block.walked.connect(self._walk)
        block.nudged.connect(self._nudge)
        block.dragged.connect(self._drag)
        block.dropped.connect(self._drop)
        block.cancel_requested.connect(self.cancel_requested)
        block.answered.connect(self._choose_reach)
        block.given_up.connect(self.give_up)

    def walk_from(self, afspraak_id: UUID, step: int) -> bool:
        """Go one block up or down from this one, or to it at the end; tell whether it is here."""
        self._canvas.block_of(afspraak_id)  # it may be out of sight
        ids = [block.row.id for block in self.blocks()]
        if afspraak_id not in ids:
            return False
        place = ids.index(afspraak_id) + step
        return self.focus_on(ids[min(max(place, 0), len(ids) - 1)])

    def focus_end(self, step: int) -> None:
        """Come into the day from above, or from below."""
        blocks = self.blocks()
        if blocks:
            self.focus_on(blocks[0 if step > 0 else -1].row.id)

    @Slot(int)
    def _walk(self, step: int) -> None:
        focused = self.focused()
        if focused is not None:
            self.walk_from(focused.id, step)

    @Slot(object, int)
    def _nudge(self, row: AfspraakRow, steps: int) -> None:
        if self._move is None or self._move.row.id != row.id:
            self._move = Move(row, 0)
        self._show_move(self._move.by(steps * STEP, self._day))
        self._ask()

    @Slot(object, int)
    def _drag(self, row: AfspraakRow, pixels: int) -> None:
        start = self._still(self._move) if self._move else row
        steps = round(self._canvas.minutes_in(pixels) / STEP)
        self._show_move(Move(start or row, 0).by(steps * STEP, self._day))

    @Slot(object)
    def _drop(self, _row: AfspraakRow) -> None:
        self._ask()

    def _still(self, move: Move) -> AfspraakRow | None:
        """Give the row of a move as it is now; nothing when it may no longer move."""
        return next(
            (row for row in self._rows if row.id == move.row.id and moves.may_move(row)), None
        )

    def _show_move(self, move: Move) -> None:
        if moves.may_move(move.row):
            self._move = move
            self._canvas.show_move(move)
            QTimer.singleShot(0, self, self._follow_move)  # after the question took its room

    @Slot()
    def _follow_move(self) -> None:
        """Keep what moves in view."""
        block = self.block_of(self._move.row.id) if self._move else None
        if block is not None:
            self._scroll.ensureWidgetVisible(block, 0, style.scaled(20))

    def _ask(self) -> None:
        """Ask how far the move reaches; a move of nothing needs no question."""
        move = self._move
        if move is None or not moves.may_move(move.row):
            self._move = None
            return
        if move.minutes == 0:
            self.give_up()
            return
        moved = move.moved
        sentence = f"{moved.titel} verplaatsen naar {tijden(moved.begin, moved.einde)}."
        others = bool(moves.after(move.row, self._rows))
        self._bar.ask_reach(sentence, others=others, series=move.row.reeks_id is not None)

    @Slot(object)
    def _choose_reach(self, reach: Reach) -> None:
        move = self._move
        if move is None:
            return
        self._reach = reach
        spans = [(row.begin, row.einde) for row in moves.going(move, self._rows, reach)]
        clashing = moves.clashes(move, self._rows, reach)
        if sentence := moves.warning(clashing, spans):
            self._bar.warn(sentence)
        else:
            self._finish()

    @Slot()
    def _finish(self) -> None:
        move = self._move
        if move is not None:
            self.give_up()
            self.move_chosen.emit(move, self._reach)

    def _show_all_day(self, rows: Sequence[AfspraakRow], *, verlof: bool) -> None:
        kept = self.focused()
        emptied(self._all_day)
        self._all_day_blocks = []
        if verlof:
            line = all_day_line("Verlof")
            self._all_day.addWidget(line)
            line.show()
        for row in rows:
            block = AfspraakBlock(row, BlockState(self._now), self)
            block.setFixedHeight(style.scaled(28))
            self._connect_block(block)
            self._all_day.addWidget(block)
            self._all_day_blocks.append(block)
        room = (hours_width(), 8, 14, 4) if rows or verlof else (0, 0, 0, 0)
        self._all_day.setContentsMargins(*room)
        if kept is not None and kept.hele_dag:
            self.focus_on(kept.id)
