"""Cancel an appointment: a new date, the reason why there is none, or neither for now."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QRadioButton, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.reeksen import Bereik
from vtdesk.ui.agenda.bereik_keuze import BereikKeuze
from vtdesk.ui.agenda.move_bar import MoveBar
from vtdesk.ui.agenda.tijdveld import NO_CLOCK, NO_DAY, skipped
from vtdesk.ui.agenda.vrije_dagen import leave_on, propose
from vtdesk.ui.format import moment
from vtdesk.ui.moment_field import MomentField
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.tijd import at, dag_met_naam, local

QUESTION = "Kies een nieuwe datum of schrijf op waarom niet."
LATER = "Dit blijft staan bij 'Afgezegd, nog niet opnieuw gepland' tot je kiest."
PAST = "Deze dag en tijd zijn al voorbij. Kies een latere."


class AfzegDialog(FormDialog):
    """Three ways, the new date first; sentence and fields say which one is chosen.

    About what was cancelled before without a choice it asks for that choice.
    """

    def __init__(self, desk: Desk, row: AfspraakRow, parent: QWidget | None = None) -> None:
        title = "Nieuwe datum of reden" if row.needs_new_date else "Afspraak afzeggen"
        super().__init__(title, "Afspraak verzetten", parent)
        self._desk, self._row = desk, row
        self.said = ""  # what was done, once it is
        self.undo: Callable[[], object] = lambda: None
        today = local(desk.clock()).date()
        self._new = named(QRadioButton("Nieuwe datum"), "nieuwe-datum", "Nieuwe datum")
        self._why = named(QRadioButton("Geen nieuwe datum"), "geen-datum", "Geen nieuwe datum")
        self._later = named(QRadioButton("Later beslissen"), "later", "Later beslissen")
        self._moment = named(MomentField(today, dag_met_naam), "moment")
        begin = local(row.begin)
        day = max(begin.date() + timedelta(days=7), today + timedelta(days=1))
        day, self._why_this = propose(desk, day)
        self._moment.set_moment(day, begin.timetz().replace(tzinfo=None))
        self._in_leave = MoveBar()
        self._insisted: date | None = None  # on this day of her verlof
        self._reason = named(TextArea(height=72), "reden")
        self._later_words = text(LATER, "klein", tone="stil")
        reeks = None if row.needs_new_date else desk.reeksen.of(row.id)
        self._bereik = named(BereikKeuze(reeks.woorden), "bereik") if reeks else None
        self._lay_out()
        self.store = self._store
        self._moment.changed.connect(self._forget_leave)
        self._in_leave.insisted.connect(self._insist)
        self._in_leave.given_up.connect(self._choose_other)
        for choice in (self._new, self._why, self._later):
            choice.toggled.connect(self._fit)
        self._fit()

    def choose_reason(self) -> None:
        """Begin at the reason: she knows already that there will be no new date."""
        self._why.setChecked(True)
        self._reason.setFocus()

    def _lay_out(self) -> None:
        row, form = self._row, self.form
        thing = "dit gesprek" if row.soort is AfspraakSoort.GESPREK else "deze afspraak"
        asked = f"Je zegt {thing} af."
        if row.needs_new_date:
            asked = f"{thing.capitalize()} van {dag_met_naam(local(row.begin).date())} is afgezegd."
        form.addWidget(text(row.titel, "vet"))
        form.addWidget(text(f"{asked} {QUESTION}"))
        form.addWidget(self._new)
        self._moment_field = form.add("Wanneer wel?", self._moment, hint=self._why_this)
        form.addWidget(self._in_leave)
        form.addWidget(self._why)
        self._reason_field = form.add("Waarom niet?", self._reason)
        form.addWidget(self._later)
        form.addWidget(self._later_words)
        self._later.setVisible(not row.needs_new_date)
        if self._bereik:
            self._bereik_field = form.add("Wat zeg je af?", self._bereik)
        self._new.setChecked(True)

    @override
    def try_to_store(self) -> None:
        """Ask first whether she means a day of her own verlof."""
        day = self._moment.chosen_day() if self._new.isChecked() else None
        if day and day != self._insisted and (sentence := leave_on(self._desk, day)):
            self._in_leave.warn(sentence)
        else:
            super().try_to_store()

    def _store(self) -> None:
        reden = self._reason.toPlainText().strip()
        if self._new.isChecked():
            self._replace()
        elif self._why.isChecked() and not reden:
            self._reason_field.set_error("Schrijf op waarom er geen nieuwe datum is.")
        elif self._row.needs_new_date:
            self._desk.agenda.give_reason(self._row.id, reden)
            self._tell("De reden is bewaard.", self._take_reason_back)
        else:
            self._cancel("" if self._later.isChecked() else reden)

    def _cancel(self, reden: str) -> None:
        agenda, reeksen, row = self._desk.agenda, self._desk.reeksen, self._row
        bereik = self._bereik.value() if self._bereik else Bereik.DEZE
        said = f"{row.titel} is afgezegd."
        if bereik is Bereik.DEZE:
            agenda.cancel(row.id, reden)
            self._tell(said if reden else f"{said} {LATER}", lambda: agenda.reopen(row.id))
        else:
            herstel = reeksen.cancel(row.id, bereik, reden)
            self._tell(
                f"{row.titel} is afgezegd, met wat erna kwam.", lambda: reeksen.restore(herstel)
            )

    def _replace(self) -> None:
        day, clock = self._moment.chosen_day(), self._moment.chosen_clock()
        if day is None or clock is None:
            self._moment_field.set_error(NO_CLOCK if day else NO_DAY)
            return
        begin = at(day, clock.hour, clock.minute)
        if begin <= self._desk.clock():
            self._moment_field.set_error(PAST)
            return
        if odd := skipped(day, clock):
            self._moment_field.set_error(odd)
            return
        agenda, row = self._desk.agenda, self._row
        agenda.replace(row.id, begin)
        said = f"{row.titel} staat nu op {moment(begin, self._desk.clock())}."
        self._tell(said, lambda: agenda.unreplace(row.id, row.staat))

    def _take_reason_back(self) -> None:
        self._desk.agenda.give_reason(self._row.id, "")

    def _tell(self, said: str, undo: Callable[[], object]) -> None:
        self.said, self.undo = said, undo

    @Slot()
    def _insist(self) -> None:
        self._insisted = self._moment.chosen_day()
        self._in_leave.hide()
        self.try_to_store()

    @Slot()
    def _choose_other(self) -> None:
        self._in_leave.hide()
        self._moment.setFocus()

    @Slot()
    def _forget_leave(self) -> None:
        """Take the question back when it is about another day."""
        day = self._moment.chosen_day()
        if day is None or not leave_on(self._desk, day):
            self._in_leave.hide()

    @Slot()
    def _fit(self) -> None:
        new = self._new.isChecked()
        self._moment_field.setVisible(new)
        self._in_leave.hide()
        self._reason_field.setVisible(self._why.isChecked())
        self._later_words.setVisible(self._later.isChecked())
        if self._bereik:
            self._bereik_field.setVisible(not new)
        verb = "Reden bewaren" if self._row.needs_new_date else "Afspraak afzeggen"
        self.agree.setText("Afspraak verzetten" if new else verb)
        self.agree.setAccessibleName(self.agree.text())
