"""Reactie toevoegen: who says what of a finalised version, on which day, in their own words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vtdesk.services.personen import PersoonRow
from vtdesk.services.reacties import ReactieGegevens
from vtdesk.ui.labels import REACTIE_SOORT, ROL
from vtdesk.ui.moment_field import read_day
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Rol

FOR_GOOD = (
    "De reactie krijgt een eigen zegel, verandert daarna niet meer, "
    "en gaat bij elke afdruk van deze versie mee."
)
SEEN = "Gezien is iets anders dan akkoord."


@dataclass(frozen=True, slots=True)
class Wie:
    """Somebody who may react, as the list offers them."""

    persoon_id: UUID
    hoedanigheid: str


Offered = Mapping[str, Wie]  # by name


def offered(people: Sequence[PersoonRow]) -> Offered:
    """List who of a casus may react; the melder is sealed, and stands in no list."""
    return {
        person.naam: Wie(person.id, ROL[person.rol].word)
        for person in people
        if person.rol is not Rol.MELDER
    }


class ReactionDialog(FormDialog):
    """Asks for the reaction; once it is written down it stays."""

    def __init__(
        self,
        nummer: int,
        today: date,
        people: Offered,
        keep: Callable[[ReactieGegevens], object],
        parent: QWidget,
    ) -> None:
        super().__init__(f"Reactie op versie {nummer}", "Reactie vastleggen", parent)
        self._today, self._people, self._keep = today, people, keep
        self._who = named(QComboBox(), "van-wie")
        line = QLineEdit()
        line.setAccessibleName("Van wie")
        self._who.setLineEdit(line)
        self._who.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._who.addItems(list(people))
        self._who.setCurrentIndex(-1)
        self._role = named(QLineEdit(), "hoedanigheid")
        self._what = named(
            Choices((label.word.capitalize(), soort) for soort, label in REACTIE_SOORT.items()),
            "soort",
        )
        self._what.choose_nothing("Kies wat deze persoon zei")
        self._day = named(QLineEdit(f"{today.day}-{today.month}-{today.year}"), "gegeven-op")
        self._words = named(TextArea(height=96), "woorden")
        self._who_field = self.form.add("Van wie", self._who)
        self.form.add("Hoedanigheid", self._role, hint="Bijvoorbeeld: moeder, school.")
        self._what_field = self.form.add("Reactie", self._what, hint=SEEN)
        self._day_field = self.form.add("Wanneer gegeven", self._day)
        self.form.add(
            "In eigen woorden", self._words, hint="Letterlijk, zoals gezegd of geschreven."
        )
        self.form.addWidget(text(FOR_GOOD, tone="stil"))
        self._who.currentTextChanged.connect(self._follow_name)
        self.store = self._try

    def choose_who(self, name: str) -> None:
        """Fill in who reacts, when there is little doubt about it."""
        self._who.setEditText(name)

    def _follow_name(self, name: str) -> None:
        """Fill in what a known person is; what she typed herself stays."""
        known = {wie.hoedanigheid for wie in self._people.values()}
        if self._role.text().strip() in {"", *known}:
            wie = self._people.get(name.strip())
            self._role.setText(wie.hoedanigheid if wie else "")

    def _try(self) -> None:
        name = self._who.currentText().strip()
        soort = self._what.value()
        day = read_day(self._day.text(), self._today)
        if not name:
            self._who_field.set_error("Vul in van wie deze reactie is.")
        if soort is None:
            self._what_field.set_error("Kies gezien, akkoord of niet akkoord.")
        if day is None:
            self._day_field.set_error("Dit is geen datum. Schrijf bijvoorbeeld 12-5-2026.")
        if not name or soort is None or day is None:
            return
        wie = self._people.get(name)
        self._keep(
            ReactieGegevens(
                name,
                soort,
                day,
                self._words.toPlainText(),
                self._role.text(),
                wie.persoon_id if wie else None,
            )
        )
