"""Where the window stood, and nothing else: no title, no file, no content."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget


def remember(window: QWidget) -> None:
    """Keep size and place of the window for the next start."""
    QSettings().setValue("venster", window.saveGeometry())


def restore(window: QWidget) -> None:
    """Give the window the size and place that it had."""
    kept = QSettings().value("venster")
    if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
        window.resize(1440, 900)
