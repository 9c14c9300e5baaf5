"""The middle of a casus: head, children, safety now, what comes and what happened."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.casussen import CasusRow, KindRow
from vtdesk.ui.casussen.kind_card import KindCard
from vtdesk.ui.format import moment
from vtdesk.ui.labels import AFSPRAAK_SOORT, AFSPRAAK_STAAT, DIENST, LETTER, VERSLAG_STAND
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row, scrolled
from vtdesk.ui.widgets.buttons import icon_button, primary, secondary
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import icon_label, selectable, text
from vtdesk.ui.widgets.tip import set_tip
from vtdesk.values.kinds import AfspraakStaat, VerslagStand
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.tijd import Clock, dichtbij, korte_dag

LONG = 40
NO_READING = "Nog geen duiding. Die komt uit een verslag, met de feiten waar zij op steunt."
SHOWN = 6  # rows of what comes and what happened; more is history


class Overzicht(QWidget):
    """Shows one casus; what it wishes leaves as signals."""

    change_requested = Signal()
    plan_requested = Signal()
    write_requested = Signal(object)  # UUID of a held afspraak
    verslag_requested = Signal(object)  # UUID
    afspraak_requested = Signal(object)  # UUID

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._to_write: UUID | None = None
        self._make_parts()
        self._lay_out()

        self._write.clicked.connect(lambda: self.write_requested.emit(self._to_write))
        self._plan.clicked.connect(self.plan_requested)
        self._change.clicked.connect(self.change_requested)
        self._coming_list.opened.connect(lambda a: self.afspraak_requested.emit(a.id))
        self._past_list.opened.connect(self._open_past)

    def _make_parts(self) -> None:
        self._name = named(selectable("", "titel"), "casus-naam")
        self._name.setMinimumWidth(1)  # a name without spaces may not widen the window
        self._number = selectable("", tone="stil")
        self._number.setWordWrap(False)
        self._service = Chip("", "keuze")
        self._watch = text("")
        self._watch.setMinimumWidth(1)
        self._note_words = text("")
        note = row(icon_label("let-op", "let-op"), self._note_words, margins=10)
        note.setStretch(1, 1)
        self._note = boxed(note, kind="block")
        self._note.setProperty("tone", "let-op")
        self._children = QGridLayout()
        self._children_card = Card("Kinderen")
        self._safety = Card("Veiligheid nu")
        self._coming = Card("Komende afspraken")
        self._past = Card("Laatste gebeurtenissen")
        self._coming_list = named(RowList(self._coming_line), "komend", "Komende afspraken")
        self._past_list = named(RowList(self._past_line), "gebeurd", "Laatste gebeurtenissen")
        self._write = named(primary("Verslag schrijven", icon="schrijven"), "verslag-schrijven")
        self._plan = named(secondary("Afspraak maken", icon="plan"), "afspraak-maken")
        self._change = named(icon_button("bewerken", "Casus wijzigen"), "casus-wijzigen")
        self.list_button = named(secondary("Casussen", icon="casussen"), "lijst-tonen")

    def show_casus(self, casus: CasusRow) -> None:
        """Show the head of a casus."""
        self._name.setText(casus.naam)
        set_tip(self._name, casus.naam if len(casus.naam) > LONG else "")
        self._number.setText(casus.nummer)
        label = DIENST[casus.dienst]
        self._service.show_state(label.word, label.tone)
        since = korte_dag(casus.zicht_sinds)
        self._watch.setText(f"Zicht op veiligheid: {casus.zicht_bij}, sinds {since}")
        self._note_words.setText(casus.let_op)
        self._note.setVisible(bool(casus.let_op))

    def show_children(self, children: list[KindRow]) -> None:
        """Show a card per child, two beside each other."""
        emptied(self._children)
        now = self._clock()
        for number, child in enumerate(children):
            card = KindCard(child, now)
            card.plan_requested.connect(self.plan_requested)
            self._children.addWidget(card, number // 2, number % 2)
        self._children_card.setVisible(bool(children))

    def show_safety(self, duiding: Uitspraakregel | None) -> None:
        """Show the newest interpretation of how safe it is."""
        emptied(self._safety.body)
        if duiding is None:
            self._safety.body.addWidget(text(NO_READING, tone="stil"))
        else:
            letter = LetterBox(duiding.letter.value, LETTER[duiding.letter].word)
            self._safety.body.addLayout(row(letter, text(plain(duiding))))
            self._safety.body.addWidget(text(duiding.bron.naam, "klein", tone="stil"))
        self._safety.body.addStretch(1)

    def show_appointments(self, rows: list[AfspraakRow]) -> None:
        """Show what comes and what happened, newest first; and what is still to be written."""
        now = self._clock()
        coming = [a for a in rows if a.staat is AfspraakStaat.GEPLAND and a.einde > now]
        past = [a for a in rows if a not in coming]
        owed = [a for a in past if a.owes_verslag and a.verslag_stand in (None, *_OPEN)]
        self._to_write = owed[0].id if owed else None
        self._write.setVisible(bool(owed))
        self._coming_list.set_rows(coming[::-1][:SHOWN])
        self._past_list.set_rows(past[:SHOWN])
        self._coming.setVisible(bool(coming))
        self._past.setVisible(bool(past))
        for shown in (self._coming_list, self._past_list):
            shown.setFixedHeight(shown.sizeHintForRow(0) * min(SHOWN, len(shown.lines())) + 4)

    def _lay_out(self) -> None:
        self._children_card.body.addLayout(self._children)
        self._coming.body.addWidget(self._coming_list)
        self._coming.body.addStretch(1)
        self._past.body.addWidget(self._past_list)

        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._note)
        body.addWidget(self._children_card)
        pair = row(self._safety, self._coming, air=12)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        body.addLayout(pair)
        body.addWidget(self._past)
        body.addStretch(1)
        self.setLayout(column(self._head(), scrolled(inside), air=12))

    def _head(self) -> QFrame:
        title = row(self.list_button, self._name, self._plan, self._write, self._change)
        title.setStretch(1, 1)
        facts = row(self._number, self._service, 4, icon_label("veilig"), self._watch, air=6)
        facts.setStretch(facts.count() - 1, 1)
        lines = column(title, facts, air=6)
        lines.setContentsMargins(18, 12, 14, 12)
        return boxed(lines, kind="card")

    def _coming_line(self, afspraak: AfspraakRow) -> Line:
        return Line(
            afspraak.titel,
            icon=AFSPRAAK_SOORT[afspraak.soort].icon,
            side=moment(afspraak.begin, self._clock()),
            strong=False,
        )

    def _past_line(self, afspraak: AfspraakRow) -> Line:
        chip, tone = _state(afspraak)
        return Line(
            afspraak.titel,
            icon=AFSPRAAK_SOORT[afspraak.soort].icon,
            side=_when(afspraak.begin, self._clock()),
            chip=chip,
            chip_tone=tone,
            strong=False,
        )

    def _open_past(self, afspraak: AfspraakRow) -> None:
        if afspraak.verslag_id:
            self.verslag_requested.emit(afspraak.verslag_id)
        elif afspraak.owes_verslag:
            self.write_requested.emit(afspraak.id)
        else:
            self.afspraak_requested.emit(afspraak.id)


_OPEN = (VerslagStand.CONCEPT, VerslagStand.TER_REACTIE)


def _state(afspraak: AfspraakRow) -> tuple[str, str]:
    """Say what became of a talk: its verslag, or that it did not take place."""
    if afspraak.verslag_stand:
        label = VERSLAG_STAND[afspraak.verslag_stand]
        return label.word, label.tone
    if afspraak.owes_verslag:
        return "Nog te schrijven", "let-op"
    if afspraak.staat is AfspraakStaat.GEPLAND:
        return "Nog bevestigen", "let-op"
    label = AFSPRAAK_STAAT[afspraak.staat]
    return label.word, label.tone


def _when(begin: datetime, now: datetime) -> str:
    return dichtbij(begin.date(), now.date())
