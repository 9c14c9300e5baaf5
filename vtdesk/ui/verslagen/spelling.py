"""Spelling and Taalwacht beside the typing: nothing here makes a key wait.

The dictionary is asked in a pause, about the lines on screen only; what it said is kept. The word
that is being typed is left alone until the caret leaves it.
"""

from uuid import UUID

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from vtdesk.errors import OutsideError
from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.verslagen import spelling_menu, spelling_paint
from vtdesk.ui.verslagen.spelling_marks import Mark, Marks, at
from vtdesk.ui.verslagen.spelling_offers import Offers, chosen
from vtdesk.ui.verslagen.surface import Surface

PAUSE = 150  # ms without a key, after which the dictionary is asked
AT_A_TIME = 60  # lines that F7 reads before it lets a key through
NOTHING = "In deze tekst staat geen spelfout en geen woord van Taalwacht."
FROM_TOP = "Dit was het einde. Spelling gaat verder vanaf het begin."


class SpellingHelp(QObject):
    """Marks words in one text, and offers what could stand in their place."""

    message = Signal(object)  # Message

    def __init__(self, desk: Desk, jobs: Jobs, edit: Surface) -> None:
        super().__init__(edit)
        self._desk, self._jobs, self._edit = desk, jobs, edit
        self._marks = Marks(desk.spelling, desk.taalwacht)
        self._offers = Offers(desk, jobs, edit, self._marks)
        self._casus_id: UUID | None = None
        self._typed_at = -1  # where the caret stood after the last key; elsewhere: not typing
        self._revision = -1  # of the document, after the last key
        self._wanted: set[str] = set()
        self._is_asking = False
        self._knows_names = False
        self._looking_from = -1  # where F7 goes on when the dictionary has answered
        self._is_round = False  # F7 came past the end, and looks from the top
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self._offers.message.connect(self.message)
        self._offers.done.connect(self._rest)
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
        return self._shown(block, self._marks.of(self._edit.text_document(), block))

    def _shown(self, block: QTextBlock, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """Leave out the word that is being typed."""
        if not marks or not self._is_typing():
            return marks
        caret = self._typed_at - block.position()
        return tuple(one for one in marks if not _holds(one, caret))

    def _paint(self, painter: QPainter, room: QRectF) -> None:
        if self._edit.isReadOnly():
            return
        document = self._edit.text_document()
        asked = len(self._wanted)

        def marked(block: QTextBlock) -> tuple[Mark, ...]:
            marks, unknown = self._marks.look(document, block)
            self._wanted |= unknown
            return self._shown(block, marks)

        spelling_paint.paint(painter, document, room, marked)
        if (len(self._wanted) > asked or not self._knows_names) and not self._pause.isActive():
            self._pause.start()

    def _is_typing(self) -> bool:
        return self._typed_at == self._edit.textCursor().position()

    @Slot()
    def _typed(self) -> None:
        self._typed_at = self._edit.textCursor().position()
        self._revision = self._edit.document().revision()
        self._looking_from = -1  # she went on writing
        self._pause.start()

    @Slot()
    def _rest(self) -> None:
        """Look at what was put in the text as at any word: nobody is typing it."""
        self._typed_at = -1
        self._edit.viewport().update()

    @Slot()
    def _moved(self) -> None:
        """Look at the word that the caret left; a key moves the caret before it tells of itself."""
        is_key = self._edit.document().revision() != self._revision
        if self._typed_at >= 0 and not is_key and not self._is_typing():
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
            work,
            then=lambda found: self._answered(words, casus_id, found),
            owner=self,
            failed=self._off,
        )

    def _answered(
        self, words: set[str], casus_id: UUID | None, names: frozenset[str] | None
    ) -> None:
        """Show what is wrong; a word that is right changes nothing on screen."""
        self._is_asking = False
        if casus_id == self._casus_id:
            self._knows_names = True
            self._marks.namen = names if names is not None else self._marks.namen
        self._marks.learned()
        named = self._marks.namen
        if any(self._desk.spelling.bekend(word, named) is False for word in words):
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
        self._looking_from, self._is_round = self._edit.textCursor().selectionEnd(), False
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
                    if self._is_round:
                        self.message.emit(Message(FROM_TOP, "keuze"))
                    return
            block, read = block.next(), read + 1
            if read == AT_A_TIME and block.isValid():
                self._looking_from = block.position()
                QTimer.singleShot(0, self, self._go_on)
                return
        if self._is_round:
            self._looking_from = -1
            self.message.emit(Message(NOTHING, "goed", until=self._edit.section_changed))
        else:
            self._looking_from, self._is_round = 0, True
            self._look_on()

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
        cursor = chosen(block, mark)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        self._edit.setFocus()
        menu = QMenu(self._edit)
        menu.setAccessibleName(f"Voorstellen voor {mark.woord}")
        self._offers.fill(menu, [(block, mark)])
        onward = spelling_menu.add_next(menu, self.go_to_next)
        menu.aboutToHide.connect(menu.deleteLater)
        box = spelling_paint.box_of(block, mark).translated(0, -self._edit.scrolled())
        corner = QPointF(box.left(), box.bottom()).toPoint() + QPoint(0, 4)
        menu.popup(self._edit.viewport().mapToGlobal(corner))
        if mark.treffer is None:
            spelling_menu.choose_first(menu)
        else:
            menu.setActiveAction(onward)  # Enter never writes what nobody chose

    # The menu

    @Slot(object, object)
    def _offer_in_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Put on top of the menu what can be done with the word at this place."""
        if self._edit.isReadOnly():
            return
        block, document = cursor.block(), self._edit.text_document()
        found = at(self._marks.of(document, block), cursor.positionInBlock())
        self._offers.fill(menu, [(block, mark) for mark in found])


def _holds(mark: Mark, place: int) -> bool:
    return mark.begin <= place <= mark.einde
