"""A number leaves vtdesk only when she asks: to the softphone, or to the clipboard."""

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from vtdesk.errors import OutsideError
from vtdesk.values.telefoonnummer import getoond, kiesbaar

SECRET_HINT = "x-kde-passwordManagerHint"  # noqa: S105 the name of a clipboard format
NO_PHONE = "Er is geen programma om te bellen. Kopieer het nummer en bel zelf."


def dial(nummer: str) -> None:
    """Hand a number to the program that dials; only digits, and nothing about who it is."""
    if not QDesktopServices.openUrl(QUrl(f"tel:{kiesbaar(nummer)}")):
        raise OutsideError(NO_PHONE)


def copy(nummer: str) -> None:
    """Put a number on the clipboard; it leaves when the kluis closes, and no list keeps it."""
    data = QMimeData()
    data.setText(getoond(nummer))
    data.setData(SECRET_HINT, b"secret")
    QGuiApplication.clipboard().setMimeData(data)
