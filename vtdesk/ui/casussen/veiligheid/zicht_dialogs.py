"""Offer the zicht op veiligheid to another, and note that it was accepted; casusregie."""

from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vtdesk.services.zicht import OverdrachtGegevens, OverdrachtRow
from vtdesk.ui.day_field import DayField, day_of, needed_day
from vtdesk.ui.moment_field import MomentField
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import at, dag_met_naam, local

NO_MOMENT = "Vul een dag en een tijd in, zoals 12 mei en 14:30."


class AanbiedDialog(FormDialog):
    """Who is asked to take over, why, and what goes along."""

    def __init__(self, now: datetime, holder: str, parties: list[str], parent: QWidget) -> None:
        super().__init__("Zicht op veiligheid overdragen", "Overdracht aanbieden", parent)
        today = local(now).date()
        self._to = named(QComboBox(), "aan")
        self._to.setEditable(True)
        self._to.addItems(parties)
        self._to.setEditText("")
        self._expected = named(DayField(today), "verwacht-op")
        self._why = named(QLineEdit(), "waarom")
        self._promised = named(TextArea(height=48), "beloofd")
        self._withheld = named(TextArea(height=48), "niet-delen")
        self._offered = _moment_field(now, "aangeboden-op")
        self.form.addWidget(text(f"{holder} houdt het zicht tot de ander het aanvaardt."))
        self._to_field = self.form.add("Aan wie", self._to)
        self._expected_field = self.form.add(
            "Aanvaarding verwacht op", self._expected, hint="Mag leeg zijn."
        )
        self.form.add("Waarom", self._why)
        self.form.add("Wat is het gezin beloofd?", self._promised)
        self.form.add("Wat mag de ander niet delen?", self._withheld)
        self._offered_field = self.form.add("Aangeboden op", self._offered)

    def aanbod(self) -> tuple[OverdrachtGegevens, datetime] | None:
        """Give the offer and its moment; None when a field says what is wrong."""
        to, expected = self._to.currentText().strip(), day_of(self._expected, self._expected_field)
        when = _moment(self._offered, self._offered_field)
        if not to:
            self._to_field.set_error("Vul in aan wie je het zicht overdraagt.")
        if when is None or self.form.first_wrong():
            return None
        gegevens = OverdrachtGegevens(
            to,
            expected,
            self._why.text().strip(),
            self._promised.toPlainText().strip(),
            self._withheld.toPlainText().strip(),
        )
        return gegevens, when


class AanvaardDialog(FormDialog):
    """Who accepted, and when: from that moment on the other watches."""

    def __init__(self, now: datetime, offer: OverdrachtRow, parent: QWidget) -> None:
        super().__init__("Overdracht aanvaard", "Aanvaarding vastleggen", parent)
        self._by = named(QLineEdit(), "door")
        self._at = _moment_field(now, "aanvaard-op")
        to = offer.gegevens.aan
        self.form.addWidget(text(f"Vanaf dit moment heeft {to} het zicht op veiligheid."))
        self._by_field = self.form.add(f"Wie van {to} heeft aanvaard?", self._by)
        self._at_field = self.form.add("Aanvaard op", self._at)

    def aanvaarding(self) -> tuple[str, datetime] | None:
        """Give who and when; None when a field says what is wrong."""
        by, when = self._by.text().strip(), _moment(self._at, self._at_field)
        if not by:
            self._by_field.set_error("Vul de naam in van wie aanvaardt.")
        return (by, when) if when and not self.form.first_wrong() else None


class RegieDialog(FormDialog):
    """Which organisation directs the casus, and from which day."""

    def __init__(self, today: date, parties: list[tuple[str, UUID]], parent: QWidget) -> None:
        super().__init__("Casusregie", "Casusregie vastleggen", parent)
        self._who = named(Choices(parties), "organisatie")
        self._since = named(DayField(today), "vanaf")
        self._since.set_day(today)
        self.form.add("Welke organisatie heeft de regie?", self._who)
        self._since_field = self.form.add(
            "Vanaf", self._since, hint="Wie nu de regie heeft, stopt op die dag."
        )

    def regie(self) -> tuple[UUID, date] | None:
        """Give who and from when; None when a field says what is wrong."""
        since = needed_day(self._since, self._since_field)
        return (self._who.value(), since) if since else None


def _moment_field(now: datetime, name: str) -> MomentField:
    field = named(MomentField(local(now).date(), dag_met_naam), name)
    field.set_moment(local(now).date(), time(local(now).hour, local(now).minute))
    return field


def _moment(moment: MomentField, field: Field) -> datetime | None:
    day, clock = moment.chosen_day(), moment.chosen_clock()
    if day is None or clock is None:
        field.set_error(NO_MOMENT)
        return None
    return at(day, clock.hour, clock.minute)
