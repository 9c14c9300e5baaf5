"""Who does not go along with the besluit: on which ground, and who says so."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vtdesk.services.plein.rows import StandpuntRow
from vtdesk.ui.widgets.boxes import emptied, row
from vtdesk.ui.widgets.buttons import choice
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.limits import Say, limit
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

TITLE, GROUND, WHO = "Afwijkend standpunt", "Op welke grond?", "Wie zegt dit?"


class AfwijkendRij(QWidget):
    """A party that can be switched on, with its ground and name."""

    changed = Signal()

    def __init__(self, standpunt: StandpuntRow, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = named(choice(standpunt.wie), "afwijkend", standpunt.wie)
        self.button.setAccessibleDescription(TITLE)
        self.button.setChecked(standpunt.afwijkend)
        self._ground = named(
            QLineEdit(standpunt.op_grond), "op-grond", f"{standpunt.wie}: {GROUND}"
        )
        self._name = named(QLineEdit(standpunt.naam), "grond-naam", f"{standpunt.wie}: {WHO}")
        self._ground.setPlaceholderText(f"{standpunt.wie}: op welke grond?")
        self._name.setPlaceholderText(WHO)
        layout = row(self._ground, self._name, air=6)
        layout.setStretch(0, 3)
        layout.setStretch(1, 2)
        self.setLayout(layout)
        self.setVisible(standpunt.afwijkend)
        for line in (self._ground, self._name):
            limit(line, say)
            line.textChanged.connect(self.changed)
        self.button.toggled.connect(self._turn)

    def fields(self) -> list[QWidget]:
        """Give what is typed in when it dissents."""
        return [self._ground, self._name]

    def dissent(self) -> tuple[bool, str, str]:
        """Tell whether it dissents, on which ground, and who says so."""
        return self.button.isChecked(), self._ground.text(), self._name.text()

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self.setVisible(on)
        if on:
            self._ground.setFocus()
        self.changed.emit()


class Afwijkend(QWidget):
    """All parties as switches, and below them a row for each that dissents."""

    changed = Signal(object)  # UUID

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "afwijkend-standpunt", TITLE)
        self._say = say
        self._parts: dict[UUID, AfwijkendRij] = {}
        self._flow = Flow(air=4)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(text(TITLE, "vet"))
        layout.addLayout(self._flow)
        layout.addLayout(self._list)

    def show_rows(self, rows: Sequence[StandpuntRow]) -> None:
        """Show the parties; what is being typed stays as it is."""
        if [one.id for one in rows] == list(self._parts):
            return
        self.forget()
        for one in rows:
            part = self._parts[one.id] = AfwijkendRij(one, self._say, self)
            self._flow.addWidget(part.button)
            self._list.addWidget(part)
            part.changed.connect(lambda known=one.id: self.changed.emit(known))

    def fields(self) -> list[QWidget]:
        """Give all that takes keys, as it is read: first who, then why."""
        parts = self._parts.values()
        return [*(part.button for part in parts), *(one for p in parts for one in p.fields())]

    def dissent(self, standpunt_id: UUID) -> tuple[bool, str, str]:
        """Tell whether a party dissents, on which ground, and who says so."""
        return self._parts[standpunt_id].dissent()

    def forget(self) -> None:
        """Let go of all rows, for another bespreking."""
        emptied(self._flow)
        emptied(self._list)
        self._parts = {}
