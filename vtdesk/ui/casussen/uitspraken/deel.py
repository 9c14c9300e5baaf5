"""Uitspraken: what was said and seen, as a list or by perspective, one of them beside it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget
from typing_extensions import override

from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.ui import verzonden_dialog
from vtdesk.ui.casussen.deel import Deel, Part
from vtdesk.ui.casussen.uitspraken.acts import UitspraakActs
from vtdesk.ui.casussen.uitspraken.inspector import UitspraakInspector
from vtdesk.ui.casussen.uitspraken.lijst import NO_HIT, Filters, lijst
from vtdesk.ui.casussen.uitspraken.perspectieven import Perspectieven
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import choice, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Kind, Rol

EMPTY = "Nog geen uitspraken. Leg vast wie wat zei."


class Uitspraken(Deel):
    """The statements of a casus."""

    title = "Uitspraken"
    watches = frozenset(
        {Kind.UITSPRAAK, Kind.PERSOON, Kind.VERSLAG, Kind.VERZENDING, Kind.BESLUIT, Kind.CONCEPT}
    )

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._acts = UitspraakActs(part.page, part.desk, part.tools)
        self._rows: list[UitspraakRow] = []
        self._names: dict[UUID, str] = {}
        self._is_stale = True  # the matrix, which is made when it is looked at
        self._wanted: UUID | None = None  # the statement beside the list
        self.filters = Filters()
        self.list = lijst()
        self.perspectives = Perspectieven()
        self._as_list = named(choice("Lijst"), "als-lijst")
        self._as_matrix = named(choice("Perspectieven"), "als-perspectieven")
        self._add = named(small("Uitspraak vastleggen", icon="erbij"), "uitspraak-vastleggen")
        self._no_hit = text(NO_HIT, tone="stil")
        self._empty = EmptyState(EMPTY, icon="citaat", button="Uitspraak vastleggen")
        self._shown = QStackedWidget()
        self.inspector = self._beside = UitspraakInspector(part.tools.clock)
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        casus_id = self.casus.id
        self._rows = self.desk.uitspraken.rows(casus_id)[::-1]  # the newest first
        people = self.desk.personen.in_casus(casus_id)
        self._names = {person.id: person.naam for person in people}
        shown = [(person.naam, person.id) for person in people if person.rol is not Rol.MELDER]
        self.filters.offer(shown, self._rows)
        self._is_stale = True
        self._empty.setVisible(not self._rows)
        self._shown.setVisible(bool(self._rows))
        self.filters.setVisible(bool(self._rows) and self._as_list.isChecked())
        self._filter()

    @override
    def add(self) -> None:
        self._acts.add(self.casus.id)

    @override
    def panes(self) -> list[QWidget]:
        return [self.list if self._as_list.isChecked() else self.perspectives]

    @override
    def own_keys(self) -> Sequence[str]:
        return ("rij-openen", "rij-weg")

    @override
    def place(self) -> dict[str, Any]:
        return {
            "uitspraak": str(self._wanted) if self._wanted else "",
            "perspectieven": self._as_matrix.isChecked(),
            "filters": self.filters.place(),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.read_again()
        self.filters.return_to(place.get("filters", []))
        (self._as_matrix if place.get("perspectieven") else self._as_list).click()
        if place.get("uitspraak"):
            self._go_to(UUID(place["uitspraak"]))

    @Slot(object)
    def choose(self, uitspraak_id: UUID) -> None:
        """Show one statement, also when the filters hide it in the list."""
        self._wanted = uitspraak_id
        self.list.choose(lambda one: one.id == uitspraak_id)
        self._show_beside()

    @Slot(object)
    def _go_to(self, uitspraak_id: UUID) -> None:
        """Show one statement, and let the keyboard go on there."""
        self.choose(uitspraak_id)
        if self._as_matrix.isChecked():
            self.perspectives.go_to(uitspraak_id)
        elif (current := self.list.current()) is not None and current.id == uitspraak_id:
            self.list.setFocus()

    def _lay_out(self) -> None:
        ways = QButtonGroup(self)
        for button in (self._as_list, self._as_matrix):
            ways.addButton(button)
        self._as_list.setChecked(True)
        self._shown.addWidget(self.list)
        self._shown.addWidget(self.perspectives)
        card = Card()
        head = row(self._as_list, self._as_matrix, None, self._add)
        card.body.addLayout(head)
        card.body.addWidget(self.filters)
        card.body.addWidget(self._no_hit)
        card.body.addWidget(self._shown, 1)
        card.body.addWidget(self._empty, 1)
        self.setLayout(column(card))

    def _connect(self) -> None:
        self._empty.button.clicked.connect(self.add)
        self._add.clicked.connect(self.add)
        self._acts.made.connect(self._go_to)
        self._as_list.toggled.connect(self._turn)
        self.filters.changed.connect(self._filter)
        self.list.chosen.connect(self._follow)
        self.list.opened.connect(lambda one: self._acts.do("wijzigen", one))
        self.list.removed.connect(lambda one: self._acts.do("intrekken", one))
        self.perspectives.chosen.connect(self._follow)
        self.perspectives.plan_requested.connect(
            lambda: self.page.plan_requested.emit(self.casus.id)
        )
        self._beside.act_requested.connect(self._acts.do)
        self._beside.uitspraak_requested.connect(self.choose)
        self._beside.verslag_requested.connect(self.page.verslag_requested)
        self._beside.sent_requested.connect(
            lambda verslag_id: self.page.open_dialog(verzonden_dialog.NAME, str(verslag_id))
        )

    @Slot(bool)
    def _turn(self, as_list: bool) -> None:  # noqa: FBT001 - Qt's own form
        if not as_list and self._is_stale:
            self.perspectives.show_matrix(self.desk.uitspraken.perspectieven(self.casus.id))
            self._is_stale = False
        self._shown.setCurrentWidget(self.list if as_list else self.perspectives)
        self.filters.setVisible(as_list and bool(self._rows))
        self._no_hit.setVisible(as_list and bool(self._rows) and not self.list.lines())

    @Slot()
    def _filter(self) -> None:
        rows = [one for one in self._rows if self.filters.passes(one)]
        self.list.set_rows(rows)
        self._turn(self._as_list.isChecked())
        if self._wanted is None or not any(one.id == self._wanted for one in self._rows):
            self._wanted = rows[0].id if rows else None
        if self._wanted:
            self.list.choose(lambda one: one.id == self._wanted)
        self._show_beside()

    @Slot(object)
    def _follow(self, chosen: UitspraakRow) -> None:
        self._wanted = chosen.id
        self._show_beside()

    def _show_beside(self) -> None:
        detail = self.desk.uitspraken.detail(self._wanted) if self._wanted else None
        with focus_kept(self._beside, otherwise=self.list, about=self._wanted):
            self._beside.show_detail(detail, self._names)
