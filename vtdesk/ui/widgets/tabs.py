"""A row of tabs over a stack of pages; the words are the accessible names."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHoverEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QToolButton, QWidget
from typing_extensions import override

from vtdesk.ui.widgets.boxes import column, row, rule
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.room import Room

MORE = "Meer"


class Tabs(QWidget):
    """Shows one of several widgets, chosen by a tab; `label` is what the row of tabs is called.

    Tabs that do not fit stand in a menu behind the last one. What a tab shows scrolls when it is
    higher than the room. `beside` stands at the right of what
    a tab shows, under the row of tabs. `close` tabs are small, for the side of a page.
    """

    changed = Signal(int)

    def __init__(
        self,
        label: str,
        *,
        beside: QWidget | None = None,
        close: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bar = named(_Bar(), "tabs", label)
        self._more = named(QToolButton(), "tabs-meer", MORE)
        self._more.setText(MORE)
        self._more.setProperty("kind", "tab")
        if close:
            for one in (self.bar, self._more):
                one.setProperty("form", "dicht")
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.hide()
        self._later: list[tuple[Callable[[], QWidget], QWidget]] = []
        self._shown: dict[int, QWidget] = {}
        self._stack = QStackedWidget()
        self._fitting = False
        self._away: set[int] = set()  # tabs that are not offered now

        inside = row(self._stack, *([beside] if beside else []), air=12)
        inside.setStretch(0, 1)
        layout = column(row(self.bar, self._more, None, air=0), rule(), air=0)
        layout.addLayout(inside, 1)
        self.setLayout(layout)

        self.bar.currentChanged.connect(self._show)

    def add(self, words: str, widget: QWidget) -> int:
        """Add a tab with what it shows; gives its number."""
        return self.add_later(words, lambda: widget)

    def add_later(self, words: str, make: Callable[[], QWidget]) -> int:
        """Add a tab of which the contents are made when it first comes to the front."""
        empty = QWidget()
        self._later.append((make, empty))
        self._stack.addWidget(empty)
        number = self.bar.addTab(words.replace("&", "&&"))
        self.bar.setAccessibleTabName(number, words)
        return number

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front."""
        if 0 <= number < self.bar.count():
            self.bar.setCurrentIndex(number)
            self._fit()

    def offer(self, number: int, *, on: bool) -> None:
        """Let a tab be chosen, or leave it out, also of the menu."""
        (self._away.discard if on else self._away.add)(number)
        self._fit()

    def current(self) -> int:
        """Give the number of the tab in front."""
        return self.bar.currentIndex()

    def widget(self, number: int) -> QWidget:
        """Give what a tab shows; it is made when it was not yet."""
        if number not in self._shown:
            make, empty = self._later[number]
            self._shown[number] = make()
            self._stack.insertWidget(number, Room(self._shown[number]))
            self._stack.removeWidget(empty)
            empty.deleteLater()
        return self._shown[number]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        """Forget the pointer when the tabs move away under it: Qt would go on marking one."""
        super().moveEvent(event)
        nowhere = QPointF(-1, -1)
        gone = QHoverEvent(QEvent.Type.HoverLeave, nowhere, nowhere, nowhere)
        QCoreApplication.sendEvent(self.bar, gone)

    @Slot(int)
    def _show(self, number: int) -> None:
        if not self._fitting and number >= 0:
            self.widget(number)
            self._stack.setCurrentIndex(number)
            self.changed.emit(number)

    def _fit(self) -> None:
        """Show the tabs that fit, the one in front always, and put the others in the menu."""
        count = self.bar.count()
        widths = [0 if n in self._away else self.bar.width_of(n) for n in range(count)]
        room = self.width()
        if sum(widths) > room:
            room -= self._more.sizeHint().width()
        current, used = self.current(), 0
        reserved = widths[current] if widths else 0
        hidden: list[int] = []
        for number, width in enumerate(widths):
            needed = width if number >= current else width + reserved
            if number == current or (not hidden and used + needed <= room):
                used += width
            else:
                hidden.append(number)
        self._fitting = True  # hiding a tab may choose another one for a moment
        for number in range(len(widths)):
            self.bar.setTabVisible(number, number not in {*hidden, *self._away})
        self.bar.setCurrentIndex(current)
        self._fitting = False
        self.bar.updateGeometry()
        self._menu.clear()
        for number in hidden:
            action = self._menu.addAction(self.bar.tabText(number))
            action.triggered.connect(lambda _checked=False, chosen=number: self.show_tab(chosen))
        self._more.setVisible(bool(hidden))


class _Bar(QTabBar):
    """Tells how wide each tab wants to be, also a hidden one."""

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for one tab: the others go to the menu before the window is held wide."""
        return QSize(self.width_of(max(0, self.currentIndex())), super().minimumSizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        """Be as wide as the tabs that are seen; Qt remembers where they lay before some hid."""
        seen = filter(self.isTabVisible, range(self.count()))
        return QSize(sum(map(self.width_of, seen)), super().sizeHint().height())

    def width_of(self, number: int) -> int:
        """Give the width in pixels."""
        return self.tabSizeHint(number).width()
