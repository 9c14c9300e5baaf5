"""An AOL or AOP: for whom or which place, from when, and when it is looked at again."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.services.veiligheid import PolitieGegevens, PolitieRow
from vtdesk.ui.day_field import DayField, day_of, needed_day
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.values.casuskinds import PolitieSoort


class PolitieDialog(FormDialog):
    """What stands in the system of the police, so that a call to 112 needs no explaining."""

    def __init__(self, today: date, shown: PolitieRow | None, parent: QWidget) -> None:
        super().__init__(
            "AOL of AOP wijzigen" if shown else "AOL of AOP vastleggen", "Bewaren", parent
        )
        start = shown.gegevens if shown else PolitieGegevens(PolitieSoort.LOCATIE, "", today)
        self._sort = named(Choices((label(s).word, s) for s in PolitieSoort), "soort")
        self._sort.choose(start.soort)
        self._for = named(QLineEdit(start.voor), "voor")
        self._since = named(DayField(today), "vanaf")
        self._since.set_day(start.vanaf)
        self._review = named(DayField(today), "herzien-op")
        self._review.set_day(start.herzien_op)
        self._at_once = named(QCheckBox("De politie komt bij een melding direct"), "direct-komen")
        self._at_once.setChecked(start.direct_komen)
        self._about = named(TextArea(start.toelichting, height=60), "toelichting")
        self.form.add("Soort", self._sort)
        self._for_field = self.form.add(
            "Voor wie of welke plek?", self._for, hint="Schrijf geen adres op dat geheim is."
        )
        self._since_field = self.form.add("Vanaf", self._since)
        self._review_field = self.form.add("Opnieuw bekijken op", self._review)
        self.form.addWidget(self._at_once)
        self.form.add("Toelichting", self._about)

    def gegevens(self) -> PolitieGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        since = needed_day(self._since, self._since_field)
        review, wanted = day_of(self._review, self._review_field), self._for.text().strip()
        if not wanted:
            self._for_field.set_error("Vul in voor wie of voor welke plek.")
        if since is None or self.form.first_wrong():
            return None
        return PolitieGegevens(
            self._sort.value(),
            wanted,
            since,
            review,
            self._at_once.isChecked(),
            self._about.toPlainText().strip(),
        )
