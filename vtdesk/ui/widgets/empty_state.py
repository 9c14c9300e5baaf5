"""What stands where nothing is yet: a sentence, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.text import icon_label, text


class EmptyState(QWidget):
    """A quiet sentence in the middle, with at most one button under it."""

    def __init__(
        self, sentence: str, *, icon: str = "", button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = text(sentence, tone="stil")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button: QPushButton = secondary(button)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 24)
        layout.setSpacing(12)
        layout.addStretch(1)
        if icon:
            layout.addWidget(icon_label(icon, "stil", size=24), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.button.setVisible(bool(button))  # only now: without a parent it would be a window

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence.setText(sentence)

    def sentence(self) -> str:
        """Give the sentence that is shown."""
        return self._sentence.text()
