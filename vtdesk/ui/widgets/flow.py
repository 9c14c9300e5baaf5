"""A row that continues on the next line when the room ends, for buttons in a narrow card."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class Flow(QLayout):
    """Places widgets from left to right, and below each other where they no longer fit."""

    def __init__(self, *widgets: QWidget, air: int = 8, right: int = 0) -> None:
        """`right` tells how many of the last stand at the right, where all fit on one line."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._right = right
        self.setSpacing(air)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = list(self._places(QRect(0, 0, width, 0)))
        return max((place.bottom() + 1 for _, place in places), default=0)

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    @override
    def sizeHint(self) -> QSize:
        tallest = max((i.sizeHint().height() for i in self._items if not i.isEmpty()), default=0)
        return QSize(self._width(self._items), tallest)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in self._places(rect):
            item.setGeometry(place)

    def _places(self, room: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Say where each item comes in this room, in the middle of its line."""
        top = room.top()
        lines = list(self._lines(room.width()))
        at_right = self._items[len(self._items) - self._right :] if len(lines) == 1 else []
        for line in lines:
            sizes = [_within(room.width(), item) for item in line]
            tallest = max(size.height() for size in sizes)
            left = room.left()
            for item, size in zip(line, sizes, strict=True):
                if item in at_right:
                    left += max(0, room.right() + 1 - left - self._width(at_right))
                    at_right = []
                yield item, QRect(QPoint(left, top + (tallest - size.height()) // 2), size)
                left += size.width() + self.spacing()
            top += tallest + self.spacing()

    def _width(self, items: Sequence[QLayoutItem]) -> int:
        sizes = [item.sizeHint() for item in items if not item.isEmpty()]  # shown
        return sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        used = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            wide = item.sizeHint().width()
            if line and used + wide > width:
                yield line
                line, used = [], 0
            line.append(item)
            used += wide + self.spacing()
        if line:
            yield line


def _within(room: int, item: QLayoutItem) -> QSize:
    """Give what an item wants; what is wider than the room and can wrap, wraps."""
    wanted = item.sizeHint()
    if wanted.width() <= room or not item.hasHeightForWidth():
        return wanted
    return QSize(room, item.heightForWidth(room))
