"""Reads an editor document back as a `Tekst`."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock

from vtdesk.ui.verslagen import blocks, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clean_text import from_qt
from vtdesk.ui.verslagen.document import EditorDocument, Gelezen, Regels
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
    if known is not None and known.is_current:
        return known.sectie
    lines = _lines(document, sectie_id, known)
    reasons = [line for line in lines if isinstance(line, str)]
    asked = document.template_section(sectie_id).velden
    found = [blok for line in lines if not isinstance(line, str) for blok in line]
    while found and found[-1] == Alinea():
        found.pop()
    written = _without_points(found, asked)
    if all(one == Alinea() for one in written):
        written = []
    made = Sectie(sectie_id, tuple(written), "\n".join(reasons))
    document.read[sectie_id] = Gelezen(made, lines, len(lines), len(lines))
    return made


def _lines(document: EditorDocument, sectie_id: str, known: Gelezen | None) -> Regels:
    """Read the lines of a section; what did not change since is as it was read then."""
    start, end = document.lines_of(sectie_id)
    if known is None or known.head + known.tail > min(len(known.lines), end - start):
        return _read(document, start, end)
    old, head, tail = known.lines, known.head, known.tail
    changed = _read(document, start + head, end - tail)
    return [*old[:head], *changed, *old[len(old) - tail :]]


def _read(document: EditorDocument, start: int, end: int) -> Regels:
    """Read lines by their number; all rows of a table count for its first line."""
    found: Regels = []
    block = document.findBlockByNumber(start)
    while block.isValid() and len(found) < end - start:
        kind = blocks.kind_of(block)
        if kind is BlokSoort.KOP:
            break
        cells = table.of_block(block) if kind in blocks.IN_TABLE else None
        if cells is None:
            found.append(_line(document, block, kind))
        else:
            found.append(tuple(table.rows(cells)))
            last = cells.lastCursorPosition().block()
            found += [()] * (last.blockNumber() - block.blockNumber())
            block = last
        block = block.next()
    return found


def _line(document: EditorDocument, block: QTextBlock, kind: BlokSoort) -> str | tuple[Blok, ...]:
    if kind is BlokSoort.NVT:
        return from_qt(block.text())
    if kind is BlokSoort.LEEG or blocks.is_free(block):
        return ()
    return (blok(document, block),)


def _without_points(found: Sequence[Blok], asked: Sequence[str]) -> list[Blok]:
    """Leave out the points that only ask, but for those with free words below them.

    The others come back at their place by themselves; without these, what was typed below them
    would stand above them the next time.
    """
    kept: list[Blok] = []
    below_is_free = False
    for one in reversed(found):
        words = plain(one).strip()
        if words in asked:
            if not below_is_free:
                continue
        elif words:
            below_is_free = not words.startswith(tuple(asked))
        kept.append(one)
    return kept[::-1]
