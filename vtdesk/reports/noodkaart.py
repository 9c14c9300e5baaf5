"""The emergency card on paper: one page of A6, made like all our paper."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A6
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, TableStyle

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.layout import (
    GEWOON,
    KLEIN,
    LIJN,
    STIL,
    TEKST,
    VET,
    WAARDE,
    WIT,
    Page,
    Sheet,
)
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.tagged import PlainTable
from vtdesk.reports.verslag import one_at_a_time
from vtdesk.values.noodkaart import Noodkaart, Noodnummer

EDGE = 20.0
# Without letterhead and number: who finds the card learns nothing of a casus.
_SHEET = Sheet(A6, EDGE, EDGE, EDGE, EDGE)
WIDTH = _SHEET.room

_TITEL = ParagraphStyle("kaart-titel", WAARDE, fontName=VET, fontSize=12, leading=15, spaceAfter=5)
_BEL = ParagraphStyle("kaart-bel", WAARDE, fontName=VET, fontSize=26, leading=30, textColor=WIT)
_BIJ = ParagraphStyle("kaart-bij", WAARDE, fontSize=9.5, leading=13, textColor=WIT)
_KOP = ParagraphStyle("kaart-kop", KLEIN, fontName=VET, spaceBefore=8, spaceAfter=1)
_REGEL = ParagraphStyle("kaart-regel", WAARDE, fontSize=10, leading=13.5)
_NUMMER = ParagraphStyle("kaart-nummer", _REGEL, fontName=VET, alignment=TA_RIGHT)
_WOORD = ParagraphStyle("kaart-woord", WAARDE, fontName=VET, fontSize=12, leading=15)
_VOET = ParagraphStyle("kaart-voet", KLEIN, fontSize=7.5, leading=10, spaceBefore=8)


def render_noodkaart(kaart: Noodkaart) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same card always gives the same bytes."""
    with one_at_a_time:
        root = Element("Document")
        buffer = BytesIO()
        Page(buffer, _SHEET).render(list(_story(kaart, root)))
        return archived(buffer.getvalue(), root, Colophon(title="Noodkaart"))


def _story(kaart: Noodkaart, root: Element) -> Iterator[Flowable]:
    yield paragraph(_TITEL, root.add("H1"), f"Noodkaart voor {kaart.voor}")
    yield _alarm(root)
    if kaart.politie:
        yield paragraph(_KOP, root.add("H2"), "Dit kunt u zeggen")
        for zin in kaart.politie:
            yield paragraph(_REGEL, root.add("P"), f"“{zin}”")
    if kaart.nummers:
        yield paragraph(_KOP, root.add("H2"), "U kunt ook bellen")
        yield _numbers(kaart.nummers, root)
    if kaart.codewoord:
        yield paragraph(_KOP, root.add("H2"), "Codewoord")
        yield paragraph(_WOORD, root.add("P"), kaart.codewoord)
        yield paragraph(
            KLEIN, root.add("P"), "Zegt u dit woord, dan weet de ander dat u hulp nodig hebt."
        )
    yield paragraph(_VOET, root.add("P"), f"Gemaakt op {kaart.datum}.")


def _alarm(root: Element) -> PlainTable:
    """Let 112 be what the eye finds first."""
    cell = [
        paragraph(_BEL, root.add("P"), "Bel 112"),
        paragraph(_BIJ, root.add("P"), "als u in gevaar bent, of bang bent dat het misgaat."),
    ]
    return PlainTable([[cell]], colWidths=[WIDTH], style=_ALARM)


def _numbers(nummers: tuple[Noodnummer, ...], root: Element) -> PlainTable:
    body = root.add("Table").add("TBody")
    rows = []
    for nummer in nummers:
        row = body.add("TR")
        naam = [Stuk(nummer.naam)]
        if nummer.wie:
            naam.append(Stuk(f", {nummer.wie}", kleur=STIL))
        head = paragraph(_REGEL, row.add("TH", attribute=("Scope", "Row")), naam)
        rows.append([head, paragraph(_NUMMER, row.add("TD").add("P"), nummer.telefoon)])
    return PlainTable(rows, colWidths=[WIDTH * 0.62, WIDTH * 0.38], style=_NUMBERS)


_ALARM = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), GEWOON),
        ("BACKGROUND", (0, 0), (-1, -1), TEKST),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
    ]
)
_NUMBERS = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), GEWOON),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, LIJN),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)
