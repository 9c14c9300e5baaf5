"""Laptop kwijt of gestolen: what to do, in the order in which it matters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kwijtblad import STAPPEN

SHEET = "Blad maken uit een reservekopie…"


class LostCard(SlotCard):
    """A plain page of five steps."""

    WIDTH, NARROW = 560, 480

    back_requested = Signal()
    sheet_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Laptop kwijt of gestolen", "Doe dit in deze volgorde.", "hulp", parent)
        for number, (what, why) in enumerate(STAPPEN, 1):
            self.body.addWidget(text(f"{number}. {what}", "vet"))
            self.body.addWidget(text(why, tone="stil"))
        self._back = named(secondary("Terug", icon="terug"), "terug")
        self._sheet = named(secondary(SHEET, icon="verslagen"), "blad-maken")
        self.body.addLayout(row(self._back, None, self._sheet))
        self._back.clicked.connect(self.back_requested)
        self._sheet.clicked.connect(self.sheet_requested)
