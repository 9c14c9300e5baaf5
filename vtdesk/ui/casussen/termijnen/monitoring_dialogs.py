"""Plan a moment, note what it gave, and say what follows."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.monitoringen import MonitoringGegevens, MonitoringRow, ToetsBij
from vtdesk.services.veiligheid import WaarborgRow
from vtdesk.ui.casus_labels import MONITORING_BESLUIT, OORDEEL, TOETSUITKOMST
from vtdesk.ui.casussen.termijnen.rijen import moment_naam
from vtdesk.ui.day_field import DayField, day_of, needed_day
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.casuskinds import MonitoringBesluit, Oordeel, Toetsuitkomst
from vtdesk.values.tijd import volle_dag

NOT_CHECKED = "niet getoetst"


class PlanDialog(FormDialog):
    """A moment beside the series: when, and what it is about."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__("Extra moment plannen", "Moment plannen", parent)
        self._day = named(DayField(today), "dag")
        self._about = named(QLineEdit(), "toelichting")
        self._day_field = self.form.add("Op", self._day)
        self.form.add("Waarover", self._about, hint="Bijvoorbeeld: voorwaarde 3 en 4.")

    def dag(self) -> date | None:
        """Give the day; the field says when it is not one."""
        return needed_day(self._day, self._day_field)

    def toelichting(self) -> str:
        """Give what it is about."""
        return self._about.text()


class HoudDialog(FormDialog):
    """Who was spoken, how safe it is, and each waarborg held against what was seen."""

    def __init__(
        self, today: date, moment: MonitoringRow, waarborgen: list[WaarborgRow], parent: QWidget
    ) -> None:
        super().__init__("Monitoring gehouden", "Monitoring bewaren", parent)
        self._day = named(DayField(today), "gehouden-op")
        self._day.set_day(today)
        self._spoken = named(TextArea(height=48), "gesproken")
        self._safe = named(_judgement(), "directe-veiligheid")
        self._stable = named(_judgement(), "stabiele-veiligheid")
        self._better = named(_judgement(), "herstel")
        self._good = named(TextArea(height=48), "wat-ging-goed")
        self._new = named(TextArea(height=48), "nieuw")
        planned = volle_dag(moment.gepland_op)
        self.form.addWidget(text(f"{moment_naam(moment)}, gepland op {planned}."))
        self._day_field = self.form.add("Gehouden op", self._day)
        self._spoken_field = self.form.add(
            "Wie sprak je?", self._spoken, hint="Gezin, kinderen en professionals."
        )
        self.form.add("Is het nu veilig?", self._safe)
        self.form.add("Is het stabiel veilig?", self._stable)
        self.form.add("Is het herstel begonnen?", self._better)
        self._checks = [_Check(row, self) for row in waarborgen]
        self.form.add("Wat ging goed?", self._good)
        self.form.add("Wat is er nieuw gebeurd?", self._new)

    def gegevens(self) -> MonitoringGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        day, spoken = needed_day(self._day, self._day_field), self._spoken.toPlainText().strip()
        if not spoken:
            self._spoken_field.set_error("Schrijf op wie je sprak.")
        for check in self._checks:
            check.check()
        if day is None or self.form.first_wrong():
            return None
        return MonitoringGegevens(
            day,
            spoken,
            self._safe.value(),
            self._stable.value(),
            self._better.value(),
            self._good.toPlainText().strip(),
            self._new.toPlainText().strip(),
        )

    def toetsen(self) -> list[ToetsBij]:
        """Give what each waarborg showed, as far as it was looked at."""
        return [toets for check in self._checks if (toets := check.toets())]


class _Check:
    """One waarborg in the form: what was found, and what that rests on."""

    def __init__(self, shown: WaarborgRow, dialog: FormDialog) -> None:
        self._id: UUID = shown.id
        name = f"{shown.soort.value}-{shown.nummer}"
        options = [(NOT_CHECKED, None), *((TOETSUITKOMST[u].word, u) for u in Toetsuitkomst)]
        self._found = named(Choices(options), f"uitkomst-{name}")
        self._evidence = named(QLineEdit(), f"bewijs-{name}")
        dialog.form.add(f"{shown.nummer}. {shown.gegevens.wat}", self._found)
        self._field: Field = dialog.form.add("Waaruit blijkt dat?", self._evidence)
        self._found.currentIndexChanged.connect(self._show)
        self._show()

    def check(self) -> None:
        """Ask for evidence where something was found."""
        if self._found.value() and not self._evidence.text().strip():
            self._field.set_error("Schrijf op waaruit dit blijkt.")

    def toets(self) -> ToetsBij | None:
        """Give what was found."""
        found: Toetsuitkomst | None = self._found.value()
        return ToetsBij(self._id, found, self._evidence.text().strip()) if found else None

    def _show(self) -> None:
        self._field.setVisible(self._found.value() is not None)


class BesluitDialog(FormDialog):
    """What follows: a next moment, closing, more, or a new melding."""

    def __init__(self, today: date, parent: QWidget, *, coming: bool) -> None:
        super().__init__("Besluit na monitoring", "Besluit bewaren", parent)
        self._coming = coming
        options = ((MONITORING_BESLUIT[one].word.capitalize(), one) for one in MonitoringBesluit)
        self._choice = named(Choices(options), "besluit")
        self._day = named(DayField(today), "volgende-op")
        self._why = named(TextArea(height=64), "toelichting")
        hint = "Leeg: het moment dat al gepland staat." if coming else ""
        self.form.add("Wat volgt er?", self._choice)
        self._day_field = self.form.add("Volgende moment op", self._day, hint=hint)
        self._why_field = self.form.add("Waarom?", self._why)
        self._choice.currentIndexChanged.connect(self._show)
        self._show()

    def besluit(self) -> tuple[MonitoringBesluit, str, date | None] | None:
        """Give what was chosen; None when a field says what is wrong."""
        chosen: MonitoringBesluit = self._choice.value()
        day, why = day_of(self._day, self._day_field), self._why.toPlainText().strip()
        next_one = chosen is MonitoringBesluit.VOLGENDE_MOMENT
        if next_one and day is None and not self._coming and not self._day_field.error():
            self._day_field.set_error("Vul de dag van het volgende moment in.")
        if not why:
            self._why_field.set_error("Schrijf op waarom dit het besluit is.")
        if self.form.first_wrong():
            return None
        return chosen, why, day if next_one else None

    @Slot()
    def _show(self) -> None:
        self._day_field.setVisible(self._choice.value() is MonitoringBesluit.VOLGENDE_MOMENT)


def _judgement() -> Choices:
    made = Choices((OORDEEL[one].word, one) for one in Oordeel)
    made.choose(Oordeel.NIET_TE_ZEGGEN)
    return made
