"""A drop-down list over values: it shows words and gives back the value."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from vtdesk.ui.widgets.tip import tip


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
        self.setItemData(self.count() - 1, tip(words), Qt.ItemDataRole.ToolTipRole)

    def value(self) -> Any:
        """Give the chosen value; None when nothing is chosen."""
        data = self.currentData()
        return data[0] if data else None

    def choose_nothing(self, words: str) -> None:
        """Begin without a choice, with words that ask for one: nothing is chosen by itself."""
        self.setPlaceholderText(words)
        self.setCurrentIndex(-1)

    def choose(self, value: Any) -> None:
        """Choose a value, when it is offered."""
        for number in range(self.count()):
            if self.itemData(number)[0] == value:
                self.setCurrentIndex(number)
                return

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as Qt does, but end words that do not fit in an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        words = option.currentText or self.placeholderText()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = option.fontMetrics.elidedText(
            words, Qt.TextElideMode.ElideRight, room.width() - 2
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
