"""Vaststellen: what must be solved first, what may be answered with a reason, and then the step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.controle import Punt
from vtdesk.ui.verslagen.checks_panel import GO_THERE
from vtdesk.ui.widgets.boxes import boxed, column, row, scrolled
from vtdesk.ui.widgets.buttons import link, primary, secondary
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

FINAL = "Daarna verandert de tekst niet meer. Met een correctie maak je een nieuwe versie."
MUST = "Dit moet eerst anders"
MAY = "Los dit op, of schrijf op waarom niet"
NO_REASON = "Schrijf op waarom niet, of los het op."


class FinaliseDialog(QDialog):
    """Lists the open points; agreeing asks the service and shows what it refuses."""

    point_asked = Signal(object)  # Punt

    def __init__(
        self,
        points: Sequence[Punt],
        answers: dict[str, str],
        agree: Callable[[dict[str, str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("vtdesk")
        self.setAccessibleName("Verslag vaststellen")
        named(self, "vaststellen-vraag")
        self._agree = agree
        self._kept = answers  # filled as she types, so that going there and back loses nothing
        must = [punt for punt in points if not punt.klaar and punt.moet]
        may = [punt for punt in points if not punt.klaar and not punt.moet]
        self._answers = {punt.id: self._answer(punt) for punt in may}
        self._wrong = named(text("", tone="gevaar"), "fout")
        self._wrong.hide()
        self.agree = named(primary("Verslag vaststellen", icon="vaststellen"), "ja")
        self.refuse = named(secondary("Verder schrijven"), "nee")
        self.agree.setDefault(not must)
        self.agree.setVisible(not must)

        self._lay_out(must, may)
        self.agree.clicked.connect(self._try)
        self.refuse.clicked.connect(self.reject)
        FocusRing(self)

    def _lay_out(self, must: Sequence[Punt], may: Sequence[Punt]) -> None:
        inside = column(air=10)
        self._add_must(inside, must)
        self._add_may(inside, may)
        if not must and not may:
            inside.addWidget(text("Alle punten van de controle zijn klaar."))
        inside.addStretch(1)
        body = QWidget()
        body.setLayout(inside)
        layout = column(text("Verslag vaststellen", "titel"), air=12)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(scrolled(body), 1)
        if not must:
            layout.addWidget(text(FINAL, tone="stil"))
        layout.addWidget(self._wrong)
        layout.addLayout(row(None, self.refuse, self.agree))
        self.setLayout(layout)
        parent = self.parentWidget()
        room = parent.window().height() - 60 if parent else 600
        self.resize(560, max(240, min(body.sizeHint().height() + 210, room)))

    def answers(self) -> dict[str, str]:
        """Give the reason for each point that has one."""
        return {
            punt_id: line.text().strip()
            for punt_id, (line, _) in self._answers.items()
            if line.text().strip()
        }

    def _answer(self, punt: Punt) -> tuple[QLineEdit, Field]:
        line = named(QLineEdit(), f"reden-{punt.id}")
        line.setText(self._kept.get(punt.id, ""))
        line.setPlaceholderText("Waarom niet?")
        line.textChanged.connect(lambda words: self._kept.update({punt.id: words}))
        return line, Field(punt.tekst, line)

    def _add_must(self, layout: QVBoxLayout, points: Sequence[Punt]) -> None:
        if points:
            layout.addWidget(text(MUST, "kop"))
        for punt in points:
            line = row(icon_label("let-op", "gevaar"), text(punt.tekst), self._way_to(punt), air=8)
            line.setStretch(1, 1)
            layout.addWidget(boxed(line))

    def _add_may(self, layout: QVBoxLayout, points: Sequence[Punt]) -> None:
        if points:
            layout.addWidget(text(MAY, "kop"))
        for punt in points:
            line = row(self._answers[punt.id][1], self._way_to(punt), air=8)
            line.setStretch(0, 1)
            layout.addLayout(line)

    def _way_to(self, punt: Punt) -> QWidget:
        button = named(link(GO_THERE), f"ga-naar-{punt.id}")
        button.setAccessibleDescription(punt.tekst)
        button.clicked.connect(lambda: self._go_to(punt))
        return button

    def _go_to(self, punt: Punt) -> None:
        self.reject()
        self.point_asked.emit(punt)

    def _try(self) -> None:
        open_ones = [
            (line, field) for line, field in self._answers.values() if not line.text().strip()
        ]
        for line, field in self._answers.values():
            field.set_error("" if line.text().strip() else NO_REASON)
        if open_ones:
            open_ones[0][0].setFocus()
            return
        try:
            self._agree(self.answers())
        except (UserError, OutsideError) as error:
            self._wrong.setText(str(error))
            self._wrong.show()
        else:
            self.accept()
