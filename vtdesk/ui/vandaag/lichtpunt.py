"""Lichtpunt: what went well today, for her alone; a name in it is marked at once."""

from collections.abc import Collection

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.naamspoor import namen_in
from vtdesk.values.vouwen import Woord

QUESTION = "Wat ging goed vandaag?"
NOTE = "Alleen voor jou. Schrijf geen namen op."
PAUSE = 1500  # ms after the last key
HIGH, LOW = 64, 38


class Lichtpunt(QWidget):
    """A question, a field of two lines, and a word when a name stands in it."""

    paused = Signal()  # what is typed may be kept

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Collection[str] = ()
        self.field = named(TextArea(), "lichtpunt", QUESTION)
        self.field.setAccessibleDescription(NOTE)
        self._warning = named(text("", "klein", tone="let-op"), "lichtpunt-naam")
        self._warning.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        question = text(QUESTION, "kop", wrap=False)
        note = text(NOTE, tone="stil")
        head = row(icon_label("lichtpunt", "accent"), question, note)
        head.setStretch(2, 1)
        layout.addLayout(head)
        layout.addWidget(self.field)
        layout.addWidget(self._warning)
        self.fit(narrow=False)

        self.field.textChanged.connect(self._look)
        self._pause.timeout.connect(self.paused)

    def fit(self, *, narrow: bool) -> None:
        """Keep room for two lines in this size of text, or for one where there is little."""
        self.field.setFixedHeight(style.scaled(LOW if narrow else HIGH))

    def begin(self, words: str, names: Collection[str]) -> None:
        """Show what was typed before, and know the names that do not belong in it."""
        self._names = names
        self.field.setPlainText(words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self._look()

    def words(self) -> str:
        """Give what is typed."""
        return self.field.toPlainText().strip()

    def marked(self) -> list[str]:
        """Give the names that are marked, each as it was typed."""
        typed = self.field.toPlainText()
        return [typed[one.begin : one.einde] for one in namen_in(typed, self._names)]

    @Slot()
    def _look(self) -> None:
        found = namen_in(self.field.toPlainText(), self._names)
        self.field.setExtraSelections([self._mark(one) for one in found])
        names = list(dict.fromkeys(self.marked()))
        self._warning.setText(_sentence(names))
        self._warning.setVisible(bool(names))
        self._pause.start()

    def _mark(self, found: Woord) -> QTextEdit.ExtraSelection:
        mark, where = QTextEdit.ExtraSelection(), self.field.textCursor()
        typed = self.field.toPlainText()
        where.setPosition(_qt_place(typed, found.begin))
        where.setPosition(_qt_place(typed, found.einde), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(palette.colour("let-op"))
        look.setForeground(palette.colour("let-op"))
        mark.cursor, mark.format = where, look
        return mark


def _qt_place(words: str, place: int) -> int:
    """Count as Qt does: a sign beyond the basic plane is two."""
    return len(words[:place].encode("utf-16-le")) // 2


def _sentence(names: list[str]) -> str:
    if not names:
        return ""
    listed = " en ".join(f"'{name}'" for name in names)
    verb = "is een naam" if len(names) == 1 else "zijn namen"
    return f"{listed} {verb} uit een casus. Schrijf het zonder naam."
