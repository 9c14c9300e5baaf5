"""Laptop kwijt: from the steps to a page that was made from a stick, and no trace of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.slot.conftest import WACHTZIN, LockDriver, Made
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import unlock
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.ui.paper import paper
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.slot import terug
from vtdesk.values.tijd import system_clock


@pytest.fixture
def stick(made: Made, tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    copies = Reservekopieen(made.folder, unlock(made.folder, WACHTZIN, NoKeychain()), system_clock)
    copies.choose(place)
    copies.make()
    return place


def test_the_page_is_made_from_a_stick_and_seen_before_it_is_saved(
    lock_before: Callable[[Path], LockDriver],
    made: Made,
    stick: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "blad.pdf"
    monkeypatch.setattr(paper, "choose_place", lambda *_: target)
    monkeypatch.setattr(terug, "choose_folder", lambda *_: stick)
    lock = lock_before(made.folder)
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}

    def said(name: str) -> str:
        return lock.screen.findChild(QLabel, name).text()

    lock.press("kwijt")
    lock.press("blad-maken")
    lock.press("andere-map")
    lock.press("blad-tonen")
    lock.says("Vul de wachtzin in, of de code.")
    secret = lock.screen.findChild(QLineEdit, "geheim")
    secret.setText("een heel andere zin")
    lock.press("blad-tonen")
    qtbot.waitUntil(lambda: "klopt niet" in said("gezegd"))
    secret.setText(made.code.tekst)
    lock.press("blad-tonen")

    def shown() -> Preview | None:
        return next((one for one in lock.screen.findChildren(Preview) if one.page_count()), None)

    qtbot.waitUntil(lambda: shown() is not None)
    assert secret.text() == ""
    assert not target.exists()
    lock.press("pdf-opslaan")
    qtbot.waitUntil(lambda: "Opgeslagen als blad.pdf" in said("papier-gezegd"))
    assert target.read_bytes().startswith(b"%PDF")
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before
    lock.press("bewaren")
    qtbot.waitUntil(lambda: shown() is None)
    lock.press("terug")
    assert lock.field("wachtzin").isVisible()
