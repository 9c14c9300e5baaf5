"""What was copied in vtdesk is marked and goes; what another program copied stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.program import WACHTZIN, Program
from vtdesk.app import clipboard
from vtdesk.app.clipboard import MARKS, CopyWatch
from vtdesk.errors import OutsideError

COPIED = "Schelpenhof 9"


@pytest.fixture
def copied_by(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Program]:
    """The program after a copy, by vtdesk or by another: the system here does not tell which."""

    def copy(who: str) -> Program:
        vtdesk = program().start(folder, WACHTZIN)
        QApplication.clipboard().setText(COPIED)
        monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: who == "vtdesk")
        return vtdesk

    return copy


def refuse() -> None:
    raise OutsideError("Opslaan lukt niet: de schijf is vol.")


@pytest.mark.parametrize(("who", "left"), [("vtdesk", ""), ("een ander", COPIED)])
@pytest.mark.parametrize("can_only_hide", [False, True])
def test_a_lock_clears_what_was_copied_here(
    copied_by: Callable[[str], Program],
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    left: str,
    *,
    can_only_hide: bool,
) -> None:
    vtdesk = copied_by(who)
    if can_only_hide:
        monkeypatch.setattr(vtdesk.window, "put_away", refuse)
    assert vtdesk.session is not None

    vtdesk.session.lock()

    assert QApplication.clipboard().text() == left


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)


def test_what_is_copied_anywhere_is_marked_for_each_system_and_pastes_as_it_was(
    qtbot: QtBot, ours: None
) -> None:
    watch = CopyWatch()
    field = QLineEdit(COPIED)
    qtbot.addWidget(field)

    field.selectAll()
    field.copy()

    data = QApplication.clipboard().mimeData()
    assert all(bytes(data.data(name).data()) == value for name, value in MARKS.items())
    assert data.text() == COPIED
    watch.forget()


def test_after_a_while_it_is_gone(
    qtbot: QtBot, ours: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "STAYS", 20)
    watch = CopyWatch()
    QApplication.clipboard().setText(COPIED)

    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")

    watch.deleteLater()


def test_what_another_program_copied_is_not_touched(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "STAYS", 20)
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)
    watch = CopyWatch()
    QApplication.clipboard().setText(COPIED)
    qtbot.wait(60)

    assert QApplication.clipboard().text() == COPIED
    assert not QApplication.clipboard().mimeData().hasFormat(next(iter(MARKS)))
    watch.deleteLater()


def test_it_is_gone_when_vtdesk_ends(copied_by: Callable[[str], Program]) -> None:
    vtdesk = copied_by("vtdesk")

    vtdesk.window.close()

    assert QApplication.clipboard().text() == ""
