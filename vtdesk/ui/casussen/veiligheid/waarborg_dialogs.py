"""Make, change and check a voorwaarde or afspraak, and note who agrees with a proposal."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.services.veiligheid import ToetsGegevens, WaarborgGegevens, WaarborgRow
from vtdesk.ui.day_field import DayField, day_of, needed_day
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.casuskinds import Instemmingsstand, Toetsuitkomst, WaarborgSoort

_KINDS = (
    ("veiligheidsvoorwaarde, gesteld door Veilig Thuis", WaarborgSoort.VOORWAARDE),
    ("veiligheidsafspraak, gemaakt met het gezin", WaarborgSoort.AFSPRAAK),
)
NONE = "geen uitspraak uit deze casus"
LONG = 80  # characters of a statement in the list


class WaarborgDialog(FormDialog):
    """Who does what and when, what if not, who looks, and until when."""

    def __init__(self, today: date, shown: WaarborgRow | None, parent: QWidget) -> None:
        new = shown is None
        super().__init__(
            "Afspraak of voorwaarde toevoegen" if new else "Afspraak of voorwaarde wijzigen",
            "Toevoegen" if new else "Bewaren",
            parent,
        )
        start = shown.gegevens if shown else WaarborgGegevens("", "")
        self.sort = named(Choices(_KINDS), "soort")
        self._what = named(TextArea(start.wat, height=60), "wat")
        self._who = named(QLineEdit(start.wie), "wie")
        self._when = named(QLineEdit(start.wanneer), "wanneer")
        self._otherwise = named(QLineEdit(start.wat_als_niet), "wat-als-niet")
        self._looks = named(QLineEdit(start.wie_kijkt), "wie-kijkt")
        self._until = named(DayField(today), "tot")
        self._until.set_day(start.tot)
        self._made = named(DayField(today), "gemaakt-op")
        self._made.set_day(today)
        self._made_field = Field("Afgesproken op", self._made)
        self.proposal = named(QCheckBox("Nog niet iedereen is akkoord"), "voorstel")
        if new:
            self.form.add("Soort", self.sort)
        self._what_field = self.form.add("Wat moet er gebeuren?", self._what)
        self._who_field = self.form.add("Wie doet dit?", self._who)
        self.form.add("Wanneer", self._when, hint="Bijvoorbeeld: elke avond, of: vóór 13 mei.")
        self.form.add("Wat als het niet lukt?", self._otherwise)
        self.form.add("Wie kijkt of het gebeurt?", self._looks)
        self._until_field = self.form.add("Geldt tot en met", self._until, hint="Mag leeg zijn.")
        if new:
            self._made_field = self.form.add("Afgesproken op", self._made)
            self.form.addWidget(self.proposal)

    def gegevens(self) -> WaarborgGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        until = day_of(self._until, self._until_field)
        what, who = self._what.toPlainText().strip(), self._who.text().strip()
        if not what:
            self._what_field.set_error("Schrijf op wat er moet gebeuren, zo dat je het kunt zien.")
        if not who:
            self._who_field.set_error("Vul in wie dit doet.")
        if self.form.first_wrong():
            return None
        return WaarborgGegevens(
            wie=who,
            wat=what,
            wanneer=self._when.text().strip(),
            wat_als_niet=self._otherwise.text().strip(),
            wie_kijkt=self._looks.text().strip(),
            tot=until,
        )

    def made_on(self) -> date | None:
        """Give the day on which it was agreed; the field says when it is not one."""
        return needed_day(self._made, self._made_field)


class ToetsDialog(FormDialog):
    """What a check found, and what that rests on."""

    def __init__(
        self,
        today: date,
        waarborg: WaarborgRow,
        uitspraken: Sequence[UitspraakRow],
        by: str,
        parent: QWidget,
    ) -> None:
        super().__init__("Toetsen", "Toets bewaren", parent)
        self._found = named(Choices((label(u).word, u) for u in Toetsuitkomst), "uitkomst")
        self._found.choose_nothing("Kies wat je zag")
        self._evidence = named(TextArea(height=72), "bewijs")
        self._statement = named(Choices([(NONE, None)]), "uitspraak")
        for uitspraak in uitspraken:
            self._statement.add(_short(uitspraak), uitspraak.id)
        self._day = named(DayField(today), "datum")
        self._day.set_day(today)
        self._by = named(QLineEdit(by), "door")
        self.form.addWidget(text(f"{waarborg.nummer}. {waarborg.gegevens.wat}"))
        self._found_field = self.form.add("Is het gebeurd?", self._found)
        self._evidence_field = self.form.add(
            "Waaruit blijkt dat?", self._evidence, hint="Wie zei of zag het, en wanneer?"
        )
        if uitspraken:
            self.form.add("Welke uitspraak laat dit zien?", self._statement)
        self._day_field = self.form.add("Getoetst op", self._day)
        self.form.add("Door wie", self._by)

    def gegevens(self) -> ToetsGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        day, evidence = needed_day(self._day, self._day_field), self._evidence.toPlainText().strip()
        if self._found.value() is None:
            self._found_field.set_error("Kies of het is gebeurd.")
        if not evidence:
            self._evidence_field.set_error("Schrijf op waaruit dit blijkt.")
        if day is None or self.form.first_wrong():
            return None
        return ToetsGegevens(
            day, self._found.value(), evidence, self._by.text().strip(), self._statement.value()
        )


class ReactieDialog(FormDialog):
    """What somebody says to a proposal."""

    def __init__(
        self, today: date, waarborg: WaarborgRow, people: list[str], parent: QWidget
    ) -> None:
        super().__init__("Reactie op het voorstel", "Reactie bewaren", parent)
        self._who = named(QComboBox(), "wie")
        self._who.setEditable(True)
        self._who.addItems(people)
        self._stand = named(Choices((label(s).word, s) for s in Instemmingsstand), "stand")
        self._day = named(DayField(today), "datum")
        self._day.set_day(today)
        self.form.addWidget(text(f"{waarborg.nummer}. {waarborg.gegevens.wat}"))
        self._who_field = self.form.add("Wie", self._who)
        self.form.add("Zegt", self._stand)
        self._day_field = self.form.add("Op", self._day)

    def reactie(self) -> tuple[str, Instemmingsstand, date] | None:
        """Give who said what and when; None when a field says what is wrong."""
        who, day = self._who.currentText().strip(), needed_day(self._day, self._day_field)
        if not who:
            self._who_field.set_error("Vul in wie dit zei.")
        if day is None or self.form.first_wrong():
            return None
        return who, self._stand.value(), day


class WaaromDialog(FormDialog):
    """Asks only why: why something lapses, or why an offer is taken back."""

    def __init__(self, title: str, question: str, agree: str, parent: QWidget) -> None:
        super().__init__(title, agree, parent)
        self._reason = named(TextArea(height=72), "reden")
        self.form.add(question, self._reason, hint="De reden blijft bij deze casus staan.")

    def reden(self) -> str:
        """Give the reason."""
        return self._reason.toPlainText().strip()


def _short(uitspraak: UitspraakRow) -> str:
    """Name a statement in a list: its letter, its speaker and how it begins."""
    words = uitspraak.woorden
    cut = f"{words[:LONG]}…" if len(words) > LONG else words
    return f"{uitspraak.regel.letter.value} · {uitspraak.regel.bron.naam}: {cut}"
