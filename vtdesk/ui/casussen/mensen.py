"""The people of a casus, children first, and one of them at a glance."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.organisaties import InzetRow
from vtdesk.services.personen import OUDERS, PersoonRow
from vtdesk.ui.casussen.glance import Glance
from vtdesk.ui.labels import ROL
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import korte_dag

LOW = 520  # a pane of less height than this has no room for both
LIST = 210  # what the list keeps beside a long glance
EMPTY = "Nieuwe casus. Voeg eerst de gezinsleden toe."


class Mensen(Card):
    """A list in groups, and below it what one must know before a call or a letter."""

    add_requested = Signal()
    organisation_requested = Signal()
    change_requested = Signal(object)  # PersoonRow or InzetRow
    leave_requested = Signal(object)  # PersoonRow or InzetRow
    gezag_requested = Signal(object)  # PersoonRow
    shield_requested = Signal(object)  # PersoonRow
    shielded_requested = Signal(object)  # PersoonRow
    inzage_requested = Signal(object)  # PersoonRow

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Mensen", parent=parent)
        self._today = today
        self._add = named(link("Toevoegen", icon="erbij"), "persoon-toevoegen")
        self._add.setAccessibleName("Toevoegen")
        self.list = named(RowList[PersoonRow | InzetRow](self._line), "mensen", "Mensen")
        self._add_organisation = named(link("Organisatie toevoegen"), "organisatie-toevoegen")
        self._empty = EmptyState(EMPTY, icon="mensen", button="Persoon toevoegen")
        self._back = named(link("Alle mensen", icon="vorige"), "alle-mensen")
        self._glance = Glance()
        self._low = False  # no room for both: the list, or one person opened from it
        self._is_open = False
        self.add_to_title(self._back)
        self.add_to_title(self._add)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._glance)
        self.body.addLayout(row(self._add_organisation, None))

        self._add.clicked.connect(self.add_requested)
        self._add_organisation.clicked.connect(self.organisation_requested)
        self._empty.button.clicked.connect(self.add_requested)
        self.list.chosen.connect(self._glance.show_row)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._open_glance)
        self._back.clicked.connect(self._go_back)
        self._glance.change_requested.connect(self.change_requested)
        self._glance.leave_requested.connect(self.leave_requested)
        self._glance.gezag_requested.connect(self.gezag_requested)
        self._glance.shield_requested.connect(self.shield_requested)
        self._glance.shielded_requested.connect(self.shielded_requested)
        self._glance.inzage_requested.connect(self.inzage_requested)

    def set_people(self, people: list[PersoonRow], organisations: list[InzetRow]) -> None:
        """Show who belongs to the casus, and which organisations work in it."""
        current = self.list.current()
        head = [Group("Organisaties")] if organisations else []
        self.list.set_rows([*_grouped(people), *head, *organisations])
        if current is None or not self.list.choose(lambda row: row.id == current.id):
            self._is_open = False
            self.list.choose(lambda _: True)
        self._glance.show_row(self.list.current())
        self._arrange()

    def go_to(self, persoon_id: UUID) -> None:
        """Bring a person to the keyboard, at a glance."""
        self.list.choose(lambda row: row.id == persoon_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._open_glance()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < style.scaled(LOW)
        if low is not self._low:
            self._low = low
            self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Show list and glance below each other, or one of the two where it is low."""
        people = bool(self.list.lines())
        alone = self._low and self._is_open
        self.list.setMinimumHeight(0 if self._low else style.scaled(LIST))
        self.list.setVisible(people and not alone)
        self._empty.setVisible(not people)
        self._back.setVisible(people and alone)
        self._add.setVisible(not (people and alone))
        self._glance.set_alone(alone=self._low)
        self._glance.setVisible(people and (alone or not self._low))
        self._add_organisation.setVisible(not alone)

    @Slot()
    def _open_glance(self) -> None:
        """Let one person take the room, when there is room for one thing only."""
        self._is_open = True
        if self._low:
            self._arrange()
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_back(self) -> None:
        self._is_open = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, person: PersoonRow | InzetRow) -> Line:
        if isinstance(person, InzetRow):
            return Line(person.naam, person.contactpersoon, icon="organisatie", strong=False)
        if person.rol is Rol.MELDER:
            return Line("Melder", "Afgeschermd", icon="afgeschermd")
        age = "" if person.leeftijd is None else f" {person.leeftijd}"
        role = "" if person.is_kind else f", {ROL[person.rol].word}"
        second = " · ".join(filter(None, (person.telefoon, person.toelichting, person.organisatie)))
        born = person.geboortedatum
        known = second or (f"geboren {korte_dag(born)} {born.year}" if born else "")
        return Line(f"{person.naam}{age}{role}", known, icon=ROL[person.rol].icon, strong=False)

    @Slot(object)
    def _open(self, person: PersoonRow | InzetRow) -> None:
        if self._low:
            self._open_glance()
        else:
            self.change_requested.emit(person)


def _grouped(people: list[PersoonRow]) -> Iterator[PersoonRow | Group]:
    """Children, parents, family and the rest; a group without people has no head."""
    groups = (
        ("Kinderen", [p for p in people if p.is_kind]),
        ("Ouders en partners", [p for p in people if p.rol in OUDERS]),
        ("Familie en netwerk", [p for p in people if p.rol in _NEAR]),
        ("Anderen", [p for p in people if not p.is_kind and p.rol not in (*OUDERS, *_NEAR)]),
    )
    for title, members in groups:
        if members:
            yield Group(title)
            yield from members


_NEAR = (Rol.GROOTOUDER, Rol.FAMILIE, Rol.NETWERK)
