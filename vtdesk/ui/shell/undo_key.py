"""Ctrl+Z for what just happened, where the keyboard has nothing of its own to take back."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override


class UndoKey(QObject):
    """A field keeps Ctrl+Z for itself, also when nothing was typed in it: then it is lent out."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action)
        self._action = action
        self._field: QWidget | None = None
        action.setEnabled(False)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._follow)

    @Slot(bool)
    def offer(self, offered: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        """Answer the key, or leave it alone from now on."""
        self._action.setEnabled(offered)
        self._follow(None, QApplication.focusWidget())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not _can_undo(watched)
        ):
            event.ignore()  # so that it becomes a shortcut of the window
            return True
        return False

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = now if self._action.isEnabled() else None
        if self._field is not None:
            self._field.installEventFilter(self)


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.document().isUndoAvailable() and not field.isReadOnly()
    return False
