"""What can be done with a marked word: put another in its place, or let it be right."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.verslagen import spelling_menu
from vtdesk.ui.verslagen.spelling_marks import Mark, Marks
from vtdesk.ui.verslagen.surface import Surface

_HELD = "…"  # what an alternative leaves open


class Offers(QObject):
    """Fills menus, and does what was chosen there."""

    message = Signal(object)  # Message
    done = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, edit: Surface, marks: Marks) -> None:
        super().__init__(edit)
        self._desk, self._jobs, self._edit, self._marks = desk, jobs, edit, marks

    def fill(self, menu: QMenu, marked: Iterable[tuple[QTextBlock, Mark]]) -> None:
        """Put on top of a menu what can be done with these words."""
        before = menu.actions()[0] if menu.actions() else None
        for block, mark in marked:
            cursor = chosen(block, mark)
            if mark.treffer is not None:
                spelling_menu.add_loaded(menu, before, mark.treffer, self._puts(cursor))
            else:
                waiting = spelling_menu.add_misspelled(
                    menu, before, mark.woord, partial(self._add_word, mark.woord)
                )
                self._suggest(menu, waiting, mark, cursor)

    def _suggest(
        self, menu: QMenu, waiting: spelling_menu.Waiting, mark: Mark, cursor: QTextCursor
    ) -> None:
        """Look for suggestions beside the window, and put them in the menu when they come."""
        spelling, names = self._desk.spelling, self._marks.namen
        self._jobs.run(
            lambda: spelling.suggesties(mark.woord, names),
            then=lambda words: waiting.fill(words, self._puts(cursor)),
            owner=menu,
            failed=lambda _: waiting.fill((), self._puts(cursor)),
        )

    def _puts(self, cursor: QTextCursor) -> spelling_menu.Put:
        """Give what puts words in the place of a marked one: one step of undo, same style."""
        word, document = cursor.selectedText(), cursor.document()

        def put(words: str) -> None:
            if document is not self._edit.document() or cursor.selectedText() != word:
                return  # it is no longer there
            style = cursor.charFormat()
            begin = cursor.selectionStart()
            cursor.beginEditBlock()
            cursor.insertText(words, style)
            cursor.endEditBlock()
            place = QTextCursor(cursor)
            if _HELD in words:
                place.setPosition(begin + words.index(_HELD))
                place.movePosition(
                    QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
                )
            self._edit.setTextCursor(place)
            self.done.emit()

        return put

    def _add_word(self, word: str) -> None:
        """Let a word be right from now on, with the way back."""
        try:
            kept = self._desk.spelling.voeg_toe(word)
        except (OutsideError, UserError) as error:
            self.message.emit(Message.of(error))
            return
        self._learn()

        def back() -> None:
            self._desk.spelling.haal_weg(kept)
            self._learn()

        self.message.emit(Message(f"'{kept}' staat nu in je woordenlijst.", "keuze", UNDO, back))

    def _learn(self) -> None:
        self._marks.learned()
        self.done.emit()


def chosen(block: QTextBlock, mark: Mark) -> QTextCursor:
    """Choose a marked word."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + mark.begin)
    cursor.setPosition(block.position() + mark.einde, QTextCursor.MoveMode.KeepAnchor)
    return cursor
