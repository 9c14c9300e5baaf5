"""The head of a call: the number in large digits, whose it is, how often they called."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget

from vtdesk.services.bellen import BelDetail, Match
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
        self.setLayout(self._body)

    def show_call(self, detail: BelDetail, now: datetime) -> None:
        """Show the head of this call."""
        with focus_kept(self, otherwise=self._otherwise, about=detail.row.id):
            emptied(self._body)
            self._add_number(detail)
            self._add_who(detail)
            self._add_facts(detail, now)
            if detail.row.over:
                about = detail.row.over[:1].upper() + detail.row.over[1:]
                self._body.addWidget(_line(about, "over"))

    def _add_number(self, detail: BelDetail) -> None:
        nummer = detail.row.nummer
        shown = getoond(nummer) if nummer else UNKNOWN
        number = named(selectable(shown, "titel"), "nummer")
        number.setWordWrap(False)
        line = Flow(number, air=8)
        if detail.matches:
            line.addWidget(Chip("Bekend nummer", "keuze", icon="klaar"))
        if nummer:
            line.addWidget(self._button("bel", link("Bellen", icon="bellen")))
        line.addWidget(self._more(detail))
        self._body.addLayout(line)

    def _add_facts(self, detail: BelDetail, now: datetime) -> None:
        """Say which casus it is, and how often and when they called."""
        line = Flow(air=8)
        if detail.casus is not None:
            words = f"Casus {detail.casus.naam}"
            line.addWidget(self._button("casus", link(words, icon="casussen")))
        often = named(text(since(detail.row, now), tone="stil", wrap=False), "hoe-vaak")
        line.addWidget(often)
        self._body.addLayout(line)

    def _add_who(self, detail: BelDetail) -> None:
        if detail.vraag:
            self._body.addWidget(self._question(detail))
        elif detail.gekozen is not None:
            self._add_match(detail, detail.gekozen)
        else:
            self._add_unknown(detail)

    def _add_match(self, detail: BelDetail, match: Match) -> None:
        sure = detail.herkenning is Herkenning.KLOPT
        who = ", ".join(filter(None, (match.naam, role(match))))
        name = _line(who if sure else f"Hoort bij: {who}", "wie", "groot")
        line = Flow(air=8)
        if not match.loopt:
            line.addWidget(Chip("Niet meer actief", "let-op"))
        if sure:
            line.addWidget(Chip("Klopt", "goed", icon="klaar"))
        else:
            line.addWidget(self._button("klopt", small("Klopt", icon="klaar")))
        line.addWidget(self._button("ander", small("Is iemand anders")))
        if style.is_large():  # each its own line: side by side nothing would be readable
            self._body.addWidget(name)
            self._body.addLayout(line)
        else:
            beside = row(name, boxed(line, kind="inside"), air=8)
            beside.setStretch(1, 1)
            self._body.addLayout(beside)

    def _add_unknown(self, detail: BelDetail) -> None:
        who = title(detail.row)
        if who != UNKNOWN:
            self._body.addWidget(_line(who, "wie", "groot"))
        if detail.row.nummer and detail.herkenning is Herkenning.GEEN:
            self._body.addWidget(text(NOBODY, tone="stil"))
        ask = self._button("ander", small("Wie is het?"))
        self._body.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)

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
        button = named(quiet("Meer", icon="meer"), "meer")
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


def _line(words: str, name: str, kind: str = "tekst") -> QWidget:
    """Make a label that wraps, whatever a name looks like."""
    label = named(Roomy(kind), name)
    label.setText(words)
    return label
