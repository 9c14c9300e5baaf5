"""A button that shows its key, for the outcomes of a call."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.keycap import Keycap

AIR = 8


class KeyButton(QPushButton):
    """Says what it does and, behind that, which key does the same."""

    def __init__(self, words: str, key: str, *, kind: str = "") -> None:
        super().__init__(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"toets {key}")
        self.setAutoDefault(True)
        self.setProperty("toets", "ja")
        if kind:
            self.setProperty("kind", kind)
        self._key = Keycap(key)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = row(None, self._key)
        inside.setContentsMargins(0, 0, AIR, 0)
        self.setLayout(inside)

    @override
    def sizeHint(self) -> QSize:
        """Ask for the words and the key beside each other."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._key.sizeHint().width(), hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
