"""What lies in the dossier, in the order in which it leaves, with what can be done with it."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from vtdesk.services.dossier import LEEG, DossierRow, Dossiervoorstel
from vtdesk.ui import actions
from vtdesk.ui.format import aantal
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import korte_dag


class Dossierlijst(QFrame):
    """Rows to walk; Alt+up and Alt+down give one another place, Del takes it out."""

    add_asked = Signal()
    chosen = Signal(object)  # DossierRow
    opened = Signal(object)  # DossierRow, to look what stays behind of it
    removed = Signal(object)  # DossierRow
    moved = Signal(object, int)  # DossierRow, and its new place

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "dossierlijst", "In dit dossier")
        self._found: Mapping[UUID, Dossiervoorstel] = {}
        self._count = named(text("", tone="stil"), "dossier-aantal")
        self.list = named(RowList[DossierRow](self._line), "dossierstukken", "In dit dossier")
        self.empty = named(EmptyState(LEEG, icon="dossier", button="Stuk erbij"), "dossier-leeg")
        restyle(self.empty.button, kind="primary")  # the one thing to do as long as it is empty
        self.add = named(small("Stuk erbij", icon="erbij"), "stuk-erbij-knop")
        self.look = named(small("Wat blijft weg…", icon="afgeschermd"), "stuk-nakijken")
        self.earlier = named(small("Eerder", icon="inklappen"), "stuk-eerder-knop")
        self.later = named(small("Later", icon="uitklappen"), "stuk-later-knop")
        self.out = named(small("Weghalen", icon="weg"), "stuk-weg")
        for button, name in (
            (self.add, "stuk-erbij"), (self.earlier, "stuk-eerder"), (self.later, "stuk-later"),
            (self.out, "rij-weg"), (self.look, "rij-openen"),
        ):  # fmt: skip
            button.setToolTip(actions.keys_text(name))
        self._ways = QWidget()
        self._ways.setLayout(Flow(self.add, self.look, self.earlier, self.later, self.out))
        head = row(text("In dit dossier", "kop", wrap=False), self._count, air=10)
        head.setStretch(1, 1)
        whole = column(head, self._ways, self.list, self.empty, air=8, margins=12)
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._connect()

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_asked)
        self.empty.button.clicked.connect(self.add_asked)
        self.list.chosen.connect(self._tell_chosen)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)
        self.look.clicked.connect(lambda: self._with_current(self.opened.emit))
        self.out.clicked.connect(lambda: self._with_current(self.removed.emit))
        self.earlier.clicked.connect(lambda: self.move_current(-1))
        self.later.clicked.connect(lambda: self.move_current(1))

    def show_rows(self, rows: Sequence[DossierRow]) -> None:
        """Show what lies in it."""
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._ways.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._count.setText(aantal(len(rows), "stuk", "stukken") if rows else "")
        if rows and self.list.current() is None:
            self.list.choose(lambda _: True)
        self._follow()

    def begin(self) -> None:
        """Let the keyboard begin in the list, or at what fills it."""
        here = self.list if self.list.rows() else self.empty.button
        here.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_found(self, found: Mapping[UUID, Dossiervoorstel]) -> None:
        """Say of each what would leave for the receiver; nothing while that is looked at."""
        self._found = found
        self.list.set_rows(self.list.rows())
        self.list.viewport().update()

    def move_current(self, by: int) -> None:
        """Ask for another place for the chosen one."""
        current = self.list.current()
        if current is not None and 0 <= current.plaats + by < len(self.list.rows()):
            self.moved.emit(current, current.plaats + by)

    def _with_current(self, do: Callable[[DossierRow], None]) -> None:
        current = self.list.current()
        if current is not None:
            do(current)

    @Slot(object)
    def _tell_chosen(self, chosen: DossierRow) -> None:
        self._follow()
        self.chosen.emit(chosen)

    def _follow(self) -> None:
        current = self.list.current()
        self.earlier.setEnabled(current is not None and current.plaats > 0)
        last = len(self.list.rows()) - 1
        self.later.setEnabled(current is not None and current.plaats < last)

    def _line(self, one: DossierRow) -> Line:
        day = f"{korte_dag(one.datum)} {one.datum.year}"
        found = self._found.get(one.id)
        if found is None:
            return Line(one.titel, f"{one.stand}, {day}", icon="verslagen")
        proposal = found.voorstel
        about = f"{aantal(proposal.blijft_weg, 'stuk blijft', 'stukken blijven')} weg"
        if not proposal.mag and not proposal.treffers:
            about = proposal.waarom_niet
        hits, tone = aantal(len(proposal.treffers), "treffer", "treffers"), "gevaar"
        if not proposal.treffers:
            hits, tone = ("0 treffers", "goed") if proposal.mag else ("Kan niet", "let-op")
        second = f"{one.stand}, {day}"
        return Line(one.titel, second, about, chip=hits, chip_tone=tone, icon="verslagen")
