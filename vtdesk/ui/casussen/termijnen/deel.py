"""Termijnen & monitoring: one list of dates, and beside it why each is what it is."""

from PySide6.QtCore import QModelIndex, Slot
from typing_extensions import override

from vtdesk.services.casussen import CasusRow
from vtdesk.ui.casussen.deel import Part, Rijendeel
from vtdesk.ui.casussen.termijnen.deeds import TermijnDeeds
from vtdesk.ui.casussen.termijnen.feiten import deeds
from vtdesk.ui.casussen.termijnen.inspector import TermijnenInspector
from vtdesk.ui.casussen.termijnen.rijen import Inhoud, Rij, line, rijen
from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import local

EMPTY = "Er loopt geen termijn."
_REMOVALS = (
    "termijn-vervalt", "klok-niet-nodig", "monitoring-weg", "verzoek-weg", "vernietigen-terug",
)  # fmt: skip


class Termijnen(Rijendeel):
    """Terms with both tracks, informeerklokken, monitoring, requests, and how long it is kept."""

    title = "Termijnen & monitoring"
    watches = frozenset(
        {
            Kind.TERMIJN, Kind.ONDERZOEK, Kind.VERZOEK, Kind.CASUS, Kind.PERSOON, Kind.UITSPRAAK,
            Kind.MELDING, Kind.BESLUIT, Kind.VEILIGHEID, Kind.INSTELLING,
        }
    )  # fmt: skip

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._deeds = TermijnDeeds(part.page, part.desk, lambda: self.casus.id)
        self.list = named(
            RowList[Rij](lambda rij: line(rij, local(self.clock()).date())), "termijnen", self.title
        )
        self._empty = EmptyState(EMPTY, icon="termijn")
        self._inspector = TermijnenInspector()
        self.inspector = self._inspector
        self._lay_out()

        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)
        self._inspector.deed_requested.connect(self._deeds.do)
        self._deeds.made.connect(self.go_to)

    @override
    def show_casus(self, casus: CasusRow) -> None:
        if self._casus is None or self._casus.id != casus.id:
            self.list.setCurrentIndex(QModelIndex())  # each casus has its dossier under one name
        super().show_casus(casus)

    @override
    def refresh(self) -> None:
        casus_id, desk = self.casus.id, self.desk
        inhoud = Inhoud(
            desk.termijnen.of_casus(casus_id),
            desk.termijnen.informeervoorstellen(casus_id),
            desk.monitoringen.of_casus(casus_id),
            desk.monitoringen.voorstel(casus_id),
            desk.rechten.verzoeken(casus_id),
            desk.rechten.bewaring(casus_id),
            desk.vernietigingen.besluit(casus_id),
            desk.vernietigingen.gronden(casus_id),
        )
        self.list.set_rows(rijen(inhoud))
        self._empty.setVisible(inhoud.is_empty())
        if self.list.current() is None:
            self.list.choose(lambda _: True)
        self._show_chosen()

    @override
    def add(self) -> None:
        self._deeds.add("termijn-toevoegen")

    def _lay_out(self) -> None:
        buttons = []
        for name, words in (
            ("termijn-toevoegen", "Termijn"),
            ("monitoring-plannen", "Extra moment"),
            ("verzoek-toevoegen", "Verzoek over het dossier"),
        ):
            button = named(small(words, icon="erbij"), name)
            button.clicked.connect(lambda _=False, wanted=name: self._deeds.add(wanted))
            buttons.append(button)
        card = Card()
        card.body.addLayout(Flow(*buttons))
        card.body.addWidget(self._empty)
        card.body.addWidget(self.list, 1)
        self.setLayout(column(card))

    @Slot()
    def _show_chosen(self) -> None:
        current = self.list.current()
        with focus_kept(self._inspector, otherwise=self.list, about=current and current.id):
            self._inspector.show_row(current, local(self.clock()).date())

    @Slot(object)
    def _open(self, rij: Rij) -> None:
        """Do with Enter what one usually does with such a row."""
        if names := [name for name, _ in deeds(rij)]:
            self._deeds.do(names[0], rij)

    @Slot(object)
    def _remove(self, rij: Rij) -> None:
        """Do with Del what takes a row away, if anything does."""
        for name, _ in deeds(rij):
            if name in _REMOVALS:
                self._deeds.do(name, rij)
