"""Takes all that names somebody out of the window, and brings it back as it was.

What is only hidden can still be read through the accessible tree; so the parts leave the window.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid
from typing_extensions import override

_UNSEEN = Qt.WidgetAttribute.WA_DontShowOnScreen


@dataclass(frozen=True, slots=True)
class _Dialog:
    """A window over the main one, and how it stood."""

    widget: QWidget
    parent: QWidget | None
    flags: Qt.WindowType
    modality: Qt.WindowModality
    place: QRect

    def come_back(self) -> None:
        """Stand as before; what was asked in passing is gone."""
        if isValid(self.widget):
            parent = self.parent if self.parent is not None and isValid(self.parent) else None
            self.widget.setParent(parent, self.flags)
            self.widget.setWindowModality(self.modality)
            self.widget.setGeometry(self.place)
            self.widget.show()


class Behind(QObject):
    """Keeps the frame of a window and what opens over it while something else is shown."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dark = QWidget()  # never shown
        self._frame: QWidget | None = None
        self._dialogs: list[_Dialog] = []
        self._coming: list[QWidget] = []  # about to open behind it
        self._focus: QWidget | None = None

    @property
    def is_used(self) -> bool:
        """Tell whether the window shows something else now."""
        return self._frame is not None

    def put(self, instead: QWidget) -> None:
        """Show something else in the window, and nothing over it."""
        self._focus = QApplication.focusWidget() or self._window.focusWidget()
        self._dialogs = [_seen(dialog) for dialog in self._over()]
        for dialog in reversed(self._dialogs):
            dialog.widget.hide()
            if isValid(dialog.widget):
                dialog.widget.setParent(self._dark, Qt.WindowType.Widget)
        self._frame = self._window.takeCentralWidget()
        if self._frame is not None:
            self._frame.setParent(self._dark)
        self._window.setCentralWidget(instead)
        instead.show()
        self._window.activateWindow()
        instead.setFocus(Qt.FocusReason.OtherFocusReason)
        if (program := QApplication.instance()) is not None:
            program.installEventFilter(self)

    def take_back(self) -> None:
        """Show everything again, with the keyboard where it was."""
        frame, self._frame = self._frame, None
        if frame is None:
            return
        if (program := QApplication.instance()) is not None:
            program.removeEventFilter(self)
        instead = self._window.takeCentralWidget()
        if instead is not None:
            instead.setParent(self._dark)
        self._window.setCentralWidget(frame)
        frame.show()
        dialogs, self._dialogs = self._dialogs, []
        focus, self._focus = self._focus, None
        for dialog in dialogs:
            dialog.come_back()
        if focus is not None and isValid(focus):
            focus.window().activateWindow()
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put away what opens now, as after slow work, before it comes on screen.

        Qt says so twice: before it draws a window, and when it is about to go on without it.
        """
        kind = event.type()
        if kind is QEvent.Type.Show and isinstance(watched, QWidget) and self._is_over(watched):
            if not watched.testAttribute(_UNSEEN):  # else the system draws it, out of our hands
                watched.setAttribute(_UNSEEN)
                self._coming.append(watched)
        elif kind is QEvent.Type.ShowToParent and watched in self._coming:
            self._coming.remove(watched)
            self._put_away(watched)
        return False

    def _put_away(self, dialog: QWidget) -> None:
        """Let it wait unanswered: who opened it goes on when it is answered."""
        self._dialogs.append(_seen(dialog))
        dialog.hide()
        dialog.setAttribute(_UNSEEN, on=False)
        dialog.setParent(self._dark, Qt.WindowType.Widget)

    def _is_over(self, widget: QWidget) -> bool:
        is_dialog = widget.isWindow() and widget.windowType() is Qt.WindowType.Dialog
        return is_dialog and self._window.isVisible()

    def _over(self) -> list[QWidget]:
        """List the windows over this one, the lowest first."""
        seen = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and widget is not self._window
        ]
        return sorted((w for w in seen if w.windowType() is Qt.WindowType.Dialog), key=_height)


def _seen(widget: QWidget) -> _Dialog:
    return _Dialog(
        widget,
        widget.parentWidget(),
        widget.windowFlags(),
        widget.windowModality(),
        widget.geometry(),
    )


def _height(widget: QWidget) -> int:
    """Count the windows that lie under this one."""
    below = widget.parentWidget()
    return 0 if below is None else 1 + _height(below.window())
