"""Another text of the same casus beside the one that is written; a sentence can come over."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from vtdesk.ui.verslagen import blocks, reading
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.ui.widgets.boxes import column, row, rule
from vtdesk.ui.widgets.buttons import icon_button, small
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.tekst import Blok, Tekst, plain

_BY_KEY = Qt.TextInteractionFlag.TextSelectableByKeyboard
_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse
NOTHING = "Deze casus heeft nog geen andere tekst om te lezen."


@dataclass(frozen=True, slots=True)
class Leesstuk:
    """A text that one may read: a verslag, or the notes of a talk."""

    sleutel: UUID
    naam: str
    tekst: Tekst
    sjabloon: Sjabloon


class Reader(QFrame):
    """Shows one text at a time, as it stands on paper and with a caret; Esc goes back to hers."""

    stuk_asked = Signal(object)  # UUID of what is to be read
    taken = Signal(object)  # tuple of Blok that come into the text
    left = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "leesvenster", "Lezen naast de tekst")
        self.choice = named(Choices(), "leesstuk", "Wat je leest")
        self.view = VerslagEdit()
        named(self.view, "leestekst", "Tekst die je leest")
        self.view.setReadOnly(True)
        self.view.setTextInteractionFlags(_BY_KEY | _BY_MOUSE)
        self._none = text(NOTHING, tone="stil")
        self._take = named(small("In de tekst"), "uit-leesvenster")
        close = named(icon_button("sluiten", "Leesvenster sluiten", kind="quiet"), "lezen-dicht")
        head = row(self.choice, close, air=4)
        head.setStretch(0, 1)
        foot = row(self._take, Keycap("Ctrl Enter"), None)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        head.setContentsMargins(12, 8, 8, 8)
        foot.setContentsMargins(12, 8, 12, 8)
        self._none.setContentsMargins(16, 12, 16, 12)
        layout = column(head, rule(), self._none, air=0, margins=1)
        layout.addWidget(self.view, 1)
        layout.addWidget(rule())
        layout.addWidget(self._foot)
        self.setLayout(layout)
        self.hide()
        self.choice.activated.connect(lambda _: self.stuk_asked.emit(self.choice.value()))
        self._take.clicked.connect(self.take)
        close.clicked.connect(self.closed)

    def show_choices(self, stukken: Sequence[tuple[UUID, str]]) -> None:
        """Offer these texts; the one that was read stays in front when it is still there."""
        before = self.choice.value() if self.choice.count() else None
        self.choice.clear()
        for sleutel, naam in stukken:
            self.choice.add(naam, sleutel)
        if before in {sleutel for sleutel, _ in stukken}:
            self.choice.choose(before)
        for part in (self.view, self.choice, self._take):
            part.setVisible(bool(stukken))
        self._none.setVisible(not stukken)

    def show_stuk(self, stuk: Leesstuk) -> None:
        """Show a text, with the caret in its first line."""
        self.choice.choose(stuk.sleutel)
        self.view.set_verslag(stuk.tekst, stuk.sjabloon, leeg_want={})
        self.view.setTextInteractionFlags(_BY_KEY | _BY_MOUSE)
        first = next((s.id for s in stuk.tekst.secties if not s.is_leeg), "")
        if first:
            self.view.go_to_section(first)

    def set_writable(self, *, writable: bool) -> None:
        """Let sentences move only into a text that may change."""
        self._foot.setVisible(writable)

    def begin(self) -> None:
        """Put the caret in what one reads."""
        (self.view if self.choice.count() else self).setFocus()

    def has_caret(self) -> bool:
        """Tell whether the keyboard is here."""
        focus = self.focusWidget()
        return self.isVisible() and focus is not None and focus.hasFocus()

    @Slot()
    def take(self) -> None:
        """Offer the sentence of the caret, or all that is chosen."""
        found = self._chosen()
        if found:
            self.taken.emit(found)

    def _chosen(self) -> tuple[Blok, ...]:
        """Give the chosen blocks as a whole, for half a statement has no source."""
        cursor, document = self.view.textCursor(), self.view.text_document()
        block = document.findBlock(cursor.selectionStart())
        found: list[Blok] = []
        while block.isValid() and block.position() <= cursor.selectionEnd():
            blok = reading.blok(document, block)
            kind = blocks.kind_of(block)
            is_words = kind not in blocks.FIXED | {blocks.BlokSoort.LEEG, blocks.BlokSoort.NVT}
            if is_words and plain(blok).strip():
                found.append(blok)
            block = block.next()
        return tuple(found)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
