"""The line at the bottom of the inbreng: a letter, and what is said."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.ui.labels import LETTER
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.letter_box import SIDE, paint_letter
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import Letter

MOST = 4000  # characters of one line
HINT = "moeder: zegt …"


class Invoerregel(QLineEdit):
    """Takes one line at a time; Enter stores it, ↑ goes to the lines above."""

    entered = Signal()
    up_requested = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "inbreng-invoer", "Nieuwe regel")
        self.setPlaceholderText(HINT)
        self.setMaxLength(MOST)
        self._letter = Letter.VERKLARING
        self.returnPressed.connect(self.entered)
        self.fit()
        self.set_letter(Letter.VERKLARING)

    def fit(self) -> None:
        """Leave room for the letter, in whatever size of text."""
        self.setTextMargins(style.scaled(SIDE) + 10, 0, 0, 0)

    def letter(self) -> Letter:
        """Give the letter that the next line gets."""
        return self._letter

    def set_letter(self, letter: Letter) -> None:
        """Let the next line be a feit, verklaring, mening, duiding or hypothese."""
        self._letter = letter
        self.setAccessibleDescription(f"{letter.value}, {LETTER[letter].word}")
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.up_requested.emit()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = style.scaled(SIDE)
        painter = QPainter(self)
        paint_letter(painter, QRectF(10, (self.height() - side) / 2, side, side), self._letter)
        painter.end()
