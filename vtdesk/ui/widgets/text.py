"""Labels by their place in the type table; what they show is never read as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from vtdesk.ui.theme import icons


def text(words: str = "", kind: str = "tekst", *, tone: str = "", wrap: bool = True) -> QLabel:
    """Make a label: `kind` is a line of the type table or `vet`, `tone` a colour role."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setProperty("type", kind)
    if tone:
        label.setProperty("tone", tone)
    return label


class Roomy(QLabel):
    """Wants one line, and wraps only where there is no room for it."""

    def __init__(self, kind: str = "tekst", *, tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)  # words without spaces may not widen the window
        self.setProperty("type", kind)
        self.setProperty("tone", tone)

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * self.margin() + 2
        return QSize(width, self.heightForWidth(width))


def selectable(words: str = "", kind: str = "tekst", *, tone: str = "") -> QLabel:
    """Make a label whose words can be selected and copied, such as a number."""
    label = text(words, kind, tone=tone)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(words)
    return label


def icon_label(role: str, colour: str = "stil", *, size: int = icons.SIZE) -> QLabel:
    """Make a small picture that stands beside a word."""
    label = QLabel()
    icons.set_icon(label, role, colour, size=size)
    return label
