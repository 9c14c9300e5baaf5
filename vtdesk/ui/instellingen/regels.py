"""Termijnregels and Feestdagen: the rules of vtdesk, and what this office changed in them."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from vtdesk.services.regels import Bestand, RegelRow, Regels
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.instellingen.regel_dialog import RegelDialog
from vtdesk.ui.instellingen.regel_kolommen import (
    FEESTDAGEN,
    TERMIJNREGELS,
    FeestdagRij,
    feestdag_in_woorden,
    termijn_in_woorden,
)
from vtdesk.ui.page import Page
from vtdesk.ui.theme import measure, style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_table_model import Column, HasId, RowTableModel
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import Clock, local

R = TypeVar("R", bound=HasId)
ROW, TABLE = 34, 360
DIALOG = "eigen-regels"


class RegelTable(QTableView, Generic[R]):
    """Rows of rules; Enter or a double click opens one."""

    def __init__(self, columns: Sequence[Column[R]], widths: Sequence[int]) -> None:
        super().__init__()
        self._model = RowTableModel[R](columns, self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(style.scaled(TABLE))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(style.scaled(ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, width in enumerate(widths):
            self.setColumnWidth(number, style.scaled(width))
        header.setSectionResizeMode(len(widths) - 1, QHeaderView.ResizeMode.Stretch)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, with one of them chosen."""
        self._model.set_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.selectRow(0)

    def rows(self) -> tuple[R, ...]:
        """Give all rows."""
        return self._model.rows()

    def current(self) -> R | None:
        """Give the chosen row."""
        index = self.currentIndex()
        return self._model.row_at(index) if index.isValid() else None


class RegelsPart(SettingsPart, Generic[R]):
    """A table of rules, what is wrong in the own text, and the way to change it."""

    def __init__(
        self,
        title: str,
        bestand: Bestand,
        table: RegelTable[R],
        in_words: Callable[[R], str],
        page: Page,
    ) -> None:
        super().__init__(title)
        self._page, self._bestand, self._in_words = page, bestand, in_words
        self._about = named(text(tone="stil"), "regel-uitleg")
        self.table = named(table, bestand.value, title)
        self._wrong = named(text(tone="gevaar"), "regels-fout")
        self._change = named(secondary("Regel wijzigen", icon="bewerken"), "regel-wijzigen")
        self._own = named(secondary("Eigen regels", icon="lijst"), "eigen-regels")
        measure.hold(self.card, most_width=measure.ANY)
        self.card.body.addWidget(self._wrong)
        self.card.body.addWidget(self.table)
        self.card.body.addWidget(self._about)
        self.card.body.addLayout(row(self._change, self._own, None))
        self._change.clicked.connect(self._open_current)
        self._own.clicked.connect(lambda: self._open(""))
        self.table.activated.connect(self._open_current)
        self.table.selectionModel().currentRowChanged.connect(self._explain)

    def say_wrong(self, sentences: Sequence[str]) -> None:
        """Say which own text cannot be read; until it can, the rules of vtdesk hold."""
        self._wrong.setText(
            "\n".join(f"{one} Nu gelden de regels van vtdesk." for one in sentences)
        )
        self._wrong.setVisible(bool(sentences))

    @Slot()
    def _explain(self) -> None:
        current = self.table.current()
        self._about.setText(self._in_words(current) if current is not None else "")

    @Slot()
    @Slot(QModelIndex)
    def _open_current(self, _index: QModelIndex | None = None) -> None:
        current = self.table.current()
        if current is not None:
            self._open(str(current.id))

    def _open(self, naam: str) -> None:
        self._page.open_dialog(DIALOG, self._bestand.value, naam)


class TermijnregelSettings(RegelsPart[RegelRow]):
    """Every rule of a term: its start, its length, and on whose word."""

    def __init__(self, regels: Regels, page: Page, parent: QWidget | None = None) -> None:
        table = RegelTable(TERMIJNREGELS, (176, 172, 92, 124, 196, 112, 200))
        super().__init__("Termijnregels", Bestand.TERMIJNEN, table, termijn_in_woorden, page)
        self.setParent(parent)
        self._regels = regels

    @override
    def read(self) -> None:
        self.table.set_rows(self._regels.termijnregels())
        self._explain()
        self.say_wrong([one for one in self._regels.boeken().fouten if "termijnen" in one])


class FeestdagSettings(RegelsPart[FeestdagRij]):
    """Every feestdag with its days of this year and the next."""

    def __init__(
        self, regels: Regels, clock: Clock, page: Page, parent: QWidget | None = None
    ) -> None:
        table = RegelTable(FEESTDAGEN, (190, 160, 160, 110, 230, 300))
        super().__init__("Feestdagen", Bestand.FEESTDAGEN, table, feestdag_in_woorden, page)
        self.setParent(parent)
        self._regels, self._clock = regels, clock

    @override
    def read(self) -> None:
        year = local(self._clock()).year
        later = {one.naam: day for day, one in self._regels.feestdagen(year + 1)}
        now = [(one, day) for day, one in self._regels.feestdagen(year)]
        rows = [FeestdagRij(one, day, later.get(one.naam)) for one, day in now]
        known = {rij.dag.naam for rij in rows}
        rest = [one for _, one in self._regels.feestdagen(year + 1) if one.naam not in known]
        rows += [FeestdagRij(one, None, later[one.naam]) for one in rest]
        self.table.set_rows(rows)
        self._explain()
        self.say_wrong([one for one in self._regels.boeken().fouten if "feestdagen" in one])


def register_dialog(page: Page, regels: Regels) -> None:
    """Let a page open the own text of the office by name, with a rule in it to change."""

    def make(bestand: str, naam: str) -> FormDialog:
        which = Bestand(bestand)
        dialog = RegelDialog(which, regels.voorzet(which, naam), page)
        was: list[str] = []

        def store() -> None:
            words = dialog.tekst()
            dialog.agree_to(regels.gevolgen(which, words))
            was.append(regels.keep(which, words))

        dialog.store = store
        dialog.stored.connect(
            lambda: page.offer_undo(
                "De regels zijn gewijzigd.", lambda: regels.keep(which, was[-1])
            )
        )
        return dialog

    page.dialogs.register(DIALOG, make)
