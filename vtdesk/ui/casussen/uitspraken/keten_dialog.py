"""The chain of a correction: every document and receiver, and what became of each letter."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.correctie_rows import BriefRow, Keten, Ontvangst
from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.casussen.uitspraken.oordeel_dialog import reach
from vtdesk.ui.widgets.boxes import column, emptied, row, rule
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import korte_dag

Act = Callable[[UUID], object]


@dataclass(frozen=True, slots=True)
class LetterActs:
    """What one can do with a letter, by its id; `make` takes the id of the statement.

    A refusal is raised; the chain says it, and stays as it is.
    """

    look: Act
    sent: Act
    not_needed: Act
    make: Act


class KetenDialog(FormDialog):
    """Shows a chain; what it wishes with a letter goes through the acts it is handed."""

    def __init__(
        self,
        read: Callable[[], Keten],
        check: Callable[[UUID], list[str]],
        acts: LetterActs,
        parent: QWidget,
    ) -> None:
        super().__init__("Correctieketen", "Sluiten", parent)
        self.refuse.hide()
        self._read, self._check = read, check
        self._acts = acts
        self._box = column(air=8)
        inside = QWidget()
        inside.setLayout(self._box)
        self.form.addWidget(inside)

    def read_again(self) -> None:
        """Show the chain as it is now."""
        keten = self._read()
        findings = self._check(keten.uitspraak.casus_id)
        emptied(self._box)
        for finding in findings:
            self._box.addWidget(named(text(finding, tone="gevaar"), "bevinding"))
        self._box.addWidget(text(keten.uitspraak.woorden))
        source = bronregel(keten.uitspraak.regel).written()
        self._box.addWidget(text(source, "klein", tone="stil"))
        self._box.addWidget(text(reach(keten), tone="stil"))
        self._show_places(keten)
        self._box.addWidget(rule())
        self._box.addWidget(text("Verstuurd aan", "kop"))
        for one in keten.ontvangers:
            self._box.addLayout(self._receiver(one))
        if not keten.ontvangers:
            self._box.addWidget(text("Niemand.", tone="stil"))
        if keten.wijziging and keten.te_schrijven:
            make = named(small("Brieven maken", icon="correctie"), "brieven-maken")
            make.clicked.connect(lambda: self.do(lambda: self._acts.make(keten.uitspraak.id)))
            self._box.addLayout(row(make, None))

    def do(self, command: Callable[[], object]) -> None:
        """Do what was asked in the chain; a refusal is said here, in front of all else."""
        self.say_wrong("")
        try:
            command()
        except (UserError, OutsideError) as error:
            self.say_wrong(str(error))

    def _show_places(self, keten: Keten) -> None:
        self._box.addWidget(rule())
        self._box.addWidget(text("Staat in", "kop"))
        for place in keten.vindplaatsen:
            rests = "" if keten.uitspraak.id in place.uitspraken else "een conclusie steunt erop"
            day = korte_dag(place.stuk.datum)
            words = ", ".join(filter(None, (place.stuk.naam, day, place.versie, rests)))
            self._box.addWidget(named(text(words), "vindplaats"))
        if not keten.vindplaatsen:
            self._box.addWidget(text("Geen enkel stuk.", tone="stil"))

    def _receiver(self, one: Ontvangst) -> QVBoxLayout:
        sent = one.verzending
        how = f", {sent.wijze}" if sent.wijze else ""
        what = f"{one.stuk.soort}, {sent.versie}, {korte_dag(sent.verzonden_op)}{how}"
        rests = "" if one.direct else " Alleen een conclusie die erop steunt."
        head = row(named(text(sent.ontvanger, "vet"), "ontvanger"), _state(one))
        head.setStretch(0, 1)
        lines = column(head, text(f"{what}.{rests}", "klein", tone="stil"), air=4)
        if one.brief:
            lines.addLayout(self._letter(one.brief))
        return lines

    def _letter(self, brief: BriefRow) -> Flow | QHBoxLayout:
        look = self._button(small("Brief bekijken"), "brief-bekijken", self._acts.look, brief)
        if not brief.is_open:
            return row(look, None)
        sent = self._button(
            small("Verstuurd", icon="klaar"), "brief-verstuurd", self._acts.sent, brief
        )
        not_needed = self._button(
            link("Niet nodig, want …"), "brief-niet-nodig", self._acts.not_needed, brief
        )
        return Flow(look, sent, not_needed)

    def _button(self, button: QPushButton, name: str, act: Act, brief: BriefRow) -> QPushButton:
        button.clicked.connect(lambda: self.do(lambda: act(brief.id)))
        button.setAccessibleDescription(f"Brief aan {brief.ontvanger}")
        return named(button, name)


def _state(one: Ontvangst) -> Chip:
    brief = one.brief
    if brief and brief.verstuurd_op:
        return Chip(f"Brief verstuurd {korte_dag(brief.verstuurd_op)}", "goed", icon="klaar")
    if brief and brief.niet_nodig_want:
        return Chip("Niet nodig")
    if brief:
        return Chip("Brief ligt klaar", "let-op", icon="let-op")
    return Chip("Weet het al", "goed") if one.klopt else Chip("Heeft dit stuk")
