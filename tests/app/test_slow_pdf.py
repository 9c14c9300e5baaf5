"""A PDF that draws without end keeps neither the lock nor the end of the program waiting."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import add_casus
from tests.program import WACHTZIN, Program
from tests.slow_pdf import slow_pdf
from tests.ui.casussen.conftest import show_tab
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.ui.casussen.bijlagen.deeds import BijlageDeeds
from vtdesk.ui.casussen.bijlagen.deel import Bijlagen
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.paper.preview import Preview

AT_ONCE = 8.0  # seconds; the drawing itself is given up after ten


@pytest.fixture
def looking(program: Callable[[], Program], folder: Path, qtbot: QtBot) -> Program:
    """The program with such a PDF on screen, while its page is being drawn."""
    vtdesk = program().start(folder, WACHTZIN)
    casus_id = add_casus(vtdesk.desk)
    about = BijlageGegevens("brief.pdf")
    bijlage = vtdesk.desk.bijlagen.add_bytes(casus_id, slow_pdf(), about)
    vtdesk.window.show_page("casussen")
    page = vtdesk.window.findChild(CasussenPage)
    page.show_casus(casus_id)
    show_tab(page, Bijlagen)
    page.findChild(BijlageDeeds).do("bekijken", vtdesk.desk.bijlagen.get(bijlage))
    sheets = page.findChild(Bijlagen).findChild(Preview)
    qtbot.waitUntil(lambda: sheets.page_count() == 1)
    qtbot.wait(300)
    return vtdesk


def test_the_lock_does_not_wait(looking: Program) -> None:
    assert looking.session is not None
    begin = time.monotonic()

    looking.session.lock()

    assert time.monotonic() - begin < AT_ONCE
    assert len(looking.next_image) == 1


def test_the_end_does_not_wait(looking: Program) -> None:
    begin = time.monotonic()

    looking.window.close()

    assert time.monotonic() - begin < AT_ONCE
