"""How paper looks: page, colours, fonts, styles, letterhead and footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from typing_extensions import override

from vtdesk.reports.structure import Element
from vtdesk.reports.tagged import TaggedCanvas
from vtdesk.resources import path
from vtdesk.values.voortgang import tell


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper, the white around its text, and how far below that its foot begins."""

    size: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    foot: float = 0

    @property
    def room(self) -> float:
        """Give the width that there is for text."""
        return self.size[0] - self.left - self.right

    @property
    def depth(self) -> float:
        """Give the height that there is for text."""
        return self.size[1] - self.top - self.bottom


WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 71.0, 65.0, 92.0, 84.0
INDENT = 23.0  # the column for numbers and letters; all text begins right of it
_SHEET = Sheet(A4, LEFT, RIGHT, TOP, BOTTOM, foot=26)
TEXT_WIDTH = _SHEET.room

# The light theme's roles, as they are on screen.
TEKST = HexColor("#17212B")
STIL = HexColor("#51606E")
LIJN = HexColor("#D9DFE5")
ZACHT = HexColor("#F3F5F7")
ACCENT = HexColor("#0F6B72")
OVERLEG = HexColor("#5549A8")
OVERLEG_VLAK = HexColor("#E9E7F8")
LET_OP = HexColor("#7A4F00")
WIT = HexColor("#FFFFFF")
WATERMERK = HexColor("#F0F3F5")
WEG = HexColor("#E6EBEF")

GEWOON, VET, CURSIEF, VET_CURSIEF = (
    "VTSans-Regular",
    "VTSans-SemiBold",
    "VTSans-Italic",
    "VTSans-SemiBoldItalic",
)


@cache
def fonts() -> tuple[TTFont, ...]:
    """Load the fonts, once; the same files as on screen."""
    loaded = tuple(
        TTFont(name, str(path("fonts", f"{name}.ttf")), asciiReadable=0)
        for name in (GEWOON, VET, CURSIEF, VET_CURSIEF)
    )
    for font in loaded:
        registerFont(font)
    return loaded


_BASIS = ParagraphStyle(
    "basis", fontName=GEWOON, bulletFontName=GEWOON, fontSize=10, leading=14.8, textColor=TEKST,
    allowWidows=0, allowOrphans=0,
)  # fmt: skip
TITEL = ParagraphStyle("titel", _BASIS, fontName=VET, fontSize=19, leading=24, spaceAfter=2)
STAAT = ParagraphStyle("staat", _BASIS, leading=14.5, spaceAfter=3)
KOP = ParagraphStyle(
    "kop", _BASIS, fontName=VET, fontSize=11.5, leading=16, spaceBefore=15, spaceAfter=4,
    leftIndent=INDENT,
)  # fmt: skip
TUSSENKOP = ParagraphStyle(
    "tussenkop", _BASIS, fontName=VET, fontSize=10, leading=14.8, spaceBefore=7, spaceAfter=2,
    leftIndent=INDENT,
)  # fmt: skip
ALINEA = ParagraphStyle("alinea", _BASIS, leftIndent=INDENT, spaceAfter=5)
GRIJS = ParagraphStyle("grijs", ALINEA, textColor=STIL)
LEEG = ParagraphStyle("leeg", GRIJS, spaceBefore=9, spaceAfter=3)
UITSPRAAK = ParagraphStyle("uitspraak", _BASIS, leftIndent=INDENT)
KLEIN = ParagraphStyle("klein", _BASIS, fontSize=8.5, leading=12, textColor=STIL)
UITLEG = ParagraphStyle("uitleg", KLEIN, leading=16, leftIndent=INDENT)
BRON = ParagraphStyle("bron", KLEIN, leftIndent=INDENT, spaceBefore=1, spaceAfter=7)
LABEL = ParagraphStyle("label", _BASIS, fontSize=9, leading=14.5, textColor=STIL)
WAARDE = ParagraphStyle("waarde", _BASIS, leading=14.5)
CEL = ParagraphStyle("cel", _BASIS, fontSize=9.5, leading=13.5)
CELKOP = ParagraphStyle("celkop", KLEIN, fontName=VET)


@dataclass(frozen=True, slots=True)
class Rand:
    """What stands around the text of each page."""

    organisatie: str
    nummer: str
    voet: str  # "Gespreksverslag · Vastgesteld, versie 1 · exemplaar 3 · 7f3a 91c2"
    legenda: str  # the letters that this document uses
    vervangen: str = ""  # "Vervangen door versie 2"
    concept: bool = False
    briefhoofd: bool = True  # a card has none: who finds it learns less

    def lees(self, root: Element) -> tuple[Element, ...]:
        """Say the letterhead aloud: organisation and number."""
        if not self.briefhoofd:
            return ()
        return root.add("P").say(self.links), root.add("P").say(self.rechts)

    @property
    def links(self) -> str:
        """Give what stands above each page on the left."""
        return _shortened(self.organisatie, 9, TEXT_WIDTH * 0.6)

    @property
    def rechts(self) -> str:
        """Give what stands above each page on the right."""
        return _shortened(self.nummer, 9, TEXT_WIDTH * 0.36)


ALMOST_EMPTY = 0.4  # of a page
SHORT = 3  # pages: in a longer paper one page more or less is nothing


class Page(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """Pages of one kind of sheet, tagged as they are drawn, with the same lines at each foot."""

    def __init__(self, buffer: BytesIO, sheet: Sheet, foot: Sequence[str] = ()) -> None:
        fonts()
        super().__init__(
            buffer, pagesize=sheet.size, invariant=1, pageCompression=0, lang="nl-NL",
            initialFontName=GEWOON, initialFontSize=10,
        )  # fmt: skip
        self._sheet, self._foot = sheet, foot
        frame = Frame(
            sheet.left, sheet.bottom, sheet.room, sheet.depth,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        self.addPageTemplates(PageTemplate("blad", [frame], onPage=self.draw_head))

    def render(self, story: list[Flowable]) -> None:
        """Lay out the story and write the PDF into the buffer."""
        self.build(story, canvasmaker=self._canvas)

    def draw_head(self, canvas: TaggedCanvas, _: BaseDocTemplate) -> None:
        """Draw what stands above the text: nothing, on most of our paper."""

    def _canvas(self, *args: object, **kwargs: object) -> TaggedCanvas:
        return TaggedCanvas(*args, foot=self._draw_foot, **kwargs)

    def _draw_foot(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        if not self._foot:
            return
        sheet = self._sheet
        line, right = sheet.bottom - sheet.foot, sheet.left + sheet.room
        with canvas.marked(None):
            _draw_line(canvas, sheet, line)
            canvas.setFillColor(STIL)
            canvas.setFont(GEWOON, 8)
            for place, words in enumerate(self._foot):
                canvas.drawString(sheet.left, line - 13 - 11 * place, words)
            canvas.drawRightString(right, line - 13, f"bladzijde {number} van {total}")


class Blad(Page):
    """A4 paper with letterhead and foot; the letterhead is read on page 1 only."""

    def __init__(self, buffer: BytesIO, rand: Rand, root: Element) -> None:
        foot = (_shortened(rand.voet, 8, TEXT_WIDTH * 0.8), rand.legenda)
        super().__init__(buffer, _SHEET, foot)
        self._rand = rand
        self._left = 0.0  # points of height that the last page has left
        self._letterhead = rand.lees(root)
        self.setProgressCallBack(_Pages())

    @override
    def afterFlowable(self, _: Flowable) -> None:
        if self.frame is not None:  # between two pages there is none
            self._left = self.frame._y - BOTTOM  # noqa: SLF001  # reportlab has no other way to ask

    def ends_almost_empty(self) -> bool:
        """Tell whether the last page of a short paper holds next to nothing."""
        used = 1 - self._left / _SHEET.depth
        return bool(1 < self.page <= SHORT and used < ALMOST_EMPTY)

    @override
    def draw_head(self, canvas: TaggedCanvas, _: BaseDocTemplate) -> None:
        rand = self._rand
        first = canvas.getPageNumber() == 1
        if rand.concept:
            with canvas.marked(None):
                _draw_watermark(canvas)
        line = HEIGHT - TOP + 28
        canvas.setFillColor(STIL)
        canvas.setFont(GEWOON, 9)
        if rand.briefhoofd:
            left, right = self._letterhead if first else (None, None)
            with canvas.marked(left):
                canvas.drawString(LEFT, line + 7, rand.links)
            with canvas.marked(right):
                canvas.drawRightString(WIDTH - RIGHT, line + 7, rand.rechts)
        with canvas.marked(None):
            if rand.briefhoofd:
                _draw_line(canvas, _SHEET, line)
            if rand.vervangen:
                canvas.setFillColor(LET_OP)
                canvas.setFont(VET, 9)
                canvas.drawRightString(WIDTH - RIGHT, line - 13, rand.vervangen)


class _Pages:
    """Tells how far the layout is, each time that a page is full."""

    def __init__(self) -> None:
        self._all = self._done = 0

    def __call__(self, what: str, number: int) -> None:
        if what == "SIZE_EST":
            self._all = number
        elif what == "PROGRESS":
            self._done = number
        elif what == "PAGE" and self._all:
            tell(min(1.0, self._done / self._all))


def _shortened(text: str, size: float, width: float) -> str:
    """Cut a line that is too long for its place; the whole text stands elsewhere on the paper."""
    if stringWidth(text, GEWOON, size) <= width:
        return text
    while stringWidth(f"{text}…", GEWOON, size) > width:
        text = text[:-1]
    return f"{text}…"


def _draw_line(canvas: TaggedCanvas, sheet: Sheet, y: float) -> None:
    canvas.setStrokeColor(LIJN)
    canvas.setLineWidth(0.75)
    canvas.line(sheet.left, y, sheet.left + sheet.room, y)


def _draw_watermark(canvas: TaggedCanvas) -> None:
    canvas.saveState()
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(52)
    canvas.setFillColor(WATERMERK)
    canvas.setFont(VET, 118)
    canvas.drawCentredString(0, -42, "CONCEPT")
    canvas.restoreState()
