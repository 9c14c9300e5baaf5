"""Which points one looks for: kinds as chips, a person, a letter."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from vtdesk.services.tijdlijn_rows import TijdlijnKeuze, TijdlijnRow
from vtdesk.ui.casussen.tijdlijn.woorden import SOORT
from vtdesk.ui.labels import LETTER
from vtdesk.ui.page import Width
from vtdesk.ui.widgets.buttons import choice
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import Letter
from vtdesk.values.tijdlijn import TijdlijnSoort

EVERYTHING, EVERYBODY = "Alle soorten", "Iedereen"


class Filters(QWidget):
    """Chips for the kinds that occur; where there is no room for them, one list.

    `buttons` stand in the same row, where there is room left.
    """

    changed = Signal()

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.chips: dict[TijdlijnSoort, QPushButton] = {}
        for soort in TijdlijnSoort:
            chip = named(choice(SOORT[soort].word), f"soort-{soort.value}")
            chip.clicked.connect(self._tell)
            self.chips[soort] = chip
        self.soort = named(Choices([(EVERYTHING, None)]), "filter-soort", "Soort")
        self.persoon = named(Choices([(EVERYBODY, None)]), "filter-persoon", "Persoon")
        letters = [(f"{one.value}  {LETTER[one].word}", one) for one in Letter]
        self.letter = named(Choices([("Alle letters", None), *letters]), "filter-letter", "Letter")
        choices = (self.soort, self.persoon, self.letter)
        self.setLayout(Flow(*self.chips.values(), *choices, *buttons, air=6))
        for one in (self.soort, self.persoon, self.letter):
            one.activated.connect(self._tell)
        self._narrow = False
        self._occurring: frozenset[TijdlijnSoort] = frozenset()
        self.on_width(Width.MIDDEN)

    def offer(self, rows: Sequence[TijdlijnRow], people: Sequence[tuple[str, UUID]]) -> None:
        """Offer the kinds and letters that occur, and these people; what was chosen stays."""
        occurring = {row.soort for row in rows}
        self._occurring = frozenset(occurring)
        for soort, chip in self.chips.items():
            chip.setChecked(chip.isChecked() and soort in occurring)
        self._show_chips()
        kinds = [(SOORT[soort].word, soort) for soort in TijdlijnSoort if soort in occurring]
        _fill(self.soort, [(EVERYTHING, None), *kinds])
        _fill(self.persoon, [(EVERYBODY, None), *people])
        self.letter.setVisible(any(row.letter for row in rows))

    def keuze(self) -> TijdlijnKeuze:
        """Give what one looks for."""
        if self._narrow:
            one = self.soort.value()
            kinds = frozenset([one] if one else [])
        else:
            kinds = frozenset(s for s, chip in self.chips.items() if chip.isChecked())
        return TijdlijnKeuze(kinds, self.persoon.value(), self.letter.value())

    def wie(self) -> str:
        """Give the name of the person one looks for."""
        return self.persoon.currentText()

    def everything(self) -> None:
        """Look for everything again."""
        for chip in self.chips.values():
            chip.setChecked(False)
        for one in (self.soort, self.persoon, self.letter):
            one.setCurrentIndex(0)
        self._tell()

    def on_width(self, width: Width) -> None:
        """Where there is little room the kinds become one list."""
        self._narrow = width is Width.KLEIN
        self.soort.setVisible(self._narrow)
        self._show_chips()

    def place(self) -> dict[str, Any]:
        """Say what is chosen, in plain values."""
        keuze = self.keuze()
        return {
            "soorten": sorted(soort.value for soort in keuze.soorten),
            "persoon": str(keuze.persoon) if keuze.persoon else "",
            "letter": keuze.letter.value if keuze.letter else "",
        }

    def return_to(self, place: dict[str, Any]) -> None:
        """Choose again what was chosen."""
        kinds = [TijdlijnSoort(value) for value in place.get("soorten", [])]
        for soort, chip in self.chips.items():
            chip.setChecked(soort in kinds)
        if kinds:
            self.soort.choose(kinds[0])
        if place.get("persoon"):
            self.persoon.choose(UUID(place["persoon"]))
        if place.get("letter"):
            self.letter.choose(Letter(place["letter"]))

    def _show_chips(self) -> None:
        for soort, chip in self.chips.items():
            chip.setVisible(not self._narrow and soort in self._occurring)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _fill(choices: Choices, options: Sequence[tuple[str, Any]]) -> None:
    chosen = choices.value()
    choices.clear()
    for words, value in options:
        choices.add(words, value)
    choices.choose(chosen)
