"""A day without a time, typed the short Dutch way; empty means not known."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.moment_field import read_day

FAR = 200  # years; no day of anybody in a casus, nor of its grandparents, is further away
NO_DAY = "Vul een dag in, zoals 12-5-2026."


class DayField(QLineEdit):
    """Holds a day such as `1-9-2016`; `day` raises when the words are not a day."""

    def __init__(
        self, today: date, parent: QWidget | None = None, *, example: str = "1-9-2016"
    ) -> None:
        super().__init__(parent)
        self._today, self._example = today, example
        self.setPlaceholderText("dag-maand-jaar")

    def set_day(self, day: date | None) -> None:
        """Show a day, or nothing."""
        self.setText(f"{day.day}-{day.month}-{day.year}" if day else "")

    def day(self) -> date | None:
        """Give the day; None when the field is empty.

        Raises ValueError with a Dutch sentence when the words are not a day, or no day near here.
        """
        if not self.text().strip():
            return None
        found = read_day(self.text(), self._today)
        if found is None:
            raise ValueError(f"Dit is geen datum. Schrijf bijvoorbeeld {self._example}.")
        if abs(found.year - self._today.year) > FAR:
            raise ValueError(f"Het jaar {found.year} kan niet kloppen. Controleer het jaar.")
        return found


def day_of(line: DayField, field: Field) -> date | None:
    """Read a day, or say beside the field that it is not one."""
    try:
        return line.day()
    except ValueError as error:
        field.set_error(str(error))
        return None


def needed_day(line: DayField, field: Field) -> date | None:
    """Read a day that must be there, or say so beside the field."""
    day = day_of(line, field)
    if day is None and not field.error():
        field.set_error(NO_DAY)
    return day
