"""The title row of the week: which one, the way to others, and what waits for a new date."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import choice, icon_button, secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import dag_met_naam

NOT_REPLANNED = "Afgezegd, nog niet opnieuw gepland"


class WeekTitle(QWidget):
    """`Week 20`, `11 mei tot en met 15 mei`, and buttons."""

    walked = Signal(int)  # weeks back or on
    shifted = Signal(int)  # days back or on within the week, where not all fit
    this_week_requested = Signal()
    plan_requested = Signal()
    drawer_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "weektitel", "Week")
        self._week = named(text("", "titel", wrap=False), "weekkop")
        self._span = named(text("", tone="stil", wrap=False), "weekdagen")
        self._open = named(choice(""), "niet-gepland", NOT_REPLANNED)
        self._earlier = named(icon_button("vorige", "Eerdere dagen van deze week"), "dagen-terug")
        self._later = named(icon_button("volgende", "Latere dagen van deze week"), "dagen-verder")
        self._here = named(secondary("Naar deze week"), "naar-deze-week")
        self._back = named(icon_button("vorige", "Vorige week"), "week-terug")
        self._on = named(icon_button("volgende", "Volgende week"), "week-verder")
        self._new = named(secondary("Afspraak", icon="erbij"), "afspraak-maken")
        self._more = named(icon_button("meer", "Meer"), "meer")
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self.setLayout(
            row(
                self._week, self._span, self._earlier, self._later, None,
                self._open, self._here, self._back, self._on, self._new, self._more,
            )
        )  # fmt: skip
        self._connect()

    def _connect(self) -> None:
        self._earlier.clicked.connect(lambda: self.shifted.emit(-1))
        self._later.clicked.connect(lambda: self.shifted.emit(1))
        self._back.clicked.connect(lambda: self.walked.emit(-1))
        self._on.clicked.connect(lambda: self.walked.emit(1))
        self._here.clicked.connect(self.this_week_requested)
        self._new.clicked.connect(self.plan_requested)
        self._open.clicked.connect(self.drawer_wanted)

    def show_week(self, days: Sequence[date], today: date, *, this_week: bool) -> None:
        """Show which days these are; only another week offers the way back to this one."""
        numbers = sorted({day.isocalendar()[:2] for day in days})
        self._week.setText("Week " + " en ".join(str(number) for _, number in numbers))
        first, last = days[0], days[-1]
        year = f" {last.year}" if last.year != today.year else ""
        self._span.setText(f"{dag_met_naam(first)} tot en met {dag_met_naam(last)}{year}")
        self._here.setVisible(not this_week)

    def show_open(self, count: int, *, drawer: bool) -> None:
        """Show how many wait for a new date; nothing at zero."""
        self._open.setText(f"Nog niet opnieuw gepland  {count}")
        self._open.setAccessibleDescription(f"{count} open")
        self._open.setVisible(count > 0 or drawer)
        self._open.setChecked(drawer)

    def offer_shift(self, *, earlier: bool | None, later: bool | None) -> None:
        """Offer the days that do not fit; None where all of them do."""
        for button, possible in ((self._earlier, earlier), (self._later, later)):
            button.setVisible(possible is not None)
            button.setEnabled(bool(possible))

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out words that a narrow window has no room for."""
        self._span.setVisible(not narrow)

    def add_to_menu(self, action: QAction) -> None:
        """Offer a command that is seldom needed."""
        self._menu.addAction(action)
