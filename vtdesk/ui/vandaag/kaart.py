"""The card of one appointment: when, what, where, who, what to mind, and what can be done."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.personen import PersoonRow
from vtdesk.ui.agenda import words
from vtdesk.ui.agenda.wishes import Offer, Wish, offers
from vtdesk.ui.crisis_marks import mark_of
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row
from vtdesk.ui.widgets.buttons import icon_button, link, primary, secondary
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.crisis_mark import CrisisMark
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.crisisreeks import Beoordeling, niet_eens
from vtdesk.values.tijd import korte_dag, local

STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class KaartInhoud:
    """What a card shows: the appointment, who was invited, and all people of its casus."""

    afspraak: AfspraakRow
    genodigd: tuple[PersoonRow, ...] = ()
    mensen: tuple[PersoonRow, ...] = ()
    crisis: tuple[Beoordeling, ...] = ()


@dataclass(frozen=True, slots=True)
class KaartRegel:
    """A line with an icon."""

    icon: str
    words: str
    tone: str = ""
    crisis: tuple[Beoordeling, ...] = ()  # with their marks behind the words


def regels(inhoud: KaartInhoud, now: datetime) -> list[KaartRegel]:
    """List what one must know before the door opens; never a shielded value."""
    afspraak, today = inhoud.afspraak, local(now).date()
    lines = [
        KaartRegel("casussen", " · ".join(filter(None, (afspraak.casus, afspraak.nummer)))),
        KaartRegel("plaats", afspraak.plaats),
        KaartRegel("mensen", ", ".join(afspraak.wie)),
        *_crisis(inhoud.crisis),
        *(KaartRegel("bellen", words.contact_line(p, today)) for p in inhoud.genodigd),
        *(
            KaartRegel("geheim-adres", f"Adres van {p.voornaam} is geheim.", "let-op")
            for p in inhoud.mensen
            if p.geheim_adres
        ),
        KaartRegel("let-op", f"Let op: {afspraak.let_op}." if afspraak.let_op else "", "let-op"),
        KaartRegel("afgezegd", afspraak.reden),
    ]
    if afspraak.owes_verslag:
        lines.append(KaartRegel("parkeernotitie", words.note_line(afspraak, today)))
    return [line for line in lines if line.words]


class AfspraakKaart(QFrame):
    """Shows one appointment with its wishes; `closable` for one that was opened by hand."""

    wished = Signal(object, object)  # Wish, UUID of the afspraak
    closed = Signal()
    walked = Signal(object, int)  # UUID of the afspraak; -1 up, 1 down

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._moment = named(text("", "vet", tone="accent"), "wanneer")
        self._times = named(text("", tone="stil", wrap=False), "tijden")
        self._close = named(icon_button("sluiten", "Kaart sluiten", kind="quiet"), "kaart-dicht")
        self._title = named(_loose(text("", "groot")), "titel")
        self._doel = named(_loose(text()), "doel")
        self._lines = column(air=6)
        self._buttons = column(air=8)
        self._first: QPushButton | None = None
        self._afspraak: AfspraakRow | None = None
        self._offered: list[Offer] = []

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(6)
        head = row(self._moment, self._times, self._close)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self._title)
        layout.addWidget(self._doel)
        layout.addLayout(self._lines)
        layout.addSpacing(4)
        layout.addLayout(self._buttons)

        self._close.clicked.connect(self.closed)
        self._close.installEventFilter(self)

    def show_card(self, inhoud: KaartInhoud, now: datetime, *, closable: bool) -> None:
        """Show an appointment at this moment."""
        afspraak = inhoud.afspraak
        self._moment.setText(words.moment_line(afspraak, now))
        restyle(self._moment, tone="stil" if afspraak.staat in words.DONE else "accent")
        self._times.setText(words.times(afspraak))
        self._title.setText(afspraak.titel)
        self._doel.setText(afspraak.doel)
        self._doel.setVisible(bool(afspraak.doel))
        self._close.setVisible(closable)
        self.setAccessibleName(words.spoken(afspraak))
        emptied(self._lines)
        for line in regels(inhoud, now):
            self._lines.addWidget(_line(line))
        self._afspraak = afspraak
        self._show_offers(offers(afspraak, now))

    def focus_first(self) -> None:
        """Give the focus to what one most likely wants."""
        wanted = self._first or self._close
        wanted.show()  # else only the event loop shows it, and what is hidden gets no focus
        wanted.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._close.isVisible():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let up and down walk the day: a button would go on to the next one, such as Afzeggen."""
        step = STEPS.get(event.key()) if isinstance(event, QKeyEvent) else None
        plain = isinstance(event, QKeyEvent) and not event.modifiers() & ~KEYPAD
        if step is None or not plain or self._afspraak is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self.walked.emit(self._afspraak.id, step)
        return True

    def offered(self) -> list[str]:
        """List the words on the buttons."""
        return [offer.words for offer in self._offered]

    def _show_offers(self, offered: list[Offer]) -> None:
        """Show the buttons; the same ones stay, so that the focus does not jump every minute."""
        if offered == self._offered:
            return
        self._offered = offered
        emptied(self._buttons)
        first = primary if offered and offered[0].is_main else secondary
        kinds = (first, secondary)
        large = [self._button(offer, make) for offer, make in zip(offered, kinds, strict=False)]
        low = [self._button(offer, link) for offer in offered[len(kinds) :]]
        self._first = large[0] if large else None
        beside = low if len(low) == 1 else []
        self._buttons.addLayout(Flow(*large, *beside))
        if len(low) > 1:
            self._buttons.addLayout(Flow(*low, air=4))

    def _button(self, offer: Offer, make: Callable[..., QPushButton]) -> QPushButton:
        button = named(make(offer.words, icon=offer.icon), f"wens-{offer.wish}")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self._wish(offer.wish))
        button.installEventFilter(self)
        return button

    def _wish(self, wish: Wish) -> None:
        if self._afspraak is not None:
            self.wished.emit(wish, self._afspraak.id)


def _crisis(found: tuple[Beoordeling, ...]) -> Iterator[KaartRegel]:
    """Say how each organisation rates the danger, and since when."""
    if found:
        last = max(one.moment for one in found)
        yield KaartRegel("let-op", f"Crisis {korte_dag(last.date())}:", crisis=found)


def _short(organisatie: str) -> str:
    """Give `CIT` of `Crisis Interventie Team (CIT)`."""
    found = re.search(r"\(([^()]+)\)$", organisatie)
    return found[1] if found else organisatie


def _marks(found: tuple[Beoordeling, ...]) -> list[QWidget]:
    pairs: list[QWidget] = [
        boxed(row(text(_short(one.organisatie), wrap=False), CrisisMark(mark_of(one.kleur)), air=6))
        for one in found
    ]
    return [*pairs, Chip("Niet eens", "let-op")] if niet_eens(found) else pairs


def _line(line: KaartRegel) -> QWidget:
    if line.crisis:
        shown = Flow(text(line.words, wrap=False), *_marks(line.crisis), air=10)
        layout = row(icon_label(line.icon, "stil"), air=8)
        layout.addLayout(shown, 1)
        return boxed(layout)
    words = _loose(text(line.words, tone=line.tone))
    layout = row(icon_label(line.icon, line.tone or "stil"), words, air=8)
    layout.setStretch(1, 1)
    return boxed(layout)


def _loose(label: QLabel) -> QLabel:
    """Let a label wrap instead of making the card as wide as its longest word."""
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
