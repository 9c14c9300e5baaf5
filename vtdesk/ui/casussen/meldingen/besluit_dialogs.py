"""Write down a besluit, make it final, and note who was told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.besluiten import BesluitGegevens, BesluitRow, Ronde, Verteld
from vtdesk.services.meldingen import MeldingRow
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.ui.casussen.uitspraken.keuzes import Keuzes
from vtdesk.ui.day_field import DayField, needed_day
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.line_pairs import LinePairs
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.casuskinds import BesluitSoort, BesluitVervolg
from vtdesk.values.kinds import Letter

FOREVER = "Een definitief besluit verandert niet meer. Daarna leg je alleen nog vast wie het hoort."
_BY_RULE = (BesluitSoort.VERNIETIGING,)  # has a way of its own


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What a besluit can be tied to in its casus."""

    today: date
    meldingen: Sequence[MeldingRow]
    uitspraken: Sequence[UitspraakRow]


class BesluitDialog(FormDialog):
    """Who decided what, out of which options, on which grounds, and who disagreed."""

    def __init__(
        self, omgeving: Omgeving, start: BesluitGegevens, *, new: bool, parent: QWidget
    ) -> None:
        super().__init__(
            "Besluit vastleggen" if new else "Besluit wijzigen", "Besluit bewaren", parent
        )
        kinds = [(label(s).word, s) for s in BesluitSoort if s not in _BY_RULE]
        self._sort = named(Choices(kinds), "soort")
        self._next = named(Choices((label(v).word, v) for v in BesluitVervolg), "vervolg")
        self._day = named(DayField(omgeving.today), "datum")
        self._day.set_day(start.datum)
        self._melding = named(Choices([("geen", None)]), "melding")
        for one in omgeving.meldingen:
            if not one.is_geweigerd:
                self._melding.add(one.naam, one.id)
        self._outcome = named(TextArea(start.uitkomst, height=60), "uitkomst")
        self._deciders = named(TextArea("\n".join(start.beslissers), height=60), "beslissers")
        self._options = named(LinePairs(("Mogelijkheid", "Waarom niet"), start.opties), "opties")
        grounds = [
            (f"{row.regel.letter.value}  {row.woorden}", row.id)
            for row in omgeving.uitspraken
            if row.regel.letter is not Letter.HYPOTHESE
        ]
        self._grounds = Keuzes("gronden", "Steunt op", grounds, start.gronden)
        self._why = named(TextArea(start.motivering, height=84), "motivering")
        self._dissent = named(LinePairs(("Wie", "Wat vindt die"), start.afwijkend), "afwijkend")
        self._reader = named(QLineEdit(start.meelezer), "meelezer")
        self._lay_out()

        self._sort.currentIndexChanged.connect(self._fit)
        self._sort.choose(start.soort)
        self._next.choose(start.vervolg)
        self._melding.choose(start.melding_id)
        self._fit()

    def gegevens(self) -> BesluitGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        day = needed_day(self._day, self._day_field)
        if not self._outcome.toPlainText().strip():
            self._outcome_field.set_error("Schrijf op wat er is besloten.")
        if day is None or self.form.first_wrong():
            return None
        names = self._deciders.toPlainText().splitlines()
        return BesluitGegevens(
            soort=self._sort.value(),
            datum=day,
            uitkomst=self._outcome.toPlainText().strip(),
            vervolg=self._next.value() if self._is_vb() else None,
            melding_id=self._melding.value(),
            beslissers=tuple(name.strip() for name in names if name.strip()),
            opties=self._options.pairs(),
            gronden=self._grounds.chosen(),
            motivering=self._why.toPlainText().strip(),
            afwijkend=self._dissent.pairs(),
            meelezer=self._reader.text().strip(),
        )

    def _lay_out(self) -> None:
        form = self.form
        form.add("Soort", self._sort)
        self._next_field = form.add("Wat volgt er?", self._next)
        self._day_field = form.add("Besloten op", self._day)
        form.add("Over melding", self._melding)
        self._outcome_field = form.add("Wat is er besloten?", self._outcome)
        form.add("Wie besloten?", self._deciders, hint="Eén naam per regel. Nooit één alleen.")
        form.add("Wat is niet gekozen?", self._options)
        form.addWidget(self._grounds)
        form.add("Motivering", self._why)
        form.add("Wie ziet het anders?", self._dissent)
        form.add("Wie leest mee?", self._reader, hint="Zoals de gedragswetenschapper.")

    def _is_vb(self) -> bool:
        return self._sort.value() is BesluitSoort.VEILIGHEIDSBEOORDELING

    def _fit(self) -> None:
        self._next_field.setVisible(self._is_vb())


class DefinitiefDialog(FormDialog):
    """Asks once before a besluit becomes final, and says what is still open."""

    def __init__(self, besluit: BesluitRow, found: Ronde, parent: QWidget) -> None:
        super().__init__("Besluit definitief maken", "Definitief maken", parent)
        self.form.addWidget(text(besluit.gegevens.uitkomst, "vet"))
        self.form.addWidget(text(FOREVER))
        if found.open:
            self.form.addWidget(text("Nog te beantwoorden in de tegenspraakronde:", tone="let-op"))
            for one in found.open:
                self.form.addWidget(text(one.tekst))


class VerteldDialog(FormDialog):
    """Who was told of a besluit, when and how."""

    def __init__(self, today: date, people: Sequence[str], parent: QWidget) -> None:
        super().__init__("Wie hoorde dit besluit?", "Vastleggen", parent)
        self._today = today
        self._who = named(Choices((name, name) for name in people), "wie")
        self._who.setEditable(True)
        self._who.setEditText("")
        self._day = named(DayField(today), "op")
        self._day.set_day(today)
        self._how = named(QLineEdit(), "hoe")
        self._who_field = self.form.add("Wie", self._who)
        self._day_field = self.form.add("Op", self._day)
        self.form.add(
            "Hoe", self._how, hint="Bijvoorbeeld: in een gesprek, telefonisch, per brief."
        )

    def verteld(self) -> Verteld | None:
        """Give what was typed; None when a field says what is wrong."""
        day, who = needed_day(self._day, self._day_field), self._who.currentText().strip()
        if not who:
            self._who_field.set_error("Vul in wie het hoorde.")
        if day is None or self.form.first_wrong():
            return None
        return Verteld(who, day, self._how.text().strip())
