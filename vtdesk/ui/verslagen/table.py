"""The table of afspraken: a fixed head, and rows that come and go by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from vtdesk.ui.theme import style
from vtdesk.ui.verslagen import blocks
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clean_text import from_qt, to_qt
from vtdesk.values.tekst import Afspraakregel

HEADERS = ("Wie", "Wat", "Wanneer", "Wat als het niet lukt")
_WIDTHS = (17, 35, 20, 28)


def insert(cursor: QTextCursor, rows: Sequence[Afspraakregel]) -> None:
    """Put a table after the block of the cursor; the cursor ends in the free block behind it."""
    made = cursor.insertTable(len(rows) + 1, len(HEADERS), _format())
    for column, header in enumerate(HEADERS):
        _fill(made, (0, column), header, is_header=True)
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate((row.wie, row.wat, row.wanneer, row.anders)):
            _fill(made, (number, column), text)
    cursor.setPosition(made.lastPosition() + 1)


def rows(table: QTextTable) -> list[Afspraakregel]:
    """Read the rows in which something was written."""
    found = [Afspraakregel(*_texts(table, row)) for row in range(1, table.rows())]
    return [row for row in found if row != Afspraakregel()]


def of_block(block: QTextBlock) -> QTextTable | None:
    """Give the table that a block stands in."""
    if blocks.kind_of(block) not in blocks.IN_TABLE:
        return None
    return QTextCursor(block).currentTable()


def has_next(cursor: QTextCursor) -> bool:
    """Tell whether Tab goes to a cell; behind an empty last row it leaves the table."""
    table, row, column = _place(cursor)
    last = row == table.rows() - 1 and column == len(HEADERS) - 1
    return not (last and is_empty(table, row))


def has_previous(cursor: QTextCursor) -> bool:
    """Tell whether there is a cell before this one that can be written in."""
    _, row, column = _place(cursor)
    return row > 1 or column > 0


def next_cell(cursor: QTextCursor) -> QTextCursor:
    """Give the place of Tab: the next cell, or the first of a new row."""
    table, row, column = _place(cursor)
    row, column = divmod(row * len(HEADERS) + column + 1, len(HEADERS))
    if row >= table.rows():
        add_row(table, cursor)
    return _whole_cell(table, row, column)


def previous_cell(cursor: QTextCursor) -> QTextCursor:
    """Give the place of Shift+Tab."""
    table, row, column = _place(cursor)
    row, column = divmod(row * len(HEADERS) + column - 1, len(HEADERS))
    return _whole_cell(table, row, column)


def _place(cursor: QTextCursor) -> tuple[QTextTable, int, int]:
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    return table, cell.row(), cell.column()


def place_below(cursor: QTextCursor) -> int:
    """Give the place of Enter: one row down, made when it is not there.

    On an empty last row Enter leaves the table, and the row goes when it is not the only one.
    """
    table, row, _ = _place(cursor)
    if row < table.rows() - 1:
        return table.cellAt(row + 1, 0).firstPosition()
    if not is_empty(table, row):
        add_row(table, cursor)
        return table.cellAt(row + 1, 0).firstPosition()
    remove_row(cursor)
    return table.lastPosition() + 1


def first_free(table: QTextTable) -> int:
    """Give the place where one goes on writing: the first empty row, or else the last cell."""
    empty = next((row for row in range(1, table.rows()) if is_empty(table, row)), None)
    if empty is not None:
        return table.cellAt(empty, 0).firstPosition()
    return table.cellAt(table.rows() - 1, len(HEADERS) - 1).lastPosition()


def add_row(table: QTextTable, caret: QTextCursor) -> None:
    """Add an empty row at the end; taking that back brings the caret to where it is now."""
    edit = QTextCursor(caret)
    edit.beginEditBlock()
    table.appendRows(1)
    for column in range(len(HEADERS)):
        _fill(table, (table.rows() - 1, column), "")
    edit.endEditBlock()


def append(table: QTextTable, regel: Afspraakregel) -> int:
    """Write a row at the end, or in the last one when that is empty; gives where it ends."""
    edit = table.lastCursorPosition()
    edit.beginEditBlock()
    if not is_empty(table, table.rows() - 1):
        add_row(table, edit)
    row = table.rows() - 1
    for column, text in enumerate((regel.wie, regel.wat, regel.wanneer, regel.anders)):
        table.cellAt(row, column).firstCursorPosition().insertText(to_qt(text))
    edit.endEditBlock()
    return table.cellAt(row, 1).lastPosition()


def remove_row(cursor: QTextCursor) -> bool:
    """Remove the row of the cursor; the head and the last row stay."""
    table = cursor.currentTable()
    row = table.cellAt(cursor).row()
    if row == 0 or table.rows() <= 2:  # noqa: PLR2004 the head and one row
        return False
    table.removeRows(row, 1)
    return True


def is_empty(table: QTextTable, row: int) -> bool:
    """Tell whether nothing was written in a row."""
    return not any(_texts(table, row))


def lines(table: QTextTable) -> tuple[list[float], list[float]]:
    """Give where the lines between the cells stand, from left to right and from top to bottom."""
    air = table.format().toTableFormat().cellPadding() + 1
    columns, last = range(table.columns()), table.rows() - 1
    heads = [_box(table, 0, column) for column in columns]
    tops = [_box(table, row, 0).top() - air for row in range(table.rows())]
    bottom = max(_box(table, last, column).bottom() for column in columns) + air
    return [*(box.left() - air for box in heads), heads[-1].right() + air], [*tops, bottom]


def _box(table: QTextTable, row: int, column: int) -> QRectF:
    cell, layout = table.cellAt(row, column), table.document().documentLayout()
    first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    return layout.blockBoundingRect(first).united(layout.blockBoundingRect(last))


def _texts(table: QTextTable, row: int) -> tuple[str, str, str, str]:
    wie, wat, wanneer, anders = (_text(table, row, column) for column in range(len(HEADERS)))
    return wie, wat, wanneer, anders


def _text(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    lines = [block.text()]
    while block != last:
        block = block.next()
        lines.append(block.text())
    return from_qt("\n".join(lines))


def _whole_cell(table: QTextTable, row: int, column: int) -> QTextCursor:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _fill(table: QTextTable, place: tuple[int, int], text: str, *, is_header: bool = False) -> None:
    cursor = table.cellAt(*place).firstCursorPosition()
    cursor.setBlockFormat(blocks.plain_format(BlokSoort.TABELKOP if is_header else BlokSoort.CEL))
    char_format = QTextCharFormat()
    char_format.setFont(style.font("tekst", weight=600 if is_header else 400))
    cursor.setBlockCharFormat(char_format)
    cursor.insertText(to_qt(text), char_format)


def _format() -> QTextTableFormat:
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setBorder(1)
    # The lines are painted in `margins`: a colour in the text would not follow the theme.
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setBorderCollapse(True)
    made.setCellPadding(style.scaled(6))
    made.setCellSpacing(0)
    made.setLeftMargin(style.scaled(blocks.GUTTER))
    made.setTopMargin(style.scaled(4))
    made.setBottomMargin(style.scaled(12))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    widths = [QTextLength(QTextLength.Type.PercentageLength, w) for w in _WIDTHS]
    made.setColumnWidthConstraints(widths)
    return made
