"""A request about the file, what is decided on it, and the besluit to destroy."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.errors import UserError
from vtdesk.services.rechten import Toegang, VerzoekGegevens, VerzoekRow
from vtdesk.services.vernietiging import Vernietigingsgrond
from vtdesk.ui.casus_labels import VERZOEK_SOORT, VERZOEK_STAND
from vtdesk.ui.day_field import DayField, needed_day
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.bewaren.recht import Grond
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand

FOREVER = "Alles van deze casus gaat weg en komt niet terug. Het bewijs van vernietiging blijft."
_OTHER = "anders"

People = list[tuple[str, UUID]]


class VerzoekDialog(FormDialog):
    """Who asks what about whom; it says at once what the law answers."""

    def __init__(
        self,
        today: date,
        people: People,
        toegang: Callable[[VerzoekGegevens], Toegang],
        parent: QWidget,
    ) -> None:
        super().__init__("Verzoek over het dossier", "Verzoek bewaren", parent)
        self._ask, self._today = toegang, today
        kinds = ((VERZOEK_SOORT[one].word.capitalize(), one) for one in VerzoekSoort)
        self._kind = named(Choices(kinds), "soort")
        self._who = named(Choices(people), "wie")
        self._about = named(Choices([("zichzelf", None), *people]), "over")
        self._day = named(DayField(today), "ontvangen-op")
        self._day.set_day(today)
        self._written = named(QCheckBox("Het verzoek is schriftelijk"), "schriftelijk")
        self._able = named(
            QCheckBox("Over wie het gaat, kan het eigen belang beoordelen"), "bekwaam"
        )
        for box in (self._written, self._able):
            box.setChecked(True)
        self._says = named(text(tone="stil"), "toegang")
        self.form.add("Wat wordt gevraagd?", self._kind)
        self.form.add("Wie vraagt het?", self._who)
        self.form.add("Over wie?", self._about)
        self._day_field = self.form.add("Ontvangen op", self._day)
        self.form.addWidget(self._written)
        self.form.addWidget(self._able)
        self.form.addWidget(self._says)
        for choices in (self._kind, self._who, self._about):
            choices.currentIndexChanged.connect(self._explain)
        for box in (self._written, self._able):
            box.toggled.connect(self._explain)
        self._explain()

    def gegevens(self) -> VerzoekGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        day = needed_day(self._day, self._day_field)
        return self._with(day) if day else None

    def _with(self, day: date) -> VerzoekGegevens:
        return VerzoekGegevens(
            self._who.value(),
            self._kind.value(),
            day,
            self._about.value(),
            self._written.isChecked(),
            self._able.isChecked(),
        )

    @Slot()
    def _explain(self) -> None:
        """Say who may ask this, on the day of today."""
        try:
            answer = self._ask(self._with(self._today))
        except UserError as error:
            self._says.setText(str(error))
            return
        self._says.setText("\n".join(answer.waarom))


class BesluitDialog(FormDialog):
    """Granted, partly or refused, with the ground."""

    def __init__(self, shown: VerzoekRow, gronden: tuple[Grond, ...], parent: QWidget) -> None:
        super().__init__("Besluit op het verzoek", "Besluit bewaren", parent)
        kinds = [
            (VERZOEK_STAND[one].word.capitalize(), one)
            for one in VerzoekStand
            if one is not VerzoekStand.OPEN
        ]
        self._stand = named(Choices(kinds), "stand")
        options = [(f"{one.zin} ({one.artikel})", one.zin) for one in gronden]
        self._ground = named(Choices([*options, ("Anders, schrijf het op", _OTHER)]), "grond")
        self._ground.setMinimumContentsLength(20)
        self._ground.setSizeAdjustPolicy(
            Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._words = named(TextArea(height=64), "grond-tekst")
        self._own = named(TextArea(height=64), "eigen-verklaring")
        for sentence in shown.toegang.waarom:
            self.form.addWidget(text(sentence, tone="stil"))
        self.form.add("Besluit", self._stand)
        self._ground_field = self.form.add("Grond", self._ground)
        self._words_field = self.form.add("Toelichting", self._words)
        if shown.gegevens.soort is VerzoekSoort.CORRECTIE:
            self.form.add("Eigen verklaring van de betrokkene", self._own)
        self._stand.currentIndexChanged.connect(self._show)
        self._show()

    def besluit(self) -> tuple[VerzoekStand, str]:
        """Give what was decided, and the ground in words."""
        chosen: VerzoekStand = self._stand.value()
        words, ground = self._words.toPlainText().strip(), self._ground.value()
        if chosen is VerzoekStand.TOEGEWEZEN or ground == _OTHER:
            return chosen, words
        return chosen, " ".join(filter(None, (ground, words)))

    def verklaring(self) -> str:
        """Give the statement that the person wants added."""
        return self._own.toPlainText().strip()

    @Slot()
    def _show(self) -> None:
        self._ground_field.setVisible(self._stand.value() is not VerzoekStand.TOEGEWEZEN)


class VernietigBesluitDialog(FormDialog):
    """Who decided to destroy this casus, and on which ground."""

    def __init__(self, gronden: list[Vernietigingsgrond], by: str, parent: QWidget) -> None:
        super().__init__("Besluiten tot vernietiging", "Besluit bewaren", parent)
        self._ground = named(Choices((one.zin, one) for one in gronden), "grond")
        self._ground.setMinimumContentsLength(20)
        self._ground.setSizeAdjustPolicy(
            Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._by = named(QLineEdit(by), "door")
        self.form.addWidget(text("Het besluit komt in het logboek. Er gaat nu nog niets weg."))
        self.form.add("Grond", self._ground)
        self._by_field = self.form.add("Wie besluit dit?", self._by, hint="Naam en functie.")

    def besluit(self) -> tuple[Vernietigingsgrond, str] | None:
        """Give ground and decider; None when a field says what is wrong."""
        by = self._by.text().strip()
        if not by:
            self._by_field.set_error("Schrijf op wie dit besloot.")
            return None
        return self._ground.value(), by


class VernietigDialog(FormDialog):
    """The last step: typing the number of the casus says that one means it."""

    def __init__(self, nummer: str, rows: int, parent: QWidget) -> None:
        super().__init__("Casus vernietigen", "Casus vernietigen", parent)
        self._wanted = nummer
        self._typed = named(QLineEdit(), "nummer")
        self.form.addWidget(text(FOREVER))
        self.form.addWidget(text(f"Er gaan {rows} gegevens weg, met de bestanden.", tone="stil"))
        self._field = self.form.add(f"Typ het nummer van de casus: {nummer}", self._typed)

    def is_meant(self) -> bool:
        """Tell whether the number is the right one; the field says when it is not."""
        same = self._typed.text().strip() == self._wanted
        if not same:
            self._field.set_error("Dit is niet het nummer van deze casus.")
        return same
