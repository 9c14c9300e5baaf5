"""What vtdesk says to its user: a line in the message bar, or a question before a decision."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QMetaObject, QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui import actions
from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.message_bar import MessageBar
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

UNDO = "Ongedaan maken"  # the one action that has a key, wherever the keyboard is


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with what one can do; `tone` is keuze, goed, let-op or gevaar.

    `until` tells that what it was about is over; else it stays until it is closed or replaced.
    `for_all` tells that it can name nobody, or nobody but who is at the table.
    """

    words: str
    tone: str = "keuze"
    action: str = ""
    on_action: Callable[[], None] | None = None
    until: SignalInstance | None = None
    for_all: bool = False

    @staticmethod
    def of(error: Exception) -> "Message":
        """Say a rule or a refusal from outside in the words of the error."""
        outside = isinstance(error, OutsideError)  # speaks of disk, key and file, never of people
        return Message(str(error), "gevaar" if outside else "let-op", for_all=outside)


HELD = Message("Er is een melding. Bekijk die na het plein.", for_all=True)


class Messages(QObject):
    """Shows messages in the bar of the window, one at a time.

    A deed that can be undone stays so while other messages pass: the key answers, and its own
    message comes back after them. While others look along, one that could name somebody waits
    until they no longer do.
    """

    undo_offered = Signal(bool)  # or no longer

    def __init__(self, bar: MessageBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._on_action: Callable[[], None] | None = None
        self._shown: Message | None = None
        self._undo: Message | None = None  # the last one that offered it, and was not closed
        self._passing = False  # it was about the page in front, and asks for nothing
        self._until: QMetaObject.Connection | None = None
        self._lasting = False  # danger that anyone may read about
        self._discreet = False
        self._held: Message | None = None
        bar.answered.connect(self._act)
        bar.closed.connect(self._follow_close)

    @Slot(object)
    def show(self, message: Message) -> None:
        """Show a message in place of the one before."""
        if self._discreet and not message.for_all:
            self._held, message = message, replace(HELD, until=message.until)
        if self._until is not None:
            QObject.disconnect(self._until)
        self._until = message.until.connect(self.clear) if message.until else None
        self._shown, self._on_action = message, message.on_action
        self._passing = message.on_action is None and message.tone != "gevaar"
        self._lasting = message.for_all and message.tone == "gevaar"
        undoes = message.action == UNDO
        if undoes:
            self._undo = message
        keys = actions.keys_text("ongedaan") if undoes else ""
        self._bar.show_message(message.words, tone=message.tone, action=message.action, keys=keys)
        self.undo_offered.emit(self._undo is not None)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last, also when another message stands in its place."""
        undo = self._undo
        if undo is self._shown:
            self._bar.answer()
        elif undo is not None:
            self._forget_undo()
            if undo.on_action:
                undo.on_action()

    @Slot(Exception)
    def show_error(self, error: Exception) -> None:
        """Show what a rule or the outside refused; anything else is a bug and goes on up."""
        if not isinstance(error, UserError | OutsideError):
            raise error
        self.show(Message.of(error))

    def set_discreet(self, *, discreet: bool) -> None:
        """Take away what could name somebody, or show what waited."""
        self._discreet = discreet
        self._forget_undo()
        waited, self._held = self._held, None
        if not self._lasting:
            self.clear()
        if waited is not None:
            self.show(waited)

    def leave_page(self) -> None:
        """Take away what was only about the page that is left; danger and questions stay."""
        if self._passing:
            self._bar.dismiss()

    @Slot()
    def clear(self) -> None:
        """Take the message away, because it is solved."""
        self._held = None
        self._bar.dismiss()

    @Slot()
    def _follow_close(self) -> None:
        if self._shown is self._undo:
            self._forget_undo()
        elif self._undo is not None:
            self.show(self._undo)

    def _forget_undo(self) -> None:
        self._undo = None
        self.undo_offered.emit(False)  # noqa: FBT003 - Qt's own form

    @Slot()
    def _act(self) -> None:
        if self._shown is self._undo:
            self._forget_undo()
        action, self._on_action = self._on_action, None
        if action:
            action()


def ask(parent: QWidget, question: str, explanation: str, *, yes: str, no: str = "Niet nu") -> bool:
    """Ask before something leaves the desk or becomes final; both buttons say what they do."""
    dialog = named(QDialog(parent), "vraag", question)
    dialog.setWindowTitle("vtdesk")
    agree, refuse = named(primary(yes), "ja"), named(secondary(no), "nee")
    agree.setDefault(True)
    agree.clicked.connect(dialog.accept)
    refuse.clicked.connect(dialog.reject)

    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 24, 24, 16)
    layout.setSpacing(12)
    layout.addWidget(text(question, "kop"))
    layout.addWidget(text(explanation))
    layout.addSpacing(8)
    layout.addLayout(row(None, refuse, agree))
    measure.hold(dialog, least_width=420)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed
