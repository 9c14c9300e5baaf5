"""Inzage: what one person may read of a casus about the own self, and what stays out of it."""

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui.dialogs import row_of
from vtdesk.ui.page import Tools
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
    """One extract for the person it is about; it opens over the casus."""

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
        parts.who.way_chosen.connect(gang.choose_way)
        parts.earlier.asked.connect(self._look_back)
        gang.busy.connect(self._show_busy)
        gang.blik_read.connect(self._show_blik)
        gang.looked.connect(self._show_looked)
        gang.sheets_read.connect(parts.paper.show_sheets)

    # What is asked from elsewhere

    def show_persoon(self, casus_id: UUID, persoon_id: UUID) -> None:
        """Show what would leave for this person."""
        if (self.gang.casus_id, self.gang.persoon_id) == (casus_id, persoon_id):
            self.gang.again()
        else:
            self._open(casus_id, persoon_id)

    def _open(self, casus_id: UUID, persoon_id: UUID, *, way: str = "") -> None:
        self._is_new = True
        self.parts.who.clear()
        self.parts.show_about("")
        self.gang.open(casus_id, persoon_id, way=way)

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
            "weg": gang.way,
            "tab": self.parts.tab(),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if place.get("casus"):
            self.parts.show_tab(place.get("tab", 0))
            self._open(UUID(place["casus"]), UUID(place["persoon"]), way=place.get("weg", ""))

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
        self.parts.who.show_receivers([woorden.receiver(who)], who.sleutel)
        ways = [woorden.way(one) for one in recht.wegen]
        self.parts.who.show_ways(f"Hoe krijgt {woorden.calls(who)} dit?", ways, self.gang.way)
        title = f"Mag {woorden.calls(who)} dit lezen?"
        self.parts.law.show_law(title, recht.zinnen, recht.waarom_niet)
        self.parts.earlier.show_copies(blik.eerder)
        if self._is_new:
            self._is_new = False
            self.parts.who.ways.begin()
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
        casus_id, persoon_id = self.gang.casus_id, self.gang.persoon_id
        if casus_id is not None and persoon_id is not None:
            self.parts.earlier.show_copies(self._desk.inzagerechten.eerder(casus_id, persoon_id))

    # What is asked here

    @Slot(str)
    def _look_back(self, copy_id: str) -> None:
        self.open_dialog(LOOK, str(self.gang.casus_id), str(self.gang.persoon_id), copy_id)

    def _look_dialog(self, casus_id: str, persoon_id: str, copy_id: str) -> FormDialog:
        copies = self._desk.inzagerechten.eerder(UUID(casus_id), UUID(persoon_id))
        return BleefwegDialog(row_of(copies, copy_id, "Dit exemplaar is er niet meer."), self)

    @override
    def _go_to_receiver(self) -> None:
        self.parts.show_tab(0)
        self.parts.who.ways.begin()
