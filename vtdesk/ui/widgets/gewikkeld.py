"""Lines that wrap, painted below each other by whoever paints its own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from vtdesk.ui.theme import palette

_WRAPS = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value)
_ENDLESS = 10_000


@dataclass(frozen=True, slots=True)
class Gewikkeld:
    """Words in one type and colour role."""

    woorden: str
    font: QFont
    kleur: str


def height_of(lines: Sequence[Gewikkeld], width: int) -> int:
    """Tell how much room the lines need in this width."""
    return sum(_height(line, width) for line in lines)


def paint_lines(painter: QPainter, room: QRect, lines: Sequence[Gewikkeld]) -> None:
    """Paint the lines from the top of this room."""
    top = room.top()
    for line in lines:
        high = _height(line, room.width())
        painter.setFont(line.font)
        painter.setPen(palette.colour(line.kleur))
        painter.drawText(QRect(room.left(), top, room.width(), high), _WRAPS, line.woorden)
        top += high


def _height(line: Gewikkeld, width: int) -> int:
    if not line.woorden:
        return 0
    within = QRect(0, 0, max(1, width), _ENDLESS)
    return QFontMetrics(line.font).boundingRect(within, _WRAPS, line.woorden).height() + 1
