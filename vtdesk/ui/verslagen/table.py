"""Tables, of afspraken or with columns of the template: a fixed head, rows by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QTextBlock,
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
from vtdesk.values.tekst import Afspraakregel, Tabelrij

Rij = Afspraakregel | Tabelrij

HEADERS = ("Wie", "Wat", "Wanneer", "Wat als het niet lukt")
_WIDTHS = (17, 35, 20, 28)
_NARROWEST, _WIDEST = 20, 36  # signs that a column has room for
_OF_AFSPRAKEN = blocks.KIND  # property of the format: that the rows are afspraken


def insert(cursor: QTextCursor, rows: Sequence[Rij], headers: Sequence[str] = HEADERS) -> None:
    """Put a table after the block of the cursor; the cursor ends in the free block behind it."""
    if blocks.is_free(cursor.block()):
        cursor.setBlockFormat(blocks.between_format())
        cursor.setBlockCharFormat(blocks.body_font())
    agreed = isinstance(rows[0], Afspraakregel)
    filled = [cells_of(row) for row in rows]
    width = max(len(headers), *(len(cells) for cells in filled))
    shares = _WIDTHS if agreed else _shares([headers, *filled], width)
    made = cursor.insertTable(len(rows) + 1, width, _format(shares, agreed=agreed))
    for number, cells in enumerate((tuple(headers), *filled)):
        for column in range(width):
            text = cells[column] if column < len(cells) else ""
            _fill(made, (number, column), text, is_header=number == 0)
    cursor.setPosition(made.lastPosition() + 1)


def cells_of(row: Rij) -> tuple[str, ...]:
    """Give the words of a row, cell by cell."""
    if isinstance(row, Afspraakregel):
        return row.wie, row.wat, row.wanneer, row.anders
    return row.cellen


def rows(table: QTextTable) -> list[Rij]:
    """Read the rows in which something was written."""
    return [row_at(table, row) for row in range(1, table.rows()) if not is_empty(table, row)]


def row_at(table: QTextTable, number: int) -> Rij:
    """Read one row."""
    cells = _texts(table, number)
    if table.format().property(_OF_AFSPRAKEN):
        wie, wat, wanneer, anders = cells
        return Afspraakregel(wie, wat, wanneer, anders)
    return Tabelrij(cells)


def row_of(block: QTextBlock) -> int:
    """Give the row in which a block of a table stands."""
    cursor = QTextCursor(block)
    return cursor.currentTable().cellAt(cursor).row()


def of_block(block: QTextBlock) -> QTextTable | None:
    """Give the table that a block stands in."""
    if blocks.kind_of(block) not in blocks.IN_TABLE:
        return None
    return QTextCursor(block).currentTable()


def is_bare(block: QTextBlock) -> bool:
    """Tell whether a cell should say by whom or when something is done, or is the very first."""
    table, row, column = _place(QTextCursor(block))
    if block.text().strip():
        return False
    if is_empty(table, row):
        return (row, column) == (1, 0) and not rows(table)
    return bool(table.format().property(_OF_AFSPRAKEN)) and HEADERS[column] in {"Wie", "Wanneer"}


def has_next(cursor: QTextCursor) -> bool:
    """Tell whether Tab goes to a cell; behind an empty last row it leaves the table."""
    table, row, column = _place(cursor)
    last = row == table.rows() - 1 and column == table.columns() - 1
    return not (last and is_empty(table, row))


def has_previous(cursor: QTextCursor) -> bool:
    """Tell whether there is a cell before this one that can be written in."""
    _, row, column = _place(cursor)
    return row > 1 or column > 0


def next_cell(cursor: QTextCursor) -> QTextCursor:
    """Give the place of Tab: the next cell, or the first of a new row."""
    table, row, column = _place(cursor)
    row, column = divmod(row * table.columns() + column + 1, table.columns())
    if row >= table.rows():
        add_row(table, cursor)
    return _whole_cell(table, row, column)


def previous_cell(cursor: QTextCursor) -> QTextCursor:
    """Give the place of Shift+Tab."""
    table, row, column = _place(cursor)
    row, column = divmod(row * table.columns() + column - 1, table.columns())
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
    """Give the place where one goes on writing: a free row, or an unnamed one, or the last cell."""
    rows = range(1, table.rows())
    free = next((row for row in rows if is_empty(table, row)), None)
    unnamed = next((row for row in rows if not _text(table, row, 0)), None)
    row = free if free is not None else unnamed
    if row is not None:
        return table.cellAt(row, 0).firstPosition()
    return table.cellAt(table.rows() - 1, table.columns() - 1).lastPosition()


def add_row(table: QTextTable, caret: QTextCursor, *, below: int | None = None) -> None:
    """Add an empty row at the end or below a row; undo brings the caret to where it is now."""
    place = table.rows() if below is None else below + 1
    edit = QTextCursor(caret)
    edit.beginEditBlock()
    table.insertRows(place, 1)
    for column in range(table.columns()):
        _fill(table, (place, column), "")
    edit.endEditBlock()


def append(table: QTextTable, regel: Rij) -> int:
    """Write a row at the end, or in the last one when that is empty; gives where it ends."""
    edit = table.lastCursorPosition()
    edit.beginEditBlock()
    if not is_empty(table, table.rows() - 1):
        add_row(table, edit)
    row = table.rows() - 1
    _write_row(table, row, cells_of(regel))
    edit.endEditBlock()
    return table.cellAt(row, 1).lastPosition()


def write_rows(cursor: QTextCursor, grid: Sequence[Sequence[str]]) -> None:
    """Write pasted rows from the row of the caret on: in that one when it is empty, else below.

    What does not fit in the columns stands in the last cell, so that no word is lost.
    """
    table, row, _ = _place(cursor)
    edit = QTextCursor(cursor)
    edit.beginEditBlock()
    for cells in grid:
        if not is_empty(table, row):
            add_row(table, edit, below=row)
            row += 1
        _write_row(table, row, cells)
    edit.endEditBlock()
    cursor.setPosition(table.cellAt(row, table.columns() - 1).lastPosition())


def _write_row(table: QTextTable, row: int, cells: Sequence[str]) -> None:
    last = table.columns() - 1
    fitting = [*cells[:last], " ".join(filter(None, cells[last:]))]
    for column, text in enumerate(fitting):
        table.cellAt(row, column).firstCursorPosition().insertText(to_qt(text))


def clear_row(cursor: QTextCursor) -> None:
    """Take the row of the caret away; of the only row the words go."""
    table, row, _ = _place(cursor)
    if row == 0:
        return
    edit = QTextCursor(cursor)
    edit.beginEditBlock()
    if not remove_row(cursor):
        for column in range(table.columns()):
            _whole_cell(table, row, column).removeSelectedText()
    edit.endEditBlock()
    cursor.setPosition(table.cellAt(min(row, table.rows() - 1), 0).firstPosition())


def new_row(cursor: QTextCursor) -> None:
    """Make an empty row below that of the caret, and go there."""
    table, row, _ = _place(cursor)
    add_row(table, cursor, below=row)
    cursor.setPosition(table.cellAt(row + 1, 0).firstPosition())


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
    air = style.scaled(table.format().toTableFormat().cellPadding()) + 1
    columns, last = range(table.columns()), table.rows() - 1
    heads = [_box(table, 0, column) for column in columns]
    tops = [_box(table, row, 0).top() - air for row in range(table.rows())]
    bottom = max(_box(table, last, column).bottom() for column in columns) + air
    return [*(box.left() - air for box in heads), heads[-1].right() + air], [*tops, bottom]


def _box(table: QTextTable, row: int, column: int) -> QRectF:
    cell, layout = table.cellAt(row, column), table.document().documentLayout()
    first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    return layout.blockBoundingRect(first).united(layout.blockBoundingRect(last))


def _texts(table: QTextTable, row: int) -> tuple[str, ...]:
    return tuple(_text(table, row, column) for column in range(table.columns()))


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
    char_format = blocks.char_format("tekst", weight=600 if is_header else 400)
    cursor.setBlockCharFormat(char_format)
    cursor.insertText(to_qt(text), char_format)


def _shares(rows: Sequence[Sequence[str]], width: int) -> list[float]:
    """Give each column room by its longest words, within bounds: an empty one is written in too."""
    longest = [
        max((len(row[column]) for row in rows if column < len(row)), default=0)
        for column in range(width)
    ]
    wanted = [min(_WIDEST, max(_NARROWEST, signs)) for signs in longest]
    return [100 * signs / sum(wanted) for signs in wanted]


def _format(shares: Sequence[float], *, agreed: bool) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setProperty(_OF_AFSPRAKEN, agreed)
    made.setHeaderRowCount(1)
    made.setBorder(1)
    # The lines are painted in `margins`: a colour in the text would not follow the theme.
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setBorderCollapse(True)
    made.setCellPadding(6)
    made.setCellSpacing(0)
    made.setLeftMargin(blocks.GUTTER)
    made.setTopMargin(4)
    made.setBottomMargin(12)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    widths = [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
    made.setColumnWidthConstraints(widths)
    return made
