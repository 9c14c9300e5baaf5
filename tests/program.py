"""The whole program in the words of its user; a lock leaves the command of the next image."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from vtdesk.app import session as sessions
from vtdesk.app.session import LOCKED, Session
from vtdesk.app.start import Start
from vtdesk.security import keys
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.services.opening import create_kluis
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.slot.lock_screen import LockScreen
from vtdesk.ui.theme.look import Look, Scheme

WACHTZIN = "paard fiets lamp regenboog"


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The look of the program, made once as the program does."""
    look = Look(qapp)
    look.apply(scheme=Scheme.LICHT)
    return look


@pytest.fixture(scope="session")
def new_kluis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kluis as it is after the first start; tests work on copies."""
    place = tmp_path_factory.mktemp("nieuw") / "kluis"
    create_kluis(place, WACHTZIN, Herstelcode.new(), NoKeychain(), cost=FLOOR)
    return place


@pytest.fixture
def folder(new_kluis: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(new_kluis, tmp_path / "kluis"))


@pytest.fixture
def old_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a laptop on which the lightest wachtzin takes as long as it should."""
    monkeypatch.setattr(keys, "seconds_for", lambda _: 0.85)


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Leave the hooks of the test run, the environment and the settings as they are."""
    monkeypatch.setattr("vtdesk.ui.crash.CrashWatch.install", lambda _: None)
    monkeypatch.setattr(sessions, "preload", lambda: None)
    monkeypatch.setattr(sessions, "leave", lambda: None)  # the test run goes on
    for name in ("COPY_AT_LOCK", "COPY_AT_END"):
        monkeypatch.setattr(sessions, name, 0.0)  # a reservekopie of each kluis takes its time
    monkeypatch.setattr("vtdesk.ui.window_state.restore", lambda window: window.resize(1300, 800))
    monkeypatch.setattr("vtdesk.ui.window_state.remember", lambda _: None)
    monkeypatch.setattr("vtdesk.ui.window_state.remember_look", lambda _: None)
    monkeypatch.setattr("vtdesk.ui.window_state.restore_look", lambda look: look.apply())
    monkeypatch.delenv(LOCKED, raising=False)


class Program:
    """The program in the words of its user; a lock leaves the command of the next image."""

    def __init__(self, qapp: QApplication, bot: QtBot) -> None:
        self._qapp, self._bot = qapp, bot
        self.next_image: list[Sequence[str]] = []
        self.session: Session | None = None

    def start(self, folder: Path, wachtzin: str = "", *, now: datetime | None = None) -> "Program":
        start = Start(folder, NoKeychain(), now, wachtzin)
        self.session = Session(self._qapp, start, replace=self.next_image.append)
        self.session.begin()
        if wachtzin:
            self.is_open()
        return self

    @property
    def lock_screen(self) -> LockScreen:
        assert self.session is not None
        assert self.session.lock_screen is not None
        return self.session.lock_screen

    @property
    def window(self) -> MainWindow:
        assert self.session is not None
        assert self.session.window is not None
        return self.session.window

    @property
    def desk(self) -> Desk:
        assert self.session is not None
        assert self.session._opened is not None
        return self.session._opened.desk

    def is_open(self) -> None:
        assert self.session is not None
        session = self.session
        self._bot.waitUntil(lambda: session.window is not None and session.window.isVisible())

    def unlock(self) -> None:
        field = self.lock_screen.findChild(QLineEdit, "wachtzin")
        field.setText(WACHTZIN)
        self._bot.keyClick(field, Qt.Key.Key_Return)
        self.is_open()

    def press(self, keys: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        with self._bot.waitActive(self.window):
            self.window.activateWindow()
        self._bot.keyClick(self.window, keys, modifier)

    def end(self) -> None:
        if self.session is not None:
            self.session.end()
            for window in (self.session.window, self.session.lock_screen):
                if window is not None:
                    window.hide()
                    window.deleteLater()
            self.session.deleteLater()
            self.session = None


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, look: Look, hooks: None
) -> Iterator[Callable[[], Program]]:
    made: list[Program] = []

    def make() -> Program:
        made.append(Program(qapp, qtbot))
        return made[-1]

    yield make
    for one in made:
        one.end()
    qapp.processEvents()


def says(widget: LockScreen | MainWindow) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
