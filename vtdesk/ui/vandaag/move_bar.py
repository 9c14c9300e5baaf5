"""The line above the day that asks, once, how far a move reaches; never a window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.vandaag.moves import Reach
from vtdesk.ui.widgets.boxes import boxed, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text


class MoveBar(QWidget):
    """First `Alleen deze / Alles erna ook`; on a clash also `Toch / Ander moment`."""

    answered = Signal(object)  # Reach
    insisted = Signal()
    given_up = Signal()

    def __init__(self, *, air: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verplaatsen")
        self._words = named(text(), "verplaatstekst")
        self._alone = named(small("Alleen deze"), "alleen-deze")
        self._along = named(small("Alles erna ook"), "alles-erna")
        self._insist = named(small("Toch"), "toch")
        self._give_up = named(small("Ander moment"), "ander-moment")
        self._alone.setToolTip("Enter")
        self._along.setToolTip("Shift+Enter")
        self._give_up.setToolTip("Esc")

        layout = row(self._words, self._alone, self._along, self._insist, self._give_up)
        layout.setStretch(0, 1)
        layout.setContentsMargins(12, 4, 6, 4)
        self._frame = boxed(layout, kind="message")
        self.setLayout(row(self._frame, margins=air))
        for button in (self._alone, self._along, self._insist, self._give_up):
            button.setAutoDefault(True)  # so that Enter presses it, also in a form
        self.hide()

        self._alone.clicked.connect(lambda: self.answered.emit(Reach.ALONE))
        self._along.clicked.connect(lambda: self.answered.emit(Reach.REST))
        self._insist.clicked.connect(self.insisted)
        self._give_up.clicked.connect(self.given_up)

    def ask_reach(self, words: str, *, others: bool) -> None:
        """Ask whether what comes after moves along; without others only whether to move."""
        self._alone.setText("Alleen deze" if others else "Verplaatsen")
        self._alone.setAccessibleName(self._alone.text())
        self._give_up.setText("Laat staan")
        self._show(words, "keuze", alone=True, along=others)

    def warn(self, words: str) -> None:
        """Say what the new place would cost."""
        self._give_up.setText("Ander moment")
        self._show(words, "let-op", alone=False, along=False)
        self._insist.setFocus()

    def words(self) -> str:
        """Give what is asked, or nothing."""
        return "" if self.isHidden() else self._words.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, words: str, tone: str, *, alone: bool, along: bool) -> None:
        if words != self._words.text() or self.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._words.setText(words)
        self._give_up.setAccessibleName(self._give_up.text())
        self._alone.setVisible(alone)
        self._along.setVisible(along)
        self._insist.setVisible(not alone)
        restyle(self._frame, tone=tone)
        self.show()
