"""Afspraken & veiligheid: one list of who watches and what must hold, the rest beside it."""

from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.casussen.deel import Part, Rijendeel
from vtdesk.ui.casussen.veiligheid.deeds import VeiligheidDeeds
from vtdesk.ui.casussen.veiligheid.feiten import deeds
from vtdesk.ui.casussen.veiligheid.inspector import VeiligheidInspector
from vtdesk.ui.casussen.veiligheid.rijen import Inhoud, Rij, line, rijen
from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import Kind

EMPTY = "Nog geen afspraken. Maak er een die je kunt controleren."
_REMOVALS = ("waarborg-vervalt", "zicht-intrekken", "politie-beeindigen", "regie-terugnemen")


class Veiligheid(Rijendeel):
    """Who watches over safety, voorwaarden, afspraken, police and casusregie."""

    title = "Afspraken & veiligheid"
    watches = frozenset({Kind.VEILIGHEID, Kind.ORGANISATIE, Kind.CASUS, Kind.UITSPRAAK})

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._inhoud: Inhoud | None = None
        self._deeds = VeiligheidDeeds(part.page, part.desk, part.tools.jobs, lambda: self.casus.id)
        self.list = named(
            RowList[Rij](lambda rij: line(rij, self.clock().date())), "veiligheid", self.title
        )
        self._empty = EmptyState(EMPTY, icon="veilig")
        self._inspector = VeiligheidInspector()
        self.inspector = self._inspector
        self._lay_out()

        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)
        self._inspector.deed_requested.connect(self._deeds.do)
        self._deeds.made.connect(self.go_to)
        self._inspector.toets_removal_requested.connect(self._deeds.remove_toets)

    @override
    def refresh(self) -> None:
        casus_id = self.casus.id
        self._inhoud = Inhoud(
            self.desk.zicht.estafette(casus_id),
            self.desk.veiligheid.waarborgen(casus_id),
            self.desk.veiligheid.politieafspraken(casus_id),
            self.desk.regie.of_casus(casus_id),
            {row.id: row for row in self.desk.uitspraken.rows(casus_id)},
        )
        self.list.set_rows(rijen(self._inhoud))
        self._empty.setVisible(self._inhoud.is_empty())
        if self.list.current() is None:
            self.list.choose(lambda _: True)
        self._show_chosen()

    @override
    def add(self) -> None:
        self._deeds.add("waarborg-toevoegen")

    def _lay_out(self) -> None:
        buttons = []
        for name, words, icon in (
            ("waarborg-toevoegen", "Afspraak of voorwaarde", "erbij"),
            ("politie-toevoegen", "AOL of AOP", "erbij"),
            ("casusregie", "Casusregie", "erbij"),
            ("noodkaart", "Noodkaart", "hulp"),
        ):
            button = named(small(words, icon=icon), name)
            button.clicked.connect(lambda _=False, wanted=name: self._deeds.add(wanted))
            buttons.append(button)
        card = Card()
        card.body.addLayout(Flow(*buttons))
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._empty, 1)
        self.setLayout(column(card))

    @Slot()
    def _show_chosen(self) -> None:
        if self._inhoud is None:
            return
        current = self.list.current()
        with focus_kept(self._inspector, otherwise=self.list, about=current and current.id):
            self._inspector.show_row(current, self._inhoud, self.clock().date())
        for one, following in pairwise([self.list, *self._inspector.buttons()]):
            QWidget.setTabOrder(one, following)

    @Slot(object)
    def _open(self, rij: Rij) -> None:
        """Do with Enter what one usually does: change what is written, answer what waits."""
        if self._inhoud is None:
            return
        names = [name for name, _ in deeds(rij, self._inhoud.estafette)]
        changes = [name for name in names if name.endswith("-wijzigen")]
        if changes or names:
            self._deeds.do((changes or names)[0], rij)

    @Slot(object)
    def _remove(self, rij: Rij) -> None:
        """Do with Del what takes a row away, if anything does."""
        if self._inhoud is None:
            return
        for name, _ in deeds(rij, self._inhoud.estafette):
            if name in _REMOVALS:
                self._deeds.do(name, rij)
