"""Something goes to another program of this computer, because she asked for that."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vtdesk.adapters import portal
from vtdesk.security import cage


def hand_over(url: QUrl) -> bool:
    """Let the desktop open it; tells whether that could be.

    From inside the cage first by the portal: what vtdesk starts itself would stand in it too.
    """
    return (cage.network_is_closed() and _by_portal(url)) or bool(QDesktopServices.openUrl(url))


def _by_portal(url: QUrl) -> bool:
    if url.isLocalFile():
        return portal.open_file(Path(url.toLocalFile()))
    return portal.open_address(url.toString())
