"""The surface one writes on: keys, menu and paint, with headings that cannot be removed."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.theme import style
from vtdesk.ui.verslagen import blocks, clipboard, fields, keys
from vtdesk.ui.verslagen.composing import Composing
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.ui.verslagen.kept_documents import KeptDocuments
from vtdesk.ui.verslagen.margins import Margins
from vtdesk.ui.verslagen.pasting import Pasting
from vtdesk.ui.verslagen.searching import Hit
from vtdesk.ui.verslagen.spoken import spoken_place
from vtdesk.ui.widgets.tip import tip
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Uitspraakregel


class Surface(QTextEdit):
    """Shows an editor document; what Qt would do to a heading is refused or taken back."""

    edited = Signal()
    section_changed = Signal(str)
    statement_selected = Signal(object)  # UUID, or None outside one; also when it changed
    source_asked = Signal()
    refused = Signal(str)  # a Dutch sentence
    menu_shown = Signal(object, object)  # QMenu, QTextCursor of the place it is about
    document_changed = Signal()  # another text came on screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = EditorDocument(Sjabloon("", "", "", "", ()))
        self._section = ""
        self._statement: Uitspraakregel | None = None
        self._loading = False
        self._kept = KeptDocuments()
        self.pasting = Pasting(self)
        self.pasting.refused.connect(self.refused)
        self._composing = Composing(self)
        self._hits: tuple[Hit, ...] = ()  # what was looked for, painted under the words
        self.overlays: list[Callable[[QPainter, QRectF], None]] = []  # paint over the words
        self.cursorPositionChanged.connect(self._tell_place)

    def show_document(self, document: EditorDocument) -> None:
        """Show another document; what could be undone in the one before stays with that one."""
        if document is self._text:
            self._tell_place()
            return
        before, self._text = self._text, document
        self._forget(before)
        document.setParent(self)
        self._loading = True
        self.setDocument(document)
        self._loading = False
        for one in [*self._kept.keep(document.about.key, document), before]:
            if one is not document and not self._kept.holds(one):
                one.deleteLater()
        document.contentsChange.connect(self._guard)
        document.contentsChanged.connect(self._tell_place)
        document.contentsChanged.connect(self.edited)
        self._section, self._statement, self._hits = "", None, ()
        self._tell_place()
        self.document_changed.emit()

    def _forget(self, document: EditorDocument) -> None:
        """Hear nothing more of a document that goes off the screen."""
        if not document.sections():
            return
        document.contentsChange.disconnect(self._guard)
        document.contentsChanged.disconnect(self._tell_place)
        document.contentsChanged.disconnect(self.edited)

    def show_hits(self, places: tuple[Hit, ...]) -> None:
        """Paint these places as found."""
        self._hits = places
        self.viewport().update()

    def choose(self, start: int, end: int) -> None:
        """Select a stretch of the text and bring it in view."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def text_document(self) -> EditorDocument:
        """Give the document behind the text."""
        return self._text

    def caret(self) -> int:
        """Give the place of the caret."""
        return self.textCursor().position()

    def scrolled(self) -> int:
        """Give how far the text was scrolled."""
        return self.verticalScrollBar().value()

    def section(self) -> str:
        """Give the section in which the caret stands."""
        return self._text.section_at(self.caret())

    def ask_source(self) -> bool:
        """Ask for the source of the statement of the caret; tell whether there is one."""
        if self.isReadOnly() or self._statement is None:
            return False
        self.source_asked.emit()
        return True

    # Qt's events

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif self.pasting.is_busy and not keys.only_walks(event):
            event.accept()  # what is being pasted comes first, as a whole
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
            self.centre()  # before Qt lays out the text in what is left of the width
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if not self.isReadOnly() and keys.walks(self.textCursor(), back=not next):
            return False
        return (next and self.ask_source()) or super().focusNextPrevChild(next)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            super().inputMethodEvent(event)
        elif not self.pasting.is_busy:
            self._composing.receive(event, super().inputMethodEvent)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.isReadOnly() and not self.pasting.is_busy:
            self.pasting.begin(clipboard.taken(source))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not clipboard.taken(source).is_empty

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
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        field = fields.around(self.cursorForPosition(event.position().toPoint()))
        if field is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.setTextCursor(field)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            regel = self._text.regel(self.cursorForPosition(event.pos()).block())
            words = tip(bronregel(regel).spoken()) if regel else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = event.rect()  # after a key this is one line, and nothing else is painted
        margins = Margins(self._text, top=self.scrolled() + room.top(), height=room.height())
        shift = QPointF(0, -self.scrolled())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(shift)
        margins.paint_ground(painter)
        margins.paint_hits(painter, self._hits)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(shift)
        margins.paint_marks(painter)
        for overlay in self.overlays:
            overlay(painter, QRectF(room).translated(-shift))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = QRect(QPoint(), event.oldSize()).intersects(self.cursorRect())
        super().resizeEvent(event)
        if seen and self.isVisible():
            self.show_caret()  # a message above or other text size must not push it out of view

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_caret()

    # Inside

    def show_caret(self) -> None:
        """Bring the caret in view; a text that can only be read has none to follow."""
        if not self.isReadOnly():
            super().ensureCursorVisible()

    @override
    def ensureCursorVisible(self) -> None:
        """Bring the caret in view, and what stands around it: nobody writes at the very edge."""
        super().ensureCursorVisible()
        air = min(style.scaled(blocks.AROUND), self.viewport().height() // 3)
        line, bar = self.cursorRect(), self.verticalScrollBar()
        below = line.bottom() + air - self.viewport().height()
        above = air - line.top()
        if below > 0:
            bar.setValue(bar.value() + below)
        elif above > 0:
            bar.setValue(bar.value() - above)

    def centre(self) -> None:
        """Keep lines as long as one reads well, in the middle."""
        column = blocks.column_width() + 2 * style.scaled(blocks.MARGIN)
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(8, (room - column) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def go_to(self, position: int) -> None:
        """Put the caret in a place and show it."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def first_place(self, heading: QTextBlock) -> int:
        """Give the place under a heading (or table head) where one can write."""
        block = heading
        while blocks.kind_of(block) in blocks.FIXED:
            block = block.next()
        return block.position()

    def show_marks(self) -> None:
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
