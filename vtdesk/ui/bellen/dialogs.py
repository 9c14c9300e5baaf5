"""The dialogs of Bellen: who it is, another number, who must act now, and another way."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.casussen import CasusRow
from vtdesk.services.personen import PersoonRow
from vtdesk.ui.labels import ROL
from vtdesk.ui.moment_field import read_day
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named

NO_CASUS = "Geen casus"
NO_PERSON = "Iemand die er nog niet in staat"
NO_DATE = "Dit is geen datum. Schrijf bijvoorbeeld 13 mei of 13-5-2026."


class WieDialog(FormDialog):
    """Asks who it is: somebody of a casus, or a name alone."""

    def __init__(
        self,
        wie: str,
        casussen: Sequence[CasusRow],
        people: dict[UUID, list[PersoonRow]],
        parent: QWidget,
    ) -> None:
        super().__init__("Wie is het?", "Bewaren", parent)
        self._people = people
        self.wie = named(QLineEdit(wie), "wie")
        offered = [(f"{one.naam} · {one.nummer}", one.id) for one in casussen]
        self.casus = named(Choices([(NO_CASUS, None), *offered]), "casus")
        self.persoon = named(Choices([(NO_PERSON, None)]), "persoon")
        self.form.add("Naam", self.wie, hint="Schrijf wie je sprak of zoekt.")
        self.form.add("Casus", self.casus)
        self._persoon_field = self.form.add("Persoon in die casus", self.persoon)
        self.casus.currentIndexChanged.connect(self._offer_people)
        self._offer_people()

    def casus_id(self) -> UUID | None:
        """Give the chosen casus."""
        chosen: UUID | None = self.casus.value()
        return chosen

    def persoon_id(self) -> UUID | None:
        """Give the chosen person."""
        chosen: UUID | None = self.persoon.value()
        return chosen

    @Slot()
    def _offer_people(self) -> None:
        casus_id = self.casus_id()
        self.persoon.clear()
        self.persoon.add(NO_PERSON, None)
        for one in self._people.get(casus_id, []) if casus_id else []:
            self.persoon.add(f"{one.naam}, {ROL[one.rol].word}", one.id)
        self._persoon_field.setVisible(casus_id is not None)


class NummerDialog(FormDialog):
    """Asks for another number; empty says that it is not known."""

    def __init__(self, nummer: str, parent: QWidget) -> None:
        super().__init__("Ander nummer", "Bewaren", parent)
        self.nummer = named(QLineEdit(nummer), "nummer")
        self.form.add("Nummer", self.nummer, hint="Laat leeg als het nummer onbekend is.")


class WachtDialog(FormDialog):
    """Asks who must do the next thing, and until when she waits."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__("Wacht op een ander", "Bewaren", parent)
        self._today = today
        self.op = named(QLineEdit(), "wacht-op")
        self.tot = named(QLineEdit(), "wacht-tot")
        self.form.add(
            "Wie doet nu iets, en wat?", self.op, hint="Bijvoorbeeld: huisarts belt terug"
        )
        self._tot_field = self.form.add("Tot wanneer?", self.tot, hint="Mag leeg blijven.")

    def day(self) -> date | None:
        """Give the day; says beside the field when it is not one."""
        typed = self.tot.text().strip()
        found = read_day(typed, self._today) if typed else None
        if typed and found is None:
            self._tot_field.set_error(NO_DATE)
        return found


class AndereWegDialog(FormDialog):
    """Asks for another way than calling."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Andere weg kiezen", "Bewaren", parent)
        self.weg = named(QLineEdit(), "weg")
        hint = "Bijvoorbeeld: via de wijkagent, via school, langs gaan met z'n tweeën"
        self.form.add("Bellen lukte drie keer niet. Wat doe je nu?", self.weg, hint=hint)
