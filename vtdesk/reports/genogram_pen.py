"""Draws a genogram on a PDF canvas whose origin is the top left of the drawing, in px."""

from collections.abc import Collection, Iterable

from reportlab.lib.colors import Color, HexColor

from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import GEWOON, LET_OP, LIJN, STIL, TEKST, VET, WIT
from vtdesk.reports.tagged import TaggedCanvas
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

GEVAAR, GOED, ZACHT = HexColor("#B42318"), HexColor("#2E6B27"), HexColor("#F7F9FA")
_COLOURS = {Laag.GEWELD: GEVAAR, Laag.STEUN: GOED, Laag.HULP: STIL}
_INNER = 4.0  # between the two edges of a child that it is about
_CURVE = 2 / 3  # a quadratic curve as a cubic one


class GenogramPen:
    """Paints shapes, lines and words; colours are those of the light theme."""

    def __init__(self, canvas: TaggedCanvas, lagen: Collection[Laag]) -> None:
        self._canvas = canvas
        self._lagen = {*lagen, Laag.GEZIN}

    def draw(self, tekening: Tekening) -> None:
        """Paint from the ground up, in the order in which a reader goes."""
        if Laag.WOONT_BIJ in self._lagen:
            for omtrek in tekening.omtrekken:
                self._outline(omtrek)
        for lijn in tekening.lijnen:
            if lijn.laag in self._lagen:
                self._line(lijn)
        for symbool in tekening.symbolen:
            self._symbol(symbool)
        for etiket in tekening.etiketten:
            if etiket.laag in self._lagen:
                self._tag(etiket)

    def _outline(self, omtrek: Omtrek) -> None:
        self._stroke(STIL, 1.25, OUTLINE_DASHES)
        self._canvas.setFillColor(ZACHT)
        path = self._canvas.beginPath()
        for rand in omtrek.randen:
            for number, (begin, corner, end) in enumerate(rounded(rand)):
                (path.lineTo if number else path.moveTo)(begin.x, -begin.y)
                one, two = _toward(begin, corner), _toward(end, corner)
                path.curveTo(one.x, -one.y, two.x, -two.y, end.x, -end.y)
            path.close()
        self._canvas.drawPath(path, stroke=1, fill=1)

    def _line(self, lijn: Lijn) -> None:
        colour = _COLOURS.get(lijn.laag, TEKST)
        self._stroke(colour, 1.5, DASHES.get(lijn.soort, ()))
        for points in strokes(lijn):
            self._path(points)
        if lijn.pijl:
            self._stroke(colour, 0.5, ())
            self._canvas.setFillColor(colour)
            self._path(arrow(lijn.punten), closed=True)

    def _symbol(self, symbool: Symbool) -> None:
        self._canvas.setFillColor(WIT)
        self._stroke(TEKST, 1.75, SYMBOL_DASHES if symbool.gestreept else ())
        self._form(symbool.vorm, symbool.vak)
        if symbool.centraal:
            self._form(symbool.vorm, symbool.vak.grown(-_INNER, -_INNER))
        self._stroke(TEKST, 1.25, ())
        for pair in cross(symbool) if symbool.overleden else ():
            self._path(pair)
        midden = symbool.vak.midden
        low = 9 if symbool.vorm is Vorm.DRIEHOEK else 5
        self._words(symbool.teken, Punt(midden.x, midden.y + low), VET, 14, TEKST)
        if symbool.geheim_adres:
            self._pin(Punt(symbool.vak.right + 8, symbool.vak.top + 6))
        for regel in symbool.regels:
            if regel.laag in self._lagen:
                font, size, colour = (VET, 13, TEKST) if regel.vet else (GEWOON, 12, STIL)
                self._words(regel.tekst, regel.plaats, font, size, colour)

    def _form(self, vorm: Vorm, vak: Vak) -> None:
        x, y = vak.midden
        if vorm is Vorm.CIRKEL:
            self._canvas.circle(x, -y, (vak.right - vak.left) / 2, stroke=1, fill=1)
            return
        corners = {
            Vorm.VIERKANT: ((vak.left, vak.top), (vak.right, vak.top), vak[2:],
                            (vak.left, vak.bottom)),
            Vorm.DRIEHOEK: ((x, vak.top), vak[2:], (vak.left, vak.bottom)),
            Vorm.RUIT: ((x, vak.top), (vak.right, y), (x, vak.bottom), (vak.left, y)),
        }[vorm]  # fmt: skip
        self._path([Punt(*corner) for corner in corners], closed=True)

    def _pin(self, place: Punt) -> None:
        """A pin with a line through it: the address is secret."""
        x, y = place
        self._stroke(LET_OP, 1.5, ())
        self._canvas.circle(x, -(y - 2), 5, stroke=1, fill=0)
        self._path([Punt(x - 4.4, y), Punt(x, y + 8), Punt(x + 4.4, y)])
        self._path([Punt(x - 7, y - 9), Punt(x + 7, y + 7)])

    def _tag(self, etiket: Etiket) -> None:
        vak = etiket.vak
        self._canvas.setFillColor(WIT)
        self._stroke(STIL if etiket.laag is Laag.HULP else LIJN, 1, ())
        width, height = vak.right - vak.left, vak.bottom - vak.top
        self._canvas.roundRect(vak.left, -vak.bottom, width, height, 4, stroke=1, fill=1)
        colour = _COLOURS.get(etiket.laag, STIL)
        self._words(etiket.tekst, Punt(vak.midden.x, vak.midden.y + 4), GEWOON, 12, colour)

    def _words(self, text: str, place: Punt, font: str, size: float, colour: Color) -> None:
        if text:
            self._canvas.setFillColor(colour)
            self._canvas.setFont(font, size)
            self._canvas.drawCentredString(place.x, -place.y, printable(text))

    def _stroke(self, colour: Color, width: float, dashes: tuple[float, ...]) -> None:
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(width)
        self._canvas.setDash(list(dashes))

    def _path(self, points: Iterable[Punt], *, closed: bool = False) -> None:
        path = self._canvas.beginPath()
        for number, point in enumerate(points):
            (path.lineTo if number else path.moveTo)(point.x, -point.y)
        if closed:
            path.close()
        self._canvas.drawPath(path, stroke=1, fill=int(closed))


def _toward(start: Punt, end: Punt) -> Punt:
    return Punt(start.x + (end.x - start.x) * _CURVE, start.y + (end.y - start.y) * _CURVE)
