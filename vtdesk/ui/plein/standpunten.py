"""Who finds what: one row per party, the parents first; and who dissents, on which ground."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vtdesk.services.plein.rows import StandpuntRow
from vtdesk.ui.plein.regelveld import Regelveld
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, emptied, let_tab_walk, row
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.limits import Say, limit
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

NOT_YET = "Nog niet gevraagd"
DISSENTS = "Andere grond"
WIDE = 92


class StandpuntRij(QWidget):
    """One party and what it finds."""

    changed = Signal(object)  # UUID

    def __init__(self, standpunt: StandpuntRow, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = standpunt.id
        self._text = named(Regelveld(standpunt.tekst), "standpunt", standpunt.wie)
        self._text.setPlaceholderText(NOT_YET)
        self._text.setProperty("kind", "regel")
        self._ground = named(text("", "klein"), "standpunt-grond")
        label = text(standpunt.wie, tone="stil")
        label.setBuddy(self._text)
        label.setFixedWidth(style.scaled(WIDE))
        line = row(label, self._text, air=6)
        line.setStretch(1, 1)
        chip = column(Chip(DISSENTS, "let-op"), None)
        why = row(style.scaled(WIDE) + 6, chip, self._ground, air=6)
        why.setStretch(2, 1)
        self._why = boxed(why)
        self.setLayout(column(line, self._why, air=2))
        self.show_dissent(standpunt)
        self._text.textChanged.connect(lambda: self.changed.emit(self._id))
        limit(self._text, say)
        self._text.setCursorPosition(0)  # only now: a limit puts the caret at the end

    def show_dissent(self, standpunt: StandpuntRow) -> None:
        """Say below the row that this party dissents, and on which ground."""
        self._ground.setText(standpunt.op_grond)
        self._why.setVisible(standpunt.afwijkend)

    @property
    def field(self) -> QLineEdit:
        """Give the field of this party."""
        return self._text

    def words(self) -> str:
        """Give what stands in the row."""
        return self._text.text()


class Standpuntenkaart(Card):
    """All parties; one more can take a seat."""

    changed = Signal(object)  # UUID of the standpunt that was typed in
    added = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__("Standpunten", parent=parent)
        self._say = say
        named(self, "standpunten", "Standpunten")
        self._rows: dict[UUID, StandpuntRij] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = named(QLineEdit(), "standpunt-erbij", "Nog iemand aan tafel")
        self._more.setPlaceholderText("Nog iemand aan tafel")
        self._more.setProperty("kind", "regel")
        limit(self._more, say)
        self._more.returnPressed.connect(self._add)
        self.body.addLayout(self._list)
        self.body.addWidget(self._more)

    def show_rows(self, rows: Sequence[StandpuntRow]) -> None:
        """Show the parties; what is being typed stays as it is."""
        if [one.id for one in rows] != list(self._rows):
            emptied(self._list)
            self._rows = {one.id: StandpuntRij(one, self._say) for one in rows}
            for part in self._rows.values():
                self._list.addWidget(part)
                part.changed.connect(self.changed)
            let_tab_walk([part.field for part in self._rows.values()], before=self._more)
        for one in rows:
            self._rows[one.id].show_dissent(one)

    def words(self, standpunt_id: UUID) -> str:
        """Give what stands in a row."""
        return self._rows[standpunt_id].words()

    def forget(self) -> None:
        """Let go of all rows, for another bespreking."""
        emptied(self._list)
        self._rows = {}
        self._more.clear()

    @Slot()
    def _add(self) -> None:
        if self._more.text().strip():
            self.added.emit(self._more.text())
            self._more.clear()
