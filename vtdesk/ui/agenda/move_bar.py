"""The line above the day that asks, once, how far a move reaches; never a window of its own."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from vtdesk.ui.agenda.moves import Reach
from vtdesk.ui.widgets.boxes import boxed, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text


class MoveBar(QWidget):
    """First `Alleen deze / Alles erna ook`; on a clash also `Toch / Ander moment`.

    One of a series is asked about its series too; then the answers stand under the question.
    """

    answered = Signal(object)  # Reach
    insisted = Signal()
    given_up = Signal()

    def __init__(self, *, air: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verplaatsen")
        self._words = named(text(), "verplaatstekst")
        self._alone = named(small("Alleen deze"), "alleen-deze")
        self._along = named(small("Alles erna ook"), "alles-erna")
        self._following = named(small("Deze en volgende"), "deze-en-volgende")
        self._series = named(small("Alle"), "alle")
        self._insist = named(small("Toch"), "toch")
        self._give_up = named(small("Ander moment"), "ander-moment")
        self._alone.setToolTip("Enter")
        self._along.setToolTip("Shift+Enter")
        self._give_up.setToolTip("Esc")

        answers = {
            Reach.ALONE: self._alone,
            Reach.FOLLOWING: self._following,
            Reach.SERIES: self._series,
            Reach.REST: self._along,
        }
        buttons = (*answers.values(), self._insist, self._give_up)
        self._layout = row(self._words, row(*buttons))
        self._layout.setStretch(0, 1)
        self._layout.setContentsMargins(12, 4, 6, 4)
        self._frame = boxed(self._layout, kind="message")
        self.setLayout(row(self._frame, margins=air))
        for button in buttons:
            button.setAutoDefault(True)  # so that Enter presses it, also in a form
        self.hide()

        for reach, button in answers.items():
            button.clicked.connect(partial(self._answer, reach))
        self._insist.clicked.connect(self.insisted)
        self._give_up.clicked.connect(self.given_up)

    def ask_reach(self, words: str, *, others: bool, series: bool = False) -> None:
        """Ask whether what comes after moves along; without others only whether to move."""
        self._alone.setText("Alleen deze" if others or series else "Verplaatsen")
        self._alone.setAccessibleName(self._alone.text())
        self._give_up.setText("Laat staan")
        self._show(words, "keuze", alone=True, along=others, series=series)

    def warn(self, words: str) -> None:
        """Say what the new place would cost."""
        self._give_up.setText("Ander moment")
        self._show(words, "let-op", alone=False, along=False, series=False)
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

    def _answer(self, reach: Reach, _checked: object = None) -> None:
        self.answered.emit(reach)

    def _show(self, words: str, tone: str, *, alone: bool, along: bool, series: bool) -> None:
        if words != self._words.text() or self.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._words.setText(words)
        self._give_up.setAccessibleName(self._give_up.text())
        self._alone.setVisible(alone)
        self._along.setVisible(along)
        for button in (self._following, self._series):
            button.setVisible(series)
        below = QBoxLayout.Direction.TopToBottom if series else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(below)
        self._insist.setVisible(not alone)
        restyle(self._frame, tone=tone)
        self.show()
