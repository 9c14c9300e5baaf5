"""The phases of a bespreking as a painted bar; each phase is a button that can be reached."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.named import named

THICK, AIR = 6, 3


class FaseDeel(QAbstractButton):
    """One phase: a piece of the bar with its word under it."""

    def __init__(self, fase: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, f"fase-{fase}", word)
        self.setText(word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._filled = self._is_now = False

    def show_state(self, spoken: str, *, filled: bool, is_now: bool) -> None:
        """Show whether this phase was, is or comes."""
        self.setAccessibleDescription(spoken)
        self.setToolTip(f"{self.text()}: {spoken}")
        self._filled, self._is_now = filled, is_now
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(style.font("klein", weight=600))
        return QSize(
            words.horizontalAdvance(self.text()) + 4, style.scaled(THICK) + 6 + words.height()
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(style.scaled(40), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        thick = style.scaled(THICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("overleg" if self._filled else "lijn"))
        painter.drawRect(QRectF(0, 0, self.width(), thick))
        painter.setFont(style.font("klein", weight=600 if self._is_now else 400))
        painter.setPen(palette.colour("tekst" if self._is_now else "stil"))
        below = self.rect().adjusted(0, thick + 4, 0, 0)
        words = QFontMetrics(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
        painter.end()


class FaseBalk(QWidget):
    """All phases side by side, each as wide as its time usually is."""

    chosen = Signal(str)  # the phase

    def __init__(
        self, parts: Sequence[tuple[str, str, int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "fasebalk", "Fasen")
        self._parts = {fase: FaseDeel(fase, word) for fase, word, _ in parts}
        layout = row(*self._parts.values(), air=AIR)
        for place, (_, _, wide) in enumerate(parts):
            layout.setStretch(place, wide)
        self.setLayout(layout)
        for fase, part in self._parts.items():
            part.clicked.connect(lambda _=False, fase=fase: self.chosen.emit(fase))

    def show_phases(self, now: str, spoken: dict[str, str], *, begun: bool) -> None:
        """Show which phase is now, and say of each how long it took."""
        at = list(self._parts).index(now)
        for place, (fase, part) in enumerate(self._parts.items()):
            is_now = begun and fase == now
            part.show_state(spoken[fase], filled=begun and place <= at, is_now=is_now)
