"""What the parts of Instellingen have in common: a card, and a word when something is stored."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.messages import Message
from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.text import text

WIDTH = 560
_WITHIN = WIDTH - 60  # what the card leaves for words


def explanation(words: str = "") -> QLabel:
    """Make lines of explanation, as high as they are within the card."""
    label = text(words, "klein", tone="stil")
    measure.hold(label, most_width=_WITHIN)  # else Qt counts the lines of a wider one
    return label


class SettingsPart(QWidget):
    """One part: reads its settings, and stores each change at once."""

    message_requested = Signal(object)  # Message
    kept = Signal()  # a change was stored; what was refused before it is solved

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(title)
        self.card.body.setSpacing(12)
        measure.hold(self.card, most_width=WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # In a row of its own: a column would ask its height at the width of the whole screen.
        beside = row(self.card, None, air=0)
        beside.setStretch(0, 1)
        beside.setStretch(1, 0)
        layout.addLayout(beside)
        layout.addStretch(1)

    def read(self) -> None:
        """Show what is stored."""

    def keep(self, command: Callable[[], None]) -> bool:
        """Store a change; a refusal goes to the message bar."""
        try:
            command()
        except (UserError, OutsideError) as error:
            self.message_requested.emit(replace(Message.of(error), until=self.kept))
            return False
        self.kept.emit()
        return True
