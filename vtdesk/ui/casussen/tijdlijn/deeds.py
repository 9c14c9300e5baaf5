"""What one does on the line: note, correct and take away an event; print; go to a thing."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.services.desk import Desk
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.services.gebeurtenissen import GebeurtenisRow
from vtdesk.services.tijdlijn.rows import TijdlijnKeuze, TijdlijnRow
from vtdesk.ui.casussen.plaatsen import open_thing
from vtdesk.ui.casussen.tijdlijn.afdruk import TijdlijnAfdruk
from vtdesk.ui.casussen.tijdlijn.gebeurtenis_dialog import GebeurtenisDialog
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import Kind, Rol


class TijdlijnDeeds(QObject):
    """Does what the line and its inspector ask; `casus` tells which casus it is."""

    added = Signal(object)  # UUID of an event that was just noted

    def __init__(self, page: Page, desk: Desk, tools: Tools, casus: Callable[[], UUID]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._tools = tools
        self._casus = casus
        page.dialogs.register("gebeurtenis-toevoegen", self._add_dialog)
        page.dialogs.register("gebeurtenis-wijzigen", self._change_dialog)

    def add(self) -> None:
        """Ask what happened."""
        self._page.open_dialog("gebeurtenis-toevoegen", str(self._casus()))

    @Slot(str, object)
    def do(self, name: str, row: TijdlijnRow) -> None:
        """Do the deed of this name with a point."""
        if name == "openen":
            open_thing(self._page, self._casus(), row)
        else:
            self.remove(row)

    @Slot(object)
    def remove(self, row: TijdlijnRow) -> None:
        """Take an event away, and offer to put it back; other things are not removed here."""
        if row.kind is not Kind.GEBEURTENIS:
            words = "Alleen een gebeurtenis haal je hier weg. Enter opent de plek van deze regel."
            self._page.say(words, tone="let-op")
            return
        self._page.do(lambda: self._desk.gebeurtenissen.remove(row.ding), then=self._offer_back)

    def print(self, keuze: TijdlijnKeuze, gekozen: str) -> None:
        """Show this part of the line on paper."""
        self._page.do(
            lambda: self._desk.tijdlijn.drukwerk(self._casus(), keuze, gekozen),
            then=self._show_paper,
        )

    def _show_paper(self, line: Drukwerk) -> None:
        TijdlijnAfdruk(self._page, self._tools.jobs, self._desk.papier.printers).show_line(line)

    def _offer_back(self, gone: GebeurtenisRow) -> None:
        self._page.offer_undo(
            "De gebeurtenis is weggehaald.",
            lambda: self._desk.gebeurtenissen.add(gone.casus_id, gone.gegevens),
        )

    def _add_dialog(self, casus_id: str) -> FormDialog:
        casus = UUID(casus_id)
        dialog = GebeurtenisDialog(
            self._tools.clock().date(), None, self._people(casus), self._page
        )

        def store() -> None:
            if gegevens := dialog.gegevens():
                self.added.emit(self._desk.gebeurtenissen.add(casus, gegevens))

        dialog.store = store
        return dialog

    def _change_dialog(self, gebeurtenis_id: str) -> FormDialog:
        row = self._desk.gebeurtenissen.get(UUID(gebeurtenis_id))
        dialog = GebeurtenisDialog(
            self._tools.clock().date(), row.gegevens, self._people(row.casus_id), self._page
        )

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.gebeurtenissen.change(row.id, row.version, gegevens)

        dialog.store = store
        return dialog

    def _people(self, casus_id: UUID) -> list[tuple[str, UUID]]:
        return [
            (person.naam, person.id)
            for person in self._desk.personen.in_casus(casus_id)
            if person.rol is not Rol.MELDER
        ]
