"""Keeps what one works in on its spot of the screen while a message comes or goes above it."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override


class Steady(QObject):
    """Scrolls what has the keyboard by as much as the pages move up or down."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        self._kept: tuple[QAbstractScrollArea, int] | None = None  # and where its words begin
        pages.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMoveEvent) and event.pos().y() != event.oldPos().y():
            area = self._area()
            if area is not None:
                self._kept = (
                    area,
                    self._top(area, event.oldPos()) - area.verticalScrollBar().value(),
                )
        elif event.type() == QEvent.Type.Resize and self._kept is not None:
            # All that is in the pages has its place by now, and may have scrolled for it.
            (area, begin), self._kept = self._kept, None
            if isValid(area):
                area.verticalScrollBar().setValue(self._top(area, self._pages.pos()) - begin)
        return False

    def _top(self, area: QWidget, pages: QPoint) -> int:
        return area.mapTo(self._pages, QPoint()).y() + pages.y()

    def _area(self) -> QAbstractScrollArea | None:
        """Give the text or list of a page around what has the keyboard."""
        widget = QApplication.focusWidget()
        if widget is None or not self._pages.isAncestorOf(widget):
            return None
        while widget is not None and widget is not self._pages:
            if isinstance(widget, QAbstractScrollArea):
                return widget
            widget = widget.parentWidget()
        return None
