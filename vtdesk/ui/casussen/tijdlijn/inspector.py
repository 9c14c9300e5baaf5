"""What is chosen on the line: all that is known of it, and the way to its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.tijdlijn.rows import TijdlijnRow
from vtdesk.ui.casussen.plaatsen import opens
from vtdesk.ui.casussen.tijdlijn.woorden import SOORT
from vtdesk.ui.labels import LETTER
from vtdesk.ui.widgets.boxes import column, emptied, scrolled
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import selectable, text
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import klok, volle_dag


class TijdlijnInspector(Card):
    """Shows one point; what it wishes leaves as the name of a deed."""

    deed_requested = Signal(str, object)  # openen, gebeurtenis-weghalen; TijdlijnRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "tijdlijn-zijkant", "Op de tijdlijn")
        self._box = column(air=8)
        inside = QWidget()
        inside.setLayout(column(self._box, None, air=0))
        self.body.addWidget(scrolled(inside))

    def show_row(self, row: TijdlijnRow | None) -> None:
        """Show this point, or nothing."""
        emptied(self._box)
        if row is None:
            return
        title = selectable(row.titel, "kop")
        title.setMinimumWidth(1)  # a word without end may not widen the pane
        self._box.addWidget(title)
        chips: list[QWidget] = [Chip(SOORT[row.soort].word, icon=SOORT[row.soort].icon)]
        if row.letter:
            chips.insert(0, LetterBox(row.letter.value, LETTER[row.letter].word))
        if row.woord:
            chips.append(Chip(row.woord, row.toon))
        self._box.addLayout(Flow(*chips, air=6))
        when = volle_dag(row.dag) + (f", {klok(row.moment)}" if row.met_tijd else "")
        self._box.addWidget(text(when, tone="stil"))
        self._add_deeds(row)
        for words in (row.tekst, f"Gaat over {', '.join(row.wie)}." if row.wie else ""):
            if words:
                shown = selectable(words)
                shown.setMinimumWidth(1)
                self._box.addWidget(shown)
        if row.niet_voor_iedereen:
            who = "Alleen Veilig Thuis" if row.alleen_vt else "Niet iedereen"
            note = f"{who} mag dit lezen. Het komt niet op papier."
            self._box.addWidget(text(note, "klein", tone="let-op"))

    def _add_deeds(self, row: TijdlijnRow) -> None:
        buttons = []
        event = row.kind is Kind.GEBEURTENIS
        if opens(row):
            buttons.append(named(small("Wijzigen" if event else "Openen"), "openen"))
        if event:
            buttons.append(named(link("Weghalen"), "gebeurtenis-weghalen"))
        for button in buttons:
            name = button.objectName()
            button.clicked.connect(lambda _=False, deed=name: self.deed_requested.emit(deed, row))
        if buttons:
            self._box.addLayout(Flow(*buttons, air=6))
