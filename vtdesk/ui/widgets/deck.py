"""A deck of widgets of which one shows; unlike a stack it is only as tall as that one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Deck(QWidget):
    """Shows one of its widgets at its own height."""

    def __init__(self, *cards: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._shown = cards[0]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for card in cards:
            layout.addWidget(card)
        self.turn_to(self._shown)

    def turn_to(self, shown: QWidget) -> None:
        """Show this one."""
        self._shown = shown
        for card in self._cards:
            card.setVisible(card is shown)

    def shown(self) -> QWidget:
        """Give the one that shows."""
        return self._shown
