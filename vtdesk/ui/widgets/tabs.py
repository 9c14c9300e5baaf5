"""A row of tabs over a stack of pages; the words are the accessible names."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from vtdesk.ui.widgets.boxes import rule
from vtdesk.ui.widgets.named import named


class Tabs(QWidget):
    """Shows one of several widgets, chosen by a tab; `label` is what the row of tabs is called."""

    changed = Signal(int)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = named(QTabBar(), "tabs", label)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setUsesScrollButtons(True)
        self._shown: list[QWidget] = []
        self._stack = QStackedWidget()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(rule())
        layout.addWidget(self._stack, 1)

        self.bar.currentChanged.connect(self._show)

    def add(self, words: str, widget: QWidget) -> int:
        """Add a tab with what it shows; gives its number."""
        self._shown.append(widget)
        self._stack.addWidget(widget)
        number = self.bar.addTab(words.replace("&", "&&"))
        self.bar.setAccessibleTabName(number, words)
        return number

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front."""
        self.bar.setCurrentIndex(number)

    def current(self) -> int:
        """Give the number of the tab in front."""
        return self.bar.currentIndex()

    def widget(self, number: int) -> QWidget:
        """Give what a tab shows."""
        return self._shown[number]

    @Slot(int)
    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.changed.emit(number)
