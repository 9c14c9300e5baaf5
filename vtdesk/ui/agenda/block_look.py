"""Edge form, fill and icon of each kind of appointment: shape says what colour says too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from vtdesk.ui.theme import palette
from vtdesk.values.kinds import AfspraakSoort

RADIUS, BAR = 6.0, 3.5


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is drawn: colour role of edge and icon, role of the fill, and the edge itself."""

    tone: str
    fill: str
    edge: Callable[[QPainter, QRectF, str], None]
    inset: float = 12  # where icon and words begin
    radius: float = RADIUS


def solid(painter: QPainter, room: QRectF, tone: str) -> None:
    """Draw one bar along the left side."""
    _bar(painter, room, tone, 0)


def double(painter: QPainter, room: QRectF, tone: str) -> None:
    """Draw two bars along the left side."""
    _bar(painter, room, tone, 0)
    _bar(painter, room, tone, BAR + 2)


def rounded(painter: QPainter, room: QRectF, tone: str) -> None:
    """Draw a round outline."""
    _outline(painter, room, palette.colour(tone), radius=_pill(room))


def hatched(painter: QPainter, room: QRectF, _tone: str) -> None:
    """Draw slanted lines over the whole."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(palette.colour("lijn"), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(room, RADIUS, RADIUS)


def dashed(painter: QPainter, room: QRectF, _tone: str) -> None:
    """Draw a dashed outline."""
    _outline(painter, room, palette.colour("rand"), style=Qt.PenStyle.DashLine)


LOOKS: Mapping[AfspraakSoort, Look] = {
    AfspraakSoort.GESPREK: Look("accent", "keuze", solid),
    AfspraakSoort.HUISBEZOEK: Look("buiten", "buiten-vlak", solid),
    AfspraakSoort.OVERLEG: Look("overleg", "overleg-vlak", double, inset=16),
    AfspraakSoort.PLEIN: Look("overleg", "overleg-vlak", double, inset=16),
    AfspraakSoort.MONITORING: Look("buiten", "buiten-vlak", solid),
    AfspraakSoort.BELLEN: Look("accent", "vlak", rounded, radius=12),
    AfspraakSoort.REISTIJD: Look("stil", "zacht", hatched),
    AfspraakSoort.LUNCH: Look("stil", "vlak", dashed),
    AfspraakSoort.SCHRIJVEN: Look("goed", "goed-vlak", solid),
    AfspraakSoort.EIGEN_TIJD: Look("stil", "vlak", dashed),
}


def paint_ground(painter: QPainter, room: QRectF, soort: AfspraakSoort, *, filled: bool) -> None:
    """Paint the fill and the edge; what is past keeps its edge on a white ground."""
    look = LOOKS[soort]
    radius = _pill(room) if look.edge is rounded else look.radius
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.colour(look.fill if filled else "vlak"))
    painter.drawRoundedRect(room, radius, radius)
    if not filled and look.edge in {solid, double}:
        _outline(painter, room, palette.colour("lijn"))
    look.edge(painter, room, look.tone)


def paint_next(painter: QPainter, room: QRectF, soort: AfspraakSoort) -> None:
    """Draw a line around what comes next."""
    look = LOOKS[soort]
    radius = _pill(room) if look.edge is rounded else look.radius
    _outline(painter, room, palette.colour(look.tone), radius=radius, width=2)


def paint_pending(painter: QPainter, room: QRectF) -> None:
    """Draw a line around what is being moved and is not there yet."""
    _outline(painter, room, palette.colour("accent"), width=2, style=Qt.PenStyle.DashLine)


def paint_hover(painter: QPainter, room: QRectF) -> None:
    """Draw a line around what lies under the pointer."""
    _outline(painter, room, palette.colour("rand"))


def paint_missed(painter: QPainter, room: QRectF, *, hovered: bool) -> None:
    """Paint the ground of a missed call: round, and in the colour of what asks attention."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.colour("let-op-vlak"))
    painter.drawRoundedRect(room, _pill(room), _pill(room))
    edge = palette.colour("rand" if hovered else "let-op")
    _outline(painter, room, edge, radius=_pill(room))


def draw_line(painter: QPainter, room: QRect, text: str, font: QFont, colour: QColor) -> QRect:
    """Draw one line, cut off where the room ends; give where it stands."""
    metrics = QFontMetrics(font)
    one_line = " ".join(text.split())
    shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.setFont(font)
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, flags | Qt.AlignmentFlag.AlignAbsolute, shown)
    return QRect(room.left(), room.top(), metrics.horizontalAdvance(shown), room.height())


def _pill(room: QRectF) -> float:
    return min(12.0, room.height() / 2)


def _bar(painter: QPainter, room: QRectF, tone: str, left: float) -> None:
    path = QPainterPath()
    path.addRoundedRect(room, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(path)
    bar = QRectF(room.left() + left, room.top(), BAR, room.height())
    painter.fillRect(bar, palette.colour(tone))
    painter.restore()


def _outline(
    painter: QPainter,
    room: QRectF,
    colour: QColor,
    *,
    radius: float = RADIUS,
    width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    pen = QPen(colour, width)
    pen.setStyle(style)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = room.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inside, radius, radius)
