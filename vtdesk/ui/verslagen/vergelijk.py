"""Shows what differs between two texts: what went is struck out, what came is underlined.

Both also stand between brackets with the word for it, so that neither colour nor line is needed.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from vtdesk.ui.widgets.named import named
from vtdesk.values.verschil import Soort, Stuk, Verschilregel

SAME = "De woorden zijn dezelfde."
_WORD = {Soort.WEG: "weg", Soort.ERBIJ: "erbij"}


class Vergelijking(QTextEdit):
    """Read only; only parts that changed are shown, with the heading they stand under."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "vergelijking", "Wat er anders is")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def show_difference(self, found: Sequence[Verschilregel], koppen: Mapping[str, str]) -> None:
        """Show what comes and what goes."""
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        under = None
        for regel in found:
            if regel.soort is Soort.GELIJK:
                continue
            if regel.sectie_id != under:
                under = regel.sectie_id
                _write_heading(cursor, koppen.get(under, under))
            _write_line(cursor, regel)
        if under is None:
            cursor.insertText(SAME)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _write_heading(cursor: QTextCursor, words: str) -> None:
    bold = QTextCharFormat()
    bold.setFontWeight(600)
    _begin_block(cursor, above=10)
    cursor.insertText(words, bold)


def _write_line(cursor: QTextCursor, regel: Verschilregel) -> None:
    _begin_block(cursor, above=3)
    if regel.merk:
        cursor.insertText(f"{regel.merk}  ", QTextCharFormat())
    for stuk in regel.stukken:
        _write_words(cursor, stuk)


def _write_words(cursor: QTextCursor, stuk: Stuk) -> None:
    if stuk.soort is Soort.GELIJK:
        cursor.insertText(stuk.woorden, QTextCharFormat())
        return
    shape = QTextCharFormat()
    shape.setFontStrikeOut(stuk.soort is Soort.WEG)
    shape.setFontUnderline(stuk.soort is Soort.ERBIJ)
    before = cursor.block().text()[-1:]
    air = " " if before.strip() else ""
    cursor.insertText(f"{air}[{_WORD[stuk.soort]}: ", QTextCharFormat())
    cursor.insertText(stuk.woorden.strip(), shape)
    cursor.insertText("] ", QTextCharFormat())


def _begin_block(cursor: QTextCursor, *, above: float) -> None:
    shape = QTextBlockFormat()
    shape.setTopMargin(above)
    if cursor.atStart():
        cursor.setBlockFormat(shape)
    else:
        cursor.insertBlock(shape, QTextCharFormat())
