"""The page Week over a real store, on Tuesday 12 May 2026 at half past twelve."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, at
from tests.ui.week.driver import Week
from vtdesk.services.desk import Desk
from vtdesk.ui.page import Tools, Width
from vtdesk.ui.theme.look import Look
from vtdesk.ui.week.page import WeekPage

Open = Callable[..., Week]


@pytest.fixture
def open_week(look: Look, qtbot: QtBot, desk: Desk, tools: Tools, clock: SlowClock) -> Open:
    """Open the page when all that must be there is there."""
    clock.now = at(12, 31)

    def open_it(width: Width = Width.MIDDEN) -> Week:
        with look.building():
            page = WeekPage(desk, tools)
        qtbot.addWidget(page)
        desk.changes.subscribe(page.on_changed)
        page.on_width(width)
        page.resize(1000 if width is Width.KLEIN else 1340, 800)
        with qtbot.waitActive(page):  # keys reach only the active window
            page.show()
            page.activateWindow()
        return Week(page)

    return open_it
