"""A day without a time, typed the short Dutch way; empty means not known."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.ui.moment_field import read_day
from vtdesk.ui.theme import palette
from vtdesk.ui.widgets.form import Field
from vtdesk.values.tijd import dag_met_naam, volle_dag

FAR = 200  # years; no day of anybody in a casus, nor of its grandparents, is further away
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NO_DAY = "Vul een dag in, zoals 12-5-2026."


class DayField(QLineEdit):
    """Holds a day such as `1-9-2016`; `day` raises when the words are not a day.

    What was understood is said back at the end of the line, and by name to a screen reader.
    """

    def __init__(
        self, today: date, parent: QWidget | None = None, *, example: str = "1-9-2016"
    ) -> None:
        super().__init__(parent)
        self._today, self._example = today, example
        self.setPlaceholderText("dag-maand-jaar")
        self.textChanged.connect(self._say_back)

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

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = self.rect().adjusted(0, 0, -10, 0)
        free = room.width() - self.fontMetrics().horizontalAdvance(self.text()) - 24
        for words in self._meant():
            if self.fontMetrics().horizontalAdvance(words) <= free:
                painter = QPainter(self)
                painter.setPen(palette.colour("stil"))
                painter.drawText(room, _RIGHT, words)
                painter.end()
                return

    def _meant(self) -> tuple[str, ...]:
        """Say the day in words, the longest form first; nothing when there is no day."""
        found = read_day(self.text(), self._today)
        if found is None or abs(found.year - self._today.year) > FAR:
            return ()
        return volle_dag(found), dag_met_naam(found)

    @Slot()
    def _say_back(self) -> None:
        self.setToolTip("".join(self._meant()[:1]))
        self.update()


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
