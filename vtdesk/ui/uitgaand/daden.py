"""What is chosen about a part or a hit: stored with its reason, and to be taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.uitgaand.rows import Keuze
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page
from vtdesk.ui.uitgaand.gang import Gang
from vtdesk.values.uitgaand import KeuzeSoort


@dataclass(frozen=True, slots=True)
class _Over:
    """What a choice is about: it holds for this version and this receiver only."""

    verslag_id: UUID
    nummer: int | None
    wie: str
    onderwerp: str


class Daden(QObject):
    """Stores away from the window, for every choice is held against the text once more."""

    refused = Signal(str, str)  # id of the part or hit, and what is wrong with the reason

    def __init__(self, desk: Desk, jobs: Jobs, page: Page, gang: Gang) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._gang = desk, jobs, page, gang

    def let_go_along(self, part_id: str, reason: str) -> None:
        """Let a part go along after all."""
        self._choose(part_id, KeuzeSoort.TONEN, reason, "Dit gaat nu mee.")

    def leave_out(self, hit_id: str) -> None:
        """Leave the sentence of a hit out of this copy."""
        self._choose(hit_id, KeuzeSoort.WEGLATEN, "", "De zin staat niet in dit exemplaar.")

    def is_something_else(self, hit_id: str, reason: str) -> None:
        """Say that a hit is something else than what is shielded."""
        self._choose(hit_id, KeuzeSoort.IETS_ANDERS, reason, "De treffer is iets anders.")

    def undo_choice(self, part_id: str) -> None:
        """Let the rule hold again for a part."""
        over = self._about(part_id)
        self._do(over, lambda: self._forget(over), "De keuze is teruggenomen.")

    def _choose(self, onderwerp: str, kind: KeuzeSoort, reason: str, said: str) -> None:
        over = self._about(onderwerp)
        self._do(over, lambda: self._keep(over, kind, reason), said)

    def _do(self, over: _Over, work: Callable[[], None], said: str) -> None:
        """Do it, look again, and offer the way back to what was chosen before."""
        before = self._former(over.onderwerp)

        def back() -> None:
            if before is None:
                self._run(lambda: self._forget(over))
            else:
                self._run(lambda: self._keep(over, before.soort, before.reden))

        self._run(work, then=lambda: self._page.offer_undo(said, back), about=over.onderwerp)

    def _run(
        self, work: Callable[[], None], then: Callable[[], None] = lambda: None, about: str = ""
    ) -> None:
        def done(_: None) -> None:
            self._gang.look_again()
            then()

        self._gang.hold()
        self._jobs.run(work, then=done, failed=partial(self._tell_refused, about), owner=self)

    def _tell_refused(self, about: str, error: Exception) -> None:
        if about and isinstance(error, UserError):
            self.refused.emit(about, str(error))
        elif isinstance(error, UserError | OutsideError):
            self._page.message_requested.emit(Message.of(error))
        else:
            self._jobs.failed.emit(error)
        self._gang.look_again()

    def _keep(self, over: _Over, kind: KeuzeSoort, reason: str) -> None:
        kies = self._desk.uitgaand.kies
        kies(over.verslag_id, over.nummer, over.wie, over.onderwerp, kind, reason)

    def _forget(self, over: _Over) -> None:
        self._desk.uitgaand.wis_keuze(over.verslag_id, over.nummer, over.wie, over.onderwerp)

    def _former(self, onderwerp: str) -> Keuze | None:
        found = self._gang.proposal.keuzes if self._gang.proposal else ()
        return next((one for one in found if one.onderwerp == onderwerp), None)

    def _about(self, onderwerp: str) -> _Over:
        assert self._gang.verslag_id is not None, "something is shown"  # noqa: S101
        return _Over(self._gang.verslag_id, self._gang.nummer, self._gang.who, onderwerp)
