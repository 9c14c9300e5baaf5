"""How the window stood and looked, and nothing else: no title, no file, no content.

It lies outside the kluis, so that the lock screen already has the right size of text.
"""

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QWidget

from vtdesk.ui.theme.look import Look, Scheme

WANTED = QSize(1440, 900)


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


def forget() -> None:
    """Keep nothing any more, also where settings are no file."""
    QSettings().clear()


def copy(window: QWidget, other: QWidget) -> None:
    """Put a window exactly where another one stands, so that the change is not felt."""
    window.restoreGeometry(other.saveGeometry())


def remember_look(look: Look) -> None:
    """Keep light or dark and the size of the text."""
    settings = QSettings()
    settings.setValue("thema", look.scheme.value)
    settings.setValue("tekst", look.scale)


def restore_look(look: Look) -> None:
    """Show the look that was chosen last; what cannot be read counts as never chosen."""
    settings = QSettings()
    schemes = {scheme.value: scheme for scheme in Scheme}
    scheme = schemes.get(str(settings.value("thema")), Scheme.SYSTEEM)
    kept = str(settings.value("tekst"))
    look.apply(scheme=scheme, scale=int(kept) if kept.isdecimal() else 100)
