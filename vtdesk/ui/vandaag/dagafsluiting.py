"""Dag afsluiten: what may wait, what went well, and then the day is done."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.morgen import Avond
from vtdesk.ui.avondwoorden import lead
from vtdesk.ui.format import aantal
from vtdesk.ui.theme import measure
from vtdesk.ui.vandaag.avondbeloftes import AvondBeloftes
from vtdesk.ui.vandaag.avondlijst import Avondlijst
from vtdesk.ui.vandaag.lichtpunt import Lichtpunt
from vtdesk.ui.widgets.boxes import column, rule, scrolled
from vtdesk.ui.widgets.buttons import link, quiet, secondary
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import Roomy, text

LEAST = 110  # px for the list at 100 %
UNREAD = "Wat nog te schrijven is, kon niet worden gelezen. De rest klopt."


class Dagafsluiting(QFrame):
    """The right side of the evening; Esc leaves it, and what is typed stays."""

    opened = Signal(object)  # AvondRegel
    handed_over = Signal(object)  # AvondRegel that another is to write
    taken_back = Signal(object)  # AvondRegel
    left = Signal()
    cover_requested = Signal()  # somebody is needed for what nobody takes
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "dagafsluiting", "Dag afsluiten")
        self.setProperty("kind", "card")
        self._count = text("", tone="stil", wrap=False)
        self._lead = named(text(""), "avond-zin")
        self.list = Avondlijst()
        self.lichtpunt = Lichtpunt()
        self._promises = named(Roomy(tone="stil"), "avond-beloftes")
        self._cover = named(link("Vervangkaart", icon="verlof"), "avond-vervangkaart")
        back = named(quiet("Terug naar de dag"), "avond-terug")
        done = named(secondary("Klaar voor vandaag", icon="eigen-tijd"), "klaar-voor-vandaag")

        title = text("Mag dit tot morgen?", "titel", wrap=False)
        lines = scrolled(self.list)
        measure.hold(lines, least_height=LEAST)  # what does not fit then, scrolls as a whole
        inside = QWidget()
        within = column(
            Flow(title, self._count, right=1), self._lead, 6, lines, rule(), self.lichtpunt
        )
        within.setStretchFactor(lines, 1)
        inside.setLayout(within)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(Flow(self._promises, self._cover, back, done, right=3))

        self.list.opened.connect(self.opened)
        self.list.handed_over.connect(self.handed_over)
        self.list.taken_back.connect(self.taken_back)
        self._cover.clicked.connect(self.cover_requested)
        back.clicked.connect(self.left)
        done.clicked.connect(self.done)
        self._done = done

    def show_evening(self, avond: Avond | None, beloftes: AvondBeloftes) -> None:
        """Show what is not written yet, and what becomes of the promises."""
        if avond is None:
            self._lead.setText(UNREAD)
            self._count.setText("")
        else:
            number = aantal(avond.aantal, "verslag", "verslagen")
            self._count.setText(f"{number} nog niet geschreven" if avond.aantal else "")
            self._lead.setText(lead(avond))
        self.list.show_evening(avond or Avond(date.min))
        self._promises.setText(beloftes.words)
        self._cover.setVisible(beloftes.niemand > 0)

    @Slot()
    def focus_first(self) -> None:
        """Begin at what cannot wait, or else where one ends."""
        if not self.list.focus_first():
            self._done.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
