"""Paper on screen: pages of a long document come without a stall, and refusals in words."""

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.reports import samples
from vtdesk.reports.verslag import render_verslag
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.paper import paper as paper_module
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.paper.preview import MAKING, Preview
from vtdesk.values.document import VerslagDocument

LONGEST_STALL = 0.5  # seconds of work of the whole program in one go
PAGES = 160


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    assert jobs.wait()


class Desk:
    """A preview in a window, with what it said and noted."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, document: VerslagDocument) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.preview = Preview()
        self.preview.setParent(self.window)
        self.window.resize(900, 700)
        self.window.show()
        self.messages: list[Message] = []
        self.left: list[str] = []
        self.paper = Paper(
            jobs, self.preview, self.window, printers=list,
            woorden=Woorden("het verslag", "Het verslag", "Verslag"),
        )  # fmt: skip
        self.paper.message.connect(self.messages.append)
        self.paper.choose(
            Drukwerk(
                pdf=lambda: render_verslag(document),
                bestandsnaam=lambda: "VT-DEMO-0141 gespreksverslag versie 1.pdf",
                namen=lambda: {"havikskruid"},
                weg=self.left.append,
            )
        )


def test_a_long_document_is_shown_without_a_stall_and_says_how_far_it_is(
    qtbot: QtBot, jobs: Jobs
) -> None:
    desk = Desk(qtbot, jobs, samples.longer(255))
    gaps, words = [0.0], set()
    last = process_time()

    def tick() -> None:
        nonlocal last
        now = process_time()
        gaps.append(now - last)
        last = now
        for label in desk.preview.findChildren(QLabel, "voorbeeld-voortgang"):
            words.add(label.text())

    timer = QTimer(interval=10)
    timer.timeout.connect(tick)
    timer.start()
    desk.paper.show()
    qtbot.waitUntil(lambda: desk.preview.page_count() > 0)
    timer.stop()

    assert desk.preview.page_count() >= PAGES - 10
    assert max(gaps) < LONGEST_STALL
    shares = sorted(int(text.split()[-2]) for text in words if text.endswith("%"))
    assert len(shares) > 3
    assert 0 < shares[0] < shares[-1] <= 100
    assert all(text.startswith(MAKING) for text in words)
    desk.paper.put_away()


def test_saving_is_noted_and_said(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "stuk.pdf"
    monkeypatch.setattr(paper_module, "choose_place", lambda *_: target)
    desk = Desk(qtbot, jobs, samples.document())

    desk.paper.save()
    qtbot.waitUntil(lambda: bool(desk.messages))

    assert target.read_bytes() == render_verslag(samples.document())
    assert desk.left == ["pdf"]
    assert "Opgeslagen als stuk.pdf." in desk.messages[0].words


def test_a_name_in_the_file_name_is_refused_in_words(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "verslag Havikskruid.pdf"
    monkeypatch.setattr(paper_module, "choose_place", lambda *_: target)
    desk = Desk(qtbot, jobs, samples.document())

    desk.paper.save()
    qtbot.waitUntil(lambda: bool(desk.messages))

    assert "staat een naam uit de casus" in desk.messages[0].words
    assert not list(tmp_path.iterdir())
    assert desk.left == []
