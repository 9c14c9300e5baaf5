"""What a cancelled appointment still asks: a new date, or the reason why there is none."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.ui.vandaag.tijdveld import NO_CLOCK, NO_DAY
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.moment_field import MomentField
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import at, dag_met_naam, local

PAST = "Deze dag en tijd zijn al voorbij. Kies een latere."
NO_REASON = "Schrijf op waarom er geen nieuwe datum komt."


class NieuweDatumDialog(FormDialog):
    """Asks when it will be after all; the people invited come along."""

    def __init__(self, desk: Desk, row: AfspraakRow, parent: QWidget) -> None:
        super().__init__("Nieuwe datum", "Afspraak maken", parent)
        self._desk, self._row = desk, row
        today, begin = local(desk.clock()).date(), local(row.begin)
        self._moment = named(MomentField(today, dag_met_naam), "moment")
        day = max(begin.date() + timedelta(days=7), today + timedelta(days=1))
        self._moment.set_moment(day, begin.time())
        self.form.addWidget(text(row.titel, "vet"))
        self.form.addWidget(text(f"Afgezegd op {dag_met_naam(begin.date())}.", tone="stil"))
        self._field = self.form.add("Wanneer wel?", self._moment)
        self.store = self._store

    def _store(self) -> None:
        day, clock = self._moment.chosen_day(), self._moment.chosen_clock()
        if day is None or clock is None:
            self._field.set_error(NO_CLOCK if day else NO_DAY)
            return
        begin = at(day, clock.hour, clock.minute)
        if begin <= self._desk.clock():
            self._field.set_error(PAST)
            return
        self._desk.agenda.replace(self._row.id, begin)


class RedenDialog(FormDialog):
    """Asks why there will be no new date."""

    def __init__(self, desk: Desk, row: AfspraakRow, parent: QWidget) -> None:
        super().__init__("Geen nieuwe datum", "Reden bewaren", parent)
        self._desk, self._row = desk, row
        self._reason = named(TextArea(height=72), "reden")
        self.form.addWidget(text(row.titel, "vet"))
        self._field = self.form.add("Waarom niet?", self._reason)
        self.store = self._store

    def _store(self) -> None:
        if reden := self._reason.toPlainText().strip():
            self._desk.agenda.give_reason(self._row.id, reden)
        else:
            self._field.set_error(NO_REASON)
