"""One person or organisation at a glance: what one must know before a call or a letter."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget
from typing_extensions import override

from vtdesk.services.organisaties import InzetRow
from vtdesk.services.personen import PersoonRow, VeiligContactGegevens
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import GEZAG_SOORT
from vtdesk.ui.widgets.boxes import column, emptied, row, rule
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import korte_dag

NO_READER = (Rol.MELDER, Rol.ONGEBOREN)  # reads nothing about the own self
LABELS = 92  # the width of the words before the facts


class Glance(QScrollArea):
    """Facts and what can be done; as high as it needs, and it scrolls where that is not there."""

    change_requested = Signal(object)  # PersoonRow or InzetRow
    leave_requested = Signal(object)  # PersoonRow or InzetRow
    gezag_requested = Signal(object)  # PersoonRow
    shield_requested = Signal(object)  # PersoonRow
    shielded_requested = Signal(object)  # PersoonRow
    inzage_requested = Signal(object)  # PersoonRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: PersoonRow | InzetRow | None = None
        self._is_alone = False
        self._box = column(air=6)
        self._content = QWidget()
        self._content.setProperty("kind", "inside")
        self._content.setLayout(column(self._box, None, air=0))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._content)

    def show_row(self, shown: PersoonRow | InzetRow | None) -> None:
        """Show this one, or nothing."""
        self._shown = shown
        emptied(self._box)
        if isinstance(shown, PersoonRow):
            self._show_person(shown)
        elif shown is not None:
            self._show_organisation(shown)
        self.verticalScrollBar().setValue(0)

    def set_alone(self, *, alone: bool) -> None:
        """Stand where there is little room: labels above their facts, and no line on top."""
        if self._is_alone is not alone:
            self._is_alone = alone
            self.show_row(self._shown)

    @override
    def sizeHint(self) -> QSize:
        layout = self._content.layout()
        assert layout is not None  # noqa: S101 it was given one above
        width = self.viewport().width()
        return QSize(width, max(layout.totalHeightForWidth(width), layout.totalSizeHint().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _show_organisation(self, inzet: InzetRow) -> None:
        facts = (
            ("Contact", inzet.contactpersoon),
            ("Telefoon", inzet.telefoon),
            ("Mandaat", inzet.mandaat),
            ("Stapt uit als", inzet.uitstapvoorwaarde),
        )
        self._add_title(inzet.naam)
        self._add_facts(facts)
        change = self._act(small("Wijzigen"), "organisatie-wijzigen", self.change_requested)
        leave = self._act(link("Werkt hier niet meer"), "organisatie-uit", self.leave_requested)
        self._box.addLayout(row(change, None))
        self._box.addLayout(row(leave, None))

    def _show_person(self, person: PersoonRow) -> None:
        title = "Melder" if person.rol is Rol.MELDER else f"{person.voornaam}, in één blik"
        self._add_title(title)
        self._add_facts(_facts(person))
        if person.afgeschermd:
            words = aantal(person.afgeschermd, "gegeven afgeschermd", "gegevens afgeschermd")
            look = self._act(link("Bekijken"), "afgeschermd-bekijken", self.shielded_requested)
            self._box.addLayout(row(icon_label("geheim-adres", "let-op"), text(words), look))
        change = self._act(small("Wijzigen"), "persoon-wijzigen", self.change_requested)
        gezag = self._act(small("Gezag"), "gezag", self.gezag_requested)
        shield = self._act(link("Gegeven afschermen"), "afschermen", self.shield_requested)
        leave = self._act(link("Hoort niet meer bij deze casus"), "uit", self.leave_requested)
        acts = [change, gezag]
        if person.rol not in NO_READER:
            acts.append(self._act(small("Inzage"), "inzage-maken", self.inzage_requested))
            acts[-1].setAccessibleName("Inzage maken")
        self._box.addLayout(Flow(*acts, air=6))
        self._box.addLayout(row(shield, None))
        self._box.addLayout(row(leave, None))

    def _add_title(self, title: str) -> None:
        if not self._is_alone:
            self._box.addWidget(rule())
        self._box.addWidget(text(title, "kop"))

    def _add_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        air, names = (2, 0) if self._is_alone else (6, LABELS)
        self._box.addLayout(facts_grid(facts, air=air, names=names, below=self._is_alone))

    def _act(self, button: QPushButton, name: str, wish: SignalInstance) -> QPushButton:
        """Let a button tell its wish for the person that is shown."""
        button.clicked.connect(lambda: wish.emit(self._shown))
        return named(button, name)


def _facts(person: PersoonRow) -> Iterator[tuple[str, str]]:
    if person.geboortedatum and person.rol is not Rol.MELDER:
        yield "Geboren", f"{korte_dag(person.geboortedatum)} {person.geboortedatum.year}"
    for gezag in person.gezag:
        who = gezag.houder if gezag.kind_id == person.id else gezag.kind
        where = f", {gezag.bron}" if gezag.bron else ""
        yield "Gezag", f"{GEZAG_SOORT[gezag.soort].word}, {who}{where}"
    yield from _contact(person.contact)


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
