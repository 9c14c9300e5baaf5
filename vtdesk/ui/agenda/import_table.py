"""The lines of an import as a table: on or off, what it is, and what it becomes here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from vtdesk.services.agenda_import import CasusKeuze
from vtdesk.services.agenda_vergelijking import ImportRegel, ImportStatus
from vtdesk.ui.labels import AFSPRAAK_SOORT
from vtdesk.ui.widgets.row_table_model import Column, RowTableModel
from vtdesk.values.kinds import AfspraakSoort

Index = QModelIndex | QPersistentModelIndex

STATUS: Mapping[ImportStatus, str] = {
    ImportStatus.NIEUW: "Nieuw",
    ImportStatus.GEWIJZIGD: "Gewijzigd",
    ImportStatus.AFGEZEGD: "Afgezegd",
    ImportStatus.ONGEWIJZIGD: "Gelijk gebleven",
    ImportStatus.OVERGESLAGEN: "Overgeslagen",
}
AFSPRAAK = 1  # the column that takes the room that is left


class ImportTableModel(RowTableModel[ImportRegel]):
    """Knows which lines are on; the first column carries the tick."""

    ticked = Signal()

    def __init__(
        self,
        regels: Sequence[ImportRegel],
        casussen: Iterable[CasusKeuze],
        parent: QObject | None = None,
    ) -> None:
        names = {casus.id: casus.nummer for casus in casussen}
        super().__init__(_columns(names), parent)
        self._on = {regel.id for regel in regels if regel.gekozen}
        self.set_rows(regels)

    def chosen(self) -> list[ImportRegel]:
        """Give the lines that are on."""
        return [regel for regel in self.rows() if regel.id in self._on]

    def tick(self, regels: Iterable[ImportRegel], *, on: bool) -> None:
        """Put lines on or off."""
        ids = {regel.id for regel in regels}
        self._on = self._on | ids if on else self._on - ids
        self._announce()

    def is_on(self, regel: ImportRegel) -> bool:
        """Tell whether a line is on."""
        return regel.id in self._on

    def set_soort(self, regels: Iterable[ImportRegel], soort: AfspraakSoort) -> None:
        """Make appointments another soort than was proposed."""
        ids = {regel.id for regel in regels}
        self.set_rows([replace(r, soort=soort) if r.id in ids else r for r in self.rows()])

    def set_casus(self, regels: Iterable[ImportRegel], casus_id: UUID | None) -> None:
        """Put appointments with another casus than was proposed."""
        ids = {regel.id for regel in regels}
        self.set_rows([replace(r, casus_id=casus_id) if r.id in ids else r for r in self.rows()])

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else usual

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            on = self.is_on(self.row_at(index))
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            return super().data(index) or "geen"
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        self.tick([self.row_at(index)], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _announce(self) -> None:
        last = self.index(self.rowCount() - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()


def _columns(names: Mapping[UUID, str]) -> tuple[Column[ImportRegel], ...]:
    return (
        Column("Wanneer", lambda r: r.wanneer),
        Column("Afspraak", lambda r: r.titel),
        Column("Status", lambda r: STATUS[r.status]),
        Column("Soort", lambda r: AFSPRAAK_SOORT[r.soort].word),
        Column("Casus", lambda r: names.get(r.casus_id, "andere casus") if r.casus_id else "geen"),
        Column("Toelichting", lambda r: r.toelichting or _series(r)),
    )


def _series(regel: ImportRegel) -> str:
    return f"Reeks: {regel.reeks}." if regel.reeks else ""
