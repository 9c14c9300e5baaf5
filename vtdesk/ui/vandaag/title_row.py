"""The title row: which day it is, the way to other days, and a new appointment."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vtdesk.ui.format import dagkop
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import icon_button, secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text


class TitleRow(QWidget):
    """`Dinsdag 12 mei`, `Week 20`, and buttons."""

    walked = Signal(int)  # days back or on
    today_requested = Signal()
    plan_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "titelrij", "Dag")
        self._day = named(text("", "titel", wrap=False), "dagkop")
        self._week = named(text("", tone="stil", wrap=False), "week")
        self._today = named(secondary("Naar vandaag"), "naar-vandaag")
        back = named(icon_button("vorige", "Vorige dag"), "dag-terug")
        on = named(icon_button("volgende", "Volgende dag"), "dag-verder")
        new = named(secondary("Afspraak", icon="erbij"), "afspraak-maken")
        self._more = named(icon_button("meer", "Meer"), "meer")
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self._week_line = row(self._day, self._week, None, self._today, back, on, new, self._more)
        self.setLayout(self._week_line)

        back.clicked.connect(lambda: self.walked.emit(-1))
        on.clicked.connect(lambda: self.walked.emit(1))
        self._today.clicked.connect(self.today_requested)
        new.clicked.connect(self.plan_requested)

    def show_day(self, day: date, today: date) -> None:
        """Show which day it is; only another day offers the way back to today."""
        self._day.setText(dagkop(day))
        year = f" · {day.year}" if day.year != today.year else ""
        self._week.setText(f"Week {day.isocalendar().week}{year}")
        self._today.setVisible(day != today)

    def add_to_menu(self, action: QAction) -> None:
        """Offer a command that is seldom needed."""
        self._menu.addAction(action)
