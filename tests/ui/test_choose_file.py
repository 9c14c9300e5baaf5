"""Asking for a file leaves no trace of where it was."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.ui.choose_file import choose_file, choose_folder, choose_place
from vtdesk.ui.theme.look import Look

NATIVE, USER = QSettings.Format.NativeFormat, QSettings.Scope.UserScope


@pytest.fixture
def config(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of settings of its own for Qt."""
    generic = QStandardPaths.StandardLocation.GenericConfigLocation
    before = QStandardPaths.writableLocation(generic)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    QSettings.setPath(NATIVE, USER, str(tmp_path / "config"))
    yield tmp_path / "config"
    QSettings.setPath(NATIVE, USER, before)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "Havikskruid"
    folder.mkdir()
    (folder / "agenda.ics").touch()
    return folder / "agenda.ics"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answer(file: Path | None) -> None:
    """Choose a file in the dialog that is about to open, or close it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        if file is None:
            dialog.reject()
        else:
            dialog.selectFile(str(file))
            dialog.done(QFileDialog.DialogCode.Accepted)

    QTimer.singleShot(0, act)


def test_her_own_folder_stands_at_the_side(config: Path, parent: QWidget) -> None:
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.extend(url.toLocalFile() for url in dialog.sidebarUrls())
        dialog.reject()

    QTimer.singleShot(0, look)
    choose_folder(parent, "Stick kiezen")

    assert seen[0] == str(Path.home())


def remembered(config: Path) -> bool:
    files = [path for path in config.rglob("*") if path.is_file()]
    return any(b"Havikskruid" in path.read_bytes() for path in files)


def test_qt_itself_would_remember_the_folder(config: Path, file: Path, parent: QWidget) -> None:
    dialog = QFileDialog(parent)
    answer(file)
    dialog.exec()
    shiboken6.delete(dialog)

    assert remembered(config)


@pytest.mark.parametrize("agree", [True, False])
def test_the_folder_is_remembered_nowhere(
    agree: bool, config: Path, file: Path, parent: QWidget
) -> None:
    answer(file if agree else None)

    chosen = choose_file(parent, "Agenda inlezen", "Agenda (*.ics)")

    assert chosen == (file if agree else None)
    assert not remembered(config)


def test_settings_have_their_own_place_again_afterwards(config: Path, parent: QWidget) -> None:
    answer(None)
    choose_file(parent, "Agenda inlezen", "Agenda (*.ics)")

    assert Path(QSettings("vtdesk-test", "plek").fileName()).is_relative_to(config)


def test_where_to_save_is_asked_in_dutch(config: Path, parent: QWidget) -> None:
    read: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        labels = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]
        read.extend([*labels, dialog.labelText(QFileDialog.DialogLabel.Accept)])
        dialog.reject()

    QTimer.singleShot(0, look)
    choose_place(parent, "Opslaan als PDF", "verslag.pdf", "PDF (*.pdf)")

    assert {"Zoek in:", "Bestandsnaam:", "Soort bestand:", "Opslaan"} <= set(read)


Step = Callable[[QWidget | None], bool]


def drive(*steps: Step) -> None:
    """Do one thing after another, each as soon as what it is about is on screen."""
    left = list(steps)

    def look() -> None:
        if left[0](QApplication.activeModalWidget()):
            left.pop(0)
        if left:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def chosen(file: Path) -> Step:
    def choose(dialog: QWidget | None) -> bool:
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
            return False
        dialog.selectFile(str(file))
        dialog.done(QFileDialog.DialogCode.Accepted)
        return True

    return choose


def pressed(words: str, heard: list[str]) -> Step:
    def press(dialog: QWidget | None) -> bool:
        buttons = dialog.findChildren(QPushButton) if dialog else []
        for button in (b for b in buttons if b.text() == words and b.isVisible()):
            heard.extend(label.text() for label in button.window().findChildren(QLabel))
            button.click()
            return True
        return False

    return press


def test_a_file_that_is_there_is_replaced_only_when_she_says_so(
    config: Path, file: Path, parent: QWidget
) -> None:
    heard: list[str] = []
    drive(
        chosen(file), pressed("Andere naam kiezen", heard),
        chosen(file), pressed("Vervangen", heard),
    )  # fmt: skip

    assert choose_place(parent, "Opslaan", "agenda.ics", "Agenda (*.ics)") == file
    assert sum("met de naam agenda.ics" in line for line in heard) == 2
