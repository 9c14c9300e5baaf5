"""A line that can be pressed: a quiet lead such as a time, and what it is about."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.tip import tip

LEAD, TALL, AIR = 74, 24, 6
PLAIN, BOLD = 400, 600


class RegelKnop(QAbstractButton):
    """Shows `16:15  Eerste gesprek vader`; what does not fit is in the description."""

    def __init__(self, lead: str, words: str, *, tone: str = "tekst", strong: bool = False) -> None:
        super().__init__()
        self._lead, self._words, self._tone = lead, " ".join(words.split()), tone
        self._strong = strong
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(lead)
        self.setToolTip(tip(f"{lead} {self._words}"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, style.scaled(TALL))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, style.scaled(TALL))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("zacht"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        lead = style.scaled(LEAD)
        before = QRect(0, 0, lead, self.height())
        tone, weight = ("tekst", BOLD) if self._strong else ("stil", PLAIN)
        self._draw(painter, before, self._lead, tone, weight)
        rest = QRect(lead + AIR, 0, self.width() - lead - AIR, self.height())
        weight = PLAIN if self._tone == "tekst" else BOLD
        self._draw(painter, rest, self._words, self._tone, weight)
        painter.end()

    def _draw(self, painter: QPainter, room: QRect, words: str, tone: str, weight: int) -> None:
        font = style.font(weight=weight)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(palette.colour(tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignAbsolute, shown)
