"""Watches for silence: after so many minutes without key or mouse the kluis closes."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

TICK = 1000  # ms
WARNING = 30  # seconds before the lock in which the state line counts
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


def awake_seconds() -> float:
    """Give seconds that also pass while the laptop sleeps, so that waking up locks."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class IdleWatch(QObject):
    """Counts silence over all windows; says when the end is near, and when it is there.

    It filters windows and not the program: a filter on the program would see every event of every
    widget, and typing would feel it.
    """

    counting = Signal(int)  # seconds left; 0 when somebody came back
    expired = Signal()

    def __init__(
        self,
        minutes: int,
        *,
        now: Callable[[], float] = awake_seconds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._limit = minutes * 60
        self._last = now()
        self._warned = False
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._last = self._now()
        self._watch_windows()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer; the kluis is dicht."""
        self._timer.stop()
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Change how long silence may last."""
        self._limit = minutes * 60

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._last = self._now()
            if self._warned:
                self._warned = False
                self.counting.emit(0)
        return False

    @Slot()
    def look(self) -> None:
        """Look how long the silence lasted."""
        self._watch_windows()
        left = self._limit - (self._now() - self._last)
        if left <= 0:
            self.stop()
            self.expired.emit()
        elif left <= WARNING:
            self._warned = True
            self.counting.emit(max(1, round(left)))

    def _watch_windows(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # a second time only moves it to the front
