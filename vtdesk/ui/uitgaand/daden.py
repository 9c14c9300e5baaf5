"""What is chosen about a part or a hit: stored with its reason, and to be taken back."""

from uuid import UUID

from PySide6.QtCore import QObject

from vtdesk.services.desk import Desk
from vtdesk.services.uitgaand_rows import Keuze
from vtdesk.ui.page import Page
from vtdesk.ui.uitgaand.gang import Gang
from vtdesk.values.uitgaand import KeuzeSoort

LEFT_OUT = "Staat alleen in dit exemplaar niet."


class Daden(QObject):
    """Each choice is for this version and this receiver only."""

    def __init__(self, desk: Desk, page: Page, gang: Gang) -> None:
        super().__init__(page)
        self._desk, self._page, self._gang = desk, page, gang

    def let_go_along(self, part_id: str, reason: str) -> None:
        """Let a part go along after all."""
        self._choose(part_id, KeuzeSoort.TONEN, reason, "Dit gaat nu mee.")

    def keep_behind(self, part_id: str) -> None:
        """Let a part stay behind again, as it would without a choice."""
        self._take_back(part_id, "Dit blijft nu weg.")

    def leave_out(self, hit_id: str) -> None:
        """Leave the sentence of a hit out of this copy."""
        self._choose(hit_id, KeuzeSoort.WEGLATEN, LEFT_OUT, "De zin staat niet in dit exemplaar.")

    def is_something_else(self, hit_id: str, reason: str) -> None:
        """Say that a hit is something else than what is shielded."""
        self._choose(hit_id, KeuzeSoort.IETS_ANDERS, reason, "De treffer is iets anders.")

    def _choose(self, about: str, kind: KeuzeSoort, reason: str, said: str) -> None:
        verslag_id, nummer, who = self._about()
        uitgaand = self._desk.uitgaand
        before = self._former(about)
        done = self._page.do(lambda: uitgaand.kies(verslag_id, nummer, who, about, kind, reason))
        if done:
            self._follow(said, about, before)

    def _take_back(self, about: str, said: str) -> None:
        verslag_id, nummer, who = self._about()
        before = self._former(about)
        uitgaand = self._desk.uitgaand
        if self._page.do(lambda: uitgaand.wis_keuze(verslag_id, nummer, who, about)):
            self._follow(said, about, before)

    def _follow(self, said: str, about: str, before: Keuze | None) -> None:
        """Look again, and offer the way back to what was chosen before."""
        verslag_id, nummer, who = self._about()
        uitgaand = self._desk.uitgaand

        def back() -> None:
            if before is None:
                uitgaand.wis_keuze(verslag_id, nummer, who, about)
            else:
                uitgaand.kies(verslag_id, nummer, who, about, before.soort, before.reden)
            self._gang.look_again()

        self._gang.look_again()
        self._page.offer_undo(said, back)

    def _former(self, about: str) -> Keuze | None:
        found = self._gang.proposal.keuzes if self._gang.proposal else ()
        return next((one for one in found if one.onderwerp == about), None)

    def _about(self) -> tuple[UUID, int | None, str]:
        assert self._gang.verslag_id is not None, "something is shown"  # noqa: S101
        return self._gang.verslag_id, self._gang.nummer, self._gang.who
