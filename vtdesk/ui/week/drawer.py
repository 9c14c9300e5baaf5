"""The drawer at the right: what was cancelled and waits for a new date or a reason."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, SignalInstance

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.theme import style
from vtdesk.ui.week.title_row import NOT_REPLANNED
from vtdesk.ui.widgets.buttons import icon_button, secondary, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.tijd import dichtbij, local

WIDTH = 300
SOLVED = "Alles wat is afgezegd, heeft een nieuwe datum of een reden."


class Drawer(Card):
    """A list with two ways out for the chosen one."""

    new_date_wanted = Signal(object)  # AfspraakRow
    reason_wanted = Signal(object)  # AfspraakRow
    closed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(NOT_REPLANNED)
        named(self, "lade", NOT_REPLANNED)
        self.title.setWordWrap(True)
        self._today = today
        self.list = named(RowList[AfspraakRow](self._line), "afgezegd", NOT_REPLANNED)
        self._empty = EmptyState(SOLVED)
        self._new = named(secondary("Nieuwe datum"), "geef-datum")
        self._why = named(small("Reden geven"), "geef-reden")
        close = named(icon_button("sluiten", "Sluiten", kind="quiet"), "lade-dicht")
        self.add_to_title(close)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(Flow(self._new, self._why))
        close.clicked.connect(self.closed)
        self.list.opened.connect(self.new_date_wanted)
        self._new.clicked.connect(lambda: self._tell(self.new_date_wanted))
        self._why.clicked.connect(lambda: self._tell(self.reason_wanted))

    def show_rows(self, rows: Sequence[AfspraakRow], today: date) -> None:
        """Show what waits, the oldest first."""
        self._today = today
        self.setFixedWidth(style.scaled(WIDTH))
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.list.current() is None:
            self.list.choose(lambda _: True)
        self._fit()

    def _fit(self) -> None:
        for button in (self._new, self._why):
            button.setVisible(not self.list.isHidden())

    def _tell(self, wish: SignalInstance) -> None:
        row = self.list.current()
        if row is not None:
            wish.emit(row)

    def _line(self, row: AfspraakRow) -> Line:
        day = dichtbij(local(row.begin).date(), self._today)
        return Line(row.titel, row.casus, side=day, icon="afgezegd")
