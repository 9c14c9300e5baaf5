"""What was copied here does not outlive the lock; what another program put there is its own."""

from PySide6.QtGui import QClipboard, QGuiApplication


def forget() -> None:
    """Empty the clipboard, and the selection where the system has one, when vtdesk filled it."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
