"""The list of statements, with what one looks for: letter, person, status, theme."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.labels import LETTER, VERIFICATIE
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import Letter, Verificatie

NO_HIT = "Geen uitspraak past bij deze keuze. Kies iets anders."


class Filters(QWidget):
    """Four choices; together they say which statements are shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        letters = [(f"{one.value}  {LETTER[one].word}", one) for one in Letter]
        states = [(VERIFICATIE[one].word, one) for one in Verificatie]
        self.letter = _choices("filter-letter", "Letter", [("Alle letters", None), *letters])
        self.person = _choices("filter-persoon", "Persoon", [("Iedereen", None)])
        self.state = _choices("filter-status", "Status", [("Elke status", None), *states])
        self.theme = _choices("filter-thema", "Thema", [("Alle thema's", None)])
        self._all = (self.letter, self.person, self.state, self.theme)
        self.setLayout(Flow(*self._all))
        for one in self._all:
            one.activated.connect(self.changed)

    def offer(self, people: Sequence[tuple[str, UUID]], rows: Sequence[UitspraakRow]) -> None:
        """Offer these people, and the themes of these statements; what was chosen stays."""
        themes = [thema for thema in dict.fromkeys(row.thema for row in rows) if thema]
        _fill(self.person, [("Iedereen", None), *people])
        _fill(self.theme, [("Alle thema's", None), *((thema, thema) for thema in themes)])

    def passes(self, row: UitspraakRow) -> bool:
        """Tell whether a statement is what one looks for."""
        regel, person = row.regel, self.person.value()
        return (
            self.letter.value() in (None, regel.letter)
            and self.state.value() in (None, regel.verificatie)
            and self.theme.value() in (None, row.thema)
            and (person is None or person == regel.bron.persoon_id or person in regel.over)
        )

    def place(self) -> list[int]:
        """Give what is chosen, in plain values."""
        return [one.currentIndex() for one in self._all]

    def return_to(self, place: Sequence[int]) -> None:
        """Choose again what was chosen."""
        for one, index in zip(self._all, place, strict=False):
            one.setCurrentIndex(min(index, one.count() - 1))


def lijst() -> RowList[UitspraakRow]:
    """Make the list: walk with the arrows, Enter changes, Del withdraws."""
    return named(RowList[UitspraakRow](_line), "uitspraken", "Uitspraken")


def _line(row: UitspraakRow) -> Line:
    shown = bronregel(row.regel)
    second = " · ".join(filter(None, (shown.words, row.thema)))
    return Line(
        row.woorden, second, letter=row.regel.letter.value, chip=shown.chip,
        chip_tone=shown.tone or "stil", strong=False,
    )  # fmt: skip


def _choices(name: str, words: str, options: Sequence[tuple[str, Any]]) -> Choices:
    return named(Choices(options), name, words)


def _fill(choices: Choices, options: Sequence[tuple[str, Any]]) -> None:
    chosen = choices.value()
    choices.clear()
    for words, value in options:
        choices.add(words, value)
    choices.choose(chosen)
