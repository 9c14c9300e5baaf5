"""What is chosen in the tab: what can be done, its fields, and why its date is what it is."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.termijnen import TermijnRow
from vtdesk.ui.casussen.termijnen.feiten import WHY, deeds, facts, title, why
from vtdesk.ui.casussen.termijnen.rijen import Rij, termijn_chip
from vtdesk.ui.widgets.boxes import column, emptied, row, rule, scrolled
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import selectable, text

FULL_BUTTONS = 2  # what one usually does; the rest are links


class TermijnenInspector(Card):
    """Shows one row of the tab; what it wishes leaves as the name of a deed."""

    deed_requested = Signal(str, object)  # name of the deed, Rij

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "termijnen-zijkant", "Termijnen en monitoring")
        self._box = column(air=8)
        inside = QWidget()
        inside.setLayout(column(self._box, None, air=0))
        self.body.addWidget(scrolled(inside))

    def show_row(self, rij: Rij | None, today: date) -> None:
        """Show this row, or nothing."""
        emptied(self._box)
        if rij is None:
            return
        self._box.addWidget(_narrow(text(title(rij), "kop")))
        if isinstance(rij, TermijnRow):
            self._box.addLayout(row(Chip(*termijn_chip(rij, today)), None))
        self._add_deeds(rij)
        self._box.addLayout(facts_grid(facts(rij)))
        self._add_why(rij)

    def _add_deeds(self, rij: Rij) -> None:
        buttons = []
        for number, (name, words) in enumerate(deeds(rij)):
            button = named(small(words) if number < FULL_BUTTONS else link(words), name)
            button.clicked.connect(lambda _=False, deed=name: self.deed_requested.emit(deed, rij))
            buttons.append(button)
        if buttons:
            self._box.addLayout(Flow(*buttons, air=6))

    def _add_why(self, rij: Rij) -> None:
        for number, (head, sentences) in enumerate(why(rij)):
            if number == 0:
                self._box.addWidget(rule())
                if isinstance(rij, TermijnRow):
                    self._box.addWidget(text(WHY, "kop"))
            self._box.addWidget(_narrow(text(head, "vet")))
            for sentence in sentences:
                self._box.addWidget(_narrow(selectable(sentence, "klein")))


def _narrow(label: QWidget) -> QWidget:
    """Let a word without end not widen the pane."""
    label.setMinimumWidth(1)
    return label
