"""The page Plein: a day with its besprekingen, and Pleinstand while they run."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.services.plein.rows import BesprekingDetail
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.plein.dag import Dag
from vtdesk.ui.plein.stand import Stand
from vtdesk.ui.widgets.deck import Deck
from vtdesk.ui.widgets.pane import focus_into
from vtdesk.values.kinds import Kind, Letter
from vtdesk.values.tijd import local

_LETTERS = {
    "letter-feit": Letter.FEIT,
    "letter-verklaring": Letter.VERKLARING,
    "letter-mening": Letter.MENING,
    "letter-duiding": Letter.DUIDING,
    "letter-hypothese": Letter.HYPOTHESE,
}


class PleinPage(Page):
    """Prepared by day, sat through one bespreking at a time, worked up at the end."""

    watches: ClassVar[frozenset[Kind]] = frozenset({Kind.PLEIN, Kind.AFSPRAAK, Kind.CASUS})

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tools = desk, tools
        self._dag = Dag(desk, self)
        self._stand = Stand(desk, self)
        self._deck = Deck(self._dag.view, self._stand.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._deck)
        self._dag.begun.connect(self._begin_stand)
        self._stand.ended.connect(self._show_dag)
        self._adopt()

    def _adopt(self) -> None:
        """Adopt the keys; each works where it means something, and nowhere else."""
        dag, stand = self._dag, self._stand
        line = stand.table.inbreng
        self._dag_keys = [
            self.on_action("bespreking-nieuw", dag.add),
            self.on_action("plein-begin", dag.begin),
            self.on_action("bespreking-eerder", partial(dag.move, -1)),
            self.on_action("bespreking-later", partial(dag.move, 1)),
            self.on_action("bespreking-verwerken", dag.work_up),
            self.on_action("dag-vorige", partial(dag.walk, -1)),
            self.on_action("dag-volgende", partial(dag.walk, 1)),
        ]
        self._stand_keys = [
            self.on_action("bespreking-volgende", partial(stand.step, 1)),
            self.on_action("bespreking-vorige", partial(stand.step, -1)),
            self.on_action("fase-volgende", partial(stand.turn, 1)),
            self.on_action("fase-vorige", partial(stand.turn, -1)),
            self.on_action("plein-taak", line.make_taak),
            self.on_action("besluit-voorlezen", stand.read_aloud),
            self.on_action("plein-voorbereiding", stand.table.toggle_prepared),
            *(self.on_action(name, partial(line.letter, to)) for name, to in _LETTERS.items()),
        ]
        self._follow_stand()

    # what is shown

    @override
    def refresh(self) -> None:
        if self._stand.is_open():
            self._stand.read()
        else:
            self._dag.read()

    def show_bespreking(self, bespreking_id: UUID) -> None:
        """Show a bespreking on its day, as a hit or a card leads to it."""
        if self._stand.is_open():
            self._stand.leave()
        self.do(lambda: self._desk.plein.detail(bespreking_id), then=self._go_to)

    def _go_to(self, detail: BesprekingDetail) -> None:
        self._dag.go_to(local(detail.row.begin).date())
        self._dag.choose(str(detail.row.id))

    @override
    def is_discreet(self) -> bool:
        return self._stand.is_open()

    @override
    def casus_in_sight(self) -> UUID | None:
        return self._stand.casus_id()

    @override
    def in_sight(self) -> UUID | None:
        return self._stand.bespreking_id()

    @Slot(object)
    def _begin_stand(self, bespreking_id: UUID) -> None:
        if self.do(lambda: self._stand.open(bespreking_id)):
            self._show_stand()
            self._stand.table.begin()

    def _show_stand(self) -> None:
        self._dag.forget()
        self._deck.turn_to(self._stand.table)
        self._follow_stand()
        self.discreet_changed.emit(True)  # noqa: FBT003 - a signal takes no names

    @Slot()
    def _show_dag(self) -> None:
        self._deck.turn_to(self._dag.view)
        self._follow_stand()
        self.discreet_changed.emit(False)  # noqa: FBT003 - as above
        self.read_again()
        self.begin()

    def _follow_stand(self) -> None:
        at_table = self._stand.is_open()
        for action in self._dag_keys:
            action.setEnabled(not at_table)
        for action in self._stand_keys:
            action.setEnabled(at_table)

    # the window

    @override
    def begin(self) -> None:
        if self._stand.is_open():
            self._stand.table.begin()
        elif not focus_into(self._dag.view.list):
            focus_into(self._dag.view)

    @override
    def go_back(self) -> bool:
        if not self._stand.is_open():
            return False
        self._stand.leave()
        return True

    @override
    def panes(self) -> list[QWidget]:
        if self._stand.is_open():
            return self._stand.table.panes()
        return [self._dag.view.list, self._dag.view.form, self._dag.view]

    @override
    def toggle_inspector(self) -> None:
        if self._stand.is_open():
            self._stand.table.toggle_prepared()

    @override
    def own_keys(self) -> Sequence[str]:
        return ("rij-openen", "rij-weg")

    @override
    def on_width(self, width: Width) -> None:
        self._stand.table.fit(width)

    @override
    def put_away(self) -> None:
        self._dag.store()
        self._stand.store()

    @override
    def place(self) -> dict[str, Any]:
        where = {"dag": self._dag.day.isoformat(), "gekozen": self._dag.chosen()}
        return where | self._stand.place()

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self._dag.go_to(date.fromisoformat(place["dag"]))
        if not place.get("bespreking"):
            self._dag.choose(place["gekozen"])
        elif self.do(lambda: self._stand.return_to(place)):
            self._show_stand()
