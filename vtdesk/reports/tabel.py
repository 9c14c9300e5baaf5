"""Tables on paper: their head comes again on the next page, and no row is torn."""

from collections.abc import Sequence
from itertools import zip_longest
from math import sqrt

from reportlab.platypus import TableStyle

from vtdesk.reports.layout import CEL, CELKOP, GEWOON, LIJN, ZACHT
from vtdesk.reports.opmaak import Maat, Opmaak
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import cel, paragraph
from vtdesk.reports.tagged import PlainTable, TaggedParagraph
from vtdesk.values.tekst import Afspraakregel, Tabelrij

_AFSPRAKEN = ("Wie", "Wat", "Wanneer", "Als het niet lukt")
_AFSPRAKEN_SHARES = (0.18, 0.38, 0.19, 0.25)
_WIDEST = 160  # characters: what is longer takes more lines and no wider column
_NARROWEST = 9
_SHORT = 14  # characters: a cell of so few is best on one line

Rows = Sequence[Sequence[str]]


def afspraken(regels: list[Afspraakregel], parent: Element, opmaak: Opmaak) -> PlainTable:
    """Make the table of agreements."""
    rows = [(regel.wie, regel.wat, regel.wanneer, regel.anders) for regel in regels]
    return _table(_AFSPRAKEN, rows, _AFSPRAKEN_SHARES, parent, opmaak.maat)


def tabel(regels: list[Tabelrij], parent: Element, opmaak: Opmaak) -> PlainTable:
    """Make another table, with the heads of its part."""
    koppen = opmaak.onderdeel.kolommen
    width = max(len(koppen), *(len(regel.cellen) for regel in regels))
    heads = tuple(_padded(koppen, width))
    rows = [tuple(_padded(regel.cellen, width)) for regel in regels]
    return _table(heads, rows, _shares(heads, rows), parent, opmaak.maat)


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [cell for cell, _ in zip_longest(cells, range(width), fillvalue="")]


def _shares(heads: Sequence[str], rows: Rows) -> list[float]:
    """Divide the width: who says more gets more, and a short cell stays on one line."""
    weights = []
    for column in zip(heads, *rows, strict=True):
        longest = max(map(len, column))
        weights.append(
            float(max(longest, _NARROWEST))
            if longest <= _SHORT
            else _SHORT + sqrt(min(longest, _WIDEST) - _SHORT) * 2.5
        )
    return [weight / sum(weights) for weight in weights]


def _table(
    heads: Sequence[str], rows: Rows, shares: Sequence[float], parent: Element, maat: Maat
) -> PlainTable:
    table = parent.add("Table")
    cells = []
    if any(heads):
        head = table.add("THead").add("TR")
        cells.append([_head(words, head, maat) for words in heads])
    body = table.add("TBody")
    cells += [_row(row, body.add("TR"), maat, titled=not any(heads)) for row in rows]
    return PlainTable(
        cells, colWidths=[maat.tabel * share for share in shares], repeatRows=int(any(heads)),
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
        ("LEFTPADDING", (0, 0), (-1, -1), 6),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
)
_HEADED = TableStyle([*_PLAIN.getCommands(), ("BACKGROUND", (0, 0), (-1, 0), ZACHT)])
