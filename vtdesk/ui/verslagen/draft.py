"""Keeps the draft: on disk at most two seconds after a key, and at once when asked.

While she types, a thread of its own writes; the text is taken from the screen before, on the thread
of the window. One text is on its way at a time, so that none can overtake a later one.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.verslagen import Bewaard

PAUSE = 900  # ms without a key, after which the text is stored
AT_LEAST = 1300  # ms after the first key that is not stored yet, also while typing goes on
GAP = 40  # ms after a key: that one is painted then, and the next one is not there yet
RETRY = 2000  # ms until the next try when the disk refused

Save = Callable[[], Bewaard]


class Draft(QObject):
    """Knows whether there is text that is not on disk, and brings it there."""

    kept = Signal(object)  # Bewaard
    failed = Signal(object)  # what was refused, in words; the text is still on screen
    _ended = Signal(object)  # Future; from the writing thread to that of the window

    def __init__(self, take: Callable[[], Save], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take  # takes the text from the screen, and gives what stores it
        self._dirty = False
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="concept")
        self._running: Future[Bewaard] | None = None
        self._is_storing = False
        self._ended.connect(self._end)
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
        return self._dirty or self._running is not None

    @property
    def is_saving(self) -> bool:
        """Tell whether a change that is announced now is our own."""
        return self._is_storing or self._running is not None

    def forget(self) -> None:
        """Begin with a text that is on disk as it is."""
        self._dirty = False
        self._stop()

    @Slot()
    def keep(self) -> None:
        """Store what changed, beside the typing; what comes of it is told by a signal."""
        if self._running is not None:
            self._pause.start(GAP)  # a slow disk: first that one
            return
        self._stop()
        if not self._dirty:
            return
        save, self._dirty = self._take(), False
        self._running = self._writer.submit(save)
        self._running.add_done_callback(self._hand_over)

    def store(self) -> None:
        """Store what changed, now, after what is on its way; raises what was refused."""
        if self._running is not None:
            wait([self._running])
            self._end(self._running)
        self._stop()
        if not self._dirty:
            return
        self._is_storing = True
        try:
            bewaard = self._take()()
        except OutsideError:
            self._retry.start()
            raise
        finally:
            self._is_storing = False
        self._dirty = False
        self.kept.emit(bewaard)

    def _hand_over(self, ended: Future[Bewaard]) -> None:
        if isValid(self):
            self._ended.emit(ended)

    @Slot(object)
    def _end(self, ended: Future[Bewaard]) -> None:
        """Tell what came of it; when the disk refused, try again after a while."""
        if ended is not self._running:
            return  # somebody waited for it and knows
        self._running = None
        error = ended.exception()
        if error is None:
            self.kept.emit(ended.result())
            return
        self._dirty = True  # whatever went wrong, it is not on disk
        if not isinstance(error, (OutsideError, UserError)):
            raise error  # a bug; the watch over those says so
        if isinstance(error, OutsideError):
            self._retry.start()
        self.failed.emit(error)

    def _stop(self) -> None:
        for timer in (self._pause, self._limit, self._retry):
            timer.stop()
