"""Straks: the next thing of the day, the one that was opened, and the cards of the moment."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.morgen import Avond
from vtdesk.ui.avondwoorden import GROEPEN, lead_tonight
from vtdesk.ui.vandaag.bevestigen import Bevestigen
from vtdesk.ui.vandaag.dagstart import Dagstart, StartRegel
from vtdesk.ui.vandaag.kaart import AfspraakKaart, KaartInhoud
from vtdesk.ui.vandaag.regel_knop import RegelKnop
from vtdesk.ui.vandaag.tegel_inhoud import owed_tile
from vtdesk.ui.vandaag.tegels import Opent, TegelRegel
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.avond import Groep
from vtdesk.values.tijd import klok


class NogTeSchrijven(Card):
    """What remains after the last appointment: what is not written yet, what cannot wait first."""

    opened = Signal(object)  # TegelRegel
    close_requested = Signal()
    _MOST = 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Nog te schrijven", icon="schrijven", parent=parent)
        self._lead = text("", tone="stil")
        self._lines = column(air=0)
        self._write = named(primary("Verslag schrijven", icon="schrijven"), "schrijf-eerste")
        self._close = named(secondary("Dag afsluiten", icon="eigen-tijd"), "dag-afsluiten-kaart")
        self._owed: tuple[TegelRegel, ...] = ()
        self._groups: tuple[Groep, ...] = ()
        self.body.addWidget(self._lead)
        self.body.addLayout(self._lines)
        self.body.addLayout(Flow(self._write, self._close))
        self._write.clicked.connect(self._write_first)
        self._close.clicked.connect(self.close_requested)

    def show_owed(self, avond: Avond, today_over: str) -> None:
        """Show what is owed under a sentence about the rest of the day."""
        lines = owed_tile(avond).regels
        self._lead.setText(f"{today_over} {lead_tonight(avond)}".strip())
        self._write.setVisible(any(line.opens is Opent.VERSLAG for line in lines))
        groups = tuple(line.groep for line in avond.regels)
        if (lines, groups) == (self._owed, self._groups):  # they stay, and so does the focus
            return
        self._owed, self._groups = lines, groups
        emptied(self._lines)
        shown = list(zip(groups, lines, strict=True))[: self._MOST]
        for groep, found in groupby(shown, key=itemgetter(0)):
            self._lines.addWidget(text(GROEPEN[groep], "klein", tone="stil"))
            for _, regel in found:
                self._add_line(regel)

    def _add_line(self, regel: TegelRegel) -> None:
        line = RegelKnop(regel.lead, regel.words)
        line.clicked.connect(lambda: self.opened.emit(regel))
        self._lines.addWidget(line)

    def focus_first(self) -> None:
        """Give the focus to the button."""
        (self._close if self._write.isHidden() else self._write).setFocus()

    def _write_first(self) -> None:
        first = next((line for line in self._owed if line.opens is Opent.VERSLAG), None)
        if first is not None:
            self.opened.emit(first)


class Straks(QWidget):
    """The right side of the day: what is next on top, then what the moment asks for."""

    wished = Signal(object, object)  # Wish, UUID of the afspraak
    opened = Signal(object)  # TegelRegel
    closed = Signal()
    walked = Signal(object, int)  # UUID of the afspraak on the card; -1 up, 1 down
    begun = Signal()  # the day
    close_requested = Signal()  # of the day
    tomorrow_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "straks", "Straks")
        self.dagstart = Dagstart()
        self._kaart = named(AfspraakKaart(), "kaart")
        self._todo = named(NogTeSchrijven(), "nog-te-schrijven")
        self._confirm = Bevestigen()
        self._lunch_words = text("")
        self._lunch = _banner(self._lunch_words)
        self._tomorrow = column(air=0)
        self._tomorrow_words = ""
        self._cards = column(air=12)

        layout = column(
            self.dagstart, self._kaart, self._lunch, self._todo, self._confirm, self._cards,
            self._tomorrow, None, air=12,
        )  # fmt: skip
        self.setLayout(layout)

        self.dagstart.begun.connect(self.begun)
        self._kaart.wished.connect(self.wished)
        self._kaart.closed.connect(self.closed)
        self._kaart.walked.connect(self.walked)
        self._todo.opened.connect(self.opened)
        self._todo.close_requested.connect(self.close_requested)
        self._confirm.wished.connect(self.wished)

    @property
    def kaart(self) -> AfspraakKaart:
        """Give the card of the appointment."""
        return self._kaart

    def add_card(self, card: QWidget) -> None:
        """Give a card of the moment its place below what is next."""
        self._cards.addWidget(card)

    def focus_main(self) -> None:
        """Give the focus to what the day asks for first."""
        if not self.dagstart.isHidden():
            self.dagstart.focus_first()
        elif self._todo.isHidden():
            self._kaart.focus_first()
        else:
            self._todo.focus_first()

    def show_start(self, lines: Sequence[StartRegel]) -> None:
        """Begin the day with these lines; without any it has begun."""
        self.dagstart.setVisible(bool(lines))
        self.dagstart.show_lines(lines)

    def show_card(self, inhoud: KaartInhoud | None, now: datetime, *, opened: bool) -> None:
        """Show the card of an appointment, or none."""
        self._kaart.setVisible(inhoud is not None)
        if inhoud is not None:
            self._kaart.show_card(inhoud, now, closable=opened)

    def show_todo(self, avond: Avond | None, today_over: str) -> None:
        """Show what is still to write, when nothing else asks for attention."""
        self._todo.setVisible(avond is not None)
        if avond is not None:
            self._todo.show_owed(avond, today_over)

    def show_confirm(self, lines: tuple[TegelRegel, ...]) -> None:
        """Show what is over and must be confirmed."""
        self._confirm.show_lines(lines)

    def show_tomorrow(self, words: str) -> None:
        """Say in one line what tomorrow brings; nothing where tomorrow itself is on screen."""
        if words == self._tomorrow_words:
            return
        self._tomorrow_words = words
        emptied(self._tomorrow)
        if words:
            line = named(RegelKnop("Morgen", words), "morgen")
            line.clicked.connect(self.tomorrow_requested)
            self._tomorrow.addWidget(line)

    def show_lunch(self, lunch: AfspraakRow | None, waits: str) -> None:
        """Say that it is lunch time, and what waits meanwhile."""
        self._lunch.setVisible(lunch is not None)
        if lunch is not None:
            self._lunch_words.setText(f"Je lunch is nu, tot {klok(lunch.einde)}. {waits}".strip())


def _banner(label: QWidget) -> QFrame:
    layout = row(icon_label("lunch"), label)
    layout.setStretch(1, 1)
    layout.setContentsMargins(12, 8, 12, 8)
    return boxed(layout, kind="block")
