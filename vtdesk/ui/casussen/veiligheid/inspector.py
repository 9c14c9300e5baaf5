"""What is chosen in the tab: all its fields, its history, and what can be done with it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.veiligheid import ToetsRow, WaarborgRow
from vtdesk.services.zicht import Estafette
from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.casussen.veiligheid.feiten import deeds, facts, title
from vtdesk.ui.casussen.veiligheid.rijen import Inhoud, Rij, volle_datum, waarborg_chip
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.boxes import column, emptied, row, rule, scrolled
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import selectable, text
from vtdesk.values.tijd import korte_dag

USUAL = 2  # deeds that are a button with an edge; the others look like a link


class VeiligheidInspector(Card):
    """Shows one row of the tab; what it wishes leaves as the name of a deed."""

    deed_requested = Signal(str, object)  # name of the deed, Rij
    toets_removal_requested = Signal(object)  # ToetsRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "veiligheid-zijkant", "Afspraken en veiligheid")
        self._box = column(air=8)
        self._acts: list[QPushButton] = []
        inside = QWidget()
        inside.setLayout(column(self._box, None, air=0))
        self.body.addWidget(scrolled(inside))

    def show_row(self, rij: Rij | None, inhoud: Inhoud, today: date) -> None:
        """Show this row, or nothing."""
        emptied(self._box)
        self._acts.clear()
        if rij is None:
            return
        self._box.addWidget(text(title(rij), "kop"))
        if isinstance(rij, WaarborgRow):
            self._box.addLayout(row(Chip(*waarborg_chip(rij, today)), None))
        self._add_deeds(rij, inhoud.estafette)
        self._box.addLayout(facts_grid(facts(rij, inhoud.estafette)))
        if isinstance(rij, WaarborgRow):
            self._add_reactions(rij)
            self._add_checks(rij, inhoud)

    def buttons(self) -> list[QPushButton]:
        """List what can be done, from top to bottom."""
        return list(self._acts)

    def _button(self, button: QPushButton, name: str) -> QPushButton:
        self._acts.append(named(button, name))
        return button

    def _add_deeds(self, rij: Rij, estafette: Estafette) -> None:
        buttons = []
        for number, (name, words) in enumerate(deeds(rij, estafette)):
            button = self._button(small(words) if number < USUAL else link(words), name)
            button.clicked.connect(lambda _=False, deed=name: self.deed_requested.emit(deed, rij))
            buttons.append(button)
        if buttons:
            self._box.addLayout(Flow(*buttons, air=6))

    def _add_reactions(self, rij: WaarborgRow) -> None:
        for said in rij.instemmingen:
            shown = label(said.stand)
            chip = Chip(f"{shown.word[0].upper()}{shown.word[1:]}", shown.tone, icon=shown.icon)
            words = text(f"{said.wie}, {korte_dag(said.datum)}")
            line = row(words, chip)
            line.setStretch(0, 1)
            self._box.addLayout(line)

    def _add_checks(self, rij: WaarborgRow, inhoud: Inhoud) -> None:
        if not rij.toetsen:
            return
        self._box.addWidget(rule())
        self._box.addWidget(text("Toetsen", "kop"))
        for number, toets in enumerate(rij.toetsen):
            self._add_check(toets, inhoud, newest=number == 0)

    def _add_check(self, toets: ToetsRow, inhoud: Inhoud, *, newest: bool) -> None:
        shown = toets.gegevens
        word = label(shown.uitkomst)
        head = row(text(volle_datum(shown.datum), tone="stil"), None, Chip(word.word, word.tone))
        self._box.addLayout(head)
        self._box.addWidget(selectable(shown.bewijs))
        if shown.uitspraak_id and (said := inhoud.uitspraken.get(shown.uitspraak_id)):
            self._add_uitspraak(said)
        if shown.door:
            self._box.addWidget(text(shown.door, "klein", tone="stil"))
        if newest:
            away = self._button(link("Toets weghalen"), "toets-weghalen")
            away.clicked.connect(lambda: self.toets_removal_requested.emit(toets))
            self._box.addLayout(row(away, None))

    def _add_uitspraak(self, uitspraak: UitspraakRow) -> None:
        """Show the statement that a check rests on, with letter, speaker and status."""
        letter = uitspraak.regel.letter
        line = row(LetterBox(letter.value, label(letter).word), text(uitspraak.woorden))
        line.setStretch(1, 1)
        self._box.addLayout(line)
        self._box.addWidget(text(bronregel(uitspraak.regel).spoken(), "klein", tone="stil"))
