"""What is over and was neither held nor cancelled: confirmed here, one by one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.ui.agenda.wishes import Wish
from vtdesk.ui.vandaag.regel_knop import RegelKnop
from vtdesk.ui.vandaag.tegels import TegelRegel
from vtdesk.ui.widgets.boxes import column, emptied, row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

MOST = 3
ANSWERS = ((Wish.GEHOUDEN, "Gehouden"), (Wish.AFZEGGEN, "Ging niet door"))


class Bevestigen(Card):
    """A card that is there only while something must be confirmed."""

    wished = Signal(object, object)  # Wish, UUID of the afspraak

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Nog bevestigen", icon="klaar", parent=parent)
        named(self, "bevestigen", "Nog bevestigen")
        self._lines = column(air=0)
        self._more = named(text("", "klein", tone="stil"), "nog")
        self._shown: tuple[TegelRegel, ...] = ()
        self.body.addLayout(self._lines)
        self.body.addWidget(self._more)
        self.hide()

    def show_lines(self, lines: tuple[TegelRegel, ...]) -> None:
        """Show these; the same ones stay, so that the focus does not jump."""
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        emptied(self._lines)
        for regel in lines[:MOST]:
            self._lines.addLayout(row(*self._line(regel), air=2))
        rest = len(lines) - MOST
        self._more.setText(f"nog {rest}")
        self._more.setVisible(rest > 0)

    def _line(self, regel: TegelRegel) -> list[QWidget]:
        line = named(RegelKnop(regel.lead, regel.words), "regel")
        line.clicked.connect(lambda: self.wished.emit(Wish.OPENEN, regel.id))
        found: list[QWidget] = [line]
        for wish, words in ANSWERS:
            button = named(link(words), f"regel-{wish}")
            button.setAccessibleDescription(regel.words)
            button.clicked.connect(lambda _=False, wish=wish: self.wished.emit(wish, regel.id))
            found.append(button)
        return found
