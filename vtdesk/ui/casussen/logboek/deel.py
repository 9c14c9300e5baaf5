"""Logboek: who looked, changed and printed, in pages; and whether the chain of seals is whole."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget
from typing_extensions import override

from vtdesk.services.logboek import PAGE, LogKeuze, LogRow
from vtdesk.ui.casussen.deel import Deel, Part
from vtdesk.ui.format import aantal
from vtdesk.ui.logboek.daden import Daad, per_dag
from vtdesk.ui.logboek.woorden import KEUZE
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import choice
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import klok

NOTHING = "Geen regels van deze soort."
WHOLE = "Alle regels van het logboek en alle zegels van wat is vastgesteld, nagekeken om {}."
CHECKING = "De keten wordt nagekeken."


class Logboek(Deel):
    """The lines of the logboek of one casus; nothing can be changed here."""

    title = "Logboek"
    watches = frozenset(Kind) - {Kind.CONCEPT}

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._rows: list[LogRow] = []
        self._total = 0
        self._filling = False  # the scroll bar moves by itself meanwhile
        self._keuze = LogKeuze.ALLES
        self.list = named(RowList(Daad.line), "logboek", self.title)
        self._chips = {keuze: self._chip(keuze) for keuze in LogKeuze}
        self._count = named(text("", "klein", tone="stil", wrap=False), "aantal")
        self.seals = named(Chip("Keten", ""), "zegels")
        self._seal_words = named(text("", "klein", tone="stil"), "zegels-uitleg")
        self._nothing = text(NOTHING, tone="stil")
        self._lay_out()

        self.list.verticalScrollBar().valueChanged.connect(self._on_scroll)

    @override
    def refresh(self) -> None:
        self._read(most=max(PAGE, len(self._rows)))
        self.seals.show_state("Keten", "")
        self._seal_words.setText(CHECKING)
        self.tools.jobs.run(self.desk.logboek.nagekeken, then=self._show_seals, owner=self)

    @override
    def add(self) -> None:
        """Make nothing: the logboek writes itself."""

    @override
    def panes(self) -> list[QWidget]:
        return [self.list]

    @override
    def place(self) -> dict[str, Any]:
        return {"keuze": self._keuze.value}

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self._choose(LogKeuze(place.get("keuze", LogKeuze.ALLES)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._stale = (
            True  # looking and printing change nothing, and are in the logboek all the same
        )
        super().showEvent(event)

    def _chip(self, keuze: LogKeuze) -> QPushButton:
        chip = named(choice(KEUZE[keuze]), f"log-{keuze.value}")
        chip.setChecked(keuze is self._keuze)
        chip.clicked.connect(lambda: self._choose(keuze))
        return chip

    def _lay_out(self) -> None:
        ways = QButtonGroup(self)
        for chip in self._chips.values():
            ways.addButton(chip)
        card = Card()
        seals = row(self.seals, self._seal_words)
        seals.setStretch(1, 1)
        head = row(column(Flow(*self._chips.values(), air=6)), self._count)
        head.setStretch(0, 1)
        card.body.addLayout(seals)
        card.body.addLayout(head)
        card.body.addWidget(self._nothing)
        card.body.addWidget(self.list, 1)
        self.setLayout(column(card))

    def _choose(self, keuze: LogKeuze) -> None:
        self._keuze = keuze
        self._chips[keuze].setChecked(True)
        self._rows = []
        self.list.scrollToTop()
        if self.isVisible():
            self._read(most=PAGE)

    def _read(self, *, most: int) -> None:
        casus_id = self.casus.id
        self._rows = self.desk.logboek.of_casus(casus_id, self._keuze, most=most)
        self._total = self.desk.logboek.count(casus_id, self._keuze)
        self._show_rows()
        self._on_scroll(self.list.verticalScrollBar().value())  # folded it may not fill the room

    @Slot(int)
    def _on_scroll(self, value: int) -> None:
        """Read the next page when the end of this one comes in sight."""
        bar = self.list.verticalScrollBar()
        while (
            not self._filling
            and 0 < len(self._rows) < self._total
            and value >= bar.maximum() - bar.pageStep()
        ):
            last = self._rows[-1].id
            self._rows += self.desk.logboek.of_casus(self.casus.id, self._keuze, before=last)
            self._show_rows()

    def _show_rows(self) -> None:
        place = self.list.verticalScrollBar().value()
        self._filling = True
        self.list.set_rows(per_dag(self._rows))
        self.list.doItemsLayout()  # now, or there is nothing yet to scroll back to
        self.list.verticalScrollBar().setValue(place)
        self._filling = False
        self._nothing.setVisible(not self._rows)
        self._count.setText(aantal(self._total, "regel", "regels"))

    def _show_seals(self, findings: Sequence[str]) -> None:
        if findings:
            self.seals.show_state("Keten klopt niet", "gevaar")
            self._seal_words.setText(" ".join(findings))
        else:
            self.seals.show_state("Keten klopt", "goed")
            self._seal_words.setText(WHOLE.format(klok(self.clock())))
