"""Which printer something goes to."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named


class PrintDialog(FormDialog):
    """Asks which printer; the job gets a neutral name."""

    def __init__(
        self, agree: str, printers: Sequence[str], send: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__("Afdrukken", agree, parent)
        self._printer = named(Choices((name, name) for name in printers), "printer")
        self.form.add("Printer", self._printer, hint="Druk alleen af waar je zelf bij staat.")
        self._send = send
        self.store = self._try

    def _try(self) -> None:
        self._send(self._printer.value())
