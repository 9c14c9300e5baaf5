"""Parkeernotitie (F3): five lines right after a talk, without leaving where one is."""

from dataclasses import asdict
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens, NotitieRow
from vtdesk.ui.messages import Message
from vtdesk.ui.shell.capture import CapturePanel
from vtdesk.ui.shell.keuzes import TalkKeuze
from vtdesk.ui.shell.prompt_edit import PromptEdit
from vtdesk.ui.widgets.boxes import row
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
NOTITIE = "notitie"  # what is kept of a concept that was begun while others look along
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
        belongs.setContentsMargins(0, 0, 0, 0)
        self.form.addLayout(belongs)
        for name, words in PROMPTS.items():
            self.form.add(words, self._edits[name], hint=PRIVATE if name == "gevoel" else "")
        self._where.activated.connect(self.keep_soon)

    @override
    def prepare(self, about: UUID | None) -> None:
        concept = self._concept_here() if self.sight.discreet else self.desk.notities.concept()
        talk = about or self.talk()
        if concept and about is None:
            talk = concept.afspraak_id  # or none, when that was chosen
        self._notitie = concept.id if concept else None
        self._where.offer(talk, discreet=self.sight.discreet)
        held = asdict(concept.gegevens) if concept else dict.fromkeys(PROMPTS, "")
        for name, edit in self._edits.items():
            edit.setPlainText(held[name])

    def _concept_here(self) -> NotitieRow | None:
        """Give what was half typed about what is on screen; others look along."""
        begun = (self.desk.kladjes.of(self.new_slot()) or {}).get(NOTITIE)
        concepts = self.desk.notities.concepts()
        return next((one for one in concepts if str(one.id) == begun or self._fits(one)), None)

    def _fits(self, concept: NotitieRow) -> bool:
        """Tell whether it belongs to a talk of the casus on screen."""
        if concept.afspraak_id is None or self.sight.casus_id is None:
            return False
        talk = self.desk.agenda.detail(concept.afspraak_id)
        return talk.casus_id == self.sight.casus_id

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
        if self.sight.discreet:
            self.desk.kladjes.keep(name, {NOTITIE: str(self._notitie)})

    @override
    def drop_klad(self, name: str) -> None:
        if self._notitie is not None and self.is_empty():
            self.desk.notities.discard(self._notitie)
        self.desk.kladjes.drop(name)
        self._notitie = None

    @override
    def keep(self) -> Message:
        self._save(concept=False)
        loose = ", los van een afspraak" if self._where.value() is None else ""
        return Message(f"Parkeernotitie bewaard{loose}.", "goed")

    def _save(self, *, concept: bool) -> None:
        self._notitie = self.desk.notities.save(
            self._gegevens(),
            afspraak_id=self._where.value(),
            notitie_id=self._notitie,
            concept=concept,
        )

    def _gegevens(self) -> NotitieGegevens:
        return NotitieGegevens(**{n: edit.toPlainText() for n, edit in self._edits.items()})
