"""The end of the paper: who made it and when, and how to read it."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, TableStyle

from vtdesk.reports.glyphs import MISSING, missing_characters
from vtdesk.reports.kop import moment
from vtdesk.reports.layout import GEWOON, KLEIN, LIJN, TEXT_WIDTH, UITLEG, VET, WAARDE
from vtdesk.reports.letters import MEANINGS, WORDS, box_marker, used_letters
from vtdesk.reports.tagged import Element, PlainTable, Together
from vtdesk.reports.tekst import Stuk, paragraph
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Letter


def closing(document: VerslagDocument, parent: Element) -> Flowable:
    """Lay out what ends the paper: who made it and when, and how to read it."""
    signature = _signature(document, parent)
    notes = list(_notes(document, parent))
    if not notes:
        return signature
    column = PlainTable([[notes]], colWidths=[TEXT_WIDTH], spaceBefore=14, style=_WHOLE_LINE)
    return Together(signature, column)


def _signature(document: VerslagDocument, parent: Element) -> Flowable:
    kop = document.kop
    datum = moment(document).removeprefix(" op ") or "nog niet vastgesteld"
    left = [
        paragraph(KLEIN, parent.add("P"), "Opgesteld door"),
        paragraph(WAARDE, parent.add("P"), [Stuk(kop.auteur, VET)]),
        paragraph(KLEIN, parent.add("P"), ", ".join(filter(None, (kop.functie, kop.organisatie)))),
    ]
    right = [
        paragraph(KLEIN, parent.add("P"), "Vastgesteld"),
        paragraph(WAARDE, parent.add("P"), datum),
    ]
    return PlainTable(
        [[left, right]], colWidths=[TEXT_WIDTH * 0.52, TEXT_WIDTH * 0.48], spaceBefore=20,
        style=_BLOCK,
    )  # fmt: skip


def _notes(document: VerslagDocument, parent: Element) -> Iterator[Flowable]:
    """Explain what the reader may not know."""
    if letters := used_letters(document):
        yield paragraph(UITLEG, parent.add("P"), [Stuk("Wat de letters betekenen", VET)])
        yield _legend(letters, parent.add("L"))
    if missing_characters(document):
        zin = (
            f"{MISSING} staat voor een teken dat niet gedrukt kan worden. Het staat wel in vtdesk."
        )
        yield paragraph(UITLEG, parent.add("P"), zin)


def _legend(letters: list[Letter], parent: Element) -> Flowable:
    """Lay out the letters in two columns, read from top to bottom."""
    lines = [_meaning(letter, parent.add("LI")) for letter in letters]
    half = (len(lines) + 1) // 2
    return PlainTable(
        [[lines[:half], lines[half:]]], colWidths=[TEXT_WIDTH / 2] * 2,
        style=_COLUMNS,
    )  # fmt: skip


def _meaning(letter: Letter, item: Element) -> Flowable:
    label = item.add("Lbl")
    stukken = [Stuk(f"{WORDS[letter].capitalize()}: ", VET), Stuk(f"{MEANINGS[letter]}.")]
    line = paragraph(UITLEG, item.add("LBody").add("P"), stukken)
    line.marker = box_marker(letter, label, font_size=UITLEG.fontSize)
    return line


_BLOCK = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), GEWOON),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEABOVE", (0, 0), (-1, 0), 0.75, LIJN),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
)
_COLUMNS = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), GEWOON),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
)
_WHOLE_LINE = TableStyle([*_BLOCK.getCommands(), ("RIGHTPADDING", (0, 0), (-1, -1), 0)])
