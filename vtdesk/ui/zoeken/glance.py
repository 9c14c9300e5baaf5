"""A glance at what was found: all that it says, with the hits marked."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from vtdesk.services.zoek_merken import Gemerkt
from vtdesk.ui.theme import palette
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import primary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.running_text import utf16
from vtdesk.ui.widgets.text import text

NOTHING = "Kies een treffer."


class Glance(QFrame):
    """Read-only; opening it leads to its place."""

    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "zoek-kijkje", "Voorbeeld")
        self._title = named(text("", "groot"), "kijkje-titel")
        self._about = named(text("", tone="stil"), "kijkje-over")
        self._words = named(QTextEdit(), "kijkje-tekst", "Tekst van de treffer")
        self._words.setProperty("kind", "paper")
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._open = named(primary("Openen"), "treffer-openen")
        self._open.clicked.connect(self.open_asked)
        layout = column(self._title, self._about, margins=16)
        layout.addWidget(self._words, 1)
        layout.addLayout(row(self._open, None))
        self.setLayout(layout)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that one can choose."""
        self._title.setText(NOTHING)
        self._words.clear()
        for part in (self._about, self._open):
            part.hide()

    def show_hit(self, line: Line, about: str, gemerkt: Gemerkt) -> None:
        """Show one thing that was found, from its first hit on."""
        self._title.setText(line.title)
        self._about.setText(about)
        self._words.setCurrentCharFormat(QTextCharFormat())  # or it takes that of the hit before
        self._words.setPlainText(gemerkt.tekst)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        strong.setBackground(palette.colour("let-op-vlak"))
        for begin, end in reversed(gemerkt.vet):
            cursor = self._words.textCursor()
            cursor.setPosition(utf16(gemerkt.tekst, begin))
            cursor.setPosition(utf16(gemerkt.tekst, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(strong)
            cursor.clearSelection()
            self._words.setTextCursor(cursor)
        for part in (self._about, self._open):
            part.show()
        self._words.ensureCursorVisible()

    def words(self) -> str:
        """Give the words that are shown."""
        return self._words.toPlainText()
