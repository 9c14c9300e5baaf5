"""Laptop kwijt: from the steps to a page that was made from a stick, and no trace of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.slot.conftest import OPENED, WACHTZIN, LockDriver, Made
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import unlock
from vtdesk.services.reservekopie import Reservekopieen
from vtdesk.ui.slot import kwijtblad
from vtdesk.values.tijd import system_clock


@pytest.fixture
def stick(made: Made, tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    copies = Reservekopieen(made.folder, unlock(made.folder, WACHTZIN, NoKeychain()), system_clock)
    copies.choose(place)
    copies.make()
    return place


def test_the_page_is_made_from_a_stick(
    lock_before: Callable[[Path], LockDriver],
    made: Made,
    stick: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "blad.pdf"
    monkeypatch.setattr(kwijtblad, "choose_place", lambda *_: target)
    lock = lock_before(made.folder)
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}

    def said() -> str:
        return lock.screen.findChild(QLabel, "gezegd").text()

    lock.press("kwijt")
    lock.press("blad-maken")
    lock.press("blad-opslaan")
    lock.screen.findChild(QLineEdit, "kopieplaats").setText(str(stick))
    secret = lock.screen.findChild(QLineEdit, "geheim")
    secret.setText("een heel andere zin")
    lock.press("blad-opslaan")
    qtbot.waitUntil(lambda: "klopt niet" in said(), timeout=OPENED)
    secret.setText(made.code.tekst)
    lock.press("blad-opslaan")
    qtbot.waitUntil(target.exists, timeout=OPENED)

    assert target.read_bytes().startswith(b"%PDF")
    assert "blad.pdf" in said()
    assert secret.text() == ""
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before
    lock.press("terug")
    assert lock.field("wachtzin").isVisible()
