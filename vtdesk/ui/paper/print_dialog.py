"""Which printer something goes to, and how."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.errors import UserError
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.afdruk import Afdruk, lees_bladzijden, lees_exemplaren

T = TypeVar("T")


class PrintDialog(FormDialog):
    """Asks which printer, how often and which pages; the job gets a neutral name."""

    def __init__(
        self, agree: str, printers: Sequence[str], send: Callable[[Afdruk], object], parent: QWidget
    ) -> None:
        super().__init__("Afdrukken", agree, parent)
        self._printer = named(Choices((name, name) for name in printers), "printer")
        self._copies = named(QLineEdit("1"), "exemplaren")
        self._sides = named(Choices([("Beide kanten", True), ("Eén kant", False)]), "kanten")
        self._pages = named(QLineEdit(), "bladzijden-keuze")
        self.form.add("Printer", self._printer, hint="Druk alleen af waar je zelf bij staat.")
        self._of_copies = self.form.add("Aantal", self._copies)
        self.form.add("Kanten van het papier", self._sides)
        hint = "Leeg is alles. Bijvoorbeeld: 2-4, 7."
        self._of_pages = self.form.add("Bladzijden", self._pages, hint=hint)
        self._send = send
        self.store = self._try

    def _try(self) -> None:
        copies = _read(self._of_copies, self._copies, lees_exemplaren)
        pages = _read(self._of_pages, self._pages, lees_bladzijden)
        if copies is not None and pages is not None:
            self._send(
                Afdruk(
                    self._printer.value(),
                    exemplaren=copies,
                    dubbelzijdig=self._sides.value(),
                    bladzijden=pages,
                )
            )


def _read(field: Field, line: QLineEdit, read: Callable[[str], T]) -> T | None:
    """Read what was typed; what is wrong stands beside it."""
    try:
        return read(line.text())
    except UserError as error:
        field.set_error(str(error))
        return None
