"""What an input method composes: it takes the place of what is chosen once its words are there."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QInputMethodEvent, QTextCursor

from vtdesk.ui.verslagen import blocks, fields, removing
from vtdesk.ui.verslagen.document import EditorDocument

ToQt = Callable[[QInputMethodEvent], None]


class Page(Protocol):
    """What is composed in."""

    def text_document(self) -> EditorDocument:
        """Give the document on screen."""

    def textCursor(self) -> QTextCursor:  # noqa: N802 (Qt's name)
        """Give the caret."""

    def setTextCursor(self, cursor: QTextCursor) -> None:  # noqa: N802 (Qt's name)
        """Put the caret in a place."""


class Composing:
    """Holds what is chosen while words are composed behind it; an open field is chosen whole.

    Qt would take it away at the first sign, as a step of its own, also when nothing comes of it.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._chosen: QTextCursor | None = None

    def receive(self, event: QInputMethodEvent, to_qt: ToQt) -> None:
        """Show what is composed so far, or put in what was composed."""
        if self._chosen is not None and self._chosen.document() is not self._page.text_document():
            self._chosen = None
        if event.commitString():
            self._put_in(event, to_qt)
        elif event.preeditString():
            self._step_behind()
            to_qt(event)
        else:
            to_qt(event)
            self._give_up()

    def _step_behind(self) -> None:
        if self._chosen is not None:
            return
        cursor = self._page.textCursor()
        self._chosen = fields.whole(cursor) or cursor
        behind = QTextCursor(self._chosen)
        behind.setPosition(behind.selectionEnd())
        blocks.leave_fixed(behind)
        self._page.setTextCursor(behind)

    def _put_in(self, event: QInputMethodEvent, to_qt: ToQt) -> None:
        """Replace what is chosen, as one step of undo."""
        found = self._chosen or self._page.textCursor()
        cursor, self._chosen = fields.whole(found) or found, None
        cursor.beginEditBlock()
        if cursor.hasSelection():
            removing.remove_selected(self._page.text_document(), cursor, for_other_words=True)
        blocks.leave_fixed(cursor)
        self._page.setTextCursor(cursor)
        to_qt(event)
        cursor.endEditBlock()

    def _give_up(self) -> None:
        """Choose again what was chosen, when nothing came of it."""
        if self._chosen is not None:
            self._page.setTextCursor(self._chosen)
            self._chosen = None
