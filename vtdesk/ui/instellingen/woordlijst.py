"""A list of words or texts that the office changes: rows, what one says, and what can be done."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import Slot
from typing_extensions import override

from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.instellingen.regels import R, RegelTable
from vtdesk.ui.page import Page
from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_table_model import Column
from vtdesk.ui.widgets.text import text

WIDE = 900


class WoordlijstPart(SettingsPart, Generic[R]):
    """Add, change, and switch off or on; each step has a way back."""

    def __init__(
        self, title: str, about: str, columns: Sequence[Column[R]], widths: Sequence[int],
        *, page: Page, dialog: str,
    ) -> None:  # fmt: skip
        super().__init__(title)
        self._page, self._dialog = page, dialog
        self.table = named(RegelTable(columns, widths), dialog, title)
        self._says = named(text(tone="stil"), f"{dialog}-uitleg")
        self._empty = named(text("Nog niets. Voeg er een toe.", tone="stil"), f"{dialog}-leeg")
        self._add = named(secondary("Toevoegen", icon="erbij"), f"{dialog}-erbij")
        self._edit = named(secondary("Wijzigen", icon="bewerken"), f"{dialog}-wijzigen")
        self._switch = named(secondary("Weghalen"), f"{dialog}-weg")
        measure.hold(self.card, most_width=WIDE)
        self.card.body.addWidget(text(about, tone="stil"))
        self.card.body.addWidget(self._empty)
        self.card.body.addWidget(self.table)
        self.card.body.addWidget(self._says)
        self.card.body.addLayout(row(self._add, self._edit, self._switch, None))
        self._add.clicked.connect(lambda: self._page.open_dialog(self._dialog, ""))
        self._edit.clicked.connect(self._open_current)
        self._switch.clicked.connect(self._switch_current)
        self.table.activated.connect(self._open_current)
        self.table.selectionModel().currentRowChanged.connect(self._show)

    @abstractmethod
    def rows(self) -> Sequence[R]:
        """Read the rows."""

    @abstractmethod
    def says(self, rij: R) -> str:
        """Say all of one row, also what a column cuts off."""

    @abstractmethod
    def switch_words(self, rij: R) -> str:
        """Say what the last button does with this row."""

    @abstractmethod
    def switch(self, rij: R) -> tuple[str, Callable[[], object]]:
        """Switch a row off or on, or take it away; gives what was done, and the way back."""

    @override
    def read(self) -> None:
        rows = self.rows()
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._show()

    @Slot()
    def _show(self) -> None:
        one = self.table.current()
        for button in (self._edit, self._switch):
            button.setEnabled(one is not None)
        self._says.setText("" if one is None else self.says(one))
        if one is not None:
            self._switch.setText(self.switch_words(one))
            self._switch.setAccessibleName(self.switch_words(one))

    @Slot()
    def _open_current(self) -> None:
        if (one := self.table.current()) is not None:
            self._page.open_dialog(self._dialog, str(one.id))

    @Slot()
    def _switch_current(self) -> None:
        one = self.table.current()
        done: list[tuple[str, Callable[[], object]]] = []
        if one is not None and self.keep(lambda: done.append(self.switch(one))):
            self._page.offer_undo(*done[0])


def whose(*, eigen: bool, aan: bool) -> str:
    """Say of whom a row is, and whether it is in use."""
    if eigen:
        return "eigen"
    return "vtdesk" if aan else "vtdesk, uit"
