"""What people said of a finalised version: it is printed along with every copy."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import KLEIN, KOP, STIL, UITSPRAAK, VET, WAARDE
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import Stuk, as_heading, paragraph
from vtdesk.reports.tagged import Heading, TaggedCanvas, Together
from vtdesk.values.document import Reactieregel
from vtdesk.values.kinds import ReactieSoort
from vtdesk.values.tijd import dag_met_naam

TITEL = "Reacties op deze versie"
_UITLEG = (
    "Deze reacties zijn later gegeven. De tekst hierboven is daarna niet veranderd. "
    "Gezien is iets anders dan akkoord."
)
_SOORT = {
    ReactieSoort.GEZIEN: "gezien",
    ReactieSoort.AKKOORD: "akkoord",
    ReactieSoort.NIET_AKKOORD: "niet akkoord",
}
_KOP = ParagraphStyle("reacties-kop", KOP, leftIndent=0, spaceBefore=24)
_WIE = ParagraphStyle("reactie-wie", WAARDE, spaceBefore=9)
_WOORDEN = ParagraphStyle("reactie-woorden", UITSPRAAK, spaceBefore=2)


def reacties(regels: tuple[Reactieregel, ...], root: Element) -> Iterator[Flowable]:
    """Lay out the reactions in the order in which they came, or nothing."""
    if not regels:
        return
    sect = root.add("Sect")
    heading = _heading(sect)
    uitleg = paragraph(KLEIN, sect.add("P"), _UITLEG)
    first, *others = [_reactie(regel, sect) for regel in regels]
    heading.following = Together(uitleg, first)
    yield heading
    yield heading.following
    yield from others


def _heading(parent: Element) -> Heading:
    heading = as_heading(paragraph(_KOP, parent.add("H2"), TITEL))

    def draw(canvas: TaggedCanvas, height: float) -> None:
        canvas.bookmarkHorizontal("reacties", 0, height + 4)
        canvas.addOutlineEntry(TITEL, "reacties")

    heading.marker = draw
    return heading


def _reactie(regel: Reactieregel, parent: Element) -> Flowable:
    dag = f"{dag_met_naam(regel.gegeven_op)} {regel.gegeven_op.year}"
    who = [
        Stuk(regel.naam, VET),
        Stuk(f", {regel.hoedanigheid}" if regel.hoedanigheid else "", kleur=STIL),
        Stuk(" · "),
        Stuk(_SOORT[regel.soort], VET),
        Stuk(f" · {dag}", kleur=STIL),
    ]
    made: Flowable = paragraph(_WIE, parent.add("P"), who)
    words = [line for line in printable(regel.woorden).split("\n") if line.strip()]
    quote = parent.add("BlockQuote") if words else parent
    for line in words:
        made = Together(made, paragraph(_WOORDEN, quote.add("P"), line))
    return made
