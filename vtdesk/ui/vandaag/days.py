"""The day that is shown and, in a wide window, the day after it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda.day_column import DayColumn
from vtdesk.ui.agenda.gemist import Gemist
from vtdesk.ui.format import dagkop
from vtdesk.ui.vandaag.reading import Reader


class Days(QObject):
    """Two columns that act as one."""

    opened = Signal(object)  # AfspraakRow
    cancel_requested = Signal(object)  # AfspraakRow
    move_chosen = Signal(object, object)  # Move, Reach
    call_opened = Signal(object)  # id of a terugbelverzoek
    plan_requested = Signal(object)  # the day to plan on

    def __init__(self, day: date, now: datetime, parent: QObject) -> None:
        super().__init__(parent)
        self._day = day
        self.first = DayColumn(day, now)
        self.second = DayColumn(day + timedelta(days=1), now, name="dag-erna")
        self.second.hide()
        for column in self._columns:
            column.opened.connect(self.opened)
            column.cancel_requested.connect(self.cancel_requested)
            column.move_chosen.connect(self.move_chosen)
            column.call_opened.connect(self.call_opened)
        self.first.plan_requested.connect(lambda: self.plan_requested.emit(self._day))
        self.second.plan_requested.connect(lambda: self.plan_requested.emit(self._after))

    def show_day(
        self,
        day: date,
        reader: Reader,
        missed: Sequence[Gemist],
        now: datetime,
        next_id: UUID | None,
    ) -> None:
        """Show this day; `next_id` is the appointment that comes next, wherever it stands."""
        self._day = day
        away = reader.away(day, self._after)
        self.first.show_now(now)
        self.first.show_missed(missed)
        self.first.show_inside(reader.inside(day))
        self.first.show_day(day, reader.day(day), next_id, verlof=day in away)
        if not self.second.isHidden():
            self.second.set_head(dagkop(self._after))
            self.second.show_now(now)
            after = self._after
            self.second.show_day(after, reader.day(after), next_id, verlof=after in away)

    def fit(self, *, narrow: bool) -> None:
        """Take the form that fits the window."""
        self.first.fit(narrow=narrow)

    def set_wide(self, *, wide: bool) -> bool:
        """Show the day after too, or not; tell whether that is new."""
        changed = self.second.isHidden() is wide
        self.second.setVisible(wide)
        return changed

    def is_wide(self) -> bool:
        """Tell whether the day after is on screen."""
        return not self.second.isHidden()

    def focused(self) -> AfspraakRow | None:
        """Give the appointment that has the keyboard."""
        return next(filter(None, (column.focused() for column in self._columns)), None)

    def focus_on(self, afspraak_id: UUID) -> bool:
        """Bring an appointment to the keyboard; tell whether it is on screen."""
        return any(column.focus_on(afspraak_id) for column in self._columns)

    @Slot(object, int)
    def walk_from(self, afspraak_id: UUID, step: int) -> None:
        """Bring the block before or after this one to the keyboard, or else the day at its end."""
        if not any(column.walk_from(afspraak_id, step) for column in self._columns):
            self.first.focus_end(step)

    @property
    def _columns(self) -> tuple[DayColumn, DayColumn]:
        return self.first, self.second

    @property
    def _after(self) -> date:
        return self._day + timedelta(days=1)
