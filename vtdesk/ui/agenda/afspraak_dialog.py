"""Plan or change an appointment, and for a casus who is invited."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakGegevens, AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.reeksen import Bereik, Wijziging
from vtdesk.ui.agenda import moves, words
from vtdesk.ui.agenda.genodigden import Genodigden
from vtdesk.ui.agenda.move_bar import MoveBar
from vtdesk.ui.agenda.reeks_velden import ReeksVelden
from vtdesk.ui.agenda.tijdveld import TijdVeld
from vtdesk.ui.agenda.vrije_dagen import leave_on
from vtdesk.ui.format import duur
from vtdesk.ui.labels import AFSPRAAK_SOORT
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.values.herinneren import Vooraf
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.tijd import end_of, local, start_of

_SAID = {
    Bereik.DEZE: "{} is gewijzigd.",
    Bereik.VOLGENDE: "{} is gewijzigd, met wat erna komt.",
    Bereik.ALLE: "{} is gewijzigd, met alles wat nog komt.",
}


@dataclass(frozen=True, slots=True)
class Planning:
    """What the dialog begins with: an appointment that exists, or a free moment."""

    gegevens: AfspraakGegevens
    row: AfspraakRow | None = None

    @classmethod
    def new(cls, begin: datetime, casus_id: UUID | None = None) -> "Planning":
        """Begin with an hour from this moment."""
        einde = begin + timedelta(hours=1)
        return cls(AfspraakGegevens("", AfspraakSoort.GESPREK, begin, einde, casus_id))

    @classmethod
    def of(cls, row: AfspraakRow) -> "Planning":
        """Begin with an appointment that exists."""
        return cls(row.gegevens, row)


class AfspraakDialog(FormDialog):
    """Fields in the order in which one plans; `afspraak_id` tells what was stored."""

    def __init__(self, desk: Desk, planning: Planning, parent: QWidget | None = None) -> None:
        new = planning.row is None
        words_on_top = "Afspraak maken" if new else "Afspraak wijzigen"
        super().__init__(words_on_top, "Afspraak maken" if new else "Afspraak bewaren", parent)
        self._desk, self._planning = desk, planning
        self.afspraak_id: UUID | None = planning.row.id if planning.row else None
        self.said = ""  # what was done, when there is a way back
        self.undo: Callable[[], object] = lambda: None
        self._insisted = False
        self._warned: moves.Span | None = None
        self._make_fields(planning.gegevens)
        self._lay_out()
        self._connect()
        self._show_people()
        if planning.row and self._has_talk():
            self._invited.show_invited(desk.gesprekken.get(planning.row.id).deelnames)
        self._fit_all_day()

    def _make_fields(self, given: AfspraakGegevens) -> None:
        desk = self._desk
        self._title = named(QLineEdit(given.titel), "titel")
        kinds = [(label.word, soort) for soort, label in AFSPRAAK_SOORT.items()]
        self._kind = named(Choices(kinds), "soort")
        self._kind.choose(given.soort)
        self._casus = named(self._casussen(), "casus")
        self._casus.choose(given.casus_id)
        self._all_day = named(QCheckBox("Hele dag"), "hele-dag", "Hele dag")
        self._all_day.setChecked(given.hele_dag)
        self._when = named(TijdVeld(local(desk.clock()).date()), "wanneer")
        self._when.show_span(given.begin, given.einde)
        self._overlap = MoveBar()
        self._reeks = ReeksVelden(desk.reeksen, self._planning.row, given.begin, self)
        self._remind = named(Choices(_reminders(desk.herinneringen.standaard())), "herinneren")
        if self._planning.row:
            self._remind.choose(desk.herinneringen.of(self._planning.row.id))
        self._place = named(QLineEdit(given.plaats), "plaats")
        self._goal = named(TextArea(given.doel, height=60), "doel")
        self._invited = named(Genodigden(), "genodigden")

    def _lay_out(self) -> None:
        self._title_field = self.form.add("Titel", self._title)
        self.form.add("Soort", self._kind)
        self.form.add("Casus", self._casus)
        self.form.addWidget(self._when)
        self.form.addWidget(self._all_day)
        self.form.addWidget(self._overlap)
        self._reeks.add_rule(self.form)
        self._remind_field = self.form.add("Herinneren", self._remind)
        self.form.add("Plaats", self._place)
        self.form.add("Doel", self._goal, hint="Eén zin: wat weet je na afloop?")
        self._invited_field: Field = self.form.add("Wie nodig je uit?", self._invited)
        self._reeks.add_reach(self.form)

    def _connect(self) -> None:
        self.store = self._store
        self._casus.currentIndexChanged.connect(self._show_people)
        self._kind.currentIndexChanged.connect(self._show_people)
        self._all_day.toggled.connect(self._fit_all_day)
        self._when.changed.connect(self._forget_overlap)
        self._when.changed.connect(self._follow_day)
        self._overlap.insisted.connect(self._insist)
        self._overlap.given_up.connect(self._choose_other)

    @override
    def try_to_store(self) -> None:
        """Look at the fields first, and at what stands at that time already."""
        self.form.clear_errors()
        gegevens = self._gegevens()
        if gegevens is None:
            first = self.form.first_wrong() or self._when.first_wrong()
            if isinstance(first, QWidget):
                first.setFocus()
        elif not self._insisted and (
            sentence := " ".join(filter(None, (self._in_leave(gegevens), self._clash(gegevens))))
        ):
            self._warned = (gegevens.begin, gegevens.einde)
            self._overlap.warn(sentence)
        else:
            super().try_to_store()

    def _store(self) -> None:
        gegevens = self._gegevens()
        if gegevens is None:
            return
        invited = tuple(self._invited.invited()) if self._has_talk() else None
        rule, row = self._reeks.new_rule(), self._planning.row
        if row is not None:
            self._change(row, Wijziging(gegevens, invited, rule, self._remind.value()))
        elif rule is None:
            self.afspraak_id = planned = self._desk.agenda.plan(gegevens, invited)
            self._desk.herinneringen.set(planned, self._remind.value())
        else:
            first = self._desk.reeksen.add(gegevens, rule, invited or (), self._remind.value())
            self.afspraak_id = first
            self.said = f"{gegevens.titel} staat in je agenda. {rule.in_words(gegevens.begin)}"
            self.undo = lambda: self._desk.reeksen.unplan(first)

    def _change(self, row: AfspraakRow, wijziging: Wijziging) -> None:
        bereik = self._reeks.bereik()
        herstel = self._desk.reeksen.change(row.id, row.version, wijziging, bereik)
        self.said = _SAID[bereik].format(wijziging.gegevens.titel)
        self.undo = lambda: self._desk.reeksen.restore(herstel)

    def _gegevens(self) -> AfspraakGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        span = self._whole_days() if self._all_day.isChecked() else self._when.span()
        if not self._title.text().strip():
            self._title_field.set_error("Geef de afspraak een naam.")
        if span is None or not self._reeks.is_sound() or self.form.first_wrong():
            return None
        return AfspraakGegevens(
            titel=self._title.text().strip(),
            soort=self._kind.value(),
            begin=span[0],
            einde=span[1],
            casus_id=self._casus.value(),
            plaats=self._place.text().strip(),
            doel=self._goal.toPlainText().strip(),
            hele_dag=self._all_day.isChecked(),
        )

    def _whole_days(self) -> tuple[datetime, datetime] | None:
        """Give midnight to midnight, over as many days as before."""
        day = self._when.day_or_error()
        if day is None:
            return None
        given = self._planning.gegevens
        days = (local(given.einde).date() - local(given.begin).date()).days
        return start_of(day), end_of(day + timedelta(days=max(0, days - 1)))

    def _in_leave(self, gegevens: AfspraakGegevens) -> str:
        """Say that the day lies in her verlof, where it did not stand on that day before."""
        day, row = local(gegevens.begin).date(), self._planning.row
        if row is not None and local(row.begin).date() == day:
            return ""
        return leave_on(self._desk, day)

    def _clash(self, gegevens: AfspraakGegevens) -> str:
        if gegevens.hele_dag:
            return ""
        but = self._planning.row.id if self._planning.row else None
        clashing = self._desk.agenda.overlapping(gegevens.begin, gegevens.einde, but)
        return moves.warning(clashing, [(gegevens.begin, gegevens.einde)])

    def _casussen(self) -> Choices:
        casussen = Choices([("Geen casus", None)])
        shown = {casus.id: casus for casus in self._desk.casussen.all()}
        chosen = self._planning.gegevens.casus_id
        if chosen and chosen not in shown:
            shown[chosen] = self._desk.casussen.get(chosen)
        for casus in sorted(shown.values(), key=lambda casus: casus.naam):
            casussen.add(f"{casus.naam}, {casus.nummer}", casus.id)
        return casussen

    def _has_talk(self) -> bool:
        return self._casus.value() is not None and self._kind.value() in words.TALKS

    @Slot()
    def _show_people(self) -> None:
        self._invited_field.setVisible(self._has_talk())
        casus_id = self._casus.value()
        if casus_id is not None:
            self._invited.offer(
                self._desk.personen.in_casus(casus_id), self._desk.organisaties.in_casus(casus_id)
            )

    @Slot()
    def _fit_all_day(self) -> None:
        for name in ("begin", "einde"):
            self._when.fields[name].setEnabled(not self._all_day.isChecked())
        self._remind_field.setVisible(not self._all_day.isChecked())
        self._forget_overlap()

    @Slot()
    def _follow_day(self) -> None:
        if span := self._when.typed():
            self._reeks.herhalen.follow(span[0])

    @Slot()
    def _forget_overlap(self) -> None:
        """Take the warning back when it is about other times."""
        if self._all_day.isChecked() or self._when.typed() != self._warned:
            self._insisted = False
            self._overlap.hide()

    @Slot()
    def _insist(self) -> None:
        self._insisted = True
        self._overlap.hide()
        self.try_to_store()

    @Slot()
    def _choose_other(self) -> None:
        self._overlap.hide()
        self._when.fields["begin"].editor.setFocus()


def _reminders(standaard: int | None) -> list[tuple[str, Vooraf]]:
    """List when she can be reminded; first what holds for all."""
    always = "Niet, zoals altijd"
    if standaard is not None:
        always = f"{duur(standaard).capitalize()} vooraf, zoals altijd"
    own = [(f"{duur(one.minuten)} vooraf", one) for one in Vooraf if one.minuten]
    return [(always, Vooraf.ALTIJD), ("Niet", Vooraf.NIET), *own]
