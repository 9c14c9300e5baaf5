"""The notes beside the text: each line of a talk or table can move in, except gevoel."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.notities import NotitieRegel
from vtdesk.ui.verslagen.plein_lines import Pleinregel
from vtdesk.ui.widgets.boxes import emptied, row, scrolled
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

PROMPTS = {"gezien": "Gezien", "gezegd": "Gezegd", "afgesproken": "Afgesproken", "zorg": "Zorg"}
NOTE, TABLE = "Parkeernotitie", "Gezegd op het plein"
NO_NOTE = "Bij dit gesprek is geen parkeernotitie gemaakt."
NO_TABLE = "Op het plein is van deze casus niets opgeschreven."
Regel = NotitieRegel | Pleinregel
FEELING = "Gevoel, blijft bij jou"


class NotesPanel(QWidget):
    """Lines as cards; the one with the focus moves with Ctrl+Enter."""

    line_asked = Signal(object)  # Regel
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[NoteCard] = []
        self._when = text("", "klein", tone="stil", wrap=False)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._list.setContentsMargins(16, 4, 16, 12)
        inside = QWidget()
        inside.setLayout(self._list)
        self._title = text(NOTE, "kop", wrap=False)
        head = row(self._title, None, self._when)
        head.setContentsMargins(16, 12, 16, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scrolled(inside), 1)

    def show_lines(
        self,
        lines: Sequence[Regel],
        when: datetime | None,
        *,
        has_feeling: bool,
        title: str = NOTE,
    ) -> None:
        """Show the lines of the notes of this talk, or of the table."""
        self._title.setText(title)
        emptied(self._list)
        self._cards = [NoteCard(line) for line in lines]
        self._when.setText(f"{when:%H:%M}" if when else "")
        for card in self._cards:
            card.asked.connect(self.line_asked)
            card.left.connect(self.left)
            self._list.addWidget(card)
        if has_feeling:
            self._list.addWidget(_feeling())
        if not self._cards:
            self._list.addWidget(text(NO_TABLE if title != NOTE else NO_NOTE, tone="stil"))
        self._list.addStretch(1)

    def next_line(self) -> Regel | None:
        """Give the line with the focus, or else the first one that is not yet in the text."""
        open_ones = [card for card in self._cards if not card.line.gebruikt]
        focused = [card for card in open_ones if card.has_focus()]
        return next((card.line for card in (*focused, *open_ones)), None)

    def cards(self) -> tuple["NoteCard", ...]:
        """Give the cards from top to bottom."""
        return tuple(self._cards)


class NoteCard(QFrame):
    """One line of the note, with the button that moves it."""

    asked = Signal(object)  # Regel
    left = Signal()

    def __init__(self, line: Regel) -> None:
        super().__init__()
        self.line = line
        self.setProperty("kind", "block")
        prompt = PROMPTS[line.veld] if isinstance(line, NotitieRegel) else line.kop
        named(self, f"notitie-{line.sleutel}", f"{prompt}: {line.tekst}")
        self._button: QPushButton = named(small("In de tekst"), "in-de-tekst")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        if line.gebruikt:
            done = text(f"{prompt}, staat in de tekst", "klein", tone="stil")
            mark = row(icon_label("klaar", "stil", size=14), done, air=4)
            mark.setStretch(1, 1)
            layout.addLayout(mark)
            layout.addWidget(text(line.tekst, tone="stil"))
        else:
            layout.addWidget(text(prompt, "klein", tone="stil"))
            layout.addWidget(text(line.tekst))
            layout.addLayout(row(self._button, Keycap("Ctrl Enter"), None))
            self._button.setAccessibleDescription(line.tekst)
            self._button.clicked.connect(lambda: self.asked.emit(self.line))

    def has_focus(self) -> bool:
        """Tell whether the focus is on this line."""
        return self._button.hasFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _feeling() -> QFrame:
    frame = named(QFrame(), "gevoel", FEELING)
    frame.setProperty("kind", "block")
    layout = row(
        icon_label("afgeschermd", "stil", size=14), text(FEELING, "klein", tone="stil"), air=6
    )
    layout.setStretch(1, 1)
    layout.setContentsMargins(12, 6, 12, 6)
    frame.setLayout(layout)
    return frame
