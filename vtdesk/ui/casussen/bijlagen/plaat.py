"""A picture on screen: as large as fits, or as large as it is."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea
from typing_extensions import override

from vtdesk.ui.casussen.bijlagen.beeld import Beeld
from vtdesk.ui.widgets.named import named

AIR = 16


class Plaat(QScrollArea):
    """Shows one picture; it is never drawn larger than it is."""

    fits_changed = Signal(bool)  # whether all of it fits at its own size

    def __init__(self) -> None:
        super().__init__()
        named(self, "afbeelding", "Afbeelding")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._label = named(QLabel(), "plaat", "Afbeelding")
        self._label.setProperty("kind", "block")
        self.setWidget(self._label)
        self._picture = QPixmap()
        self._is_whole = False

    def show_picture(self, beeld: Beeld) -> None:
        """Show these pixels."""
        form = QImage.Format.Format_RGBA8888
        image = QImage(beeld.pixels, beeld.breedte, beeld.hoogte, beeld.breedte * 4, form)
        self._picture = QPixmap.fromImage(image)
        words = f"Afbeelding, {beeld.echte_breedte} bij {beeld.echte_hoogte} beeldpunten"
        self._label.setAccessibleName(words)
        self._draw()

    def clear(self) -> None:
        """Let go of the picture."""
        self._picture = QPixmap()
        self._label.clear()

    @Slot(bool)
    def show_whole(self, is_whole: bool) -> None:  # noqa: FBT001 - a slot of a button
        """Show it as large as it is, or as large as fits."""
        self._is_whole = is_whole
        self._draw()

    def shown_size(self) -> QSize:
        """Tell how large it is on screen."""
        return self._label.size()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_whole:
            self._draw()

    def _draw(self) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        size = self._picture.size()
        room = (self.maximumViewportSize() - QSize(AIR, AIR)) * ratio
        fits = size.width() <= room.width() and size.height() <= room.height()
        self.fits_changed.emit(fits)
        if not (fits or self._is_whole):
            size = size.scaled(room.expandedTo(QSize(1, 1)), Qt.AspectRatioMode.KeepAspectRatio)
        fitting = self._picture.scaled(
            size,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitting.setDevicePixelRatio(ratio)
        self._label.setPixmap(fitting)
        self._label.resize(fitting.deviceIndependentSize().toSize())
