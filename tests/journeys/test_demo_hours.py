"""The demo at each of its hours, in the window: whole, and told to a screen reader."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import at
from tests.journeys.dag import Dag
from tests.program import Program
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.cli.demo.fill import Demo, DemoClock, demo_start
from vtdesk.security.cost import FLOOR
from vtdesk.security.folder import DATABASE
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.services.opening import create_kluis
from vtdesk.store.store import Store
from vtdesk.ui.widgets.message_bar import MessageBar

HOURS = (at(8, 10), at(10, 31), at(11, 58), at(12, 31), at(17, 26), at(20, 24))
PAGES = range(1, 7)


@pytest.fixture(scope="module")
def hours(tmp_path_factory: pytest.TempPathFactory) -> dict[datetime, Path]:
    """A kluis as it was at each hour: filled once, and copied on the way."""
    place = tmp_path_factory.mktemp("uren")
    folder = place / "dag"
    sleutels = create_kluis(folder, WACHTZIN, Herstelcode.new(), NoKeychain(), cost=FLOOR)
    clock = DemoClock(demo_start())
    store = Store(folder / DATABASE, sleutels.database, clock=clock)
    demo, found = Demo(Desk.over(store, clock), clock), {}
    for hour in HOURS:
        demo.go_on(hour)
        found[hour] = Path(shutil.copytree(folder, place / f"{hour:%H%M}"))
    store.close()
    return found


@pytest.mark.parametrize("hour", HOURS, ids=lambda hour: f"{hour:%H:%M}")
def test_each_hour_of_the_demo_opens_whole_and_with_a_name_on_all_that_has_the_keyboard(
    hours: dict[datetime, Path], program: Callable[[], Program], hour: datetime
) -> None:
    window = program().start(hours[hour], WACHTZIN).window

    assert failures(window) == []
    assert unnamed(window) == []


def test_so_does_every_page(
    hours: dict[datetime, Path], program: Callable[[], Program], qtbot: QtBot
) -> None:
    mila = Dag(program().start(hours[HOURS[-2]], WACHTZIN), qtbot)

    for page in PAGES:
        mila.sees(page)
        assert failures(mila.vtdesk.window) == [], page
        assert unnamed(mila.vtdesk.window) == [], page


def failures(window: QWidget) -> list[str]:
    """Give what says on screen that something went wrong."""
    bars = [bar for bar in window.findChildren(MessageBar) if bar.isVisible()]
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    said = [label.text() for bar in bars for label in bar.findChildren(QLabel) if label.text()]
    return said + [label.text() for label in labels if "niet worden gelezen" in label.text()]


def unnamed(window: QWidget) -> list[str]:
    """Give what the keyboard can be in, and of which a screen reader says nothing."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
    ]
