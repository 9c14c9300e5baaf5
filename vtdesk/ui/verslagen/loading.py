"""Puts a `Tekst` into an editor document, section by section."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from vtdesk.ui.verslagen import blocks, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clean_text import to_qt
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Run,
    Runs,
    Sectie,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    plain,
)


def build(
    tekst: Tekst, sjabloon: Sjabloon, *, leeg_want: dict[str, str] | None = None
) -> EditorDocument:
    """Make a document of a text; undo starts empty.

    A final text comes with why parts were left empty; it shows what paper says, and no prompts.
    """
    document = EditorDocument(sjabloon)
    document.leeg_want = leeg_want
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(blocks.body_font().font())
    given = {s.id: s for s in tekst.secties}
    known = [given.pop(s.id, Sectie(s.id)) for s in sjabloon.secties]
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for sectie in [*known, *given.values()]:
        _add_section(document, cursor, sectie)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)
    document.documentLayout()  # without a layout Qt tells nobody of a change
    return document


def _add_section(document: EditorDocument, cursor: QTextCursor, sectie: Sectie) -> None:
    template = document.template_section(sectie.id)
    number = len(document.sections()) + 1
    _add_block(cursor, blocks.heading_format(sectie.id), blocks.heading_font(), first=number == 1)
    cursor.insertText(f"{number}  {to_qt(template.kop)}")
    document.add_heading(cursor, sectie.id)
    if sectie.nvt:
        add(cursor, BlokSoort.NVT, (Run(sectie.nvt),))
    if document.leeg_want is not None:
        _add_final(document, cursor, sectie, document.leeg_want.get(sectie.id, ""))
        return
    parts = _with_fields(sectie, template)
    _add_parts(document, cursor, parts)
    _close_section(cursor, template, parts)


def _add_final(document: EditorDocument, cursor: QTextCursor, sectie: Sectie, want: str) -> None:
    """Write what paper says of a part, and nothing to fill in."""
    written = [blok for blok in sectie.blokken if plain(blok).strip()]
    _add_parts(document, cursor, written)
    if not written and not sectie.nvt:
        words = " ".join(filter(None, ("Niet ingevuld.", want)))
        add(cursor, BlokSoort.LEEG, (Run(words),))
    elif written and isinstance(written[-1], Afspraakregel):
        _close_section(cursor, SjabloonSectie(sectie.id, ""), written)


def _add_parts(document: EditorDocument, cursor: QTextCursor, parts: Sequence[Blok]) -> None:
    for is_row, group in groupby(parts, lambda blok: isinstance(blok, Afspraakregel)):
        if is_row:
            table.insert(cursor, [blok for blok in group if isinstance(blok, Afspraakregel)])
        else:
            for blok in group:
                add_blok(document, cursor, blok)


def _close_section(cursor: QTextCursor, template: SjabloonSectie, parts: Sequence[Blok]) -> None:
    """End with a place for the caret, and with the table that the template asks for."""
    has_table = any(isinstance(blok, Afspraakregel) for blok in parts)
    if template.tabel and not has_table:
        table.insert(cursor, [Afspraakregel()])
        has_table = True
    if has_table and isinstance(parts[-1] if parts else Afspraakregel(), Afspraakregel):
        cursor.setBlockFormat(blocks.plain_format(BlokSoort.ALINEA))
        cursor.setBlockCharFormat(blocks.body_font())
    elif blocks.kind_of(cursor.block()) is BlokSoort.KOP:
        add(cursor, BlokSoort.ALINEA, ())


def _with_fields(sectie: Sectie, template: SjabloonSectie) -> list[Blok]:
    """Put the fixed points of the template between the lines, where they are not yet filled in."""
    parts = list(sectie.blokken)
    if sectie.nvt:
        return parts
    place = 0
    for field in template.velden:
        there = [n for n, blok in enumerate(parts) if plain(blok).startswith(field)]
        if there:
            place = there[0] + 1
        else:
            parts.insert(place, Alinea((Run(f"{field} "),)))
            place += 1
    return parts


def add_blok(document: EditorDocument, cursor: QTextCursor, blok: Blok) -> None:
    """Write one block after that of the cursor."""
    match blok:
        case Uitspraakregel():
            _add_block(cursor, document.statement_format(blok), blocks.body_font())
            write(cursor, blok.runs)
        case Werkaantekening():
            add(cursor, BlokSoort.WERKAANTEKENING, blok.runs)
        case Lijstpunt():
            kind = BlokSoort.NUMMER if blok.genummerd else BlokSoort.PUNT
            add(cursor, kind, blok.runs)
        case Alinea():
            add(cursor, BlokSoort.ALINEA, blok.runs)
        case Afspraakregel():
            add(cursor, BlokSoort.PUNT, (Run(plain(blok)),))


def add(cursor: QTextCursor, kind: BlokSoort, runs: Runs) -> None:
    """Write a block of a kind that carries nothing but its words."""
    _add_block(cursor, blocks.plain_format(kind), blocks.body_font())
    write(cursor, runs)


def write(cursor: QTextCursor, runs: Runs) -> None:
    """Write words with their style."""
    for run in runs:
        style = blocks.body_font()
        style.setFontWeight(600 if run.vet else 400)
        style.setFontItalic(run.cursief)
        cursor.insertText(to_qt(run.tekst), style)


def _add_block(
    cursor: QTextCursor,
    block_format: QTextBlockFormat,
    char_format: QTextCharFormat,
    *,
    first: bool = False,
) -> None:
    if first or _is_free(cursor):
        cursor.setBlockFormat(block_format)
        cursor.setBlockCharFormat(char_format)
    else:
        cursor.insertBlock(block_format, char_format)


def _is_free(cursor: QTextCursor) -> bool:
    """Tell whether this is the block that Qt leaves behind a table."""
    block_format = cursor.block().blockFormat()
    return block_format.property(blocks.KIND) is None and not cursor.block().text()
