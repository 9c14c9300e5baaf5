"""Where a capture panel stands: under the top line, or as a window of its own over a dialog."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from vtdesk.ui.theme import style

WIDTH = 480
LEFT = 560  # where there is room: under the buttons that open it
STATE_LINE = 36  # px at the foot of the window that stay in sight


class Standing(QObject):
    """Puts one panel over the window, or over the dialog that is in front of it.

    `height_in` fits the panel in so much room, and gives the height that it wants there.
    """

    def __init__(
        self,
        panel: QWidget,
        window: QWidget,
        *,
        under: QWidget,
        height_in: Callable[[int, int], int],
    ) -> None:
        super().__init__(panel)
        self._panel, self._window, self._under = panel, window, under
        self._height_in = height_in
        self._host = window
        self._stands = False

    @Slot()
    def stand(self) -> None:
        """Show the panel over what is in front now."""
        self._stands = True
        self._stand_over(QApplication.activeModalWidget() or self._window)
        self.place()
        self._panel.show()
        if self._panel.isWindow():
            self._panel.activateWindow()
        else:
            self._panel.raise_()

    def go_home(self) -> None:
        """Hide the panel; it belongs to the window again."""
        self._stands = False
        self._panel.hide()
        self._stand_over(self._window)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a dialog that closes: Qt would take the panel along."""
        if watched is self._host and event.type() is QEvent.Type.Hide:
            self._stand_over(self._window)
            if self._stands:
                QTimer.singleShot(0, self._stand_again)
        return False

    @Slot()
    def _stand_again(self) -> None:
        if self._stands:
            self.stand()

    def _stand_over(self, host: QWidget) -> None:
        if host is self._host:
            return
        if isValid(self._host):
            self._host.removeEventFilter(self)
        self._host = host
        if host is self._window:
            self._panel.setParent(host)
        else:
            frameless = Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint
            self._panel.setParent(host, frameless)
            host.installEventFilter(self)

    def place(self) -> None:
        """Take the room that the panel needs now."""
        width = min(style.scaled(WIDTH), self._window.width() - 16)
        top = self._under.height() + 4
        if self._window.isAncestorOf(self._under):  # not while the curtain is drawn
            top += self._under.mapTo(self._window, QPoint(0, 0)).y()
        room = self._window.height() - top - style.scaled(STATE_LINE)
        height = self._height_in(width, room)
        left = max(8, min(style.scaled(LEFT), self._window.width() - width - 16))
        corner = QPoint(left, top)
        if self._panel.isWindow():
            corner = self._window.mapToGlobal(corner)
        self._panel.setGeometry(corner.x(), corner.y(), width, min(height, room))
