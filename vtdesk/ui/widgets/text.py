"""Labels by their place in the type table; what they show is never read as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QStylePainter
from typing_extensions import override

from vtdesk.ui.theme import icons
from vtdesk.ui.widgets.tip import tip


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


class OneLine(QLabel):
    """Stays one line in whatever room there is; what does not fit stands in the tip."""

    def __init__(self, words: str, kind: str = "tekst") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)
        self.setProperty("type", kind)
        self.setToolTip(tip(words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawItemText(
            room, int(flags.value), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()


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
