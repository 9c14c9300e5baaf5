"""A capture panel: some fields under the top line, from anywhere and back to the same caret."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.ui.messages import Message
from vtdesk.ui.shell.capture_frame import CaptureFrame
from vtdesk.ui.shell.standing import Standing
from vtdesk.ui.widgets import half_typed
from vtdesk.ui.widgets.half_typed import Content

PAUSE = 1000  # ms after the first key that is not stored until it is on disk


@dataclass(frozen=True, slots=True)
class Sight:
    """Where she is when a panel opens: which casus is on screen, and whether others look along.

    `about` is what is on screen itself; at the table that is the bespreking, which may be of a
    child who is no casus.
    """

    casus_id: UUID | None = None
    discreet: bool = False
    about: UUID | None = None


class CapturePanel(CaptureFrame):
    """Enter stores, Esc keeps what is half typed; so do a lock, a crash and another panel.

    A panel fills `form` with named fields and says what it stores:

        class BeloftePanel(CapturePanel):
            command = "belofte"                     # in actions.py: its key, words and icon
            agree = "Belofte bewaren"

            def prepare(self, about: UUID | None) -> None: ...   # empty fields, with their choices
            def is_empty(self) -> bool: ...                      # nothing was typed
            def keep(self) -> Message | None: ...  # for good; None: a field says what is wrong
    """

    stored = Signal(object)  # Message that says so
    failed = Signal(object)  # OutsideError: the text stays in the panel
    kept = Signal()  # what is half typed is on disk
    closed = Signal()  # it went away, and the keyboard went back

    def __init__(self, desk: Desk, window: QWidget, *, under: QWidget) -> None:
        super().__init__(window)
        self.desk = desk
        self.sight = Sight()
        self._standing = Standing(self, window, under=under, height_in=self.height_in)
        self._back_to: QWidget | None = None
        self._slot = self.command  # the name under which the half typed text is kept
        self._open = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._caret = QTimer(self, singleShot=True)  # once the fields stand where they go
        self._pause.timeout.connect(self._keep_quietly)
        self._caret.timeout.connect(self.show_caret)
        self.form.changed.connect(self.keep_soon)

    # what a panel says of itself

    def prepare(self, about: UUID | None) -> None:
        """Empty the fields and offer what they may hold; `about` is the thing it was asked for."""

    def is_empty(self) -> bool:
        """Tell whether nothing was typed."""
        raise NotImplementedError

    def keep(self) -> Message | None:
        """Store for good; None when a field says what is wrong."""
        raise NotImplementedError

    # half typed

    def find_klad(self) -> tuple[str, Content] | None:
        """Give what was half typed before, and the name under which it is kept.

        While others look along, only what was begun about the same thing on screen comes back.
        """
        if not self.sight.discreet:
            return self.desk.kladjes.waiting(self.command)
        name = self.new_slot()
        found = self.desk.kladjes.of(name)
        return (name, found) if found else None

    def new_slot(self) -> str:
        """Name what is begun now; about nothing, so that nothing brings it back before others."""
        if not self.sight.discreet:
            return self.command
        return f"{self.command}:{self.sight.about or uuid4()}"

    def write_klad(self, name: str) -> None:
        """Bring what is half typed to disk."""
        self.desk.kladjes.keep(name, half_typed.take(self.inside))

    def drop_klad(self, name: str) -> None:
        """Forget what was half typed: it was stored, or emptied."""
        self.desk.kladjes.drop(name)

    def talk(self) -> UUID | None:
        """Give the talk it may belong to; while others look along never that of another casus."""
        current = self.desk.agenda.current()
        if current is None or (self.sight.discreet and current.casus_id != self.sight.casus_id):
            return None
        return current.id

    # open and away

    @property
    def is_open(self) -> bool:
        """Tell whether the panel is on screen."""
        return self._open

    def begin(self, about: UUID | None, sight: Sight, back_to: QWidget | None) -> None:
        """Open over what is on screen; the caret comes back to `back_to` afterwards."""
        self.sight, self._back_to = sight, back_to
        self.say_wrong("")
        self.form.clear_errors()
        self.prepare(about)
        self._take_up(self.find_klad())
        self._pause.stop()
        self._open = True
        self._standing.stand()
        self.first().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._caret.start()

    def _take_up(self, klad: tuple[str, Content] | None) -> None:
        self._slot, content = klad or (self.new_slot(), None)
        if content is not None:
            half_typed.give_back(self.inside, content)

    def put_away(self) -> None:
        """Keep what is half typed; an OutsideError tells that it could not be."""
        self._pause.stop()
        if not self._open:
            return
        if self.is_empty():
            self.drop_klad(self._slot)
        else:
            self.write_klad(self._slot)
            self.kept.emit()

    def place(self) -> dict[str, Any]:
        """Say where the caret is, in plain values."""
        content = half_typed.take(self.inside)
        return {"plek": content["plek"], "caret": content["caret"]}

    def return_to(self, place: dict[str, Any]) -> None:
        """Put the caret where it was."""
        half_typed.give_focus(self.inside, place)

    @Slot()
    @override
    def store(self) -> None:
        """Keep it for good and go back."""
        self.say_wrong("")
        self.form.clear_errors()
        if self.is_empty():
            self.leave()
            return
        self.do(self._store_for_good)

    def _store_for_good(self) -> None:
        said = self.keep()
        if said is None:
            self.form.answer_next_change()
            if isinstance(wrong := self.form.first_wrong(), QWidget):
                wrong.setFocus()
            self.settle()
            return
        self._pause.stop()
        self.drop_klad(self._slot)
        self.go_away()
        self.stored.emit(said)

    @Slot()
    @override
    def leave(self) -> None:
        """Close; what is half typed stays."""
        if self.do(self.put_away):
            self.go_away()

    def do(self, command: Callable[[], object]) -> bool:
        """Run a command; a refusal is said here and leaves the text. Tells whether it was done."""
        try:
            command()
        except UserError as error:
            self.say_wrong(str(error))
        except OutsideError as error:
            self.say_wrong(str(error))
            self.failed.emit(error)
        else:
            return True
        self.settle()
        return False

    def go_away(self) -> QWidget | None:
        """Hide, and give the caret back; gives where it came from."""
        self._pause.stop()
        self._open = False
        was_window = self.isWindow()
        self._standing.go_home()
        back, self._back_to = self._back_to, None
        if back is None or not isValid(back):
            back = None
        else:
            if was_window:
                back.window().activateWindow()
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        return back

    @Slot()
    def keep_soon(self) -> None:
        """Bring it to disk in a moment, also while typing goes on."""
        self.settle()  # what was said to be wrong may be so no more
        if self._open and not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _keep_quietly(self) -> None:
        if not self.do(self.put_away):
            self._pause.start()

    def settle(self) -> None:
        """Take the room that the fields need now."""
        if self._open:
            self._standing.place()
            self._caret.start()
