"""The page Plein on its own, with three besprekingen of 12 May."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, at
from vtdesk.services.desk import Desk
from vtdesk.services.plein.service import BesprekingGegevens
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools, Width
from vtdesk.ui.plein.page import PleinPage
from vtdesk.ui.theme.look import Look


@pytest.fixture
def clock() -> SlowClock:
    return SlowClock(at(9))


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def besprekingen(desk: Desk, casus_id: UUID) -> list[UUID]:
    """J. as a tafelkaart, a casus, and twins."""
    zitting = desk.plein.open_zitting(at(9))
    return [
        desk.plein.add(zitting, BesprekingGegevens(50, None, "J.", "15", "wijkteam")),
        desk.plein.add(zitting, BesprekingGegevens(50, casus_id, aanvrager="CJG")),
        desk.plein.add(zitting, BesprekingGegevens(50, None, "Tweeling", "3", "CJG")),
    ]


@pytest.fixture
def page(look: Look, qtbot: QtBot, desk: Desk, tools: Tools) -> PleinPage:
    with look.building():
        page = PleinPage(desk, tools)
    qtbot.addWidget(page)
    desk.changes.subscribe(page.on_changed)
    page.resize(1340, 800)
    page.on_width(Width.MIDDEN)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def heard(page: PleinPage) -> list[Message]:
    """What the page said in the message bar."""
    said: list[Message] = []
    page.message_requested.connect(said.append)
    return said


def child(page: QWidget, kind: type, name: str) -> QWidget:
    [found] = [one for one in page.findChildren(kind, name) if one.isVisibleTo(page)]
    return found


def at_table(page: PleinPage, bespreking_id: UUID) -> None:
    """Choose a bespreking and begin with it."""
    page.show_bespreking(bespreking_id)
    page._dag.begin()
    QApplication.processEvents()


def type_line(qtbot: QtBot, page: PleinPage, words: str) -> None:
    line = child(page, QLineEdit, "inbreng-invoer")
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)
