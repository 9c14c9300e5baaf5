"""The cards at the right of the table, one below another, with a way to those out of sight."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vtdesk.ui.widgets.boxes import GAP, boxed, column, row, scrolled
from vtdesk.ui.widgets.buttons import choice
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.named import named


class Stapel(QWidget):
    """Scrolls; narrow, a row above it names every card and leads to it."""

    def __init__(self, *cards: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 4, 0)
        stack.setSpacing(GAP)
        for card in cards:
            stack.addWidget(card)
        stack.addStretch(1)
        self._area = scrolled(inside)
        self._jumps = [self._jump(card) for card in cards]
        self._row = named(boxed(row(*self._jumps, None, air=4)), "kaart-sprong", "Naar")
        self._row.hide()
        self.setLayout(column(self._row, self._area, air=4))
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._mark)
        bar.rangeChanged.connect(self._mark)
        self._mark()

    def fit(self, *, narrow: bool) -> None:
        """Name the cards where they do not all fit."""
        self._row.setVisible(narrow)

    def _jump(self, card: Card) -> QPushButton:
        words = card.accessibleName()
        button = named(choice(words), f"naar-{card.objectName()}", f"Naar {words}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in its line
        button.clicked.connect(lambda: self._show(card))
        return button

    def _show(self, card: Card) -> None:
        self._area.verticalScrollBar().setValue(card.y())
        self._mark(card=card)

    @Slot()
    def _mark(self, *_: int, card: Card | None = None) -> None:
        """Say which card stands at the top."""
        at = self._area.verticalScrollBar().value()
        above = [one for one in self._cards if one.y() <= at + GAP]
        shown = card or (above or [*self._cards])[-1 if above else 0]
        for one, button in zip(self._cards, self._jumps, strict=True):
            button.setChecked(one is shown)
