"""Note a melding, who made it, and that the melder heard what became of it."""

from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.services.meldingen import MelderGegevens, MeldingGegevens, MeldingRow
from vtdesk.ui.casussen.meldingen.momenten import moment_field, moment_of
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.casuskinds import Anonimiteit, MeldingSoort
from vtdesk.values.tijd import local

APART = "Dit staat apart van het gezin: niet in lijsten, niet in zoeken en nooit op papier."
DUBBEL = (
    "Niemand weet wie dit meldde. Weiger de melding met een reden, "
    "of schrijf op waarom je haar toch mag gebruiken."
)


class MeldingDialog(FormDialog):
    """What came in, from what side, and what may be done with it; never by whom."""

    def __init__(
        self, now: datetime, shown: MeldingRow | None, *, can_join: bool, parent: QWidget
    ) -> None:
        super().__init__(
            "Melding wijzigen" if shown else "Melding vastleggen", "Melding bewaren", parent
        )
        start = shown.gegevens if shown else MeldingGegevens(MeldingSoort.POLITIE, now, "")
        self._sort = named(Choices((label(s).word, s) for s in MeldingSoort), "soort")
        self._sort.choose(start.soort)
        self._received = moment_field(now, start.ontvangen_op, "ontvangen-op")
        self._content = named(TextArea(start.inhoud, height=96), "inhoud")
        self._happened = named(DayField(local(now).date()), "gebeurd-op")
        self._happened.set_day(start.gebeurd_op)
        self._urgent = _ticked("Spoed: vandaag nog handelen", "spoed", on=start.spoed)
        self._joined = _ticked(
            "Hoort bij het onderzoek of de V&&V die al loopt", "gevoegd", on=start.gevoegd
        )
        self._known = named(Choices((label(a).word, a) for a in Anonimiteit), "anonimiteit")
        self._refused = named(TextArea(start.geweigerd_want, height=48), "geweigerd-want")
        self._used = named(TextArea(start.gebruikt_want, height=48), "gebruikt-want")
        self._joined.setVisible(can_join or start.gevoegd)
        self._note = text(DUBBEL, "klein", tone="let-op")
        self._lay_out()

        self._known.currentIndexChanged.connect(self._fit)
        self._known.choose(start.anonimiteit)
        self._fit()

    def gegevens(self) -> MeldingGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        received = moment_of(self._received, self._received_field)
        happened = day_of(self._happened, self._happened_field)
        if not self._content.toPlainText().strip():
            self._content_field.set_error("Schrijf op wat er is gemeld.")
        if received is None or self.form.first_wrong():
            return None
        double = self._is_double()
        return MeldingGegevens(
            soort=self._sort.value(),
            ontvangen_op=received,
            inhoud=self._content.toPlainText().strip(),
            anonimiteit=self._known.value(),
            gebeurd_op=happened,
            spoed=self._urgent.isChecked(),
            geweigerd_want=self._refused.toPlainText().strip() if double else "",
            gebruikt_want=self._used.toPlainText().strip() if double else "",
            gevoegd=self._joined.isChecked(),
        )

    def _lay_out(self) -> None:
        form = self.form
        form.add("Van", self._sort)
        self._received_field = form.add("Ontvangen op", self._received)
        self._content_field = form.add(
            "Wat is er gemeld?", self._content, hint="Schrijf hier niet wie het meldde."
        )
        self._happened_field = form.add("Gebeurd op", self._happened, hint="Mag leeg zijn.")
        form.addWidget(self._urgent)
        form.addWidget(self._joined)
        form.add("Wie mag de melder kennen?", self._known)
        form.addWidget(self._note)
        self._refused_field = form.add("Geweigerd, want", self._refused)
        self._used_field = form.add("Toch gebruikt, want", self._used)

    def _is_double(self) -> bool:
        return self._known.value() is Anonimiteit.DUBBEL_ANONIEM

    def _fit(self) -> None:
        for part in (self._note, self._refused_field, self._used_field):
            part.setVisible(self._is_double())


class MelderDialog(FormDialog):
    """Who made a melding; what was noted before is not shown here."""

    def __init__(self, melding: MeldingRow, parent: QWidget) -> None:
        super().__init__(f"Melder van {melding.naam}", "Melder bewaren", parent)
        self._fields = {
            name: named(QLineEdit(), name)
            for name in ("naam", "organisatie", "telefoon", "relatie", "toelichting")
        }
        self.form.addWidget(text(APART))
        if melding.heeft_melder:
            self.form.addWidget(
                text("Er staat al een melder. Wat je hier bewaart, komt daarvoor in de plaats.")
            )
        for name, words in (
            ("naam", "Naam"),
            ("organisatie", "Organisatie"),
            ("telefoon", "Telefoon"),
            ("relatie", "Wie is dit voor het gezin?"),
            ("toelichting", "Toelichting"),
        ):
            self.form.add(words, self._fields[name])

    def gegevens(self) -> MelderGegevens:
        """Give what was typed."""
        return MelderGegevens(**{name: line.text().strip() for name, line in self._fields.items()})


class MelderInzage(FormDialog):
    """Shows who made a melding, for as long as the dialog is open."""

    def __init__(self, melding: str, melder: MelderGegevens, parent: QWidget) -> None:
        super().__init__(f"Melder van {melding}", "Sluiten", parent)
        self.refuse.hide()
        for words, value in (
            ("Naam", melder.naam),
            ("Organisatie", melder.organisatie),
            ("Telefoon", melder.telefoon),
            ("Voor het gezin", melder.relatie),
            ("Toelichting", melder.toelichting),
        ):
            if value:
                self.form.addWidget(text(words, "vet"))
                self.form.addWidget(text(value))


def _ticked(words: str, name: str, *, on: bool) -> QCheckBox:
    box = named(QCheckBox(words), name, words.replace("&&", "&"))
    box.setChecked(on)
    return box
