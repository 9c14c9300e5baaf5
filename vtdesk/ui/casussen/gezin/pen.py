"""Draws a genogram with Qt, in the colours on screen; the same shapes as on paper."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from vtdesk.ui.theme import palette, style
from vtdesk.values.genogram.pen import (
    DASHES,
    OUTLINE_DASHES,
    SYMBOL_DASHES,
    arrow,
    cross,
    rounded,
    strokes,
)
from vtdesk.values.genogram.tekening import (
    Etiket,
    Laag,
    Lijn,
    Omtrek,
    Punt,
    Symbool,
    Tekening,
    Vak,
    Vorm,
)

_ROLES = {Laag.GEWELD: "gevaar", Laag.STEUN: "goed", Laag.HULP: "stil"}
_INNER = 4.0  # between the two edges of a child that it is about
_CHOSEN = 7.0  # around the symbol of who is chosen


class GenogramPen:
    """Paints shapes, lines and words on a painter whose origin is that of the drawing."""

    def __init__(self, painter: QPainter, lagen: Collection[Laag]) -> None:
        self._painter = painter
        self._lagen = {*lagen, Laag.GEZIN}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(
        self, tekening: Tekening, chosen: Symbool | None = None, *, edge: str = "accent"
    ) -> None:
        """Paint from the ground up; who is chosen stands on a ground of its own, with this edge."""
        if Laag.WOONT_BIJ in self._lagen:
            for omtrek in tekening.omtrekken:
                self._outline(omtrek)
        if chosen:
            self._mark(chosen, edge)
        for lijn in (one for one in tekening.lijnen if one.laag in self._lagen):
            self._line(lijn)
        for symbool in tekening.symbolen:
            self._symbol(symbool)
        for etiket in (one for one in tekening.etiketten if one.laag in self._lagen):
            self._tag(etiket)

    def _mark(self, symbool: Symbool, edge: str) -> None:
        """Paint the ground under who is chosen."""
        place = _rect(symbool.vak.grown(_CHOSEN, _CHOSEN))
        self._stroke(edge, 1.5)
        self._painter.setBrush(palette.colour("keuze"))
        self._painter.drawRoundedRect(place, 8, 8)

    def ghost(self, symbool: Symbool, aside: float) -> None:
        """Paint where somebody would come to stand."""
        vak = symbool.vak
        moved = Vak(vak.left + aside, vak.top, vak.right + aside, vak.bottom)
        self._stroke("accent", 1.75, SYMBOL_DASHES)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._form(symbool.vorm, moved)

    def _line(self, lijn: Lijn) -> None:
        """Paint one line in the form of its kind."""
        role = _ROLES.get(lijn.laag, "tekst")
        self._stroke(role, 1.5, DASHES.get(lijn.soort, ()))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for points in strokes(lijn):
            self._painter.drawPolyline(_polygon(points))
        if lijn.pijl:
            self._stroke(role, 0.5)
            self._painter.setBrush(palette.colour(role))
            self._painter.drawPolygon(_polygon(arrow(lijn.punten)))

    def _symbol(self, symbool: Symbool) -> None:
        """Paint a person with all that is written at the symbol."""
        painter = self._painter
        painter.setBrush(palette.colour("vlak"))
        self._stroke("tekst", 1.75, SYMBOL_DASHES if symbool.gestreept else ())
        self._form(symbool.vorm, symbool.vak)
        if symbool.centraal:
            self._form(symbool.vorm, symbool.vak.grown(-_INNER, -_INNER))
        self._stroke("tekst", 1.25)
        for one, other in cross(symbool) if symbool.overleden else ():
            painter.drawLine(QPointF(*one), QPointF(*other))
        midden = symbool.vak.midden
        low = 9 if symbool.vorm is Vorm.DRIEHOEK else 5
        self._words(symbool.teken, Punt(midden.x, midden.y + low), _font(14, bold=True), "tekst")
        if symbool.geheim_adres:
            self._pin(Punt(symbool.vak.right + 8, symbool.vak.top + 6))
        for regel in symbool.regels:
            if regel.laag in self._lagen:
                font = _font(13 if regel.vet else 12, bold=regel.vet)
                self._words(regel.tekst, regel.plaats, font, "tekst" if regel.vet else "stil")

    def _outline(self, omtrek: Omtrek) -> None:
        self._stroke("stil", 1.25, OUTLINE_DASHES)
        self._painter.setBrush(palette.colour("zacht"))
        path = QPainterPath()
        for rand in omtrek.randen:
            for number, (begin, corner, end) in enumerate(rounded(rand)):
                (path.lineTo if number else path.moveTo)(QPointF(*begin))
                path.quadTo(QPointF(*corner), QPointF(*end))
            path.closeSubpath()
        self._painter.drawPath(path)

    def _form(self, vorm: Vorm, vak: Vak) -> None:
        if vorm is Vorm.CIRKEL:
            self._painter.drawEllipse(_rect(vak))
            return
        x, y = vak.midden
        corners = {
            Vorm.VIERKANT: ((vak.left, vak.top), (vak.right, vak.top), vak[2:],
                            (vak.left, vak.bottom)),
            Vorm.DRIEHOEK: ((x, vak.top), vak[2:], (vak.left, vak.bottom)),
            Vorm.RUIT: ((x, vak.top), (vak.right, y), (x, vak.bottom), (vak.left, y)),
        }[vorm]  # fmt: skip
        self._painter.drawPolygon(_polygon(Punt(*corner) for corner in corners))

    def _pin(self, place: Punt) -> None:
        """Paint a pin with a line through it: the address is secret."""
        x, y = place
        self._stroke("let-op", 1.5)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(QPointF(x, y - 2), 5, 5)
        point = (Punt(x - 4.4, y), Punt(x, y + 8), Punt(x + 4.4, y))
        self._painter.drawPolyline(_polygon(point))
        self._painter.drawLine(QPointF(x - 7, y - 9), QPointF(x + 7, y + 7))

    def _tag(self, etiket: Etiket) -> None:
        self._painter.setBrush(palette.colour("vlak"))
        self._stroke("stil" if etiket.laag is Laag.HULP else "lijn", 1)
        self._painter.drawRoundedRect(_rect(etiket.vak), 4, 4)
        midden = etiket.vak.midden
        role = _ROLES.get(etiket.laag, "stil")
        self._words(etiket.tekst, Punt(midden.x, midden.y + 4), _font(12), role)

    def _words(self, words: str, place: Punt, font: QFont, role: str) -> None:
        if words:
            self._painter.setFont(font)
            self._painter.setPen(palette.colour(role))
            wide = self._painter.fontMetrics().horizontalAdvance(words)
            self._painter.drawText(QPointF(place.x - wide / 2, place.y), words)

    def _stroke(self, role: str, width: float, dashes: tuple[float, ...] = ()) -> None:
        pen = QPen(QColor(palette.colour(role)), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashes:
            pen.setDashPattern([part / width for part in dashes])
        self._painter.setPen(pen)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    """Give a font in the measure of the drawing; the painter scales it."""
    font = style.font(weight=600 if bold else 400)
    font.setPixelSize(pixels)
    return font


def _rect(vak: Vak) -> QRectF:
    return QRectF(vak.left, vak.top, vak.right - vak.left, vak.bottom - vak.top)


def _polygon(points: Iterable[Punt]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])
