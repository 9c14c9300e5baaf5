"""Keeps the draft: on disk at most two seconds after a key, and at once when asked."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from vtdesk.errors import OutsideError, UserError

PAUSE = 900  # ms without a key, after which the text is stored
AT_LEAST = 1300  # ms after the first key that is not stored yet, also while typing goes on
GAP = 40  # ms after a key: that one is painted then, and the next one is not there yet
RETRY = 2000  # ms until the next try when the disk refused


class Draft(QObject):
    """Knows whether there is text that is not on disk, and brings it there."""

    kept = Signal(object)  # datetime
    failed = Signal(object)  # what was refused, in words; the text is still on screen

    def __init__(self, save: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._dirty = False
        self.is_saving = False  # what is announced now is our own change
        self._pause = self._timer(PAUSE)
        self._limit = self._timer(AT_LEAST)
        self._retry = self._timer(RETRY)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(interval)
        timer.timeout.connect(self.keep)
        return timer

    @Slot()
    def touch(self) -> None:
        """Remember that the text changed."""
        self._dirty = True
        if not self._limit.isActive():
            self._limit.start()
        # Better between two keys than when the time is up, for a key may come at that very moment.
        is_late = self._limit.remainingTime() < AT_LEAST / 4
        self._pause.start(GAP if is_late else PAUSE)

    @property
    def is_dirty(self) -> bool:
        """Tell whether something on screen is not on disk."""
        return self._dirty

    def forget(self) -> None:
        """Begin with a text that is on disk as it is."""
        self._dirty = False
        self._stop()

    @Slot()
    def keep(self) -> None:
        """Store what changed; when the disk refuses, say so and try again by itself."""
        try:
            self.store()
        except (OutsideError, UserError) as error:
            self.failed.emit(error)

    def store(self) -> None:
        """Store what changed, now; an OutsideError tells that it could not be, yet."""
        self._stop()
        if not self._dirty:
            return
        self.is_saving = True
        try:
            when = self._save()
        except (OutsideError, UserError):
            self._retry.start()
            raise
        finally:
            self.is_saving = False
        self._dirty = False
        self.kept.emit(when)

    def _stop(self) -> None:
        for timer in (self._pause, self._limit, self._retry):
            timer.stop()
