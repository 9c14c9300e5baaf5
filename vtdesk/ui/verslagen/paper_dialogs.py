"""Where a PDF goes: a file of her choice, or a printer; and the reason of a correction."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named

OPEN_FILE = "Een PDF is niet versleuteld. Bewaar hem alleen waar hij mag staan."


class SavePdfDialog(FormDialog):
    """Asks folder and name by typing: Qt's own file dialog writes down where she has been."""

    def __init__(self, name: str, save: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__("Opslaan als PDF", "PDF opslaan", parent)
        documents = Path.home() / "Documenten"
        folder = documents if documents.is_dir() else Path.home()
        self._folder = named(QLineEdit(str(folder)), "map")
        self._name = named(QLineEdit(name), "bestandsnaam")
        self._folder_field = self.form.add("Map", self._folder)
        self._name_field = self.form.add("Bestandsnaam", self._name, hint=OPEN_FILE)
        self._save = save
        self.store = self._try

    def _try(self) -> None:
        folder = Path(self._folder.text().strip()).expanduser()
        name = self._name.text().strip()
        target = folder / (name if name.lower().endswith(".pdf") else f"{name}.pdf")
        if not folder.is_dir():
            self._folder_field.set_error("Deze map is er niet. Kies een map die er is.")
        elif not name or Path(name).name != name:
            self._name_field.set_error("Schrijf een naam zonder schuine streep.")
        elif target.exists():
            self._name_field.set_error("Dit bestand is er al. Kies een andere naam.")
        else:
            self._save(target)


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
        self._reason = named(QPlainTextEdit(), "reden")
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(72)
        self.form.add(
            "Waarom maak je een correctie?",
            self._reason,
            hint="De reden komt op papier. De oude versie blijft bewaard.",
        )
        self._correct = correct
        self.store = self._try

    def _try(self) -> None:
        self._correct(self._reason.toPlainText())
