"""What a writer does with paragraphs: split them, and say what kind of sentence one is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from vtdesk.ui.verslagen import blocks, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.ui.verslagen.removing import is_empty, make_plain
from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import Bron, Uitspraakregel

_BOLD, _NORMAL = 600, 400


def split(document: EditorDocument, cursor: QTextCursor) -> None:
    """Do what Enter promises: a new line of the same sort, and out of it on an empty one."""
    block = cursor.block()
    kind = blocks.kind_of(block)
    if kind is BlokSoort.KOP:
        cursor.setPosition(block.next().position())
    elif kind in blocks.IN_TABLE:
        cursor.setPosition(table.place_below(cursor))
    elif kind is not BlokSoort.ALINEA and is_empty(block):
        make_plain(block)
    elif kind is not BlokSoort.ALINEA and cursor.atBlockStart():
        cursor.insertBlock(block.blockFormat(), blocks.body_font())
        make_plain(cursor.block().previous())
    else:
        cursor.insertBlock(_after(document, cursor), blocks.body_font())


def _after(document: EditorDocument, cursor: QTextCursor) -> QTextBlockFormat:
    block = cursor.block()
    kind = blocks.kind_of(block)
    regel = document.regel(block)
    if regel is not None:
        fresh = _same_source(regel) if cursor.atBlockEnd() else replace(regel, id=uuid4())
        return document.statement_format(fresh)
    goes_on = kind in {BlokSoort.PUNT, BlokSoort.NUMMER} or (
        kind is BlokSoort.WERKAANTEKENING and not cursor.atBlockEnd()
    )
    return blocks.plain_format(kind if goes_on else BlokSoort.ALINEA)


def _same_source(regel: Uitspraakregel) -> Uitspraakregel:
    """Begin a next statement of the same person; what was found out was about the former."""
    return replace(
        regel,
        id=uuid4(),
        over=(),
        verificatie=Verificatie.ONBEVESTIGD,
        verificatie_door="",
        steunt_op=(),
    )


def mark(document: EditorDocument, cursor: QTextCursor, letter: Letter) -> None:
    """Make the chosen paragraphs statements of this letter; once more changes nothing."""

    def with_letter(block: QTextBlock) -> QTextBlockFormat:
        regel = document.regel(block)
        fresh = document.new_statement(letter)
        if regel is None:
            return document.statement_format(fresh)
        # Nobody chose a source that only came along with the letter: it goes with it too.
        chosen = regel.bron not in {Bron(), document.own_source(regel.letter)}
        bron = regel.bron if chosen else fresh.bron
        return document.statement_format(replace(regel, letter=letter, bron=bron))

    def needs(block: QTextBlock) -> bool:
        regel = document.regel(block)
        return regel is None or regel.letter is not letter

    _change([b for b in _chosen(document, cursor) if needs(b)], cursor, with_letter)


def mark_kind(document: EditorDocument, cursor: QTextCursor, kind: BlokSoort) -> None:
    """Make the chosen paragraphs of this kind; once more makes them plain."""
    chosen = _chosen(document, cursor)
    back = all(blocks.kind_of(block) is kind for block in chosen)
    made = blocks.plain_format(BlokSoort.ALINEA if back else kind)
    _change(chosen, cursor, lambda _: made)


def _change(
    chosen: Sequence[QTextBlock],
    cursor: QTextCursor,
    made: Callable[[QTextBlock], QTextBlockFormat],
) -> None:
    """Give these paragraphs another format, as one step of undo."""
    edit = QTextCursor(cursor)  # where the caret comes back to when this is taken back
    edit.beginEditBlock()
    for block in chosen:
        QTextCursor(block).setBlockFormat(made(block))
    edit.endEditBlock()


def _chosen(document: EditorDocument, cursor: QTextCursor) -> list[QTextBlock]:
    """List the paragraphs that the selection touches; headings, n.v.t. and cells have one kind."""
    bound = blocks.FIXED | {BlokSoort.CEL, BlokSoort.NVT}
    found: list[QTextBlock] = []
    block = document.findBlock(cursor.selectionStart())
    while block.isValid() and block.position() <= cursor.selectionEnd():
        if blocks.kind_of(block) not in bound:
            found.append(block)
        block = block.next()
    return found


def change_statement(document: EditorDocument, regel: Uitspraakregel) -> None:
    """Give a statement its new attributes; the words stay as they are."""
    block = document.find_statement(regel.id)
    if block is not None and document.regel(block) != replace(regel, runs=()):
        QTextCursor(block).setBlockFormat(document.statement_format(regel))


def toggle_not_applicable(document: EditorDocument, sectie_id: str) -> QTextCursor | None:
    """Begin or end `n.v.t., want …` under a heading; None when something was written there."""
    first = document.heading(sectie_id).next()
    cursor = QTextCursor(first)
    if blocks.kind_of(first) is BlokSoort.NVT:
        make_plain(first)
    elif blocks.kind_of(first) is BlokSoort.ALINEA and is_empty(first):
        cursor.setBlockFormat(blocks.plain_format(BlokSoort.NVT))
    elif _only_open_fields(document, sectie_id):  # a table without a word in it, too
        cursor = QTextCursor(document.heading(sectie_id))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(blocks.plain_format(BlokSoort.NVT), blocks.body_font())
    else:
        return None
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return cursor


def has_rows(document: EditorDocument, sectie_id: str) -> bool:
    """Tell whether something stands in the table of a section."""
    return any(
        blocks.kind_of(block) is BlokSoort.CEL and block.text().strip()
        for block in document.section_blocks(sectie_id)
    )


def _only_open_fields(document: EditorDocument, sectie_id: str) -> bool:
    known = {"", *document.template_section(sectie_id).velden}
    return all(
        blocks.kind_of(block) is BlokSoort.TABELKOP or block.text().strip() in known
        for block in document.section_blocks(sectie_id)
    )


def toggle_style(cursor: QTextCursor, *, bold: bool) -> QTextCharFormat:
    """Turn bold (or else italics) on or off; gives the change, for what is typed next."""
    style = QTextCharFormat()
    here = cursor.charFormat()
    if bold:
        style.setFontWeight(_NORMAL if here.fontWeight() >= _BOLD else _BOLD)
    else:
        style.setFontItalic(not here.fontItalic())
    return style
