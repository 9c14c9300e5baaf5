"""Gesprekken & verslagen: one list of children, talks and questions, the rest beside it."""

from uuid import UUID

from PySide6.QtCore import Slot
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.verslagen import VerslagRow
from vtdesk.ui.casussen.deel import Part, Rijendeel
from vtdesk.ui.casussen.gesprekken.deeds import GesprekkenDeeds
from vtdesk.ui.casussen.gesprekken.feiten import deeds
from vtdesk.ui.casussen.gesprekken.inspector import GesprekkenInspector
from vtdesk.ui.casussen.gesprekken.rijen import TALKS, Inhoud, Rij, line, rijen
from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import Kind

EMPTY = "Nog geen gesprekken."


class Gesprekken(Rijendeel):
    """Whether each child was spoken, each talk with its verslag, and what was asked of whom."""

    title = "Gesprekken & verslagen"
    watches = frozenset(
        {
            Kind.AFSPRAAK, Kind.GESPREK, Kind.VERSLAG, Kind.ONDERZOEK, Kind.PERSOON,
            Kind.UITSPRAAK, Kind.MELDING,
        }
    )  # fmt: skip

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._inhoud: Inhoud | None = None
        self._deeds = GesprekkenDeeds(part.page, part.desk, lambda: self.casus.id)
        self.list = named(
            RowList[Rij](lambda rij: line(rij, self.clock())), "gesprekken", self.title
        )
        self._plan = named(small("Gesprek plannen", icon="plan"), "gesprek-plannen-knop")
        self._new = named(small("Nieuw verslag", icon="schrijven"), "verslag-nieuw")
        self._dossier = named(small("Dossier verzamelen", icon="dossier"), "dossier-knop")
        self._ask = named(small("Informatie vragen", icon="erbij"), "informatie-vragen")
        self._empty = EmptyState(EMPTY, icon="gesprek", button="Gesprek plannen")
        self._inspector = GesprekkenInspector()
        self.inspector = self._inspector
        card = Card()
        card.body.addLayout(Flow(self._plan, self._new, self._ask, self._dossier))
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._empty, 1)
        self.setLayout(column(card))

        self._plan.clicked.connect(self.add)
        self._empty.button.clicked.connect(self.add)
        self._new.clicked.connect(lambda: self._deeds.begin_verslag(self.list.current()))
        self._ask.clicked.connect(self._deeds.ask)
        self._dossier.clicked.connect(lambda: self.page.dossier_requested.emit(self.casus.id))
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self._open)
        self.list.removed.connect(lambda rij: self._if_possible("vraag-weg", rij))
        self._inspector.deed_requested.connect(self._deeds.do)

    @override
    def refresh(self) -> None:
        casus_id = self.casus.id
        talks = [row for row in self.desk.agenda.of_casus(casus_id) if row.soort in TALKS]
        self._inhoud = Inhoud(
            self.desk.kindspoor.of_casus(casus_id),
            talks,
            self.desk.verslagen.of_casus(casus_id),
            self.desk.informatie.of_casus(casus_id),
            self.desk.kindgesprekken.of_casus(casus_id),
        )
        self.list.set_rows(rijen(self._inhoud))
        self.list.setVisible(bool(self.list.lines()))
        self._empty.setVisible(self._inhoud.is_empty())
        if self.list.current() is None:
            self.list.choose(lambda _: True)
        self._show_chosen()

    @override
    def add(self) -> None:
        self.page.plan_requested.emit(self.casus.id)

    @override
    def verslag_in_sight(self) -> UUID | None:
        match self.list.current():
            case VerslagRow() as verslag:
                return verslag.id
            case AfspraakRow() as talk:
                return talk.verslag_id
        return None

    @Slot()
    def _show_chosen(self) -> None:
        if self._inhoud:
            current = self.list.current()
            with focus_kept(self._inspector, otherwise=self.list, about=current and current.id):
                self._inspector.show_row(current, self._inhoud, self.clock())

    @Slot(object)
    def _open(self, rij: Rij) -> None:
        """Do with Enter what one usually does with such a row."""
        if self._inhoud:
            self._deeds.do(deeds(rij, self._inhoud)[0][0], rij)

    def _if_possible(self, name: str, rij: Rij) -> None:
        if self._inhoud and name in dict(deeds(rij, self._inhoud)):
            self._deeds.do(name, rij)
