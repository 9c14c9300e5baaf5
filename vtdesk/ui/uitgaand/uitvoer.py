"""Making it: where it goes, the work away from the window, and what was looked after."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.uitgaand_maken import Verslagwerk
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page
from vtdesk.ui.paper.paper import NO_PRINTER
from vtdesk.ui.paper.print_dialog import PrintDialog
from vtdesk.ui.uitgaand.gang import Gang
from vtdesk.ui.uitgaand.woorden import CLEAN
from vtdesk.values.afdruk import Afdruk

PLAIN_PDF = "Een PDF is niet versleuteld: laat hem alleen staan waar hij mag staan."
PLAIN_HTML = "Deze pagina is niet versleuteld: laat haar alleen staan waar zij mag staan."


class Uitvoer(QObject):
    """One deed at a time; what failed left nothing behind and says so."""

    busy = Signal(str)  # what is being made
    made = Signal()  # it was searched again, and nothing was found
    ended = Signal()  # without having made anything

    def __init__(self, desk: Desk, jobs: Jobs, page: Page, gang: Gang) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._gang = desk, jobs, page, gang

    @Slot()
    def pdf(self) -> None:
        """Ask where the PDF goes, make it there, and search it again."""

        def ask(what: Verslagwerk, name: str) -> None:
            target = choose_place(self._page, "PDF maken", name, "PDF (*.pdf)")
            if target is None:
                self.ended.emit()
            else:
                words = "De PDF wordt gemaakt en nagekeken…"
                self._run(lambda: what.save(target), words, self._saved(target, PLAIN_PDF))

        self._prepare(ask)

    @Slot()
    def html(self) -> None:
        """Ask where the page goes that every screen reader can read, and make it there."""

        def ask(what: Verslagwerk, name: str) -> None:
            proposed = Path(name).with_suffix(".html").name
            kinds = "Webpagina (*.html)"
            target = choose_place(self._page, "Webpagina maken", proposed, kinds)
            if target is None:
                self.ended.emit()
            else:
                words = "De webpagina wordt gemaakt en nagekeken…"
                self._run(lambda: what.save_html(target), words, self._saved(target, PLAIN_HTML))

        self._prepare(ask)

    @Slot()
    def print(self) -> None:
        """Ask which printer, and send it there."""
        find = self._desk.papier.printers
        self._prepare(lambda what, _: self._ask_printer(what, find()))

    def _ask_printer(self, what: Verslagwerk, printers: Sequence[str]) -> None:
        self.ended.emit()
        if printers:
            send = partial(self._send, what)
            PrintDialog("Verslag afdrukken", printers, send, self._page).open_form()
        else:
            words = NO_PRINTER.format("het verslag")
            self._page.message_requested.emit(Message(words, "let-op"))

    def _send(self, what: Verslagwerk, afdruk: Afdruk) -> None:
        sent = "Het verslag is naar de printer gestuurd."
        words = "Het verslag gaat naar de printer…"
        self._run(lambda: what.print(afdruk), words, partial(self._tell, sent))

    def _saved(self, target: Path, warning: str) -> Callable[[], None]:
        return partial(self._tell, f"Gemaakt als {target.name}. {warning}")

    def _tell(self, made: str) -> None:
        self._page.say(f"{CLEAN} {made}")

    def _prepare(self, ask: Callable[[Verslagwerk, str], None]) -> None:
        """Make sure of what leaves and what the file is called, and ask where it goes."""
        make, who = self._gang.maker(), self._gang.who

        def prepare() -> tuple[Verslagwerk, str]:
            what = make()
            return what, what.bestandsnaam()

        def go_on(found: tuple[Verslagwerk, str]) -> None:
            if who == self._gang.who:
                ask(*found)

        self.busy.emit("Dit exemplaar wordt klaargelegd…")
        self._jobs.run(prepare, then=go_on, failed=self._tell_refused, owner=self)

    def _run(self, work: Callable[[], object], words: str, then: Callable[[], None]) -> None:
        """Do it away from the window; the foot speaks only of the receiver on screen."""
        who = self._gang.who

        def done(_: object) -> None:
            then()
            if who == self._gang.who:
                self.made.emit()

        self.busy.emit(words)
        self._jobs.run(work, then=done, failed=self._tell_refused, owner=self)

    def _tell_refused(self, error: Exception) -> None:
        if isinstance(error, UserError | OutsideError):
            self._page.message_requested.emit(Message.of(error))
        else:
            self._jobs.failed.emit(error)
        self.ended.emit()
