"""The terms of the casus that still run, beside the text in which one writes about them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from vtdesk.services.termijnen import TermijnRow
from vtdesk.ui.widgets.boxes import boxed, column
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import dag_met_naam

_CHIP = {
    Termijnstand.STAAT_STIL: ("Staat stil", "overleg"),
    Termijnstand.TE_LAAT: ("Te laat", "gevaar"),
}


class TermijnenTab(QStackedWidget):
    """Shows each term with its day; one changes them in the casus."""

    def __init__(self) -> None:
        super().__init__()
        self.list = named(RowList[TermijnRow](_line), "verslag-termijnen", "Termijnen van de casus")
        self.addWidget(EmptyState("In deze casus loopt geen termijn."))
        self.addWidget(boxed(column(self.list, margins=8)))

    def show_rows(self, rows: Sequence[TermijnRow]) -> None:
        """Show the terms that still run, nearest first."""
        running = [row for row in rows if row.is_open]
        self.list.set_rows(running)
        self.setCurrentIndex(1 if running else 0)


def _line(row: TermijnRow) -> Line:
    chip, tone = _CHIP.get(row.stand, ("", ""))
    return Line(row.naam, dag_met_naam(row.wanneer), chip=chip, chip_tone=tone)
