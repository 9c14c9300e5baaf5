"""Which points one looks for: kinds, a person, a letter; in one row with what one does."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from vtdesk.services.tijdlijn.rows import TijdlijnKeuze, TijdlijnRow
from vtdesk.ui.casussen.tijdlijn.soorten import Soorten
from vtdesk.ui.labels import LETTER
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import Letter
from vtdesk.values.tijdlijn import TijdlijnSoort

EVERYBODY = "Iedereen"


class Filters(QWidget):
    """Three lists to choose from; `buttons` stand in the same row."""

    changed = Signal()

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.soorten = Soorten()
        self.persoon = named(Choices([(EVERYBODY, None)]), "filter-persoon", "Persoon")
        letters = [(f"{one.value}  {LETTER[one].word}", one) for one in Letter]
        self.letter = named(Choices([("Alle letters", None), *letters]), "filter-letter", "Letter")
        self.setLayout(Flow(self.soorten, self.persoon, self.letter, *buttons, air=6))
        self.soorten.changed.connect(self._tell)
        for one in (self.persoon, self.letter):
            one.activated.connect(self._tell)

    def offer(self, rows: Sequence[TijdlijnRow], people: Sequence[tuple[str, UUID]]) -> None:
        """Offer the kinds and letters that occur, and these people; what was chosen stays."""
        self.soorten.offer({row.soort for row in rows})
        _fill(self.persoon, [(EVERYBODY, None), *people])
        self.letter.setVisible(any(row.letter for row in rows))

    def keuze(self) -> TijdlijnKeuze:
        """Give what one looks for."""
        return TijdlijnKeuze(self.soorten.chosen(), self.persoon.value(), self.letter.value())

    def wie(self) -> str:
        """Give the name of the person one looks for."""
        return self.persoon.currentText()

    def everything(self) -> None:
        """Look for everything again."""
        self.soorten.choose(())
        for one in (self.persoon, self.letter):
            one.setCurrentIndex(0)
        self._tell()

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
        self.soorten.choose([TijdlijnSoort(value) for value in place.get("soorten", [])])
        if place.get("persoon"):
            self.persoon.choose(UUID(place["persoon"]))
        if place.get("letter"):
            self.letter.choose(Letter(place["letter"]))

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _fill(choices: Choices, options: Sequence[tuple[str, Any]]) -> None:
    chosen = choices.value()
    choices.clear()
    for words, value in options:
        choices.add(words, value)
    choices.choose(chosen)
