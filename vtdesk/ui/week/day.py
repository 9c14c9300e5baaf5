"""One day of the week: its head, what lasts all day, and the column of its hours."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda.block import BlockState
from vtdesk.ui.agenda.day_axis import Hours
from vtdesk.ui.agenda.day_canvas import DayCanvas
from vtdesk.ui.agenda.day_layout import Measure
from vtdesk.ui.agenda.moves import Move
from vtdesk.ui.agenda.now_line import NowLine, NowStroke
from vtdesk.ui.theme import style
from vtdesk.ui.week.block import WeekBlock
from vtdesk.values.tijd import klok

AROUND = 4  # left and right of the blocks
NARROW = 300  # a column in which three lanes would leave no room for words


@dataclass(frozen=True, slots=True)
class DayShown:
    """What one column shows."""

    day: date
    rows: tuple[AfspraakRow, ...]
    verlof: bool = False

    @property
    def timed(self) -> tuple[AfspraakRow, ...]:
        """Give what has a time."""
        return tuple(row for row in self.rows if not row.hele_dag)

    @property
    def all_day(self) -> tuple[AfspraakRow, ...]:
        """Give what lasts all day."""
        return tuple(row for row in self.rows if row.hele_dag)


@dataclass(frozen=True, slots=True)
class Now:
    """What all columns must know of the moment."""

    moment: datetime
    hours: Hours
    next_id: UUID | None = None


class WeekDay(DayCanvas):
    """The hours of one day, without the figures: those stand once, at the left of the week."""

    def __init__(self, day: date, now: datetime) -> None:
        self._hours: Hours | None = None
        super().__init__(day, now)
        self.show_window(0, 0)

    def show_in_week(self, shown: DayShown, now: Now, move: Move | None) -> None:
        """Show this day; what moves may have come from another."""
        self._day, self._rows, self._now = shown.day, shown.timed, now.moment
        self._hours, self._next_id, self._move = now.hours, now.next_id, move
        self.arrange()

    @property
    def day(self) -> date:
        """Give the day that is shown."""
        return self._day

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    @override
    def paint_hours(self, painter: QPainter) -> None:
        pass

    @override
    def left_room(self) -> int:
        return AROUND

    @override
    def right_room(self) -> int:
        return AROUND

    @override
    def measure(self) -> Measure:
        width = max(60, self.width() - 2 * AROUND)
        return Measure(
            width,
            hour=style.scaled(58),
            least=style.scaled(24),
            gap=2,
            rest=min(40, width / 4),
            lanes=2 if width < style.scaled(NARROW) else 3,
            hours=self._hours,
        )

    @override
    def new_block(self, row: AfspraakRow, state: BlockState) -> WeekBlock:
        return WeekBlock(row, state, self)

    @override
    def new_line(self) -> NowLine:
        return NowStroke(self)

    @override
    def show_line(self, line: NowLine, top: int) -> None:
        line.show_at(klok(self._now), top, self.width())
