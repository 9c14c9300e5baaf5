"""The window: the pages, the way between them, and every wire between pages."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QResizeEvent, QShowEvent, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.ganaar import Treffer
from vtdesk.ui import actions
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message, Messages
from vtdesk.ui.page import Page, Width
from vtdesk.ui.shell.go_to import GoToList, Opdracht
from vtdesk.ui.shell.key_sheet import KeySheet
from vtdesk.ui.shell.parkeernotitie import ParkeernotitiePanel
from vtdesk.ui.shell.rail import Rail
from vtdesk.ui.shell.state_line import StateLine
from vtdesk.ui.shell.top_line import TopLine
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, row
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.message_bar import MessageBar
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind

SMALL, LARGE = 1180, 1600
DEMO = "Demo: alles hier is verzonnen."
ON_FOOT = ("instellingen",)  # stands at the foot of the rail
WINDOW_COMMANDS = (
    "ga-naar", "toetsen", "parkeernotitie", "inspector", "volgend-deel", "terug", "vergrendel"
)  # fmt: skip
_SETTINGS = frozenset({Kind.INSTELLING})
_OWED = frozenset({Kind.AFSPRAAK, Kind.GESPREK, Kind.VERSLAG})
_CLOSING_ANYWAY = "Toch sluiten"


class MainWindow(QMainWindow):
    """Rail, top line, message bar, pages and state line, over one open kluis."""

    lock_requested = Signal()
    idle_minutes_changed = Signal(int)
    closed = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, pages: Mapping[str, Page]) -> None:
        super().__init__()
        self.setWindowTitle("vtdesk")
        self._desk, self._jobs, self.pages = desk, jobs, pages
        self._history: list[str] = []
        self._leaving = False
        self._changes = ChangeSignal(desk.changes, self)
        self._own_actions = {
            name: actions.make(name, self) for name in (*self.pages, *WINDOW_COMMANDS)
        }
        self._build()
        self._connect_shell()
        self._connect_pages()
        self._show_owed()
        self.show_page(next(iter(self.pages)))

    # parts and layout

    def _build(self) -> None:
        foot = [name for name in self.pages if name in ON_FOOT] + ["vergrendel"]
        self.rail = Rail([name for name in self.pages if name not in ON_FOOT], foot)
        self.top_line = TopLine(self._desk.clock, [self._own_actions["parkeernotitie"]])
        self.bar = MessageBar()
        self.messages = Messages(self.bar)
        self.state_line = StateLine(
            self._desk.clock, self._desk.instellingen.weergave().sluit_na_minuten
        )
        self._stack = named(QStackedWidget(), "paginas")
        for page in self.pages.values():
            self._stack.addWidget(page)
        whole = self._arranged()
        self.setCentralWidget(whole)
        self.capture = ParkeernotitiePanel(self._desk, self)
        self._go_to = GoToList(self.top_line.field, self._desk.ganaar, self._commands_now, whole)
        self._ring = FocusRing(self)

    def _arranged(self) -> QWidget:
        bar_room = row(self.bar)
        bar_room.setContentsMargins(16, 8, 16, 0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        if self._desk.instellingen.demo_clock() is not None:
            right.addWidget(_demo_band())
        right.addWidget(self.top_line)
        right.addLayout(bar_room)
        right.addWidget(self._stack, 1)
        upper = row(self.rail, air=0)
        upper.addLayout(right, 1)
        whole = QFrame()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper, 1)
        layout.addWidget(self.state_line)
        return whole

    # wires

    def _commands(self) -> dict[str, Callable[[], object]]:
        """List what the window itself can do, by the name of the command."""
        to_pages: dict[str, Callable[[], object]] = {
            name: partial(self.show_page, name) for name in self.pages
        }
        return to_pages | {
            "ga-naar": self._go_to.begin,
            "toetsen": self._show_keys,
            "parkeernotitie": self.capture.begin,
            "inspector": lambda: self._page().toggle_inspector(),
            "volgend-deel": self._next_pane,
            "terug": self._go_back,
            "vergrendel": self.lock_requested.emit,
        }

    def _connect_shell(self) -> None:
        for name, command in self._commands().items():
            action = self._own_actions[name]
            action.triggered.connect(lambda _=False, command=command: command())
            self.addAction(action)
        self.rail.page_requested.connect(self.show_page)
        self.rail.command_requested.connect(lambda name: self._own_actions[name].trigger())
        self._go_to.chosen.connect(self._open_hit)
        self._changes.changed.connect(self._on_changed)
        self.capture.stored.connect(lambda words: self.messages.show(Message(words, "goed")))
        self.capture.failed.connect(self.tell_not_saved)
        self.capture.concept_saved.connect(self.state_line.tell_saved)
        self._jobs.failed.connect(self.messages.show_error)
        program = QApplication.instance()
        if isinstance(program, QGuiApplication):
            program.focusWindowChanged.connect(self._lend_capture)

    def _connect_pages(self) -> None:
        for page in self.pages.values():
            self._changes.changed.connect(page.on_changed)
            page.message_requested.connect(self.messages.show)
            page.saved.connect(self.state_line.tell_saved)
            page.save_failed.connect(self.tell_not_saved)
            page.parkeernotitie_requested.connect(self.capture.begin)
            page.casus_requested.connect(self.open_casus)
            page.persoon_requested.connect(self.open_persoon)
            page.verslag_requested.connect(self.open_verslag)
            page.write_requested.connect(self.write_for)
            page.afspraak_requested.connect(self.open_afspraak)

    # the way between pages

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        before = self.page_name()
        if before != name and before is not None:
            self._history.append(before)
        self._stack.setCurrentWidget(self.pages[name])
        self.rail.mark(name)
        if not self.pages[name].isAncestorOf(QApplication.focusWidget() or self):
            self._focus_page()

    def _focus_page(self) -> None:
        """Let the keyboard begin in the page, not in the rail."""
        any(_focus_into(pane) for pane in self._page().panes())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None or not self._page().isAncestorOf(self.focusWidget()):
            self._focus_page()

    def page_name(self) -> str | None:
        """Give the name of the page in front."""
        current = self._stack.currentWidget()
        return next((name for name, page in self.pages.items() if page is current), None)

    @Slot(object)
    def open_casus(self, casus_id: UUID) -> None:
        """Show a casus."""
        self._tell("casussen", "show_casus", casus_id)

    @Slot(object, object)
    def open_persoon(self, casus_id: UUID, persoon_id: UUID) -> None:
        """Show a persoon in a casus."""
        self._tell("casussen", "show_persoon", casus_id, persoon_id)

    @Slot(object)
    def open_verslag(self, verslag_id: UUID) -> None:
        """Open a verslag in the editor."""
        self._tell("verslagen", "open_verslag", verslag_id)

    @Slot(object)
    def write_for(self, afspraak_id: UUID) -> None:
        """Begin or go on with the verslag of a held talk."""
        self._tell("verslagen", "write_for", afspraak_id)

    @Slot(object)
    def open_afspraak(self, afspraak_id: UUID) -> None:
        """Show an appointment on its day."""
        self._tell("vandaag", "show_afspraak", afspraak_id)

    def _tell(self, name: str, slot: str, *ids: UUID) -> None:
        self.show_page(name)
        getattr(self.pages[name], slot)(*ids)

    @Slot(object)
    def _open_hit(self, hit: Treffer) -> None:
        match hit.kind:
            case Kind.CASUS:
                self.open_casus(hit.id)
            case Kind.PERSOON:
                self.open_persoon(hit.casus_id, hit.id)
            case _:
                self.open_verslag(hit.id)

    def _page(self) -> Page:
        return self.pages[self.page_name() or next(iter(self.pages))]

    def _go_back(self) -> None:
        if not self._page().go_back() and self._history:
            name = self._history.pop()
            self._stack.setCurrentWidget(self.pages[name])
            self.rail.mark(name)

    def _next_pane(self) -> None:
        panes = [self.rail, self.top_line, *self._page().panes()]
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
        for pane in (*panes[at + 1 :], *panes[: at + 1]):
            if _focus_into(pane):
                return

    def _commands_now(self) -> list[Opdracht]:
        """List what can be done now: by this page first, then by the window."""
        found = [*self._page().actions(), *self.actions()]
        return [
            Opdracht(
                id=action.objectName(),
                words=action.text(),
                keys=actions.keys_text(action.objectName()),
                icon=actions.BY_NAME[action.objectName()].icon,
                run=action.trigger,
            )
            for action in found
            if action.isEnabled() and action.objectName() != "ga-naar"
        ]

    def _show_keys(self) -> None:
        sheet = KeySheet(self.actions(), self._page().actions(), self)
        sheet.exec()
        sheet.deleteLater()

    # what changed, and what was stored

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.state_line.tell_saved()
        if change.touches(_SETTINGS):
            minutes = self._desk.instellingen.weergave().sluit_na_minuten
            self.state_line.set_minutes(minutes)
            self.idle_minutes_changed.emit(minutes)
        if change.touches(_OWED):
            self._show_owed()

    def _show_owed(self) -> None:
        if "verslagen" in self.pages:
            count = len(self._desk.agenda.owed())
            self.rail.button("verslagen").set_count(count, f"{count} nog te schrijven")

    @Slot(object)
    def tell_not_saved(self, error: Exception) -> None:
        """Say that something could not be stored; the text is still on screen."""
        if isinstance(error, OutsideError):
            self.state_line.tell_failed(error)
        self.messages.show_error(error)

    # before the lock and after it

    def put_away(self) -> None:
        """Store every draft and where the user is; an OutsideError tells that it could not be."""
        for page in self.pages.values():
            page.put_away()
        self._desk.instellingen.set_plek(self.place())
        self.capture.put_away()

    def place(self) -> dict[str, Any]:
        """Say where the user is, in plain values."""
        return {
            "pagina": self.page_name(),
            "paginas": {name: page.place() for name, page in self.pages.items()},
            "parkeernotitie": self.capture.place(),
        }

    def return_to(self, place: dict[str, Any]) -> None:
        """Go back to where the user was before the lock."""
        places = place.get("paginas", {})
        for name, page in self.pages.items():
            if places.get(name):
                page.return_to(places[name])
        shown: str = place.get("pagina", "")
        if shown in self.pages:
            self.show_page(shown)
            self._history.clear()
        if place.get("parkeernotitie"):
            self.capture.return_to(place["parkeernotitie"])
        here = places.get(shown) or {}
        if here.get("bezig") or place.get("parkeernotitie"):
            tijd = here.get("tijd")
            kept = f" De zin van {tijd} is bewaard." if tijd else ""
            self.messages.show(Message(f"Je was hier gebleven.{kept}"))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving:
            try:
                self.put_away()
            except (OutsideError, UserError) as error:
                self.tell_not_saved(error)
                self.messages.show(
                    Message(str(error), "gevaar", _CLOSING_ANYWAY, self._close_anyway)
                )
                event.ignore()
                return
        super().closeEvent(event)
        self.closed.emit()

    def _close_anyway(self) -> None:
        self._leaving = True
        self.close()

    # the form that goes with the room

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the form that goes with the width of the window and the size of the text."""
        room = self.width() * 100 / style.scaled(100)
        width = Width.KLEIN if room < SMALL else Width.GROOT if room >= LARGE else Width.MIDDEN
        narrow = width is Width.KLEIN
        self.rail.fit(narrow=narrow)
        self.top_line.fit(narrow=narrow)
        for page in self.pages.values():
            page.on_width(width)

    @Slot(QWindow)
    def _lend_capture(self, _window: QWindow | None) -> None:
        """Let F3 work over a dialog too: Qt gives keys only to the dialog then."""
        action: QAction = self._own_actions["parkeernotitie"]
        dialog = QApplication.activeModalWidget()
        if dialog is not None and action not in dialog.actions():
            dialog.addAction(action)


def _demo_band() -> QFrame:
    words = text(DEMO, "klein", wrap=False)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    line = row(words)
    line.setContentsMargins(8, 2, 8, 2)
    return named(boxed(line, kind="band"), "demoband", DEMO)


def _focus_into(pane: QWidget) -> bool:
    """Put the focus on the first thing in a pane that takes it."""
    for widget in (pane, *pane.findChildren(QWidget)):
        if (
            widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
