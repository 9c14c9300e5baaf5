"""Uitgaand: for whom, what stays behind, what the adreswacht found, and then the paper."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui import uitgaand_deur
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.paper.wegen import way
from vtdesk.ui.uitgaand import woorden
from vtdesk.ui.uitgaand.daden import Daden
from vtdesk.ui.uitgaand.gang import Gang
from vtdesk.ui.uitgaand.indeling import UitgaandIndeling
from vtdesk.ui.uitgaand.stappen import Stap
from vtdesk.ui.uitgaand.uitgang_page import UitgangPage
from vtdesk.ui.uitgaand.uitvoer import Verslaguitvoer
from vtdesk.values.kinds import Kind

KEYS = ("schakel-om", "keuze-lopen")


class UitgaandPage(UitgangPage):
    """One verslag for one receiver; it opens over the page it was asked from."""

    parts: UitgaandIndeling
    gang: Gang
    uitvoer: Verslaguitvoer
    watches: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.VERSLAG, Kind.CONCEPT, Kind.CASUS, Kind.PERSOON, Kind.ORGANISATIE, Kind.VEILIGHEID}
    )

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.parts = UitgaandIndeling()
        self.gang = Gang(desk, tools.jobs, self)
        self._daden = Daden(desk, tools.jobs, self, self.gang)
        self.uitvoer = Verslaguitvoer(desk, tools.jobs, self, self.gang)
        self._sheet = 0  # the page that was in front before a lock
        self._kept: dict[str, Any] = {}  # what is to be shown again once it was read
        self.assemble()
        self._connect()
        self._adopt()

    def _connect(self) -> None:
        parts, gang = self.parts, self.gang
        parts.who.receiver_chosen.connect(gang.choose)
        parts.who.way_chosen.connect(gang.choose_way)
        parts.parts.along_given.connect(self._daden.let_go_along)
        parts.parts.choice_undone.connect(self._daden.undo_choice)
        parts.guard.leave_out_asked.connect(self._daden.leave_out)
        parts.guard.else_given.connect(self._daden.is_something_else)
        parts.guard.correction_asked.connect(self._correct)
        parts.foot.html_asked.connect(self.uitvoer.html)
        self._daden.refused.connect(self._show_refused)
        gang.stuk_read.connect(self._show_stuk)
        gang.busy.connect(self._show_busy)
        gang.held.connect(self._show_held)
        gang.ways_read.connect(self._show_ways)
        gang.proposal_read.connect(self._show_proposal)
        gang.sheets_read.connect(self._show_sheets)

    def _adopt(self) -> None:
        guard, foot = self.parts.guard, self.parts.foot
        commands: dict[str, Callable[[], object]] = {
            "webpagina-maken": foot.html.click,
            "zin-weglaten": guard.leave_out.click,
            "uitgaand-correctie": guard.correct.click,
            "iets-anders": guard.other.click,
            "dossier": self._show_dossier,
            "dossier-erbij": self._collect,
        }
        for name, command in commands.items():
            self.on_action(name, command)

    # What is asked from elsewhere

    def show_verslag(self, verslag_id: UUID, nummer: int | None, who: str = "") -> None:
        """Let a version of a verslag go out, or the draft; nobody is chosen by itself."""
        self._kept = {}
        self.parts.show_tab(0)
        self.parts.who.clear()
        self.gang.open(verslag_id, nummer, who=who)

    # What every page does

    @override
    def refresh(self) -> None:
        if self.gang.verslag_id is not None and self.gang.stuk is not None:
            self._kept = self._drafts()
            self.gang.again()

    @override
    def place(self) -> dict[str, Any]:
        gang = self.gang
        if gang.verslag_id is None:
            return {}
        drafts = self._kept or self._drafts()
        return {
            "verslag": str(gang.verslag_id),
            "nummer": gang.nummer,
            "ontvanger": gang.who,
            "weg": gang.way,
            "tab": self.parts.tab(),
            "blad": self.parts.paper.at(),
            **drafts,
            "bezig": any(words for kept in drafts.values() for words in kept.values()),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if not place.get("verslag"):
            return
        self._kept = {key: place.get(key, {}) for key in ("meegaan", "iets-anders")}
        self._sheet = place.get("blad", 0)
        self.parts.who.clear()
        self.parts.show_tab(place.get("tab", 0))
        self.gang.open(
            UUID(place["verslag"]),
            place.get("nummer"),
            who=place.get("ontvanger", ""),
            way=place.get("weg", ""),
        )

    @override
    def own_keys(self) -> Sequence[str]:
        return KEYS

    @override
    def casus_in_sight(self) -> UUID | None:
        stuk = self.gang.stuk
        return stuk.verslag.casus_id if stuk else None

    # What was read

    @Slot()
    def _show_stuk(self) -> None:
        stuk = self.gang.stuk
        if stuk is None:
            return
        self.parts.show_about(woorden.about(stuk.verslag, stuk.versie))
        self.parts.who.show_receivers(
            [woorden.receiver(one) for one in stuk.ontvangers], self.gang.who
        )
        if not self.gang.who:
            self._show_nobody()
            self.parts.who.people.begin(self.gang.likely())

    def _show_nobody(self) -> None:
        self.parts.steps.show_step(Stap.VOOR_WIE)
        self.parts.who.show_ways("", (), "")
        self.parts.who.show_note("")
        self.parts.show_empty(woorden.CHOOSE)
        self.parts.paper.clear()
        self._show_foot()

    @Slot()
    def _show_busy(self) -> None:
        """Take away what was meant for another, before anything is read."""
        who = self.gang.receiver()
        self.parts.paper.wait() if who else self.parts.paper.clear()
        self.parts.show_empty(woorden.BUSY.format(woorden.calls(who)) if who else woorden.CHOOSE)
        self.parts.who.show_note(woorden.note(who) if who else "")
        if not self.gang.ways:
            self.parts.who.show_ways("", (), "")
        self._show_foot()

    @Slot()
    def _show_held(self) -> None:
        """Make nothing as long as a choice is not looked at yet."""
        self.parts.paper.wait()
        self._show_foot()

    @Slot()
    def _show_ways(self) -> None:
        who = self.gang.receiver()
        if who is not None:
            question = f"Hoe krijgt {woorden.calls(who)} dit?"
            ways = [way(one) for one in self.gang.ways]
            self.parts.who.show_ways(question, ways, self.gang.way)

    @Slot()
    def _show_proposal(self) -> None:
        proposal, who, stuk = self.gang.proposal, self.gang.receiver(), self.gang.stuk
        if proposal is None or who is None or stuk is None:
            return
        hits = [woorden.hit(one) for one in proposal.treffers]
        self.parts.guard.show_hits(hits, proposal.gezocht, draft=self.gang.nummer is None)
        count = woorden.parts_count(proposal, who)
        self.parts.parts.show_parts([woorden.part(one) for one in proposal.weggelaten], count)
        self.parts.show_judged()
        if self._kept:
            self.parts.parts.give_back(self._kept.get("meegaan", {}))
            self.parts.guard.give_back(self._kept.get("iets-anders", {}))
            self._kept = {}
        self._show_foot()

    @Slot(object)
    def _show_sheets(self, sizes: Sequence[tuple[float, float]]) -> None:
        at, self._sheet = self._sheet, 0
        self.parts.paper.show_sheets(sizes, at)

    @override
    @Slot(object)
    def _show_failed(self, error: Exception) -> None:
        super()._show_failed(error)
        if self.gang.proposal is None:
            self.parts.show_empty(str(error))

    @override
    @Slot()
    def _show_foot(self) -> None:
        """Say whether it can be made, and which step is now."""
        gang, who = self.gang, self.gang.receiver()
        reason = woorden.why_closed(gang.sure(), gang.way, who)
        if reason or who is None:
            self.parts.foot.close_for(reason)
        else:
            self.parts.foot.open_for(woorden.calls(who))
        hits = bool(gang.proposal and gang.proposal.treffers)
        step = Stap.ADRESWACHT if hits else Stap.MAKEN
        if who is None or (not gang.way and not hits):
            step = Stap.VOOR_WIE
        elif gang.proposal is None or not (gang.proposal.mag or hits):
            step = Stap.WEG
        self.parts.steps.show_step(step, wrong=hits)
        self.parts.follow_reading()

    @override
    @Slot()
    def _show_made(self) -> None:
        who = self.gang.receiver()
        if who is not None:
            self.parts.foot.tell_made(f"Gemaakt voor {woorden.calls(who)}", woorden.CLEAN)
            self.parts.steps.show_step(Stap.MAKEN)

    # What is asked here

    @override
    def _go_to_receiver(self) -> None:
        self.parts.show_tab(0)
        self.parts.who.people.begin(self.gang.likely())

    def _drafts(self) -> dict[str, Any]:
        return {
            "meegaan": self.parts.parts.drafts(),
            "iets-anders": self.parts.guard.drafts(),
        }

    @Slot(str, str)
    def _show_refused(self, about: str, words: str) -> None:
        """Say beside the reason what is wrong with it, or above where none was asked."""
        if not (self.parts.parts.refuse(about, words) or self.parts.guard.refuse(about, words)):
            self.message_requested.emit(Message(words, "let-op"))

    @Slot()
    def _correct(self) -> None:
        if self.gang.verslag_id is not None:
            self.correction_requested.emit(self.gang.verslag_id)

    def _show_dossier(self) -> None:
        if self.gang.stuk is not None:
            self.dossier_requested.emit(self.gang.stuk.verslag.casus_id)

    def _collect(self) -> None:
        if self.gang.verslag_id is not None:
            uitgaand_deur.collect(self, self._desk, self.gang.verslag_id)
