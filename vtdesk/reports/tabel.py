"""Tables on paper: their head comes again on the next page, and no row is torn."""

from collections.abc import Sequence
from math import sqrt

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import TableStyle

from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import CEL, CELKOP, GEWOON, LIJN, ZACHT
from vtdesk.reports.opmaak import Maat, Opmaak
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import cel, paragraph
from vtdesk.reports.tagged import PlainTable, TaggedParagraph
from vtdesk.values.tekst import Afspraakregel, Tabelrij

_AFSPRAKEN = ("Wie", "Wat", "Wanneer", "Als het niet lukt")
_AFSPRAKEN_WEIGHTS = (0.18, 0.38, 0.19, 0.25)
_WIDEST = 160  # characters: what is longer takes more lines and no wider column
_NARROWEST = 9
_SHORT = 14  # characters: a cell of so few is best on one line

_PADDING = 6.0
_WORD_ROOM = 130.0  # points
_LEAST = 2 * _PADDING + 10
_MOST_COLUMNS = 12
_LONGEST_HEAD = 60  # characters: it comes again on each page, and a page must hold more

Rows = Sequence[Sequence[str]]


def afspraken(regels: list[Afspraakregel], parent: Element, opmaak: Opmaak) -> PlainTable:
    """Make the table of agreements."""
    rows = [(regel.wie, regel.wat, regel.wanneer, regel.anders) for regel in regels]
    return _table(_AFSPRAKEN, rows, _AFSPRAKEN_WEIGHTS, parent, opmaak.maat)


def tabel(regels: list[Tabelrij], parent: Element, opmaak: Opmaak) -> PlainTable:
    """Make another table, with the heads of its part."""
    koppen = opmaak.onderdeel.kolommen
    width = min(_MOST_COLUMNS, max(len(koppen), *(len(regel.cellen) for regel in regels)))
    heads = tuple(head[:_LONGEST_HEAD] for head in _padded(koppen, width))
    rows = [tuple(_padded(regel.cellen, width)) for regel in regels]
    return _table(heads, rows, _weights(heads, rows), parent, opmaak.maat)


def _padded(cells: Sequence[str], width: int) -> list[str]:
    """Give a row all its columns; what stands in more than there can be stays in the last."""
    kept = [*cells[: width - 1], " ".join(cells[width - 1 :])]
    return kept + [""] * (width - len(kept))


def _weights(heads: Sequence[str], rows: Rows) -> list[float]:
    """Weigh the columns: who says more gets more, and a short cell stays on one line."""
    longest = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    return [
        float(max(length, _NARROWEST))
        if length <= _SHORT
        else _SHORT + sqrt(min(length, _WIDEST) - _SHORT) * 2.5
        for length in longest
    ]


def _widths(heads: Sequence[str], rows: Rows, weights: Sequence[float], maat: Maat) -> list[float]:
    """Divide the width by weight, and tear no word while there is room for it."""
    cel, kop = maat.stijl(CEL), maat.stijl(CELKOP)
    least = [
        2 * _PADDING + 0.5 + max(_widest(head, kop), *(_widest(words, cel) for words in column))
        for head, *column in zip(heads, *rows, strict=True)
    ]
    room = maat.tabel - sum(least)
    if room <= 0:  # then words are torn, and no column is too narrow for a letter
        share = (maat.tabel - len(least) * _LEAST) / sum(least)
        return [_LEAST + width * share for width in least]
    wanted = [maat.tabel * weight / sum(weights) for weight in weights]
    more = [max(0.0, want - width) for want, width in zip(wanted, least, strict=True)]
    share = room / (sum(more) or 1)
    return [width + part * share for width, part in zip(least, more, strict=True)]


def _widest(words: str, style: ParagraphStyle) -> float:
    """Measure the widest word; what is no word but a whole line long may be torn."""
    found = (stringWidth(word, style.fontName, style.fontSize) for word in printable(words).split())
    return min(max(found, default=0.0), _WORD_ROOM)


def _table(
    heads: Sequence[str], rows: Rows, weights: Sequence[float], parent: Element, maat: Maat
) -> PlainTable:
    table = parent.add("Table")
    cells = []
    if any(heads):
        head = table.add("THead").add("TR")
        cells.append([_head(words, head, maat) for words in heads])
    body = table.add("TBody")
    cells += [_row(row, body.add("TR"), maat, titled=not any(heads)) for row in rows]
    return PlainTable(
        cells, colWidths=_widths(heads, rows, weights, maat), repeatRows=int(any(heads)),
        hAlign="RIGHT", spaceBefore=2, spaceAfter=8, style=_HEADED if any(heads) else _PLAIN,
    )  # fmt: skip


def _head(words: str, row: Element, maat: Maat) -> TaggedParagraph:
    cell = paragraph(maat.stijl(CELKOP), row.add("TH", attribute=("Scope", "Column")), words or "–")
    cell.repeats = True
    return cell


def _row(cells: Sequence[str], row: Element, maat: Maat, *, titled: bool) -> list[TaggedParagraph]:
    """Lay out a row; in a table without heads the first cell says what the row is about."""
    style = maat.stijl(CEL)
    made = []
    for place, words in enumerate(cells):
        heads = titled and not place
        element = row.add("TH", attribute=("Scope", "Row")) if heads else row.add("TD").add("P")
        made.append(paragraph(style, element, cel(words)))
    return made


_PLAIN = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), GEWOON),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, LIJN),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
)
_HEADED = TableStyle([*_PLAIN.getCommands(), ("BACKGROUND", (0, 0), (-1, 0), ZACHT)])
