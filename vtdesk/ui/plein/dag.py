"""A day at the table before and after it: add, order, prepare, work up; each with the way back."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.services.desk import Desk
from vtdesk.services.plein.resten import Weg
from vtdesk.services.plein.rows import BesprekingRow
from vtdesk.services.plein.verwerking import Verwerkt
from vtdesk.services.soortkeuze import JB_PLEIN
from vtdesk.ui import nieuw_verslag
from vtdesk.ui.page import Page
from vtdesk.ui.plein import words
from vtdesk.ui.plein.bespreking_dialog import BesprekingDialog
from vtdesk.ui.plein.keeper import Keeper
from vtdesk.ui.plein.voor import Voor
from vtdesk.values.tijd import at, local

ADD, CHANGE = "bespreking-toevoegen", "bespreking-wijzigen"
NINE = 9  # a zitting without a block in the agenda begins at this hour


class Dag(QObject):
    """The besprekingen of one day, and what can be done with them."""

    begun = Signal(object)  # UUID of the bespreking that comes on the table

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.day = self._today()
        self._cleared: date | None = None  # the day on which tafelkaarten last went
        self._prepares: BesprekingRow | None = None
        self.view = Voor(desk.plein.regels())
        self._keeper = Keeper(self._save, self)
        self._keeper.kept.connect(page.saved)
        self._keeper.failed.connect(page.save_failed)
        page.dialogs.register(ADD, self._add_dialog)
        page.dialogs.register(CHANGE, self._change_dialog)
        nieuw_verslag.register(page, desk, page.verslag_requested.emit)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.walked.connect(self.walk)
        view.today_requested.connect(lambda: self.go_to(self._today()))
        view.chosen.connect(self._show_prepared)
        view.opened.connect(lambda row: self._page.open_dialog(CHANGE, str(row.id)))
        view.removed.connect(self._remove)
        view.prepared.connect(self._keeper.touch)
        view.regio_chosen.connect(self._choose_regio)
        view.add_requested.connect(self.add)
        view.begin_requested.connect(self.begin)
        view.work_up_requested.connect(self.work_up)
        view.write_requested.connect(self.write)

    # what is shown

    def read(self) -> None:
        """Read the day again; what is being typed stays."""
        today = self._today()
        if self._cleared != today:
            self._cleared = today
            self._desk.tafelkaarten.clear()
        groups = [
            (one.begin, self._desk.plein.besprekingen(one.id) if one.id else [])
            for one in self._desk.plein.zittingen(self.day)
        ]
        self.view.show_day(self.day, today, self._desk.plein.regio())
        self.view.show_gone(self._desk.tafelkaarten.verdwenen())
        self.view.show_rows(groups)
        if (chosen := self.view.list.current()) is not None:
            self._show_prepared(chosen)

    def choose(self, bespreking_id: str) -> None:
        """Choose a bespreking of this day."""
        self.view.list.choose(lambda row: str(row.id) == bespreking_id)

    def chosen(self) -> str:
        """Say which bespreking is chosen, in plain words."""
        row = self.view.list.current()
        return str(row.id) if row else ""

    def walk(self, days: int) -> None:
        """Go some days on or back."""
        self.go_to(self.day + timedelta(days=days))

    def go_to(self, day: date) -> None:
        """Show another day."""
        if self._page.do(self.store):
            self.day = day
            self._page.read_again()

    def store(self) -> None:
        """Store now what is prepared; an OutsideError tells that it could not be."""
        self._keeper.store()

    def forget(self) -> None:
        """Name nobody while the table is on screen."""
        self._prepares = None
        self.view.forget()

    @Slot(object)
    def _show_prepared(self, chosen: BesprekingRow) -> None:
        other = self._prepares is None or self._prepares.id != chosen.id
        if other and not self._page.do(self.store):
            return
        self._prepares = chosen
        prepared = self._desk.plein.detail(chosen.id).voorbereiding
        self.view.show_chosen(chosen)
        if other or (not self._keeper.is_dirty() and prepared != self.view.form.gegevens()):
            self.view.form.show_gegevens(prepared)

    def _save(self) -> None:
        if self._prepares is not None:
            self._desk.plein.prepare(self._prepares.id, self.view.form.gegevens())

    # what is done

    def add(self) -> None:
        """Add a bespreking to this day."""
        self._page.open_dialog(ADD, self.day.isoformat())

    def begin(self) -> None:
        """Go to the table: with the chosen bespreking, else the first that is not closed."""
        rows = self._rows_now()
        chosen = self.view.list.current()
        still = [row for row in rows if row.gesloten_op is None]
        if chosen is None or (chosen.gesloten_op and still):
            chosen = next(iter(still or rows), None)
        if chosen is not None and self._page.do(self.store):
            self.begun.emit(chosen.id)

    def move(self, steps: int) -> None:
        """Put the chosen bespreking earlier or later."""
        chosen = self.view.list.current()
        if chosen is not None:
            move = self._desk.plein.move
            self._page.do_with_undo(
                "Volgorde gewijzigd.",
                lambda: move(chosen.id, steps),
                lambda: move(chosen.id, -steps),
            )

    def work_up(self) -> None:
        """Bring what was said of the chosen bespreking to its casus."""
        chosen = self.view.list.current()
        if chosen is None:
            return
        undo = self._desk.pleinverwerking.undo

        def offer(done: Verwerkt) -> None:
            self._page.offer_undo(_worked_up(chosen, done), lambda: undo(done))

        self._page.do(lambda: self._desk.pleinverwerking.work_up(chosen.id), then=offer)

    def write(self) -> None:
        """Begin the verslag of the chosen bespreking, filled in with what was said."""
        chosen = self.view.list.current()
        casus_id = chosen.gegevens.casus_id if chosen else None
        if casus_id is not None and self._page.do(self.store):
            self._page.open_dialog(nieuw_verslag.NAME, str(casus_id), "", JB_PLEIN)

    @Slot(object)
    def _remove(self, row: BesprekingRow) -> None:
        def offer(weg: Weg) -> None:
            back = self._desk.plein.put_back
            self._page.offer_undo("Bespreking weggehaald.", lambda: back(weg))

        if self._page.do(self.store):
            self._prepares = None
            self._page.do(lambda: self._desk.plein.remove(row.id), then=offer)

    @Slot(str)
    def _choose_regio(self, regio_id: str) -> None:
        self._page.do(lambda: self._desk.plein.set_regio(regio_id))

    def _add_dialog(self, day: str) -> BesprekingDialog:
        plein, wanted = self._desk.plein, date.fromisoformat(day)
        dialog = BesprekingDialog(
            self._desk.casussen.all(), plein.regio(), plein.regels(), None, self._page
        )

        def store() -> None:
            if (gegevens := dialog.gegevens()) is not None:
                self.choose(str(plein.add(self._zitting(wanted), gegevens)))

        dialog.store = store
        return dialog

    def _change_dialog(self, bespreking_id: str) -> BesprekingDialog:
        plein = self._desk.plein
        detail = plein.detail(UUID(bespreking_id))
        row = detail.row
        dialog = BesprekingDialog(
            self._desk.casussen.all(), detail.regio, plein.regels(), row, self._page
        )

        def store() -> None:
            if (gegevens := dialog.gegevens()) is not None:
                plein.change(row.id, row.version, gegevens)

        dialog.store = store
        return dialog

    def _zitting(self, day: date) -> UUID:
        """Give the zitting that a new bespreking belongs to: the last one of that day."""
        known = self._desk.plein.zittingen(day)
        if not known:
            return self._desk.plein.open_zitting(at(day, NINE))
        last = known[-1]
        return last.id or self._desk.plein.open_zitting(last.begin, last.afspraak_id)

    def _rows_now(self) -> Sequence[BesprekingRow]:
        found = self._desk.plein.zittingen(self.day)
        return [row for one in found if one.id for row in self._desk.plein.besprekingen(one.id)]

    def _today(self) -> date:
        return local(self._desk.clock()).date()


def _worked_up(row: BesprekingRow, done: Verwerkt) -> str:
    if row.is_tafelkaart:
        return f"Bespreking {row.nummer} is verwerkt. {words.verdwijnt(row)}."
    lines = len(done.uitspraken)
    what = f"De uitkomst en {lines} regels staan" if lines > 1 else "De uitkomst staat"
    return f"{what} nu in de casus van bespreking {row.nummer}."
