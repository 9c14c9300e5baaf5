"""The timeline on paper: A4 landscape, a line of months above, then every point in order."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import groupby

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, TableStyle
from typing_extensions import override

from vtdesk.reports.archive import Colophon, archived
from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import (
    ACCENT,
    CEL,
    CELKOP,
    GEWOON,
    KLEIN,
    LIJN,
    STIL,
    TEKST,
    TITEL,
    VET,
    WAARDE,
    ZACHT,
    Page,
    Sheet,
)
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.tagged import Heading, PlainTable, TaggedCanvas, TaggedParagraph
from vtdesk.reports.verslag import one_at_a_time
from vtdesk.values.tijd import dag_met_naam, maand_en_jaar
from vtdesk.values.tijdlijn import TijdlijnBlad, Tijdlijnregel

_SHEET = Sheet(landscape(A4), left=46, right=46, top=46, bottom=44, foot=12)
_ROOM = _SHEET.room
_COLUMNS = (("Wanneer", 0.13), ("Soort", 0.11), ("Wat", 0.59), ("Wie", 0.17))
_MAAND = ParagraphStyle("maand", WAARDE, fontName=VET, fontSize=11, leading=15, spaceBefore=10,
                        spaceAfter=3)  # fmt: skip
_REGEL = ParagraphStyle("tijdlijn-cel", CEL, fontSize=9, leading=12.4)
_STILLE = ParagraphStyle("tijdlijn-stil", _REGEL, textColor=STIL)


def render_tijdlijn(blad: TijdlijnBlad) -> bytes:
    """Render to PDF/A-2a and PDF/UA-1; the same line always gives the same bytes."""
    with one_at_a_time:
        root, buffer = Element("Document"), BytesIO()
        foot = printable(f"{blad.nummer} · Tijdlijn · {blad.gemaakt}")
        Page(buffer, _SHEET, [foot]).render(list(_story(blad, root)))
        title = printable(f"Tijdlijn {blad.nummer}")
        return archived(buffer.getvalue(), root, Colophon(title=title))


class _Table(PlainTable):
    """A table on a page that lies on its side."""

    page_room = _SHEET.depth - 60


class _Heading(Heading):
    """A month, which never stands alone at the foot of a page that lies on its side."""

    page_room = _Table.page_room


def _story(blad: TijdlijnBlad, root: Element) -> Iterator[Flowable]:
    above = " · ".join(filter(None, (blad.organisatie, blad.nummer)))
    yield paragraph(KLEIN, root.add("P"), above)
    yield paragraph(TITEL, root.add("H1"), f"Tijdlijn {blad.naam}")
    yield paragraph(KLEIN, root.add("P"), f"{blad.keuze} Gemaakt op {blad.gemaakt}.")
    if blad.weggelaten:
        yield paragraph(KLEIN, root.add("P"), _left_out(blad.weggelaten))
    yield Spacer(0, 6)
    if not blad.regels:
        yield paragraph(WAARDE, root.add("P"), "Bij deze keuze staat niets op de tijdlijn.")
        return
    yield _As(blad.regels, root)
    for (year, month), lines in groupby(blad.regels, key=lambda r: (r.dag.year, r.dag.month)):
        yield from _month(date(year, month, 1), list(lines), root)


def _left_out(number: int) -> str:
    lines = "1 regel staat" if number == 1 else f"{number} regels staan"
    return f"{lines} niet op papier: niet iedereen mag dat lezen."


def _month(month: date, lines: list[Tijdlijnregel], root: Element) -> Iterator[Flowable]:
    name = maand_en_jaar(month)
    made = paragraph(_MAAND, root.add("H2"), name[:1].upper() + name[1:])
    heading = _Heading(None, _MAAND, frags=made.frags)
    heading.element = made.element
    table = _table(lines, root)
    heading.following = table
    yield heading
    yield table


def _table(lines: list[Tijdlijnregel], root: Element) -> PlainTable:
    table = root.add("Table")
    head = table.add("THead").add("TR")
    body = table.add("TBody")
    rows = [[_head_cell(word, head) for word, _ in _COLUMNS]]
    rows += [list(_cells(line, body.add("TR"))) for line in lines]
    return _Table(
        rows, colWidths=[_ROOM * share for _, share in _COLUMNS], repeatRows=1, style=_STYLE,
        hAlign="LEFT",
    )  # fmt: skip


def _head_cell(word: str, row: Element) -> TaggedParagraph:
    cell = paragraph(CELKOP, row.add("TH", attribute=("Scope", "Column")), word)
    cell.repeats = True
    return cell


def _cells(line: Tijdlijnregel, row: Element) -> Iterator[TaggedParagraph]:
    when = " ".join(filter(None, (dag_met_naam(line.dag), line.tijd)))
    soort = f"{line.soort} {line.letter.value}" if line.letter else line.soort
    what = [Stuk(line.titel, VET)]
    if line.straks:
        what.insert(0, Stuk("Nog niet geweest: "))
    if line.tekst:
        what.append(Stuk(f"\n{line.tekst}", kleur=STIL))
    for style, words in ((_REGEL, when), (_STILLE, soort), (_REGEL, what), (_STILLE, line.wie)):
        yield paragraph(style, row.add("TD").add("P"), words or "\u2013")


class _As(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The whole line at one glance: a stroke per point, and the names of the years or months."""

    HEIGHT = 44.0

    def __init__(self, lines: tuple[Tijdlijnregel, ...], root: Element) -> None:
        super().__init__()
        days = [line.dag for line in lines]
        self._first, self._last = min(days), max(days)
        self._days = days
        self._figure = root.add("Figure")
        self._figure.alt = (
            f"Een lijn van {dag_met_naam(self._first)} {self._first.year} tot "
            f"{dag_met_naam(self._last)} {self._last.year} met {len(days)} streepjes. "
            "Alles wat erop staat, staat hieronder in woorden."
        )

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        return availWidth, self.HEIGHT

    @override
    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        middle = 24.0
        with canvas.marked(self._figure):
            canvas.setStrokeColor(STIL)
            canvas.setLineWidth(1.2)
            canvas.line(0, middle, _ROOM, middle)
            canvas.setStrokeColor(ACCENT)
            for day in self._days:
                x = self._x(day)
                canvas.line(x, middle - 6, x, middle + 6)
            canvas.setFillColor(TEKST)
            canvas.setFont(GEWOON, 8)
            canvas.drawString(0, 6, f"{dag_met_naam(self._first)} {self._first.year}")
            if self._last > self._first:
                end = f"{dag_met_naam(self._last)} {self._last.year}"
                canvas.drawRightString(_ROOM, 6, end)

    def _x(self, day: date) -> float:
        span = (self._last - self._first).days
        return float(_ROOM * (day - self._first).days / span) if span else float(_ROOM / 2)


_STYLE = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), GEWOON),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), ZACHT),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, LIJN),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
)
