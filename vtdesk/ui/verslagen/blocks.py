"""What a block in the editor is, and how it stands on the page.

Kind and statement travel as properties of the block's format, so that Qt's own undo, redo and
splitting carry them. A statement is kept as a number: its place in the document's list of values.

Formats are made for a text size of 100 per cent, whatever the size of now: `EditorDocument.fit`
stretches them while laying out, so that another text size changes nothing that undo knows of.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)

from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.theme import style
from vtdesk.values.kinds import Verificatie
from vtdesk.values.tekst import Uitspraakregel

KIND = QTextFormat.Property.UserProperty.value + 1
REGEL = QTextFormat.Property.UserProperty.value + 2
SECTIE = QTextFormat.Property.UserProperty.value + 3

MARGIN = 8  # round the whole text
AROUND = 72  # above and below where one goes, to see a heading or a source; under the last line
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


def leave_fixed(cursor: QTextCursor) -> None:
    """Go from a heading, or the head of a table, to the line under it."""
    while kind_of(cursor.block()) in FIXED:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)


def kind_of_format(block_format: QTextBlockFormat) -> BlokSoort:
    """Tell what a block with this format is."""
    name = block_format.property(KIND)
    return BlokSoort(name) if name else BlokSoort.ALINEA


def is_free(block: QTextBlock) -> bool:
    """Tell whether this is the block that Qt leaves behind a table, and nothing was written in."""
    return block.blockFormat().property(KIND) is None and not block.text()


def between_format() -> QTextBlockFormat:
    """Make the block between two tables: one may write there, and empty it is no line."""
    made = plain_format(BlokSoort.ALINEA)
    made.clearProperty(KIND)
    return made


def body_font() -> QTextCharFormat:
    """Give the style of written text."""
    return char_format("schrijf")


def heading_font() -> QTextCharFormat:
    """Give the style of a heading of the template."""
    return char_format("groot")


def char_format(size: str, *, weight: int | None = None) -> QTextCharFormat:
    """Give the style of words in the document, at a text size of 100 per cent."""
    font = style.font(size, weight=weight)
    font.setPointSizeF(style.POINTS[size])
    made = QTextCharFormat()
    made.setFont(font)
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


def misfits(
    statements: Iterable[tuple[QTextBlock, Uitspraakregel]],
) -> dict[int, QTextBlockFormat]:
    """Give by its place the shape of each statement that has not the room it needs."""
    found: dict[int, QTextBlockFormat] = {}
    for block, regel in statements:
        now = block.blockFormat()
        shape = statement_format(regel, now.property(REGEL))
        shape.setTextIndent(shape.textIndent())  # also where there is no more to paint
        if (shape.textIndent(), shape.bottomMargin()) != (now.textIndent(), now.bottomMargin()):
            found[block.position()] = shape
    return found


def source_rows(regel: Uitspraakregel) -> int:
    """Count the lines that the source takes: the chip stands below a long one."""
    shown = bronregel(regel)
    if not (shown.chip and shown.words):
        return 1
    words = _advance(shown.words, 400, style.scaled(100))
    return 2 if words + chip_width(shown.chip) + 8 > _line(style.scaled(100)) else 1


def chip_width(words: str) -> float:
    """Measure a chip with these words."""
    return _advance(words, 500, style.scaled(100)) + 14 if words else 0.0


@lru_cache(maxsize=2048)
def _advance(words: str, weight: int, _scale: int) -> float:
    """Measure small words; a long text asks the same ones thousands of times."""
    return QFontMetricsF(style.font("klein", weight=weight)).horizontalAdvance(words)


def prefix_of(block: QTextBlock, regel: Uitspraakregel | None) -> float:
    """Give the room for painted words that a block needs at the head of its first line."""
    match kind_of(block):
        case BlokSoort.WERKAANTEKENING:
            return prefix_width(WERK_PREFIX, bold=True)
        case BlokSoort.NVT:
            return prefix_width(NVT_PREFIX)
        case _:
            words = STATE_PREFIX.get(regel.verificatie) if regel else None
            return prefix_width(words, bold=True) if words else 0.0


def left_of(block: QTextBlock) -> int:
    """Give how far the words of a block stand from the edge of the text."""
    return style.scaled(MARGIN) + style.scaled(block.blockFormat().indent())


def column_width() -> int:
    """Give the width of the text with its margin: as long as one reads well."""
    return min(style.scaled(MEASURE), round(_line(style.scaled(100))) + style.scaled(GUTTER))


@lru_cache(maxsize=8)
def _line(_scale: int) -> float:
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
    made.setTopMargin(above)
    made.setBottomMargin(below)
    made.setIndent(left)  # in steps of one: Qt stretches an indent, and no margin at the side
    made.setRightMargin(right)
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    if kind not in IN_TABLE:
        made.setLineHeight(LINE, fixed)
    return made
