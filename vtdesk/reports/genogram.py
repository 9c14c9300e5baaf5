"""A genogram on one sheet of archive paper, and in words for whoever cannot see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.genogram_pen import GenogramPen
from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import GEWOON, STIL, TEKST, VET, fonts
from vtdesk.reports.structure import Element
from vtdesk.reports.tagged import TaggedCanvas
from vtdesk.reports.verslag import one_at_a_time
from vtdesk.values.genogram.tekening import Laag, Lijnsoort, Symbool, Tekening, Vorm
from vtdesk.values.tijd import volle_dag

_WIDTH, _HEIGHT = landscape(A4)
_SIDE, _TOP, _BOTTOM = 40.0, 84.0, 64.0
_LARGEST = 1.0  # pt per px: small families are drawn larger than on screen, but not huge
_SHAPES = {
    Vorm.VIERKANT: "vierkant: man", Vorm.CIRKEL: "rondje: vrouw",
    Vorm.DRIEHOEK: "driehoek: ongeboren", Vorm.RUIT: "ruit: geslacht niet bekend",
}  # fmt: skip
_LINES = {
    Lijnsoort.GESTREEPT: "streepjes: niet bekend",
    Lijnsoort.GESTIPPELD: "stippels: pleeg of netwerk",
    Lijnsoort.ZIGZAG: "zigzag met pijl: geweld, van wie naar wie",
    Lijnsoort.DUBBEL: "dubbele lijn: steun",
    Lijnsoort.HULPLIJN: "fijne stippels: hulp",
    Lijnsoort.STREEPJE: "schuin streepje: uit elkaar, twee: gescheiden",
}


@dataclass(frozen=True, slots=True)
class GenogramBlad:
    """All that one sheet says: the drawing, its heading, and the same in sentences."""

    organisatie: str
    dossiernummer: str
    titel: str
    tekening: Tekening
    zinnen: tuple[str, ...]
    peildatum: date | None = None
    lagen: frozenset[Laag] = frozenset(Laag)


def render_genogram(blad: GenogramBlad) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same drawing always gives the same bytes."""
    with one_at_a_time:
        fonts()
        root, buffer = Element("Document"), BytesIO()
        canvas = TaggedCanvas(
            buffer, pagesize=(_WIDTH, _HEIGHT), invariant=1, pageCompression=0, lang="nl-NL",
            initialFontName=GEWOON, initialFontSize=10, foot=_no_foot,
        )  # fmt: skip
        _draw_heading(canvas, root, blad)
        _draw_figure(canvas, root, blad)
        _draw_legend(canvas, root, blad)
        canvas.showPage()
        canvas.save()
        title = printable(f"Genogram {blad.dossiernummer}")  # what a list of files shows
        return archived(buffer.getvalue(), root, Colophon(title=title))


def _no_foot(canvas: TaggedCanvas, number: int, total: int) -> None:
    """One sheet needs no page number."""


def _draw_heading(canvas: TaggedCanvas, root: Element, blad: GenogramBlad) -> None:
    day = f"Situatie op {volle_dag(blad.peildatum)}" if blad.peildatum else ""
    canvas.setFillColor(STIL)
    canvas.setFont(GEWOON, 9)
    above = (blad.organisatie, canvas.drawString, _SIDE), (
        blad.dossiernummer, canvas.drawRightString, _WIDTH - _SIDE,
    )  # fmt: skip
    for text, draw, x in above:
        with canvas.marked(root.add("P")):
            draw(x, _HEIGHT - 30, _fitted(text, GEWOON, 9, _WIDTH * 0.45))
    canvas.setFillColor(TEKST)
    canvas.setFont(VET, 15)
    with canvas.marked(root.add("H1")):
        canvas.drawString(_SIDE, _HEIGHT - 54, _fitted(blad.titel, VET, 15, _WIDTH - 2 * _SIDE))
    if day:
        canvas.setFillColor(STIL)
        canvas.setFont(GEWOON, 10)
        with canvas.marked(root.add("P")):
            canvas.drawString(_SIDE, _HEIGHT - 70, day)


def _draw_figure(canvas: TaggedCanvas, root: Element, blad: GenogramBlad) -> None:
    tekening = blad.tekening
    figure = root.add("Figure")
    figure.alt = printable(" ".join(blad.zinnen)) or "Een leeg genogram."
    room = (_WIDTH - 2 * _SIDE, _HEIGHT - _TOP - _BOTTOM)
    width, height = max(tekening.breedte, 1.0), max(tekening.hoogte, 1.0)
    scale = min(room[0] / width, room[1] / height, _LARGEST)
    left = (_WIDTH - width * scale) / 2
    top = _HEIGHT - _TOP - (room[1] - height * scale) / 2
    canvas.saveState()
    canvas.translate(left, top)
    canvas.scale(scale, scale)
    with canvas.marked(figure):
        GenogramPen(canvas, blad.lagen).draw(tekening)
    canvas.restoreState()


def _draw_legend(canvas: TaggedCanvas, root: Element, blad: GenogramBlad) -> None:
    """Explain the forms that this drawing uses, in words that need no colour."""
    canvas.setFillColor(STIL)
    canvas.setFont(GEWOON, 8.5)
    for number, row in enumerate(_rows(" · ".join(_explained(blad)))):
        with canvas.marked(root.add("P")):
            canvas.drawString(_SIDE, _BOTTOM - 16 - number * 12, row)


def _explained(blad: GenogramBlad) -> Iterator[str]:
    tekening = blad.tekening
    shapes = {symbool.vorm for symbool in tekening.symbolen}
    yield from (word for vorm, word in _SHAPES.items() if vorm in shapes)
    yield from (word for seen, word in _marks(tekening.symbolen) if seen)
    shown = {
        lijn.soort for lijn in tekening.lijnen if lijn.laag is Laag.GEZIN or lijn.laag in blad.lagen
    }
    yield from (word for soort, word in _LINES.items() if soort in shown)
    if tekening.omtrekken and Laag.WOONT_BIJ in blad.lagen:
        yield "lijn om mensen heen: één huis"


def _marks(symbolen: tuple[Symbool, ...]) -> Iterator[tuple[bool, str]]:
    yield any(s.gestreept for s in symbolen), "rand van streepjes: niet bekend of niet betrokken"
    yield any(s.centraal for s in symbolen), "dubbele rand: om dit kind gaat het"
    yield any(s.overleden for s in symbolen), "kruis: overleden"
    yield any(s.geheim_adres for s in symbolen), "speld met streep: adres geheim"


def _rows(text: str) -> list[str]:
    rows, room = [""], _WIDTH - 2 * _SIDE
    for word in printable(text).split(" "):
        longer = f"{rows[-1]} {word}".strip()
        if stringWidth(longer, GEWOON, 8.5) <= room:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _fitted(text: str, font: str, size: float, room: float) -> str:
    """Cut what is too long for its place."""
    text = printable(text)
    if stringWidth(text, font, size) <= room:
        return text
    while text and stringWidth(f"{text}…", font, size) > room:
        text = text[:-1]
    return f"{text}…"
