"""The ring around what has the focus: two pixels, drawn outside the widget."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from vtdesk.ui.theme import palette

AIR, WIDTH = 2, 2
_RINGED = (QAbstractButton, QTabBar, QScrollArea)


class FocusRing(QWidget):
    """Follows the focus through one window; fields show their focus by their own edge."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if isinstance(self._target, QTabBar) and isValid(self._target):
            self._target.currentChanged.disconnect(self._place)
        ringed = isinstance(now, _RINGED)
        self._target = now if ringed and now and now.window() is self.window() else None
        if isinstance(self._target, QTabBar):
            self._target.currentChanged.connect(self._place)
        self._watched = list(_upwards(self._target))
        for widget in self._watched:
            widget.installEventFilter(self)
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {
            QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide
        }:  # fmt: skip
            self._place()
        return False

    @Slot()
    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        self._ring = _around(target, self.window())
        seen = self._ring
        for widget in self._watched:  # what is scrolled away has no ring on top of something else
            if isinstance(widget.parent(), QAbstractScrollArea):
                seen = seen.intersected(_around(widget, self.window()))
        self.setGeometry(seen)
        self.raise_()
        self.setVisible(not seen.isEmpty())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        filled = self._target is not None and self._target.property("kind") == "primary"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("tekst" if filled else "accent"), WIDTH))
        ring = QRectF(self._ring.translated(-self.pos()))
        painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


def _around(widget: QWidget, window: QWidget) -> QRect:
    """Give the place of a widget in its window, with room for the ring."""
    whole = widget.rect()
    if isinstance(widget, QTabBar):  # the keyboard stands on one tab, not on all
        whole = widget.tabRect(widget.currentIndex()).intersected(whole)
    reach = AIR + WIDTH
    place = QRect(widget.mapTo(window, whole.topLeft()), whole.size())
    return place.adjusted(-reach, -reach, reach, reach)


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    """Walk from a widget to its window: when one of them moves or scrolls, the ring moves too."""
    while widget is not None and not widget.isWindow():
        yield widget
        widget = widget.parentWidget()
