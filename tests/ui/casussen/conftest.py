"""A casus on the page Casussen, for the tests of its tabs."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import add_casus
from tests.ui.conftest import put_on_screen
from vtdesk.services.desk import Desk
from vtdesk.ui.casussen.deel import Deel
from vtdesk.ui.casussen.delen import DELEN
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def opened(look: Look, qtbot: QtBot, desk: Desk, tools: Tools, casus_id: UUID) -> CasussenPage:
    """The page with the casus on it; a test module's own `page` brings its tab to the front."""
    with look.building():
        page = CasussenPage(desk, tools)
    put_on_screen(page, qtbot, desk)
    return page


@pytest.fixture
def heard(page: CasussenPage) -> list[Message]:
    """What the message bar was told."""
    said: list[Message] = []
    page.message_requested.connect(said.append)
    return said


def show_tab(page: CasussenPage, kind: type[Deel]) -> None:
    """Bring a tab to the front."""
    page._view.tabs.show_tab(DELEN.index(kind))
