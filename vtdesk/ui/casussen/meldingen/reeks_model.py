"""The crisisreeks as a table: rows are organisations, columns are moments."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from vtdesk.services.crisis import Beoordeling
from vtdesk.ui.casussen.meldingen.rijen import vol_moment
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.tip import tip
from vtdesk.values.crisisreeks import Cel, Reeks
from vtdesk.values.tijd import dag_met_naam, klok

CEL_ROLE = int(Qt.ItemDataRole.UserRole) + 3
ONEENS = "Niet eens"
NOT_YET = "nog niet beoordeeld"
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReeksModel(QAbstractTableModel):
    """Shows a series; it is told a new one, it never fetches."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reeks = Reeks(())

    def set_reeks(self, reeks: Reeks) -> None:
        """Replace the series."""
        if reeks == self._reeks:
            return
        self.beginResetModel()
        self._reeks = reeks
        self.endResetModel()

    def cel(self, index: Index) -> Cel | None:
        """Give the cell at a place; None where an organisation had not rated yet."""
        if not index.isValid():
            return None
        organisatie = self._reeks.organisaties[index.row()]
        return self._reeks.cel(organisatie, self._reeks.momenten[index.column()])

    def place(self, beoordeling: Beoordeling) -> QModelIndex:
        """Find the cell in which a rating was given."""
        for row, organisatie in enumerate(self._reeks.organisaties):
            for column, moment in enumerate(self._reeks.momenten):
                if organisatie == beoordeling.organisatie and moment == beoordeling.moment:
                    return self.index(row, column)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._reeks.organisaties)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._reeks.momenten)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cel = self.cel(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return label(cel.beoordeling.kleur).word if cel else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, cel)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._spoken(index, cel))
            case _ if role == CEL_ROLE:
                return cel
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            name = self._reeks.organisaties[section]
            return {Qt.ItemDataRole.DisplayRole: name, Qt.ItemDataRole.ToolTipRole: tip(name)}.get(
                Qt.ItemDataRole(role)
            )
        if role == Qt.ItemDataRole.DisplayRole:
            moment = self._reeks.momenten[section]
            head = f"{dag_met_naam(moment.date())}\n{klok(moment)}"
            return f"{head}\n{ONEENS}" if self._reeks.oneens_op(moment) else f"{head}\n"
        return None

    def _spoken(self, index: Index, cel: Cel | None) -> str:
        """Say all that a cell shows: who, when, what, and whether they differ."""
        parts = [self._reeks.organisaties[index.row()],
                 vol_moment(self._reeks.momenten[index.column()])]  # fmt: skip
        if cel is None:
            return ", ".join([*parts, NOT_YET])
        word = label(cel.beoordeling.kleur).word
        parts.append(word if cel.nieuw else f"nog {word}")
        return ", ".join([*parts, ONEENS.lower()] if cel.oneens else parts)
