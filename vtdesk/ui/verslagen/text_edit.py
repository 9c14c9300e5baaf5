"""The writing surface: one verslag, with headings that stay and sources that show."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from vtdesk.ui.theme import style
from vtdesk.ui.verslagen import (
    blocks,
    clipboard,
    keys,
    loading,
    paragraphs,
    reading,
    removing,
    table,
)
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.ui.verslagen.margins import Margins
from vtdesk.ui.verslagen.spoken import spoken_place
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import Letter
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Afspraakregel, Blok, Tekst, Uitspraakregel

MEASURE = 720  # the widest that text may be
SIGNS = 67  # and in signs: easy to read from 62 to 72
_SAMPLE = "moeder vertelt dat de kinderen bij de deur stonden te wachten op hun vader"


class VerslagEdit(QTextEdit):
    """Shows and changes one verslag; its text is a `Tekst`, in and out."""

    edited = Signal()
    section_changed = Signal(str)
    statement_selected = Signal(object)  # UUID, or None outside one; also when it changed
    refused = Signal(str)  # a Dutch sentence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "tekst", "Tekst van het verslag")
        self.setProperty("kind", "paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = EditorDocument(Sjabloon("", "", "", "", ()))
        self._section = ""
        self._statement: Uitspraakregel | None = None
        self._loading = False
        self.cursorPositionChanged.connect(self._tell_place)

    # The text as a whole

    def set_verslag(
        self, tekst: Tekst, sjabloon: Sjabloon, *, auteur: str = "", datum: date | None = None
    ) -> None:
        """Show a text in a document of its own: what was undone before can never come back."""
        document = loading.build(tekst, sjabloon)
        document.auteur, document.datum = auteur, datum
        document.setParent(self)
        before, self._text = self._text, document
        self._loading = True
        self.setDocument(document)
        self._loading = False
        before.deleteLater()
        document.contentsChange.connect(self._guard)
        document.contentsChanged.connect(self._tell_place)
        document.contentsChanged.connect(self.edited)
        self._section, self._statement = "", None
        self._tell_place()

    def tekst(self) -> Tekst:
        """Give the text as it stands now."""
        return reading.tekst(self._text)

    def text_document(self) -> EditorDocument:
        """Give the document behind the text."""
        return self._text

    # Where the writer is

    def caret(self) -> int:
        """Give the place of the caret."""
        return self.textCursor().position()

    def scrolled(self) -> int:
        """Give how far the text was scrolled."""
        return self.verticalScrollBar().value()

    def set_place(self, caret: int, scroll: int) -> None:
        """Go back to a place; one that is no longer there becomes the end."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(0, caret), self._text.characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def section(self) -> str:
        """Give the section in which the caret stands."""
        return self._text.section_at(self.caret())

    def statement(self) -> Uitspraakregel | None:
        """Give the statement in which the caret stands, with its words."""
        blok = reading.blok(self._text, self.textCursor().block())
        return blok if isinstance(blok, Uitspraakregel) else None

    def go_to_section(self, sectie_id: str) -> None:
        """Put the caret under a heading, and the heading on top of the window."""
        heading = self._text.heading(sectie_id)
        self._go_to(self._first_place(heading))
        top = heading.layout().position().y() - style.scaled(8)
        self.verticalScrollBar().setValue(round(top))

    def go_to_neighbour(self, step: int) -> None:
        """Go to the section before or after this one."""
        names = self._text.sections()
        place = min(max(0, names.index(self.section()) + step), len(names) - 1)
        self.go_to_section(names[place])

    def go_to_statement(self, regel_id: UUID) -> None:
        """Put the caret at the end of a statement."""
        block = self._text.find_statement(regel_id)
        if block is not None:
            self._go_to(block.position() + block.length() - 1)

    def go_to_first_empty(self) -> None:
        """Put the caret in the first section in which nothing was written."""
        for sectie in self.tekst().secties:
            if sectie.is_leeg:
                self.go_to_section(sectie.id)
                return

    # What the writer does

    def mark(self, letter: Letter) -> None:
        """Make the paragraph a statement with this letter, or plain again."""
        if not self.isReadOnly():
            paragraphs.mark(self._text, self.textCursor(), letter)
            self._show_marks()

    def mark_kind(self, kind: BlokSoort) -> None:
        """Make the paragraph of this kind, or plain again."""
        if not self.isReadOnly():
            paragraphs.mark_kind(self._text, self.textCursor(), kind)
            self._show_marks()

    def make_plain(self) -> None:
        """Make the paragraph plain text."""
        block = self.textCursor().block()
        if not self.isReadOnly() and blocks.kind_of(block) not in blocks.FIXED | blocks.IN_TABLE:
            removing.make_plain(block)
            self._show_marks()

    def toggle_not_applicable(self) -> None:
        """Say of this section why it does not apply, or take that back."""
        cursor = paragraphs.toggle_not_applicable(self._text, self.section())
        if cursor is None:
            self.refused.emit("Hier staat al tekst. Haal die weg om 'n.v.t.' te kunnen schrijven.")
        else:
            self._go_to(cursor.position())
        self.setFocus()

    def toggle_style(self, *, bold: bool) -> None:
        """Turn bold, or else italics, on or off."""
        if not self.isReadOnly():
            keys.toggle_style(self, bold=bold)

    def change_statement(self, regel: Uitspraakregel) -> None:
        """Give a statement another source, date, status or reach; its words stay."""
        paragraphs.change_statement(self._text, regel)
        self._show_marks()

    def insert_block(self, sectie_id: str, blok: Blok) -> None:
        """Write a block at the end of a section, as one step of undo, and go there."""
        last = self._text.section_blocks(sectie_id)[-1]
        cursor = QTextCursor(last)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.beginEditBlock()
        if removing.is_empty(last):
            clipboard.replace_block(self._text, cursor, blok)
        else:
            loading.add_blok(self._text, cursor, blok)
        cursor.endEditBlock()
        self._go_to(cursor.position())

    def insert_afspraak(self, sectie_id: str, regel: Afspraakregel) -> None:
        """Write a row in the table of a section, and go there; without table it is a block."""
        first = self._text.section_blocks(sectie_id)
        tables = [found for block in first if (found := table.of_block(block)) is not None]
        if tables:
            self._go_to(table.append(tables[-1], regel))
        else:
            self.insert_block(sectie_id, regel)

    # Qt's events

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif keys.press(self, event):
            event.accept()
        elif keys.belongs_to_qt(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and keys.is_own(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.Resize:
            self._centre()  # before Qt lays out the text in what is left of the width
        if event.type() == QEvent.Type.StyleChange and self._text.sections():
            QTimer.singleShot(0, self, self._lay_out_again)
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if not self.isReadOnly() and keys.walks_table(self.textCursor(), back=not next):
            return False
        return super().focusNextPrevChild(next)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        cursor = self.textCursor()
        if not self.isReadOnly() and (event.commitString() or event.preeditString()):
            if cursor.hasSelection():
                removing.remove_selected(self._text, cursor, for_other_words=True)
            if blocks.kind_of(cursor.block()) in blocks.FIXED:
                cursor.setPosition(self._first_place(cursor.block()))
            self.setTextCursor(cursor)
        super().inputMethodEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        if self.isReadOnly():
            return
        if clipboard.paste(self._text, cursor, source):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        elif source.hasText() or source.hasHtml():
            self.refused.emit("Dit is te groot om te plakken. Plak het in kleinere stukken.")

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasFormat(clipboard.OWN_FORMAT)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.copy(self._text, self.textCursor())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection() and event.button() == Qt.MouseButton.LeftButton:
            # Pressing inside a selection would start a drag, and a drag may take headings along.
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = event.rect()  # after a key this is one line, and nothing else is painted
        margins = Margins(self._text, top=self.scrolled() + room.top(), height=room.height())
        shift = QPointF(0, -self.scrolled())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(shift)
        margins.paint_ground(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(shift)
        margins.paint_marks(painter)
        painter.end()

    # Inside

    def _centre(self) -> None:
        metrics = QFontMetricsF(style.font("schrijf"))
        words = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * SIGNS
        gutter = style.scaled(blocks.GUTTER) + 2 * self._text.documentMargin()
        column = min(style.scaled(MEASURE), round(words + gutter))
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(8, (room - column) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def _go_to(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _first_place(self, heading: QTextBlock) -> int:
        """Give the place under a heading (or table head) where one can write."""
        block = heading
        while blocks.kind_of(block) in blocks.FIXED:
            block = block.next()
        return block.position()

    def _show_marks(self) -> None:
        """Paint all marks again, for Qt knows only of changed words."""
        self.viewport().update()
        self._tell_place()

    @Slot()
    def _tell_place(self) -> None:
        if self._loading or not self._text.sections():
            return
        section = self.section()
        if section != self._section:
            self._section = section
            self.section_changed.emit(section)
        regel = self._text.regel(self.textCursor().block())
        if regel != self._statement:
            self._statement = regel
            self.statement_selected.emit(regel.id if regel else None)
        self._describe(section)

    def _describe(self, section: str) -> None:
        """Tell who does not see the screen what the caret's line is and where it comes from."""
        words = spoken_place(self._text, section, self.textCursor().block())
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    @Slot(int, int, int)
    def _guard(self, _position: int, _removed: int, _added: int) -> None:
        """Take back what came past the keyboard and broke a heading, such as a screen reader."""
        if not self._text.is_intact():
            QTimer.singleShot(0, self, self._take_back)

    def _take_back(self) -> None:
        while not self._text.is_intact() and self._text.isUndoAvailable():
            self._text.undo()
            self._text.find_headings_again()
        self.refused.emit("De koppen van het sjabloon blijven staan. De wijziging is teruggezet.")

    def _lay_out_again(self) -> None:
        """Show the same text in the colours and sizes of now."""
        before, place = self._text, (self.caret(), self.scrolled())
        self.blockSignals(True)  # noqa: FBT003 Qt's own form
        self.set_verslag(self.tekst(), before.sjabloon, auteur=before.auteur, datum=before.datum)
        self.blockSignals(False)  # noqa: FBT003 Qt's own form
        self.set_place(*place)
        self._centre()
