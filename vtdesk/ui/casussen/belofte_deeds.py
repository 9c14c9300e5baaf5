"""What is done with a promise in its casus: settle, change, take away, and back again."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.beloften import BelofteGegevens, BelofteRow
from vtdesk.services.desk import Desk
from vtdesk.ui.belofte_dialog import BelofteDialog
from vtdesk.ui.day_field import DayField, day_of
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.tijd import local


class BelofteDeeds(QObject):
    """Each deed is one use case; refusals and undo go to the message bar of the page."""

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        page.dialogs.register("belofte", self._settle_dialog)
        page.dialogs.register("belofte-wijzigen", self._change_dialog)

    @Slot(str, object)
    def do(self, name: str, row: BelofteRow) -> None:
        """Do the deed of this name with a promise."""
        match name:
            case "afronden":
                self._page.open_dialog("belofte", str(row.id))
            case "wijzigen":
                self._page.open_dialog("belofte-wijzigen", str(row.id))
            case "open":
                if self._page.do(lambda: self._desk.beloften.reopen(row.id)):
                    self._page.say(f"De belofte aan {row.aan} staat weer open.")
            case "weg":
                self._page.do_with_undo(
                    "De belofte is weggehaald.",
                    lambda: self._desk.beloften.remove(row.id),
                    lambda: self._desk.beloften.put_back(row),
                )

    def _settle_dialog(self, belofte_id: str) -> FormDialog:
        row = self._desk.beloften.detail(UUID(belofte_id))
        today = local(self._desk.clock()).date()
        dialog = BelofteDialog(self._desk.beloften, row, today, self._page)
        dialog.stored.connect(lambda: self._page.offer_undo(dialog.said, dialog.undo))
        return dialog

    def _change_dialog(self, belofte_id: str) -> FormDialog:
        return BelofteWijzigen(self._desk, self._desk.beloften.detail(UUID(belofte_id)), self._page)


class BelofteWijzigen(FormDialog):
    """To whom, what and by when; the casus stays."""

    def __init__(self, desk: Desk, row: BelofteRow, parent: QWidget) -> None:
        super().__init__("Belofte wijzigen", "Belofte bewaren", parent)
        self._desk, self._row = desk, row
        self._to = named(QLineEdit(row.aan), "aan")
        self._what = named(QLineEdit(row.wat), "wat")
        self._by = named(DayField(local(desk.clock()).date()), "uiterlijk")
        self._by.set_day(row.uiterlijk)
        self.form.add("Aan wie", self._to)
        self.form.add("Wat", self._what)
        self._by_field = self.form.add("Uiterlijk", self._by, hint="Leeg: zonder datum.")
        self.store = self._store

    def _store(self) -> None:
        uiterlijk = day_of(self._by, self._by_field)
        if self._by_field.error():
            return
        before = self._row.gegevens
        same = self._to.text().strip() == before.aan
        gegevens = BelofteGegevens(
            self._to.text(),
            self._what.text(),
            uiterlijk,
            before.casus_id,
            before.persoon_id if same else None,
            before.afspraak_id,
        )
        self._desk.beloften.change(self._row.id, self._row.version, gegevens)
