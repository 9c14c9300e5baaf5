"""Lays out words that run on over lines, some of them bold, for whoever paints them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

from vtdesk.ui.theme import palette, style

Range = tuple[int, int]


def run_on(
    words: str, width: int, bold: Sequence[Range], *, role: str = "tekst", most: int = 0
) -> QTextLayout:
    """Lay out words in this type within a width, in at most so many lines; 0 is all of them."""
    layout = QTextLayout(words.replace("\n", " "), style.font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_bold(words, begin, end, role) for begin, end in bold])
    layout.beginLayout()
    top = 0.0
    while not most or layout.lineCount() < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _bold(words: str, begin: int, end: int, role: str) -> QTextLayout.FormatRange:
    strong = QTextCharFormat()
    strong.setFont(style.font(role, weight=600))
    strong.setForeground(palette.colour("tekst"))
    part = QTextLayout.FormatRange()
    part.start = utf16(words, begin)
    part.length = utf16(words, end) - part.start
    part.format = strong
    return part


def utf16(words: str, place: int) -> int:
    """Count as Qt does: a sign beyond the first 65,536 takes two."""
    return len(words[:place].encode("utf-16-le", "surrogatepass")) // 2
