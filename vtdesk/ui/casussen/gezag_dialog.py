"""Who has gezag over a child, and which paper shows it."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.labels import GEZAG_SOORT
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import GezagSoort

People = list[tuple[str, UUID]]


class GezagDialog(FormDialog):
    """Child, holder, kind of gezag, source and date."""

    def __init__(
        self, today: date, children: People, holders: People, parent: QWidget | None = None
    ) -> None:
        super().__init__("Gezag vastleggen", "Gezag bewaren", parent)
        self.child = named(Choices(children), "kind")
        self.holder = named(Choices(holders), "houder")
        self.sort = named(Choices([(GEZAG_SOORT[g].word, g) for g in GezagSoort]), "gezag")
        self.source = named(QLineEdit(), "bron")
        self._date = named(DayField(today), "datum")
        self.form.add("Over welk kind", self.child)
        self.form.add("Wie heeft het gezag", self.holder)
        self.form.add("Gezag", self.sort)
        self.form.add("Bron", self.source, hint="Bijvoorbeeld: uittreksel gezagsregister.")
        self._date_field = self.form.add("Datum van de bron", self._date)

    def date(self) -> date | None:
        """Give the date of the source; the field says when it is not a date."""
        return day_of(self._date, self._date_field)
