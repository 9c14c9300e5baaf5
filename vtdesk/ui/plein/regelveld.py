"""A field of one line that shows how it begins, also after it was gone through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_WENT_ON = (  # not by a lock or a capture: those come back at the same caret
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Regelveld(QLineEdit):
    """Goes back to its first words when the keyboard goes on."""

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _WENT_ON:
            self.setCursorPosition(0)
