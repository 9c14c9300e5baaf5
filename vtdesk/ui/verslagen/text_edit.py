"""What one does with the text of a verslag: open it, walk it, mark sentences, add lines."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.theme import style
from vtdesk.ui.verslagen import (
    blocks,
    clipboard,
    fields,
    keys,
    loading,
    menu,
    paragraphs,
    reading,
    removing,
    table,
)
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.document import About
from vtdesk.ui.verslagen.surface import Surface
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import Letter
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Afspraakregel, Blok, Tekst, Uitspraakregel, is_open

NOTHING = About()
ALREADY_TEXT = "Hier staat al tekst. Haal die weg om 'n.v.t.' te kunnen schrijven."
ALREADY_ROWS = "In deze tabel staan al rijen. Haal die weg om 'n.v.t.' te kunnen schrijven."


class VerslagEdit(Surface):
    """Shows and changes one verslag; its text is a `Tekst`, in and out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "tekst", "Tekst van het verslag")

    # The text as a whole

    def set_verslag(
        self,
        tekst: Tekst,
        sjabloon: Sjabloon,
        about: About = NOTHING,
        *,
        leeg_want: dict[str, str] | None = None,
        tell: loading.Tell | None = None,
    ) -> None:
        """Show a text in a document of its own: what was undone in another can never come here.

        By its key a text is found again with all that can be undone in it, as long as its words
        are still the same.
        """
        document = self._kept.find(about.key, tekst, sjabloon)
        if document is None:
            document = loading.build(tekst, sjabloon, leeg_want=leeg_want, tell=tell)
        document.about = about
        self.show_document(document)
        self._lay_out_again()

    def show_again(self, tekst: Tekst) -> None:
        """Show this text in the place of the one of now."""
        before = self._text
        self.set_verslag(tekst, before.sjabloon, before.about, leeg_want=before.leeg_want)

    def tekst(self) -> Tekst:
        """Give the text as it stands now."""
        return reading.tekst(self._text)

    # Where the writer is

    def set_place(self, caret: int, scroll: int) -> None:
        """Go back to a place; one that is no longer there becomes the end."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(0, caret), self._text.characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def statement(self) -> Uitspraakregel | None:
        """Give the statement in which the caret stands, with its words."""
        blok = reading.blok(self._text, self.textCursor().block())
        return blok if isinstance(blok, Uitspraakregel) else None

    def go_to_section(self, sectie_id: str) -> None:
        """Put the caret under a heading, and the heading on top of the window."""
        heading = self._text.heading(sectie_id)
        self.go_to(self._entrance(sectie_id))
        top = self._text.documentLayout().blockBoundingRect(heading).top()
        self.verticalScrollBar().setValue(round(top) - style.scaled(8))
        if not self.isReadOnly():  # the end of a long section may lie further down
            self.ensureCursorVisible()

    def _entrance(self, sectie_id: str) -> int:
        """Give where one goes on in a section: a free row, an open or empty line, or the end."""
        last = self._text.findBlock(self.first_place(self._text.heading(sectie_id)))
        if blocks.kind_of(last) is BlokSoort.NVT:
            return last.position()
        for block in self._text.section_blocks(sectie_id):
            if (afspraken := table.of_block(block)) is not None:
                return table.first_free(afspraken)
            if blocks.kind_of(block) not in blocks.FIXED:
                last = block
                if is_open(block.text()) or not block.text().strip():
                    break
        return last.position() + last.length() - 1

    def go_to_neighbour(self, step: int) -> None:
        """Go to the section before or after this one."""
        names = self._text.sections()
        place = min(max(0, names.index(self.section()) + step), len(names) - 1)
        self.go_to_section(names[place])

    def go_to_statement(self, regel_id: UUID) -> None:
        """Put the caret at the end of a statement."""
        block = self._text.find_statement(regel_id)
        if block is not None:
            self.go_to(block.position() + block.length() - 1)

    def go_to_open_words(self, sectie_id: str, words: str) -> None:
        """Choose the open field of a section that asks for this, or go where one writes on."""
        field = fields.of_section(self._text, sectie_id, words)
        if field is None:
            self.go_to_section(sectie_id)
        else:
            self.setTextCursor(field)
            self.ensureCursorVisible()

    def go_to_words(self, sectie_id: str, words: str) -> None:
        """Choose words in a section, or go where one writes on."""
        for block in self._text.section_blocks(sectie_id):
            found = self._text.find(words, block.position())
            if not found.isNull() and found.block() == block:
                self.setTextCursor(found)
                self.ensureCursorVisible()
                return
        self.go_to_section(sectie_id)

    @Slot()
    def come_back(self) -> None:
        """Take the keyboard back, with the caret in sight where it was."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.show_caret()

    def go_to_first_empty(self) -> None:
        """Put the caret in the first section in which nothing was written."""
        for sectie in self.tekst().secties:
            if sectie.is_leeg:
                self.go_to_section(sectie.id)
                return

    def go_to_field(self, *, back: bool = False) -> None:
        """Go to what is still open; of a field, what is typed comes in its place."""
        field = fields.neighbour(self._text, self.textCursor(), back=back)
        if field is None:
            self.refused.emit("Er staat niets meer open in deze tekst.")
            return
        self.setTextCursor(field)
        self.ensureCursorVisible()
        self.setFocus()

    # What the writer does

    def mark(self, letter: Letter) -> None:
        """Make the paragraph a statement with this letter, or plain again."""
        if not self.isReadOnly():
            paragraphs.mark(self._text, self.textCursor(), letter)
            self.show_marks()

    def mark_kind(self, kind: BlokSoort) -> None:
        """Make the paragraph of this kind, or plain again."""
        if not self.isReadOnly():
            paragraphs.mark_kind(self._text, self.textCursor(), kind)
            self.show_marks()

    def indent(self, step: int) -> None:
        """Make the chosen paragraphs points of a list, or take that back; Tab always moves on."""
        kind = blocks.kind_of(self.textCursor().block())
        is_point = kind in {BlokSoort.PUNT, BlokSoort.NUMMER}
        if (step > 0 and kind is BlokSoort.ALINEA) or (step < 0 and is_point):
            self.mark_kind(kind if is_point else BlokSoort.PUNT)

    def make_plain(self) -> None:
        """Make the paragraph plain text."""
        block = self.textCursor().block()
        if not self.isReadOnly() and blocks.kind_of(block) not in blocks.FIXED | blocks.IN_TABLE:
            removing.make_plain(block)
            self.show_marks()

    @Slot()
    def toggle_not_applicable(self) -> None:
        """Say of this section why it does not apply, or take that back."""
        if self.isReadOnly():
            return
        cursor = paragraphs.toggle_not_applicable(self._text, self.section())
        if cursor is None:
            rows = paragraphs.has_rows(self._text, self.section())
            self.refused.emit(ALREADY_ROWS if rows else ALREADY_TEXT)
        else:
            self.go_to(cursor.position())
        self.setFocus()

    def toggle_style(self, *, bold: bool) -> None:
        """Turn bold, or else italics, on or off."""
        if not self.isReadOnly():
            keys.toggle_style(self, bold=bold)

    def change_statement(self, regel: Uitspraakregel) -> None:
        """Give a statement another source, date, status or reach; its words stay."""
        paragraphs.change_statement(self._text, regel)
        self.show_marks()

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
        self.go_to(cursor.position())

    def insert_afspraak(self, sectie_id: str, regel: Afspraakregel) -> None:
        """Write a row in the table of a section, and go there; without table it is a block."""
        first = self._text.section_blocks(sectie_id)
        tables = [found for block in first if (found := table.of_block(block)) is not None]
        if tables:
            self.go_to(table.append(tables[-1], regel))
        else:
            self.insert_block(sectie_id, regel)

    # Inside

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        shown = menu.build(self)
        if not self.isReadOnly():
            shown.addSeparator()
            shown.addAction("N.v.t., want …").triggered.connect(self.toggle_not_applicable)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        self.menu_shown.emit(shown, place)
        shown.exec(event.globalPos())
        shown.deleteLater()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._text.sections():
            QTimer.singleShot(0, self, self._lay_out_again)

    def _lay_out_again(self) -> None:
        """Show the same text in the size of now; colours are looked up while painting."""
        if self._text.text_size == style.scaled(100):
            self.viewport().update()
            return
        self._text.fit()
        self.centre()
        self.show_caret()
