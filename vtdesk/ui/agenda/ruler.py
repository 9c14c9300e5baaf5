"""The hours at the left of the week, once for all days."""

from datetime import date, datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.agenda.day_axis import FIRST_HOUR, LAST_HOUR, Axis, Hours, axis_of
from vtdesk.ui.agenda.day_canvas import BOTTOM, TOP, hours_width
from vtdesk.ui.agenda.now_line import paint_time
from vtdesk.ui.theme import palette, style
from vtdesk.values.tijd import klok

NEAR = 17  # pixels from the time within which an hour would lie under it


class HourRuler(QWidget):
    """Writes the hours, and the time while today is among the days."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._axis: Axis = axis_of(day, (), style.scaled(58), (FIRST_HOUR, LAST_HOUR))
        self._now: datetime | None = None

    def show_hours(self, day: date, hours: Hours, now: datetime | None) -> None:
        """Show these hours; `now` only when it lies on one of the days."""
        self._axis = axis_of(day, (), style.scaled(58), hours)
        self._now = now
        self.setFixedWidth(hours_width())
        self.update()

    def top_of(self, moment: datetime) -> int:
        """Give where a moment of the clock lies."""
        return TOP + round(self._axis.top_of(moment))

    @override
    def sizeHint(self) -> QSize:
        return QSize(hours_width(), TOP + round(self._axis.height) + BOTTOM)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style.font("klein"))
        painter.setPen(palette.colour("stil"))
        now_at = self._now_at()
        for line in self._axis.lines():
            top = TOP + round(line.top)
            if now_at is None or abs(now_at - top) >= style.scaled(NEAR):
                label = QRect(0, top - 10, self.width() - 12, 20)
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(label, flags, line.words)
        if now_at is not None and self._now is not None:
            paint_time(painter, klok(self._now), now_at)
        painter.end()

    def _now_at(self) -> int | None:
        if self._now is None:
            return None
        top = self._axis.top_of(self._now)
        return TOP + round(top) if 0 <= top <= self._axis.height else None
