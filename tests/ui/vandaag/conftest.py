"""The page Vandaag over a real store, with its clock at half past twelve."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, at
from tests.ui.vandaag.driver import Vandaag
from vtdesk.services.desk import Desk
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.vandaag.page import VandaagPage

Open = Callable[[], Vandaag]


@pytest.fixture
def open_page(look: Look, qtbot: QtBot, desk: Desk, tools: Tools, clock: SlowClock) -> Open:
    """Open the page when all that must be there is there."""
    clock.now = at(12, 31)

    def open_it() -> Vandaag:
        with look.building():
            page = VandaagPage(desk, tools)
        qtbot.addWidget(page)
        desk.changes.subscribe(page.on_changed)
        page.resize(1340, 800)
        with qtbot.waitActive(page):  # keys reach only the active window
            page.show()
            page.activateWindow()
        return Vandaag(page)

    return open_it
