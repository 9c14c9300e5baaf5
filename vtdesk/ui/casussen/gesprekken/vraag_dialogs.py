"""Ask an informant something, and note how far that came."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vtdesk.services.informatie import InformatieGegevens, InformatieRow, Stap
from vtdesk.ui.day_field import DayField, needed_day
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named

ELSE = "iemand anders"
GROUND = "Wmo 2015 art. 5.2.6: een professional mag zonder toestemming antwoorden."
_STEPS = {
    Stap.VERSTUURD: ("Vraag verstuurd", "Wanneer is de vraag verstuurd?"),
    Stap.BEANTWOORD: ("Vraag beantwoord", "Wanneer kwam het antwoord?"),
    Stap.TERUGGELEZEN: ("Antwoord teruggelezen", "Wanneer las je het antwoord terug?"),
    Stap.AKKOORD: ("Informant is akkoord", "Wanneer was de informant akkoord?"),
}


class VraagDialog(FormDialog):
    """Whom one asks what, on which ground, and whether the parents know."""

    def __init__(
        self,
        people: Iterable[tuple[str, UUID]],
        shown: InformatieRow | None,
        parent: QWidget,
    ) -> None:
        new = shown is None
        super().__init__(
            "Informatie vragen" if new else "Vraag wijzigen",
            "Vraag vastleggen" if new else "Bewaren",
            parent,
        )
        start = shown.gegevens if shown else InformatieGegevens("", "", grond=GROUND)
        self._start = start
        self._people: list[tuple[str, UUID | None]] = [(ELSE, None), *people]
        self._person = named(Choices(self._people), "persoon")
        self._person.choose(start.persoon_id)
        self._whom = named(QLineEdit(start.aan), "aan")
        self._what = named(TextArea(start.gevraagd, height=72), "gevraagd")
        self._ground = named(QLineEdit(start.grond), "grond")
        self._parents = named(QLineEdit(start.ouders_weten), "ouders-weten")
        self._shielded = named(QCheckBox("De naam van de bron blijft afgeschermd"), "afgeschermd")
        self._shielded.setChecked(start.bron_afgeschermd)
        self.form.add("Wie in deze casus?", self._person)
        self._whom_field = self.form.add(
            "Aan wie?", self._whom, hint="Naam en functie, bijvoorbeeld: juf Tess, leerkracht."
        )
        self._what_field = self.form.add("Wat vraag je?", self._what)
        self.form.add("Op welke grond?", self._ground)
        self.form.add("Weten de ouders het?", self._parents, hint="Of waarom niet.")
        self.form.addWidget(self._shielded)
        self._person.currentIndexChanged.connect(self._follow)

    def gegevens(self) -> InformatieGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        whom, what = self._whom.text().strip(), self._what.toPlainText().strip()
        if not whom:
            self._whom_field.set_error("Vul in aan wie je dit vraagt.")
        if not what:
            self._what_field.set_error("Schrijf op wat je vraagt.")
        if self.form.first_wrong():
            return None
        return InformatieGegevens(
            whom,
            what,
            self._ground.text().strip(),
            self._person.value(),
            self._start.organisatie_id,
            self._parents.text().strip(),
            self._shielded.isChecked(),
        )

    def _follow(self) -> None:
        """Take over the name of who was chosen, unless another was typed."""
        names = {name for name, _ in self._people}
        if not self._whom.text().strip() or self._whom.text() in names:
            chosen = self._person.currentText()
            self._whom.setText("" if chosen == ELSE else chosen)


class StapDialog(FormDialog):
    """The day of the next step, and the answer when that is the step."""

    def __init__(self, today: date, row: InformatieRow, step: Stap, parent: QWidget) -> None:
        title, question = _STEPS[step]
        super().__init__(title, "Vastleggen", parent)
        self._day = named(DayField(today), "dag")
        self._day.set_day(today)
        self._answer = named(TextArea(row.antwoord, height=120), "antwoord")
        self._day_field = self.form.add(question, self._day)
        if step is Stap.BEANTWOORD:
            self._answer_field = self.form.add(
                "Wat is het antwoord?", self._answer, hint="Feiten en meningen uit elkaar."
            )

    def stap(self) -> tuple[date, str] | None:
        """Give the day and the answer; None when a field says what is wrong."""
        day = needed_day(self._day, self._day_field)
        if day is None or self.form.first_wrong():
            return None
        return day, self._answer.toPlainText().strip()
