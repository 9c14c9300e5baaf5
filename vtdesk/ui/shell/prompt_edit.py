"""Some lines of text in a capture panel: Enter belongs to the panel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.theme import style
from vtdesk.ui.widgets.limits import TextArea

TWO_LINES, ONE_LINE = 52, 34  # the height of a prompt, and where there is no room for that


class PromptEdit(TextArea):
    """Two lines of text; Shift+Enter makes a new line, and Tab goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.fit(roomy=True)

    def fit(self, *, roomy: bool) -> None:
        """Show two lines, or one: a bar beside one line would only be in the way."""
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if roomy else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.setFixedHeight(style.scaled(TWO_LINES if roomy else ONE_LINE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if (is_enter and plain) or event.key() == Qt.Key.Key_Escape:
            event.ignore()  # so that it comes to the panel
        else:
            super().keyPressEvent(event)
