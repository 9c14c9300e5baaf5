"""The bijlage that is chosen: what is known of it, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.bijlagen.rows import BijlageRow
from vtdesk.ui.casussen.bijlagen.rijen import daden, feiten
from vtdesk.ui.widgets.boxes import column, emptied, scrolled
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text


class BijlageInspector(Card):
    """Shows one bijlage; what it wishes leaves as the name of a deed."""

    deed_requested = Signal(str, object)  # name of the deed, BijlageRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "bijlage-zijkant", "Bijlage")
        self._box = column(air=8)
        inside = QWidget()
        inside.setLayout(column(self._box, None, air=0))
        self.body.addWidget(scrolled(inside))

    def show_row(self, row: BijlageRow | None) -> None:
        """Show this bijlage, or nothing."""
        emptied(self._box)
        if row is None:
            return
        name = text(row.gegevens.naam, "kop")
        name.setMinimumWidth(1)  # a name without spaces may not widen the pane
        self._box.addWidget(name)
        self._add_deeds(row)
        self._box.addLayout(facts_grid(feiten(row)))

    def _add_deeds(self, row: BijlageRow) -> None:
        buttons = []
        for number, (name, words) in enumerate(daden(row)):
            button = named(small(words) if number < 2 else link(words), name)  # noqa: PLR2004
            button.clicked.connect(lambda _=False, deed=name: self.deed_requested.emit(deed, row))
            buttons.append(button)
        self._box.addLayout(Flow(*buttons, air=6))
