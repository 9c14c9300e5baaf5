"""Tijdlijn: everything with a date on one line, filtered, walked with the arrows, printed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.tijdlijn.rows import TijdlijnRow
from vtdesk.ui.casussen.deel import Deel, Part
from vtdesk.ui.casussen.plaatsen import open_thing
from vtdesk.ui.casussen.tijdlijn.deeds import TijdlijnDeeds
from vtdesk.ui.casussen.tijdlijn.filters import Filters
from vtdesk.ui.casussen.tijdlijn.inspector import TijdlijnInspector
from vtdesk.ui.casussen.tijdlijn.lijst import Lijst
from vtdesk.ui.casussen.tijdlijn.woorden import in_woorden
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Kind, Rol

EMPTY = "Nog niets gebeurd in deze casus."
NO_HIT = "Niets op de tijdlijn past bij deze keuze."
_OF_ITSELF = 2  # that the casus was opened, and who watches since: nothing happened yet


class Tijdlijn(Deel):
    """Every dated thing of the casus."""

    title = "Tijdlijn"
    watches = frozenset(Kind) - {Kind.CONCEPT, Kind.PARKEERNOTITIE, Kind.INSTELLING}

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._rows: list[TijdlijnRow] = []
        self._deeds = TijdlijnDeeds(part.page, part.desk, part.tools, lambda: self.casus.id)
        self._add = named(small("Gebeurtenis", icon="erbij"), "gebeurtenis-toevoegen")
        self._print = named(small("Op papier", icon="print"), "tijdlijn-afdrukken")
        self.filters = Filters(self._add, self._print)
        self.list = Lijst(part.tools.clock)
        self._all = named(link("Alles tonen"), "alles-tonen")
        self._no_hit = text(NO_HIT, tone="stil")
        self._empty = EmptyState(EMPTY, icon="vandaag", button="Gebeurtenis toevoegen")
        self._beside = TijdlijnInspector()
        self.inspector = self._beside
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        casus_id = self.casus.id
        self._rows = self.desk.tijdlijn.of_casus(casus_id)
        people = [
            (person.naam, person.id)
            for person in self.desk.personen.in_casus(casus_id)
            if person.rol is not Rol.MELDER
        ]
        self.filters.offer(self._rows, people)
        self._filter()

    @override
    def add(self) -> None:
        self._deeds.add()

    @override
    def panes(self) -> list[QWidget]:
        return [self.list]

    @override
    def own_keys(self) -> Sequence[str]:
        return ("rij-openen", "rij-weg")

    @override
    def place(self) -> dict[str, Any]:
        current = self.list.current()
        return {"rij": current.id if current else "", "filters": self.filters.place()}

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.read_again()
        self.filters.return_to(place.get("filters", {}))
        self._filter()
        self.list.choose(lambda row: row.id == place.get("rij"))

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.filters)
        card.body.addLayout(row(self._no_hit, self._all, None))
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._empty, 1)
        self.setLayout(column(card))

    def _connect(self) -> None:
        self._empty.button.clicked.connect(self.add)
        self._add.clicked.connect(self.add)
        self._print.clicked.connect(self._print_shown)
        self._all.clicked.connect(self.filters.everything)
        self.filters.changed.connect(self._filter)
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(lambda one: open_thing(self.page, self.casus.id, one))
        self.list.removed.connect(self._deeds.remove)
        self._beside.deed_requested.connect(self._deeds.do)
        self._deeds.added.connect(self._choose)

    @Slot()
    def _filter(self) -> None:
        keuze = self.filters.keuze()
        shown = [one for one in self._rows if keuze.passes(one)]
        empty = len(self._rows) <= _OF_ITSELF
        with focus_kept(self, otherwise=self._empty.button if empty else self.list):
            self._empty.setVisible(empty)
            self.list.setVisible(not empty)
            self.filters.setVisible(not empty)
            self._no_hit.setVisible(not (shown or empty))
            self._all.setVisible(not (shown or empty))
        self.list.show_points([] if empty else shown)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        current = self.list.current()
        beside = self._empty.button if self.list.isHidden() else self.list
        with focus_kept(self._beside, otherwise=beside, about=current and current.id):
            self._beside.show_row(current)

    @Slot(object)
    def _choose(self, gebeurtenis_id: UUID) -> None:
        self.list.choose(lambda one: one.ding == gebeurtenis_id)

    @Slot()
    def _print_shown(self) -> None:
        keuze = self.filters.keuze()
        self._deeds.print(keuze, in_woorden(keuze, self.filters.wie()))
