"""A table is a list of columns over frozen rows; this model is written once for all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class HasId(Protocol):
    """A row that can be told from the others."""

    @property
    def id(self) -> object: ...


R = TypeVar("R", bound=HasId)
_ROOT = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[R]):
    """A header and how to read its cell; `sort_key` when the text does not sort well."""

    header: str
    text: Callable[[R], str]
    sort_key: Callable[[R], Any] | None = None


class RowTableModel(QAbstractTableModel, Generic[R]):
    """Shows rows; it is told new ones, it never fetches."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[R] = []

    def set_rows(self, rows: Sequence[R]) -> None:
        """Replace the rows; a reset only when rows came, went or moved."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if same and rows:
            self._rows = list(rows)
            last = self.index(len(rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        elif not same:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def row_at(self, index: Index) -> R:
        """Give the row that an index stands in."""
        return self._rows[index.row()]

    def rows(self) -> tuple[R, ...]:
        """Give all rows, in the order in which they were set."""
        return tuple(self._rows)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(column.text(row))}</qt>"  # Qt would read a name as markup
        if role == SORT_ROLE:
            return (column.sort_key or column.text)(row)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        horizontal = orientation == Qt.Orientation.Horizontal
        if horizontal and role == Qt.ItemDataRole.DisplayRole and section < len(self._columns):
            return self._columns[section].header
        return None
