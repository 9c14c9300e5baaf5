"""Where the parts of an inzage stand: who asks, who may read it, what stays out, and the paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from vtdesk.services.inzagen import Achtergehouden
from vtdesk.services.inzagerecht import EerdereInzage
from vtdesk.ui.format import aantal
from vtdesk.ui.theme import icons
from vtdesk.ui.uitgaand.indeling import Indeling
from vtdesk.ui.uitgaand.woorden import REDENEN
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row, rule, scrolled
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.deck import Deck
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.tijd import klok, korte_dag, local
from vtdesk.values.uitgaand import WegReden

FOR_YOU = "Alleen voor jou. Deze lijst gaat nooit mee en staat niet op papier."
CLEAN = "Nagekeken: de bladzijden, de gegevens van het bestand en de bestandsnaam."
SOLVE = "Pas dit eerst aan in de casus. Daarna wordt alles opnieuw nagekeken."
LOOKING = "De inzage wordt gemaakt en nagekeken…"


class InzageIndeling(Indeling):
    """As Uitgaand, for one person and with nothing to choose about what stays out."""

    title = "Inzage"
    question = "Wie vraagt dit?"

    @override
    def make_middle(self) -> QWidget:
        self.law = Rechtkaart()
        self.guard = Wachtregel()
        self.kept = Achterlijst()
        self.earlier = Eerderlijst()
        self.empty = named(EmptyState(LOOKING, icon="afgeschermd"), "inzage-leeg")
        inside = QWidget()
        below = column(self.law, self.guard, self.kept, self.earlier, None, air=12)
        inside.setLayout(below)
        self._judged = scrolled(inside)
        self._deck = Deck(self.empty, self._judged)
        card = boxed(column(self._deck, air=0, margins=12), kind="card")
        return named(card, "wat-blijft-weg", "Wat blijft weg")

    def show_empty(self, words: str) -> None:
        """Say what is waited for, or why there is nothing."""
        self.empty.say(words)
        self._deck.turn_to(self.empty)

    def show_judged(self) -> None:
        """Show what the rules say and what stays out."""
        self._deck.turn_to(self._judged)


class Rechtkaart(QWidget):
    """What age, gezag and the request say, in words."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "inzage-recht", "Mag dit?")
        self._title = named(text("", "kop"), "inzage-recht-kop")
        self._box = column(air=4)
        self.setLayout(column(self._title, self._box, air=6))

    def show_law(self, title: str, sentences: Sequence[str], refusal: str) -> None:
        """Show the question, each sentence of the answer, and what stands in the way."""
        self._title.setText(title)
        emptied(self._box)
        if refusal:
            line = row(icon_label("let-op", "let-op"), text(refusal), air=8)
            line.setStretch(1, 1)
            self._box.addWidget(named(boxed(line), "inzage-kan-niet"))
        for number, words in enumerate(sentences, 1):
            self._box.addWidget(named(text(words), f"inzage-regel-{number}"))


class Wachtregel(QFrame):
    """Whether the adreswacht found anything in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "block")
        named(self, "adreswacht", "Adreswacht")
        self._mark = icon_label("veilig", "goed", size=20)
        self._title = named(text("", "kop"), "adreswacht-kop")
        self._words = named(text(""), "adreswacht-zin")
        line = row(self._mark, column(self._title, self._words, air=4), air=10)
        line.setStretch(1, 1)
        line.setContentsMargins(14, 12, 14, 12)
        self.setLayout(line)

    def show_hit(self, words: str) -> None:
        """Say what was found; empty words when nothing was."""
        found = aantal(1 if words else 0, "treffer", "treffers")
        self._title.setText(f"Adreswacht: {found}")
        said = f"{words} {SOLVE}" if words else CLEAN
        self._words.setText(said)
        self.setAccessibleDescription(f"{found}. {said}")
        icon, tone = ("adreswacht", "gevaar") if words else ("veilig", "goed")
        icons.set_icon(self._mark, icon, tone, size=20)
        restyle(self, tone=tone)


class Achterlijst(QWidget):
    """What stays out of it, with the reason of each."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "achtergehouden", "Wat blijft weg")
        self._count = named(text("", tone="stil"), "weg-aantal")
        self._box = column(air=0)
        head = row(text("Wat blijft weg", "kop", wrap=False), self._count, air=10)
        head.setStretch(1, 1)
        whole = column(head, text(FOR_YOU, "klein", tone="stil"), self._box, air=6)
        self.setLayout(whole)

    def show_kept(self, kept: Sequence[Achtergehouden], who: str) -> None:
        """Show these."""
        self._count.setText(f"{aantal(len(kept), 'stuk', 'stukken')} voor {who}")
        emptied(self._box)
        for number, one in enumerate(kept, 1):
            self._box.addWidget(rule())
            self._box.addWidget(named(kept_row(one.wat, one.want, one.reden), f"weg-{number}"))


class Eerderlijst(QWidget):
    """The copies that left before; what stayed out of each can be looked at again."""

    asked = Signal(str)  # id of the copy

    def __init__(self) -> None:
        super().__init__()
        named(self, "eerdere-inzage", "Eerder gegeven")
        self._box = column(air=4)
        self.setLayout(column(text("Eerder gegeven", "kop"), self._box, air=6))

    def show_copies(self, copies: Sequence[EerdereInzage]) -> None:
        """Show these, the newest first; nothing stands here before the first."""
        emptied(self._box)
        for number, one in enumerate(copies, 1):
            moment = local(one.gemaakt_op)
            when = f"{korte_dag(moment.date())} {moment.year} {klok(one.gemaakt_op)}"
            out = aantal(len(one.bleef_weg), "stuk bleef", "stukken bleven")
            words = text(f"Exemplaar {one.exemplaar}, {when}: {out} weg.")
            look = named(link("Wat bleef weg"), f"eerder-{number}")
            look.setAccessibleDescription(f"Exemplaar {one.exemplaar}, {when}")
            look.clicked.connect(lambda _=False, copy=one: self.asked.emit(str(copy.id)))
            line = row(words, look, air=8)
            line.setStretch(0, 1)
            self._box.addWidget(boxed(line))
        self.setVisible(bool(copies))


def kept_row(what: str, why: str, reason: WegReden) -> QWidget:
    """Show one thing that stays out, and its reason beside it."""
    chip = Chip(REDENEN[reason], "stil")
    line = row(column(text(what), text(why, "klein", tone="stil"), air=2), chip, air=12)
    line.setStretch(0, 1)
    line.setContentsMargins(0, 8, 0, 8)
    return boxed(line)
