"""The head of a call: the number in large digits, whose it is, how often they called."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget

from vtdesk.services.bellen.service import BelDetail
from vtdesk.ui.bellen import kiezen
from vtdesk.ui.bellen.words import BEL_SPOED, UNKNOWN, belongs_to, role, since, title
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row
from vtdesk.ui.widgets.buttons import link, quiet, small
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept
from vtdesk.ui.widgets.text import Roomy, selectable, text
from vtdesk.values.dagkinds import BelSpoed, BelStand, Herkenning
from vtdesk.values.telefoonnummer import getoond

NOBODY = "Niemand in je casussen heeft dit nummer."
DIAL = "Bel met je telefoon"
DIAL_TIP = "Geeft het nummer aan het programma waarmee je belt (tel:). vtdesk belt niet zelf."
_DEEDS = {"ander": 1, "bel": 2, "meer": 3, "casus": 4}  # place in the order of Tab
_MENU = (  # what else one does with a call
    ("wacht", "Wacht op een ander…"),
    ("nummer", "Ander nummer…"),
    ("klaar", "Klaar zonder bellen"),
)


class BelKop(QFrame):
    """Says who it is, and asks when that is not sure."""

    asked = Signal(str)  # klopt, ander, bel, kopieer, casus, wacht, nummer, klaar, terug, spoed:…
    chosen = Signal(object)  # Match

    def __init__(self, *, otherwise: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "inside")
        self._otherwise = otherwise
        self._body = column(air=6)
        self._buttons: list[QPushButton] = []
        self.setLayout(self._body)

    def show_call(self, detail: BelDetail, now: datetime) -> None:
        """Show the head of this call."""
        with focus_kept(self, otherwise=self._otherwise, about=detail.row.id):
            gone = self.findChildren(QPushButton)
            emptied(self._body)
            self._body.addLayout(self._number(detail))
            if detail.vraag:
                self._body.addWidget(self._question(detail))
            self._add_who(detail, now)
            if detail.row.over:
                about = detail.row.over[:1].upper() + detail.row.over[1:]
                self._body.addWidget(_line(about, "over"))
            self._buttons = [one for one in self.findChildren(QPushButton) if one not in gone]

    def in_order(self) -> list[QPushButton]:
        """List the buttons as Tab comes to them: first who it is, then what one does."""
        return sorted(self._buttons, key=lambda one: _DEEDS.get(one.objectName(), 0))

    def _number(self, detail: BelDetail) -> Flow:
        """Show the number, what one does with it, and whether it is who it may be."""
        nummer = detail.row.nummer
        shown = getoond(nummer) if nummer else UNKNOWN
        number = named(selectable(shown, "titel"), "nummer")
        number.setWordWrap(False)
        line = Flow(number, air=4)
        if detail.matches:
            line.addWidget(Chip("Bekend nummer", "keuze", icon="klaar"))
        if nummer and kiezen.can_dial():
            line.addWidget(self._button("bel", _dial()))
        line.addWidget(self._more(detail))
        for part in self._sure(detail):
            line.addWidget(part)
        return line

    def _sure(self, detail: BelDetail) -> Iterator[QWidget]:
        """Ask whether it is who it may be; what is to be chosen is asked below."""
        if detail.vraag:
            return
        match = detail.gekozen
        if match is None:
            yield self._button("ander", small("Wie is het?"))
            return
        if not match.loopt:
            yield Chip("Niet meer actief", "let-op")
        if detail.herkenning is Herkenning.KLOPT:
            yield Chip("Klopt", "goed", icon="klaar")
        else:
            yield self._button("klopt", small("Klopt", icon="klaar"))
        yield self._button("ander", small("Is iemand anders"))

    def _add_who(self, detail: BelDetail, now: datetime) -> None:
        """Say who it is, and beside it which casus, and how often and when they called."""
        facts = Flow(air=8)
        if detail.casus is not None:
            facts.addWidget(self._button("casus", link(f"Casus {detail.casus.naam}")))
        often = named(text(since(detail.row, now), tone="stil", wrap=False), "hoe-vaak")
        facts.addWidget(often)
        who = _who(detail)
        if who and not style.is_large():
            beside = row(_line(who, "wie", "vet"), boxed(facts, kind="inside"))
            beside.setStretch(1, 1)
            self._body.addLayout(beside)
        else:  # large: each its own line, side by side nothing would be readable
            if who:
                self._body.addWidget(_line(who, "wie", "vet"))
            self._body.addLayout(facts)
        if detail.row.nummer and not detail.matches and detail.herkenning is Herkenning.GEEN:
            self._body.addWidget(text(NOBODY, tone="stil"))

    def _question(self, detail: BelDetail) -> QWidget:
        """Ask which of the people it was; a button for each."""
        buttons = Flow(air=6)
        for number, match in enumerate(detail.matches):
            button = named(small(belongs_to(match), icon="persoon"), f"keuze-{number}")
            button.clicked.connect(lambda _=False, one=match: self.chosen.emit(one))
            buttons.addWidget(button)
        buttons.addWidget(self._button("ander", small("Is iemand anders")))
        inside = column(named(text(detail.vraag, "vet"), "vraag"), air=6, margins=10)
        inside.addLayout(buttons)
        block = boxed(inside, kind="message")
        block.setProperty("tone", "let-op")
        return block

    def _more(self, detail: BelDetail) -> QWidget:
        """Offer what else one does with a call, in a menu."""
        button = named(quiet("Meer"), "meer")
        menu = QMenu(button)
        if detail.row.stand is not BelStand.OPEN:
            self._add_act(menu, "terug", "Terug in de lijst")
        if detail.row.nummer:
            self._add_act(menu, "kopieer", "Nummer kopiëren")
        for act, words in _MENU:
            if not (act == "klaar" and detail.row.stand is BelStand.KLAAR):
                self._add_act(menu, act, words)
        menu.addSeparator()
        for spoed in BelSpoed:
            action = self._add_act(menu, f"spoed:{spoed.value}", BEL_SPOED[spoed].word)
            action.setCheckable(True)
            action.setChecked(detail.row.spoed is spoed)
        button.setMenu(menu)
        return button

    def _add_act(self, menu: QMenu, act: str, words: str) -> QAction:
        action = menu.addAction(words)
        action.setObjectName(act)
        action.triggered.connect(lambda _=False: self.asked.emit(act))
        return action

    def _button(self, act: str, button: QPushButton) -> QPushButton:
        named(button, act).clicked.connect(lambda _=False: self.asked.emit(act))
        return button


def _dial() -> QPushButton:
    button = link(DIAL, icon="bellen")
    button.setToolTip(DIAL_TIP)
    button.setAccessibleDescription(DIAL_TIP)
    return button


def _who(detail: BelDetail) -> str:
    """Say who it is as far as is known; while that is to be chosen, nothing."""
    if detail.vraag:
        return ""
    match = detail.gekozen
    if match is None:
        return title(detail.row) if detail.row.wie else ""
    who = ", ".join(filter(None, (match.naam, role(match))))
    return who if detail.herkenning is Herkenning.KLOPT else f"Hoort bij: {who}"


def _line(words: str, name: str, kind: str = "tekst") -> QWidget:
    """Make a label that wraps, whatever a name looks like."""
    label = named(Roomy(kind), name)
    label.setText(words)
    return label
