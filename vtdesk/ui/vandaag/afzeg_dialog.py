"""Cancel an appointment: a new date, or the reason why there is none."""

from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QRadioButton, QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.ui.vandaag.tijdveld import NO_CLOCK, NO_DAY
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.moment_field import MomentField
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.tijd import at, dag_met_naam, local

QUESTION = "Kies een nieuwe datum of schrijf op waarom niet."


class AfzegDialog(FormDialog):
    """Two ways, the new date first; sentence and fields say which one is chosen."""

    def __init__(self, desk: Desk, row: AfspraakRow, parent: QWidget | None = None) -> None:
        super().__init__("Afspraak afzeggen", "Afspraak verzetten", parent)
        self._desk, self._row = desk, row
        thing = "dit gesprek" if row.soort is AfspraakSoort.GESPREK else "deze afspraak"
        today = local(desk.clock()).date()
        self._new = named(QRadioButton("Nieuwe datum"), "nieuwe-datum", "Nieuwe datum")
        self._why = named(QRadioButton("Geen nieuwe datum"), "geen-datum", "Geen nieuwe datum")
        self._moment = named(MomentField(today, dag_met_naam), "moment")
        begin = local(row.begin) + timedelta(days=7)
        self._moment.set_moment(begin.date(), begin.timetz().replace(tzinfo=None))
        self._reason = named(TextArea(height=72), "reden")

        self.form.addWidget(text(row.titel, "vet"))
        self.form.addWidget(text(f"Je zegt {thing} af. {QUESTION}"))
        self.form.addWidget(self._new)
        self._moment_field = self.form.add("Wanneer wel?", self._moment)
        self.form.addWidget(self._why)
        self._reason_field = self.form.add("Waarom niet?", self._reason)
        self._new.setChecked(True)
        self.store = self._store
        self._new.toggled.connect(self._fit)
        self._fit()

    def _store(self) -> None:
        if self._new.isChecked():
            self._replace()
        elif reden := self._reason.toPlainText().strip():
            self._desk.agenda.cancel(self._row.id, reden)
        else:
            self._reason_field.set_error("Schrijf op waarom er geen nieuwe datum is.")

    def _replace(self) -> None:
        day, clock = self._moment.chosen_day(), self._moment.chosen_clock()
        if day is None or clock is None:
            self._moment_field.set_error(NO_CLOCK if day else NO_DAY)
            return
        begin = at(day, clock.hour, clock.minute)
        if begin <= self._desk.clock():
            self._moment_field.set_error("Deze dag en tijd zijn al voorbij. Kies een latere.")
            return
        self._desk.agenda.replace(self._row.id, begin)

    @Slot()
    def _fit(self) -> None:
        new = self._new.isChecked()
        self._moment_field.setVisible(new)
        self._reason_field.setVisible(not new)
        self.agree.setText("Afspraak verzetten" if new else "Afspraak afzeggen")
        self.agree.setAccessibleName(self.agree.text())
