"""A lock while the curtain is drawn: what was half typed behind it comes back afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.program import WACHTZIN, Program
from vtdesk.app.session import LOCKED

PLAIN = Qt.KeyboardModifier.NoModifier


def test_behind_the_curtain_a_lock_keeps_where_she_was_and_what_is_half_typed(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program().start(folder, WACHTZIN)
    before.window.show_page("week")
    before.window.ways.show_page("vandaag")
    before.press(Qt.Key.Key_Insert, PLAIN)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.findChild(QLineEdit, "titel").setText("Otis bellen")
    before.window.curtained.draw()
    assert before.session is not None

    before.session.lock()
    before.end()
    monkeypatch.setenv(LOCKED, "1")
    after = program().start(folder)
    after.unlock()

    assert after.window.page_name() == "vandaag"
    assert not after.window.curtained.is_drawn
    again = QApplication.activeModalWidget()
    assert again is not None
    assert again.findChild(QLineEdit, "titel").text() == "Otis bellen"
