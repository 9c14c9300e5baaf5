"""The line above the text in which one types what to look for, and what to put in its place."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QWidget
from typing_extensions import override

from vtdesk.ui.theme import style
from vtdesk.ui.verslagen.searching import Wanted
from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.buttons import icon_button, small
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

FIELD = 200


class SearchBar(QFrame):
    """Says what is asked; `Finder` looks and replaces."""

    changed = Signal()
    step_asked = Signal(int)  # 1: the next place, -1: the one before
    replace_asked = Signal()
    replace_all_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "zoekbalk", "Zoeken in de tekst")
        self._words = _field("zoek-woorden", "Zoek in de tekst")
        self._other = _field("vervang-door", "Vervang door")
        self._case = named(QCheckBox("Hoofdletters"), "zoek-hoofdletters", "Let op hoofdletters")
        self._whole = named(QCheckBox("Hele woorden"), "zoek-heel", "Alleen hele woorden")
        self._count = named(text("", "klein", tone="stil", wrap=False), "zoek-telling")
        before = named(icon_button("inklappen", "Vorige, Shift Enter", kind="quiet"), "zoek-vorige")
        after = named(icon_button("uitklappen", "Volgende, Enter", kind="quiet"), "zoek-volgende")
        close = named(icon_button("sluiten", "Zoeken sluiten, Esc", kind="quiet"), "zoek-dicht")
        replace = named(small("Vervang"), "vervang")
        replace_all = named(small("Alles vervangen"), "vervang-alles")
        line, self._second = QWidget(), QWidget()
        line.setLayout(
            Flow(self._words, before, after, close, self._count, self._case, self._whole, air=8)
        )
        self._second.setLayout(Flow(self._other, replace, replace_all, air=8))
        layout = column(line, self._second, air=4)
        layout.setContentsMargins(20, 6, 20, 6)
        self.setLayout(layout)
        also = (before, after, close, self._case, self._whole)
        _in_order(self._words, self._other, replace, replace_all, *also)
        self.hide()
        self._words.textChanged.connect(self.changed)
        self._case.toggled.connect(self.changed)
        self._whole.toggled.connect(self.changed)
        before.clicked.connect(lambda: self.step_asked.emit(-1))
        after.clicked.connect(lambda: self.step_asked.emit(1))
        replace.clicked.connect(self.replace_asked)
        replace_all.clicked.connect(self.replace_all_asked)
        close.clicked.connect(self.closed)

    def begin(self, words: str, *, replaces: bool) -> None:
        """Open with these words chosen, or with those of the last time."""
        if words:
            self._words.setText(words)
        self._second.setVisible(replaces)
        self.show()
        self._words.selectAll()
        self._words.setFocus()

    def wanted(self) -> Wanted:
        """Give what is looked for."""
        return Wanted(self._words.text(), self._case.isChecked(), self._whole.isChecked())

    def other_words(self) -> str:
        """Give what comes in its place."""
        return self._other.text()

    def show_count(self, words: str) -> None:
        """Say where one is and how many places there are."""
        self._count.setText(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._other.hasFocus():
                self.replace_asked.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_asked.emit(-1 if back else 1)
            case _:
                super().keyPressEvent(event)


def _in_order(*widgets: QWidget) -> None:
    """Let Tab go from what is looked for to what takes its place, and then to the buttons."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def _field(name: str, words: str) -> QLineEdit:
    made = named(QLineEdit(), name, words)
    made.setPlaceholderText(words)
    made.setMaxLength(200)
    made.setFixedWidth(style.scaled(FIELD))
    return made
