"""Change what is known of a bijlage, and the warning before it leaves the kluis."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.bijlagen.rows import BijlageGegevens, BijlageRow
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

WARNING = (
    "Een ander programma krijgt een leesbare kopie van deze bijlage. Dat programma kan onthouden "
    "wat je opende, en zelf een kopie bewaren. vtdesk haalt zijn kopie weg zodra je de kluis sluit "
    "of vergrendelt, en anders bij de volgende start.",
    "Wat je in het andere programma verandert, komt niet terug in de kluis.",
)


class BijlageDialog(FormDialog):
    """Name, date and description; the file itself never changes."""

    def __init__(self, today: date, row: BijlageRow, parent: QWidget) -> None:
        super().__init__("Bijlage wijzigen", "Bewaren", parent)
        about = row.gegevens
        self._name = named(QLineEdit(about.naam), "naam")
        self._day = named(DayField(today), "datum")
        self._day.set_day(about.datum)
        self._words = named(TextArea(about.omschrijving, height=72), "omschrijving")
        self._name_field = self.form.add("Naam", self._name)
        self._day_field = self.form.add(
            "Datum", self._day, hint="De dag die op het stuk staat. Mag leeg zijn."
        )
        self.form.add("Omschrijving", self._words, hint="Bijvoorbeeld van wie het komt.")

    def gegevens(self) -> BijlageGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        day, name = day_of(self._day, self._day_field), self._name.text().strip()
        if not name:
            self._name_field.set_error("Vul een naam in.")
        if self.form.first_wrong():
            return None
        return BijlageGegevens(name, day, self._words.toPlainText().strip())


class BuitenDialog(FormDialog):
    """Says what it means to let another program have a bijlage."""

    def __init__(self, row: BijlageRow, agreed: Callable[[], None], parent: QWidget) -> None:
        super().__init__("Buiten vtdesk openen?", "Buiten vtdesk openen", parent)
        self.form.addWidget(text(row.gegevens.naam, "vet"))
        for words in WARNING:
            self.form.addWidget(text(words))
        self.stored.connect(agreed)
