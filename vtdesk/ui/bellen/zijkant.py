"""Beside the call: the attempts, what to write down at once, and the talks before."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from vtdesk.services.bellen.casus import Gezegd
from vtdesk.services.bellen.service import BelDetail
from vtdesk.ui.bellen.words import log_moment, log_words
from vtdesk.ui.labels import LETTER, VERIFICATIE
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import selectable, text
from vtdesk.values.tijd import korte_dag

NO_CASUS = "Kies eerst wie het is. Dan weet vtdesk in welke casus dit hoort."
COPIED = "overgenomen van je telefoon"
NO_TALKS = "Nog niet eerder gesproken."
_ACTS = (("uitspraak", "Uitspraak", "citaat"), ("belofte", "Belofte", "belofte"),
         ("crisisnotitie", "Crisisnotitie", "crisisnotitie"))  # fmt: skip


class Zijkant(QFrame):
    """Three cards below each other."""

    asked = Signal(str)  # uitspraak, belofte, crisisnotitie, andere-weg

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "inside")
        self._log = named(Card("Pogingen"), "pogingen")
        self._at_once = named(Card("Meteen vastleggen"), "meteen-vastleggen")
        self._before = named(Card("Vorige keren"), "vorige-keren")
        self._log.add_to_title(text(COPIED, "klein", tone="stil", wrap=False))
        self._other_way = self._act("andere-weg", small("Andere weg kiezen", icon="volgende"))
        self._lines = column(air=6)
        self._log.body.addLayout(self._lines)
        self._log.body.addWidget(self._other_way, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = Flow(*(self._act(act, small(word, icon=icon)) for act, word, icon in _ACTS))
        self._need_casus = text(NO_CASUS, "klein", tone="stil")
        self._at_once.body.addLayout(buttons)
        self._at_once.body.addWidget(self._need_casus)
        self._said = column(air=8)
        self._at_once.body.addLayout(self._said)
        self._talks = column(air=6)
        self._before.body.addLayout(self._talks)
        layout = column(self._log, self._at_once, self._before, None, air=12)
        self.setLayout(layout)

    def show_call(self, detail: BelDetail, today: date) -> None:
        """Show what belongs to this call."""
        emptied(self._lines)
        self._lines.addLayout(
            _table([(log_moment(one, today), log_words(one)) for one in detail.log])
        )
        if detail.andere_weg:
            self._lines.addWidget(named(text(f"Andere weg: {detail.andere_weg}"), "weg"))
        self._other_way.setVisible(detail.bied_andere_weg)
        button = self.findChild(QPushButton, "uitspraak")
        if isinstance(button, QPushButton):
            button.setEnabled(detail.casus is not None)
        self._need_casus.setVisible(detail.casus is None)
        emptied(self._said)
        for one in detail.gezegd:
            self._said.addWidget(_statement(one))
        emptied(self._talks)
        talks: list[tuple[str, str]] = [(korte_dag(one.op), one.regel) for one in detail.eerder]
        if talks:
            self._talks.addLayout(_table(talks))
        else:
            self._talks.addWidget(text(NO_TALKS, tone="stil"))

    def _act(self, act: str, button: QPushButton) -> QPushButton:
        named(button, act).clicked.connect(lambda _=False: self.asked.emit(act))
        return button


def _statement(one: Gezegd) -> QFrame:
    """Show a statement with its letter, its source and its status."""
    words = text(one.tekst)
    words.setMinimumWidth(1)
    letter = LetterBox(one.letter.value, LETTER[one.letter].word)
    head = row(letter, words, air=8)
    head.setStretch(1, 1)
    head.setAlignment(letter, Qt.AlignmentFlag.AlignTop)
    status = VERIFICATIE[one.verificatie]
    source = f"{one.bron}, via {one.via}" if one.via else one.bron
    chips = Flow(Chip(source), Chip(status.word.capitalize(), status.tone), air=6)
    return named(boxed(column(head, chips, air=6, margins=10), kind="block"), "gezegd")


def _table(lines: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, (when, words) in enumerate(lines):
        label = selectable(words)
        label.setMinimumWidth(1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(text(when, tone="stil", wrap=False), number, 0, top)
        grid.addWidget(label, number, 1)
    return grid
