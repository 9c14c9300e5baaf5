"""The dossier of a casus: what is collected to leave together, once, for one receiver."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.services.dossier import DossierRow
from vtdesk.ui.page import Tools
from vtdesk.ui.paper.wegen import way
from vtdesk.ui.uitgaand import woorden
from vtdesk.ui.uitgaand.dossier_gang import DossierGang
from vtdesk.ui.uitgaand.dossier_indeling import DossierIndeling, Stap
from vtdesk.ui.uitgaand.dossier_uitvoer import Dossieruitvoer
from vtdesk.ui.uitgaand.stuk_dialog import StukDialog, not_in
from vtdesk.ui.uitgaand.uitgang_page import UitgangPage
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind

KEYS = ("rij-openen", "rij-weg", "keuze-lopen")
_COLLECTED = frozenset({Kind.VERZENDING})
ALL_IN = "Alle verslagen van deze casus zitten al in het dossier."


class DossierPage(UitgangPage):
    """Collected, put in order, looked at, and made for one receiver."""

    parts: DossierIndeling
    gang: DossierGang
    uitvoer: Dossieruitvoer
    watches: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CASUS, Kind.VERSLAG, Kind.CONCEPT, Kind.PERSOON, Kind.ORGANISATIE,
            Kind.VEILIGHEID,
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.parts = DossierIndeling()
        self.gang = DossierGang(desk, tools.jobs, self)
        self.uitvoer = Dossieruitvoer(desk, tools.jobs, self, self.gang, self.parts.is_locked)
        self._is_new = False  # the keyboard goes to the list when it is known
        self.dialogs.register("stuk-erbij", self._add_dialog)
        self.assemble()
        self._connect()
        self._adopt()

    def _connect(self) -> None:
        parts, gang, rows = self.parts, self.gang, self.parts.rows
        parts.who.receiver_chosen.connect(gang.choose)
        parts.who.way_chosen.connect(gang.choose_way)
        rows.add_asked.connect(self._add)
        rows.chosen.connect(lambda row: gang.show(row.id))
        rows.opened.connect(self._look)
        rows.removed.connect(self._remove)
        rows.moved.connect(self._move)
        gang.busy.connect(self._show_busy)
        gang.held.connect(parts.paper.wait)
        gang.rows_read.connect(self._show_rows)
        gang.looked.connect(self._show_looked)
        gang.sheets_read.connect(parts.paper.show_sheets)

    def _adopt(self) -> None:
        rows = self.parts.rows
        commands: dict[str, Callable[[], object]] = {
            "stuk-erbij": self._add,
            "stuk-eerder": partial(rows.move_current, -1),
            "stuk-later": partial(rows.move_current, 1),
        }
        for name, command in commands.items():
            self.on_action(name, command)

    # What is asked from elsewhere

    def show_casus(self, casus_id: UUID) -> None:
        """Show what is collected of a casus."""
        if self.gang.casus_id != casus_id:
            self._open(casus_id)
        else:
            self.gang.again()

    def _open(self, casus_id: UUID, *, who: str = "", way: str = "") -> None:
        casus = self._desk.casussen.get(casus_id)
        self._is_new = True
        self.parts.show_about(f"{casus.nummer}, {casus.naam}")
        self.parts.who.clear()
        self.gang.open(casus_id, who=who, way=way)

    # What every page does

    @override
    def refresh(self) -> None:
        self.gang.again()

    @override
    def on_changed(self, change: Change) -> None:
        """Follow also what elsewhere comes into the dossier; here that is looked at anyway."""
        super().on_changed(change)
        if change.touches(_COLLECTED) and not self.isVisible():
            self.read_again()

    @override
    def place(self) -> dict[str, Any]:
        gang = self.gang
        if gang.casus_id is None:
            return {}
        return {
            "casus": str(gang.casus_id),
            "ontvanger": gang.who,
            "weg": gang.way,
            "open": not self.parts.is_locked(),
            "tab": self.parts.tab(),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if place.get("casus"):
            self.parts.set_locked(locked=not place.get("open"))
            self.parts.show_tab(place.get("tab", 0))
            who, way = place.get("ontvanger", ""), place.get("weg", "")
            self.do(lambda: self._open(UUID(place["casus"]), who=who, way=way))

    @override
    def own_keys(self) -> Sequence[str]:
        return KEYS

    @override
    def casus_in_sight(self) -> UUID | None:
        return self.gang.casus_id

    # What was read

    @Slot()
    def _show_busy(self) -> None:
        """Take away what was meant for another, before anything is read."""
        who = self.gang.receiver()
        self.parts.rows.show_found({})
        self.parts.paper.wait() if who and self.gang.rows else self.parts.paper.clear()
        self.parts.who.show_note(woorden.note(who) if who else "")
        if not self.gang.ways:
            self.parts.who.show_ways("", (), "")
        self._show_foot()

    @Slot()
    def _show_rows(self) -> None:
        gang = self.gang
        self.parts.rows.show_rows(gang.rows)
        self.parts.who.show_receivers([woorden.receiver(one) for one in gang.ontvangers], gang.who)
        if not gang.who:
            self.parts.paper.clear(woorden.CHOOSE if gang.rows else "")
        if self._is_new:
            self._is_new = False
            self.parts.rows.begin()
        self._show_foot()

    @Slot()
    def _show_looked(self) -> None:
        gang, who = self.gang, self.gang.receiver()
        if who is None:
            return
        ways = [way(one) for one in gang.ways]
        self.parts.who.show_ways(f"Hoe krijgt {woorden.calls(who)} dit?", ways, gang.way)
        self.parts.rows.show_found(gang.proposals)
        current = self.parts.rows.list.current()
        if current is not None:
            gang.show(current.id)
        elif not gang.rows:
            self.parts.paper.clear()
        self._show_foot()

    @override
    @Slot()
    def _show_foot(self) -> None:
        """Say whether it can be made, and which step is now."""
        gang, who = self.gang, self.gang.receiver()
        reason = woorden.dossier_closed(gang.rows, gang.proposals.values(), gang.way, who)
        if reason or who is None:
            self.parts.foot.close_for(reason)
        else:
            self.parts.foot.open_for(woorden.calls(who))
        hits = any(one.voorstel.treffers for one in gang.proposals.values())
        step = Stap.MAKEN
        if not gang.rows:
            step = Stap.VERZAMELEN
        elif who is None or (gang.proposals and not gang.way and not hits):
            step = Stap.VOOR_WIE
        elif reason:
            step = Stap.NAKIJKEN
        self.parts.steps.show_step(step, wrong=hits)
        self.parts.follow_reading()

    @override
    @Slot()
    def _show_made(self) -> None:
        who = self.gang.receiver()
        if who is not None:
            self.parts.foot.tell_made(f"Gemaakt voor {woorden.calls(who)}", woorden.CLEAN)

    # What is asked here

    @Slot()
    def _add(self) -> None:
        if self.gang.casus_id is None:
            return
        if not_in(self.gang.rows, self.gang.verslagen):
            self.open_dialog("stuk-erbij", str(self.gang.casus_id))
        else:
            self.say(ALL_IN, tone="let-op")

    def _add_dialog(self, casus_id: str) -> FormDialog:
        casus = UUID(casus_id)
        dossiers = self._desk.dossiers
        choices = not_in(dossiers.of(casus), self._desk.verslagen.of_casus(casus))

        def add(verslag_id: UUID, nummer: int | None) -> None:
            stuk_id = dossiers.voeg_toe(casus, verslag_id, nummer)
            words = "Het stuk ligt in het dossier."
            self._do(words, lambda: None, lambda: dossiers.haal_weg(stuk_id))

        return StukDialog(choices, add, self)

    @Slot(object)
    def _look(self, row: DossierRow) -> None:
        """Show what stays behind of one document, for this receiver."""
        self.stuk_requested.emit(row.verslag_id, row.nummer or None, self.gang.who)

    @Slot(object)
    def _remove(self, row: DossierRow) -> None:
        casus_id, dossiers = self.gang.casus_id, self._desk.dossiers
        if casus_id is not None:
            self._do(
                "Het stuk is uit het dossier.",
                lambda: dossiers.haal_weg(row.id),
                lambda: dossiers.zet_terug(casus_id, row),
            )

    @Slot(object, int)
    def _move(self, row: DossierRow, to: int) -> None:
        move = self._desk.dossiers.verplaats
        words = f"Het stuk is nu nummer {to + 1}."
        self._do(words, lambda: move(row.id, to), lambda: move(row.id, row.plaats))

    def _do(self, words: str, command: Callable[[], object], undo: Callable[[], object]) -> None:
        """Run a command, look again, and say what was done, with the way back."""

        def back() -> None:
            undo()
            self.gang.again()

        self.do_with_undo(words, command, back)
        self.gang.again()
