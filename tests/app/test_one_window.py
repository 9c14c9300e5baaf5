"""One program, one window: no part of it is a window for a moment, and takes the keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.program import Program
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.ui.casussen.delen import DELEN
from vtdesk.ui.casussen.page import CasussenPage


class Watch(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_no_other_window_appears_while_one_walks_a_casus(
    program: Callable[[], Program], demo_kluis: Path, watch: Watch, qtbot: QtBot
) -> None:
    window = program().start(demo_kluis, WACHTZIN).window
    window.show_page("casussen")
    page = window.findChild(CasussenPage)
    for number in range(len(DELEN)):
        page._view.tabs.show_tab(number)
        QApplication.processEvents()

    assert set(watch.seen) == {"LockScreen", "MainWindow"}
