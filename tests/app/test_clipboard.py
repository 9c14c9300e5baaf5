"""A lock takes along what was copied in vtdesk, and leaves what another program copied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from tests.program import WACHTZIN, Program
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
