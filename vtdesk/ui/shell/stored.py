"""What the window says of storing: that it failed, until it is solved."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.messages import Message, Messages
from vtdesk.ui.shell.state_line import StateLine


class Stored(QObject):
    """Tells the state line and the message bar the same; also while others look along."""

    def __init__(self, line: StateLine, messages: Messages) -> None:
        super().__init__(line)
        self._line, self._messages = line, messages
        self._failed = False  # the last attempt to store a text

    @Slot(object)
    def tell_failed(self, error: Exception) -> None:
        """Say that something could not be stored; the text is still on screen."""
        self._failed = True
        self._line.tell_failed()
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._messages.show(replace(Message.of(error), for_all=True))

    @Slot()
    def tell_saved(self) -> None:
        """Say that all is stored; what was said about a failure is solved then."""
        if self._failed:
            self._failed = False
            self._messages.clear()
        self._line.tell_saved()
