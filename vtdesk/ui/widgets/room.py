"""Room for something that may be higher or wider than the window: it scrolls only then."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget
from typing_extensions import override


class Room(QScrollArea):
    """Gives a widget all the room there is, and never less than it needs.

    Qt's own `widgetResizable` asks how high the widget would like to be, so that a list in it
    would scroll inside a page that scrolls. Here only the least height counts.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._shown = widget
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        widget.setProperty("kind", widget.property("kind") or "inside")
        self.setWidget(widget)
        widget.setAutoFillBackground(False)
        widget.installEventFilter(self)

    @override
    def sizeHint(self) -> QSize:
        return self._shown.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._keep_line_in_sight()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _keep_line_in_sight(self) -> None:
        """Keep the line one types in: a message takes room from what is shown already."""
        focus = self._shown.window().focusWidget()
        if isinstance(focus, QLineEdit) and self._shown.isAncestorOf(focus):
            self.ensureWidgetVisible(focus)

    def _fit(self) -> None:
        """Make the widget as large as the room, or as large as it has to be."""
        room, widget = self.maximumViewportSize(), self._shown
        least = widget.minimumSizeHint().expandedTo(widget.minimumSize())
        width = max(room.width(), least.width())
        if _height(widget, least, width) > room.height():
            beside = room.width() - self.verticalScrollBar().sizeHint().width()
            width = max(beside, least.width())
        widget.resize(width, max(room.height(), _height(widget, least, width)))


def _height(widget: QWidget, least: QSize, width: int) -> int:
    """Tell the least height of a widget that is this wide."""
    layout = widget.layout()
    if layout is None or not layout.hasHeightForWidth():
        return least.height()
    return layout.minimumHeightForWidth(width)
