"""The letters of statements: their box in the margin, and the legend that explains them."""

from dataclasses import dataclass

from reportlab.lib.colors import Color

from vtdesk.reports.layout import (
    ACCENT,
    OVERLEG,
    OVERLEG_VLAK,
    STIL,
    TEKST,
    VET,
    WIT,
)
from vtdesk.reports.structure import Element
from vtdesk.reports.tagged import Marker, TaggedCanvas
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Letter

BOX = 12.0


@dataclass(frozen=True, slots=True)
class _Look:
    """How the box of a letter is drawn; in grey print the letter and the edge carry it."""

    letter: Color
    edge: Color
    ground: Color | None = None
    dashes: tuple[float, ...] = ()


_LOOKS = {
    Letter.FEIT: _Look(WIT, TEKST, TEKST),
    Letter.VERKLARING: _Look(ACCENT, ACCENT),
    Letter.MENING: _Look(OVERLEG, OVERLEG),
    Letter.DUIDING: _Look(OVERLEG, OVERLEG, OVERLEG_VLAK, (2.4, 1.5)),
    Letter.HYPOTHESE: _Look(STIL, STIL, None, (0.01, 1.7)),
}

WORDS = {
    Letter.FEIT: "feit",
    Letter.VERKLARING: "verklaring",
    Letter.MENING: "mening",
    Letter.DUIDING: "duiding",
    Letter.HYPOTHESE: "hypothese",
}

MEANINGS = {
    Letter.FEIT: "zelf gezien, of het staat in een document",
    Letter.VERKLARING: "wat iemand vertelde",
    Letter.MENING: "wat iemand ervan vindt",
    Letter.DUIDING: "hoe de professional het uitlegt",
    Letter.HYPOTHESE: "wat waar kan zijn, en nog niet zeker is",
}


def used_letters(document: VerslagDocument) -> list[Letter]:
    """List the letters that the document uses, in their fixed order."""
    used = {regel.letter for regel in document.tekst.uitspraken()}
    return [letter for letter in Letter if letter in used]


def short_legend(used: list[Letter]) -> str:
    """Write the legend on one line: `F feit · V verklaring`."""
    return " · ".join(f"{letter.value} {WORDS[letter]}" for letter in used)


def box_marker(letter: Letter, element: Element, *, font_size: float) -> Marker:
    """Give what draws the box of a letter beside the first line of a paragraph."""

    def draw(canvas: TaggedCanvas, height: float) -> None:
        baseline = height - font_size
        draw_box(canvas, letter, element, bottom=baseline + font_size * 0.36 - BOX / 2)

    return draw


def draw_box(canvas: TaggedCanvas, letter: Letter, element: Element, *, bottom: float) -> None:
    """Draw the box as decoration and the letter as text of its element."""
    look = _LOOKS[letter]
    canvas.saveState()
    canvas.begin(None)
    canvas.setStrokeColor(look.edge)
    canvas.setLineWidth(0.9)
    canvas.setLineCap(1)
    if look.dashes:
        canvas.setDash(look.dashes)
    if look.ground:
        canvas.setFillColor(look.ground)
    canvas.roundRect(0.5, bottom, BOX, BOX, 2.2, fill=1 if look.ground else 0)
    canvas.end()
    canvas.begin(element)
    canvas.setFillColor(look.letter)
    canvas.setFont(VET, 8)
    canvas.drawCentredString(0.5 + BOX / 2, bottom + BOX / 2 - 2.9, letter.value)
    canvas.end()
    canvas.restoreState()
