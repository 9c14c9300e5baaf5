"""Asks for a file to read or to make; where it lies is remembered nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QSettings, QStandardPaths, QStorageInfo, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from vtdesk.ui.messages import ask

_WORDS = {  # Qt's own Dutch does not know all of these
    QFileDialog.DialogLabel.LookIn: "Zoek in:",
    QFileDialog.DialogLabel.FileName: "Bestandsnaam:",
    QFileDialog.DialogLabel.FileType: "Soort bestand:",
    QFileDialog.DialogLabel.Reject: "Annuleren",
}
NOWHERE = "/dev/null/vtdesk"  # no file can be made here
_STICKS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")  # where a system mounts them


def choose_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask with the dialog of the system; `kinds` is such as `Agenda (*.ics)`. None: not chosen."""
    with _without_memory():
        dialog = QFileDialog(parent, title, str(Path.home()), kinds)
        dialog.setObjectName("bestand-kiezen")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _prepare(dialog, "Openen")
        agreed = dialog.exec() == QFileDialog.DialogCode.Accepted
        files = dialog.selectedFiles() if agreed else []
        shiboken6.delete(dialog)  # it writes its memory when it goes
    return Path(files[0]) if files else None


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder that is there, such as a stick. None: not chosen."""
    with _without_memory():
        dialog = QFileDialog(parent, title, str(Path.home()))
        dialog.setObjectName("map-kiezen")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        _prepare(dialog, "Kiezen")
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, "Map:")
        agreed = dialog.exec() == QFileDialog.DialogCode.Accepted
        files = dialog.selectedFiles() if agreed else []
        shiboken6.delete(dialog)  # it writes its memory when it goes
    return Path(files[0]) if files else None


def choose_place(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask where a new file goes; `name` is proposed, and its ending is added when left out."""
    with _without_memory():
        dialog = QFileDialog(parent, title, str(Path.home()), kinds)
        dialog.setObjectName("plaats-kiezen")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # Qt says `u`; we ask ourselves
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        _prepare(dialog, "Opslaan")
        place = _agreed_place(dialog, parent)
        shiboken6.delete(dialog)  # it writes its memory when it goes
    return place


def _agreed_place(dialog: QFileDialog, parent: QWidget) -> Path | None:
    """Ask until the place is free, or the file there may be replaced."""
    while dialog.exec() == QFileDialog.DialogCode.Accepted and dialog.selectedFiles():
        place = Path(dialog.selectedFiles()[0])
        if not place.exists() or _may_replace(place, parent):
            return place
    return None


def _may_replace(place: Path, parent: QWidget) -> bool:
    return ask(
        parent,
        "Bestand vervangen?",
        f"Er staat al een bestand met de naam {place.name}. Als je het vervangt, is het oude weg.",
        yes="Vervangen",
        no="Andere naam kiezen",
    )


def _prepare(dialog: QFileDialog, accept: str) -> None:
    """Speak Dutch, and offer her own folder and every stick at the side."""
    dialog.setSidebarUrls([QUrl.fromLocalFile(one) for one in (str(Path.home()), *_sticks())])
    for part, words in (*_WORDS.items(), (QFileDialog.DialogLabel.Accept, accept)):
        dialog.setLabelText(part, words)


def _sticks() -> Iterator[str]:
    for volume in QStorageInfo.mountedVolumes():
        if volume.isReady() and volume.rootPath().startswith(_STICKS):
            yield volume.rootPath()


@contextmanager
def _without_memory() -> Iterator[None]:
    """Qt keeps the last folders in a file of its own; meanwhile that file has no place to be."""
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    QSettings.setPath(native, user, NOWHERE)
    try:
        yield
    finally:
        QSettings.setPath(native, user, place)
