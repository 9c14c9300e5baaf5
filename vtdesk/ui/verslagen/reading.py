"""Reads an editor document back as a `Tekst`."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock

from vtdesk.ui.verslagen import blocks, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clean_text import from_qt
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.tekst import (
    Alinea,
    Blok,
    Lijstpunt,
    Run,
    Runs,
    Sectie,
    Tekst,
    Werkaantekening,
    plain,
)

_BOLD = 600


def tekst(document: EditorDocument) -> Tekst:
    """Read the document; a section that did not change is the value that was read before."""
    return Tekst(tuple(_section(document, name) for name in document.sections()))


def runs(block: QTextBlock) -> Runs:
    """Read the words of a block with their style; neighbours in one style become one."""
    found: list[Run] = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        style = piece.charFormat()
        run = Run(
            from_qt(piece.text()), vet=style.fontWeight() >= _BOLD, cursief=style.fontItalic()
        )
        if found and (found[-1].vet, found[-1].cursief) == (run.vet, run.cursief):
            found[-1] = replace(run, tekst=found[-1].tekst + run.tekst)
        else:
            found.append(run)
        pieces += 1
    return tuple(found)


def blok(document: EditorDocument, block: QTextBlock) -> Blok:
    """Read one block outside a table."""
    words = runs(block)
    regel = document.regel(block)
    if regel is not None:
        return replace(regel, runs=words)
    match blocks.kind_of(block):
        case BlokSoort.PUNT:
            return Lijstpunt(words)
        case BlokSoort.NUMMER:
            return Lijstpunt(words, genummerd=True)
        case BlokSoort.WERKAANTEKENING:
            return Werkaantekening(words)
        case _:
            return Alinea(words)


def _section(document: EditorDocument, sectie_id: str) -> Sectie:
    known = document.read.get(sectie_id)
    if known is not None:
        return known
    fields = frozenset(document.template_section(sectie_id).velden)
    nvt, found = _content(document, document.heading(sectie_id).next())
    written = [b for b in found if plain(b).strip() not in fields]
    while written and written[-1] == Alinea():
        written.pop()
    made = document.read[sectie_id] = Sectie(sectie_id, tuple(written), nvt)
    return made


def _content(document: EditorDocument, block: QTextBlock) -> tuple[str, list[Blok]]:
    """Read up to the next heading: the reason of n.v.t., and the blocks."""
    reasons, found = list[str](), list[Blok]()
    while block.isValid():
        kind = blocks.kind_of(block)
        if kind is BlokSoort.KOP:
            break
        if kind is BlokSoort.LEEG:
            pass
        elif kind is BlokSoort.NVT:
            reasons.append(from_qt(block.text()))
        elif (afspraken := table.of_block(block)) is not None:
            found.extend(table.rows(afspraken))
            block = afspraken.lastCursorPosition().block()
        elif not blocks.is_free(block):
            found.append(blok(document, block))
        block = block.next()
    return "\n".join(reasons), found
