"""Puts a `Tekst` into an editor document, section by section."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from vtdesk.ui.verslagen import blocks, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clean_text import to_qt
from vtdesk.ui.verslagen.document import EditorDocument, nothing
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Run,
    Runs,
    Sectie,
    Tabelrij,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    plain,
)

ROWS = (Afspraakregel, Tabelrij)
LONG, STEP = 600, 60  # blocks: what takes time to open, and how often one hears of it
Tell = Callable[[int, int], None]  # how many of how many


def build(
    tekst: Tekst,
    sjabloon: Sjabloon,
    *,
    leeg_want: dict[str, str] | None = None,
    tell: Tell | None = None,
) -> EditorDocument:
    """Make a document of a text; undo starts empty. `tell` hears how far a long one is.

    A final text comes with why parts were left empty; it shows what paper says, and no prompts.
    """
    document = EditorDocument(sjabloon)
    document.tell = _told(tell, sum(len(sectie.blokken) for sectie in tekst.secties))
    document.leeg_want = leeg_want
    document.setUndoRedoEnabled(False)
    given = {s.id: s for s in tekst.secties}
    known = [given.pop(s.id, Sectie(s.id)) for s in sjabloon.secties]
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for sectie in [*known, *given.values()]:
        _add_section(document, cursor, sectie)
    cursor.endEditBlock()
    document.tell = nothing
    document.setUndoRedoEnabled(True)
    document.fit()  # also makes the layout, without which Qt tells nobody of a change
    document.setModified(False)
    return document


def _told(tell: Tell | None, total: int) -> Callable[[], None]:
    """Make what counts the blocks of a long text, and says now and then how far it is."""
    if tell is None or total < LONG:
        return nothing
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        if done % STEP == 0:
            tell(done, total)

    return count


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
    _add_parts(document, cursor, template, parts)
    _close_section(cursor, template, parts)


def _add_final(document: EditorDocument, cursor: QTextCursor, sectie: Sectie, want: str) -> None:
    """Write what paper says of a part, and nothing to fill in."""
    written = [blok for blok in sectie.blokken if plain(blok).strip()]
    _add_parts(document, cursor, document.template_section(sectie.id), written)
    if not written and not sectie.nvt:
        words = " ".join(filter(None, ("Niet ingevuld.", want)))
        add(cursor, BlokSoort.LEEG, (Run(words),))
    elif written and isinstance(written[-1], ROWS):
        _close_section(cursor, SjabloonSectie(sectie.id, ""), written)


def _add_parts(
    document: EditorDocument, cursor: QTextCursor, template: SjabloonSectie, parts: Sequence[Blok]
) -> None:
    for kind, group in groupby(parts, _table_kind):
        found = list(group)
        if kind is None:
            for blok in found:
                add_blok(document, cursor, blok)
                document.tell()
        else:
            headers = table.HEADERS if kind is Afspraakregel else template.kolommen
            table.insert(cursor, [blok for blok in found if isinstance(blok, ROWS)], headers)


def _table_kind(blok: Blok) -> type[table.Rij] | None:
    """Tell in what table a block stands: rows of one kind beside each other make one."""
    return type(blok) if isinstance(blok, ROWS) else None


def _close_section(cursor: QTextCursor, template: SjabloonSectie, parts: Sequence[Blok]) -> None:
    """End with a place for the caret, and with the table that the template asks for."""
    kinds = {_table_kind(blok) for blok in parts}
    ends_with_table = bool(parts) and isinstance(parts[-1], ROWS)
    if template.tabel and Afspraakregel not in kinds:
        table.insert(cursor, [Afspraakregel()])
        ends_with_table = True
    if template.kolommen and Tabelrij not in kinds:
        table.insert(cursor, [Tabelrij()], template.kolommen)
        ends_with_table = True
    if ends_with_table:
        cursor.setBlockFormat(blocks.plain_format(BlokSoort.ALINEA))
        cursor.setBlockCharFormat(blocks.body_font())
    elif blocks.kind_of(cursor.block()) is BlokSoort.KOP:
        add(cursor, BlokSoort.ALINEA, ())


def _with_fields(sectie: Sectie, template: SjabloonSectie) -> list[Blok]:
    """Put the points that nobody filled in before the next one that is there, or at the end."""
    parts = list(sectie.blokken)
    if sectie.nvt:
        return parts
    place = len(parts)
    for field in reversed(template.velden):
        there = [n for n, blok in enumerate(parts) if plain(blok).startswith(field)]
        if there:
            place = there[0]
        else:
            parts.insert(place, Alinea((Run(f"{field} "),)))
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
        case Afspraakregel() | Tabelrij():
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
    if first or blocks.is_free(cursor.block()):
        cursor.setBlockFormat(block_format)
        cursor.setBlockCharFormat(char_format)
    else:
        cursor.insertBlock(block_format, char_format)
