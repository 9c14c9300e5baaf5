"""Pages that are read at a glance: headings with a table under each, and a foot of one's own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, TableStyle

from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import (
    CEL,
    CELKOP,
    GEWOON,
    GRIJS,
    KOP,
    LIJN,
    VET,
    ZACHT,
    Page,
    Sheet,
)
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.tagged import Heading, PlainTable, TaggedParagraph
from vtdesk.values.vervangblad import Bladdeel

_SHEET = Sheet(A4, left=46, right=46, top=40, bottom=52, foot=8)
SIZES = (9.0, 8.4, 7.8)  # points; the largest that keeps it on one page
_LABELLED = (0.22, 0.78)


@dataclass(frozen=True, slots=True)
class Maat:
    """The styles of one size of letter."""

    size: float

    def cel(self) -> ParagraphStyle:
        """Give the style of a cell."""
        return ParagraphStyle("vervang-cel", CEL, fontSize=self.size, leading=self.size * 1.32)

    def celkop(self) -> ParagraphStyle:
        """Give that of the head of a column."""
        return ParagraphStyle(
            "vervang-celkop", CELKOP, fontSize=self.size - 0.6, leading=self.size * 1.25
        )

    def kop(self) -> ParagraphStyle:
        """Give that of a heading."""
        return ParagraphStyle(
            "vervang-kop", KOP, fontSize=self.size + 1.6, leading=self.size + 5, leftIndent=0,
            spaceBefore=self.size, spaceAfter=2,
        )  # fmt: skip

    def stil(self) -> ParagraphStyle:
        """Give that of what is not there."""
        return ParagraphStyle(
            "vervang-stil", GRIJS, fontSize=self.size, leading=self.size * 1.4, leftIndent=0,
            spaceAfter=0,
        )  # fmt: skip

    def tabel(self) -> TableStyle:
        """Give the lines of a table."""
        air = self.size * 0.26
        return TableStyle([*_LINES, ("TOPPADDING", (0, 0), (-1, -1), air - 0.6),
                           ("BOTTOMPADDING", (0, 0), (-1, -1), air)])  # fmt: skip


def narrow(buffer: BytesIO, foot: Sequence[str]) -> Page:
    """Give A4 with narrow margins, and at the foot what it is."""
    return Page(buffer, _SHEET, [printable(words) for words in foot])


def part(deel: Bladdeel, root: Element, maat: Maat) -> Iterator[Flowable]:
    """Give a heading with its table; nothing when there is nothing to say."""
    if not deel.rijen and not deel.leeg:
        return
    made = paragraph(maat.kop(), root.add("H2"), deel.kop)
    heading = Heading(None, made.style, frags=made.frags)
    heading.element = made.element
    below = (
        _table(deel, root, maat) if deel.rijen else paragraph(maat.stil(), root.add("P"), deel.leeg)
    )
    heading.following = below
    yield heading
    yield below


def _table(deel: Bladdeel, root: Element, maat: Maat) -> PlainTable:
    table = root.add("Table")
    rows: list[list[TaggedParagraph]] = []
    if deel.kolommen:
        head = table.add("THead").add("TR")
        rows.append([_column_head(words, head, maat) for words in deel.kolommen])
    body = table.add("TBody")
    rows += [_row(cells, body.add("TR"), maat) for cells in deel.rijen]
    shares = deel.breedtes or _LABELLED
    made = PlainTable(
        rows, colWidths=[_SHEET.room * share for share in shares],
        repeatRows=1 if deel.kolommen else 0, style=maat.tabel(), hAlign="LEFT",
    )  # fmt: skip
    if deel.kolommen:
        made.setStyle(_HEAD)
    return made


def _column_head(words: str, row: Element, maat: Maat) -> TaggedParagraph:
    cell = paragraph(maat.celkop(), row.add("TH", attribute=("Scope", "Column")), words)
    cell.repeats = True
    return cell


def _row(cells: tuple[str, ...], row: Element, maat: Maat) -> list[TaggedParagraph]:
    """The first cell says what the row is about."""
    first = paragraph(
        maat.cel(), row.add("TH", attribute=("Scope", "Row")), [Stuk(cells[0] or "–", VET)]
    )
    return [
        first,
        *(paragraph(maat.cel(), row.add("TD").add("P"), words or "–") for words in cells[1:]),
    ]


_LINES = (
    ("FONTNAME", (0, 0), (-1, -1), GEWOON),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, LIJN),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
)
_HEAD = TableStyle([("BACKGROUND", (0, 0), (-1, 0), ZACHT)])
