"""How safe it is now, on the first tab: the reading, proposals, and what the checks found."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QGridLayout

from vtdesk.services.crisis import Beoordeling
from vtdesk.services.veiligheid import WaarborgRow
from vtdesk.ui.crisis_marks import mark_of
from vtdesk.ui.labels import LETTER, label
from vtdesk.ui.widgets.boxes import emptied, row, rule
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.crisis_mark import CrisisMark
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.text import text
from vtdesk.values.casuskinds import WaarborgSoort
from vtdesk.values.crisisreeks import niet_eens
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.tijd import korte_dag

NO_READING = "Nog geen duiding. Die komt uit een verslag, met de feiten waar zij op steunt."
UNCHECKED = "nog niet getoetst"
_GROUPS = ((WaarborgSoort.VOORWAARDE, "Voorwaarden"), (WaarborgSoort.AFSPRAAK, "Afspraken"))


class VeiligheidNu(Card):
    """Says it in words; the tab Afspraken & veiligheid has the rest."""

    def __init__(self) -> None:
        super().__init__("Veiligheid nu")

    def show_safety(
        self,
        duiding: Uitspraakregel | None,
        waarborgen: Sequence[WaarborgRow],
        crisis: Sequence[Beoordeling] = (),
    ) -> None:
        """Show what each organisation and the worker think, and what was agreed and checked."""
        emptied(self.body)
        if duiding is None:
            self.body.addWidget(text(NO_READING, tone="stil"))
        else:
            letter = LetterBox(duiding.letter.value, LETTER[duiding.letter].word)
            self.body.addLayout(row(letter, text(plain(duiding))))
            self.body.addWidget(text(duiding.bron.naam, "klein", tone="stil"))
        if crisis:
            self.body.addWidget(rule())
            self._add_ratings(crisis)
        held = [waarborg for waarborg in waarborgen if waarborg.geldt]
        if facts := [*_proposals(held), *_results(held)]:
            self.body.addWidget(rule())
            self.body.addLayout(facts_grid(facts))
        self.body.addStretch(1)

    def _add_ratings(self, crisis: Sequence[Beoordeling]) -> None:
        """Show each organisation's last rating, and say when they differ."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, one in enumerate(crisis):
            shown = text(f"{one.organisatie}, {korte_dag(one.moment.date())}")
            shown.setMinimumWidth(1)  # a word without end may not widen the card
            grid.addWidget(CrisisMark(mark_of(one.kleur)), number, 0)
            grid.addWidget(shown, number, 1)
        self.body.addLayout(grid)
        if niet_eens(crisis):
            self.body.addLayout(row(Chip("Niet eens", "let-op", icon="let-op"), None))


def _proposals(waarborgen: Sequence[WaarborgRow]) -> Iterator[tuple[str, str]]:
    """Say what is proposed, and what each says to it."""
    for waarborg in waarborgen:
        if waarborg.voorstel:
            yield "Voorstel", waarborg.gegevens.wat
            for said in waarborg.instemmingen:
                word = label(said.stand).word
                yield said.wie, f"{word[0].upper()}{word[1:]}, {korte_dag(said.datum)}"


def _results(waarborgen: Sequence[WaarborgRow]) -> Iterator[tuple[str, str]]:
    """Count what the last checks found, in words: `2 nagekomen, 1 deels`."""
    for soort, title in _GROUPS:
        found = Counter(
            label(waarborg.laatste.uitkomst).word.lower() if waarborg.laatste else UNCHECKED
            for waarborg in waarborgen
            if waarborg.soort is soort and not waarborg.voorstel
        )
        if found:
            yield title, ", ".join(f"{number} {word}" for word, number in found.items())
