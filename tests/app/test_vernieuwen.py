"""All keys are renewed from the window: the kluis closes, and opens with the new secrets."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import add_casus
from tests.program import WACHTZIN, Program, says
from vtdesk.app.session import LOCKED
from vtdesk.errors import OutsideError
from vtdesk.security import kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import open_desk
from vtdesk.ui.slot.door import Renewal

NIEUW = "stoel wolk koffie trein"
CODE = Herstelcode.new()


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a guess cost as little as is allowed."""
    monkeypatch.setattr(kluis, "calibrate", lambda _: FLOOR)


def ask_and_lock(vtdesk: Program) -> None:
    assert vtdesk.session is not None
    vtdesk.session.door.ask_renewal(Renewal(WACHTZIN, NIEUW, CODE))
    vtdesk.window.lock_requested.emit()


def test_after_the_renewal_the_lock_screen_asks_the_new_wachtzin(
    program: Callable[[], Program], folder: Path, qtbot: QtBot
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    add_casus(vtdesk.desk)
    ask_and_lock(vtdesk)
    assert "Zet de laptop niet uit." in says(vtdesk.lock_screen)
    qtbot.waitUntil(lambda: bool(vtdesk.next_image))
    vtdesk.end()

    again = program().start(folder)  # the next image
    words = "Alle sleutels zijn vernieuwd. Open de kluis met je nieuwe wachtzin"
    assert words in says(again.lock_screen)
    again.end()
    store, desk = open_desk(folder, kluis.unlock(folder, NIEUW, NoKeychain()))
    assert len(desk.casussen.all()) == 1
    store.close()


def test_renewal_that_fails_says_so_and_the_old_wachtzin_opens(
    program: Callable[[], Program], folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OutsideError("De schijf is vol.")

    monkeypatch.setattr("vtdesk.services.vernieuwing.check_database", fail)
    vtdesk = program().start(folder, WACHTZIN)
    ask_and_lock(vtdesk)
    qtbot.waitUntil(lambda: "De schijf is vol." in says(vtdesk.lock_screen))
    vtdesk.lock_screen.findChild(QAbstractButton, "verder").click()

    assert len(vtdesk.next_image) == 1
    assert os.environ[LOCKED] == "1"
    kluis.prove(folder, WACHTZIN, NoKeychain())
    assert not (folder / "kluis-2.db").exists()
