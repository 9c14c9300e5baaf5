"""Keeps what is typed at the table: on disk within a second or so, and at once when asked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vtdesk.errors import OutsideError, UserError

PAUSE = 1000  # ms after the first key that is not stored yet, also while typing goes on
RETRY = 2000  # ms until the next try when the disk refused


class Keeper(QObject):
    """Knows whether something is not on disk yet, and brings it there."""

    kept = Signal()
    failed = Signal(object)  # what was refused, in words; the text is still on screen

    def __init__(self, save: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._dirty = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._try)

    @Slot()
    def touch(self) -> None:
        """Remember that something changed."""
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start(PAUSE)

    def is_dirty(self) -> bool:
        """Tell whether something is only on screen."""
        return self._dirty

    def store(self) -> None:
        """Store now what is not on disk; an OutsideError tells that it could not be."""
        self._timer.stop()
        if self._dirty:
            self._save()
            self._dirty = False
            self.kept.emit()

    def forget(self) -> None:
        """Let go of what is not stored: the thing it was about is shown no more."""
        self._timer.stop()
        self._dirty = False

    @Slot()
    def _try(self) -> None:
        try:
            self.store()
        except (OutsideError, UserError) as error:
            self.failed.emit(error)
            self._timer.start(RETRY)
