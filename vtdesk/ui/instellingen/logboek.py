"""Logboek in Instellingen: all that was done in this kluis, by whom, and whether it is whole."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from typing_extensions import override

from vtdesk.services.logboek import PAGE, Logboek, LogRow
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.format import aantal
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.logboek.daden import Daad, per_dag
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import klok

ABOUT = (
    "Hier staat wat er met deze kluis is gedaan, zonder de inhoud. Per casus staat het ook in de "
    "casus zelf. Niemand kan een regel wijzigen of weghalen; na vijf jaar gaan oude regels weg en "
    "blijft daar een bewijs van."
)
CHECKING = "De keten wordt nagekeken."
WHOLE = "Alle regels en alle zegels kloppen, nagekeken om {}."
OUT = "Dit bestand is niet versleuteld. Er staan geen namen van cliënten in en geen redenen."
HEIGHT = 420


class LogboekSettings(SettingsPart):
    """The lines of the whole kluis; read, never changed."""

    def __init__(self, logboek: Logboek, tools: Tools) -> None:
        super().__init__("Logboek")
        self._logboek, self._tools = logboek, tools
        self._rows: list[LogRow] = []
        self.chain = named(Chip("Keten", ""), "keten")
        self._said = named(text("", "klein", tone="stil"), "keten-uitleg")
        self._list = named(RowList(Daad.line), "logboek-kluis", "Logboek")
        self._list.setMinimumHeight(style.scaled(HEIGHT))
        self._more = named(secondary("Oudere regels"), "oudere-regels")
        self._out = named(secondary("Uitvoeren…"), "logboek-uitvoeren")
        head = row(self.chain, self._said)
        head.setStretch(1, 1)
        self.card.body.addWidget(text(ABOUT, tone="stil"))
        self.card.body.addLayout(head)
        self.card.body.addWidget(self._list)
        self.card.body.addLayout(row(self._more, self._out))
        self._more.clicked.connect(self._read_more)
        self._out.clicked.connect(self._take_out)

    @override
    def read(self) -> None:
        """Read nothing yet: most who open Instellingen do not come here."""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rows = self._logboek.of_kluis()
        self._show()
        self.chain.show_state("Keten", "")
        self._said.setText(CHECKING)
        self._tools.jobs.run(self._logboek.nagekeken, then=self._show_chain, owner=self)

    @Slot()
    def _read_more(self) -> None:
        self._rows += self._logboek.of_kluis(before=self._rows[-1].id)
        self._show()

    def _show(self) -> None:
        self._list.set_rows(per_dag(self._rows))
        self._more.setEnabled(bool(self._rows) and len(self._rows) % PAGE == 0)

    def _show_chain(self, findings: Sequence[str]) -> None:
        if findings:
            self.chain.show_state("Keten klopt niet", "gevaar")
            self._said.setText(" ".join(findings))
        else:
            self.chain.show_state("Keten klopt", "goed")
            self._said.setText(WHOLE.format(klok(self._tools.clock())))

    @Slot()
    def _take_out(self) -> None:
        place = choose_place(self, "Logboek uitvoeren", "logboek.json", "Logboek (*.json)")
        if place is None:
            return
        written: list[int] = []
        if self.keep(lambda: written.append(self._logboek.bewaar(place))):
            lines = aantal(written[0], "regel staat", "regels staan")
            self.message_requested.emit(Message(f"{lines} in {place.name}. {OUT}"))
            self._rows = self._logboek.of_kluis()
            self._show()
