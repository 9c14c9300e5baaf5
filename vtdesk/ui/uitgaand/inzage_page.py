"""Inzage: what somebody may read of a casus about the own self or a child, and what stays out."""

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui.dialogs import row_of
from vtdesk.ui.page import Tools
from vtdesk.ui.paper.wegen import way
from vtdesk.ui.uitgaand import woorden
from vtdesk.ui.uitgaand.bleefweg_dialog import BleefwegDialog
from vtdesk.ui.uitgaand.inzage_gang import InzageGang
from vtdesk.ui.uitgaand.inzage_indeling import LOOKING, InzageIndeling
from vtdesk.ui.uitgaand.stappen import Stap
from vtdesk.ui.uitgaand.uitgang_page import UitgangPage
from vtdesk.ui.uitgaand.uitvoer import Inzageuitvoer
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import Kind

KEYS = ("keuze-lopen",)
LOOK = "inzage-bleef-weg"


class InzagePage(UitgangPage):
    """One inzage for who asks it; it opens over the casus."""

    parts: InzageIndeling
    gang: InzageGang
    uitvoer: Inzageuitvoer
    watches: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CASUS, Kind.PERSOON, Kind.UITSPRAAK, Kind.VEILIGHEID, Kind.VERZOEK,
            Kind.MELDING, Kind.AFSPRAAK, Kind.GESPREK,
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.parts = InzageIndeling()
        self.gang = InzageGang(desk, tools.jobs, self)
        self.uitvoer = Inzageuitvoer(desk, tools.jobs, self, self.gang)
        self._is_new = False  # the keyboard goes to the ways when they are known
        self.parts.foot.name_it("PDF maken", has_html=False)
        self.dialogs.register(LOOK, self._look_dialog)
        self.assemble()
        self._connect()

    def _connect(self) -> None:
        parts, gang = self.parts, self.gang
        parts.who.receiver_chosen.connect(gang.choose_lezer)
        parts.who.way_chosen.connect(gang.choose_way)
        parts.earlier.asked.connect(self._look_back)
        gang.busy.connect(self._show_busy)
        gang.blik_read.connect(self._show_blik)
        gang.looked.connect(self._show_looked)
        gang.sheets_read.connect(parts.paper.show_sheets)

    # What is asked from elsewhere

    def show_persoon(self, casus_id: UUID, persoon_id: UUID, lezer_id: UUID | None = None) -> None:
        """Show what would leave about this person, for that one or for who asks it."""
        gang, wanted = self.gang, (casus_id, persoon_id, lezer_id or persoon_id)
        if (gang.casus_id, gang.persoon_id, gang.lezer_id) == wanted:
            gang.again()
        else:
            self._open(casus_id, persoon_id, lezer_id)

    def _open(
        self, casus_id: UUID, persoon_id: UUID, lezer_id: UUID | None, *, way: str = ""
    ) -> None:
        self._is_new = True
        self.parts.who.clear()
        self.parts.show_about("")
        self.gang.open(casus_id, persoon_id, lezer_id=lezer_id, way=way)

    # What every page does

    @override
    def refresh(self) -> None:
        self.gang.again()

    @override
    def place(self) -> dict[str, Any]:
        gang = self.gang
        if gang.casus_id is None:
            return {}
        return {
            "casus": str(gang.casus_id),
            "persoon": str(gang.persoon_id),
            "lezer": str(gang.lezer_id),
            "weg": gang.way,
            "tab": self.parts.tab(),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if place.get("casus"):
            self.parts.show_tab(place.get("tab", 0))
            casus_id, persoon_id = UUID(place["casus"]), UUID(place["persoon"])
            lezer_id = UUID(place.get("lezer", place["persoon"]))
            self._open(casus_id, persoon_id, lezer_id, way=place.get("weg", ""))

    @override
    def own_keys(self) -> Sequence[str]:
        return KEYS

    @override
    def casus_in_sight(self) -> UUID | None:
        return self.gang.casus_id

    # What was read

    @Slot()
    def _show_busy(self) -> None:
        self.parts.show_empty(LOOKING)
        self.parts.paper.wait()
        self._show_foot()

    @Slot()
    def _show_blik(self) -> None:
        blik = self.gang.blik
        if blik is None:
            return
        recht, who = blik.recht, blik.recht.ontvanger
        self.parts.show_about(recht.casus)
        asking = [woorden.asker(one) for one in blik.vragers]
        self.parts.who.show_receivers(asking, str(self.gang.lezer_id))
        ways = [way(one) for one in recht.wegen]
        self.parts.who.show_ways(f"Hoe krijgt {woorden.calls(who)} dit?", ways, self.gang.way)
        title = f"Mag {woorden.calls(who)} dit lezen?"
        self.parts.law.show_law(title, recht.zinnen, recht.waarom_niet)
        self.parts.earlier.show_copies(blik.eerder)
        if self._is_new:
            self._is_new = False
            self._begin_with_who()
        self._show_foot()

    @Slot()
    def _show_looked(self) -> None:
        found, blik = self.gang.found, self.gang.blik
        if found is not None and blik is not None:
            who = woorden.calls(blik.recht.ontvanger)
            self.parts.guard.show_hit(found.treffer)
            self.parts.kept.show_kept(found.inzage.achtergehouden, who)
            self.parts.show_judged()
        self._show_foot()

    @override
    @Slot(object)
    def _show_failed(self, error: Exception) -> None:
        super()._show_failed(error)
        self.parts.show_empty(str(error))

    @override
    @Slot()
    def _show_foot(self) -> None:
        """Say whether it can be made, and which step is now."""
        blik, found = self.gang.blik, self.gang.found
        reason = woorden.inzage_closed(blik.recht if blik else None, self.gang.way)
        if not reason and found is None:
            reason = woorden.NOT_READY
        hit = bool(found and found.treffer)
        if hit:
            reason = woorden.HIT
        if reason or blik is None:
            self.parts.foot.close_for(reason)
        else:
            self.parts.foot.open_for(woorden.calls(blik.recht.ontvanger))
        step = Stap.MAKEN
        if hit:
            step = Stap.ADRESWACHT
        elif blik is None or not (blik.recht.mag and self.gang.way):
            step = Stap.VOOR_WIE
        elif reason:
            step = Stap.WEG
        self.parts.steps.show_step(step, wrong=hit)
        self.parts.follow_reading()

    @override
    @Slot()
    def _show_made(self) -> None:
        blik = self.gang.blik
        if blik is not None:
            head = f"Gemaakt voor {woorden.calls(blik.recht.ontvanger)}"
            self.parts.foot.tell_made(head, woorden.CLEAN)
        self._show_copies()

    def _show_copies(self) -> None:
        self.parts.earlier.show_copies(self.gang.eerder())

    # What is asked here

    @Slot(str)
    def _look_back(self, copy_id: str) -> None:
        gang = self.gang
        who = (str(one) for one in (gang.casus_id, gang.persoon_id, gang.lezer_id))
        self.open_dialog(LOOK, *who, copy_id)

    def _look_dialog(
        self, casus_id: str, persoon_id: str, lezer_id: str, copy_id: str
    ) -> FormDialog:
        copies = self._desk.inzagerechten.eerder(
            UUID(casus_id), UUID(persoon_id), lezer_id=UUID(lezer_id)
        )
        return BleefwegDialog(row_of(copies, copy_id, "Dit exemplaar is er niet meer."), self)

    @override
    def _go_to_receiver(self) -> None:
        self.parts.show_tab(0)
        self._begin_with_who()

    def _begin_with_who(self) -> None:
        """Let the keyboard begin at who asks, or at the way where nobody else can."""
        who = self.parts.who
        (who.people if len(who.people.rows()) > 1 else who.ways).begin()
