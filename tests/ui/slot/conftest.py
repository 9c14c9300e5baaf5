"""A real kluis, made once at the lowest cost that is allowed, and a lock screen before it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import create_kluis
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.lock_screen import LockScreen
from vtdesk.ui.theme.look import Look
from vtdesk.values.tijd import system_clock

WACHTZIN = "paard fiets lamp regenboog"


@dataclass(frozen=True)
class Made:
    """A kluis on disk with the code of its herstelblad."""

    folder: Path
    code: Herstelcode


@pytest.fixture(scope="session")
def first_kluis(tmp_path_factory: pytest.TempPathFactory) -> Made:
    made = Made(tmp_path_factory.mktemp("eerste") / "kluis", Herstelcode.new())
    create_kluis(made.folder, WACHTZIN, made.code, NoKeychain(), cost=FLOOR)
    return made


@pytest.fixture
def made(first_kluis: Made, tmp_path: Path) -> Made:
    """A copy of the kluis for this test alone."""
    return Made(shutil.copytree(first_kluis.folder, tmp_path / "kluis"), first_kluis.code)


class LockDriver:
    """The lock screen in the words of whoever sits before it."""

    def __init__(self, screen: LockScreen, bot: QtBot) -> None:
        self.screen, self._bot = screen, bot
        self.opened: list[object] = []
        screen.opened.connect(self.opened.append)

    def field(self, name: str) -> QLineEdit:
        found = [f for f in self.screen.findChildren(QLineEdit, name) if f.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)} on screen"
        return found[0]

    def fill(self, name: str, words: str) -> None:
        self.field(name).clear()
        self._bot.keyClicks(self.field(name), words)

    def press(self, name: str) -> None:
        button = self.button(name)
        self._bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, name: str) -> QAbstractButton:
        found = [b for b in self.screen.findChildren(QAbstractButton, name) if b.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)} on screen"
        return found[0]

    def words(self) -> str:
        labels = [w.text() for w in self.screen.findChildren(QLabel) if w.isVisible()]
        buttons = [w.text() for w in self.screen.findChildren(QAbstractButton) if w.isVisible()]
        return "\n".join([*labels, *buttons])

    def says(self, words: str) -> None:
        self._bot.waitUntil(lambda: words in self.words())

    def is_open(self) -> None:
        self._bot.waitUntil(lambda: bool(self.opened))

    def focus(self) -> QWidget | None:
        return self.screen.focusWidget()


@pytest.fixture
def lock_before(look: Look, qtbot: QtBot) -> Iterator[Callable[..., LockDriver]]:
    """Stand before the kluis in a folder; `more` is what else it is started with."""
    jobs = Jobs()
    drivers: list[LockDriver] = []

    def stand(folder: Path, **more: Any) -> LockDriver:
        door = KluisDoor(Start(folder, NoKeychain(), **more))
        screen = LockScreen(door, jobs, system_clock)
        qtbot.addWidget(screen)
        screen.resize(1200, 800)
        with qtbot.waitActive(screen):
            screen.show()
        drivers.append(LockDriver(screen, qtbot))
        return drivers[-1]

    yield stand
    jobs.wait()
    for driver in drivers:
        for opened in driver.opened:
            opened.store.close()  # type: ignore[attr-defined]  # the lock screen does not look inside
