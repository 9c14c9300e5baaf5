"""The title row: which day it is, the way to other days, and a new appointment."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vtdesk.services.verlof.service import VerlofRow
from vtdesk.ui.agenda.words import leave_words
from vtdesk.ui.format import dagkop
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import icon_button, secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import Roomy, text


class TitleRow(QWidget):
    """`Dinsdag 12 mei`, `Week 20`, and buttons."""

    walked = Signal(int)  # days back or on
    today_requested = Signal()
    plan_requested = Signal()
    close_requested = Signal()  # of the day

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "titelrij", "Dag")
        self._day = named(text("", "titel", wrap=False), "dagkop")
        self._week = named(Roomy(tone="stil"), "week")
        self._today = named(secondary("Naar vandaag"), "naar-vandaag")
        back = named(icon_button("vorige", "Vorige dag"), "dag-terug")
        on = named(icon_button("volgende", "Volgende dag"), "dag-verder")
        new = named(secondary("Afspraak", icon="erbij"), "afspraak-maken")
        self._close = named(secondary("Dag afsluiten", icon="eigen-tijd"), "dag-afsluiten")
        self._more = named(icon_button("meer", "Meer"), "meer")
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        line = row(self._day, self._week, self._today, back, on, new, self._close, self._more)
        line.setStretch(1, 1)
        self.setLayout(line)

        back.clicked.connect(lambda: self.walked.emit(-1))
        on.clicked.connect(lambda: self.walked.emit(1))
        self._today.clicked.connect(self.today_requested)
        new.clicked.connect(self.plan_requested)
        self._close.clicked.connect(self.close_requested)

    def show_day(self, day: date, today: date, leave: VerlofRow | None, *, evening: bool) -> None:
        """Show which day it is; only another day offers the way back to today."""
        self._day.setText(dagkop(day))
        year = f" · {day.year}" if day.year != today.year else ""
        lead = "Avond" if evening else f"Week {day.isocalendar().week}{year}"
        away = leave_words(leave, today) if leave and day == today else ""
        self._week.setText(" · ".join(filter(None, (lead, away))))
        self._today.setVisible(day != today)
        self._close.setVisible(day == today and not evening)

    def add_to_menu(self, action: QAction) -> None:
        """Offer a command that is seldom needed."""
        self._menu.addAction(action)
