"""Add or change a bespreking: of a casus, or a tafelkaart that disappears."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.casussen import CasusRow
from vtdesk.services.plein.rows import BesprekingGegevens, BesprekingRow
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.pleinregels import Pleinregels, Regio

LONGEST = 600  # minutes
NO_CASUS = "Geen casus: tafelkaart"
WARNING = (
    "Een tafelkaart is geen dossier. Zij verdwijnt {} dagen na het plein, met een regel in het "
    "logboek, en is daarna niet terug te halen. Van jouw taken blijft dan alleen dat je iets "
    "beloofde, zonder de woorden. Komt er een melding, kies dan hier de casus: dan blijft alles."
)
INITIALS, FROM_CASUS = "Geen naam: alleen initialen, of 'tweeling'.", "Leeg: uit de casus."


class BesprekingDialog(FormDialog):
    """Casus or initials, age, who asked for it, and how long it takes."""

    def __init__(
        self,
        casussen: Sequence[CasusRow],
        regio: Regio,
        regels: Pleinregels,
        shown: BesprekingRow | None,
        parent: QWidget,
    ) -> None:
        title = "Bespreking wijzigen" if shown else "Bespreking toevoegen"
        agree = "Bespreking bewaren" if shown else "Bespreking toevoegen"
        super().__init__(title, agree, parent)
        held = shown.gegevens if shown else BesprekingGegevens(regio.minuten)
        self._casus = named(Choices([(NO_CASUS, None)]), "casus")
        for casus in casussen:
            self._casus.add(f"{casus.naam} · {casus.nummer}", casus.id)
        self._casus.choose(held.casus_id)
        self._initials = named(QLineEdit(held.initialen), "initialen")
        self._age = named(QLineEdit(held.leeftijd), "leeftijd")
        self._age.setPlaceholderText("15, of: ongeboren")
        self._asked_by = named(QLineEdit(held.aanvrager), "aanvrager")
        self._minutes = named(QLineEdit(str(held.minuten)), "minuten")
        self._initials_field = self.form.add("Initialen", self._initials, hint=INITIALS)
        self.form.add("Leeftijd", self._age)
        self.form.add("Aanvrager", self._asked_by)
        self._minutes_field = self.form.add("Minuten", self._minutes)
        self._casus_field = self.form.add(
            "Casus", self._casus, hint=WARNING.format(regels.verdwijnt_na_dagen)
        )

    def gegevens(self) -> BesprekingGegevens | None:
        """Give what was typed; the field says so when it cannot be."""
        casus_id: UUID | None = self._casus.value()
        if casus_id is None and not self._initials.text().strip():
            self._initials_field.set_error("Vul initialen in, of kies een casus.")
        minutes = self._minutes.text().strip()
        if not (minutes.isdecimal() and 0 < int(minutes) <= LONGEST):
            self._minutes_field.set_error("Vul een aantal minuten in, zoals 50.")
        if self.form.first_wrong() is not None:
            return None
        return BesprekingGegevens(
            int(minutes),
            casus_id,
            self._initials.text().strip(),
            self._age.text().strip(),
            self._asked_by.text().strip(),
        )
