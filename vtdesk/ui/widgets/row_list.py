"""A list whose rows have one or two lines, an icon, words at the side and a chip.

A page gives rows and one function that says what a row looks like:

    self._list = RowList[CasusRow](lambda row: Line(row.naam, row.nummer, side="vr 15 mei"))
    named(self._list, "casussen", "Casussen")
    self._list.set_rows(rows)
    self._list.opened.connect(self._open)        # Enter or double click, carries the row
    self._list.chosen.connect(self._show)        # current row changed, carries the row
    self._list.removed.connect(self._remove)     # Del, carries the row

A `Line` with `heading=True` is the head of a group: it cannot be chosen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from vtdesk.ui import actions
from vtdesk.ui.widgets.row_delegate import LINE_ROLE, Line, RowDelegate
from vtdesk.ui.widgets.tip import tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group of rows, such as `Kinderen`; `side` may count them."""

    title: str
    side: str = ""


class RowListModel(QAbstractListModel, Generic[R]):
    """Shows rows and group heads; it is told new ones, it never fetches."""

    def __init__(self, line: Callable[[R], Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._rows: list[R | Group] = []

    def set_rows(self, rows: Sequence[R | Group]) -> None:
        """Replace the rows; a reset only when rows came, went or moved."""
        keys = [_key(row) for row in rows]
        if keys == [_key(row) for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> tuple[R | Group, ...]:
        """Give all rows and heads, from top to bottom."""
        return tuple(self._rows)

    def line_at(self, number: int) -> Line:
        """Say what the row at this place looks like."""
        row = self._rows[number]
        if isinstance(row, Group):
            return Line(row.title, side=row.side, heading=True)
        return self._line(row)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line_at(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.title
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return line.spoken()
            case Qt.ItemDataRole.ToolTipRole:
                return tip(line.spoken())
            case _ if role == LINE_ROLE:
                return line
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class RowList(QListView, Generic[R]):
    """Rows to walk with the arrow keys, to open with Enter and to take away with Del."""

    chosen = Signal(object)  # the row that became current
    opened = Signal(object)  # the row that was opened
    removed = Signal(object)  # the row that is asked to go; nothing goes by itself

    def __init__(self, line: Callable[[R], Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowListModel[R](line, self)
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.selectionModel().selectionChanged.connect(self._follow_selection)
        self.activated.connect(self._tell_opened)

    def set_rows(self, rows: Sequence[R | Group]) -> None:
        """Show these rows; the current row stays so, and when it went its neighbour takes over."""
        nearest = self._from_current()
        self._model.set_rows(rows)
        if self.current() is None:
            here = {_key(row) for row in rows if not isinstance(row, Group)}
            kept = next((key for key in nearest if key in here), None)
            if kept is not None:
                self.choose(lambda row: _key(row) == kept)

    def current(self) -> R | None:
        """Give the current row."""
        index = self.currentIndex()
        row = self._model.rows()[index.row()] if index.isValid() else None
        return None if isinstance(row, Group) else row

    def choose(self, wanted: Callable[[R], bool]) -> bool:
        """Make the first row that fits the current one."""
        for number, row in enumerate(self._model.rows()):
            if not isinstance(row, Group) and wanted(row):
                self.setCurrentIndex(self._model.index(number))
                return True
        return False

    def rows(self) -> list[R]:
        """Give the rows from top to bottom, without the heads of groups."""
        return [row for row in self._model.rows() if not isinstance(row, Group)]

    def lines(self) -> list[Line]:
        """Say what stands in the list, from top to bottom."""
        return [self._model.line_at(number) for number in range(self._model.rowCount())]

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight, with the head of its group when that stands just above."""
        above = self._model.index(index.row() - 1)
        if above.isValid() and isinstance(self._model.rows()[above.row()], Group):
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End go to the first and last row that can be chosen, past a head."""
        places = [n for n, row in enumerate(self._model.rows()) if not isinstance(row, Group)]
        match action:
            case QAbstractItemView.CursorAction.MoveHome if places:
                return self._model.index(places[0])
            case QAbstractItemView.CursorAction.MoveEnd if places:
                return self._model.index(places[-1])
        return super().moveCursor(action, modifiers)

    def _from_current(self) -> list[object]:
        """List the keys of the current row, of what follows it, and of what stands before it."""
        index = self.currentIndex()
        if not index.isValid():
            return []
        rows, at = self._model.rows(), index.row()
        return [_key(row) for row in (*rows[at:], *rows[:at][::-1]) if not isinstance(row, Group)]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight: a message takes room from a list that is shown already."""
        index = self.currentIndex()
        was_seen = 0 <= self.visualRect(index).bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current()
        if current is not None and actions.pressed(event, ("rij-weg",)):
            self.removed.emit(current)
        else:
            super().keyPressEvent(event)

    @Slot(QItemSelection, QItemSelection)
    def _follow_selection(self, selected: QItemSelection, _before: QItemSelection) -> None:
        """Make what was selected the current row: a screen reader only selects."""
        chosen = selected.indexes()
        if chosen and chosen[0] != self.currentIndex():
            self.setCurrentIndex(chosen[0])

    @Slot(QModelIndex, QModelIndex)
    def _tell_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self.selectionModel().isSelected(now):
            self.selectionModel().select(now, _ALONE)  # Qt marks no row that the focus made current
        if (row := self.current()) is not None:
            self.chosen.emit(row)

    @Slot(QModelIndex)
    def _tell_opened(self, _index: QModelIndex) -> None:
        if (row := self.current()) is not None:
            self.opened.emit(row)


def _key(row: object) -> object:
    return row.title if isinstance(row, Group) else getattr(row, "id", row)
