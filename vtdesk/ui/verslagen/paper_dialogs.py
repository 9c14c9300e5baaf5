"""The reason of a correction."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named


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
