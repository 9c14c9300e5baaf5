"""How often an appointment comes back: one closed choice, and only then the rest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.errors import UserError
from vtdesk.services.reeksen import Vooruitblik
from vtdesk.ui.moment_field import read_day
from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.herhaling import LAATSTE, Herhaling, Ritme, rank_of
from vtdesk.values.tijd import dag_met_naam, dag_van_de_week, wall

NO_END = "Schrijf tot welke dag, zoals 30 juni."
NO_COUNT = "Schrijf hoe vaak, zoals 10."
NO_STEP = "Schrijf bij 'Elke' een getal, zoals 2."
NO_DAYS = "Kies een of meer dagen van de week."
ENDS_FIRST = "De reeks eindigt voor hij begint. Kies een latere einddatum."
_UNITS = {
    "dag": ("dag", "dagen"),
    "week": ("week", "weken"),
    "maanddag": ("maand", "maanden"),
    "weekdag": ("maand", "maanden"),
    "maandeinde": ("maand", "maanden"),
    "jaar": ("jaar", "jaar"),
}
_ENDS = [("Zonder einde", ""), ("Tot en met", "tot"), ("Aantal keer", "keer")]

Preview = Callable[[Herhaling, datetime], Vooruitblik]


class Herhalen(QWidget):
    """Says in words what the choice means, with the first days."""

    changed = Signal()

    def __init__(self, preview: Preview, begint: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview, self._begint = preview, wall(begint)
        self._how = named(Choices(_offered(self._begint)), "hoe-vaak", "Herhalen")
        self._step = named(QLineEdit("1"), "elke", "Elke")
        measure.hold(self._step, width=56)
        self._unit = text("week", wrap=False)
        self._days = [self._tick(day) for day in range(7)]
        self._end = named(Choices(_ENDS), "reeks-einde", "Tot wanneer")
        self._limit = named(QLineEdit(), "grens", "Tot en met")
        self._words = named(text("", "klein", tone="stil"), "herhaling-in-woorden")
        self._every, self._week, self._until = QWidget(), QWidget(), QWidget()
        self._every.setLayout(row(text("Elke", wrap=False), self._step, self._unit, None))
        self._week.setLayout(Flow(*self._days, air=12))
        self._until.setLayout(row(self._end, self._limit))
        parts = (self._how, self._every, self._week, self._until, self._words)
        self.setLayout(column(*parts, air=8))
        self.setFocusProxy(self._how)
        self._days[self._begint.weekday()].setChecked(True)
        self._shown = self.half_typed()
        for choice in (self._how, self._end):
            choice.currentIndexChanged.connect(self._fit)
        for line in (self._step, self._limit):
            line.textChanged.connect(self._fit)
        self._fit()

    def _tick(self, day: int) -> QCheckBox:
        name = dag_van_de_week(day)
        tick = named(QCheckBox(name[:2]), name, name)
        tick.toggled.connect(self._fit)
        return tick

    def follow(self, begin: datetime) -> None:
        """Follow the moment that is typed above: a weekly one moves along with its only day."""
        before, self._begint = self._begint, wall(begin)
        touched = self.is_touched()
        for place, (words, _) in enumerate(_offered(self._begint)):
            self._how.setItemText(place, words)
        if self._ticked() == [before.weekday()]:
            for day, tick in enumerate(self._days):
                tick.setChecked(day == self._begint.weekday())
        if not touched:
            self._shown = self.half_typed()
        self._fit()

    def show_rule(self, regel: Herhaling) -> None:
        """Show the rule of a series."""
        self._how.choose(_key_of(regel))
        self._step.setText(str(regel.om_de))
        if regel.dagen:
            for day, tick in enumerate(self._days):
                tick.setChecked(day in regel.dagen)
        if regel.tot:
            self._end.choose("tot")
            self._limit.setText(f"{dag_met_naam(regel.tot)} {regel.tot.year}")
        elif regel.keer:
            self._end.choose("keer")
            self._limit.setText(str(regel.keer))
        self._shown = self.half_typed()

    def is_touched(self) -> bool:
        """Tell whether the rule was changed by hand."""
        return self.half_typed() != self._shown

    def rule(self) -> Herhaling | None:
        """Give the rule, or nothing for what does not come back; a UserError says what is wrong."""
        key: str = self._how.value()
        if not key:
            return None
        if key == "week" and not self._ticked():
            raise UserError(NO_DAYS)
        day = self._begint.date()
        kinds = {
            "dag": Herhaling(Ritme.DAG),
            "week": Herhaling(Ritme.WEEK, dagen=tuple(self._ticked())),
            "maanddag": Herhaling(Ritme.MAAND, maanddag=day.day),
            "weekdag": Herhaling(Ritme.MAAND, weekdag=rank_of(day)),
            "maandeinde": Herhaling(Ritme.MAAND, maanddag=LAATSTE),
            "jaar": Herhaling(Ritme.JAAR),
        }
        step = _number(self._step, NO_STEP)
        return replace(kinds[key], om_de=step, tot=self._last(), keer=self._times())

    def half_typed(self) -> dict[str, Any]:
        """Give what was chosen and typed."""
        return {
            "hoe": self._how.value(),
            "elke": self._step.text(),
            "dagen": self._ticked(),
            "einde": self._end.value(),
            "grens": self._limit.text(),
        }

    def give_back(self, kept: dict[str, Any]) -> None:
        """Show again what was chosen and typed."""
        self._how.choose(kept["hoe"])
        self._step.setText(kept["elke"])
        for day, tick in enumerate(self._days):
            tick.setChecked(day in kept["dagen"])
        self._end.choose(kept["einde"])
        self._limit.setText(kept["grens"])

    def _ticked(self) -> list[int]:
        return [day for day, tick in enumerate(self._days) if tick.isChecked()]

    def _last(self) -> date | None:
        if self._end.value() != "tot":
            return None
        first = self._begint.date()
        last = read_day(self._limit.text(), first)
        if last is None or last < first:
            raise UserError(ENDS_FIRST if last else NO_END)
        return last

    def _times(self) -> int | None:
        return _number(self._limit, NO_COUNT) if self._end.value() == "keer" else None

    @Slot()
    def _fit(self) -> None:
        """Show what belongs to the choice, and what it comes to."""
        key, end = self._how.value(), self._end.value()
        for part in (self._every, self._until, self._words):
            part.setVisible(bool(key))
        self._week.setVisible(key == "week")
        self._limit.setVisible(bool(end))
        self._limit.setAccessibleName(self._end.currentText())
        if key:
            one, more = _UNITS[key]
            self._unit.setText(one if self._step.text().strip() == "1" else more)
            self._words.setText(self._in_words())
        self.changed.emit()

    def _in_words(self) -> str:
        try:
            regel = self.rule()
        except UserError as error:
            return str(error)
        if regel is None:
            return ""
        seen = self._preview(regel, self._begint)
        days = ", ".join(map(dag_met_naam, seen.dagen))
        first = f"Te beginnen op {days}." if days else "Zo komt er geen enkele afspraak."
        return " ".join(filter(None, (regel.in_words(self._begint), first, seen.opmerking)))


def _offered(begint: datetime) -> list[tuple[str, str]]:
    """List what fits a day, in words; the last of the month is offered on every day."""
    day = begint.date()
    on_date = Herhaling(Ritme.MAAND, maanddag=day.day)
    on_weekday = Herhaling(Ritme.MAAND, weekdag=rank_of(day))
    return [
        ("Niet herhalen", ""),
        ("Elke dag", "dag"),
        ("Elke week", "week"),
        (_without_end(on_date, begint), "maanddag"),
        (_without_end(on_weekday, begint), "weekdag"),
        ("Elke maand op de laatste dag", "maandeinde"),
        (_without_end(Herhaling(Ritme.JAAR), begint), "jaar"),
    ]


def _without_end(regel: Herhaling, begint: datetime) -> str:
    return regel.in_words(begint).removesuffix(", zonder einde.")


def _key_of(regel: Herhaling) -> str:
    if regel.ritme is Ritme.MAAND:
        if regel.maanddag == LAATSTE:
            return "maandeinde"
        return "weekdag" if regel.weekdag else "maanddag"
    return {Ritme.DAG: "dag", Ritme.WEEK: "week", Ritme.JAAR: "jaar"}[regel.ritme]


def _number(line: QLineEdit, sentence: str) -> int:
    typed = line.text().strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 6):  # noqa: PLR2004 (digits)
        raise UserError(sentence)
    return int(typed)
