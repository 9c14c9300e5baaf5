"""What stands around the pages: rail, demo band, top line, message bar and state line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from vtdesk.ui.page import Page
from vtdesk.ui.pages import Pages
from vtdesk.ui.shell.rail import Rail
from vtdesk.ui.shell.state_line import StateLine
from vtdesk.ui.shell.steady import Steady
from vtdesk.ui.shell.top_line import TopLine
from vtdesk.ui.widgets.boxes import boxed, row
from vtdesk.ui.widgets.message_bar import MessageBar
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import first_in, focus_into
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import Clock

DEMO = "Demo: alles hier is verzonnen."
ON_FOOT = ("instellingen",)  # pages that stand at the foot of the rail


class Frame(QFrame):
    """The parts of the window, put in their places."""

    page_shown = Signal()  # another page is in front

    def __init__(
        self, pages: Pages, clock: Clock, captures: Sequence[QAction], *, demo: bool
    ) -> None:
        super().__init__()
        self._pages = pages
        self._name = ""  # of the page in front
        foot = [name for name in pages.names if name in ON_FOOT]
        self.rail = Rail(
            [n for n in pages.names if n not in ON_FOOT], [*foot, "gordijn", "vergrendel"]
        )
        self.top_line = TopLine(clock, captures)
        self.bar = MessageBar()
        self._bars = row(air=8)  # what is told stands in one line
        self.state_line = StateLine(clock)
        self._stack = named(QStackedWidget(), "paginas")
        self._stack.setMinimumSize(1, 1)  # no page may push the window off the screen
        Steady(self._stack)
        self._around: list[QWidget] = [self.rail, self.top_line]  # of the page, unless it is quiet
        self._lay_out(demo=demo)
        pages.made.connect(self._take_in)

    def _lay_out(self, *, demo: bool) -> None:
        self._bars.setContentsMargins(16, 8, 16, 0)
        self._bars.addWidget(self.bar, 1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        if demo:
            band = _demo_band()
            self._around.append(band)
            right.addWidget(band)
        right.addWidget(self.top_line)
        right.addLayout(self._bars)
        right.addWidget(self._stack, 1)
        upper = row(self.rail, air=0)
        upper.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper, 1)
        layout.addWidget(self.state_line)

    def add_bar(self, bar: QWidget) -> None:
        """Give another bar its place beside the message."""
        self._bars.addWidget(bar, 1)

    def show_page(self, name: str) -> None:
        """Bring a page to the front and let the keyboard begin in it."""
        page = self._pages.page(name)
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._name = name
        self.rail.mark(self._pages.over.get(name, name))
        self.follow_quiet()
        self.focus_page()
        self.page_shown.emit()

    def page_name(self) -> str:
        """Give the name of the page in front."""
        return self._name

    def page(self) -> Page:
        """Give the page in front."""
        return self._pages.page(self._name)

    @Slot(str, object)
    def _take_in(self, _name: str, page: Page) -> None:
        self._stack.addWidget(page)
        page.quiet_changed.connect(self.follow_quiet)

    @Slot()
    def follow_quiet(self) -> None:
        """Leave the window to the page when it wants it all; what is stored stays in sight."""
        quiet = self.page().is_quiet()
        for part in self._around:
            part.setVisible(not quiet)

    def set_discreet(self, *, discreet: bool) -> None:
        """Show nothing around the page that says whom else she works for.

        A page behind the one in front is still read aloud by who asks for all of the window.
        """
        self.rail.set_discreet(discreet=discreet)
        for page in self._pages.seen().values():
            if not discreet and self._stack.indexOf(page) < 0:
                self._stack.addWidget(page)
            elif discreet and page is not self._stack.currentWidget():
                self._stack.removeWidget(page)

    def show_top_line(self) -> None:
        """Show where one can go, also while the page has the window for itself."""
        self.top_line.show()

    def focus_page(self) -> None:
        """Let the keyboard begin in the page, unless it is there already."""
        focus = self.window().focusWidget()
        if focus is None or not self.page().isAncestorOf(focus):
            any(focus_into(pane) for pane in self._panes())

    def focus_next_pane(self) -> None:
        """Go to the next part of the window: rail, top line, and the panes of the page."""
        panes = [self.rail, self.top_line, *self._panes()]
        focus = self.window().focusWidget()
        before = 1 if _holds(self.page(), focus) else -1  # in its head: its first pane is next
        at = next((n for n, pane in enumerate(panes) if _holds(pane, focus)), before)
        any(focus_into(pane) for pane in (*panes[at + 1 :], *panes[: at + 1]))

    def _panes(self) -> list[QWidget]:
        """List the parts of the page that take the focus now; at least the page itself."""
        page = self.page()
        return [pane for pane in page.panes() if first_in(pane) is not None] or [page]

    def fit(self, *, narrow: bool) -> None:
        """Take the form that goes with the width of the window."""
        self.rail.fit(narrow=narrow)
        self.top_line.fit(narrow=narrow)
        way = QBoxLayout.Direction
        self._bars.setDirection(way.TopToBottom if narrow else way.LeftToRight)


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _demo_band() -> QFrame:
    words = text(DEMO, "klein", wrap=False)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    line = row(words)
    line.setContentsMargins(8, 2, 8, 2)
    return named(boxed(line, kind="band"), "demoband", DEMO)
