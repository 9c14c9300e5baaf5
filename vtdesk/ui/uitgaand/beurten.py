"""Reading in turns, away from the window: what comes back too late is thrown away.

Each choice of a receiver or a part begins a new turn, so that nothing meant for one receiver ever
stands on screen for another.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.drukwerk import Bladzijde, Stapel
from vtdesk.ui.jobs import Jobs
from vtdesk.values.voortgang import told

T = TypeVar("T")


class Beurten(QObject):
    """Holds at most one stack of pages, of the turn that is now."""

    busy = Signal()  # a new turn began for another receiver; what was shown must go
    held = Signal()  # of the same receiver something is looked at again
    laid_out = Signal(float)  # share of the pages that is ready
    _shared = Signal(int, float)
    sheets_read = Signal(object)  # sizes of the pages in points
    page_drawn = Signal(int, object)  # number from 0, Bladzijde
    failed = Signal(object)  # what was refused, in words

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._turn = 0
        self._stack: Stapel | None = None
        self._shared.connect(self._pass_on)
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self._put_away)

    def draw(self, number: int, dpi: int) -> None:
        """Draw a page that came in sight."""
        stack = self._stack
        if stack is None:
            return

        def show(page: Bladzijde | None) -> None:
            if page is not None and stack is self._stack:
                self.page_drawn.emit(number, page)

        self._jobs.run(lambda: stack.bladzijde(number, dpi), then=show, owner=self)

    def new_turn(self) -> None:
        """Throw away whatever is still on its way, and the pages on screen."""
        self._turn += 1
        self._put_away()

    def read(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Read something for the turn that is now."""
        turn = self._turn

        def take(found: T) -> None:
            if turn == self._turn:
                then(found)
            elif isinstance(found, Stapel):
                found.sluit()

        def tell(error: Exception) -> None:
            if not isinstance(error, UserError | OutsideError):
                self._jobs.failed.emit(error)
            elif turn == self._turn:
                self.failed.emit(error)

        self._jobs.run(work, then=take, failed=tell, owner=self)

    def show_stack(self, make: Callable[[], Stapel]) -> None:
        """Make pages to look at, and tell how far they are."""
        turn = self._turn

        def tell(share: float) -> None:  # from the thread of the work to that of the window
            self._shared.emit(turn, share)

        def made() -> Stapel:
            with told(tell):
                return make()

        self.read(made, self._take_stack)

    @Slot(int, float)
    def _pass_on(self, turn: int, share: float) -> None:
        if turn == self._turn:
            self.laid_out.emit(share)

    def _take_stack(self, stack: Stapel) -> None:
        self._put_away()
        self._stack = stack
        self.sheets_read.emit(stack.maten)

    @Slot()
    def _put_away(self) -> None:
        if self._stack is not None:
            self._stack.sluit()
            self._stack = None
