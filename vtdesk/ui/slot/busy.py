"""A line that says that something slow goes on; it appears only when it takes long."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

PATIENCE = 500  # ms; shorter work needs no line


class Busy(QWidget):
    """Words and a moving bar, half a second after the start."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text(words, "klein", tone="stil")
        self._bar = named(QProgressBar(), "voortgang", words)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        self._timer.timeout.connect(self._show)
        self.hide()

    def start(self) -> None:
        """Begin the half second."""
        self._timer.start()

    def stop(self) -> None:
        """Be gone; the work is done."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _show(self) -> None:
        self.show()
