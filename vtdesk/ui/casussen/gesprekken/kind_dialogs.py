"""How a talk with a child was, and that somebody else saw a child."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.kindgesprekken import KindgesprekGegevens
from vtdesk.ui.day_field import DayField, day_of, needed_day
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named

_LINES = (
    ("plek", "Waar spraken jullie?", ""),
    ("steunfiguur", "Wie was erbij als steunfiguur?", "Leeg als het kind alleen was."),
    ("steunfiguur_gekozen_door", "Wie koos die?", ""),
    ("gezagdragers", "Wisten de gezagdragers ervan?", "Of waarom niet."),
    ("politie", "Afgestemd met de politie?", "Nodig als er nog een verhoor kan komen."),
)
_AREAS = (
    ("uitgelegd", "Wat legde je het kind uit?", ""),
    ("gevraagd", "Wat vroeg je?", "Open vragen."),
    ("gezien", "Wat zag je?", ""),
    ("wil", "Wat wil het kind?", ""),
    ("niet_doorgeven", "Wat wil het kind liever niet doorgeven?", "Beloof nooit geheimhouding."),
    ("geantwoord", "Wat antwoordde je daarop?", ""),
    ("teruggekoppeld", "Wat vertelde je het kind terug?", ""),
    ("veilig_erna", "Hoe was het kind na het gesprek veilig?", ""),
)
_HEIGHT = 56


class KindgesprekDialog(FormDialog):
    """All that must be known besides the literal words; those are uitspraken."""

    def __init__(self, today: date, name: str, shown: KindgesprekGegevens, parent: QWidget) -> None:
        super().__init__(f"Gesprek met {name}", "Bewaren", parent)
        self._lines = {
            name: named(QLineEdit(getattr(shown, name)), name.replace("_", "-"))
            for name, *_ in _LINES
        }
        self._areas = {
            name: named(TextArea(getattr(shown, name), height=_HEIGHT), name.replace("_", "-"))
            for name, *_ in _AREAS
        }
        self._told_on = named(DayField(today), "teruggekoppeld-op")
        self._told_on.set_day(shown.teruggekoppeld_op)
        for field, words, hint in (*_LINES, *_AREAS):
            editor = self._lines.get(field) or self._areas[field]
            self.form.add(words, editor, hint=hint)
        self._told_field = self.form.add("Wanneer vertelde je dat terug?", self._told_on)

    def gegevens(self) -> KindgesprekGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        told = day_of(self._told_on, self._told_field)
        if self.form.first_wrong():
            return None
        lines = {name: line.text().strip() for name, line in self._lines.items()}
        areas = {name: area.toPlainText().strip() for name, area in self._areas.items()}
        return KindgesprekGegevens(**lines, **areas, teruggekoppeld_op=told)


class GezienDialog(FormDialog):
    """Who saw or spoke the child, and when; it does not count as our own talk."""

    def __init__(self, today: date, name: str, parent: QWidget) -> None:
        super().__init__(f"{name} is gezien door een ander", "Vastleggen", parent)
        self._by = named(QLineEdit(), "door")
        self._day = named(DayField(today), "dag")
        self._day.set_day(today)
        self._about = named(TextArea("", height=_HEIGHT), "toelichting")
        self._by_field = self.form.add("Door wie?", self._by, hint="Naam en functie.")
        self._day_field = self.form.add("Wanneer?", self._day)
        self.form.add("Wat is er gezien of gezegd?", self._about)

    def gezien(self) -> tuple[date, str, str] | None:
        """Give day, by whom and what; None when a field says what is wrong."""
        day, by = needed_day(self._day, self._day_field), self._by.text().strip()
        if not by:
            self._by_field.set_error("Vul in wie het kind zag of sprak.")
        if day is None or self.form.first_wrong():
            return None
        return day, by, self._about.toPlainText().strip()
