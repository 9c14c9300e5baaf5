"""Signs that others may look along: a second screen appeared, or the laptop slept."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

TICK = 1000  # ms
JUMP = 90  # seconds by which the clock on the wall may go on before that means sleep


def slept_seconds() -> float:
    """Give how long this machine slept since it started; elsewhere the wall beside the steps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.monotonic()
    return time.time() - time.monotonic()


class Signs(QObject):
    """Listens to the screens; of sleep the clock tells, where the system did not lock before it."""

    seen = Signal()

    def __init__(
        self, *, slept: Callable[[], float] = slept_seconds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._slept = slept
        self._known = slept()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.screenAdded.connect(self.seen)

    @Slot()
    def look(self) -> None:
        """Look whether the machine slept since the last time."""
        slept = self._slept()
        least = 1 if sys.platform == "linux" else JUMP
        if slept - self._known >= least:
            self.seen.emit()
        self._known = slept
