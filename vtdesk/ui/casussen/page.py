"""Casussen: the list, one casus, and its people."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from vtdesk.services.casussen import CasusRow
from vtdesk.services.desk import Desk
from vtdesk.ui import uitgaand_deur
from vtdesk.ui.casussen.casus_dialog import CasusDialog
from vtdesk.ui.casussen.casus_head import CasusHead
from vtdesk.ui.casussen.casus_list import CasusList
from vtdesk.ui.casussen.casus_view import CasusView
from vtdesk.ui.casussen.deel import Part
from vtdesk.ui.casussen.hint_bar import HintBar
from vtdesk.ui.casussen.mensen import Mensen
from vtdesk.ui.casussen.people import People
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.room import Room
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind, VerslagStand

LIST_WIDTH = {Width.KLEIN: 248, Width.MIDDEN: 248, Width.GROOT: 280}
PEOPLE_WIDTH = {Width.KLEIN: 260, Width.MIDDEN: 300, Width.GROOT: 360}
OPEN = (None, VerslagStand.CONCEPT, VerslagStand.TER_REACTIE)


class CasussenPage(Page):
    """Walk the casussen; the chosen one is shown with its people."""

    watches = frozenset(
        {
            Kind.CASUS,
            Kind.PERSOON,
            Kind.ORGANISATIE,
            Kind.AFSPRAAK,
            Kind.GESPREK,
            Kind.VERSLAG,
            Kind.VEILIGHEID,
            Kind.CRISIS,
            Kind.TERMIJN,
            Kind.ONDERZOEK,
        }
    )

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tools = tools
        self._casus: CasusRow | None = None
        self._width = Width.MIDDEN
        self._list = CasusList(tools.clock)
        self._head = CasusHead(tools.clock)
        self._people_open = True  # F9; large text in a small window begins without
        self._mensen = Mensen(tools.clock().date())
        self._people = People(self, desk, self._mensen, self.current)
        self._nothing = EmptyState(
            "Kies een casus, of maak er een.", icon="casussen", button="Casus maken"
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self._nothing)
        self._view = CasusView(
            self._head,
            HintBar(self, desk),
            Part(self, desk, tools, self._people.add),
            self._mensen,
        )
        self._around = Room(self._view)
        self._middle.addWidget(self._around)

        layout = row(self._list, self._middle, air=12, margins=16)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.on_width(Width.MIDDEN)
        self._connect()

    @override
    def refresh(self) -> None:
        self._list.set_rows(self._desk.casussen.all(None))
        if self._casus is None or not self._list.choose(self._casus.id):
            self._casus = None  # it may have been destroyed
            self._list.choose_first()
        self._show_current()

    @override
    def place(self) -> dict[str, Any]:
        return {"casus": str(self._casus.id), **self._view.place()} if self._casus else {}

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if "casus" in place:
            self.show_casus(UUID(place["casus"]))
            self._view.return_to(place)

    @override
    def on_width(self, width: Width) -> None:
        self._list.setFixedWidth(style.scaled(LIST_WIDTH[width]))
        self._view.inspector.setFixedWidth(style.scaled(PEOPLE_WIDTH[width]))
        self._head.on_width(width)
        self._view.on_width(width)
        self._width = width
        self._people_open = width is not Width.KLEIN or not style.is_large()
        self._view.inspector.setVisible(self._people_open)
        self._fold_list()

    @override
    def casus_in_sight(self) -> UUID | None:
        return self._casus.id if self._casus else None

    @override
    def panes(self) -> list[QWidget]:
        return [self._list.list, *self._view.deel().panes(), self._view.inspector]

    @override
    def own_keys(self) -> Sequence[str]:
        return ("persoon-openen", *self._view.deel().own_keys())

    @override
    def toggle_inspector(self) -> None:
        self._people_open = self._view.inspector.isHidden()
        self._view.inspector.setVisible(self._people_open)

    def show_casus(self, casus_id: UUID) -> None:
        """Show a casus, asked for from another page."""
        self._list.set_rows(self._desk.casussen.all(None))
        self._list.choose(casus_id)
        self._show(casus_id)

    def show_persoon(self, casus_id: UUID, persoon_id: UUID) -> None:
        """Show a casus with one of its people chosen."""
        self.show_casus(casus_id)
        self._people_open = True
        self._view.inspector.show()
        self._view.show_people()
        self._mensen.go_to(persoon_id)

    @override
    def on_changed(self, change: Change) -> None:
        super().on_changed(change)
        self._view.on_changed(change)

    def current(self) -> CasusRow | None:
        """Give the casus on screen."""
        return self._casus

    def _connect(self) -> None:
        self._list.chosen.connect(self._show)
        self._list.new_requested.connect(self._make)
        self._nothing.button.clicked.connect(self._make)
        self._head.list_button.clicked.connect(self._toggle_list)
        self._head.change_requested.connect(self._change)
        self._head.plan_requested.connect(self._plan)
        self._head.write_requested.connect(self.write_requested)
        self._head.zicht_requested.connect(self._hand_over)
        self.dialogs.register("casus-maken", self._make_dialog)
        self.dialogs.register("casus-wijzigen", self._change_dialog)
        self.dialogs.register_the_rest = self._view.make_all
        self.on_action("casus-nieuw", self._make)
        self.on_action("casussen-lijst", self._toggle_list)
        self.on_action("uitgaand", self._let_go_out)
        self.on_action("dossier", self._show_dossier)
        self.on_action("dossier-erbij", self._collect)
        self.on_action("deel-nieuw", lambda: self._view.deel().add())
        for place in range(1, 11):
            self.on_action(f"tab-{place}", partial(self._view.go_to_tab, place - 1))

    @Slot()
    def _let_go_out(self) -> None:
        """Let the verslag that is chosen go out; when none is, the dossier of the casus."""
        verslag_id = self._view.deel().verslag_in_sight()
        if verslag_id is None:
            self._show_dossier()
        else:
            uitgaand_deur.let_go_out(self, self._desk, verslag_id)

    @Slot()
    def _collect(self) -> None:
        """Put the verslag that is chosen in the dossier."""
        verslag_id = self._view.deel().verslag_in_sight()
        if verslag_id is None:
            self._show_dossier()
        else:
            uitgaand_deur.collect(self, self._desk, verslag_id)

    @Slot()
    def _show_dossier(self) -> None:
        """Show the dossier of the casus."""
        if self._casus:
            self.dossier_requested.emit(self._casus.id)

    @Slot(object)
    def _show(self, casus_id: UUID) -> None:
        if self._casus is None or self._casus.id != casus_id:
            self._casus = self._desk.casussen.get(casus_id)
            self._fold_list()
            self._show_current()
            self.do(lambda: self._desk.logboek.bekeken(casus_id))

    def _show_current(self) -> None:
        if self._casus is None:
            self._middle.setCurrentWidget(self._nothing)
            return
        self._casus = self._desk.casussen.get(self._casus.id)
        self._middle.setCurrentWidget(self._around)
        self._view.show_casus(self._casus)
        self._head.offer_verslag(self._first_owed(self._casus.id))
        self._mensen.set_people(
            self._desk.personen.in_casus(self._casus.id),
            self._desk.organisaties.in_casus(self._casus.id),
        )

    def _first_owed(self, casus_id: UUID) -> UUID | None:
        """Find the last talk that has no verslag yet, or one that is not final."""
        owed = (row for row in self._desk.agenda.of_casus(casus_id) if row.owes_verslag)
        return next((row.id for row in owed if row.verslag_stand in OPEN), None)

    @Slot()
    def _make(self) -> None:
        self.open_dialog("casus-maken")

    @Slot()
    def _change(self) -> None:
        if self._casus:
            self.open_dialog("casus-wijzigen", str(self._casus.id))

    def _make_dialog(self) -> FormDialog:
        dialog = CasusDialog(self._tools.clock().date(), None, self)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self.show_casus(self._desk.casussen.add(gegevens, zicht_bij=dialog.zicht_bij()))

        dialog.store = store
        return dialog

    def _change_dialog(self, casus_id: str) -> FormDialog:
        casus = self._desk.casussen.get(UUID(casus_id))
        dialog = CasusDialog(self._tools.clock().date(), casus, self)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.casussen.change(
                    casus.id,
                    casus.version,
                    gegevens,
                    dialog.staat(),
                    gesloten_want=dialog.gesloten_want(),
                )

        dialog.store = store
        return dialog

    @Slot()
    def _plan(self) -> None:
        if self._casus:
            self.plan_requested.emit(self._casus.id)

    @Slot()
    def _hand_over(self) -> None:
        """Offer the zicht op veiligheid, or note that the offer was accepted."""
        if self._casus:
            name = "zicht-aanvaarden" if self._casus.zicht_aanbod else "zicht-aanbieden"
            self.open_dialog(name, str(self._casus.id))

    def _fold_list(self) -> None:
        """Narrow, the list gives its room to the casus; a button brings it back."""
        folded = self._width is Width.KLEIN and self._casus is not None
        self._list.setVisible(not folded)
        self._head.list_button.setVisible(folded)

    def _toggle_list(self) -> None:
        self._list.setVisible(self._list.isHidden())
        if self._list.isVisible():
            self._list.list.setFocus()
