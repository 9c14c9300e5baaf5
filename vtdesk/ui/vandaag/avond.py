"""The evening of the page: it opens, keeps what is typed, and ends the day."""

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.morgen import Avond, AvondRegel
from vtdesk.services.verlof.service import VerlofRow
from vtdesk.ui.page import Page
from vtdesk.ui.vandaag.avondbeloftes import AvondBeloftes
from vtdesk.ui.vandaag.dagafsluiting import Dagafsluiting
from vtdesk.values.dagkinds import OvernameSoort
from vtdesk.values.kinds import AfspraakSoort

KLAD = "lichtpunt"


class Avondstand(QObject):
    """Whether the evening is on screen, and what happens in it."""

    changed = Signal()  # it began or ended

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self.view = Dagafsluiting()
        self.view.hide()
        self.is_on = False
        self.view.opened.connect(self._open)
        self.view.handed_over.connect(self._hand_over)
        self.view.taken_back.connect(lambda line: self._page.do(lambda: self._give_back(line)))
        self.view.left.connect(self.leave)
        self.view.done.connect(self.finish)
        self.view.lichtpunt.paused.connect(self.keep)

    @Slot()
    def begin(self) -> None:
        """Bring the evening on screen, with what was half typed before."""
        if self.is_on:
            return
        self.is_on = True
        self._page.do(self._read_half_typed)
        self.changed.emit()
        self.view.focus_first()

    @Slot()
    def leave(self) -> None:
        """Go back to the day; what is typed stays for later."""
        if self.is_on:
            self.keep()
            self.is_on = False
            self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Keep what is typed; nothing of it is left when it is empty."""
        self._page.do(self.store_half_typed)

    def store_half_typed(self) -> None:
        """Store it; an OutsideError tells that it could not be."""
        words = self.view.lichtpunt.words()
        if self.is_on and words:
            self._desk.kladjes.keep(KLAD, {"tekst": words})
        elif self.is_on:
            self._desk.kladjes.drop(KLAD)

    @Slot()
    def finish(self) -> None:
        """Keep what went well, close the day, and lock: the next start shows nothing of it."""
        self._page.do(self._store, then=lambda _: self._end())

    def show(self, avond: Avond | None, beloftes: AvondBeloftes) -> None:
        """Show what may wait."""
        self.view.show_evening(avond, beloftes)

    def _read_half_typed(self) -> None:
        kept = self._desk.kladjes.of(KLAD) or {}
        self.view.lichtpunt.begin(str(kept.get("tekst", "")), self._desk.dagen.names())

    def _store(self) -> None:
        words = self.view.lichtpunt.words()
        if words:
            self._desk.lichtpunten.save(words)
        self._desk.kladjes.drop(KLAD)
        self._desk.dagen.close()

    def _end(self) -> None:
        self.view.lichtpunt.begin("", ())
        self.is_on = False
        self.changed.emit()
        self._page.lock_requested.emit()

    @Slot(object)
    def _hand_over(self, line: AvondRegel) -> None:
        """Let the replacer write it: it comes on the Vervangkaart."""

        def give() -> str:
            verlof = self._verlof()
            self._desk.verloven.take(
                verlof.id, OvernameSoort.VERSLAG, line.id, verlof.gegevens.vervanger
            )
            return verlof.gegevens.vervanger

        def given(wie: str) -> None:
            words = f"{wie} schrijft dit verslag. Het staat op de Vervangkaart."
            self._page.offer_undo(words, lambda: self._give_back(line))

        self._page.do(give, then=given)

    def _give_back(self, line: AvondRegel) -> None:
        self._desk.verloven.take(self._verlof().id, OvernameSoort.VERSLAG, line.id, "")

    def _verlof(self) -> VerlofRow:
        verlof_id = self._desk.morgen.groups().verlof_id
        if verlof_id is None:
            raise UserError("Er begint geen verlof waarin iemand je vervangt.")
        return self._desk.verloven.get(verlof_id)

    @Slot(object)
    def _open(self, line: AvondRegel) -> None:
        if line.soort is AfspraakSoort.PLEIN:
            self._page.plein_requested.emit()
        else:
            self._page.write_requested.emit(line.afspraak_id)
