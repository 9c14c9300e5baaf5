"""What runs in a casus, as a card among others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.termijnen import TermijnRow
from vtdesk.ui.casussen.termijnen.rijen import termijn_chip
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.tijd import Clock, dichtbij, local

SHOWN = 6  # the nearest; the tab has all


class KomendeTermijnen(Card):
    """The nearest terms, each with its day and how it stands."""

    opened = Signal(object)  # TermijnRow

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("Komende termijnen", parent=parent)
        self._clock = clock
        self.list = named(RowList[TermijnRow](self._line), "komende-termijnen", "Komende termijnen")
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.list.opened.connect(self.opened)

    def show_terms(self, rows: list[TermijnRow]) -> None:
        """Show what runs; without anything the card is not there."""
        coming = [row for row in rows if row.is_open][:SHOWN]
        self.list.set_rows(coming)
        self.setVisible(bool(coming))
        height = sum(self.list.sizeHintForRow(number) for number in range(len(coming)))
        self.list.setFixedHeight(height + 4)

    def _line(self, row: TermijnRow) -> Line:
        today = local(self._clock()).date()
        chip, tone = termijn_chip(row, today)
        when = dichtbij(row.wanneer, today)
        return Line(row.naam, side=when, icon="termijn", chip=chip, chip_tone=tone, strong=False)
