"""Day, begin and end of an appointment in three short fields; each says what is wrong with it."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.ui.moment_field import read_clock, read_day
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.values.tijd import at, clock_change, dag_met_naam, klok, local, wall

NO_DAY = "Schrijf een dag, zoals 12 mei, di of morgen."
NO_CLOCK = "Schrijf een tijd, zoals 9:30."
MOST_YEARS = 100  # further off it is a slip of the finger
FAR_BACK = timedelta(days=31)


class TijdVeld(QWidget):
    """Reads `12 mei`, `9:30` and `10:20`; keeps what was typed, also when it is not a time."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._shown: date | None = None
        self._day = named(QLineEdit(), "datum")
        self._begin = named(QLineEdit(), "begin")
        self._einde = named(QLineEdit(), "einde")
        self.fields = {
            "datum": Field("Datum", self._day),
            "begin": Field("Begin", self._begin),
            "einde": Field("Einde", self._einde),
        }
        layout = row(*self.fields.values(), air=8)
        layout.setStretch(0, 2)
        layout.setStretch(1, 1)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        for line in (self._day, self._begin, self._einde):
            line.editingFinished.connect(self._tidy)

    def show_span(self, begin: datetime, einde: datetime) -> None:
        """Show when it is."""
        self._shown = local(begin).date()
        self._day.setText(dag_met_naam(self._shown))
        self._begin.setText(klok(begin))
        self._einde.setText(klok(einde))

    def day(self) -> date | None:
        """Give the day; a date without a year that lies far back is meant for next year."""
        typed = self._day.text()
        if self._shown and typed == dag_met_naam(self._shown):
            return self._shown
        day = read_day(typed, self._today)
        if day and day < self._today - FAR_BACK and str(day.year) not in typed:
            return self._next(day)
        return day if day and abs(day.year - self._today.year) <= MOST_YEARS else None

    def _next(self, day: date) -> date | None:
        """Give the same day of a later year; 29 February waits some years."""
        years = range(day.year + 1, day.year + 9)
        found = (read_day(f"{day.day}-{day.month}-{year}", self._today) for year in years)
        return next(filter(None, found), None)

    def day_or_error(self) -> date | None:
        """Give the day, or say beside the field that it is not one."""
        day = self.day()
        self.fields["datum"].set_error("" if day else NO_DAY)
        return day

    def span(self) -> tuple[datetime, datetime] | None:
        """Give begin and end, or say beside the fields what is wrong."""
        self.day_or_error()
        begin, einde = read_clock(self._begin.text()), read_clock(self._einde.text())
        self.fields["begin"].set_error("" if begin else NO_CLOCK)
        self.fields["einde"].set_error("" if einde else NO_CLOCK)
        if begin and einde and einde <= begin:
            self.fields["einde"].set_error("Het einde ligt niet na het begin.")
        for name, clock in (("begin", begin), ("einde", einde)):
            if (day := self.day()) and clock and (odd := skipped(day, clock)):
                self.fields[name].set_error(odd)
        return None if self.first_wrong() else self.typed()

    def typed(self) -> tuple[datetime, datetime] | None:
        """Give begin and end as far as they are typed already."""
        day = self.day()
        begin, einde = read_clock(self._begin.text()), read_clock(self._einde.text())
        if day is None or begin is None or einde is None or einde <= begin:
            return None
        return _at(day, begin), _at(day, einde)

    def half_typed(self) -> dict[str, str]:
        """Give the words in the fields, and the day that they were read as."""
        words = {name: line.text() for name, line in self._lines().items()}
        return words | {"dag": self._shown.isoformat() if self._shown else ""}

    def give_back(self, kept: dict[str, str]) -> None:
        """Show again what was typed."""
        self._shown = date.fromisoformat(kept["dag"]) if kept["dag"] else None
        for name, line in self._lines().items():
            line.setText(kept[name])

    def first_wrong(self) -> QWidget | None:
        """Give the first field with an error."""
        return next((f.editor for f in self.fields.values() if f.error()), None)

    def _lines(self) -> dict[str, QLineEdit]:
        return {"datum": self._day, "begin": self._begin, "einde": self._einde}

    @Slot()
    def _tidy(self) -> None:
        """Write what was understood the way it is shown everywhere."""
        if day := self.day():
            self._shown = day
            self._day.setText(dag_met_naam(day))
        for line in (self._begin, self._einde):
            if clock := read_clock(line.text()):
                line.setText(f"{clock:%H:%M}")
        self.changed.emit()


def skipped(day: date, clock: time) -> str:
    """Say that this time does not come on the night that the clock goes forward; else nothing."""
    figures = datetime.combine(day, clock)
    return "" if wall(_at(day, clock)) == figures else clock_change(figures)


def _at(day: date, clock: time) -> datetime:
    return at(day, clock.hour, clock.minute)
