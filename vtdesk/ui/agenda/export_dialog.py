"""Choose what another agenda learns before her own is written to a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QRadioButton, QWidget

from vtdesk.errors import UserError
from vtdesk.services.agenda_export import NAAM, AgendaExport, Bewaard, Titels
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.messages import ask
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

ChoosePlace = Callable[[QWidget], Path | None]

_WORDS = {
    Titels.NEUTRAAL: "Alleen 'Bezet': geen titel, plaats, mens of casus",
    Titels.VOLUIT: "Met titels en plaatsen",
}
SURE = (
    "Dan staan er namen van gezinnen in een bestand dat niet is versleuteld. Wie het bestand "
    "heeft, kan ze lezen. Wat is afgeschermd, blijft weg."
)


def ask_for_place(parent: QWidget) -> Path | None:
    """Ask where the file goes."""
    return choose_place(parent, "Agenda bewaren", NAAM, "Agenda (*.ics)")


class ExportDialog(FormDialog):
    """Neutral unless she chooses otherwise; names leave only after a second yes."""

    def __init__(
        self,
        exports: AgendaExport,
        said: Callable[[Bewaard], object],
        parent: QWidget,
        *,
        choose: ChoosePlace = ask_for_place,
    ) -> None:
        super().__init__("Agenda bewaren als .ics", "Plaats kiezen", parent)
        self._exports, self._said, self._choose = exports, said, choose
        self.form.addWidget(
            text("Van een maand terug tot een jaar vooruit, om in een andere agenda in te lezen.")
        )
        self._choices = {
            titels: named(QRadioButton(words), f"titels-{titels.value}", words)
            for titels, words in _WORDS.items()
        }
        for button in self._choices.values():
            self.form.addWidget(button)
        self._choices[Titels.NEUTRAAL].setChecked(True)
        self.store = self._try

    def _try(self) -> None:
        full = self._choices[Titels.VOLUIT].isChecked()
        titels = Titels.VOLUIT if full else Titels.NEUTRAAL
        if full and not ask(self, "Met namen?", SURE, yes="Met titels bewaren", no="Terug"):
            self._choices[Titels.VOLUIT].setFocus()
            raise UserError("Er is niets bewaard. Kies 'Bezet' of kies opnieuw.")
        target = self._choose(self)
        if target is None:
            raise UserError("Er is niets bewaard. Je hebt nog geen plaats gekozen.")
        self._said(self._exports.schrijf(target, titels))
