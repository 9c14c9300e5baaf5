"""The list of an import with what one may still change, and what stays out."""

from uuid import UUID

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from vtdesk.services.agenda_import import ImportVoorstel
from vtdesk.services.agenda_vergelijking import ImportRegel, ImportStatus
from vtdesk.ui.agenda.import_table import AFSPRAAK, ImportTableModel
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import AFSPRAAK_SOORT
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, row, scrolled
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import AfspraakSoort

ROW = 34
WIDTHS = (208, 0, 92, 96, 140, 212)


class ImportList(QWidget):
    """Lines to put on or off; soort and casus of the selected ones can be changed below."""

    chosen_changed = Signal()

    def __init__(self, voorstel: ImportVoorstel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offered = [regel for regel in voorstel.regels if regel.kiesbaar]
        self._model = ImportTableModel(offered, voorstel.casussen, self)
        self._table = _table(self._model)
        self._count = text(tone="stil", wrap=False)
        self._all = named(link("Alles aan"), "alles-aan")
        self._none = named(link("Alles uit"), "alles-uit")
        self._soort = named(
            Choices([(AFSPRAAK_SOORT[soort].word, soort) for soort in AfspraakSoort]), "soort"
        )
        self._casus = named(
            Choices(
                [
                    ("Geen casus", None),
                    *((f"{casus.nummer} {casus.naam}", casus.id) for casus in voorstel.casussen),
                ]
            ),
            "casus",
        )
        self._below = boxed(row(Field("Soort", self._soort), Field("Casus", self._casus), air=12))
        self._nothing = EmptyState("Er staat niets nieuws in dit bestand.", icon="goed")

        layout = column(row(self._count, None, self._all, self._none))
        layout.addWidget(self._table, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._below)
        layout.addWidget(LeftOut(voorstel))
        self.setLayout(layout)

        for widget in (self._table, self._below, self._all, self._none):
            widget.setVisible(bool(offered))
        self._nothing.setVisible(not offered)
        self._connect(offered)
        self._select_first(offered)
        self._tell()

    def _connect(self, offered: list[ImportRegel]) -> None:
        self._model.ticked.connect(self._tell)
        self._table.selectionModel().selectionChanged.connect(self._show_selected)
        self._all.clicked.connect(lambda: self._model.tick(offered, on=True))
        self._none.clicked.connect(lambda: self._model.tick(offered, on=False))
        self._soort.activated.connect(self._set_soort)
        self._casus.activated.connect(self._set_casus)
        self._table.toggle_requested.connect(self._toggle)

    def chosen(self) -> list[ImportRegel]:
        """Give the lines that are on, with their soort and casus as they are now."""
        return self._model.chosen()

    def _select_first(self, offered: list[ImportRegel]) -> None:
        """Begin at the first line that is on: before it lies what is over."""
        if offered:
            first = next((n for n, regel in enumerate(offered) if regel.gekozen), 0)
            self._table.selectRow(first)
            at_top = QAbstractItemView.ScrollHint.PositionAtTop
            self._table.scrollTo(self._model.index(max(0, first - 1), 0), at_top)

    def take_focus(self) -> None:
        """Put the keyboard in the list."""
        self._table.setFocus()

    def _selected(self) -> list[ImportRegel]:
        rows = self._table.selectionModel().selectedRows()
        return [self._model.row_at(index) for index in rows]

    @Slot(QItemSelection, QItemSelection)
    def _show_selected(self) -> None:
        selected = self._selected()
        self._below.setEnabled(any(r.status is not ImportStatus.AFGEZEGD for r in selected))
        if selected:
            self._soort.choose(selected[0].soort)
            self._casus.choose(selected[0].casus_id)

    @Slot()
    def _set_soort(self) -> None:
        self._model.set_soort(self._selected(), self._soort.value())

    @Slot()
    def _set_casus(self) -> None:
        casus_id: UUID | None = self._casus.value()
        self._model.set_casus(self._selected(), casus_id)

    @Slot()
    def _toggle(self) -> None:
        selected = self._selected()
        self._model.tick(selected, on=not all(map(self._model.is_on, selected)))

    @Slot()
    def _tell(self) -> None:
        chosen, total = len(self.chosen()), self._model.rowCount()
        self._count.setText(
            f"Kies wat er in je agenda komt: {chosen} van {aantal(total, 'afspraak', 'afspraken')}."
            if total
            else ""
        )
        self.chosen_changed.emit()


class LeftOut(QWidget):
    """What is not offered and why; closed at first, so that it does not shout."""

    def __init__(self, voorstel: ImportVoorstel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        same = sum(regel.status is ImportStatus.ONGEWIJZIGD for regel in voorstel.regels)
        words = aantal(same, "afspraak is", "afspraken zijn")
        note = text(f"{words} gelijk gebleven.", "klein", tone="stil", wrap=False)
        lines = _reasons(voorstel)
        opener = named(link(f"Niet ingelezen: {len(lines)}"), "niet-ingelezen")
        opener.setCheckable(True)
        inside = QWidget()
        inside.setLayout(column(*(text(line, "klein") for line in lines), air=4))
        area = named(scrolled(inside), "redenen", "Niet ingelezen")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setFixedHeight(style.scaled(110))
        area.hide()

        self.setLayout(column(row(note, None, opener), area))
        note.setVisible(bool(same))
        opener.setVisible(bool(lines))

        opener.toggled.connect(area.setVisible)


def _reasons(voorstel: ImportVoorstel) -> list[str]:
    own = [
        f"{regel.titel}, {regel.wanneer}: {regel.toelichting}"
        for regel in voorstel.regels
        if regel.status is ImportStatus.OVERGESLAGEN
    ]
    return own + [f"{item.wat}: {item.reden}" for item in voorstel.overgeslagen]


class ImportTable(QTableView):
    """The table itself; Space puts all selected lines on or off."""

    toggle_requested = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggle_requested.emit()
        else:
            super().keyPressEvent(event)


def _table(model: ImportTableModel) -> ImportTable:
    table = named(ImportTable(), "afspraken", "Afspraken in het bestand")
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(style.scaled(ROW))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for number, width in enumerate(WIDTHS):
        if number == AFSPRAAK:
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        else:
            table.setColumnWidth(number, style.scaled(width))
    return table
