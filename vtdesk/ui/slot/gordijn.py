"""Gordijn: a neutral week in place of everything that names somebody."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError
from vtdesk.services.agenda import Agenda
from vtdesk.services.verlof.service import Verloven
from vtdesk.ui.agenda.day_axis import Hours, shared_hours
from vtdesk.ui.agenda.day_canvas import BOTTOM, TOP
from vtdesk.ui.agenda.day_layout import Measure, lay_out
from vtdesk.ui.agenda.ruler import HourRuler
from vtdesk.ui.format import aantal, dagkop, klok_en_dag, tijden
from vtdesk.ui.slot.bezet import Bezet, neutral
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import MARGIN, boxed, column, emptied, row, scrolled
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import Clock, dag_met_naam, end_of, local, start_of

SECOND = 1000  # ms
WEEKEND = 5
Days = Sequence[tuple[date, Sequence[Bezet]]]


class Curtain(QWidget):
    """Blocks `Bezet`, her own time, and the clock; Esc asks to lift it."""

    left = Signal()
    entered = Signal()  # the keyboard came back to it, as after a capture

    def __init__(self, agenda: Agenda, verloven: Verloven, clock: Clock) -> None:
        super().__init__()
        self.setProperty("kind", "window")
        named(self, "gordijn", "Gordijn")
        self.setAccessibleDescription("Esc haalt het gordijn weg.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._agenda, self._verloven, self._clock = agenda, verloven, clock
        self._day = named(text("", tone="stil", wrap=False), "gordijn-datum")
        self._time = named(text("", "klok", wrap=False), "gordijn-klok")
        self._closing = named(text("", tone="let-op", wrap=False), "gordijn-sluit")
        self._columns = row(air=8)
        self._tick = QTimer(self, interval=SECOND)
        self._tick.timeout.connect(self._show_time)
        self._lay_out()

    def _lay_out(self) -> None:
        esc = row(Keycap("Esc"), text("terug", "klein", tone="stil", wrap=False), air=6)
        head = row(text("vtdesk", "titel", wrap=False), self._day, self._closing, None, self._time)
        inside = QWidget()
        inside.setLayout(self._columns)
        self._columns.setContentsMargins(0, 8, 8, 8)
        card = boxed(column(scrolled(inside), margins=1), kind="card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(card, 1)
        layout.addLayout(esc)
        esc.addStretch(1)

    def show_now(self) -> None:
        """Read when she is busy, and show this week of it."""
        self._show_days(self._read())
        self._show_time()
        self._tick.start()
        self.count_down(0)

    def rest(self) -> None:
        """Stop the clock; nobody sees it."""
        self._tick.stop()

    @Slot(int)
    def count_down(self, seconds: int) -> None:
        """Count the last seconds before the lock."""
        words = f"Sluit over {aantal(seconds, 'seconde', 'seconden')}" if seconds else ""
        self._closing.setText(words)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        # No other key reaches anything while the curtain is drawn.

    def _read(self) -> Days:
        today = local(self._clock()).date()
        monday = today - timedelta(days=today.weekday())
        week = [monday + timedelta(days=number) for number in range(7)]
        try:
            rows = self._agenda.between(start_of(week[0]), end_of(week[-1]))
            away = self._verloven.days(week[0], week[-1])
        except OutsideError:  # an empty week hides as well
            rows, away = [], set()
        days = [
            (day, neutral(day, rows, verlof=day in away and day.weekday() < WEEKEND))
            for day in week
        ]
        return [(day, spans) for day, spans in days if spans or day.weekday() < WEEKEND]

    def _show_days(self, days: Days) -> None:
        emptied(self._columns)
        hours = shared_hours(days)
        ruler = HourRuler(days[0][0])
        ruler.show_hours(days[0][0], hours, None)
        self._columns.addLayout(column(text(" ", "kop"), ruler, air=4))
        for day, spans in days:
            head = text(dag_met_naam(day), "kop", wrap=False)
            self._columns.addLayout(column(head, NeutralDay(day, spans, hours), air=4), 1)

    @Slot()
    def _show_time(self) -> None:
        day, time = klok_en_dag(self._clock())
        self._day.setText(day)
        self._time.setText(time)


class NeutralDay(QFrame):
    """One day of it."""

    def __init__(self, day: date, spans: Sequence[Bezet], hours: Hours) -> None:
        super().__init__()
        named(self, "gordijn-dag", dagkop(day))
        self._day, self._hours = day, hours
        self._blocks = {span.id: (span, self._block(span)) for span in spans}

    def _block(self, span: Bezet) -> QFrame:
        words = text(span.words, "klein", tone="stil", wrap=False)
        line = row(words, None, margins=4)
        line.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        frame = boxed(line, kind="block")
        frame.setParent(self)
        restyle(frame, tone="eigen" if span.own else "")
        named(frame, "bezet", f"{span.words}, {tijden(span.begin, span.einde)}")
        return frame

    @override
    def sizeHint(self) -> QSize:
        first, last = self._hours
        return QSize(80, TOP + (last - first) * style.scaled(58) + BOTTOM)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        measure = Measure(
            self.width(), hour=style.scaled(58), least=style.scaled(24), hours=self._hours
        )
        spans = [span for span, _ in self._blocks.values()]
        for place in lay_out(self._day, spans, measure).blocks:
            room = QRect(round(place.left), TOP + round(place.top), round(place.width), 0)
            room.setHeight(round(place.height))
            self._blocks[place.ids[0]][1].setGeometry(room)
