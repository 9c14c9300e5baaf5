"""The card in the middle of the lock screen: a picture, a title, and a body."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text


class SlotCard(QFrame):
    """One thing to do, in the middle of an empty screen."""

    WIDTH, NARROW = 400, 360
    may_be_left = True  # with Esc, to the card that it came from

    def __init__(self, title: str, under: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        square = boxed(column(icon_label(icon, "accent", size=22), margins=11), kind="badge-square")
        self.title = named(text(title, "titel"), "slottitel")
        self.under = named(text(under, tone="stil"), "slotonder")
        head = row(square, column(self.title, self.under, air=0), air=14)
        head.setAlignment(square, Qt.AlignmentFlag.AlignVCenter)  # or a high title stretches it
        head.setStretch(1, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 28)
        layout.setSpacing(20)
        layout.addLayout(head)
        layout.addLayout(self.body)

    def fit(self, *, narrow: bool) -> None:
        """Take the width that goes with the screen."""
        self.setFixedWidth(style.scaled(self.NARROW if narrow else self.WIDTH))

    def start(self) -> None:
        """Get ready to be seen: empty fields, first one focused."""
