"""Parkeernotitie (F3): five lines right after a talk, without leaving where one is."""

from dataclasses import asdict
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.ui.messages import Message
from vtdesk.ui.shell.capture import CapturePanel
from vtdesk.ui.shell.keuzes import TalkKeuze
from vtdesk.ui.shell.prompt_edit import PromptEdit
from vtdesk.ui.widgets.boxes import boxed, row
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

PROMPTS = {
    "gezien": "Gezien",
    "gezegd": "Gezegd",
    "afgesproken": "Afgesproken",
    "zorg": "Zorg",
    "gevoel": "Gevoel",
}
PRIVATE = "Blijft bij jou. Komt nooit in een verslag."


class ParkeernotitiePanel(CapturePanel):
    """Five prompts; what is half typed is a concept of the note itself, beside its verslag."""

    command: ClassVar[str] = "parkeernotitie"
    agree: ClassVar[str] = "Parkeernotitie bewaren"

    def __init__(self, desk: Desk, window: QWidget, *, under: QWidget) -> None:
        super().__init__(desk, window, under=under)
        self._notitie: UUID | None = None  # of the concept
        self._where = named(TalkKeuze(desk), "bij", "Bij")
        self._edits = {name: named(PromptEdit(), name) for name in PROMPTS}
        belongs = row(text("Bij", "klein", tone="stil", wrap=False), self._where)
        belongs.setStretch(1, 1)
        self._belongs = boxed(belongs)
        belongs.setContentsMargins(0, 0, 0, 0)
        self.form.addWidget(self._belongs)
        for name, words in PROMPTS.items():
            self.form.add(words, self._edits[name], hint=PRIVATE if name == "gevoel" else "")
        self._where.activated.connect(self.keep_soon)

    @override
    def prepare(self, about: UUID | None) -> None:
        concept = self.desk.notities.concept()
        current = self.desk.agenda.current()
        talk = about or (current.id if current else None)
        elsewhere = self.sight.casus_id is None or (concept and concept.afspraak_id != talk)
        if self.sight.discreet and elsewhere:
            concept = None  # of another talk, so perhaps of another casus
        if concept and about is None:
            talk = concept.afspraak_id  # or none, when that was chosen
        self._notitie = concept.id if concept else None
        self._where.offer(talk, discreet=self.sight.discreet)
        self._belongs.setVisible(not self.sight.discreet)
        held = asdict(concept.gegevens) if concept else dict.fromkeys(PROMPTS, "")
        for name, edit in self._edits.items():
            edit.setPlainText(held[name])

    @override
    def first(self) -> QWidget:
        return self._edits["gezien"]

    @override
    def fit(self, *, roomy: bool) -> None:
        for edit in self._edits.values():
            edit.fit(roomy=roomy)

    @override
    def is_empty(self) -> bool:
        return self._gegevens().is_leeg

    @override
    def find_klad(self) -> tuple[str, Content] | None:
        return None  # `prepare` has taken up the concept

    @override
    def write_klad(self, name: str) -> None:
        self._save(concept=True)

    @override
    def drop_klad(self, name: str) -> None:
        if self._notitie is not None and self.is_empty():
            self.desk.notities.discard(self._notitie)
        self._notitie = None

    @override
    def keep(self) -> Message:
        self._save(concept=False)
        return Message("Parkeernotitie bewaard.", "goed")

    def _save(self, *, concept: bool) -> None:
        self._notitie = self.desk.notities.save(
            self._gegevens(),
            afspraak_id=self._where.value(),
            notitie_id=self._notitie,
            concept=concept,
        )

    def _gegevens(self) -> NotitieGegevens:
        return NotitieGegevens(**{n: edit.toPlainText() for n, edit in self._edits.items()})
