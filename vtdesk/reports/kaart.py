"""A document in the form of a card: big letters on one page, to hang up or to carry along."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, TableStyle
from typing_extensions import override

from vtdesk.reports.closing import legend, signatures
from vtdesk.reports.kop import is_concept, state_lines, whence
from vtdesk.reports.layout import ACCENT, GEWOON, GRIJS, KLEIN, KOP, TEXT_WIDTH, TITEL, ZACHT
from vtdesk.reports.onderdeel import outlined
from vtdesk.reports.opmaak import Maat, Namen, Opmaak
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import as_heading, paragraph
from vtdesk.reports.tagged import PlainTable, Together, least_height
from vtdesk.reports.tekst import flowables, says_something
from vtdesk.values.document import VerslagDocument
from vtdesk.values.tekst import Sectie

FACTORS = (1.9, 1.7, 1.5, 1.3, 1.15, 1.0)  # the largest that keeps the card on one page
_AIR = 12.0
_KOP = ParagraphStyle("kaart-kop", KOP, leftIndent=0, spaceBefore=0, fontSize=12, leading=16)
_TITEL = ParagraphStyle("kaart-titel", TITEL, fontSize=16, leading=20, spaceAfter=6)
_VAN = ParagraphStyle("kaart-van", KLEIN, spaceBefore=12)


def card(
    document: VerslagDocument, root: Element, namen: Namen, *, factor: float
) -> list[Flowable]:
    """Read the card aloud: what it is, each part, and from whom it comes."""
    maat = Maat(factor, TEXT_WIDTH - 2 * _AIR, kantlijn=False)
    return [
        paragraph(maat.stijl(_TITEL), root.add("H1"), document.kop.soort),
        *(state_lines(document, root) if is_concept(document) or document.versie > 1 else ()),
        *_parts(document, root, namen, maat),
        _from_whom(document, root),
    ]


def _parts(
    document: VerslagDocument, root: Element, namen: Namen, maat: Maat
) -> Iterator[Flowable]:
    secties = {sectie.id: sectie for sectie in document.tekst.secties}
    filled = False
    for onderdeel in document.onderdelen:
        sectie = secties.get(onderdeel.sectie_id, Sectie(onderdeel.sectie_id))
        if not says_something(sectie):
            continue
        parent = root.add("Sect")
        head = as_heading(paragraph(maat.stijl(_KOP), parent.add("H2"), onderdeel.kop))
        content = flowables(sectie.blokken, parent, Opmaak(onderdeel, namen, maat))
        head.following, head.marker = content[0], outlined(onderdeel)
        yield boxed([head, *content], dashed=onderdeel.kaart)
        filled = True
    if not filled:
        yield paragraph(maat.tekst(GRIJS), root.add("P"), "Op deze kaart staat nog niets.")


def boxed(content: list[Flowable], *, dashed: bool = False) -> PlainTable:
    """Set pieces on a ground of their own, as one whole while a page can hold it."""
    style = _CUT if dashed else _GROUND
    box = _Box([[content]], colWidths=[TEXT_WIDTH], spaceBefore=_AIR, style=style)
    box.content = content
    return box


class _Box(PlainTable):
    """A ground that is given up when no page can hold what stands on it."""

    content: list[Flowable]

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        if self.page_room > availHeight or least_height(self) <= self.page_room:
            return []  # it goes to the next page as a whole
        return [Spacer(0, 0), *self.content]


def _from_whom(document: VerslagDocument, root: Element) -> Flowable:
    kop = document.kop
    parent = root.add("Sect")
    who = ", ".join(filter(None, (kop.auteur, kop.functie, kop.organisatie)))
    made: Flowable = paragraph(_VAN, parent.add("P"), f"Gemaakt door {who}, {kop.datum}.")
    if found := whence(document):
        made = Together(made, paragraph(KLEIN, parent.add("P"), found))
    if document.tekenen:
        made = Together(made, signatures(document.tekenen, parent))
    if notes := legend(document, parent):
        made = Together(made, notes)
    return made


_ROOM = [
    ("FONTNAME", (0, 0), (-1, -1), GEWOON),
    ("LEFTPADDING", (0, 0), (-1, -1), _AIR),
    ("RIGHTPADDING", (0, 0), (-1, -1), _AIR),
    ("TOPPADDING", (0, 0), (-1, -1), 9),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
]
_GROUND = TableStyle(
    [*_ROOM, ("BACKGROUND", (0, 0), (-1, -1), ZACHT), ("LINEBEFORE", (0, 0), (0, -1), 3, ACCENT)]
)
_CUT = TableStyle([*_ROOM, ("BOX", (0, 0), (-1, -1), 1, ACCENT, 1, (4, 3))])
