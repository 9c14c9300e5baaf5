"""A field for one more name: Enter adds it, and only an empty field lets Enter pass."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


class NaamVeld(QLineEdit):
    """Says that a name was entered before the form around it takes Enter as `store`."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
