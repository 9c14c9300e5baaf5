"""Room for what is painted of a statement that changed elsewhere; it is no step of its own.

Qt keeps the shape of a block as a step of undo, and cannot join one with what was typed before.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit


class Room(QObject):
    """Remembers which steps only made room, and takes them along back and forth."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._steps: dict[int, int] = {}  # counted steps of undo after it, and before it
        document.redoAvailable.connect(self._forget)

    def make(self, shapes: Mapping[int, QTextBlockFormat]) -> None:
        """Give blocks, by their place, the shape that goes with what they are now."""
        if not shapes:
            return
        before = self._document.availableUndoSteps()
        self._document.setUndoRedoEnabled(bool(before))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for position, shape in shapes.items():
            cursor.setPosition(position)
            cursor.mergeBlockFormat(shape)
        cursor.endEditBlock()
        self._document.setUndoRedoEnabled(True)
        if before:
            self._steps[self._document.availableUndoSteps()] = before

    def undo(self, edit: QTextEdit) -> None:
        """Take back the last step that is one to who types."""
        while self._document.availableUndoSteps() in self._steps:
            edit.undo()
        edit.undo()

    def redo(self, edit: QTextEdit) -> None:
        """Do again the last such step, and what made room behind it."""
        edit.redo()
        while self._document.isRedoAvailable() and (
            self._document.availableUndoSteps() in self._steps.values()
        ):
            edit.redo()

    @Slot(bool)
    def _forget(self, is_available: bool) -> None:  # noqa: FBT001 (Qt's signal)
        """Forget what cannot be done again any more."""
        if not is_available:
            now = self._document.availableUndoSteps()
            self._steps = {after: was for after, was in self._steps.items() if after <= now}
