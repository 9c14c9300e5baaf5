"""The heading of a part of a verslag; of an empty part it shares its line with the reason."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import GRIJS, INDENT, KOP, LEEG, TEXT_WIDTH, VET
from vtdesk.reports.structure import Element
from vtdesk.reports.stukken import as_heading, paragraph
from vtdesk.reports.tagged import Heading, Marker, TaggedCanvas, Together
from vtdesk.values.document import Onderdeel

_GAP = 9.0  # between a heading and what stands behind it
_WIDEST = TEXT_WIDTH * 0.6  # a wider heading has a line for itself


def part_heading(onderdeel: Onderdeel, parent: Element) -> Heading:
    """Make the heading of a part, with its number in the margin."""
    element = parent.add("H2")
    label = element.add("Lbl").say(str(onderdeel.nummer))
    heading = as_heading(paragraph(KOP, element, onderdeel.kop))
    heading.marker = _number_marker(onderdeel, label, KOP)
    return heading


def empty_part(onderdeel: Onderdeel, want: str, parent: Element) -> Flowable:
    """Say of a part that nothing was written there, and why, behind its heading."""
    kop = printable(onderdeel.kop)
    wide = stringWidth(kop, VET, LEEG.fontSize)
    zin = " ".join(filter(None, ("Niet ingevuld.", want)))
    if wide > _WIDEST:
        heading = part_heading(onderdeel, parent)
        reason = paragraph(GRIJS, parent.add("P"), zin)
        heading.following = reason
        return Together(heading, reason)
    element = parent.add("H2")
    label = element.add("Lbl").say(str(onderdeel.nummer))
    element.say(kop)
    number = _number_marker(onderdeel, label, LEEG)

    def draw(canvas: TaggedCanvas, height: float) -> None:
        number(canvas, height)
        with canvas.marked(element):
            canvas.drawString(INDENT, height - LEEG.fontSize, kop)

    behind = ParagraphStyle("leeg-want", LEEG, firstLineIndent=wide + _GAP)
    line = paragraph(behind, parent.add("P"), zin)
    line.marker = draw
    return line


def outlined(onderdeel: Onderdeel, *, numbered: bool = False) -> Marker:
    """Make a part findable in the list of the reader; that list holds no names of persons."""
    title = f"{onderdeel.nummer} {onderdeel.kop}" if numbered else onderdeel.kop

    def draw(canvas: TaggedCanvas, height: float) -> None:
        key = f"onderdeel-{onderdeel.nummer}"
        canvas.bookmarkHorizontal(key, 0, height + 4)
        canvas.addOutlineEntry(printable(title), key)

    return draw


def _number_marker(onderdeel: Onderdeel, label: Element, style: ParagraphStyle) -> Marker:
    """Draw the number in the margin."""
    outline = outlined(onderdeel, numbered=True)

    def draw(canvas: TaggedCanvas, height: float) -> None:
        outline(canvas, height)
        canvas.setFillColor(KOP.textColor)
        canvas.setFont(VET, style.fontSize)
        with canvas.marked(label):
            canvas.drawString(0, height - style.fontSize, str(onderdeel.nummer))

    return draw
