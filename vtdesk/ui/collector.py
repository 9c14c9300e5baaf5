"""Collects what is forgotten on the window's thread only.

Python's own collector runs on whatever thread makes the next object. On a thread that stores a
draft it would take away forgotten widgets there, and Qt crashes later, when it walks along all
widgets for a change of look.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500  # ms
LIMITS = (2000, 10, 25)  # per generation, as Python's own thresholds are


class Collector(QObject):
    """Switches Python's own collector off, and looks twice a second whether it is time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Collect the oldest generation that is due; call it on the window's thread."""
    counts = gc.get_count()
    for generation in (2, 1, 0):
        if counts[generation] > LIMITS[generation]:
            gc.collect(generation)
            return
