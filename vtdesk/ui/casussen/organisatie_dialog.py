"""Let an organisation take part in a casus: what it may do, and when it may step out."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vtdesk.services.organisaties import InzetGegevens, InzetRow
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named


class OrganisatieDialog(FormDialog):
    """Name (known ones are offered), contact, mandate and the condition for leaving."""

    def __init__(
        self, known: list[str], parent: QWidget | None = None, shown: InzetRow | None = None
    ) -> None:
        super().__init__(
            "Organisatie wijzigen" if shown else "Organisatie toevoegen",
            "Organisatie bewaren" if shown else "Organisatie toevoegen",
            parent,
        )
        self._name = named(QComboBox(), "naam")
        self._name.setEditable(True)
        self._name.addItems(known)
        self._name.setEditText("")
        self.contact = named(QLineEdit(), "contactpersoon")
        self.mandate = named(QLineEdit(), "mandaat")
        self.way_out = named(QLineEdit(), "uitstapvoorwaarde")
        if shown:
            self._name.setEditText(shown.naam)
            self._name.setEnabled(False)
            self.contact.setText(shown.contactpersoon)
            self.mandate.setText(shown.mandaat)
            self.way_out.setText(shown.uitstapvoorwaarde)
        self._name_field = self.form.add("Naam", self._name)
        self.form.add("Contactpersoon", self.contact)
        self.form.add("Mandaat", self.mandate, hint="Wat mag deze organisatie beslissen of doen?")
        self.form.add("Stapt uit als", self.way_out)

    def naam(self) -> str:
        """Give the name that was typed or chosen."""
        return self._name.currentText().strip()

    def gegevens(self, before: InzetGegevens) -> InzetGegevens:
        """Give what was typed, with the period of before."""
        return replace(
            before,
            contactpersoon=self.contact.text().strip(),
            mandaat=self.mandate.text().strip(),
            uitstapvoorwaarde=self.way_out.text().strip(),
        )

    def is_complete(self) -> bool:
        """Tell whether there is a name; the field says so when there is not."""
        if not self.naam():
            self._name_field.set_error("Vul de naam van de organisatie in.")
        return bool(self.naam())
