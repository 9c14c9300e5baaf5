"""The same paper by reportlab alone: no tags, no archive; the floor that speed is compared with."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table
from typing_extensions import override

from vtdesk.reports.layout import CURSIEF, GEWOON, LIJN, VET, VET_CURSIEF, fonts
from vtdesk.values.document import VerslagDocument
from vtdesk.values.tekst import Afspraakregel, Blok, Lijstpunt, Run, Sectie, Uitspraakregel

TEXT = ParagraphStyle(
    "text", fontName=GEWOON, bulletFontName=GEWOON, fontSize=10, leading=14.8, spaceAfter=5,
    leftIndent=23,
)  # fmt: skip
SMALL = ParagraphStyle("small", TEXT, fontSize=8.5, leading=12, spaceAfter=7)
CELL = ParagraphStyle("cell", TEXT, fontSize=9.5, leading=13.5, leftIndent=0, spaceAfter=0)
HEADING = ParagraphStyle("heading", TEXT, fontName=VET, fontSize=11.5, leading=16, keepWithNext=1)
LINES = [("LINEBELOW", (0, 0), (-1, -1), 0.6, LIJN), ("FONTNAME", (0, 0), (-1, -1), GEWOON)]


def render_bare(document: VerslagDocument) -> bytes:
    """Render the words of a verslag with head, tables, letters and foot."""
    fonts()
    for bold, italic, font in ((0, 0, GEWOON), (1, 0, VET), (0, 1, CURSIEF), (1, 1, VET_CURSIEF)):
        addMapping(GEWOON, bold, italic, font)
    buffer = BytesIO()
    template = SimpleDocTemplate(
        buffer, pagesize=A4, invariant=1, leftMargin=71, rightMargin=65, topMargin=92,
        bottomMargin=84, initialFontName=GEWOON,
    )  # fmt: skip
    template.build([*_head(document), *_body(document), *_end(document)], canvasmaker=_Numbered)
    return buffer.getvalue()


class _Numbered(Canvas):
    """Writes `bladzijde x van y`, as the manual of reportlab does it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._held: list[dict[str, Any]] = []

    @override
    def showPage(self) -> None:
        self._held.append(dict(self.__dict__))
        self._startPage()

    @override
    def save(self) -> None:
        for number, state in enumerate(self._held, start=1):
            self.__dict__.update(state)
            self.setFont(GEWOON, 8)
            self.drawString(71, 45, "VT-DEMO-0141 · Vastgesteld, versie 1")
            self.drawRightString(530, 45, f"bladzijde {number} van {len(self._held)}")
            self.drawString(71, 780, "Veilig Thuis Voorbeeldhaven")
            super().showPage()
        super().save()


def _head(document: VerslagDocument) -> Iterator[Flowable]:
    kop = document.kop
    yield Paragraph(escape(kop.soort), HEADING)
    rows = [
        ("Datum en tijd", f"{kop.datum}, {kop.tijd}"),
        ("Plaats", kop.plaats),
        ("Auteur", f"{kop.auteur}, {kop.functie}"),
        *((w.aanwezigheid, f"{w.naam}, {w.hoedanigheid}, {w.gezag}") for w in kop.aanwezigen),
        ("Tolk", kop.tolk),
        ("Opname", kop.opname),
    ]
    cells = [[Paragraph(escape(cell), CELL) for cell in row] for row in rows]
    yield Table(cells, colWidths=[104, 355], style=LINES)


def _body(document: VerslagDocument) -> Iterator[Flowable]:
    for onderdeel, sectie in zip(document.onderdelen, document.tekst.secties, strict=True):
        yield Paragraph(escape(onderdeel.kop), HEADING, bulletText=str(onderdeel.nummer))
        yield from _blokken(sectie)


def _blokken(sectie: Sectie) -> Iterator[Flowable]:
    if sectie.nvt:
        yield Paragraph(escape(f"Niet van toepassing, want {sectie.nvt}."), TEXT)
    rows = [["Wie", "Wat", "Wanneer", "Als het niet lukt"]]
    for blok in sectie.blokken:
        if isinstance(blok, Afspraakregel):
            rows.append([blok.wie, blok.wat, blok.wanneer, blok.anders])
        else:
            yield from _alineas(blok)
    if len(rows) > 1:
        cells = [[Paragraph(escape(cell), CELL) for cell in row] for row in rows]
        yield Table(cells, colWidths=[78, 164, 82, 108], repeatRows=1, style=LINES)


def _alineas(blok: Blok) -> Iterator[Flowable]:
    assert not isinstance(blok, Afspraakregel)
    text = "".join(map(_markup, blok.runs))
    if isinstance(blok, Uitspraakregel):
        yield Paragraph(text, TEXT, bulletText=blok.letter.value)
        source = (blok.bron.naam, blok.bron.hoedanigheid, str(blok.informatiedatum))
        yield Paragraph(escape(" · ".join(source)), SMALL)
    elif isinstance(blok, Lijstpunt):
        yield Paragraph(text, TEXT, bulletText="•")
    else:
        yield Paragraph(text, TEXT)


def _markup(run: Run) -> str:
    text = escape(run.tekst)
    text = f"<b>{text}</b>" if run.vet else text
    return f"<i>{text}</i>" if run.cursief else text


def _end(document: VerslagDocument) -> Iterator[Flowable]:
    kop = document.kop
    yield Paragraph(escape(f"{kop.auteur}, {kop.functie}, {kop.organisatie}"), TEXT)
    yield Paragraph("Wat de letters betekenen", SMALL)
    for word in ("feit", "verklaring", "mening", "duiding", "hypothese"):
        yield Paragraph(word, SMALL, bulletText=word[0].upper())
