"""The end of the paper: who made it and when, and how to read it."""

from collections.abc import Iterator
from functools import reduce

from reportlab.platypus import Flowable, TableStyle

from vtdesk.reports.glyphs import MISSING, missing_characters
from vtdesk.reports.kop import moment
from vtdesk.reports.layout import GEWOON, KLEIN, LIJN, STIL, TEXT_WIDTH, UITLEG, VET, WAARDE
from vtdesk.reports.letters import MEANINGS, WORDS, box_marker, used_letters
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, paragraph
from vtdesk.reports.tagged import Heading, PlainTable, Together
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Letter

_ROOM_TO_SIGN = 38.0  # points of height


def close(story: list[Flowable], end: Flowable) -> list[Flowable]:
    """End a story, so that no page has its end without some of what comes before that."""
    *before, last = story
    made = Together(last, end)
    if before and isinstance(before[-1], Heading):
        before[-1].following = made
    return [*before, made]


def closing(document: VerslagDocument, parent: Element) -> Flowable:
    """Lay out what ends the paper: who made it and when, who signs, and how to read it."""
    pieces = [_maker(document, parent)]
    if document.tekenen:
        pieces.append(signatures(document.tekenen, parent))
    if notes := legend(document, parent):
        pieces.append(notes)
    return reduce(Together, pieces)


def legend(document: VerslagDocument, parent: Element) -> Flowable | None:
    """Explain what the reader may not know; None when nothing needs that."""
    notes = list(_notes(document, parent))
    if not notes:
        return None
    return PlainTable([[notes]], colWidths=[TEXT_WIDTH], spaceBefore=14, style=_WHOLE_LINE)


def _maker(document: VerslagDocument, parent: Element) -> Flowable:
    kop = document.kop
    datum = moment(document).removeprefix(" op ") or "nog niet vastgesteld"
    afdruk = f"vingerafdruk {document.vingerafdruk}" if document.vingerafdruk else ""
    left = [
        paragraph(KLEIN, parent.add("P"), "Opgesteld door"),
        paragraph(WAARDE, parent.add("P"), [Stuk(kop.auteur, VET)]),
        paragraph(KLEIN, parent.add("P"), ", ".join(filter(None, (kop.functie, kop.organisatie)))),
    ]
    right = [
        paragraph(KLEIN, parent.add("P"), "Vastgesteld"),
        paragraph(WAARDE, parent.add("P"), datum),
    ]
    if afdruk:
        right.append(paragraph(KLEIN, parent.add("P"), afdruk))
    return PlainTable(
        [[left, right]], colWidths=[TEXT_WIDTH * 0.52, TEXT_WIDTH * 0.48], spaceBefore=20,
        style=_BLOCK,
    )  # fmt: skip


def signatures(tekenen: tuple[str, ...], parent: Element) -> Flowable:
    """Give everybody who signs a line to do it on, two beside each other."""
    pairs = [tekenen[start : start + 2] for start in range(0, len(tekenen), 2)]
    rows: list[list[object]] = []
    for pair in pairs:
        cells = [_signer(wie, parent) for wie in pair]
        rows += [["", "", ""], [cells[0], "", cells[1] if len(cells) > 1 else ""]]
    inside = PlainTable(
        rows, colWidths=[TEXT_WIDTH * share for share in (0.46, 0.06, 0.48)],
        rowHeights=[_ROOM_TO_SIGN, None] * len(pairs), style=_signing(pairs),
    )  # fmt: skip
    return PlainTable([[inside]], colWidths=[TEXT_WIDTH], spaceBefore=0, style=_COLUMNS)


def _signer(wie: str, parent: Element) -> list[Flowable]:
    return [
        paragraph(WAARDE, parent.add("P"), wie[:1].upper() + wie[1:]),
        paragraph(KLEIN, parent.add("P"), "naam, datum en handtekening, of waarom niet"),
    ]


def _signing(pairs: list[tuple[str, ...]]) -> TableStyle:
    """Draw the line to sign on above each name."""
    lines = [
        ("LINEABOVE", (2 * place, 2 * number + 1), (2 * place, 2 * number + 1), 0.75, STIL)
        for number, pair in enumerate(pairs)
        for place in range(len(pair))
    ]
    return TableStyle([*_COLUMNS.getCommands(), ("TOPPADDING", (0, 0), (-1, -1), 3), *lines])


def _notes(document: VerslagDocument, parent: Element) -> Iterator[Flowable]:
    if letters := used_letters(document):
        yield paragraph(UITLEG, parent.add("P"), [Stuk("Wat de letters betekenen", VET)])
        yield _letters(letters, parent.add("L"))
    if missing_characters(document):
        zin = (
            f"{MISSING} staat voor een teken dat niet gedrukt kan worden. Het staat wel in vtdesk."
        )
        yield paragraph(UITLEG, parent.add("P"), zin)


def _letters(letters: list[Letter], parent: Element) -> Flowable:
    """Lay out the letters in two columns, read from top to bottom."""
    lines = [_meaning(letter, parent.add("LI")) for letter in letters]
    half = (len(lines) + 1) // 2
    return PlainTable(
        [[lines[:half], lines[half:]]], colWidths=[TEXT_WIDTH / 2] * 2,
        style=_COLUMNS,
    )  # fmt: skip


def _meaning(letter: Letter, item: Element) -> Flowable:
    label = item.add("Lbl").say(letter.value)
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
