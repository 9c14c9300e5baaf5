"""Herstelblad nakijken: two groups of it, or the whole code when the kluis knows none."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.herstelblad import Herstelbladen
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.door import Door
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

WRONG = "Klopt niet met het blad."
LOST = "Kun je het blad niet vinden? Maak dan een nieuw herstelblad."


class NakijkDialog(FormDialog):
    """Asks what stands on the sheet, so that it is surely still there."""

    def __init__(
        self, herstelblad: Herstelbladen, door: Door, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__("Klopt je herstelblad nog?", "Nakijken", parent)
        self._herstelblad, self._door, self._jobs = herstelblad, door, jobs
        self.refuse.setText("Over een week")
        self.refuse.setAccessibleName("Over een week")
        asked = herstelblad.stand().gevraagd
        self._groups: dict[int, Field] = {}
        if asked:
            names = " en ".join(map(str, asked))
            self.form.addWidget(text(f"Pak je herstelblad en vul groep {names} in."))
            for number in asked:
                edit = named(QLineEdit(), f"vul-groep-{number}")
                self._groups[number] = self.form.add(f"Groep {number}", edit)
        else:
            self.form.addWidget(text("Pak je herstelblad en typ de hele code over."))
            self._code = named(QLineEdit(), "herstelcode")
            self._field = self.form.add("Code op het herstelblad", self._code)
        self.form.addWidget(text(LOST, "klein", tone="stil"))
        self.refuse.clicked.connect(herstelblad.later)
        self.store = self._look

    @override
    def try_to_store(self) -> None:
        if self._groups:
            super().try_to_store()
            return
        try:
            sheet = self._door.read_sheet(self._code.text())
        except UserError as error:
            self._field.set_error(str(error))
            return
        self.agree.setEnabled(False)
        self._jobs.run(
            lambda: self._door.prove_sheet(sheet),
            then=lambda _: self._keep(sheet.groups),
            owner=self,
            failed=self._refused,
        )

    @Slot()
    def _look(self) -> None:
        typed = {number: _typed(field) for number, field in self._groups.items()}
        for number in self._herstelblad.klopt(typed):
            self._groups[number].set_error(WRONG)

    def _keep(self, groups: tuple[str, ...]) -> None:
        self._herstelblad.bewaar(groups)
        self.accept()
        self.stored.emit()

    def _refused(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._field.set_error(str(error))


def _typed(field: Field) -> str:
    edit = field.editor
    return edit.text() if isinstance(edit, QLineEdit) else ""
