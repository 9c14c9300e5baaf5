"""Making it: where it goes, the work away from the window, and what was looked after."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page
from vtdesk.ui.paper.paper import NO_PRINTER
from vtdesk.ui.paper.print_dialog import PrintDialog
from vtdesk.ui.uitgaand.gang import Gang
from vtdesk.ui.uitgaand.woorden import CLEAN

PLAIN = "Een PDF is niet versleuteld: laat hem alleen staan waar hij mag staan."


class Uitvoer(QObject):
    """One deed at a time; what failed left nothing behind and says so."""

    busy = Signal(str)  # what is being made
    made = Signal(str, str)  # what was made, and that it was searched again
    ended = Signal()  # without having made anything

    def __init__(self, desk: Desk, jobs: Jobs, page: Page, gang: Gang) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._gang = desk, jobs, page, gang

    @Slot()
    def pdf(self) -> None:
        """Ask where the PDF goes, make it there, and search it again."""
        what = self._gang.drukwerk()

        def named(name: str) -> None:
            target = choose_place(self._page, "PDF maken", name, "PDF (*.pdf)")
            if target is None:
                self.ended.emit()
            else:
                words = "De PDF wordt gemaakt en nagekeken…"
                self._run(lambda: what.save(target), words, lambda: self._tell_saved(target))

        self._prepare(what.bestandsnaam, named)

    @Slot()
    def html(self) -> None:
        """Ask where the accessible page goes, and make it there."""
        what = self._gang.drukwerk()

        def named(name: str) -> None:
            place = Path(name).with_suffix(".html").name
            target = choose_place(self._page, "Webpagina maken", place, "Webpagina (*.html)")
            if target is None:
                self.ended.emit()
            else:
                words = "De webpagina wordt gemaakt en nagekeken…"
                self._run(lambda: what.save_html(target), words, lambda: self._tell_saved(target))

        self._prepare(what.bestandsnaam, named)

    @Slot()
    def print(self) -> None:
        """Ask which printer, and send it there."""
        self._prepare(self._desk.papier.printers, self._ask_printer)

    def _ask_printer(self, printers: Sequence[str]) -> None:
        self.ended.emit()
        if not printers:
            words = NO_PRINTER.format("het verslag")
            self._page.message_requested.emit(Message(words, "let-op"))
            return
        what = self._gang.drukwerk()
        dialog = PrintDialog("Verslag afdrukken", printers, lambda to: self._send(what, to), self._page)
        dialog.open_form()

    def _send(self, what: Drukwerk, printer: str) -> None:
        words = "Het verslag gaat naar de printer…"
        self._run(lambda: what.print(printer), words, self._tell_printed)

    def _tell_saved(self, target: Path) -> None:
        self.made.emit(CLEAN, f"Gemaakt: {target.name}. {PLAIN}")
        self._page.say(f"{CLEAN} Gemaakt als {target.name}.")

    def _tell_printed(self) -> None:
        self.made.emit(CLEAN, "Het verslag is naar de printer gestuurd.")
        self._page.say(f"{CLEAN} Het verslag is naar de printer gestuurd.")

    def _prepare(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self.busy.emit("Even kijken…")
        self._jobs.run(work, then=then, failed=self._tell_refused, owner=self)

    def _run(self, work: Callable[[], object], words: str, then: Callable[[], None]) -> None:
        self.busy.emit(words)
        self._jobs.run(work, then=lambda _: then(), failed=self._tell_refused, owner=self)

    def _tell_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError | OutsideError):
            self._jobs.failed.emit(error)
        else:
            self._page.message_requested.emit(Message.of(error))
        self.ended.emit()
