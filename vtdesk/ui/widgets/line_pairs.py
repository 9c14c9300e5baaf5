"""Lines of two fields, such as an option and why not; a new line comes when the last is used."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from vtdesk.ui.widgets.limits import LINE
from vtdesk.ui.widgets.named import named

Pair = tuple[str, str]


class LinePairs(QWidget):
    """As many pairs as she types; pairs with an empty first field do not count."""

    def __init__(
        self,
        heads: Pair,
        pairs: Iterable[Pair] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heads = heads
        self._lines: list[tuple[QLineEdit, QLineEdit]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self.give_back([list(pair) for pair in pairs])

    def pairs(self) -> tuple[Pair, ...]:
        """Give the pairs that say something."""
        typed = ((first.text().strip(), second.text().strip()) for first, second in self._lines)
        return tuple(pair for pair in typed if pair[0])

    def half_typed(self) -> list[list[str]]:
        """Give what was typed, in plain values."""
        return [[first.text(), second.text()] for first, second in self._lines]

    def give_back(self, kept: list[list[str]]) -> None:
        """Show again what was typed."""
        for number, words in enumerate(kept):
            while number >= len(self._lines):
                self._add()
            for field, word in zip(self._lines[number], words, strict=True):
                field.setText(word)
        self._grow()

    def _grow(self) -> None:
        if not self._lines or any(field.text() for field in self._lines[-1]):
            self._add()

    def _add(self) -> None:
        number = len(self._lines)
        fields = tuple(QLineEdit() for _ in self._heads)
        for column, (field, head) in enumerate(zip(fields, self._heads, strict=True)):
            named(field, f"veld-{number}-{column}", f"{head} {number + 1}")
            field.setPlaceholderText(head)
            field.setMaxLength(LINE)
            field.textEdited.connect(self._grow)
            self._grid.addWidget(field, number, column)
        self._lines.append((fields[0], fields[1]))
        self.setFocusProxy(self._lines[0][0])
