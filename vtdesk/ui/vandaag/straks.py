"""Straks: the next thing of the day, the one that was opened, or what is still to write."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.format import aantal
from vtdesk.ui.vandaag import words
from vtdesk.ui.vandaag.kaart import AfspraakKaart, KaartInhoud
from vtdesk.ui.vandaag.regel_knop import RegelKnop
from vtdesk.ui.vandaag.wishes import Wish
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row
from vtdesk.ui.widgets.buttons import primary
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import dag_met_naam, klok, local

OWN_TIME = frozenset({AfspraakSoort.LUNCH, AfspraakSoort.REISTIJD, AfspraakSoort.EIGEN_TIJD})
ALL_WRITTEN = "Alles is geschreven. Je kunt stoppen."


def coming(rows: Sequence[AfspraakRow], now: datetime) -> AfspraakRow | None:
    """Choose what the card is about: what goes on now, or else what begins first."""
    ahead = [
        row
        for row in rows
        if row.staat is AfspraakStaat.GEPLAND
        and not row.hele_dag
        and row.soort not in OWN_TIME
        and row.einde > now
    ]
    return min(ahead, key=lambda row: (row.begin, row.einde), default=None)


def lunch_now(rows: Sequence[AfspraakRow], now: datetime) -> AfspraakRow | None:
    """Give the lunch that goes on now."""
    lunches = (row for row in rows if row.soort is AfspraakSoort.LUNCH)
    return next(
        (r for r in lunches if r.staat is AfspraakStaat.GEPLAND and words.is_running(r, now)), None
    )


class NogTeSchrijven(Card):
    """What remains after the last appointment: the verslagen that are owed, oldest first."""

    wished = Signal(object, object)  # Wish, UUID of the afspraak
    _MOST = 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Nog te schrijven", icon="schrijven", parent=parent)
        self._lead = text("", tone="stil")
        self._lines = column(air=0)
        self._write = named(primary("Verslag schrijven", icon="schrijven"), "schrijf-eerste")
        self._owed: tuple[AfspraakRow, ...] = ()
        self.body.addWidget(self._lead)
        self.body.addLayout(self._lines)
        self.body.addLayout(Flow(self._write))
        self._write.setAutoDefault(True)
        self._write.clicked.connect(self._write_first)

    def show_owed(self, owed: Sequence[AfspraakRow], today_over: str) -> None:
        """Show what is owed under a sentence about the rest of the day."""
        self._lead.setText(_sentence(owed, today_over))
        self._write.setVisible(bool(owed))
        if tuple(owed) == self._owed:  # the same lines stay, and so does the focus
            return
        self._owed = tuple(owed)
        emptied(self._lines)
        for afspraak in owed[: self._MOST]:
            day = dag_met_naam(local(afspraak.begin).date())
            line = RegelKnop(day, words.with_casus(afspraak))
            line.clicked.connect(lambda _=False, i=afspraak.id: self._wish(i))
            self._lines.addWidget(line)

    def focus_first(self) -> None:
        """Give the focus to the button."""
        self._write.setFocus()

    def _write_first(self) -> None:
        if self._owed:
            self._wish(self._owed[0].id)

    def _wish(self, afspraak_id: UUID) -> None:
        self.wished.emit(Wish.SCHRIJVEN, afspraak_id)


def _sentence(owed: Sequence[AfspraakRow], today_over: str) -> str:
    if not owed:
        return f"{today_over} {ALL_WRITTEN}".strip()
    still = f"Je hebt nog {aantal(len(owed), 'verslag', 'verslagen')} te schrijven."
    return f"{today_over} {still}".strip()


class Straks(QWidget):
    """The right side of the day: one card at a time, the most useful one."""

    wished = Signal(object, object)  # Wish, UUID of the afspraak
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "straks", "Straks")
        self._kaart = named(AfspraakKaart(), "kaart")
        self._todo = named(NogTeSchrijven(), "nog-te-schrijven")
        self._lunch_words = text("")
        self._lunch = _banner(self._lunch_words)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._kaart)
        layout.addWidget(self._lunch)
        layout.addWidget(self._todo)
        layout.addStretch(1)

        self._kaart.wished.connect(self.wished)
        self._kaart.closed.connect(self.closed)
        self._todo.wished.connect(self.wished)

    @property
    def kaart(self) -> AfspraakKaart:
        """Give the card of the appointment."""
        return self._kaart

    def focus_main(self) -> None:
        """Give the focus to what the day asks for first."""
        if self._todo.isHidden():
            self._kaart.focus_first()
        else:
            self._todo.focus_first()

    def show_card(self, inhoud: KaartInhoud | None, now: datetime, *, opened: bool) -> None:
        """Show the card of an appointment, or none."""
        self._kaart.setVisible(inhoud is not None)
        if inhoud is not None:
            self._kaart.show_card(inhoud, now, closable=opened)

    def show_todo(self, owed: Sequence[AfspraakRow], today_over: str, *, seen: bool) -> None:
        """Show what is still to write, when nothing else asks for attention."""
        self._todo.setVisible(seen)
        if seen:
            self._todo.show_owed(owed, today_over)

    def show_lunch(self, lunch: AfspraakRow | None) -> None:
        """Say that it is lunch time."""
        self._lunch.setVisible(lunch is not None)
        if lunch is not None:
            self._lunch_words.setText(f"Je lunch is nu, tot {klok(lunch.einde)}.")


def _banner(label: QWidget) -> QFrame:
    layout = row(icon_label("lunch"), label)
    layout.setStretch(1, 1)
    layout.setContentsMargins(12, 8, 12, 8)
    return boxed(layout, kind="block")
