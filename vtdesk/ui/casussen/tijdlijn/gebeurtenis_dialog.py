"""Note something that happened, or correct what was noted."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.services.gebeurtenissen import GebeurtenisGegevens
from vtdesk.ui.day_field import NO_DAY, DayField, day_of
from vtdesk.ui.labels import label
from vtdesk.ui.moment_field import MomentField
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.tijd import at, start_of

NO_TIME = "Dit is geen tijd. Schrijf bijvoorbeeld 21:05, of laat het leeg."


class GebeurtenisDialog(FormDialog):
    """What happened, when, to whom, and from whom one knows."""

    def __init__(
        self,
        today: date,
        shown: GebeurtenisGegevens | None,
        people: Sequence[tuple[str, UUID]],
        parent: QWidget,
    ) -> None:
        title = "Gebeurtenis wijzigen" if shown else "Gebeurtenis toevoegen"
        super().__init__(title, "Bewaren" if shown else "Toevoegen", parent)
        self.soort = named(Choices((label(s).word, s) for s in GebeurtenisSoort), "soort")
        self._title = named(QLineEdit(shown.titel if shown else ""), "titel")
        self._begin = _moment("begin", today, shown.begin if shown else None,
                              timed=bool(shown and not shown.hele_dag))  # fmt: skip
        self._end = _moment("einde", today, shown.einde if shown else None,
                            timed=bool(shown and not shown.hele_dag))  # fmt: skip
        self._limit = named(DayField(today), "uiterlijk")
        self._limit.set_day(shown.uiterlijk if shown else None)
        self._source = named(QLineEdit(shown.bron if shown else ""), "bron")
        self._more = named(TextArea(shown.toelichting if shown else "", height=60), "toelichting")
        if shown:
            self.soort.choose(shown.soort)
        self.form.add("Soort", self.soort)
        self._title_field = self.form.add("Wat gebeurde er?", self._title)
        self._begin_field = self.form.add(
            "Wanneer", self._begin, hint="De tijd mag leeg zijn als je alleen de dag weet."
        )
        self._end_field = self.form.add(
            "Tot", self._end, hint="Mag leeg zijn. Bij een huisverbod rekent vtdesk het dan uit."
        )
        self._limit_field = self.form.add(
            "Uiterlijk tot en met", self._limit, hint="Alleen als verlengen een grens heeft."
        )
        self.form.add("Van wie weet je dit?", self._source)
        self.form.add("Toelichting", self._more)
        self._people = self._ticks(people, shown.personen if shown else ())

    def gegevens(self) -> GebeurtenisGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        begin = _read(self._begin, self._begin_field)
        end = _read(self._end, self._end_field) if self._end.day.text().strip() else None
        limit = day_of(self._limit, self._limit_field)
        title = self._title.text().strip()
        if not title:
            self._title_field.set_error("Schrijf op wat er gebeurde.")
        if begin is None or self.form.first_wrong():
            return None
        return GebeurtenisGegevens(
            soort=self.soort.value(),
            titel=title,
            begin=begin,
            hele_dag=self._begin.chosen_clock() is None,
            einde=end,
            uiterlijk=limit,
            bron=self._source.text().strip(),
            toelichting=self._more.toPlainText().strip(),
            personen=tuple(ding for ding, box in self._people if box.isChecked()),
        )

    def _ticks(
        self, people: Sequence[tuple[str, UUID]], chosen: Sequence[UUID]
    ) -> list[tuple[UUID, QCheckBox]]:
        if people:
            self.form.addWidget(text("Over wie gaat het?", "vet"))
        boxes = []
        for words, ding in people:
            box = named(QCheckBox(words.replace("&", "&&")), f"persoon-{ding}", words)
            box.setChecked(ding in chosen)
            self.form.addWidget(box)
            boxes.append((ding, box))
        return boxes


def _moment(name: str, today: date, shown: datetime | None, *, timed: bool) -> MomentField:
    field = named(MomentField(today, lambda day: f"{day.day}-{day.month}-{day.year}"), name)
    if shown:
        field.set_moment(shown.date(), shown.time())
        if not timed:
            field.clock.clear()
    return field


def _read(moment: MomentField, field: Field) -> datetime | None:
    """Read a day with or without a time, or say beside the field what it is not."""
    day, clock = moment.chosen_day(), moment.chosen_clock()
    if day is None:
        field.set_error(NO_DAY)
        return None
    if clock is None and moment.clock.text().strip():
        field.set_error(NO_TIME)
        return None
    return at(day, clock.hour, clock.minute) if clock else start_of(day)
