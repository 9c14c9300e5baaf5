"""The form of a verlof: first and last day, and who is there meanwhile."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.desk import Desk
from vtdesk.services.verlof.service import VerlofGegevens, VerlofRow
from vtdesk.ui.moment_field import read_day
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.tijd import local

NO_DAY = "Vul een dag in, zoals 13-5 of 13 mei."


class VerlofDagenDialog(FormDialog):
    """Asks the days; `verlof_id` is known once it was stored."""

    def __init__(self, desk: Desk, verlof: VerlofRow | None, page: QWidget) -> None:
        title = "Verlof wijzigen" if verlof else "Verlof plannen"
        super().__init__(title, "Verlof bewaren", page)
        self._desk, self._verlof = desk, verlof
        self.verlof_id = verlof.id if verlof else None
        self._today = local(desk.clock()).date()
        self._from, self._to = named(QLineEdit(), "van"), named(QLineEdit(), "tot")
        self._who = named(QLineEdit(), "vervanger")
        self._phone = named(QLineEdit(), "telefoon")
        self._from_field = self.form.add("Eerste dag", self._from, hint="Bijvoorbeeld 13 mei.")
        self._to_field = self.form.add("Laatste dag", self._to, hint="Deze dag hoort erbij.")
        self.form.add(
            "Wie vervangt je?", self._who, hint="Deze naam staat in de brief aan de gezinnen."
        )
        self.form.add("Telefoon van wie vervangt", self._phone)
        if verlof:
            held = verlof.gegevens
            self._from.setText(_typed(held.van))
            self._to.setText(_typed(held.tot))
            self._who.setText(held.vervanger)
            self._phone.setText(held.vervanger_telefoon)
        self.store = self._try

    def _try(self) -> None:
        first, last = read_day(self._from.text(), self._today), None
        if first is None:
            self._from_field.set_error(NO_DAY)
        else:
            last = read_day(self._to.text(), first)  # a day without year is the nearest one
        if first is not None and last is None:
            self._to_field.set_error(NO_DAY)
        if first is None or last is None:
            return
        gegevens = VerlofGegevens(first, last, self._who.text(), self._phone.text())
        if self._verlof is None:
            self.verlof_id = self._desk.verloven.add(gegevens)
        else:
            self._desk.verloven.change(self._verlof.id, self._verlof.version, gegevens)


def _typed(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
