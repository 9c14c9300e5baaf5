"""One person in the drawing: painted below, but a thing of its own for keyboard and ear."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from vtdesk.ui import actions
from vtdesk.values.genogram.tekening import Symbool

WALKS = ("gezin-op", "gezin-neer", "gezin-links", "gezin-rechts")
SHIFTS = {"gezin-naar-links": -1, "gezin-naar-rechts": 1}
KEYS = (*WALKS, *SHIFTS, "gezin-open", "gezin-relatie")


class PersoonKnop(QAbstractButton):
    """Lies over a symbol and its text; focus chooses, Enter opens, a drag moves sideways."""

    chosen = Signal(object)  # UUID
    opened = Signal(object)  # UUID
    tie_asked = Signal(object)  # UUID
    walked = Signal(object, str)  # UUID, op, neer, links or rechts
    dragged = Signal(object, int)  # UUID, pixels from where it stood
    dropped = Signal(object, int)  # UUID, pixels
    shifted = Signal(object, int)  # UUID, steps

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._symbool: Symbool | None = None
        self._grabbed: QPoint | None = None
        self._reach = 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def show_symbol(self, symbool: Symbool) -> None:
        """Stand for this person."""
        self._symbool = symbool
        self.setObjectName(f"persoon-{symbool.id}")
        self.setAccessibleName(symbool.omschrijving)

    @property
    def symbool(self) -> Symbool:
        """Give the person it stands for."""
        assert self._symbool is not None, "it is given one when made"  # noqa: S101 - cannot be
        return self._symbool

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = actions.pressed(event, KEYS)
        if key in WALKS:
            self.walked.emit(self.symbool.id, key.removeprefix("gezin-"))
        elif key in SHIFTS:
            self.shifted.emit(self.symbool.id, SHIFTS[key])
        elif key == "gezin-relatie":
            self.tie_asked.emit(self.symbool.id)
        elif key:
            self.opened.emit(self.symbool.id)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._choose()
        self._paint_below()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_below()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._reach = event.globalPosition().toPoint(), 0

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            super().mouseMoveEvent(event)
            return
        reach = event.globalPosition().toPoint().x() - self._grabbed.x()
        if self._reach or abs(reach) >= QApplication.startDragDistance():
            self._reach = reach
            self.setDown(False)
            self.dragged.emit(self.symbool.id, reach)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        reach, self._grabbed, self._reach = self._reach, None, 0
        super().mouseReleaseEvent(event)
        if reach:
            self.dropped.emit(self.symbool.id, reach)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.symbool.id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the drawing below shows the person."""

    def _paint_below(self) -> None:
        """Let the drawing mark this person as long as no ring does."""
        if (sheet := self.parentWidget()) is not None:
            sheet.update()

    def _choose(self) -> None:
        self.chosen.emit(self.symbool.id)
