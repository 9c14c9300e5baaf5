"""The window: the pages, the way between them, and every wire between pages."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.ui import actions
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message, Messages
from vtdesk.ui.page import Page, Width
from vtdesk.ui.pages import Pages
from vtdesk.ui.shell import captures
from vtdesk.ui.shell.captures import Captures
from vtdesk.ui.shell.counts import Counts
from vtdesk.ui.shell.curtained import UNDER, Curtained
from vtdesk.ui.shell.discretion import Discretion
from vtdesk.ui.shell.frame import Frame
from vtdesk.ui.shell.go_to import GoToList, Opdracht
from vtdesk.ui.shell.herinnerder import Herinnerder
from vtdesk.ui.shell.kept_dialogs import KeptDialogs
from vtdesk.ui.shell.key_sheet import KeySheet
from vtdesk.ui.shell.reservewacht import Reservewacht
from vtdesk.ui.shell.stored import Stored
from vtdesk.ui.shell.undo_key import UndoKey
from vtdesk.ui.theme import style
from vtdesk.ui.ways import Ways
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind

SMALL, LARGE = 1180, 1600
WINDOW_COMMANDS = (
    "ga-naar", "toetsen", *captures.NAMES, "inspector", "volgend-deel", "terug", "ongedaan",
    "gordijn", "vergrendel",
)  # fmt: skip
EVERYWHERE = (*captures.NAMES, "gordijn", "vergrendel")  # also while a dialog or a menu is open
_SETTINGS = frozenset({Kind.INSTELLING})


class MainWindow(QMainWindow):
    """Rail, top line, message bar, pages and state line, over one open kluis."""

    lock_requested = Signal()
    idle_minutes_changed = Signal(int)
    closed = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, pages: Pages) -> None:
        super().__init__()
        self.setWindowTitle("vtdesk")
        self._desk, self._jobs, self._pages = desk, jobs, pages
        self._places: dict[str, Any] = {}  # of the pages that were not seen again since the lock
        self._leaving = False  # the user closes although a text could not be stored
        self._form: tuple[Width, int] | None = None  # what the pages were told last
        self._changes = ChangeSignal(desk.changes, self)
        self._own_actions = {
            name: actions.make(name, self) for name in (*pages.names, *WINDOW_COMMANDS)
        }
        demo = desk.instellingen.demo_clock() is not None
        on_top = [self._own_actions[name] for name in captures.ON_TOP]
        self.frame = Frame(pages, desk.clock, on_top, demo=demo)
        self.messages = Messages(self.frame.bar)
        self._stored = Stored(self.frame.state_line, self.messages)
        self.ways = Ways(pages, self.frame, self.messages)
        self._discretion = Discretion(self.frame)
        self.captures = Captures(
            desk, self, under=self.frame.top_line, sight=self._discretion.sight
        )
        self.curtained = Curtained(self, desk, self.captures, self._place_now)
        self._dialogs = KeptDialogs(desk.instellingen, pages, self)
        self._herinnerder = Herinnerder(
            desk,
            self.frame,
            self.messages,
            open_afspraak=self.ways.open_afspraak,
            is_covered=lambda: self._discretion.is_curtained,
        )
        self._go_to = GoToList(
            self.frame.top_line.field, desk.ganaar, self._commands_now, self.frame
        )
        self._ring = FocusRing(self)
        self._undo = UndoKey(self._own_actions["ongedaan"])
        self._counts = Counts(desk, self.frame.rail)
        self._reservewacht = (
            Reservewacht(desk, desk.reservekopieen, jobs, self.frame.state_line, self.messages)
            if desk.reservekopieen
            else None
        )
        self.setCentralWidget(self.frame)

        self._connect_shell()
        pages.made.connect(self._connect_page)
        self._show_minutes()
        self.frame.show_page("vandaag")
        self._ask_name()

    # wires

    def _connect_shell(self) -> None:
        commands: dict[str, Callable[[], object]] = {
            **{name: partial(self.ways.choose_page, name) for name in self._pages.names},
            "ga-naar": self._begin_go_to,
            "toetsen": self._show_keys,
            **{name: partial(self.captures.begin, name) for name in captures.NAMES},
            "inspector": lambda: self.frame.page().toggle_inspector(),
            "volgend-deel": self.frame.focus_next_pane,
            "terug": self.ways.go_back,
            "ongedaan": self.messages.undo,
            "gordijn": self.curtained.draw,
            "vergrendel": self.lock_requested.emit,
        }
        for name, command in commands.items():
            self._own_actions[name].triggered.connect(partial(self._run, name, command))
            self.addAction(self._own_actions[name])
        for name in EVERYWHERE:  # an open menu takes the keys of its window, not of the program
            self._own_actions[name].setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self.frame.rail.chosen.connect(lambda name: self._own_actions[name].trigger())
        self._go_to.chosen.connect(self.ways.open_hit)
        self._go_to.left.connect(self.frame.follow_quiet)
        self.messages.undo_offered.connect(self._undo.offer)
        self._changes.changed.connect(self._on_changed)
        self._changes.changed.connect(self._counts.on_changed)
        self._changes.changed.connect(self._herinnerder.on_changed)
        self.addAction(self._herinnerder.action)
        self._jobs.failed.connect(self.messages.show_error)
        self.captures.stored.connect(self.messages.show)
        self.captures.failed.connect(self._stored.tell_failed)
        self.captures.refused.connect(self.messages.show_error)
        self.captures.kept.connect(self._stored.tell_saved)
        self.curtained.drawn.connect(self.set_discreet)
        self._discretion.changed.connect(self._be_discreet)
        self._dialogs.failed.connect(self._stored.tell_failed)
        self._dialogs.saved.connect(self._stored.tell_saved)
        program = QApplication.instance()
        if isinstance(program, QGuiApplication):
            program.focusWindowChanged.connect(self._lend_keys)

    @Slot(str, object)
    def _connect_page(self, name: str, page: Page) -> None:
        self._changes.changed.connect(page.on_changed)
        page.message_requested.connect(partial(self._tell_for, page))
        page.saved.connect(self._stored.tell_saved)
        page.save_failed.connect(self._stored.tell_failed)
        page.lock_requested.connect(self.lock_requested)
        page.parkeernotitie_requested.connect(partial(self.captures.begin, "parkeernotitie"))
        page.belofte_requested.connect(partial(self.captures.begin, "belofte"))
        page.capture_requested.connect(self.captures.begin)
        page.discreet_changed.connect(self._discretion.follow)
        if self._form is not None:
            page.on_width(self._form[0])
        if place := self._places.pop(name, {}):
            page.return_to(place)

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        self.ways.show_page(name)

    def page_name(self) -> str:
        """Give the name of the page in front."""
        return self.frame.page_name()

    # what can be done now

    def _begin_go_to(self) -> None:
        self.frame.show_top_line()
        self._go_to.begin()

    def _commands_now(self) -> list[Opdracht]:
        """List what can be done now: by this page first, then by the window."""
        found = [*self.frame.page().actions(), *self.actions()]
        hidden = self._own_actions["ga-naar"]
        return [Opdracht.of(a) for a in found if a.isEnabled() and a is not hidden]

    def _show_keys(self) -> None:
        page = self.frame.page()
        sheet = KeySheet(self.actions(), page.actions(), page.own_keys(), self)
        sheet.exec()
        sheet.deleteLater()

    # who looks along

    @Slot(bool)
    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - as a signal gives it
        """Show no name around what is on screen, because others may look along, or again."""
        self._discretion.set_curtained(discreet)

    @Slot(bool)
    def _be_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - as a signal gives it
        self.captures.close()
        self.captures.start_afresh()
        self.messages.set_discreet(discreet=discreet)
        self.frame.set_discreet(discreet=discreet)
        self._go_to.set_discreet(discreet=discreet)
        self._herinnerder.set_discreet(discreet=discreet)

    def _tell_for(self, page: Page, message: Message) -> None:
        """Show what a page says; at the table it speaks of who is discussed there."""
        self.messages.show(replace(message, for_all=message.for_all or page.is_discreet()))

    def _run(self, name: str, command: Callable[[], object], _checked: object = None) -> None:
        """Run a command of an action, unless the curtain is drawn before what it works on."""
        if name in UNDER or not self.curtained.is_drawn:
            command()

    # what changed, and what was stored

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.frame.state_line.tell_saved()
        if change.touches(_SETTINGS):
            self._show_minutes()

    def _show_minutes(self) -> None:
        minutes = self._desk.instellingen.weergave().sluit_na_minuten
        self.frame.state_line.set_minutes(minutes)
        self.idle_minutes_changed.emit(minutes)

    def _ask_name(self) -> None:
        """Ask for a name, which stands under every verslag; else now and then for the sheet."""
        if not self._desk.instellingen.gebruiker().naam:
            words = "vtdesk kent je naam nog niet. Die komt onder je verslagen te staan."
            way = self.ways.fill_in_name
            self.messages.show(Message(words, "let-op", "Naam invullen", way, for_all=True))
        elif self._desk.herstelblad.stand().is_tijd:
            words = "Weet je nog waar je herstelblad ligt? Kijk of het nog klopt."
            way = self.ways.look_at_herstelblad
            self.messages.show(Message(words, "keuze", "Nakijken", way, for_all=True))

    @Slot(object)
    def tell_not_saved(self, error: Exception) -> None:
        """Say that something could not be stored; the text is still on screen."""
        self._stored.tell_failed(error)

    # before the lock and after it

    def put_away(self) -> None:
        """Store every draft and where the user is; an OutsideError tells that it could not be."""
        for page in self._pages.seen().values():
            page.put_away()
        self._desk.instellingen.set_plek(self.place())
        self._herinnerder.rest()
        self._dialogs.put_away()
        self.captures.put_away()

    def place(self) -> dict[str, Any]:
        """Say where the user is, in plain values; behind the curtain where she was."""
        return self.curtained.place if self.curtained.is_drawn else self._place_now()

    def _place_now(self) -> dict[str, Any]:
        return {
            "pagina": self.page_name(),
            "paginas": self._places | {n: p.place() for n, p in self._pages.seen().items()},
            "vangst": self.captures.place(),
        }

    def return_to(self, place: dict[str, Any]) -> None:
        """Go back to where the user was before the lock, and to what is half typed in dialogs."""
        places = place.get("paginas", {})
        self._places = {n: p for n, p in places.items() if p and n not in self._pages.seen()}
        for name, page in self._pages.seen().items():
            if places.get(name):
                page.return_to(places[name])
        shown: str = place.get("pagina", "")
        if self._pages.knows(shown):
            self.frame.show_page(shown)
        self._dialogs.reopen(places, self.frame.show_page)
        if place.get("vangst"):
            self.captures.return_to(place["vangst"])
        here = places.get(shown) or {}
        if here.get("bezig") or place.get("vangst"):
            tijd = here.get("tijd")
            kept = f" De zin van {tijd} is bewaard." if tijd else ""
            self.messages.show(Message(f"Je was hier gebleven.{kept}", for_all=True))
        if self._reservewacht is not None:
            self._reservewacht.say_came_back()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            if not self._leaving:
                self.put_away()
        except (OutsideError, UserError) as error:
            self.tell_not_saved(error)
            refusal = Message(
                str(error), "gevaar", "Toch sluiten", self._close_anyway, for_all=True
            )
            self.messages.show(refusal)
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _close_anyway(self) -> None:
        self._leaving = True
        self.close()

    # the form that goes with the room

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.curtained.is_drawn:
            self.frame.focus_page()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the form that goes with the width of the window and the size of the text."""
        room = self.width() * 100 / style.scaled(100)
        width = Width.KLEIN if room < SMALL else Width.GROOT if room >= LARGE else Width.MIDDEN
        if (width, style.scaled(100)) == self._form:
            return
        self._form = (width, style.scaled(100))
        self.frame.fit(narrow=width is Width.KLEIN)
        for page in self._pages.seen().values():
            page.on_width(width)

    @Slot(QWindow)
    def _lend_keys(self, _window: QWindow | None) -> None:
        """Let captures and Ctrl+L work over a dialog too: Qt gives keys only to the dialog then."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.addActions([self._own_actions[name] for name in EVERYWHERE])
