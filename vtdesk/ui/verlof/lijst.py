"""What falls in a verlof as a list, and a line to type who takes it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.verlof.service import VerlofRegel
from vtdesk.ui.format import aantal
from vtdesk.ui.verlof.woorden import ICON, when
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NaamRegel(QLineEdit):
    """A line of which Enter is its own: it stores, and the dialog stays."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class VervangRijen(RowList[VerlofRegel]):
    """Rows of which Enter asks for a name, and does not close the dialog."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current()
        if event.key() in ENTER and current is not None:
            self.opened.emit(current)
        else:
            super().keyPressEvent(event)


class VervangLijst(QWidget):
    """Arrows choose, Enter goes to the name, Enter there stores and goes to the next open one."""

    said = Signal(str)  # what was done, or why not

    def __init__(self, desk: Desk, verlof_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._verlof_id = desk, verlof_id
        self._vervanger = desk.verloven.get(verlof_id).gegevens.vervanger
        self._list = named(VervangRijen(_as_line), "valt-erin", "Wat er in je verlof valt")
        self._state = named(text("", tone="stil"), "verdeeld")
        self._empty = EmptyState("Er valt niets in deze dagen.", icon="goed")
        self._name = named(NaamRegel(), "wie")
        self._field = Field("Wie neemt dit over?", self._name)
        self._take = named(secondary("Overnemen", icon="klaar"), "overnemen")
        self._open = named(secondary("Nog niemand"), "nog-niemand")
        self._rest = named(secondary("De rest ook"), "de-rest")

        layout = column(4, self._state)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._empty, 1)
        entry = row(self._field, air=12)
        entry.setStretch(0, 1)
        layout.addLayout(entry)
        layout.addLayout(Flow(self._take, self._rest, self._open))
        self.setLayout(layout)

        self._list.chosen.connect(self._show_chosen)
        self._list.opened.connect(self._begin_typing)
        self._list.removed.connect(self._leave_open)
        self._name.entered.connect(self._store)
        self._take.clicked.connect(self._store)
        self._open.clicked.connect(lambda: self._leave_open(self._list.current()))
        self._rest.clicked.connect(self._store_rest)
        self.read()
        if not self._list.choose(lambda line: line.is_open):
            self._list.choose(lambda _: True)

    def read(self) -> None:
        """Read again what falls in it."""
        lines = self._desk.verloven.contents(self._verlof_id)
        self._list.set_rows(lines)
        still = sum(line.is_open for line in lines)
        total = aantal(len(lines), "ding valt", "dingen vallen")
        self._state.setText(
            f"{total} in je verlof. "
            + (f"Nog niemand: {still}." if still else "Alles is verdeeld.")
        )
        for part in (self._list, self._state, self._field, self._take, self._open, self._rest):
            part.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._rest.setEnabled(still > 1)

    def take_focus(self) -> None:
        """Begin in the list."""
        self._list.setFocus()

    @Slot(object)
    def _show_chosen(self, line: VerlofRegel) -> None:
        self._name.setText(line.wie or self._vervanger)
        for part in (self._field, self._take):
            part.setEnabled(line.klaar is None)
        self._open.setEnabled(bool(line.wie))

    @Slot(object)
    def _begin_typing(self, line: VerlofRegel) -> None:
        if line.klaar is None:
            self._name.setFocus()
            self._name.selectAll()

    @Slot()
    def _store(self) -> None:
        line, name = self._list.current(), self._name.text().strip()
        if line is None or line.klaar is not None:
            return
        if not name:
            self._field.set_error("Vul in wie dit overneemt.")
            return
        self._field.set_error("")
        if self._do(lambda: self._desk.verloven.take(self._verlof_id, *line.id, name)):
            self.said.emit(f"{name} neemt over: {line.woorden}.")
            self._go_on(name)

    def _go_on(self, name: str) -> None:
        """Go to the next thing that nobody takes, with the same name ready."""
        if self._list.choose(lambda line: line.is_open):
            self._name.setText(name)
            self._name.selectAll()
            self._name.setFocus()
        else:
            self._list.setFocus()

    @Slot(object)
    def _leave_open(self, line: VerlofRegel | None) -> None:
        if line is not None and line.wie:
            self._do(lambda: self._desk.verloven.take(self._verlof_id, *line.id, ""))

    @Slot()
    def _store_rest(self) -> None:
        name = self._name.text().strip()
        self._do(lambda: self._desk.verloven.take_rest(self._verlof_id, name))

    def _do(self, command: Callable[[], object]) -> bool:
        try:
            command()
        except (UserError, OutsideError) as error:
            self.said.emit(str(error))
            return False
        self.said.emit("")
        self.read()
        current = self._list.current()
        if current is not None:
            self._show_chosen(current)
        return True


def _as_line(line: VerlofRegel) -> Line:
    tone = "let-op" if line.is_open else "stil" if line.klaar else "goed"
    return Line(
        line.woorden,
        " · ".join(filter(None, (line.casus, line.nummer))) or "geen casus",
        side=when(line),
        chip=line.wie_of_niemand,
        chip_tone=tone,
        icon=ICON[line.soort],
        quiet=line.klaar is not None,
        strong=line.is_open,
    )
