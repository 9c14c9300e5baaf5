"""From text to paper: the preview, the file and the printer, each made away from the window."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from vtdesk.errors import OutsideError
from vtdesk.services.desk import Desk
from vtdesk.services.papier import Bladzijde, Stapel
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.verslagen.paper_dialogs import PrintDialog
from vtdesk.ui.verslagen.preview import Preview

NO_PRINTER = "Er is geen printer gevonden. Sluit een printer aan, of sla het verslag op als PDF."

SAVED = "Opgeslagen als {}. Een PDF is niet versleuteld: laat hem alleen staan waar hij mag staan."


class Paper(QObject):
    """Shows, saves and prints one version of one verslag, or its draft."""

    message = Signal(object)  # Message

    def __init__(self, desk: Desk, jobs: Jobs, preview: Preview, window: QWidget) -> None:
        super().__init__(preview)
        self._desk = desk
        self._jobs = jobs
        self._preview = preview
        self._window = window
        self._what: tuple[UUID, int | None] | None = None
        self._stack: Stapel | None = None
        self.is_stored: Callable[[], bool] = lambda: True  # brings the draft to disk first
        preview.save_asked.connect(self.save)
        preview.print_asked.connect(self.print)
        preview.page_asked.connect(self._draw)
        program = QApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.put_away)

    def choose(self, verslag_id: UUID, number: int | None) -> None:
        """From now on be about this version, or about the draft (None)."""
        self._what = (verslag_id, number)
        self.put_away()

    def show(self) -> None:
        """Make the pages and show them."""
        if self._what is None or not self.is_stored():
            return
        verslag_id, number = self._what
        self.put_away()
        self._preview.wait()
        self._jobs.run(
            lambda: self._desk.papier.stapel(verslag_id, number),
            then=self._show_stack,
            owner=self._preview,
        )

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
        verslag_id, number = self._what

        name = self._desk.papier.bestandsnaam(verslag_id, number)
        target = choose_place(self._window, "Opslaan als PDF", name, "PDF (*.pdf)")
        if target is None:
            return
        try:
            self._desk.papier.save(verslag_id, number, target)
        except OutsideError as error:
            self.message.emit(Message.of(error))
        else:
            self.message.emit(Message(SAVED.format(target.name), "goed"))

    @Slot()
    def print(self) -> None:
        """Ask which printer, and send the PDF there."""
        if self.is_stored():
            self._jobs.run(self._desk.papier.printers, then=self._ask_printer, owner=self._preview)

    def _ask_printer(self, printers: list[str]) -> None:
        if self._what is None:
            return
        verslag_id, number = self._what
        if not printers:
            self.message.emit(Message(NO_PRINTER, "let-op"))
            return

        def send(printer: str) -> None:
            self._desk.papier.print(verslag_id, number, printer)
            self.message.emit(Message("Het verslag is naar de printer gestuurd.", "goed"))

        PrintDialog(printers, send, self._window).open_form()
