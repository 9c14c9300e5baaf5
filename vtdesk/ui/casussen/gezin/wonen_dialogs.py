"""A house with who lives in it, the stay of one person, and the birth of a child."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from vtdesk.services.huishoudens import BewoningRow, HuishoudenRow
from vtdesk.services.personen import Geboorte, PersoonGegevens
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.labels import GESLACHT
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Geslacht
from vtdesk.values.levensloop import Levensloop

People = list[tuple[str, UUID]]
NAME_HINT = "Zoals het gezin het noemt, bijvoorbeeld: bij moeder. Nooit een adres."


class HuishoudenDialog(FormDialog):
    """The name of a house; of a new one also who lives there."""

    removal_requested = Signal()

    def __init__(
        self, today: date, people: People, shown: HuishoudenRow | None, parent: QWidget | None
    ) -> None:
        super().__init__(
            "Huishouden wijzigen" if shown else "Huishouden toevoegen",
            "Huishouden bewaren" if shown else "Huishouden toevoegen",
            parent,
        )
        self._name = named(QLineEdit(shown.naam if shown else ""), "naam")
        self._since = named(DayField(today), "vanaf")
        self._about = named(QLineEdit(), "toelichting")
        self._name_field = self.form.add("Naam", self._name, hint=NAME_HINT)
        self._boxes: list[tuple[UUID, QCheckBox]] = []
        if shown:
            self._add_removal(shown)
        else:
            self._ask_who(people)

    def naam(self) -> str:
        """Give the name; the field says when there is none."""
        if not self._name.text().strip():
            self._name_field.set_error("Geef het huishouden een naam, bijvoorbeeld 'bij moeder'.")
        return self._name.text().strip()

    def bewoners(self) -> list[UUID]:
        """Give who was ticked."""
        return [persoon_id for persoon_id, box in self._boxes if box.isChecked()]

    def vanaf(self) -> date | None:
        """Give since when they live there."""
        return day_of(self._since, self._since_field)

    def toelichting(self) -> str:
        """Give what was explained, such as that somebody has two houses."""
        return self._about.text().strip()

    def _ask_who(self, people: People) -> None:
        self.form.addWidget(text("Wie wonen hier?", "vet"))
        for number, (naam, persoon_id) in enumerate(people):
            box = named(QCheckBox(naam.replace("&", "&&")), f"bewoner-{number}", naam)
            self._boxes.append((persoon_id, box))
            self.form.addWidget(box)
        self._since_field = self.form.add("Vanaf", self._since, hint="Leeg: niet bekend.")
        self.form.add(
            "Toelichting", self._about, hint="Nodig als iemand twee huizen heeft: in het weekend."
        )

    def _add_removal(self, shown: HuishoudenRow) -> None:
        if not shown.bewoners:
            away = named(link("Huishouden weghalen", icon="weg"), "huishouden-weghalen")
            away.clicked.connect(self.removal_requested)
            self.form.addLayout(row(away, None))


class BewoningDialog(FormDialog):
    """Where one person lives, from when until when; an unknown house is made."""

    removal_requested = Signal()

    def __init__(
        self,
        today: date,
        naam: str,
        houses: Sequence[HuishoudenRow],
        shown: BewoningRow | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(f"Waar woont {naam}?", "Bewaren", parent)
        self._house = named(QComboBox(), "huishouden")
        self._house.setEditable(True)
        self._house.addItems([house.naam for house in houses])
        self._since = named(DayField(today), "vanaf")
        self._until = named(DayField(today), "tot")
        self._about = named(QLineEdit(), "toelichting")
        self._house_field = self.form.add("In welk huishouden", self._house, hint=NAME_HINT)
        self._since_field = self.form.add("Vanaf", self._since, hint="Leeg: niet bekend.")
        self._until_field = self.form.add("Tot", self._until, hint="Leeg: woont hier nog.")
        self.form.add(
            "Toelichting", self._about, hint="Nodig als iemand twee huizen heeft: in het weekend."
        )
        if shown:
            names = {house.id: house.naam for house in houses}
            self._house.setEditText(names[shown.gegevens.huishouden_id])
            self._since.set_day(shown.gegevens.vanaf)
            self._until.set_day(shown.gegevens.tot)
            self._about.setText(shown.gegevens.toelichting)
            away = named(link("Woonde hier nooit. Weghalen", icon="weg"), "bewoning-weghalen")
            away.clicked.connect(self.removal_requested)
            self.form.addLayout(row(away, None))

    def huis(self) -> str:
        """Give the name of the house; the field says when there is none."""
        name = self._house.currentText().strip()
        if not name:
            self._house_field.set_error("Kies een huishouden, of typ een nieuwe naam.")
        return name

    def periode(self) -> tuple[date | None, date | None]:
        """Give from when until when; a field says what is no date."""
        since = day_of(self._since, self._since_field)
        return since, day_of(self._until, self._until_field)

    def toelichting(self) -> str:
        """Give what was explained."""
        return self._about.text().strip()


class GeborenDialog(FormDialog):
    """When the child was born, and what it is called now."""

    def __init__(self, today: date, shown: PersoonGegevens, parent: QWidget | None) -> None:
        super().__init__("Het kind is geboren", "Geboorte bewaren", parent)
        self._today = today
        self._born = named(DayField(today), "geboren-op")
        self._born_field = self.form.add("Geboren op", self._born)
        self._lines = {
            name: named(QLineEdit(getattr(shown, name)), name)
            for name in ("voornaam", "tussenvoegsel", "achternaam")
        }
        for name, line in self._lines.items():
            self.form.add(name.capitalize(), line)
        self._sex = named(Choices((GESLACHT[g].word, g) for g in Geslacht), "geslacht")
        self._sex.choose(shown.geslacht)
        self.form.add("Geslacht", self._sex)

    def geboorte(self) -> Geboorte | None:
        """Give what was typed; None when a field says what is wrong."""
        born = day_of(self._born, self._born_field)
        if born is None and not self._born_field.error():
            self._born_field.set_error("Vul in wanneer het kind is geboren.")
        for sentence in Levensloop(born, None, None).bezwaren(self._today).values():
            self._born_field.set_error(sentence)
        if self.form.first_wrong():
            return None
        values = {name: line.text().strip() for name, line in self._lines.items()}
        return Geboorte(geboren=born, geslacht=self._sex.value(), **values)
