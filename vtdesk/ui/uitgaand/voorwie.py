"""Who receives it and by which way; both ask to be chosen, nothing is chosen by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vtdesk.ui.theme import style
from vtdesk.ui.uitgaand.keuzerij import Keuze, Keuzelijst
from vtdesk.ui.widgets.boxes import boxed, column, row, rule, scrolled
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

WIDTH, WIDEST = 300, 16_000
NOBODY = "In deze casus staat nog niemand die dit mag krijgen. Voeg eerst iemand toe."


class VoorWie(QFrame):
    """Receivers above, ways below, and at the foot what must be known of this receiver."""

    receiver_chosen = Signal(object)  # key of the receiver
    way_chosen = Signal(object)  # id of the way

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "voor-wie", "Voor wie is dit?")
        self.people = Keuzelijst("ontvanger", "Voor wie is dit?")
        self.ways = Keuzelijst("weg", "Hoe krijgt de ontvanger dit?")
        self._nobody = named(text(NOBODY, tone="stil"), "niemand")
        self._how = named(text("", "vet"), "hoe-kop")
        self._way_part, self._note = QWidget(), text("", "klein")
        named(self._note, "let-op-ontvanger")
        self._how.setContentsMargins(6, 0, 0, 0)
        self._way_part.setLayout(column(rule(), 8, self._how, self.ways, air=6))
        self._foot = self._make_foot()
        self._lay_out()
        self.people.chosen.connect(self.receiver_chosen)
        self.ways.chosen.connect(self.way_chosen)
        self.fit()

    def _make_foot(self) -> QFrame:
        foot = row(icon_label("persoon", "stil"), self._note, air=10)
        foot.setStretch(1, 1)
        foot.setContentsMargins(10, 8, 10, 8)
        return boxed(foot, kind="block")

    def _lay_out(self) -> None:
        inside = QWidget()
        title = text("Voor wie is dit?", "kop")
        title.setContentsMargins(6, 0, 0, 4)
        self._inside = column(self._nobody, self.people, 0, air=6)
        self._inside.addStretch(1)
        inside.setLayout(self._inside)
        whole = self._pinned = column(title, air=6)
        whole.addWidget(scrolled(inside), 1)
        whole.setContentsMargins(10, 12, 10, 12)
        self.setLayout(whole)
        self._nobody.hide()
        self._way_part.hide()
        self._foot.hide()

    def show_receivers(self, receivers: Sequence[Keuze], chosen: str) -> None:
        """Show who may receive it."""
        self.people.show_choices(receivers, chosen or None)
        self.people.setVisible(bool(receivers))
        self._nobody.setVisible(not receivers)

    def clear(self) -> None:
        """Show nobody until it is read who may receive it."""
        self.people.show_choices(())
        self._nobody.hide()
        self.show_ways("", (), "")
        self.show_note("")

    def show_ways(self, question: str, ways: Sequence[Keuze], chosen: str) -> None:
        """Show by which ways it can reach this receiver; without a receiver there are none."""
        self._how.setText(question)
        self.ways.setAccessibleName(question)
        self.ways.show_choices(ways, chosen or None)
        self._way_part.setVisible(bool(ways))

    def show_note(self, words: str) -> None:
        """Say what must be known of this receiver."""
        self._note.setText(words)
        self._foot.setVisible(bool(words))

    def fit(self, *, whole: bool = False, low: bool = False) -> None:
        """Take the width that goes with the size of the text, or all the room there is.

        However many may receive it, the ways stay in sight, unless the window is too low for that.
        """
        for number, part in enumerate((self._way_part, self._foot)):
            if low:
                self._inside.insertWidget(3 + number, part)
            else:
                self._pinned.addWidget(part)
        self.setMinimumWidth(0 if whole else style.scaled(WIDTH))
        self.setMaximumWidth(WIDEST if whole else style.scaled(WIDTH))
