"""What each key does in the text; a key that is not named here never changes anything."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from vtdesk.ui.verslagen import blocks, fields, paragraphs, removing, table
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clean_text import LINE_BREAK
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.tekst import is_open

Key, Modifier, Standard = Qt.Key, Qt.KeyboardModifier, QKeySequence.StandardKey
Command = Callable[[QTextEdit], None]

ON_THE_SHEET = ("vet", "cursief", "alles", "weer", "regel-erbij", "vak-volgende", "rij-eronder",
                "tabelrij-weg", "naar-tekst")  # fmt: skip

_WALKS = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home,
                    Key.Key_End, Key.Key_PageUp, Key.Key_PageDown})  # fmt: skip
_TYPED_WITH = Modifier.ShiftModifier | Modifier.KeypadModifier | Modifier.GroupSwitchModifier
_CTRL_SHIFT = Modifier.ControlModifier | Modifier.ShiftModifier
_ALT_GR = Modifier.ControlModifier | Modifier.AltModifier


def press(edit: QTextEdit, event: QKeyEvent) -> bool:
    """Do what a key means; tells whether it was one of ours."""
    command = _command(event)
    if command is not None:
        command(edit)
        edit.ensureCursorVisible()
        return True
    if event.key() in {Key.Key_Tab, Key.Key_Backtab}:
        return _tab(edit, back=event.key() == Key.Key_Backtab)
    if _is_typed(event):
        return _prepare_typing(edit, event.text())
    return False


def belongs_to_qt(event: QKeyEvent) -> bool:
    """Tell whether Qt may have this key: walking and plain typing."""
    if event.key() in _WALKS:
        walks_sections = event.modifiers() & Modifier.ControlModifier and event.key() in {
            Key.Key_Up,
            Key.Key_Down,
        }
        return not walks_sections and not event.modifiers() & Modifier.AltModifier
    return _is_typed(event)


def only_walks(event: QKeyEvent) -> bool:
    """Tell whether a key changes nothing but the place."""
    return event.key() in _WALKS and belongs_to_qt(event)


def is_own(event: QEvent) -> bool:
    """Tell whether the text wants this key before any shortcut of the window."""
    return isinstance(event, QKeyEvent) and _command(event) is not None


def _document(edit: QTextEdit) -> EditorDocument:
    document = edit.document()
    assert isinstance(document, EditorDocument)  # noqa: S101 what else would the surface show
    return document


def toggle_style(edit: QTextEdit, *, bold: bool) -> None:
    """Turn bold, or else italics, on or off; a heading keeps its own."""
    cursor = edit.textCursor()
    if blocks.kind_of(cursor.block()) not in blocks.FIXED:
        edit.mergeCurrentCharFormat(paragraphs.toggle_style(cursor, bold=bold))


def _command(event: QKeyEvent) -> Command | None:
    for standard, command in _STANDARD.items():
        if event.matches(standard):
            return command
    modifiers = event.modifiers() & ~Modifier.KeypadModifier
    return _PLAIN.get((modifiers, Key(event.key())))


def _is_typed(event: QKeyEvent) -> bool:
    text, modifiers = event.text(), event.modifiers()
    by_hand = not modifiers & ~_TYPED_WITH or modifiers & _ALT_GR == _ALT_GR
    return bool(text) and by_hand and (text.isprintable() or text == "\xa0")


def _prepare_typing(edit: QTextEdit, text: str) -> bool:
    """Make room for a sign; tells whether that already put it in its place."""
    cursor = fields.whole(edit.textCursor()) or edit.textCursor()
    if cursor.hasSelection():
        cursor.beginEditBlock()
        removing.remove_selected(_document(edit), cursor, for_other_words=True)
        blocks.leave_fixed(cursor)
        cursor.insertText(text)
        cursor.endEditBlock()
        edit.setTextCursor(cursor)
        return True
    if blocks.kind_of(cursor.block()) in blocks.FIXED:
        blocks.leave_fixed(cursor)
        edit.setTextCursor(cursor)
    return text == " " and _has_space(cursor)


def _has_space(cursor: QTextCursor) -> bool:
    """Tell whether a line that asks already ends with the space behind which one answers."""
    words = cursor.block().text()
    return cursor.atBlockEnd() and words.endswith(" ") and is_open(words)


def walks(cursor: QTextCursor, *, back: bool) -> bool:
    """Tell whether Tab stays in the text: to a field of the same line, or through a table."""
    return _next_stop(cursor, back=back) is not None or _walks_table(cursor, back=back)


def _next_stop(cursor: QTextCursor, *, back: bool) -> QTextCursor | None:
    return None if back else fields.further(cursor)


def _walks_table(cursor: QTextCursor, *, back: bool) -> bool:
    if blocks.kind_of(cursor.block()) is not BlokSoort.CEL:
        return False
    return table.has_previous(cursor) if back else table.has_next(cursor)


def _tab(edit: QTextEdit, *, back: bool) -> bool:
    """Walk through the fields of a line and the cells of a table; else Tab leaves the text."""
    cursor = edit.textCursor()
    place = _next_stop(cursor, back=back)
    if place is None and _walks_table(cursor, back=back):
        place = table.previous_cell(cursor) if back else table.next_cell(cursor)
    if place is None:
        return False
    edit.setTextCursor(place)
    edit.ensureCursorVisible()
    return True


def _on_cursor(change: Callable[[QTextEdit, QTextCursor], None]) -> Command:
    """Make a command that first takes away what is selected, and then changes at the caret."""

    def command(edit: QTextEdit) -> None:
        cursor = edit.textCursor()
        cursor.beginEditBlock()
        if cursor.hasSelection():
            removing.remove_selected(_document(edit), cursor)
        elif (field := fields.whole(cursor)) is not None:
            cursor.setPosition(field.selectionEnd())  # a field stays on one line
        change(edit, cursor)
        cursor.endEditBlock()
        edit.setTextCursor(cursor)

    return command


def _removing(change: Callable[[QTextCursor], None]) -> Command:
    """Make a command that takes away what is selected, or else what `change` says."""

    def command(edit: QTextEdit) -> None:
        cursor = edit.textCursor()
        if cursor.hasSelection():
            removing.remove_selected(_document(edit), cursor)
        else:
            change(cursor)
        edit.setTextCursor(cursor)

    return command


def _remove_word(edit: QTextEdit, move: QTextCursor.MoveOperation, *, back: bool) -> None:
    cursor = edit.textCursor()
    word = QTextCursor(cursor)
    word.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
    if cursor.hasSelection():
        word = QTextCursor(cursor)
    if word.document().findBlock(word.position()) == cursor.block() or cursor.hasSelection():
        removing.remove_selected(_document(edit), word)
        edit.setTextCursor(word)
    else:
        (removing.backspace if back else removing.delete)(cursor)
        edit.setTextCursor(cursor)


def _remove_previous_word(edit: QTextEdit) -> None:
    _remove_word(edit, QTextCursor.MoveOperation.PreviousWord, back=True)


def _remove_next_word(edit: QTextEdit) -> None:
    _remove_word(edit, QTextCursor.MoveOperation.NextWord, back=False)


def cut(edit: QTextEdit) -> None:
    """Take what is selected to the clipboard; headings stay."""
    if edit.textCursor().hasSelection():
        edit.copy()
        delete(edit)


def undo(edit: QTextEdit) -> None:
    """Take back the last step."""
    _document(edit).room.undo(edit)
    edit.viewport().update()


def redo(edit: QTextEdit) -> None:
    """Do again what was taken back."""
    _document(edit).room.redo(edit)
    edit.viewport().update()


def copy(edit: QTextEdit) -> None:
    """Put what is selected on the clipboard."""
    if edit.textCursor().hasSelection():
        edit.copy()


def paste(edit: QTextEdit) -> None:
    """Put what is on the clipboard at the caret, as clean text."""
    edit.paste()


def select_all(edit: QTextEdit) -> None:
    """Select the whole text."""
    edit.selectAll()


def _split(edit: QTextEdit, cursor: QTextCursor) -> None:
    paragraphs.split(_document(edit), cursor)


def _break_line(_edit: QTextEdit, cursor: QTextCursor) -> None:
    blocks.leave_fixed(cursor)
    cursor.insertText(LINE_BREAK)


def _in_table(change: Callable[[QTextCursor], None]) -> Command:
    """Make a command for the row of the caret; outside a table it does nothing."""

    def command(edit: QTextEdit) -> None:
        cursor = edit.textCursor()
        if blocks.kind_of(cursor.block()) is BlokSoort.CEL:
            cursor.clearSelection()
            change(cursor)
            edit.setTextCursor(cursor)

    return command


new_row = _in_table(table.new_row)
remove_row = _in_table(table.clear_row)
delete = _removing(removing.delete)
_BACKSPACE = _removing(removing.backspace)
_ENTER = _on_cursor(_split)
_BREAK = _on_cursor(_break_line)

_STANDARD: dict[QKeySequence.StandardKey, Command] = {
    Standard.Undo: undo,
    Standard.Redo: redo,
    Standard.Cut: cut,
    Standard.Copy: copy,
    Standard.Paste: paste,
    Standard.SelectAll: select_all,
    Standard.DeleteStartOfWord: _remove_previous_word,
    Standard.DeleteEndOfWord: _remove_next_word,
    Standard.Bold: lambda edit: toggle_style(edit, bold=True),
    Standard.Italic: lambda edit: toggle_style(edit, bold=False),
}
_PLAIN: dict[tuple[Qt.KeyboardModifier, Qt.Key], Command] = {
    (Modifier.NoModifier, Key.Key_Return): _ENTER,
    (Modifier.NoModifier, Key.Key_Enter): _ENTER,
    (Modifier.ShiftModifier, Key.Key_Return): _BREAK,
    (Modifier.ShiftModifier, Key.Key_Enter): _BREAK,
    (Modifier.NoModifier, Key.Key_Backspace): _BACKSPACE,
    (Modifier.ShiftModifier, Key.Key_Backspace): _BACKSPACE,
    (Modifier.NoModifier, Key.Key_Delete): delete,
    (Modifier.ControlModifier, Key.Key_Y): redo,
    (_CTRL_SHIFT, Key.Key_Return): new_row,
    (_CTRL_SHIFT, Key.Key_Enter): new_row,
    (_CTRL_SHIFT, Key.Key_Delete): remove_row,
}
