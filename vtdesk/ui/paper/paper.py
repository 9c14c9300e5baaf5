"""From text to paper: the preview, the file and the printer, each made away from the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.drukwerk import Bladzijde, Drukwerk, Stapel
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.paper.print_dialog import PrintDialog
from vtdesk.values.afdruk import Afdruk

NO_PRINTER = "Er is geen printer gevonden. Sluit een printer aan, of sla {} op als PDF."

SAVED = "Opgeslagen als {}. Een PDF is niet versleuteld: laat hem alleen staan waar hij mag staan."


@dataclass(frozen=True, slots=True)
class Woorden:
    """How the messages call what is on paper: `het verslag`, `Het verslag` and `Verslag`."""

    midden: str
    begin: str
    los: str


class Paper(QObject):
    """Shows, saves and prints one thing at a time."""

    message = Signal(object)  # Message
    _laid_out = Signal(float)

    def __init__(
        self,
        jobs: Jobs,
        preview: Preview,
        window: QWidget,
        *,
        printers: Callable[[], Sequence[str]],
        woorden: Woorden,
    ) -> None:
        super().__init__(preview)
        self._jobs = jobs
        self._printers = printers
        self._woorden = woorden
        self._preview = preview
        self._window = window
        self._what: Drukwerk | None = None
        self._stack: Stapel | None = None
        self.is_stored: Callable[[], bool] = lambda: True  # brings the draft to disk first
        preview.save_asked.connect(self.save)
        preview.print_asked.connect(self.print)
        preview.page_asked.connect(self._draw)
        self._laid_out.connect(preview.tell_progress)
        program = QApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.put_away)

    def choose(self, what: Drukwerk) -> None:
        """From now on be about this."""
        self._what = what
        self.put_away()

    def show(self) -> None:
        """Make the pages and show them."""
        if self._what is None or not self.is_stored():
            return
        what = self._what
        self.put_away()
        self._preview.wait()
        tell = self._laid_out.emit  # from the thread of the work to that of the window
        self._jobs.run(lambda: what.stapel(tell), then=self._show_stack, owner=self._preview)

    @Slot()
    def put_away(self) -> None:
        """Let go of the pages; nobody looks at them any more."""
        if self._stack is not None:
            self._stack.sluit()
        self._stack = None
        self._preview.clear()

    def _show_stack(self, stack: Stapel) -> None:
        self.put_away()
        self._stack = stack
        self._preview.show_sheets(stack.maten)

    @Slot(int)
    def _draw(self, number: int) -> None:
        """Draw a page that came in sight, unless another stack lies there by then."""
        stack, dpi = self._stack, self._preview.dpi()
        if stack is None:
            return

        def show(page: Bladzijde | None) -> None:
            if page is not None and stack is self._stack:
                self._preview.show_page(number, page)

        self._jobs.run(lambda: stack.bladzijde(number, dpi), then=show, owner=self._preview)

    @Slot()
    def save(self) -> None:
        """Ask where the PDF goes, and write it there."""
        if self._what is None or not self.is_stored():
            return
        what = self._what
        target = choose_place(self._window, "Opslaan als PDF", what.bestandsnaam(), "PDF (*.pdf)")
        if target is None:
            return

        def done(_: None) -> None:
            self.message.emit(Message(SAVED.format(target.name), "goed"))

        self._work(lambda: what.save(target), done)

    @Slot()
    def print(self) -> None:
        """Ask which printer, and send the PDF there."""
        if self.is_stored():
            self._jobs.run(self._printers, then=self._ask_printer, owner=self._preview)

    def _ask_printer(self, printers: Sequence[str]) -> None:
        what, woorden = self._what, self._woorden
        if what is None:
            return
        if not printers:
            self.message.emit(Message(NO_PRINTER.format(woorden.midden), "let-op"))
            return

        def sent(_: None) -> None:
            self.message.emit(Message(f"{woorden.begin} is naar de printer gestuurd.", "goed"))

        def send(afdruk: Afdruk) -> None:
            self._work(lambda: what.print(afdruk), sent)

        agree = f"{woorden.los} afdrukken"
        PrintDialog(agree, printers, send, self._window).open_form()

    def _work(self, work: Callable[[], None], then: Callable[[None], None]) -> None:
        """Do it away from the window: a long paper takes seconds; a refusal is said in words."""
        self._jobs.run(work, then=then, failed=self._refused, owner=self._preview)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError | OutsideError):
            self.message.emit(Message.of(error))
        else:
            self._jobs.failed.emit(error)
