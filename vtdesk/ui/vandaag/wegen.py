"""Where the lines of the tiles lead: to the day, to a verslag, to a casus, to a call."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from vtdesk.services.desk import Desk
from vtdesk.ui.belofte_dialog import BelofteDialog
from vtdesk.ui.page import Page
from vtdesk.ui.vandaag.tegels import Opent, TegelRegel
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.tijd import local


class Wegen(QObject):
    """Opens what a line is about."""

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        page.dialogs.register("belofte", self._promise_dialog)

    @Slot(object)
    def open(self, regel: TegelRegel) -> None:
        """Go to what a line is about."""
        page = self._page
        match regel.opens:
            case Opent.AFSPRAAK:
                page.afspraak_requested.emit(regel.id)
            case Opent.AFGEZEGD:
                page.open_dialog("afzeggen", str(regel.id))
            case Opent.VERSLAG:
                page.write_requested.emit(regel.id)
            case Opent.PLEIN:
                page.plein_requested.emit()
            case Opent.BELLEN:
                page.call_requested.emit(regel.id)
            case Opent.BELOFTE:
                page.open_dialog("belofte", str(regel.id))
            case Opent.TERMIJN:
                inside = {"rij": str(regel.id)}
                place = {"casus": str(regel.casus_id), "deel": "deel-termijnen", "in": inside}
                page.place_requested.emit(place)

    def _promise_dialog(self, belofte_id: str) -> FormDialog:
        row = self._desk.beloften.detail(UUID(belofte_id))
        today = local(self._desk.clock()).date()
        dialog = BelofteDialog(self._desk.beloften, row, today, self._page)
        dialog.stored.connect(lambda: self._page.offer_undo(dialog.said, dialog.undo))
        return dialog
