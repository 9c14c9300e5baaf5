"""The table laid out: preparation, inbreng, and at the right what everybody finds and decides."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.plein.punten import must_ask, open_punten
from vtdesk.services.plein.rows import BesprekingDetail, BesprekingRow, Uitkomst
from vtdesk.services.pleintafel import StandpuntGegevens
from vtdesk.ui.page import Width
from vtdesk.ui.plein.besluit import Besluitkaart, NogLeeg
from vtdesk.ui.plein.inbreng import Inbrengkaart
from vtdesk.ui.plein.kop import BesprekingKop
from vtdesk.ui.plein.standpunten import Standpuntenkaart
from vtdesk.ui.plein.stapel import Stapel
from vtdesk.ui.plein.taken import Takenkaart
from vtdesk.ui.plein.voorbereiding import VoorbereidingKaart
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import GAP, MARGIN, column, row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.limits import Say
from vtdesk.ui.widgets.named import named
from vtdesk.values.pleinregels import Pleinregels

LEFT, RIGHT, RIGHT_SMALL, TEXT = 280, 380, 330, 700
NEXT, LAST = "Volgende bespreking", "Plein afronden"


class Tafel(QWidget):
    """Shows one bespreking and takes what is typed; of the others it knows only how many."""

    changed = Signal()  # something is typed that is not stored yet
    standpunt_changed = Signal(object)  # UUID

    def __init__(
        self, regels: Pleinregels, today: date, say: Say, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "pleinstand", "Bespreking")
        self.head = BesprekingKop(regels)
        self.prepared = VoorbereidingKaart()
        self.inbreng = Inbrengkaart(say)
        self.standpunten = Standpuntenkaart(say)
        self.besluit = Besluitkaart(today, say)
        self.taken = Takenkaart(say)
        self.empty = NogLeeg()
        self.read_aloud = named(secondary("Besluit voorlezen", icon="voorlezen"), "voorlezen")
        self.next = named(primary(NEXT, icon="volgende"), "volgende-bespreking")
        self._icon = self.next.iconSize()
        self._cards = Stapel(self.standpunten, self.besluit, self.taken)
        self._right = QWidget()
        self._lay_out()
        for part in (self.inbreng, self.besluit, self.taken):
            part.changed.connect(self.changed)
        self.standpunten.changed.connect(self.standpunt_changed)
        self.besluit.dissent.changed.connect(self.standpunt_changed)

    def _lay_out(self) -> None:
        foot = row(self.read_aloud, self.next)
        foot.setStretch(1, 1)
        self._right.setLayout(column(self._cards, self.empty, foot, air=GAP))
        middle = row(self.prepared, self.inbreng, self._right, air=GAP)
        middle.setStretch(1, 1)
        layout = column(self.head, air=GAP, margins=MARGIN)
        layout.addLayout(middle, 1)
        self.setLayout(layout)

    def fit(self, width: Width) -> None:
        """Take the form that goes with the width; narrow, the preparation is a drawer."""
        self.prepared.setFixedWidth(style.scaled(LEFT))
        self.prepared.setVisible(width is not Width.KLEIN)
        wide = RIGHT_SMALL if width is Width.KLEIN else RIGHT
        self._right.setFixedWidth(style.scaled(wide))
        self.inbreng.setMaximumWidth(style.scaled(TEXT) if width is Width.GROOT else 16_777_215)
        self._cards.fit(narrow=width is Width.KLEIN)
        self.head.fit(narrow=width is Width.KLEIN)
        self.inbreng.fit(lines=1 if width is Width.KLEIN else 2)
        for button in (self.read_aloud, self.next):  # narrow, the words need the room
            button.setIconSize(QSize(1, 1) if width is Width.KLEIN else self._icon)

    def toggle_prepared(self) -> None:
        """Show or hide the preparation."""
        self.prepared.setVisible(not self.prepared.isVisible())
        if not self.prepared.isVisible():
            self.begin()

    def begin(self) -> None:
        """Let the keyboard begin in the line that is typed, or where a closed one opens again."""
        if self.inbreng.line.isEnabled():
            self.inbreng.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.head.offer_again()

    def panes(self) -> list[QWidget]:
        """List the parts that Ctrl+F6 walks through."""
        return [
            self.inbreng.line, self.standpunten, self.besluit, self.taken, self.head,
            self.prepared, self.inbreng.mening,
        ]  # fmt: skip

    def forget(self) -> None:
        """Let go of what was typed about the bespreking before: it is stored."""
        self.standpunten.forget()
        self.besluit.dissent.forget()

    def show_typed(self, detail: BesprekingDetail) -> None:
        """Fill the fields with what is stored; only when another bespreking comes on screen."""
        klad: dict[str, Any] = detail.klad
        self.inbreng.mening.show_uitkomst(detail.uitkomst)
        self.besluit.show_detail(detail)
        self.inbreng.show_klad(klad, detail.inbreng)
        self.taken.show_klad(klad, detail.taken)

    def show_detail(self, detail: BesprekingDetail, rows: Sequence[BesprekingRow]) -> None:
        """Show what is not typed in fields, and what is still empty."""
        self.head.show_detail(detail, list(rows))
        closed = bool(detail.row.gesloten_op or detail.row.verwerkt_op)  # to be read only
        for part in (self.inbreng.mening, self.standpunten, self.besluit):
            part.setEnabled(not closed)
        self.inbreng.set_closed(closed=closed)
        self.taken.set_closed(closed=closed)
        self.prepared.show_detail(detail)
        self.inbreng.show_rows(detail.inbreng)
        self.standpunten.show_rows(detail.standpunten)
        self.besluit.show_parties(detail.standpunten)
        self.taken.show_rows(detail.taken)
        self.empty.show_points(open_punten(detail))
        years = f"Vanaf {detail.regio.mening_vanaf} jaar hoort het kind te zijn gevraagd."
        self.inbreng.mening.say(years if must_ask(detail) else "")
        self.next.setText(LAST if detail.row.nummer == detail.van else NEXT)
        self.next.setAccessibleName(self.next.text())

    def uitkomst(self) -> Uitkomst:
        """Give what was found and decided, as it stands on screen."""
        return self.besluit.uitkomst(self.inbreng.mening)

    def klad(self) -> dict[str, Any]:
        """Give what is half typed."""
        return {**self.inbreng.klad(), **self.taken.klad(), **self.besluit.klad()}

    def standpunt(self, standpunt_id: UUID) -> StandpuntGegevens:
        """Give what a party finds, as it stands on screen."""
        dissents, ground, name = self.besluit.dissent.dissent(standpunt_id)
        words = self.standpunten.words(standpunt_id)
        return StandpuntGegevens(words, dissents, ground, name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc lead back to the line that is typed, from wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.begin()
        else:
            super().keyPressEvent(event)
