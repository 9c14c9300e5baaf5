"""Paints what belongs to the blocks on screen but is no text: letters, sources, tints and hints."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextBlock

from vtdesk.ui.bronregel import Bronregel, bronregel
from vtdesk.ui.theme import palette, style
from vtdesk.ui.verslagen import blocks, fields, sight, stretches, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.ui.verslagen.searching import Hit
from vtdesk.ui.widgets.letter_box import SIDE, paint_letter
from vtdesk.values.tekst import Uitspraakregel

NOT_ON_PAPER = "Komt niet op papier."
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Margins:
    """Paints the blocks in one view on a document; never looks at a block that is not seen."""

    def __init__(self, document: EditorDocument, *, top: int, height: int) -> None:
        self._document = document
        self._top = top
        self._bottom = top + height
        self._width = document.textWidth() - style.scaled(blocks.MARGIN)
        self._seen = list(self._walk())

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies under the words."""
        for block in self._seen:
            if blocks.kind_of(block) is BlokSoort.WERKAANTEKENING:
                self._paint_note(painter, block)

    def paint_hits(self, painter: QPainter, hits: Sequence[Hit]) -> None:
        """Paint the ground under open fields, and under what was looked for."""
        for block in self._words():
            fields.paint(painter, block)
            if not hits:
                continue
            painter.setPen(QPen(palette.colour("let-op"), 1))
            painter.setBrush(palette.colour("let-op-vlak"))
            start, end = block.position(), block.position() + block.length()
            for hit in hits[bisect_left(hits, Hit(start, 0)) : bisect_left(hits, Hit(end, 0))]:
                for box in stretches.boxes(block, hit.start - start, hit.end - start):
                    painter.drawRoundedRect(box.adjusted(-1, 0.5, 1, -0.5), 3, 3)

    def _words(self) -> Iterator[QTextBlock]:
        """Walk the blocks in view that hold words, cell by cell where there is a table."""
        for block in self._seen:
            cells = table.of_block(block)
            last = cells.lastCursorPosition().block() if cells is not None else block
            here = block
            yield here
            while here != last:
                here = here.next()
                yield here

    def paint_marks(self, painter: QPainter) -> None:
        """Paint what stands beside and below the words."""
        for block in self._seen:
            match blocks.kind_of(block):
                case BlokSoort.UITSPRAAK:
                    self._paint_statement(painter, block)
                case BlokSoort.PUNT:
                    self._paint_bullet(painter, block)
                case BlokSoort.NUMMER:
                    self._paint_number(painter, block)
                case BlokSoort.NVT:
                    self._paint_prefix(painter, block, blocks.NVT_PREFIX, tone="stil")
                case BlokSoort.ALINEA:
                    self._paint_hint(painter, block)
                case BlokSoort.TABELKOP | BlokSoort.CEL:
                    self._paint_lines(painter, block)
                case _:
                    pass

    def _walk(self) -> Iterator[QTextBlock]:
        """Walk the blocks in view; one block stands for its whole table."""
        block = sight.first_from(self._document, self._top)
        while block.isValid():
            cells = table.of_block(block)
            if cells is not None:
                yield block
                block = cells.lastCursorPosition().block().next()
                continue
            if block.layout().position().y() > self._bottom:
                return
            if _lower_edge(block) >= self._top:
                yield block
            block = block.next()

    def _room(self, block: QTextBlock) -> QRectF:
        """Give the place of the words of a block, as wide as the text."""
        layout = block.layout()
        rect = layout.boundingRect().translated(layout.position())
        rect.setLeft(blocks.left_of(block))
        rect.setRight(self._width)
        return rect

    def _paint_statement(self, painter: QPainter, block: QTextBlock) -> None:
        regel = self._document.regel(block)
        if regel is None:
            return
        room = self._room(block)
        side = style.scaled(SIDE)
        line = style.scaled(blocks.LINE)
        corner = QPointF(style.scaled(blocks.MARGIN), room.top() + (line - side) / 2 - 1)
        box = QRectF(corner.x(), corner.y(), side, side)
        if self._is_seen(box):
            paint_letter(painter, box, regel.letter.value)
        if prefix := blocks.STATE_PREFIX.get(regel.verificatie):
            self._paint_prefix(painter, block, prefix, bold=True)
        below = QRectF(room.left(), room.bottom(), room.width(), style.scaled(blocks.SOURCE_LINE))
        if self._is_seen(below.adjusted(0, 0, 0, below.height())):  # it may take two rows
            self._paint_source(painter, below, regel)

    def _is_seen(self, box: QRectF) -> bool:
        return box.bottom() >= self._top and box.top() <= self._bottom

    def _paint_source(self, painter: QPainter, room: QRectF, regel: Uitspraakregel) -> None:
        shown = bronregel(regel)
        chip = min(blocks.chip_width(shown.chip), room.width())
        below = blocks.source_rows(regel) > 1
        words_room = QRectF(room)
        if not below and chip:
            words_room.setWidth(max(0.0, room.width() - chip - 8))
        used = _write(painter, words_room, shown.words, style.font("klein"), tone="stil")
        if not shown.chip:
            return
        left, top = (0.0, room.height()) if below else (used + 8 if used else 0.0, 0.0)
        box = QRectF(room.left() + left, room.top() + top + 2, chip, room.height() - 4)
        _paint_chip(painter, box, shown)

    def _paint_note(self, painter: QPainter, block: QTextBlock) -> None:
        room = self._room(block)
        gutter, air = style.scaled(blocks.GUTTER), style.scaled(8)
        line = style.scaled(18)
        left = style.scaled(blocks.MARGIN) + gutter
        box = QRectF(left, room.top() - air, self._width - left, room.height() + 2 * air + line)
        painter.setPen(QPen(palette.colour("let-op"), 1))
        painter.setBrush(palette.colour("let-op-vlak"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_prefix(painter, block, blocks.WERK_PREFIX, bold=True, tone="let-op")
        below = QRectF(room.left(), room.bottom(), room.width() - 12, line)
        _write(painter, below, NOT_ON_PAPER, style.font("klein"), tone="let-op")

    def _paint_prefix(
        self,
        painter: QPainter,
        block: QTextBlock,
        words: str,
        *,
        bold: bool = False,
        tone: str = "tekst",
    ) -> None:
        layout = block.layout()
        first = layout.lineAt(0)
        indent = block.blockFormat().textIndent()
        if indent <= 0:
            return  # the room was taken back; the source below says it too
        base = layout.position() + QPointF(first.x() - indent, first.y() + first.ascent())
        painter.setFont(_fitting(style.font("schrijf", weight=600 if bold else 400), words, indent))
        painter.setPen(palette.colour(tone))
        painter.drawText(base, words)

    def _paint_bullet(self, painter: QPainter, block: QTextBlock) -> None:
        room = self._room(block)
        middle = QPointF(room.left() - style.scaled(13), room.top() + style.scaled(blocks.LINE) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("tekst"))
        painter.drawEllipse(middle - QPointF(0, 2), 2.5, 2.5)

    def _paint_number(self, painter: QPainter, block: QTextBlock) -> None:
        number, before = 1, block.previous()
        while before.isValid() and blocks.kind_of(before) is BlokSoort.NUMMER:
            number, before = number + 1, before.previous()
        layout = block.layout()
        first = layout.lineAt(0)
        base = layout.position() + QPointF(first.x(), first.y() + first.ascent())
        painter.setFont(style.font("schrijf"))
        painter.setPen(palette.colour("tekst"))
        painter.drawText(base - QPointF(style.scaled(blocks.INDENT), 0), f"{number}.")

    def _paint_lines(self, painter: QPainter, block: QTextBlock) -> None:
        cells = table.of_block(block)
        if cells is None:
            return
        across, down = table.lines(cells)
        painter.setPen(QPen(palette.colour("lijn"), 1))
        for x in across:
            painter.drawLine(QLineF(x, down[0], x, down[-1]))
        for y in down:
            painter.drawLine(QLineF(across[0], y, across[-1], y))

    def _paint_hint(self, painter: QPainter, block: QTextBlock) -> None:
        """Paint what to think of in a section in which nothing was written."""
        before, after = block.previous(), block.next()
        lonely = block.length() <= 1 and blocks.kind_of(before) is BlokSoort.KOP
        if not lonely or (after.isValid() and blocks.kind_of(after) is not BlokSoort.KOP):
            return
        sectie = self._document.template_section(before.blockFormat().property(blocks.SECTIE))
        room = self._room(block)
        room.setHeight(style.scaled(blocks.LINE) * 2)
        painter.setFont(style.font("tekst"))
        painter.setPen(palette.colour("stil"))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(room.adjusted(0, 3, 0, 0), flags, " ".join(sectie.vragen))


def _fitting(font: QFont, words: str, room: float) -> QFont:
    """Keep a prefix in the room it has: that is of another text size where one was undone."""
    width = QFontMetricsF(font).horizontalAdvance(words)
    if width > room + 1:
        font.setPointSizeF(font.pointSizeF() * room / width)
    return font


def _lower_edge(block: QTextBlock) -> float:
    layout = block.layout()
    words = layout.position().y() + layout.boundingRect().height()
    return words + style.scaled(block.blockFormat().bottomMargin())


def _paint_chip(painter: QPainter, box: QRectF, shown: Bronregel) -> None:
    quiet = shown.tone in {"", "stil"}
    painter.setPen(palette.colour("lijn" if quiet else shown.tone))
    painter.setBrush(palette.colour("zacht" if quiet else f"{shown.tone}-vlak"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    inside = box.adjusted(7, 0, -4, 0)
    tone = "stil" if quiet else shown.tone
    _write(painter, inside, shown.chip, style.font("klein", weight=500), tone=tone)


def _write(painter: QPainter, room: QRectF, words: str, font: QFont, *, tone: str) -> float:
    """Write one line, cut with an ellipsis where it must; gives the width that it took."""
    metrics = QFontMetricsF(font)
    fitting, used = words, metrics.horizontalAdvance(words)
    if used > room.width() + 1:
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
        used = metrics.horizontalAdvance(fitting)
    painter.setFont(font)
    painter.setPen(palette.colour(tone))
    painter.drawText(room, _LEFT | Qt.TextFlag.TextSingleLine, fitting)
    return used
