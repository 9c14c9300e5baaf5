"""The reason of a correction, and who holds the version before."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from vtdesk.services.versie_ontvangers import Houder
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import korte_dag


class CorrectionDialog(FormDialog):
    """Asks why; the reason stands on the paper of the next version."""

    def __init__(
        self, correct: Callable[[str], object], held: Sequence[Houder], parent: QWidget
    ) -> None:
        super().__init__("Correctie maken", "Correctie beginnen", parent)
        self._reason = named(TextArea(height=72), "reden")
        self.form.add(
            "Waarom maak je een correctie?",
            self._reason,
            hint="De reden komt op papier. De oude versie blijft bewaard.",
        )
        if held:
            self.form.addWidget(text("Wie het al kreeg", "kop"))
        for one in held:
            self.form.addWidget(named(text(_says(one)), "houder"))
        self._correct = correct
        self.store = self._try

    def _try(self) -> None:
        self._correct(self._reason.toPlainText())


def _says(one: Houder) -> str:
    copy = f"exemplaar {one.exemplaar}" if one.exemplaar else ""
    held = ", ".join(filter(None, (one.naam, one.versie, copy, korte_dag(one.op))))
    return f"{held}. {one.doen}"
