"""A number leaves vtdesk only when she asks: to the softphone, or to the clipboard."""

import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, QUrl
from PySide6.QtGui import QGuiApplication

from vtdesk.errors import OutsideError
from vtdesk.ui.hand_over import hand_over
from vtdesk.values.telefoonnummer import getoond, kiesbaar

SECRET_HINT = "x-kde-passwordManagerHint"  # noqa: S105 the name of a clipboard format
TEL = "x-scheme-handler/tel="
NO_PHONE = "Er is geen programma om te bellen. Kopieer het nummer en bel zelf."


@cache
def can_dial() -> bool:
    """Tell whether there may be a program that takes a number; only Linux says so beforehand."""
    if not sys.platform.startswith("linux"):
        return True
    places = QStandardPaths.StandardLocation
    lists = [
        Path(found)
        for place in (places.ConfigLocation, places.ApplicationsLocation)
        for name in ("mimeapps.list", "mimeinfo.cache")
        for found in QStandardPaths.locateAll(place, name)
    ]
    return any(_takes_numbers(one) for one in lists)


def _takes_numbers(programs: Path) -> bool:
    try:
        lines = programs.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # a list that cannot be read names no program
        return False
    return any(line.startswith(TEL) and line[len(TEL) :].strip() for line in lines)


def dial(nummer: str) -> None:
    """Hand a number to the program that dials; only digits, and nothing about who it is."""
    if not hand_over(QUrl(f"tel:{kiesbaar(nummer)}")):
        raise OutsideError(NO_PHONE)


def copy(nummer: str) -> None:
    """Put a number on the clipboard; it leaves when the kluis closes, and no list keeps it."""
    data = QMimeData()
    data.setText(getoond(nummer))
    data.setData(SECRET_HINT, b"secret")
    QGuiApplication.clipboard().setMimeData(data)
