"""Begin a term, note that it was met or will be late, let it stand still or make it longer."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from vtdesk.errors import UserError
from vtdesk.services.termijnen import TermijnGegevens, TermijnRow, Uitstel
from vtdesk.ui.day_field import DayField, needed_day
from vtdesk.ui.moment_field import read_clock
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.termijnen.berekening import Sporen, Uitkomst
from vtdesk.values.termijnen.regel import Eenheid, Spoor, Termijnregel
from vtdesk.values.termijnen.waarom import einde_in_woorden
from vtdesk.values.tijd import at, klok, start_of, volle_dag

Preview = Callable[[str, datetime], Sporen]
LATE = (
    "De termijn is voorbij. "
    "Schrijf op waarom, kies een nieuwe datum en wie nu op de veiligheid let."
)
SOON = "Schrijf op waarom het later wordt, kies een nieuwe datum en wie op de veiligheid let."
TOO_LONG = 6  # digits
_WORDS = {Spoor.WET: "Wet", Spoor.PROTOCOL: "Protocol"}


class TermijnDialog(FormDialog):
    """By which rule, since when, about whom; it says at once what date that gives."""

    def __init__(
        self,
        today: date,
        regels: list[Termijnregel],
        people: list[tuple[str, UUID | None]],
        preview: Preview,
        parent: QWidget,
    ) -> None:
        super().__init__("Termijn toevoegen", "Termijn starten", parent)
        self._preview = preview
        self._rule = named(Choices((f"{r.id} · {r.naam}", r) for r in regels), "regel")
        self._person = named(Choices(people), "persoon")
        self._day, self._clock = named(DayField(today), "begin"), named(QLineEdit(), "tijd")
        self._day.set_day(today)
        self._clock.setPlaceholderText("21:30")
        self._why = named(QLineEdit(), "aanleiding")
        self._says = named(text(tone="stil"), "einde")
        self.form.add("Welke termijn?", self._rule)
        self._person_field = self.form.add("Over wie", self._person)
        self._day_field = self.form.add("Begint op", self._day)
        self._clock_field = self.form.add("Om", self._clock, hint="Het einde valt op dat uur.")
        self.form.add("Aanleiding", self._why)
        self.form.addWidget(self._says)

        self._rule.currentIndexChanged.connect(self._show_end)
        self._day.textChanged.connect(self._show_end)
        self._clock.textChanged.connect(self._show_end)
        self._show_end()

    def choose(self, regel_id: str) -> None:
        """Choose a rule by its id."""
        for number in range(self._rule.count()):
            if self._rule.itemData(number)[0].id == regel_id:
                self._rule.setCurrentIndex(number)

    def gegevens(self) -> TermijnGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        day = needed_day(self._day, self._day_field)
        hour = read_clock(self._clock.text())
        if self._on_the_hour() and hour is None:
            self._clock_field.set_error("Vul de tijd in, zoals 21:30.")
        if self._regel().per_persoon and self._person.value() is None:
            self._person_field.set_error("Deze termijn loopt per persoon. Kies over wie het gaat.")
        if day is None or self.form.first_wrong():
            return None
        return TermijnGegevens(
            self._regel().id, self._begin(day), self._why.text().strip(), self._person.value()
        )

    def _regel(self) -> Termijnregel:
        found: Termijnregel = self._rule.value()
        return found

    def _on_the_hour(self) -> bool:
        regel = self._regel()
        return regel.op_het_uur or regel.lengte.eenheid is Eenheid.UREN

    def _begin(self, day: date) -> datetime:
        hour = read_clock(self._clock.text()) if self._on_the_hour() else None
        return at(day, hour.hour, hour.minute) if hour else start_of(day)

    @Slot()
    def _show_end(self) -> None:
        self._clock_field.setVisible(self._on_the_hour())
        self._says.setText(f"{self._regel().naam}. Begint bij: {self._regel().begint_bij}.")
        try:
            day = self._day.day()
            both = self._preview(self._regel().id, self._begin(day)) if day else None
        except (ValueError, UserError):
            return
        for one in filter(None, (both.protocol, both.wet) if both else ()):
            ends = f"{_WORDS[one.regel.spoor]}: {einde_in_woorden(one)}."
            self._says.setText(f"{self._says.text()}\n{ends}")


class WijzigDialog(FormDialog):
    """Correct since when a term runs, and why."""

    def __init__(self, today: date, shown: TermijnRow, parent: QWidget) -> None:
        super().__init__("Termijn wijzigen", "Bewaren", parent)
        self._shown = shown
        self._day, self._clock = named(DayField(today), "begin"), named(QLineEdit(), "tijd")
        self._day.set_day(shown.gegevens.begin.date())
        self._clock.setText(klok(shown.gegevens.begin))
        self._why = named(QLineEdit(shown.gegevens.aanleiding), "aanleiding")
        self.form.addWidget(text(shown.naam))
        self._day_field = self.form.add("Begint op", self._day)
        self._clock_field = self.form.add("Om", self._clock)
        self._clock_field.setVisible(shown.uitkomst.regel.op_het_uur)
        self.form.add("Aanleiding", self._why)

    def begin(self) -> datetime | None:
        """Give since when; None when a field says what is wrong."""
        day, hour = needed_day(self._day, self._day_field), read_clock(self._clock.text())
        if hour is None:
            self._clock_field.set_error("Vul de tijd in, zoals 21:30.")
        return at(day, hour.hour, hour.minute) if day and hour else None

    def aanleiding(self) -> str:
        """Give why it began."""
        return self._why.text()


class DagDialog(FormDialog):
    """Asks for one day, and for a reason where that is needed."""

    def __init__(
        self, title: str, question: str, agree: str, day: date, parent: QWidget, *, why: str = ""
    ) -> None:
        super().__init__(title, agree, parent)
        self._day = named(DayField(day), "dag")
        self._day.set_day(day)
        self._reason = named(TextArea(height=64), "reden")
        self._day_field = self.form.add(question, self._day)
        if why:
            self.form.add(why, self._reason, hint="De reden blijft bij deze casus staan.")

    def dag(self) -> date | None:
        """Give the day; the field says when it is not one."""
        return needed_day(self._day, self._day_field)

    def reden(self) -> str:
        """Give the reason."""
        return self._reason.toPlainText().strip()


class VerlengDialog(FormDialog):
    """How many days more, and why; the new date is there before it is stored."""

    def __init__(
        self, shown: TermijnRow, most: int, with_more: Callable[[int], Uitkomst], parent: QWidget
    ) -> None:
        super().__init__("Termijn verlengen", "Verlengen", parent)
        self._with_more = with_more
        self._most = most
        self._days = named(QLineEdit(str(most)), "dagen")
        self._reason = named(TextArea(height=64), "reden")
        self._says = named(text(), "nieuwe-datum")
        ruimte = shown.uitkomst.regel.verlenging
        self.form.addWidget(text(f"{shown.naam}. Nu: {einde_in_woorden(shown.uitkomst)}."))
        hint = f"Ten hoogste {most} dagen ({ruimte.artikel})." if ruimte else ""
        self._days_field = self.form.add("Met hoeveel dagen?", self._days, hint=hint)
        self.form.addWidget(self._says)
        self.form.add("Waarom?", self._reason, hint=ruimte.mits if ruimte else "")
        self._days.textChanged.connect(self._show_date)
        self._show_date()

    def dagen(self) -> int | None:
        """Give how many days more; the field says when it is no such number."""
        days = self._typed()
        if days is None:
            self._days_field.set_error(f"Vul een getal in, van 1 tot en met {self._most}.")
        return days

    def reden(self) -> str:
        """Give the reason."""
        return self._reason.toPlainText().strip()

    @Slot()
    def _show_date(self) -> None:
        days = self._typed()
        self._says.setText(new_date(self._with_more(days)) if days else "")

    def _typed(self) -> int | None:
        words = self._days.text().strip()
        days = int(words) if words.isascii() and words.isdigit() and len(words) < TOO_LONG else 0
        return days if 1 <= days <= self._most else None


class UitstelDialog(FormDialog):
    """Late is a state: why, until when, and who watches over safety meanwhile."""

    def __init__(
        self, today: date, shown: TermijnRow, watchers: list[str], parent: QWidget
    ) -> None:
        super().__init__("Later dan de termijn", "Bewaren", parent)
        late = shown.uitstel
        self._why = named(TextArea(late.want if late else "", height=64), "want")
        self._until = named(DayField(today), "nieuwe-datum")
        self._until.set_day(late.nieuwe_datum if late else None)
        self._who = named(QComboBox(), "wie-kijkt")
        self._who.setEditable(True)
        self._who.addItems(watchers)
        self._who.setEditText(late.wie_kijkt if late else watchers[0])
        over = today > shown.uitkomst.einde
        self.form.addWidget(text(f"{shown.naam}, {volle_dag(shown.uitkomst.einde)}."))
        self.form.addWidget(text(LATE if over else SOON))
        self._why_field = self.form.add("Waarom?", self._why)
        self._until_field = self.form.add("Nieuwe datum", self._until)
        self._who_field = self.form.add("Wie let nu op de veiligheid?", self._who)

    def uitstel(self) -> Uitstel | None:
        """Give what was typed; None when a field says what is wrong."""
        until, why = needed_day(self._until, self._until_field), self._why.toPlainText().strip()
        who = self._who.currentText().strip()
        for filled, field, question in (
            (why, self._why_field, "Schrijf op waarom het later wordt."),
            (who, self._who_field, "Vul in wie nu op de veiligheid let."),
        ):
            _needed(filled, field, question)
        if until is None or self.form.first_wrong():
            return None
        return Uitstel(why, until, who)


def new_date(uitkomst: Uitkomst) -> str:
    """Say the date, and on what it would have fallen."""
    ends = einde_in_woorden(uitkomst)
    if uitkomst.doorgeschoven:
        holiday = uitkomst.doorgeschoven[0].reden
        return f"Deze termijn viel op {holiday}. De nieuwe datum is {ends}."
    return f"De nieuwe datum is {ends}."


def _needed(filled: str, field: Field, question: str) -> None:
    if not filled:
        field.set_error(question)
