"""Moving a block through the week: what is asked, and what is known before it is answered."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda import moves
from vtdesk.ui.agenda.move_bar import MoveBar
from vtdesk.ui.agenda.moves import STEP, Move, Reach
from vtdesk.ui.format import dagkop, tijden
from vtdesk.values.tijd import at, end_of, local, minutes_between, start_of


class Mover(QObject):
    """Holds one move until it is answered; the same questions as in the day."""

    changed = Signal()  # what the days show of it
    chosen = Signal(object, object)  # Move, Reach

    def __init__(
        self, bar: MoveBar, rows: Callable[[date], Sequence[AfspraakRow]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bar, self._rows = bar, rows
        self._reach = Reach.ALONE
        self.move: Move | None = None
        self.dragging = False
        bar.answered.connect(self.answer)
        bar.insisted.connect(self._finish)
        bar.given_up.connect(self.give_up)

    @property
    def day(self) -> date | None:
        """Give the day on which the block would stand."""
        return local(self.move.moved.begin).date() if self.move else None

    def is_moving(self, row: AfspraakRow) -> bool:
        """Tell whether it is this block that is on its way."""
        return self.move is not None and self.move.row.id == row.id

    @Slot(object, int)
    def nudge(self, row: AfspraakRow, steps: int) -> None:
        """Go on by steps of five minutes, within the day."""
        move = self._of(row)
        self._show(_within(row, move.minutes + steps * STEP, local(move.moved.begin).date()))
        self._ask()

    @Slot(object, int)
    def carry(self, row: AfspraakRow, days: int) -> None:
        """Go to another day, at the same time on the clock."""
        day = local(self._of(row).moved.begin).date() + timedelta(days=days)
        self._show(Move(row, _minutes_to(self._of(row).moved, row, day)))
        self._ask()

    def drag(self, row: AfspraakRow, minutes: float, day: date) -> None:
        """Follow the pointer; nothing is asked before it is let go."""
        self.dragging = True
        there = _minutes_to(row, row, day)
        self._show(_within(row, there + round(minutes / STEP) * STEP, day))

    @Slot()
    def drop(self) -> None:
        """Ask, now that the pointer let go."""
        self.dragging = False
        self.changed.emit()
        self._ask()

    @Slot()
    def give_up(self) -> None:
        """Let the block stand where it stood."""
        moved, self.move, self.dragging = self.move, None, False
        self._bar.hide()
        if moved is not None:
            self.changed.emit()

    def follow(self, rows: Sequence[AfspraakRow]) -> None:
        """Take what moves as it is now; it may no longer move, or be gone."""
        move = self.move
        if move is None:
            return
        still = next((r for r in rows if r.id == move.row.id), None)
        if still is None:
            return  # its own day is not among those that are shown
        if moves.may_move(still):
            self.move = Move(still, move.minutes)
        else:
            self.give_up()

    @Slot(object)
    def answer(self, reach: Reach) -> None:
        """Take how far it reaches, and warn once when it would stand on something."""
        move, day = self.move, self.day
        if move is None or day is None:
            return
        self._reach = reach
        rows = self._rows(day)
        spans = [(row.begin, row.einde) for row in moves.going(move, rows, reach)]
        if sentence := moves.warning(moves.clashes(move, rows, reach), spans):
            self._bar.warn(sentence)
        else:
            self._finish()

    @Slot()
    def _finish(self) -> None:
        move = self.move
        if move is not None:
            self.give_up()
            self.chosen.emit(move, self._reach)

    def _of(self, row: AfspraakRow) -> Move:
        return self.move if self.move is not None and self.is_moving(row) else Move(row, 0)

    def _show(self, move: Move) -> None:
        if moves.may_move(move.row):
            self.move = move
            self.changed.emit()

    def _ask(self) -> None:
        move, day = self.move, self.day
        if move is None or day is None:
            return
        if move.minutes == 0:
            self.give_up()
            return
        moved, own_day = move.moved, local(move.row.begin).date()
        when = tijden(moved.begin, moved.einde)
        where = when if day == own_day else f"{dagkop(day).lower()}, {when}"
        others = day == own_day and bool(moves.after(move.row, self._rows(day)))
        in_series = move.row.reeks_id is not None
        words = f"{moved.titel} verplaatsen naar {where}."
        self._bar.ask_reach(words, others=others, series=in_series)


def _within(row: AfspraakRow, minutes: int, day: date) -> Move:
    """Move by some minutes, but never out of this day."""
    earliest = minutes_between(row.begin, start_of(day))
    latest = max(earliest, minutes_between(row.einde, end_of(day)))
    return Move(row, max(earliest, min(minutes, latest)))


def _minutes_to(shown: AfspraakRow, row: AfspraakRow, day: date) -> int:
    """Count from where a row stands to another day, at the time on the clock that is shown."""
    clock = local(shown.begin)
    return minutes_between(row.begin, at(day, clock.hour, clock.minute))
