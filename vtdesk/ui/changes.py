"""The one bridge between the store and Qt."""

from PySide6.QtCore import QObject, Signal

from vtdesk.values.change import Change, ChangeFeed


class ChangeSignal(QObject):
    """Carries each Change to the GUI thread, whichever thread committed."""

    changed = Signal(object)  # Change; queued by Qt when a job committed

    def __init__(self, feed: ChangeFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        feed.subscribe(self._tell)

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
