"""What goes to the clipboard and what comes from it: blocks of our own, clean words of others."""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from vtdesk.services import plakken
from vtdesk.ui.verslagen import blocks, loading, paragraphs, reading, removing, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clean_text import to_qt
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.ui.verslagen.loading import ROWS
from vtdesk.values.kinds import Zichtbaarheid
from vtdesk.values.tekst import (
    Alinea,
    Blok,
    Run,
    Runs,
    Sectie,
    Tekst,
    Uitspraakregel,
    plain,
)

OWN_FORMAT = "application/x-vtdesk-tekst"
SECRET_HINT = "x-kde-passwordManagerHint"  # noqa: S105 the name of a clipboard format
_RTF = ("text/rtf", "application/rtf", "text/richtext")
LARGE = 64 * 1024  # signs; what is larger is read beside the window
MAX_SIZE = 1024 * 1024  # signs of words in a text
MAX_WORD = 10_000  # signs without a space, such as a file in base64; Qt is quadratic over them
# Another program may use the name of our format for something else.
_NOT_OURS = (AttributeError, LookupError, TypeError, ValueError, RecursionError)


def copy(document: EditorDocument, cursor: QTextCursor) -> QMimeData:
    """Give what is selected, as our own blocks and as plain words."""
    found = _selected(document, cursor.selectionStart(), cursor.selectionEnd())
    while len(found) > 1 and found[-1] == Alinea():
        found.pop()
    data = QMimeData()
    data.setText("\n".join(_words(blok) for blok in found))
    own = {
        "van": str(document.id),
        "casus": str(document.about.casus_id),
        "tekst": Tekst((Sectie("", tuple(found)),)).to_json(),
    }
    data.setData(OWN_FORMAT, json.dumps(own).encode())
    data.setData(SECRET_HINT, b"secret")
    return data


@dataclass(frozen=True, slots=True)
class Clip:
    """What was on the clipboard when it was asked for, as far as a text wants to know."""

    own: bytes
    html: str
    words: str
    rtf: bytes

    @property
    def is_empty(self) -> bool:
        """Tell whether there was nothing that a text could take in."""
        return not (self.own or self.html or self.words or self.rtf)

    @property
    def is_large(self) -> bool:
        """Tell whether reading it may take longer than one waits for a key."""
        return not self.own and len(self.html) + len(self.words) + len(self.rtf) > LARGE


def taken(data: QMimeData) -> Clip:
    """Take over what is on the clipboard; pictures and addresses of files are not looked at."""
    rich = next((bytes(data.data(name).data()) for name in _RTF if data.hasFormat(name)), b"")
    own = bytes(data.data(OWN_FORMAT).data()) if data.hasFormat(OWN_FORMAT) else b""
    return Clip(own, data.html() if data.hasHtml() else "", data.text(), rich)


def read(document: EditorDocument, clip: Clip) -> tuple[Blok, ...]:
    """Read what was on the clipboard; nothing when it is too large."""
    if clip.own:
        with contextlib.suppress(*_NOT_OURS):
            return _fitting(_own(document, clip.own))
    return read_foreign(clip)


def read_foreign(clip: Clip) -> tuple[Blok, ...]:
    """Read what another program put there; touches no document, so that a thread may do it."""
    found = plakken.from_html(clip.html) if clip.html else ()
    if not found and clip.rtf:
        found = plakken.from_rtf(clip.rtf)
    return _fitting(found or _lines(clip.words))


def write(
    document: EditorDocument, cursor: QTextCursor, found: Sequence[Blok], words: str = ""
) -> None:
    """Put blocks at the cursor, as one step of undo."""
    cursor.beginEditBlock()
    if cursor.hasSelection():
        removing.remove_selected(document, cursor, for_other_words=True)
    blocks.leave_fixed(cursor)
    if is_in_cell(cursor):
        _paste_in_table(cursor, found, words)
    else:
        insert(document, cursor, found)
    cursor.endEditBlock()


def is_in_cell(cursor: QTextCursor) -> bool:
    """Tell whether what is pasted comes in a table."""
    return blocks.kind_of(cursor.block()) is BlokSoort.CEL


def _paste_in_table(cursor: QTextCursor, found: Sequence[Blok], words: str) -> None:
    """Write rows as rows, also those of a sheet, which come with tabs; else words in the cell."""
    if all(isinstance(blok, ROWS) for blok in found):
        table.write_rows(cursor, [table.cells_of(b) for b in found if isinstance(b, ROWS)])
    elif "\t" in words:
        lines = [line for line in words.splitlines() if line.strip()]
        table.write_rows(cursor, [[cell.strip() for cell in line.split("\t")] for line in lines])
    else:
        cursor.insertText(to_qt("\n".join(plain(blok) for blok in found)))


def _words(blok: Blok) -> str:
    return "\t".join(table.cells_of(blok)) if isinstance(blok, ROWS) else plain(blok)


def insert(document: EditorDocument, cursor: QTextCursor, found: Sequence[Blok]) -> None:
    """Write blocks at the cursor; plain words at the start go into the line that is there."""
    first, rest = found[0], found[1:]
    if rest and not cursor.atBlockEnd():
        place = cursor.position()
        paragraphs.split(document, cursor)
        cursor.setPosition(place)
    if isinstance(first, Alinea):
        loading.write(cursor, first.runs)
    elif removing.is_empty(cursor.block()):
        replace_block(document, cursor, first)
    else:
        rest = found
    for blok in rest:
        loading.add_blok(document, cursor, blok)


def replace_block(document: EditorDocument, cursor: QTextCursor, blok: Blok) -> None:
    """Write a block in the empty one at the cursor."""
    block = cursor.block()
    loading.add_blok(document, cursor, blok)
    remove = QTextCursor(block)
    remove.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    stays = cursor.block().blockFormat()
    remove.removeSelectedText()
    remove.setBlockFormat(stays)


def _selected(document: EditorDocument, start: int, end: int) -> list[Blok]:
    found: list[Blok] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        cells = table.of_block(block)
        if cells is not None and not _in_one_cell(cells, start, end):
            found += _rows(cells, start, end)
            block = cells.lastCursorPosition().block()
        elif blocks.kind_of(block) not in blocks.FIXED:
            found.append(_part(document, block, start, end))
        block = block.next()
    if len(found) == 1 and not _covers(document.findBlock(start), start, end):
        return [blok if isinstance(blok, ROWS) else Alinea(blok.runs) for blok in found]
    return found


def _in_one_cell(cells: QTextTable, start: int, end: int) -> bool:
    return any(
        (cell := cells.cellAt(place)).isValid() and cell.firstPosition() <= start
        and end <= cell.lastPosition()
        for place in (start, end)
    )  # fmt: skip


def _rows(cells: QTextTable, start: int, end: int) -> list[Blok]:
    """Give the rows that a selection touches, as a whole; the head is no row."""
    last = cells.columns() - 1
    return [
        table.row_at(cells, row)
        for row in range(1, cells.rows())
        if cells.cellAt(row, 0).firstPosition() <= end
        and cells.cellAt(row, last).lastPosition() >= start
    ]


def _covers(block: QTextBlock, start: int, end: int) -> bool:
    return start <= block.position() and end >= block.position() + block.length() - 1


def _part(document: EditorDocument, block: QTextBlock, start: int, end: int) -> Blok:
    blok = reading.blok(document, block)
    if isinstance(blok, ROWS):
        return blok
    first = max(0, start - block.position())
    last = min(block.length() - 1, end - block.position())
    return replace(blok, runs=_cut(blok.runs, first, last))


def _cut(runs: Runs, first: int, last: int) -> Runs:
    """Take a stretch out of styled words, counted as Qt counts: in UTF-16 units."""
    found: list[Run] = []
    place = 0
    for run in runs:
        units = run.tekst.encode("utf-16-le")
        begin, end = max(0, first - place), min(len(units) // 2, last - place)
        if begin < end:
            words = units[2 * begin : 2 * end].decode("utf-16-le", "ignore")
            found.append(replace(run, tekst=words))
        place += len(units) // 2
    return tuple(found)


def _fitting(found: tuple[Blok, ...]) -> tuple[Blok, ...]:
    """Give what a text can hold, or nothing."""
    words = [plain(blok) for blok in found]
    too_long = (len(word) > MAX_WORD for line in words for word in line.split())
    return () if sum(map(len, words)) > MAX_SIZE or any(too_long) else found


def _lines(words: str) -> tuple[Blok, ...]:
    if len(words) > MAX_SIZE:
        return ()
    lines = [line.strip() for line in words.splitlines()]
    if len(lines) <= 1:
        return (Alinea((Run(words.rstrip("\r\n")),)),) if words.strip("\r\n") else ()
    return tuple(Alinea((Run(line),)) for line in lines if line)


def _own(document: EditorDocument, data: bytes) -> tuple[Blok, ...]:
    """Read our own blocks; a statement that is still there, or of another verslag, is a new one."""
    own = json.loads(data)
    here = own["van"] == str(document.id)
    known = own["casus"] == str(document.about.casus_id)
    taken = document.statement_ids()
    found = Tekst.from_json(own["tekst"]).secties[0].blokken
    return tuple(
        _fresh(blok, taken, here=here, known=known) if isinstance(blok, Uitspraakregel) else blok
        for blok in found
    )


def _fresh(
    regel: Uitspraakregel, taken: frozenset[UUID], *, here: bool, known: bool
) -> Uitspraakregel:
    if here:
        return replace(regel, id=uuid4()) if regel.id in taken else regel
    fresh = replace(regel, id=uuid4(), steunt_op=())
    return fresh if known else _without_people(fresh)


def _without_people(regel: Uitspraakregel) -> Uitspraakregel:
    """Name nobody of another casus; what was hidden from one person is then hidden from all."""
    hidden = regel.zichtbaarheid is Zichtbaarheid.NIET_VOOR
    return replace(
        regel,
        bron=replace(regel.bron, persoon_id=None),
        over=(),
        niet_voor=(),
        zichtbaarheid=Zichtbaarheid.ALLEEN_VT if hidden else regel.zichtbaarheid,
    )
