"""From a held appointment to a PDF for father: by keyboard, with fewer presses than typing it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys import father
from tests.program import Program
from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.uitgaand import uitvoer


class Open:
    """The program as the journey asks for it."""

    def __init__(self, vtdesk: Program, bot: QtBot) -> None:
        self._vtdesk, self._bot = vtdesk, bot

    @property
    def window(self) -> MainWindow:
        return self._vtdesk.window

    def until(self, happened: Callable[[], object]) -> None:
        self._bot.waitUntil(lambda: bool(happened()))


def test_the_talk_with_father_goes_from_held_to_a_pdf_with_the_keyboard_alone(
    program: Callable[[], Program], demo_kluis: Path, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    vtdesk = program().start(demo_kluis, WACHTZIN)
    vtdesk.window.resize(1440, 900)
    vtdesk.window.activateWindow()
    desktop, made = Open(vtdesk, qtbot), tmp_path / "uit.pdf"
    monkeypatch.setattr(uitvoer, "choose_place", lambda *_: made)
    her = father.Mila(desktop)

    edit = father.open_talk(her)
    father.write(her, edit)
    father.move_notes(her, edit)
    father.finalise(her, "besproken met Nel")
    father.let_go_out(her)
    desktop.until(made.exists)

    desk = vtdesk.desk
    [verslag] = [row for row in desk.verslagen.all() if row.titel == father.TALK]
    assert father.is_final(desk.verslagen.open(verslag.id).stand)
    assert desk.vaststelling.klopt() == []
    paper = made.read_bytes()
    words = flowing(paper)
    assert failures(paper, ARCHIVE) == []
    assert failures(paper, ACCESS) == []
    for line in ("Ik wil ze gewoon zien zonder gedoe.", "Wisselen op school", "Gesprek op school"):
        assert line in words
    assert her.presses < len(words) / 3
