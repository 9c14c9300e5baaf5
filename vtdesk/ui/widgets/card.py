"""A white surface with a title row."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.text import icon_label, text


class Card(QFrame):
    """Title, quiet note beside it, buttons at its right, and a body to fill."""

    def __init__(
        self, title: str = "", *, note: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = text(title, "kop", wrap=False)
        self._note = text(note, "klein", tone="stil")
        self._buttons = row(air=4)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(8)
        if title:
            head = row(self._title, self._note, None, self._buttons)
            if icon:
                head.insertWidget(0, icon_label(icon, "accent"))
            layout.addLayout(head)
        layout.addLayout(self.body, 1)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Change the quiet words beside the title."""
        self._note.setText(note)

    @property
    def title(self) -> QLabel:
        """Give the title label."""
        return self._title

    def add_to_title(self, widget: QWidget) -> None:
        """Put a button or chip at the right of the title."""
        self._buttons.addWidget(widget)
