"""A promise is kept, or it is not: with a line that says how."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from vtdesk.services.beloften import Beloften, BelofteRow
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import dichtbij


class BelofteDialog(FormDialog):
    """Asks what became of one promise; `undo` takes the answer back."""

    def __init__(self, beloften: Beloften, row: BelofteRow, today: date, parent: QWidget) -> None:
        super().__init__("Belofte", "Belofte afronden", parent)
        self._beloften, self._row = beloften, row
        self._kept = named(QRadioButton("Nagekomen"), "nagekomen", "Nagekomen")
        self._broken = named(QRadioButton("Dit lukt niet"), "gebroken", "Dit lukt niet")
        self._line = named(QLineEdit(), "regel")
        self.form.addWidget(text(f"{row.wat}, {row.aan}", "vet"))
        self.form.addWidget(text(_about(row, today), tone="stil"))
        self.form.addWidget(self._kept)
        self.form.addWidget(self._broken)
        self._field = self.form.add("Hoe ging het, in één regel?", self._line)
        self._kept.setChecked(True)
        self.store = self._store

    @property
    def undo(self) -> Callable[[], object]:
        """Give the way back."""
        return lambda: self._beloften.reopen(self._row.id)

    @property
    def said(self) -> str:
        """Say what was done."""
        became = "nagekomen" if self._kept.isChecked() else "niet gelukt"
        return f"De belofte aan {self._row.aan} is {became}."

    @Slot()
    def _store(self) -> None:
        words = self._line.text().strip()
        if self._kept.isChecked():
            self._beloften.keep(self._row.id, words)
        elif words:
            self._beloften.break_promise(self._row.id, words)
        else:
            self._field.set_error("Schrijf in één regel waarom het niet lukt.")


def _about(row: BelofteRow, today: date) -> str:
    made = f"Beloofd {dichtbij(row.gemaakt_op.date(), today)}"
    until = f", uiterlijk {dichtbij(row.uiterlijk, today)}" if row.uiterlijk else ""
    return ". ".join(filter(None, (f"{made}{until}", row.casus))) + "."
