"""What was found, in a list: what each thing looks like, and the keys that walk through it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from vtdesk.services.zoeken import Uitkomst, Vondst
from vtdesk.ui import labels
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.passage import PassageDelegate
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.ui.widgets.running_text import Range
from vtdesk.values.tijd import dichtbij


class Hits(RowList[Vondst]):
    """Groups of a casus each; ↑ on the first row leads back to the field."""

    left = Signal()
    glance_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.line, parent)
        named(self, "treffers", "Treffers")
        self._today: date | None = None
        self._shown: list[Vondst | Group] = []
        delegate = PassageDelegate(self)
        delegate.bold = self._bold
        self.setItemDelegate(delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a row is as high as its words are long

    def show_found(self, uitkomst: Uitkomst, today: date) -> None:
        """Show what was found, per casus."""
        self._today = today
        self._shown = []
        for title, found in uitkomst.per_casus():
            self._shown += [Group(title), *found]
        self.set_rows(self._shown)

    def begin(self) -> None:
        """Let the keyboard walk from the first hit."""
        if self.current() is None:
            self.choose(lambda _: True)
        self.setFocus()

    def line(self, vondst: Vondst) -> Line:
        """Say what one hit looks like."""
        kind = labels.KIND[vondst.kind]
        day = vondst.datum.date() if vondst.datum else None
        when = dichtbij(day, self._today) if day and self._today else ""
        return Line(
            vondst.titel or kind.word.capitalize(),
            vondst.zin,
            side=" · ".join(filter(None, (kind.word if vondst.titel else "", when))),
            icon=kind.icon or "punt",
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.glance_asked.emit()
        elif event.key() == Qt.Key.Key_Up and self._is_at_the_top():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _is_at_the_top(self) -> bool:
        return self.currentIndex().row() <= 1  # the head of its group stands above the first

    def _bold(self, number: int) -> Sequence[Range]:
        row = self._shown[number]
        return () if isinstance(row, Group) else row.vet
