"""Rate the danger for an organisation, and record what an instrument of others came to."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vtdesk.services.crisis import BeoordelingGegevens, InstrumentGegevens
from vtdesk.ui.casussen.meldingen.feiten import NEVER
from vtdesk.ui.casussen.meldingen.momenten import moment_field, moment_of
from vtdesk.ui.day_field import DayField, needed_day
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.casuskinds import Kleur

_COLOURS = (
    ("Rood: acuut gevaar", Kleur.ROOD),
    ("Oranje: ernstig, het gevaar kan binnen dagen terugkomen", Kleur.ORANJE),
    ("Groen: zorgen, geen acuut gevaar", Kleur.GROEN),
)
INSTRUMENTEN = (
    "ARIJ-veiligheidstaxatie",
    "ARIJ-risicotaxatie",
    "LIRIK",
    "Triage-instrument Veilig Thuis",
    "RiHG",
)


class BeoordelingDialog(FormDialog):
    """Which colour, by whom, on what it rests, and when one looks again."""

    def __init__(
        self, now: datetime, parties: Sequence[str], chosen: str, by: str, parent: QWidget
    ) -> None:
        super().__init__("Gevaar beoordelen", "Beoordeling vastleggen", parent)
        self._who = named(QComboBox(), "organisatie")
        self._who.setEditable(True)
        self._who.addItems(list(parties))
        self._who.setEditText(chosen)
        self._at = moment_field(now, now, "moment")
        self._colour = named(Choices(_COLOURS), "kleur")
        self._grounds = named(TextArea(height=84), "gronden")
        self._by = named(QLineEdit(by), "door")
        self._next = moment_field(now, None, "volgende-op")
        self.form.addWidget(text(NEVER, "klein", tone="stil"))
        self._who_field = self.form.add("Welke organisatie vindt dit?", self._who)
        self._at_field = self.form.add("Beoordeeld op", self._at)
        self.form.add("Kleur", self._colour)
        self._grounds_field = self.form.add("Waar steunt dit op?", self._grounds)
        self.form.add("Door wie", self._by)
        self._next_field = self.form.add("Opnieuw op", self._next, hint="Mag leeg zijn.")

    def gegevens(self) -> BeoordelingGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        when = moment_of(self._at, self._at_field)
        again = moment_of(self._next, self._next_field, needed=False)
        who, grounds = self._who.currentText().strip(), self._grounds.toPlainText().strip()
        if not who:
            self._who_field.set_error("Vul in welke organisatie dit vindt.")
        if not grounds:
            self._grounds_field.set_error("Schrijf op waar deze kleur op steunt.")
        if when is None or self.form.first_wrong():
            return None
        return BeoordelingGegevens(
            who, when, self._colour.value(), grounds, self._by.text().strip(), again
        )


class InstrumentDialog(FormDialog):
    """The outcome, the day, who filled it in, and where the paper lies."""

    def __init__(self, today: date, shown: InstrumentGegevens | None, parent: QWidget) -> None:
        super().__init__(
            "Instrument wijzigen" if shown else "Instrument vastleggen",
            "Uitkomst bewaren",
            parent,
        )
        start = shown or InstrumentGegevens("", "", today, "")
        self._name = named(QComboBox(), "naam")
        self._name.setEditable(True)
        self._name.addItems(list(INSTRUMENTEN))
        self._name.setEditText(start.naam)
        self._outcome = named(TextArea(start.uitkomst, height=60), "uitkomst")
        self._day = named(DayField(today), "datum")
        self._day.set_day(start.datum)
        self._by = named(QLineEdit(start.door), "door")
        self._edition = named(QLineEdit(start.uitgave), "uitgave")
        self._where = named(QLineEdit(start.vindplaats), "vindplaats")
        self.form.addWidget(
            text("vtdesk rekent niets uit. Neem over wat op het papier staat.", tone="stil")
        )
        self._name_field = self.form.add("Instrument", self._name)
        self._outcome_field = self.form.add("Uitkomst", self._outcome)
        self._day_field = self.form.add("Ingevuld op", self._day)
        self._by_field = self.form.add("Door wie", self._by)
        self.form.add("Uitgave", self._edition, hint="Mag leeg zijn.")
        self.form.add("Waar ligt het papier?", self._where)

    def gegevens(self) -> InstrumentGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        day = needed_day(self._day, self._day_field)
        name, outcome = self._name.currentText().strip(), self._outcome.toPlainText().strip()
        by = self._by.text().strip()
        for filled, field, sentence in (
            (name, self._name_field, "Vul in welk instrument dit is."),
            (outcome, self._outcome_field, "Neem over wat de uitkomst is."),
            (by, self._by_field, "Vul in wie het invulde."),
        ):
            if not filled:
                field.set_error(sentence)
        if day is None or self.form.first_wrong():
            return None
        return InstrumentGegevens(
            name, outcome, day, by, self._edition.text().strip(), self._where.text().strip()
        )
