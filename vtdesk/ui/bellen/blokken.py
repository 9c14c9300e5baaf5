"""What one reads before one dials: safe contact, the casus in five lines, what is agreed."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from vtdesk.services.bellen.casus import CasusRegels, Kleurstand
from vtdesk.services.bellen.service import BelDetail, BelPersoon
from vtdesk.ui.crisis_marks import mark_of
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import DIENST
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.crisis_mark import CrisisMark
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, selectable, text
from vtdesk.values.tijd import korte_dag

FIRST = 3  # agreements that are always in sight
SHIELDED = "Adres afgeschermd"
NOT_KNOWN = "Nog niet bekend. Vraag eerst of vrij praten kan."
NOTHING = "nog niets"


class VeiligContactBlok(QFrame):
    """How to speak somebody without danger; of everybody it may be."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "inside")
        self._body = column(air=8)
        self.setLayout(self._body)

    def show_call(self, detail: BelDetail, today: date) -> None:
        """Show the rules of this call."""
        emptied(self._body)
        several = len(detail.personen) > 1
        for persoon in detail.personen:
            self._body.addWidget(_contact(persoon, today, several=several))
        self.setVisible(bool(detail.personen))


class CasusBlok(QFrame):
    """The casus in five lines, and the open veiligheidsafspraken."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "inside")
        self._body = column(air=6)
        self.setLayout(self._body)

    def show_casus(self, casus: CasusRegels | None) -> None:
        """Show a casus, or nothing when nobody knows which it is."""
        emptied(self._body)
        self.setVisible(casus is not None)
        if casus is None:
            return
        self._body.addWidget(text("Casus in vijf regels", "vet"))
        self._body.addLayout(_five_lines(casus))
        if casus.veiligheid:
            self._body.addSpacing(4)
            self._add_agreements(casus.veiligheid)

    def _add_agreements(self, lines: tuple[str, ...]) -> None:
        """Show the first agreements; one button shows the rest, so that the questions stay near."""
        head = Flow(text("Open veiligheidsafspraken", "vet", wrap=False), air=8)
        self._body.addLayout(head)
        for line in lines[:FIRST]:
            self._body.addLayout(_agreement(line))
        if not lines[FIRST:]:
            return
        inside = column(*(_agreement(line) for line in lines[FIRST:]), air=6)
        rest = named(boxed(inside, kind="inside"), "overige-afspraken")
        rest.hide()
        words = f"Nog {aantal(len(lines[FIRST:]), 'afspraak', 'afspraken')}"
        more = named(link(words), "meer-afspraken")
        more.clicked.connect(rest.show)
        more.clicked.connect(more.hide)
        head.addWidget(more)
        self._body.addWidget(rest)


def _contact(persoon: BelPersoon, today: date, *, several: bool) -> QFrame:
    """Make the card of one person."""
    head = Flow(icon_label("veilig", "let-op"), air=8)
    title = f"Veilig contact met {persoon.roepnaam}" if several else "Veilig contact"
    head.addWidget(named(text(title, "vet", wrap=False), "veilig-contact"))
    if persoon.geheim_adres:
        head.addWidget(named(Chip(SHIELDED, "let-op", icon="afgeschermd"), "geheim-adres"))
    inside = column(air=6, margins=12)
    inside.addLayout(head)
    words = " ".join(_rules(persoon, today)) or NOT_KNOWN
    inside.addWidget(named(selectable(words), "regels"))
    card = boxed(inside, kind="message")
    card.setProperty("tone", "let-op")
    return card


def _rules(persoon: BelPersoon, today: date) -> Iterator[str]:
    """Say when, whether voicemail, the code word, and what must never be said."""
    contact = persoon.contact
    if contact.wanneer:
        yield f"Bellen: {_ended(contact.wanneer)}"
    if persoon.voicemail_dicht:
        yield (
            f"Geen voicemail vóór {korte_dag(contact.voicemail_vanaf)}."
            if (contact.voicemail_vanaf and contact.voicemail_vanaf > today)
            else "Geen voicemail."
        )
    elif contact.voicemail is not None or contact.voicemail_vanaf:
        yield "Voicemail inspreken mag."
    if contact.codewoord:
        yield f"Codewoord: {_ended(contact.codewoord)}"
    if contact.nooit_zeggen:
        yield f"Zeg nooit: {_ended(contact.nooit_zeggen)}"


def _ended(words: str) -> str:
    return words if words.endswith((".", "?")) else f"{words}."


def _five_lines(casus: CasusRegels) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    stage = DIENST[casus.dienst].word
    lines: tuple[tuple[str, str | QWidget], ...] = (
        ("Kinderen", casus.kinderen or NOTHING),
        ("Stand", f"{stage} · zicht: {casus.zicht}" if casus.zicht else stage),
        ("Laatst", casus.laatst or NOTHING),
        ("Crisis", _ratings(casus.crisis) if casus.crisis else NOTHING),
        ("Hierna", casus.hierna or NOTHING),
    )
    for number, (name, value) in enumerate(lines):
        grid.addWidget(text(name, tone="stil", wrap=False), number, 0)
        grid.addWidget(_value(value) if isinstance(value, str) else value, number, 1)
    return grid


def _value(words: str) -> QLabel:
    label = selectable(words)
    label.setMinimumWidth(1)
    return label


def _ratings(ratings: tuple[Kleurstand, ...]) -> QWidget:
    """Show each organisation with its colour: shape and word beside it."""
    line = Flow(air=8)
    for one in ratings:
        name, mark = text(one.organisatie, wrap=False), CrisisMark(mark_of(one.kleur))
        if style.is_large():
            line.addWidget(name)
            line.addWidget(mark)
        else:
            line.addWidget(boxed(row(name, mark, air=6), kind="inside"))
        line.addWidget(text(korte_dag(one.op), "klein", tone="stil", wrap=False))
    return boxed(line, kind="inside")


def _agreement(line: str) -> QHBoxLayout:
    words = selectable(line)
    words.setMinimumWidth(1)
    inside = row(icon_label("belofte", "stil", size=14), words, air=8)
    inside.setStretch(1, 1)
    return inside
