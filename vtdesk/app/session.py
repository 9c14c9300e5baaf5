"""Lock screen and window in turn, over one kluis.

Locking stores every draft, closes the store and replaces this process by a fresh one: nothing that
was on screen stays in memory. Only when a draft cannot be stored, because the disk is full, the
window is hidden instead and comes back with its text after the wachtzin.
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from vtdesk.app.clipboard import CopyWatch
from vtdesk.app.door import KluisDoor
from vtdesk.app.process import prepare, replace_process
from vtdesk.app.start import Start
from vtdesk.errors import OutsideError, UserError
from vtdesk.security import cage
from vtdesk.security.process import close_to_others, keep_temporary_in
from vtdesk.ui import window_state
from vtdesk.ui.collector import Collector
from vtdesk.ui.crash import CrashWatch
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.lock_screen import LockScreen
from vtdesk.ui.theme.look import Look
from vtdesk.values.tijd import KluisClock

if TYPE_CHECKING:  # SQLAlchemy comes only when the lock screen is on screen
    from vtdesk.app.inside import Opened
    from vtdesk.app.watches import Watches
    from vtdesk.ui.main_window import MainWindow

LOCKED = "VTDESK_DICHT"  # tells the next image of this process that it was locked, not started
SAVED_BEFORE = "Alles is opgeslagen voordat de kluis dichtging"
RENEWED = "vernieuwd"
PUT_BACK = "Een vorige kluis is teruggezet. Die van daarnet staat dertig dagen opzij"
GONE = (
    "De map {} is er niet meer. Sluit de schijf weer aan of zet de map terug, en start vtdesk dan."
)
OPEN_ANEW = "Alle sleutels zijn vernieuwd. Open de kluis met je nieuwe wachtzin"
STOPPING = (signal.SIGTERM, signal.SIGINT, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))
LOCK_PATIENCE = 3_000  # ms that running jobs get; then the keys go all the same
END_PATIENCE = 10_000  # ms
PRELOAD_AFTER = 200  # ms; by then the lock screen is painted
SETTLE_AFTER = 1000  # ms; by then the window is painted
COPY_AT_LOCK = 0.35  # seconds; a lock waits for nothing longer
COPY_AT_END = 5.0


def run(start: Start) -> int:
    """Show the lock screen and work until the window closes; gives the exit code."""
    close_to_others()
    cage.close_disk(start.folder, start.folder.parent)  # before there is a second thread
    keep_temporary_in(start.folder)
    program = prepare(sys.argv[:1])
    session = Session(program, start)
    session.begin()
    for asked_to_stop in STOPPING:
        signal.signal(asked_to_stop, session.stop)
    QTimer.singleShot(PRELOAD_AFTER, collect_again)
    code = program.exec()
    session.end()
    if session.refused is not None:
        raise session.refused  # it was on screen; the command line gives it an exit code
    return code


class Session(QObject):
    """Lock screen and window in turn, over one kluis."""

    def __init__(
        self,
        program: QApplication,
        start: Start,
        *,
        replace: Callable[[Sequence[str]], None] = replace_process,
    ) -> None:
        super().__init__(program)
        self._start, self._replace = start, replace
        self.door = KluisDoor(start)
        self._jobs = Jobs(self)
        self._look = Look(program)
        self._copies = CopyWatch(self)
        self._opened: Opened | None = None
        self._unsaved: Exception | None = None  # why the window is only hidden
        self._return = False  # to where the user was when the kluis was locked
        self._hidden: list[QWidget] = []  # with the window, when that is only hidden
        self.refused: Exception | None = None  # why this kluis cannot be opened at all
        self.lock_screen: LockScreen | None = None
        self.window: MainWindow | None = None
        self.watches: Watches | None = None
        self._crash = CrashWatch(self._save_what_can_be, self)

    def begin(self) -> None:
        """Show the lock screen, or open at once with the wachtzin that was handed in."""
        self._crash.install()
        why = os.environ.pop(LOCKED, "")
        self._return = why != ""
        if self.door.is_leaving():
            why = ""  # nothing is kept any more
        is_gone = why != "" and not self.door.exists()
        with self._look.building():
            window_state.restore_look(self._look)
            lock_screen = self._make_lock_screen("" if is_gone else self._said(why))
        self._show_lock_screen(lock_screen)
        try:
            self._hold(is_gone=is_gone)
        except (OutsideError, UserError) as error:
            self.refused = error
            lock_screen.say_closed(error)
            return
        if self.door.left is not None:
            window_state.forget()
            lock_screen.say_left(self.door.left)
            return
        QTimer.singleShot(PRELOAD_AFTER, preload)
        if self._start.wachtzin and not self._return:
            lock_screen.open_with(self._start.wachtzin)

    def _hold(self, *, is_gone: bool) -> None:
        if is_gone:  # with its disk; to begin a kluis there would be no help
            raise OutsideError(GONE.format(self.door.folder))
        self.door.hold()

    def _said(self, why: str) -> str:
        """Say what came before this lock screen."""
        if self.door.is_putting_back():
            return PUT_BACK
        return OPEN_ANEW if why == RENEWED else SAVED_BEFORE if why else ""

    @Slot()
    def lock(self) -> None:
        """Put everything away and become a fresh process with only a lock screen."""
        if self.window is None or self._opened is None or self.window.isHidden():
            return
        self._copies.forget()
        try:
            self._put_away(self.window)
        except Exception as error:  # not even a bug may keep the kluis on screen
            self._hide_instead(error)
            return
        again = self._command(self._opened)
        _hide_all()
        self._remember(self.window)
        with suppress(
            Exception
        ):  # all is stored: a bug from here on may not keep the keys in memory
            self._end_window(patience=LOCK_PATIENCE, copying=COPY_AT_LOCK)
        if self.door.renewal is None:
            self._start_afresh(again, "1")
            return
        lock_screen = self._make_lock_screen("")
        self._show_lock_screen(lock_screen)
        renewed = lock_screen.renew(self.door.renew)
        renewed.ended.connect(lambda done: self._start_afresh(again, RENEWED if done else "1"))

    def _put_away(self, window: "MainWindow") -> None:
        """Store every draft; on a full disk in the room that was kept for this."""
        try:
            window.put_away()
        except OutsideError:
            if not self.door.give_room():
                raise
            window.put_away()

    def _start_afresh(self, again: Sequence[str], why: str) -> None:
        self.door.carry_over()
        os.environ[LOCKED] = why
        self._replace(again)

    def _command(self, opened: "Opened") -> list[str]:
        # -P: take no code from the folder in which the program happens to be started.
        own = [] if getattr(sys, "frozen", False) else ["-P", "-m", "vtdesk"]
        # The clock of a demo goes on where it was, and not from its begin.
        clock = ["--now", opened.desk.clock().isoformat()] if opened.is_demo else []
        return [sys.executable, *own, "--vault", str(self.door.folder), *clock]

    def _make_lock_screen(self, said: str) -> LockScreen:
        # Only from how it was started: whether this is a demo, the kluis tells when it is open.
        clock = KluisClock()
        if self._start.now is not None:
            clock.start_at(self._start.now)
        lock_screen = LockScreen(self.door, self._jobs, clock, said=said)
        lock_screen.opened.connect(self._go_in)
        return lock_screen

    def _show_lock_screen(self, lock_screen: LockScreen) -> None:
        window_state.restore(lock_screen)
        lock_screen.show()
        self.lock_screen = lock_screen

    @Slot(object)
    def _go_in(self, opened: "Opened") -> None:
        fresh = self.window is None
        if fresh:
            self._build_window(opened)
        else:  # it was only hidden, with its text
            opened.store.close()
        window = self.window
        assert window is not None  # noqa: S101 - built above
        if self.lock_screen is not None:
            window_state.copy(window, self.lock_screen)
        window.show()
        self._show_hidden()
        if self.lock_screen is not None:
            self.lock_screen.close()
            self.lock_screen.deleteLater()
            self.lock_screen = None
        self._watch()  # before anything that could fail
        QTimer.singleShot(SETTLE_AFTER, self, settle)
        if fresh:  # after a crash only what was half typed in a dialog comes back
            window.return_to(opened.desk.instellingen.plek() if self._return else {})
            self._return = False
        if self._unsaved is not None:
            self._unsaved = None
            try:
                window.put_away()  # it may have come to disk meanwhile
            except (OutsideError, UserError) as error:
                window.tell_not_saved(error)

    def _build_window(self, opened: "Opened") -> None:
        from vtdesk.app import inside  # noqa: PLC0415 - heavy, and not needed by the lock screen

        self._opened = opened
        self.window = inside.build_window(
            opened.desk, jobs=self._jobs, look=self._look, door=self.door
        )
        self.window.lock_requested.connect(self.lock)
        self.window.closed.connect(self.end)

    def _watch(self) -> None:
        if self._opened is None or self.window is None:
            return
        from vtdesk.app.watches import Watches  # noqa: PLC0415 - not needed by the lock screen

        minutes = self._opened.desk.instellingen.weergave().sluit_na_minuten
        self.watches = Watches(self.window, minutes, parent=self)
        self.watches.left.connect(self.lock)
        self.watches.start()

    def _watch_no_longer(self) -> None:
        watches, self.watches = self.watches, None
        if watches is not None:
            watches.stop()

    def _hide_instead(self, error: Exception) -> None:
        """Lock without a fresh process, because that would lose what could not be stored."""
        assert self.window is not None  # noqa: S101 - only called while it is open
        self._unsaved = error
        self.door.clear_copies()
        self._hidden = _hide_all()
        self._show_lock_screen(self._make_lock_screen(""))
        self._watch_no_longer()

    def _show_hidden(self) -> None:
        """Show the dialogs that were hidden with the window; what was asked in passing is gone."""
        hidden, self._hidden = self._hidden, []
        for widget in hidden:
            if isValid(widget):
                widget.show()

    def stop(self, _signal: int, _frame: object) -> None:
        """Put away what can be and end, because the system asks for it.

        That waits for the event loop: it may be asked in the middle of a transaction, which would
        keep the draft from the disk, and just before the program runs.
        """
        QTimer.singleShot(0, self, self._put_away_and_leave)

    @Slot()
    def _put_away_and_leave(self) -> None:
        self._save_what_can_be()
        leave()

    def _save_what_can_be(self) -> bool:
        """Store every draft, and tell whether that worked."""
        if self.window is not None and self._opened is not None:
            try:
                self.window.put_away()
            except (OutsideError, UserError):
                return False
        return True

    def _end_window(self, *, patience: int = END_PATIENCE, copying: float) -> None:
        if self.watches is not None:
            self.watches.rest()
        if self.window is not None:
            self.window.hide()
        if self._opened is not None:
            from vtdesk.adapters import child  # noqa: PLC0415 - not needed by the lock screen

            child.end_all()  # a reader of what came from outside may work for long
            if self._opened.desk.reservekopieen is not None:
                self._opened.desk.reservekopieen.last(copying)
        self._jobs.wait(patience)
        if self._opened is not None:
            from vtdesk.app import inside  # noqa: PLC0415 - came with the kluis

            inside.note_closing(self._opened.desk)
            self._opened.store.close()
            self._opened = None

    @Slot()
    def end(self) -> None:
        """Close the kluis; called when the window closes."""
        self._copies.forget()
        if self.window is not None:
            self._remember(self.window)
        self._end_window(copying=COPY_AT_END)
        self._watch_no_longer()
        self.door.release()

    def _remember(self, window: "MainWindow") -> None:
        window_state.remember(window)
        window_state.remember_look(self._look)


def _hide_all() -> list[QWidget]:
    """Hide what is on screen; gives the windows over the main one, the lowest first."""
    seen = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in seen:  # dialogs and menus show the case too
        widget.hide()
    return sorted((w for w in seen if w.windowType() is Qt.WindowType.Dialog), key=_height)


def _height(widget: QWidget) -> int:
    """Count the windows that lie under this one."""
    below = widget.parentWidget()
    return 0 if below is None else 1 + _height(below.window())


def leave() -> None:
    """End the program as it stands; `quit` closes the dialogs first, and forgets what they hold."""
    QCoreApplication.exit()


def preload() -> None:
    """Import what the window needs in the background, while the wachtzin is being typed."""
    threading.Thread(target=_import_inside, daemon=True).start()


def _import_inside() -> None:
    for name in ("vtdesk.app.inside", "vtdesk.app.watches"):
        import_module(name)


def collect_again() -> None:
    """Let garbage be collected, but not what the start made: all of that stays."""
    gc.freeze()
    if (program := QCoreApplication.instance()) is not None:
        Collector(program)


def settle() -> None:
    """Leave what stays for the whole session out of the rounds of the garbage collector.

    Such a round takes a tenth of a second, and a key may come at that moment.
    """
    gc.collect()
    gc.freeze()
