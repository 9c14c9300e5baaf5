"""What is done to appointments from the page: plan, change, move, hold, cancel, and back again."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakGegevens, AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.reeksen import Bereik, Herstel
from vtdesk.ui.agenda import moves
from vtdesk.ui.agenda.afspraak_dialog import AfspraakDialog, Planning
from vtdesk.ui.agenda.afzeg_dialog import AfzegDialog
from vtdesk.ui.agenda.gesprek_dialog import GesprekDialog
from vtdesk.ui.agenda.moves import Move, Reach
from vtdesk.ui.agenda.weghaal_dialog import WeghaalDialog
from vtdesk.ui.agenda.wishes import Wish
from vtdesk.ui.format import moment
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import at, local

_BEREIK = {Reach.FOLLOWING: Bereik.VOLGENDE, Reach.SERIES: Bereik.ALLE}


class Deeds(QObject):
    """Each deed is one use case; refusals and undo go to the message bar of the page."""

    planned = Signal(object)

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._granted: Mapping[Wish, Callable[[AfspraakRow], None]] = {
            Wish.CASUS: lambda row: page.casus_requested.emit(row.casus_id),
            Wish.SCHRIJVEN: lambda row: page.write_requested.emit(row.id),
            Wish.LEZEN: lambda row: page.verslag_requested.emit(row.verslag_id),
            Wish.NOTITIE: lambda row: page.parkeernotitie_requested.emit(row.id),
            Wish.GEHOUDEN: self.hold,
            Wish.HOE: self.tell_how,
            Wish.WIJZIGEN: self.change,
            Wish.AFZEGGEN: self.cancel,
            Wish.TERUG: self.reopen,
        }
        page.dialogs.register("afspraak-maken", self._plan_dialog)
        page.dialogs.register("afspraak-wijzigen", self._change_dialog)
        page.dialogs.register("gesprek", self._talk_dialog)
        page.dialogs.register("afzeggen", self._cancel_dialog)
        page.dialogs.register("reden-geven", self._reason_dialog)
        page.dialogs.register("reeks-weghalen", self._remove_dialog)

    def grant(self, wish: Wish, row: AfspraakRow) -> None:
        """Do what was wished of an appointment."""
        self._granted[wish](row)

    def plan(self, day: date, casus_id: UUID | None = None) -> None:
        """Ask what to plan, from the next half hour on, or from nine on another day."""
        casus = str(casus_id) if casus_id else ""
        self._page.open_dialog("afspraak-maken", self._free(day).isoformat(), casus)

    def change(self, row: AfspraakRow) -> None:
        """Ask what to change."""
        self._page.open_dialog("afspraak-wijzigen", str(row.id))

    def tell_how(self, row: AfspraakRow) -> None:
        """Ask how it went."""
        self._page.open_dialog("gesprek", str(row.id))

    @Slot(object)
    def cancel(self, row: AfspraakRow) -> None:
        """Ask for a new date or a reason; a block of her own goes, and can come back."""
        of_others = row.casus_id is not None or row.soort is AfspraakSoort.PLEIN
        if row.staat is not AfspraakStaat.GEPLAND or of_others:
            self._page.open_dialog("afzeggen", str(row.id))
        elif row.reeks_id is not None:
            self._page.open_dialog("reeks-weghalen", str(row.id))
        else:
            self._page.do(lambda: self._desk.agenda.remove(row.id), then=self._say_removed)

    @Slot(object)
    def give_reason(self, row: AfspraakRow) -> None:
        """Ask why what was cancelled gets no new date."""
        self._page.open_dialog("reden-geven", str(row.id))

    def hold(self, row: AfspraakRow) -> None:
        """Note that it took place."""
        self._page.do(
            lambda: self._desk.agenda.hold(row.id),
            then=lambda _: self._say(
                f"{row.titel} is gehouden.", lambda: self._desk.agenda.reopen(row.id)
            ),
        )

    def reopen(self, row: AfspraakRow) -> None:
        """Undo that it was held or cancelled."""
        self._page.do(lambda: self._desk.agenda.reopen(row.id))

    @Slot(object, object)
    def move(self, move: Move, reach: Reach) -> None:
        """Move a block, or it and what goes along; where everything stood is remembered."""
        begin = move.moved.begin
        words = f"{move.row.titel} staat nu op {moment(begin, self._desk.clock())}."
        bereik = _BEREIK.get(reach)
        if bereik is not None:
            also = " De volgende gaan mee." if bereik is Bereik.VOLGENDE else " De andere gaan mee."
            self._page.do(
                lambda: self._desk.reeksen.move(move.row.id, begin, bereik),
                then=lambda herstel: self._say_undoable(words + also, herstel),
            )
            return
        rows = self._desk.agenda.on_day(local(move.row.begin).date())
        before = moves.old_begins(move, rows, reach)

        def command() -> None:
            if reach is Reach.REST:
                self._desk.agenda.move_rest(move.row.id, begin)
            else:
                self._desk.agenda.move(move.row.id, begin)

        self._page.do(
            command,
            then=lambda _: self._say(words, lambda: self._desk.agenda.move_each(before)),
        )

    def _plan_dialog(self, begin: str, casus_id: str) -> FormDialog:
        planning = Planning.new(
            local(datetime.fromisoformat(begin)), UUID(casus_id) if casus_id else None
        )
        dialog = AfspraakDialog(self._desk, planning, self._page)
        dialog.accepted.connect(lambda: self._after_planning(dialog))
        return dialog

    def _after_planning(self, dialog: AfspraakDialog) -> None:
        self.planned.emit(dialog.afspraak_id)
        if dialog.said:
            self._say(dialog.said, dialog.undo)

    def _change_dialog(self, afspraak_id: str) -> FormDialog:
        dialog = AfspraakDialog(self._desk, Planning.of(self._row(afspraak_id)), self._page)
        dialog.accepted.connect(lambda: self._say(dialog.said, dialog.undo))
        return dialog

    def _talk_dialog(self, afspraak_id: str) -> FormDialog:
        return GesprekDialog(self._desk, self._row(afspraak_id), self._page)

    def _reason_dialog(self, afspraak_id: str) -> FormDialog:
        dialog = self._cancel_dialog(afspraak_id)
        dialog.choose_reason()
        return dialog

    def _cancel_dialog(self, afspraak_id: str) -> AfzegDialog:
        row = self._row(afspraak_id)
        if row.staat is not AfspraakStaat.GEPLAND and not row.needs_new_date:
            raise UserError("Deze afspraak is al afgehandeld.")
        dialog = AfzegDialog(self._desk, row, self._page)
        dialog.accepted.connect(lambda: self._say(dialog.said, dialog.undo))
        return dialog

    def _remove_dialog(self, afspraak_id: str) -> FormDialog:
        dialog = WeghaalDialog(self._desk, self._row(afspraak_id), self._page)
        dialog.accepted.connect(lambda: self._say(dialog.said, dialog.undo))
        return dialog

    def _row(self, afspraak_id: str) -> AfspraakRow:
        return self._desk.agenda.detail(UUID(afspraak_id))

    def _free(self, day: date) -> datetime:
        now = local(self._desk.clock())
        if day != now.date():
            return at(day, 9)
        return now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0) + timedelta(
            minutes=30
        )

    def _say_removed(self, gegevens: AfspraakGegevens) -> None:
        self._say(f"{gegevens.titel} is weg.", lambda: self._desk.agenda.plan(gegevens))

    def _say_undoable(self, words: str, herstel: Herstel) -> None:
        self._say(words, lambda: self._desk.reeksen.restore(herstel))

    def _say(self, words: str, undo: Callable[[], object]) -> None:
        def undo_it() -> None:
            self._page.do(undo)

        self._page.message_requested.emit(Message(words, "goed", UNDO, undo_it))
