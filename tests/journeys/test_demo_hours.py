"""The demo at each of its hours, in the window: whole, and told to a screen reader."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import HOURS
from tests.journeys.dag import Dag
from tests.program import Program
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.ui.widgets.message_bar import MessageBar

PAGES = range(1, 7)


@pytest.mark.parametrize("hour", HOURS, ids=lambda hour: f"{hour:%H:%M}")
def test_each_hour_of_the_demo_opens_whole_and_with_a_name_on_all_that_has_the_keyboard(
    demo_hours: dict[datetime, Path],
    program: Callable[[], Program],
    hour: datetime,
    tmp_path: Path,
) -> None:
    window = program().start(copy_of(demo_hours[hour], tmp_path), WACHTZIN).window

    assert failures(window) == []
    assert unnamed(window) == []


def test_so_does_every_page(
    demo_hours: dict[datetime, Path], program: Callable[[], Program], qtbot: QtBot, tmp_path: Path
) -> None:
    mila = Dag(program().start(copy_of(demo_hours[HOURS[-2]], tmp_path), WACHTZIN), qtbot)

    for page in PAGES:
        mila.sees(page)
        assert failures(mila.vtdesk.window) == [], page
        assert unnamed(mila.vtdesk.window) == [], page


def copy_of(folder: Path, place: Path) -> Path:
    """Take a demo of one's own: opening it is already written down in it."""
    return Path(shutil.copytree(folder, place / "dag"))


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
