"""Make or change a casus."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.casussen import CasusGegevens, CasusRow
from vtdesk.services.zicht import VEILIG_THUIS
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.labels import CASUS_STAAT, DIENST
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import CasusStaat, Dienst


class CasusDialog(FormDialog):
    """Number, name, service; and for a new casus who watches over safety."""

    def __init__(self, today: date, casus: CasusRow | None, parent: QWidget | None = None) -> None:
        super().__init__(
            "Casus wijzigen" if casus else "Casus maken",
            "Casus bewaren" if casus else "Casus maken",
            parent,
        )
        new = CasusGegevens("", "", Dienst.VEILIGHEIDSBEOORDELING, today)
        shown = casus.gegevens if casus else new
        self._number = named(QLineEdit(shown.nummer), "nummer")
        self._name = named(QLineEdit(shown.naam), "naam")
        self._service = named(Choices([(DIENST[d].word, d) for d in Dienst]), "dienst")
        self._service.choose(shown.dienst)
        self._opened = named(DayField(today), "geopend-op")
        self._opened.set_day(shown.geopend_op)
        self._watch = named(QLineEdit(VEILIG_THUIS), "zicht-bij")
        self._note = named(TextArea(shown.let_op, height=72), "let-op")
        self._note_review = named(DayField(today), "let-op-herzien")
        self._note_review.set_day(shown.let_op_herzien_op)
        self._number_field = self.form.add("Nummer", self._number)
        self._name_field = self.form.add("Naam", self._name, hint="De namen van het gezin.")
        self.form.add("Dienst", self._service)
        self._opened_field = self.form.add("Eerste melding of begin", self._opened)
        if casus is None:  # later it moves by a handover that is accepted
            self.form.add("Zicht op veiligheid bij", self._watch)
        self.form.add("Let op", self._note, hint="Staat bovenaan de casus. Mag leeg zijn.")
        self._review_field = self.form.add("Let op opnieuw bekijken op", self._note_review)
        self._state = named(Choices([(CASUS_STAAT[s].word, s) for s in CasusStaat]), "stand")
        self._why_closed = named(TextArea(height=60), "gesloten-want")
        if casus:
            self._state.choose(casus.staat)
            self.form.add("Stand", self._state)
            self._add_why_closed(casus)

    def staat(self) -> CasusStaat:
        """Give whether work on the casus goes on."""
        chosen: CasusStaat = self._state.value()
        return chosen

    def gesloten_want(self) -> str:
        """Give why nobody has to watch over safety after the casus is closed."""
        return self._why_closed.toPlainText().strip()

    def zicht_bij(self) -> str:
        """Give who watches over safety from the start of a new casus."""
        return self._watch.text().strip() or VEILIG_THUIS

    def gegevens(self) -> CasusGegevens | None:
        """Give what was typed; None when a field says what is wrong."""
        opened = day_of(self._opened, self._opened_field)
        review = day_of(self._note_review, self._review_field)
        if not self._number.text().strip():
            self._number_field.set_error("Vul het nummer in, zoals het in jullie systeem staat.")
        if not self._name.text().strip():
            self._name_field.set_error("Vul een naam in.")
        if opened is None and not self._opened_field.error():
            self._opened_field.set_error("Vul in wanneer de casus begon.")
        if self.form.first_wrong() or opened is None:
            return None
        return CasusGegevens(
            self._number.text(), self._name.text(), self._service.value(), opened,
            self._note.toPlainText().strip(), review,
        )  # fmt: skip

    def _add_why_closed(self, casus: CasusRow) -> None:
        """Ask it only when the casus closes while no other party watches."""
        self._why_closed.setPlainText(casus.gesloten_want)
        field = self.form.add(
            "Waarom hoeft niemand meer te kijken?",
            self._why_closed,
            hint=f"Nodig als {casus.zicht_bij} het zicht op veiligheid nog heeft.",
        )

        def follow() -> None:
            field.setVisible(self.staat() is CasusStaat.GESLOTEN)

        follow()
        self._state.currentIndexChanged.connect(follow)
