"""Vaststellen: what must be solved first, what may be answered with a reason, and then the step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.controle.punt import Punt
from vtdesk.services.redenen import komt_op_papier
from vtdesk.ui.verslagen.checks_panel import GO_THERE
from vtdesk.ui.widgets.boxes import boxed, row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

FINAL = "Daarna verandert de tekst niet meer. Met een correctie maak je een nieuwe versie."
MUST = "Dit moet eerst anders"
MAY = "Los dit op, of schrijf op waarom niet"
ON_PAPER = "Je redenen komen op papier."
THIS_ON_PAPER = "Deze reden komt op papier."
NOT_ON_PAPER = "Deze reden komt niet op papier."
NO_REASON = "Schrijf op waarom niet, of los het op."


class FinaliseDialog(FormDialog):
    """Lists the open points; agreeing asks the service and shows what it refuses."""

    point_asked = Signal(object)  # Punt

    def __init__(
        self,
        points: Sequence[Punt],
        answers: dict[str, str],
        agree: Callable[[dict[str, str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__("Verslag vaststellen", "Verslag vaststellen", parent)
        named(self, "vaststellen-vraag")
        named(self.agree, "ja")
        named(self.refuse, "nee")
        self.refuse.setText("Verder schrijven")
        self.refuse.setAccessibleName("Verder schrijven")
        self._agree = agree
        self._kept = answers  # filled as she types, so that going there and back loses nothing
        self._fields: dict[str, tuple[QLineEdit, Field]] = {}
        self._free = {punt.id for punt in points if punt.vrij}
        must = [punt for punt in points if not punt.klaar and punt.moet]
        may = [punt for punt in points if not punt.klaar and not punt.moet]
        self._add_must(must)
        self._add_may(may)
        if not must and not may:
            self.form.addWidget(text("Alle punten van de controle zijn klaar."))
        if not must:
            self.form.addWidget(text(FINAL, tone="stil"))
        self.agree.setVisible(not must)
        self.store = self._store

    def answers(self) -> dict[str, str]:
        """Give the reason for each point that has one."""
        found = {punt_id: line.text().strip() for punt_id, (line, _) in self._fields.items()}
        return {punt_id: words for punt_id, words in found.items() if words}

    def _add_must(self, points: Sequence[Punt]) -> None:
        if points:
            self.form.addWidget(text(MUST, "kop"))
        for punt in points:
            line = row(icon_label("let-op", "gevaar"), text(punt.tekst), self._way_to(punt), air=8)
            line.setStretch(1, 1)
            self.form.addWidget(boxed(line))

    def _add_may(self, points: Sequence[Punt]) -> None:
        printed = {punt.id for punt in points if komt_op_papier(punt)}
        all_printed = len(printed) == len(points)
        if points:
            self.form.addWidget(text(MAY, "kop"))
        if points and all_printed:
            self.form.addWidget(text(ON_PAPER, tone="stil"))
        for punt in points:
            line = self._answer(punt)
            hint = "" if all_printed else THIS_ON_PAPER if punt.id in printed else NOT_ON_PAPER
            field = self.form.add(punt.tekst, line, beside=self._way_to(punt), hint=hint)
            self._fields[punt.id] = (line, field)
            line.textChanged.connect(lambda words, field=field: _forgive(field, words))

    def _answer(self, punt: Punt) -> QLineEdit:
        line = named(QLineEdit(self._kept.get(punt.id, "")), f"reden-{punt.id}")
        line.setPlaceholderText("Waarom niet?")
        line.textChanged.connect(lambda words: self._kept.update({punt.id: words}))
        return line

    def _way_to(self, punt: Punt) -> QWidget:
        button = named(link(GO_THERE), f"ga-naar-{punt.id}")
        button.setAccessibleDescription(punt.tekst)
        button.clicked.connect(lambda: self._go_to(punt))
        return button

    def _go_to(self, punt: Punt) -> None:
        self.reject()
        self.point_asked.emit(punt)

    def _store(self) -> None:
        answers = self.answers()
        for punt_id, (_, field) in self._fields.items():
            field.set_error("" if punt_id in {*answers, *self._free} else NO_REASON)
        if not self.form.first_wrong():
            self._agree(answers)


def _forgive(field: Field, words: str) -> None:
    """Take the remark away as soon as what it asks for stands there."""
    if words.strip():
        field.set_error("")
