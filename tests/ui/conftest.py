"""What every page under test is handed, in the light look."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock
from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.theme.look import Look


@pytest.fixture
def tools(look: Look, clock: SlowClock) -> Iterator[Tools]:
    """Jobs and clock; all work has ended when the test ends."""
    jobs = Jobs()
    yield Tools(jobs, clock)
    jobs.wait()


def within(seconds: float, happens: Callable[[], bool], bot: QtBot) -> None:
    """See that something happens in so many seconds, without those in which the window waited."""
    beats: list[None] = []
    beat = QTimer(interval=50)
    beat.timeout.connect(lambda: beats.append(None))
    beat.start()
    bot.waitUntil(happens)
    beat.stop()
    assert len(beats) * 0.05 <= seconds


def put_on_screen(page: Page, bot: QtBot, desk: Desk) -> None:
    """Show a page that follows what changes, as the window does."""
    bot.addWidget(page)
    desk.changes.subscribe(page.on_changed)
    page.resize(1340, 800)
    page.show()
    bot.waitExposed(page)
