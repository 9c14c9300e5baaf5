"""Everything that closes an open kluis by itself: silence, and what the system tells."""

from PySide6.QtCore import QObject, Signal

from vtdesk.adapters.system_bus import SystemEvents
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.slot.idle import IdleWatch


class Watches(QObject):
    """Says that nobody sits here any more; while it watches, sleep waits for the lock."""

    left = Signal()

    def __init__(self, window: MainWindow, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.idle = IdleWatch(minutes, parent=self)
        self.idle.counting.connect(window.frame.state_line.count_down)
        self.idle.counting.connect(window.curtained.count_down)
        self.idle.expired.connect(self.left)
        window.idle_minutes_changed.connect(self.idle.set_minutes)
        self._events = SystemEvents(self.left.emit)

    def start(self) -> None:
        """Begin to watch."""
        self.idle.start()
        self._events.start()

    def rest(self) -> None:
        """Count no longer; the kluis is going dicht, and sleep waits for that."""
        self.idle.stop()

    def stop(self) -> None:
        """Watch no longer, because the kluis is dicht; now the laptop may sleep."""
        self.rest()
        self._events.stop()
        self.deleteLater()
