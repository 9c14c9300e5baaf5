"""A deck of widgets of which one shows; unlike a stack it is only as tall as that one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Deck(QWidget):
    """Shows one of its widgets at its own height."""

    def __init__(self, *cards: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for card in cards:
            self._add(card)
        self.turn_to(cards[0])

    def turn_to(self, shown: QWidget) -> None:
        """Show this one; it may be new here."""
        if shown not in self._cards:
            self._add(shown)
        self._shown = shown
        for card in self._cards:
            card.setVisible(card is shown)

    def forget(self, card: QWidget) -> None:
        """Take one out of the deck and be rid of it."""
        self._cards.remove(card)
        card.deleteLater()

    def _add(self, card: QWidget) -> None:
        self._cards.append(card)
        self._layout.addWidget(card)

    def shown(self) -> QWidget:
        """Give the one that shows."""
        return self._shown
