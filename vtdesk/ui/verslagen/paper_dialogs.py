"""Which printer a verslag goes to, and the reason of a correction."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named


class PrintDialog(FormDialog):
    """Asks which printer; the job gets a neutral name."""

    def __init__(
        self, printers: Sequence[str], send: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__("Afdrukken", "Verslag afdrukken", parent)
        self._printer = named(Choices((name, name) for name in printers), "printer")
        self.form.add("Printer", self._printer, hint="Druk alleen af waar je zelf bij staat.")
        self._send = send
        self.store = self._try

    def _try(self) -> None:
        self._send(self._printer.value())


class CorrectionDialog(FormDialog):
    """Asks why; the reason stands on the paper of the next version."""

    def __init__(self, correct: Callable[[str], object], parent: QWidget) -> None:
        super().__init__("Correctie maken", "Correctie beginnen", parent)
        self._reason = named(TextArea(height=72), "reden")
        self.form.add(
            "Waarom maak je een correctie?",
            self._reason,
            hint="De reden komt op papier. De oude versie blijft bewaard.",
        )
        self._correct = correct
        self.store = self._try

    def _try(self) -> None:
        self._correct(self._reason.toPlainText())
