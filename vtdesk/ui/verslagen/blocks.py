"""What a block in the editor is, and how it stands on the page.

Kind and statement travel as properties of the block's format, so that Qt's own undo, redo and
splitting carry them. A statement is kept as a number: its place in the document's list of values.
"""

from enum import StrEnum

from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.theme import style
from vtdesk.values.kinds import Verificatie
from vtdesk.values.tekst import Uitspraakregel

KIND = QTextFormat.Property.UserProperty.value + 1
REGEL = QTextFormat.Property.UserProperty.value + 2
SECTIE = QTextFormat.Property.UserProperty.value + 3

MEASURE = 720  # the widest that text may be
SIGNS = 67  # and in signs: easy to read from 62 to 72
_SAMPLE = "moeder vertelt dat de kinderen bij de deur stonden te wachten op hun vader"
GUTTER = 34  # room for the letter box
INDENT = 24  # room for the mark of a list
LINE, SOURCE_LINE = 25, 24
NVT_PREFIX = "n.v.t., want "
WERK_PREFIX = "Werkaantekening. "
STATE_PREFIX = {Verificatie.WEERLEGD: "Weerlegd: ", Verificatie.INGETROKKEN: "Ingetrokken: "}


class BlokSoort(StrEnum):
    """The kinds of block that the editor knows."""

    KOP = "kop"
    ALINEA = "alinea"
    PUNT = "punt"
    NUMMER = "nummer"
    WERKAANTEKENING = "werkaantekening"
    NVT = "nvt"
    LEEG = "leeg"  # of a final text: what paper says of an empty part; it is no text itself
    UITSPRAAK = "uitspraak"
    TABELKOP = "tabelkop"
    CEL = "cel"


FIXED = frozenset({BlokSoort.KOP, BlokSoort.TABELKOP})
IN_TABLE = frozenset({BlokSoort.TABELKOP, BlokSoort.CEL})


def kind_of(block: QTextBlock) -> BlokSoort:
    """Tell what a block is; what Qt made on its own counts as a plain paragraph."""
    return kind_of_format(block.blockFormat())


def kind_of_format(block_format: QTextBlockFormat) -> BlokSoort:
    """Tell what a block with this format is."""
    name = block_format.property(KIND)
    return BlokSoort(name) if name else BlokSoort.ALINEA


def body_font() -> QTextCharFormat:
    """Give the style of written text."""
    made = QTextCharFormat()
    made.setFont(style.font("schrijf"))
    return made


def heading_font() -> QTextCharFormat:
    """Give the style of a heading of the template."""
    made = QTextCharFormat()
    made.setFont(style.font("groot"))
    return made


def heading_format(sectie_id: str) -> QTextBlockFormat:
    """Make the block of a heading that nobody can remove."""
    made = _format(BlokSoort.KOP, above=22, below=8, left=0)
    made.setProperty(SECTIE, sectie_id)
    made.setHeadingLevel(2)
    return made


def plain_format(kind: BlokSoort) -> QTextBlockFormat:
    """Make the block of anything that is not a statement."""
    match kind:
        case BlokSoort.PUNT | BlokSoort.NUMMER:
            return _format(kind, above=0, below=4, left=GUTTER + INDENT)
        case BlokSoort.WERKAANTEKENING:
            made = _format(kind, above=16, below=46, left=GUTTER + 12, right=12)
            made.setTextIndent(prefix_width(WERK_PREFIX, bold=True))
            return made
        case BlokSoort.NVT:
            made = _format(kind, above=0, below=8, left=GUTTER)
            made.setTextIndent(prefix_width(NVT_PREFIX))
            return made
        case BlokSoort.CEL | BlokSoort.TABELKOP:
            return _format(kind, above=0, below=0, left=0)
        case _:
            return _format(kind, above=0, below=8, left=GUTTER)


def statement_format(regel: Uitspraakregel, number: int) -> QTextBlockFormat:
    """Make the block of a statement, with room below for its source."""
    below = SOURCE_LINE * source_rows(regel) + 11
    made = _format(BlokSoort.UITSPRAAK, above=4, below=below, left=GUTTER)
    made.setProperty(REGEL, number)
    if prefix := STATE_PREFIX.get(regel.verificatie):
        made.setTextIndent(prefix_width(prefix, bold=True))
    return made


def source_rows(regel: Uitspraakregel) -> int:
    """Count the lines that the source takes: the chip stands below a long one."""
    shown = bronregel(regel)
    words = QFontMetricsF(style.font("klein")).horizontalAdvance(shown.words)
    return 2 if shown.chip and shown.words and words + chip_width(shown.chip) + 8 > _line() else 1


def chip_width(words: str) -> float:
    """Measure a chip with these words."""
    metrics = QFontMetricsF(style.font("klein", weight=500))
    return metrics.horizontalAdvance(words) + 14 if words else 0.0


def column_width() -> int:
    """Give the width of the text with its margin: as long as one reads well."""
    return min(style.scaled(MEASURE), round(_line()) + style.scaled(GUTTER))


def _line() -> float:
    metrics = QFontMetricsF(style.font("schrijf"))
    return metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * SIGNS


def prefix_width(text: str, *, bold: bool = False) -> float:
    """Measure painted words at the head of a first line."""
    font = style.font("schrijf", weight=600 if bold else 400)
    return QFontMetricsF(font).horizontalAdvance(text)


def _format(
    kind: BlokSoort, *, above: int, below: int, left: int, right: int = 0
) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setProperty(KIND, kind.value)
    made.setTopMargin(style.scaled(above))
    made.setBottomMargin(style.scaled(below))
    made.setLeftMargin(style.scaled(left))
    made.setRightMargin(style.scaled(right))
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    if kind not in IN_TABLE:
        made.setLineHeight(style.scaled(LINE), fixed)
    return made
