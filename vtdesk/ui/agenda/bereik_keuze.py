"""How far a change of one of a series reaches: only this one is chosen first."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from vtdesk.services.reeksen import Bereik
from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

WORDS = {
    Bereik.DEZE: "Alleen deze",
    Bereik.VOLGENDE: "Deze en volgende",
    Bereik.ALLE: "Alle",
}
STAYS = "Wat geweest, afgezegd of los veranderd is, blijft zoals het is."


class BereikKeuze(QWidget):
    """Three answers in a row, and what none of them touches."""

    def __init__(self, reeks: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Bereik, QRadioButton] = {}
        for bereik, words in WORDS.items():
            button = named(QRadioButton(words), f"bereik-{bereik}", words)
            self._group.addButton(button)
            self._buttons[bereik] = button
        self._buttons[Bereik.DEZE].setChecked(True)
        self.setLayout(
            column(
                text(f"Reeks: {reeks[0].lower()}{reeks[1:]}", tone="stil"),
                Flow(*self._buttons.values(), air=16),
                text(STAYS, "klein", tone="stil"),
                air=6,
            )
        )

    def value(self) -> Bereik:
        """Give what was chosen."""
        return next(bereik for bereik, button in self._buttons.items() if button.isChecked())
