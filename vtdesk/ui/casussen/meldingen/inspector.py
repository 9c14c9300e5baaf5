"""What is chosen in the tab: all its fields, what it rests on, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vtdesk.services.besluiten import BesluitRow
from vtdesk.services.crisis import Beoordeling
from vtdesk.services.meldingen import MeldingRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.casussen.meldingen.feiten import MELDER_DICHT, NEVER, deeds, facts, title
from vtdesk.ui.casussen.meldingen.rijen import Rij, Verloop
from vtdesk.ui.crisis_marks import mark_of
from vtdesk.ui.labels import LETTER, label
from vtdesk.ui.widgets.boxes import column, emptied, row, rule, scrolled
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.crisis_mark import CrisisMark
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

_AS_BUTTON = 2  # the first deeds are buttons, the rest links


class MeldingenInspector(Card):
    """Shows one row of the tab; what it wishes leaves as the name of a deed."""

    deed_requested = Signal(str, object)  # name of the deed, Rij
    told_removal_requested = Signal(object)  # BesluitRow, of whom the last telling goes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "meldingen-zijkant", "Meldingen en crisis")
        self._box = column(air=8)
        inside = QWidget()
        inside.setLayout(column(self._box, None, air=0))
        self.body.addWidget(scrolled(inside))

    def show_row(self, rij: Rij | None, verloop: Verloop) -> None:
        """Show this row, or nothing."""
        emptied(self._box)
        if rij is None:
            return
        self._box.addWidget(text(title(rij), "kop"))
        self._add_state(rij, verloop)
        self._add_deeds(rij)
        if isinstance(rij, MeldingRow) and rij.heeft_melder:
            self._add_sealed(rij)
        self._box.addLayout(facts_grid(facts(rij, verloop)))
        if isinstance(rij, BesluitRow):
            self._add_grounds(rij.gronden)
            self._add_told(rij)

    def _add_state(self, rij: Rij, verloop: Verloop) -> None:
        match rij:
            case Beoordeling():
                self._box.addLayout(row(CrisisMark(mark_of(rij.kleur)), None))
                self._box.addWidget(text(NEVER, "klein", tone="stil"))
            case BesluitRow():
                stand = label(rij.stand)
                tone = stand.tone if rij.is_definitief else "let-op"
                self._box.addLayout(row(Chip(stand.word, tone, icon=stand.icon), None))
            case MeldingRow():
                self._box.addLayout(row(Chip(*verloop.stand(rij)), None))

    def _add_deeds(self, rij: Rij) -> None:
        buttons = []
        for number, (name, words) in enumerate(deeds(rij)):
            button = named(small(words) if number < _AS_BUTTON else link(words), name)
            button.clicked.connect(lambda _=False, deed=name: self.deed_requested.emit(deed, rij))
            buttons.append(button)
        self._box.addLayout(Flow(*buttons, air=6))

    def _add_sealed(self, rij: MeldingRow) -> None:
        words = text(MELDER_DICHT)
        line = row(icon_label("afgeschermd", "let-op"), words)
        line.setStretch(1, 1)
        self._box.addLayout(line)
        look = named(link("Melder openen"), "melder-openen")
        look.clicked.connect(lambda: self.deed_requested.emit("melder-openen", rij))
        self._box.addLayout(row(look, None))

    def _add_grounds(self, gronden: tuple[UitspraakRow, ...]) -> None:
        if not gronden:
            return
        self._box.addWidget(rule())
        self._box.addWidget(text("Steunt op", "kop"))
        for ground in gronden:
            self._box.addLayout(statement_line(ground))

    def _add_told(self, rij: BesluitRow) -> None:
        if rij.verteld:
            away = named(link(f"{rij.verteld[-1].wie} is toch niet verteld"), "vertellen-weg")
            away.clicked.connect(lambda: self.told_removal_requested.emit(rij))
            self._box.addLayout(row(away, None))


def statement_line(shown: UitspraakRow) -> QGridLayout:
    """Show a statement with its letter, its source and what became of it."""
    regel = shown.regel
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    words = text(shown.woorden)
    words.setMinimumWidth(1)
    source = text(bronregel(regel).written(), "klein", tone="stil")
    source.setMinimumWidth(1)
    box = LetterBox(regel.letter.value, LETTER[regel.letter].word)
    grid.addWidget(box, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(words, 0, 1)
    grid.addWidget(source, 1, 1)
    return grid
