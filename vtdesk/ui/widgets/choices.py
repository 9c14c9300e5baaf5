"""A drop-down list over values: it shows words and gives back the value."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget


class Choices(QComboBox):
    """One of several values; `add` keeps their order."""

    def __init__(
        self, options: Iterable[tuple[str, Any]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for words, value in options:
            self.add(words, value)

    def add(self, words: str, value: Any) -> None:
        """Offer one more value."""
        self.addItem(words, (value,))  # in a tuple, so that Qt never converts the value itself

    def value(self) -> Any:
        """Give the chosen value; None when there is nothing to choose."""
        data = self.currentData()
        return data[0] if data else None

    def choose(self, value: Any) -> None:
        """Choose a value, when it is offered."""
        for number in range(self.count()):
            if self.itemData(number)[0] == value:
                self.setCurrentIndex(number)
                return
