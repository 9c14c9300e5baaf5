"""The inspector: who belongs to the casus, children first, and one person at a glance."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from vtdesk.services.organisaties import InzetRow
from vtdesk.services.personen import OUDERS, PersoonRow, VeiligContactGegevens
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import GEZAG_SOORT, ROL
from vtdesk.ui.widgets.boxes import column, emptied, row, rule
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.ui.widgets.text import icon_label, selectable, text
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import korte_dag

EMPTY = "Nieuwe casus. Voeg eerst de gezinsleden toe."


class Mensen(Card):
    """A list in groups, and below it what one must know before a call or a letter."""

    add_requested = Signal()
    organisation_requested = Signal()
    change_requested = Signal(object)  # PersoonRow
    leave_requested = Signal(object)  # PersoonRow
    gezag_requested = Signal(object)  # PersoonRow
    shield_requested = Signal(object)  # PersoonRow
    shielded_requested = Signal(object)  # PersoonRow

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Mensen", parent=parent)
        self._today = today
        self._add = named(link("Toevoegen", icon="erbij"), "persoon-toevoegen")
        self._add.setAccessibleName("Toevoegen")
        self.list = named(RowList[PersoonRow | InzetRow](self._line), "mensen", "Mensen")
        self._add_organisation = named(link("Organisatie toevoegen"), "organisatie-toevoegen")
        self._empty = EmptyState(EMPTY, icon="mensen", button="Persoon toevoegen")
        self._glance = QFrame()
        self._facts_box = column(air=6)
        self._glance.setLayout(self._facts_box)
        self.add_to_title(self._add)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._glance)
        self.body.addLayout(row(self._add_organisation, None))

        self._add.clicked.connect(self.add_requested)
        self._add_organisation.clicked.connect(self.organisation_requested)
        self._empty.button.clicked.connect(self.add_requested)
        self.list.chosen.connect(self._show_glance)
        self.list.opened.connect(self._open)

    def set_people(self, people: list[PersoonRow], organisations: list[InzetRow]) -> None:
        """Show who belongs to the casus, and which organisations work in it."""
        current = self.list.current()
        head = [Group("Organisaties")] if organisations else []
        self.list.set_rows([*_grouped(people), *head, *organisations])
        self.list.setVisible(bool(people))
        self._empty.setVisible(not people)
        self._glance.setVisible(bool(people))
        if not people:
            return
        if current is None or not self.list.choose(lambda row: row.id == current.id):
            self.list.choose(lambda _: True)
        self._show_glance(self.list.current())

    def choose(self, persoon_id: UUID) -> None:
        """Make a person the current one."""
        self.list.choose(lambda row: row.id == persoon_id)

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
        if isinstance(person, PersoonRow):
            self.change_requested.emit(person)

    @Slot(object)
    def _show_glance(self, shown: PersoonRow | InzetRow | None) -> None:
        emptied(self._facts_box)
        if isinstance(shown, PersoonRow):
            self._show_person(shown)
        elif shown is not None:
            self._show_organisation(shown)

    def _show_organisation(self, inzet: InzetRow) -> None:
        facts = (
            ("Contact", inzet.contactpersoon),
            ("Telefoon", inzet.telefoon),
            ("Mandaat", inzet.mandaat),
            ("Stapt uit als", inzet.uitstapvoorwaarde),
        )
        self._facts_box.addWidget(rule())
        self._facts_box.addWidget(text(inzet.naam, "kop"))
        self._add_facts((label, value) for label, value in facts if value)

    def _show_person(self, person: PersoonRow) -> None:
        layout = self._facts_box
        layout.addWidget(rule())
        title = "Melder" if person.rol is Rol.MELDER else f"{person.voornaam}, in één blik"
        layout.addWidget(text(title, "kop"))
        self._add_facts(self._facts(person))
        if person.afgeschermd:
            words = aantal(person.afgeschermd, "gegeven afgeschermd", "gegevens afgeschermd")
            look = self._act(link("Bekijken"), "afgeschermd-bekijken", self.shielded_requested)
            layout.addLayout(row(icon_label("geheim-adres", "let-op"), text(words), look))
        change = self._act(small("Wijzigen"), "persoon-wijzigen", self.change_requested)
        gezag = self._act(small("Gezag"), "gezag", self.gezag_requested)
        shield = self._act(link("Gegeven afschermen"), "afschermen", self.shield_requested)
        leave = self._act(link("Hoort niet meer bij deze casus"), "uit", self.leave_requested)
        layout.addLayout(row(change, gezag, None, air=6))
        layout.addLayout(row(shield, None))
        layout.addLayout(row(leave, None))

    def _add_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        for label, value in facts:
            name = text(label, tone="stil", wrap=False)
            name.setMinimumWidth(92)
            shown = selectable(value)
            shown.setMinimumWidth(1)  # a word without end may not widen the pane
            line = row(name, shown, air=8)
            line.setStretch(1, 1)
            self._facts_box.addLayout(line)

    def _act(self, button: QPushButton, name: str, wish: SignalInstance) -> QPushButton:
        """Let a button tell its wish for the person that is current."""
        button.clicked.connect(lambda: wish.emit(self.list.current()))
        return named(button, name)

    def _facts(self, person: PersoonRow) -> Iterator[tuple[str, str]]:
        if person.geboortedatum and person.rol is not Rol.MELDER:
            yield "Geboren", f"{korte_dag(person.geboortedatum)} {person.geboortedatum.year}"
        for gezag in person.gezag:
            who = gezag.houder if gezag.kind_id == person.id else gezag.kind
            where = f", {gezag.bron}" if gezag.bron else ""
            yield "Gezag", f"{GEZAG_SOORT[gezag.soort].word}, {who}{where}"
        yield from _contact(person.contact)


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


def _contact(contact: VeiligContactGegevens) -> Iterator[tuple[str, str]]:
    if contact.wanneer:
        yield "Bellen", contact.wanneer
    if contact.voicemail_vanaf:
        yield "Voicemail", f"niet vóór {korte_dag(contact.voicemail_vanaf)}"
    elif contact.voicemail is not None:
        yield "Voicemail", "mag" if contact.voicemail else "nooit"
    if contact.codewoord:
        yield "Codewoord", contact.codewoord
    if contact.nooit_zeggen:
        yield "Nooit zeggen", contact.nooit_zeggen
    if contact.post is not None:
        yield "Post", "mag" if contact.post else "nooit"
