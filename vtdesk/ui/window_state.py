"""Where the window stood, and nothing else: no title, no file, no content."""

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QWidget

WANTED = QSize(1440, 900)
SMALLEST = QSize(1024, 520)


def remember(window: QWidget) -> None:
    """Keep size and place of the window for the next start."""
    QSettings().setValue("venster", window.saveGeometry())


def restore(window: QWidget) -> None:
    """Give the window the size and place that it had; at first, fill a screen that is small."""
    kept = QSettings().value("venster")
    if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
        return
    room = window.screen().availableSize()
    window.resize(WANTED.boundedTo(room))
    if room.width() <= WANTED.width() or room.height() <= WANTED.height():
        window.showMaximized()


def copy(window: QWidget, other: QWidget) -> None:
    """Put a window exactly where another one stands, so that the change is not felt."""
    window.restoreGeometry(other.saveGeometry())
