"""What is chosen in the tab: all its fields, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.informatie import InformatieRow
from vtdesk.services.kindspoor import KindRow
from vtdesk.services.verslagen import VerslagRow
from vtdesk.ui.casussen.gesprekken.feiten import deeds, facts, title
from vtdesk.ui.casussen.gesprekken.rijen import STAPPEN, Inhoud, Rij, spoken, state
from vtdesk.ui.labels import VERSLAG_STAND
from vtdesk.ui.widgets.boxes import column, emptied, row, scrolled
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

BUTTONS = 2  # the usual deeds; the others are links


class GesprekkenInspector(Card):
    """Shows one row of the tab; what it wishes leaves as the name of a deed."""

    deed_requested = Signal(str, object)  # name of the deed, Rij

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "gesprekken-zijkant", "Gesprekken en verslagen")
        self._box = column(air=8)
        inside = QWidget()
        inside.setLayout(column(self._box, None, air=0))
        self.body.addWidget(scrolled(inside))

    def show_row(self, rij: Rij | None, inhoud: Inhoud, now: datetime) -> None:
        """Show this row, or nothing."""
        emptied(self._box)
        if rij is None:
            return
        self._box.addWidget(text(title(rij), "kop"))
        self._box.addLayout(row(Chip(*_chip(rij, now)), None))
        buttons = []
        for number, (name, words) in enumerate(deeds(rij, inhoud)):
            button = named(small(words) if number < BUTTONS else link(words), name)
            button.clicked.connect(lambda _=False, deed=name: self.deed_requested.emit(deed, rij))
            buttons.append(button)
        self._box.addLayout(Flow(*buttons, air=6))
        self._box.addLayout(facts_grid(facts(rij, inhoud)))


def _chip(rij: Rij, now: datetime) -> tuple[str, str]:
    match rij:
        case KindRow():
            return spoken(rij, now)
        case AfspraakRow():
            return state(rij)
        case VerslagRow():
            label = VERSLAG_STAND[rij.stand]
            return label.word, label.tone
        case InformatieRow():
            return STAPPEN[rij.stap]
