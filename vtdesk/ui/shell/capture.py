"""A capture panel: some fields under the top line, from anywhere and back to the same caret."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.ui import actions
from vtdesk.ui.messages import Message
from vtdesk.ui.shell.standing import Standing
from vtdesk.ui.theme import style
from vtdesk.ui.widgets import half_typed
from vtdesk.ui.widgets.boxes import row, scrolled
from vtdesk.ui.widgets.buttons import icon_button, primary
from vtdesk.ui.widgets.form import Form
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import takes_keys
from vtdesk.ui.widgets.text import icon_label, text

PAUSE = 1000  # ms after the first key that is not stored until it is on disk
NARROW = 120  # a choice keeps at least this, whatever its longest words ask
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Sight:
    """Where she is when a panel opens: which casus is on screen, and whether others look along."""

    casus_id: UUID | None = None
    discreet: bool = False


class CapturePanel(QFrame):
    """Enter stores, Esc keeps what is half typed; so do a lock, a crash and another panel.

    A panel fills `form` with named fields and says what it stores:

        class BeloftePanel(CapturePanel):
            command = "belofte"                     # in actions.py: its key, words and icon
            agree = "Belofte bewaren"

            def prepare(self, about: UUID | None) -> None: ...   # empty fields, with their choices
            def is_empty(self) -> bool: ...                      # nothing was typed
            def keep(self) -> Message | None: ...  # for good; None: a field says what is wrong
    """

    command: ClassVar[str]
    agree: ClassVar[str]
    private: ClassVar[bool] = False  # hers alone; the head says so

    stored = Signal(object)  # Message that says so
    failed = Signal(object)  # OutsideError: the text stays in the panel
    kept = Signal()  # what is half typed is on disk

    def __init__(self, desk: Desk, window: QWidget, *, under: QWidget) -> None:
        super().__init__(window)
        words = actions.BY_NAME[self.command].words
        self.setProperty("kind", "panel")
        named(self, self.command, words)
        self.setWindowTitle("vtdesk")
        self.desk = desk
        self.sight = Sight()
        self.form = Form(air=6)
        self.foot = row(air=6)
        self._standing = Standing(self, window, under=under, height_in=self._height_in)
        self._back_to: QWidget | None = None
        self._slot = self.command  # the name under which the half typed text is kept
        self._open = False
        self._inside = QWidget()
        self._inside.setLayout(self.form)
        self._scroll = scrolled(self._inside)
        self._wrong = named(text("", tone="gevaar"), "vangst-fout")
        self._close = icon_button("sluiten", "Sluiten, concept blijft", kind="quiet")
        self._store = named(primary(self.agree), f"bewaar-{self.command}")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out(words)
        self._wrong.hide()
        self.hide()

        self._store.clicked.connect(self.store)
        self._close.clicked.connect(self.leave)
        self._pause.timeout.connect(self._keep_quietly)
        self.form.changed.connect(self.keep_soon)

    def _lay_out(self, words: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(6)
        alone = text("Alleen voor jou" if self.private else "", "klein", tone="stil", wrap=False)
        head = row(
            icon_label(self.command, "accent"), text(words, "kop", wrap=False), alone, None,
            self._close,
        )  # fmt: skip
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._wrong)
        for part in self.keys():
            self.foot.addWidget(part)
        self.foot.addStretch(1)
        self.foot.addWidget(self._store)
        layout.addLayout(self.foot)

    # what a panel says of itself

    def keys(self) -> list[QWidget]:
        """Say at the foot what the keys do."""
        return [
            Keycap("Enter"), text("bewaart", "klein", tone="stil", wrap=False),
            Keycap("Esc"), text("sluit, concept blijft", "klein", tone="stil", wrap=False),
        ]  # fmt: skip

    def prepare(self, about: UUID | None) -> None:
        """Empty the fields and offer what they may hold; `about` is the thing it was asked for."""

    def is_empty(self) -> bool:
        """Tell whether nothing was typed."""
        raise NotImplementedError

    def keep(self) -> Message | None:
        """Store for good; None when a field says what is wrong."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Give the field in which typing begins."""
        return takes_keys(self._inside)[0]

    def fit(self, *, roomy: bool) -> None:
        """Take another form where there is little height."""

    # half typed

    def find_klad(self) -> tuple[str, Content] | None:
        """Give what was half typed before, and the name under which it is kept.

        While others look along, only what was begun about the casus on screen comes back.
        """
        if not self.sight.discreet:
            return self.desk.kladjes.waiting(self.command)
        name = self._new_slot()
        found = self.desk.kladjes.of(name)
        return (name, found) if found else None

    def _new_slot(self) -> str:
        """Name what is begun now; of no casus, so that nothing brings it back before others."""
        if not self.sight.discreet:
            return self.command
        return f"{self.command}:{self.sight.casus_id or uuid4()}"

    def write_klad(self, name: str) -> None:
        """Bring what is half typed to disk."""
        self.desk.kladjes.keep(name, half_typed.take(self._inside))

    def drop_klad(self, name: str) -> None:
        """Forget what was half typed: it was stored, or emptied."""
        self.desk.kladjes.drop(name)

    # open and away

    @property
    def is_open(self) -> bool:
        """Tell whether the panel is on screen."""
        return self._open

    def begin(self, about: UUID | None, sight: Sight, back_to: QWidget | None) -> None:
        """Open over what is on screen; the caret comes back to `back_to` afterwards."""
        self.sight, self._back_to = sight, back_to
        self._say_wrong("")
        self.form.clear_errors()
        self.prepare(about)
        self._take_up(self.find_klad())
        self._pause.stop()
        self._open = True
        self._standing.stand()
        self.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_up(self, klad: tuple[str, Content] | None) -> None:
        self._slot, content = klad or (self._new_slot(), None)
        if content is not None:
            half_typed.give_back(self._inside, content)

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
        content = half_typed.take(self._inside)
        return {"plek": content["plek"], "caret": content["caret"]}

    def return_to(self, place: dict[str, Any]) -> None:
        """Put the caret where it was."""
        half_typed.give_focus(self._inside, place)

    @Slot()
    def store(self) -> None:
        """Keep it for good and go back."""
        self._say_wrong("")
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
            return
        self._pause.stop()
        self.drop_klad(self._slot)
        self.go_away()
        self.stored.emit(said)

    @Slot()
    def leave(self) -> None:
        """Close; what is half typed stays."""
        if self.do(self.put_away):
            self.go_away()

    def do(self, command: Callable[[], object]) -> bool:
        """Run a command; a refusal is said here and leaves the text. Tells whether it was done."""
        try:
            command()
        except UserError as error:
            self._say_wrong(str(error))
        except OutsideError as error:
            self._say_wrong(str(error))
            self.failed.emit(error)
        else:
            return True
        return False

    def go_away(self) -> QWidget | None:
        """Hide, and give the caret back; gives where it came from."""
        self._pause.stop()
        self._open = False
        was_window = self.isWindow()
        self._standing.go_home()
        back, self._back_to = self._back_to, None
        if back is None or not isValid(back):
            return None
        if was_window:
            back.window().activateWindow()
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        return back

    @Slot()
    def keep_soon(self) -> None:
        """Bring it to disk in a moment, also while typing goes on."""
        if self._open and not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _keep_quietly(self) -> None:
        if not self.do(self.put_away):
            self._pause.start()

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    # keys and place

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer what the fields let pass."""
        if event.key() in _ENTER:
            self.store()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, following: bool) -> bool:
        """Let Tab walk around inside the panel."""
        walk = [one for one in takes_keys(self) if _takes_tab(one)]
        focus = self.window().focusWidget()
        if self.isWindow() or focus not in walk:
            return super().focusNextPrevChild(following)
        step = 1 if following else -1
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        walk[(walk.index(focus) + step) % len(walk)].setFocus(reason)
        return True

    def settle(self) -> None:
        """Take the room that the fields need now."""
        if self._open:
            self._standing.place()

    def _height_in(self, width: int, room: int) -> int:
        """Take the form that fits in so much room; gives the height at which nothing scrolls."""
        self.fit(roomy=True)
        wanted = self._wanted(width)
        if wanted > room:
            self.fit(roomy=False)
            wanted = self._wanted(width)
        return wanted

    def _wanted(self, width: int) -> int:
        self.ensurePolished()
        for choice in self._inside.findChildren(QComboBox):
            choice.setMinimumWidth(style.scaled(NARROW))  # not as wide as its longest words
        for layout in (self.form, self.layout()):
            if layout is not None:
                layout.activate()
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        inside = self.form.totalHeightForWidth(width - 32)
        return around + (inside if inside > 0 else self._inside.sizeHint().height())


def _takes_tab(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and widget.isVisible() and widget.isEnabled()
