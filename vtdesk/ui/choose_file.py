"""Asks for a file to read or to make; where it lies is remembered nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_WORDS = {  # Qt's own Dutch does not know all of these
    QFileDialog.DialogLabel.LookIn: "Zoek in:",
    QFileDialog.DialogLabel.FileName: "Bestandsnaam:",
    QFileDialog.DialogLabel.FileType: "Soort bestand:",
    QFileDialog.DialogLabel.Reject: "Annuleren",
}
NOWHERE = "/dev/null/vtdesk"  # no file can be made here


def choose_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask with the dialog of the system; `kinds` is such as `Agenda (*.ics)`. None: not chosen."""
    with _without_memory():
        dialog = QFileDialog(parent, title, str(Path.home()), kinds)
        dialog.setObjectName("bestand-kiezen")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _speak_dutch(dialog, "Openen")
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
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        _speak_dutch(dialog, "Opslaan")
        agreed = dialog.exec() == QFileDialog.DialogCode.Accepted
        files = dialog.selectedFiles() if agreed else []
        shiboken6.delete(dialog)  # it writes its memory when it goes
    return Path(files[0]) if files else None


def _speak_dutch(dialog: QFileDialog, accept: str) -> None:
    for part, words in (*_WORDS.items(), (QFileDialog.DialogLabel.Accept, accept)):
        dialog.setLabelText(part, words)


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
