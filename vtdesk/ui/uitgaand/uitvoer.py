"""Making it: where it goes, the work away from the window, and that it was searched again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.services.uitgaand.maken import Verslagwerk
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page
from vtdesk.ui.paper.paper import NO_PRINTER, Woorden
from vtdesk.ui.paper.print_dialog import PrintDialog
from vtdesk.ui.uitgaand.gang import Gang
from vtdesk.ui.uitgaand.inzage_gang import InzageGang
from vtdesk.ui.uitgaand.woorden import CLEAN
from vtdesk.values.afdruk import Afdruk

PLAIN_PDF = "Een PDF is niet versleuteld: laat hem alleen staan waar hij mag staan."
PLAIN_HTML = "Deze pagina is niet versleuteld: laat haar alleen staan waar zij mag staan."

W = TypeVar("W", bound=Drukwerk)


class Uitvoer(QObject):
    """One deed at a time; what failed left nothing behind and says so.

    `who` tells the receiver on screen: what was asked for one never goes on for another.
    """

    busy = Signal(str)  # what is being made
    made = Signal()  # it was searched again, and nothing was found
    ended = Signal()  # without having made anything

    def __init__(
        self, desk: Desk, jobs: Jobs, page: Page, who: Callable[[], str], woorden: Woorden
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page = desk, jobs, page
        self._who, self._woorden = who, woorden

    @Slot()
    def pdf(self) -> None:
        """Make the file."""
        raise NotImplementedError

    @Slot()
    def print(self) -> None:
        """Bring it to a printer."""
        raise NotImplementedError

    def prepare(self, make: Callable[[], W], ask: Callable[[W, str], None]) -> None:
        """Make sure of what leaves and what the file is called, and go on."""
        who = self._who()

        def prepared() -> tuple[W, str]:
            what = make()
            return what, what.bestandsnaam()

        def go_on(found: tuple[W, str]) -> None:
            if who == self._who():
                ask(*found)

        self.busy.emit("Dit exemplaar wordt klaargelegd…")
        self._jobs.run(prepared, then=go_on, failed=self.tell_refused, owner=self)

    def place(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask where a file goes; tells that nothing is made when she does not say."""
        target = choose_place(self._page, title, name, kinds)
        if target is None:
            self.ended.emit()
        return target

    def run(self, work: Callable[[], object], words: str, then: Callable[[], object]) -> None:
        """Do it away from the window; the foot speaks only of the receiver on screen."""
        who = self._who()

        def done(_: object) -> None:
            if who == self._who():
                self.made.emit()
            then()

        self.busy.emit(words)
        self._jobs.run(work, then=done, failed=self.tell_refused, owner=self)

    def say(self, made: str) -> None:
        """Say what was made, and that it was searched again."""
        self._page.say(f"{CLEAN} {made}")

    def print_it(self, make: Callable[[], Drukwerk]) -> None:
        """Ask which printer, and send it there."""

        def ask(what: Drukwerk, _: str) -> None:
            self._jobs.run(
                self._desk.papier.printers, then=partial(self._ask_printer, what), owner=self
            )

        self.prepare(make, ask)

    def _ask_printer(self, what: Drukwerk, printers: list[str]) -> None:
        self.ended.emit()
        if printers:
            send = partial(self._send, what)
            PrintDialog(f"{self._woorden.los} afdrukken", printers, send, self._page).open_form()
        else:
            words = NO_PRINTER.format(self._woorden.midden)
            self._page.message_requested.emit(Message(words, "let-op"))

    def _send(self, what: Drukwerk, afdruk: Afdruk) -> None:
        sent = f"{self._woorden.begin} is naar de printer gestuurd."
        words = f"{self._woorden.begin} gaat naar de printer…"
        self.run(lambda: what.print(afdruk), words, partial(self.say, sent))

    def tell_refused(self, error: Exception) -> None:
        """Say what was refused; nothing was made."""
        if isinstance(error, UserError | OutsideError):
            self._page.message_requested.emit(Message.of(error))
        else:
            self._jobs.failed.emit(error)
        self.ended.emit()


class Verslaguitvoer(Uitvoer):
    """A copy of a verslag: as PDF, on paper, or as a page for screen readers."""

    def __init__(self, desk: Desk, jobs: Jobs, page: Page, gang: Gang) -> None:
        words = Woorden("het verslag", "Het verslag", "Verslag")
        super().__init__(desk, jobs, page, lambda: gang.who, words)
        self._gang = gang

    @override
    @Slot()
    def pdf(self) -> None:
        """Ask where the PDF goes, make it there, and search it again."""

        def ask(what: Verslagwerk, name: str) -> None:
            target = self.place("PDF maken", name, "PDF (*.pdf)")
            if target is not None:
                said = partial(self.say, f"Gemaakt als {target.name}. {PLAIN_PDF}")
                self.run(lambda: what.save(target), "De PDF wordt gemaakt en nagekeken…", said)

        self.prepare(self._gang.maker(), ask)

    @Slot()
    def html(self) -> None:
        """Ask where the page goes that every screen reader can read, and make it there."""

        def ask(what: Verslagwerk, name: str) -> None:
            proposed = Path(name).with_suffix(".html").name
            target = self.place("Webpagina maken", proposed, "Webpagina (*.html)")
            if target is not None:
                said = partial(self.say, f"Gemaakt als {target.name}. {PLAIN_HTML}")
                words = "De webpagina wordt gemaakt en nagekeken…"
                self.run(lambda: what.save_html(target), words, said)

        self.prepare(self._gang.maker(), ask)

    @override
    @Slot()
    def print(self) -> None:
        """Ask which printer, and send it there."""
        self.print_it(self._gang.maker())


class Inzageuitvoer(Uitvoer):
    """The inzage about one person: as PDF, or on paper."""

    def __init__(self, desk: Desk, jobs: Jobs, page: Page, gang: InzageGang) -> None:
        words = Woorden("de inzage", "De inzage", "Inzage")
        super().__init__(desk, jobs, page, gang.who, words)
        self._gang = gang

    @override
    @Slot()
    def pdf(self) -> None:
        """Ask where the PDF goes, make it there, and search it again."""

        def ask(what: Drukwerk, name: str) -> None:
            target = self.place("PDF maken", name, "PDF (*.pdf)")
            if target is not None:
                said = partial(self.say, f"Gemaakt als {target.name}. {PLAIN_PDF}")
                self.run(lambda: what.save(target), "De PDF wordt gemaakt en nagekeken…", said)

        self.prepare(self._gang.maker(), ask)

    @override
    @Slot()
    def print(self) -> None:
        """Ask which printer, and send it there."""
        self.print_it(self._gang.maker())
