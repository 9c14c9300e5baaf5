"""Silence closes the kluis, with half a minute of warning; any sign of life starts again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from vtdesk.ui.slot.idle import IdleWatch


class Seconds:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def watch(seconds: Seconds, qtbot: QtBot) -> IdleWatch:
    found = IdleWatch(5, now=seconds)
    found.start()
    return found


def test_silence_ends_in_the_lock(watch: IdleWatch, seconds: Seconds, qtbot: QtBot) -> None:
    seconds.now += 299
    with qtbot.assertNotEmitted(watch.expired):
        watch.look()

    seconds.now += 1
    with qtbot.waitSignal(watch.expired):
        watch.look()


def test_the_last_half_minute_is_counted(watch: IdleWatch, seconds: Seconds, qtbot: QtBot) -> None:
    seconds.now += 269
    with qtbot.assertNotEmitted(watch.counting):
        watch.look()

    seconds.now += 19
    with qtbot.waitSignal(watch.counting) as counted:
        watch.look()
    assert counted.args == [12]


def test_a_key_in_any_window_starts_the_silence_anew(
    watch: IdleWatch, seconds: Seconds, qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    seconds.now += 290
    watch.look()

    with qtbot.waitSignal(watch.counting) as counted:
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert counted.args == [0]

    seconds.now += 290
    with qtbot.assertNotEmitted(watch.expired):
        watch.look()


def test_a_laptop_that_wakes_up_later_is_locked(
    watch: IdleWatch, seconds: Seconds, qtbot: QtBot
) -> None:
    seconds.now += 8 * 3600

    with qtbot.waitSignal(watch.expired):
        watch.look()


def test_another_limit_counts_at_once(watch: IdleWatch, seconds: Seconds, qtbot: QtBot) -> None:
    watch.set_minutes(2)
    seconds.now += 121

    with qtbot.waitSignal(watch.expired):
        watch.look()
