"""Spelling and Taalwacht beside the typing: nothing here makes a key wait.

The dictionary is asked in a pause, about the lines on screen only; what it said is kept. The word
that is being typed is left alone until the caret leaves it.
"""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from vtdesk.errors import OutsideError
from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.verslagen import spelling_menu, spelling_paint
from vtdesk.ui.verslagen.spelling_marks import Mark, Marks, at
from vtdesk.ui.verslagen.surface import Surface

PAUSE = 150  # ms without a key, after which the dictionary is asked
AT_A_TIME = 60  # lines that F7 reads before it lets a key through
NOTHING = "Vanaf hier staat geen spelfout en geen woord van Taalwacht."
_HELD = "…"  # what an alternative leaves open


class SpellingHelp(QObject):
    """Marks words in one text, and offers what could stand in their place."""

    message = Signal(object)  # Message

    def __init__(self, desk: Desk, jobs: Jobs, edit: Surface) -> None:
        super().__init__(edit)
        self._desk, self._jobs, self._edit = desk, jobs, edit
        self._marks = Marks(desk.spelling, desk.taalwacht)
        self._casus_id: UUID | None = None
        self._typed_at = -1  # where the caret stood after the last key; elsewhere: not typing
        self._wanted: set[str] = set()
        self._is_asking = False
        self._knows_names = False
        self._looking_from = -1  # where F7 goes on when the dictionary has answered
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        edit.edited.connect(self._typed)
        edit.cursorPositionChanged.connect(self._moved)
        edit.menu_shown.connect(self._offer_in_menu)
        edit.overlays.append(self._paint)

    def open(self, casus_id: UUID | None) -> None:
        """Help with a text of this casus; its names are read when the dictionary is asked."""
        if casus_id != self._casus_id:
            self._casus_id, self._marks.namen = casus_id, frozenset()
        self._typed_at, self._looking_from = -1, -1
        self.read_again()

    def read_again(self) -> None:
        """Look again, for names and lists may have changed elsewhere."""
        self._knows_names = False
        self._marks.forget()
        self._edit.viewport().update()

    # Marks on screen

    def marks_of(self, block: QTextBlock) -> tuple[Mark, ...]:
        """Give the marks of a line as they are on screen."""
        if self._edit.isReadOnly():
            return ()
        document = self._edit.text_document()
        marks = self._marks.of(document, block)
        caret = self._typed_at - block.position()
        return tuple(one for one in marks if not (self._is_typing() and _holds(one, caret)))

    def _paint(self, painter: QPainter, room: QRectF) -> None:
        if self._edit.isReadOnly():
            return
        document = self._edit.text_document()
        asked = len(self._wanted)

        def marked(block: QTextBlock) -> tuple[Mark, ...]:
            self._wanted |= self._marks.unknown(document, block)
            return self.marks_of(block)

        spelling_paint.paint(painter, document, room, marked)
        if (len(self._wanted) > asked or not self._knows_names) and not self._pause.isActive():
            self._pause.start()

    def _is_typing(self) -> bool:
        return self._typed_at == self._edit.textCursor().position()

    @Slot()
    def _typed(self) -> None:
        self._typed_at = self._edit.textCursor().position()
        self._pause.start()

    @Slot()
    def _moved(self) -> None:
        if self._typed_at >= 0 and not self._is_typing():
            self._typed_at = -1
            self._edit.viewport().update()

    # The dictionary

    @Slot()
    def _ask(self) -> None:
        """Ask about what was seen since the last answer, beside the window."""
        if self._is_asking or not (self._wanted or not self._knows_names):
            return
        words, self._wanted = self._wanted, set()
        spelling, casus_id, names = self._desk.spelling, self._casus_id, self._knows_names
        self._is_asking = True

        def work() -> frozenset[str] | None:
            spelling.keur(words)
            return None if names or casus_id is None else spelling.namen(casus_id)

        self._jobs.run(
            work, then=lambda found: self._answered(casus_id, found), owner=self, failed=self._off
        )

    def _answered(self, casus_id: UUID | None, names: frozenset[str] | None) -> None:
        self._is_asking = False
        if casus_id == self._casus_id:
            self._knows_names = True
            if names is not None:
                self._marks.namen = names
        self._marks.learned()
        self._edit.viewport().update()
        if self._looking_from >= 0:
            self._look_on()
        elif self._wanted:
            self._pause.start()

    def _off(self, error: Exception) -> None:
        """Write on without a dictionary; say so once."""
        self._is_asking, self._looking_from, self._knows_names = False, -1, True
        if not isinstance(error, OutsideError):
            raise error  # a bug; the watch over those says so
        if self._marks.has_dictionary:
            self._marks.has_dictionary = False
            self._marks.learned()
            self.message.emit(Message(str(error), "let-op", for_all=True))

    # Walking, F7

    @Slot()
    def go_to_next(self) -> None:
        """Go to the next marked word behind the caret, and show what could stand there."""
        if self._edit.isReadOnly():
            return
        self._typed_at = -1
        self._looking_from = self._edit.textCursor().selectionEnd()
        self._look_on()

    def _look_on(self) -> None:
        """Walk from line to line; where a word is unknown, first ask the dictionary."""
        document, place = self._edit.text_document(), self._looking_from
        block, read = document.findBlock(place), 0
        while block.isValid():
            unknown = self._unknown_from(block)
            if unknown and self._marks.has_dictionary:
                self._wanted |= unknown
                self._looking_from = max(place, block.position())
                self._ask()
                return
            for mark in self._marks.of(document, block):
                if block.position() + mark.begin >= place:
                    self._looking_from = -1
                    self._show(block, mark)
                    return
            block, read = block.next(), read + 1
            if read == AT_A_TIME and block.isValid():
                self._looking_from = block.position()
                QTimer.singleShot(0, self, self._go_on)
                return
        self._looking_from = -1
        self.message.emit(Message(NOTHING, "goed", until=self._edit.section_changed))

    @Slot()
    def _go_on(self) -> None:
        if self._looking_from >= 0:
            self._look_on()

    def _unknown_from(self, block: QTextBlock) -> frozenset[str]:
        """Give the unknown words of some lines at once, for each question costs a turn."""
        document, found = self._edit.text_document(), self._marks.unknown(
            self._edit.text_document(), block
        )  # fmt: skip
        for _ in range(AT_A_TIME if found else 0):
            block = block.next()
            if not block.isValid():
                break
            found |= self._marks.unknown(document, block)
        return found

    def _show(self, block: QTextBlock, mark: Mark) -> None:
        cursor = _chosen(block, mark)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        self._edit.setFocus()
        menu = QMenu(self._edit)
        menu.setAccessibleName(f"Voorstellen voor {mark.woord}")
        self._fill(menu, [(block, mark)])
        spelling_menu.add_next(menu, self.go_to_next)
        menu.aboutToHide.connect(menu.deleteLater)
        box = spelling_paint.box_of(block, mark).translated(0, -self._edit.scrolled())
        corner = QPointF(box.left(), box.bottom()).toPoint() + QPoint(0, 4)
        menu.popup(self._edit.viewport().mapToGlobal(corner))
        spelling_menu.choose_first(menu)

    # The menu

    @Slot(object, object)
    def _offer_in_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Put on top of the menu what can be done with the word at this place."""
        if self._edit.isReadOnly():
            return
        block, document = cursor.block(), self._edit.text_document()
        found = at(self._marks.of(document, block), cursor.positionInBlock())
        self._fill(menu, [(block, mark) for mark in found])

    def _fill(self, menu: QMenu, marked: Iterable[tuple[QTextBlock, Mark]]) -> None:
        before = menu.actions()[0] if menu.actions() else None
        for block, mark in marked:
            cursor = _chosen(block, mark)
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
            self._typed_at = -1

        return put

    def _add_word(self, word: str) -> None:
        """Let a word be right from now on, with the way back."""
        try:
            kept = self._desk.spelling.voeg_toe(word)
        except OutsideError as error:
            self.message.emit(Message.of(error))
            return
        self._learn()

        def back() -> None:
            self._desk.spelling.haal_weg(kept)
            self._learn()

        self.message.emit(Message(f"'{kept}' staat nu in je woordenlijst.", "keuze", UNDO, back))

    def _learn(self) -> None:
        self._marks.learned()
        self._edit.viewport().update()


def _holds(mark: Mark, place: int) -> bool:
    return mark.begin <= place <= mark.einde


def _chosen(block: QTextBlock, mark: Mark) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + mark.begin)
    cursor.setPosition(block.position() + mark.einde, QTextCursor.MoveMode.KeepAnchor)
    return cursor
