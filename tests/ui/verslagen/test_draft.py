"""A draft on its way to the disk: in order, beside the typing, and never lost without a word."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from vtdesk.errors import OutdatedError, OutsideError
from vtdesk.services.verslagen import Bewaard
from vtdesk.ui.verslagen import draft
from vtdesk.ui.verslagen.draft import Draft, Save

FULL = OutsideError("Opslaan lukt niet: de schijf is vol.")


class Disk:
    """Takes what is on screen, and stores it as slowly and unwillingly as a test asks."""

    def __init__(self) -> None:
        self.screen = ""
        self.stored: list[str] = []
        self.threads: set[int] = set()
        self.refuses: Exception | None = None
        self.begun, self.may_go = Event(), Event()
        self.may_go.set()

    def take(self) -> Save:
        text = self.screen

        def save() -> Bewaard:
            self.threads.add(get_ident())
            self.begun.set()
            assert self.may_go.wait(10)
            if self.refuses is not None:
                raise self.refuses
            self.stored.append(text)
            return Bewaard(datetime(2026, 5, 12, tzinfo=UTC), len(self.stored))

        return save


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def made(disk: Disk, qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> Draft:
    monkeypatch.setattr(draft, "PAUSE", 20)
    monkeypatch.setattr(draft, "RETRY", 20)
    return Draft(disk.take, qapp)


def typed(made: Draft, disk: Disk, words: str) -> None:
    disk.screen = words
    made.touch()


def test_the_window_does_not_wait_for_the_disk(made: Draft, disk: Disk, qtbot: QtBot) -> None:
    disk.may_go.clear()
    typed(made, disk, "een")
    qtbot.waitUntil(disk.begun.is_set)

    assert made.is_dirty
    assert made.is_saving
    with qtbot.waitSignal(made.kept):
        disk.may_go.set()

    assert disk.stored == ["een"]
    assert get_ident() not in disk.threads
    assert not made.is_dirty
    assert not made.is_saving


def test_what_is_typed_while_the_disk_is_busy_comes_after_it(
    made: Draft, disk: Disk, qtbot: QtBot
) -> None:
    disk.may_go.clear()
    typed(made, disk, "een")
    qtbot.waitUntil(disk.begun.is_set)
    typed(made, disk, "een twee")
    made.keep()
    disk.may_go.set()

    qtbot.waitUntil(lambda: disk.stored == ["een", "een twee"])
    qtbot.waitUntil(lambda: not made.is_dirty)


def test_storing_now_waits_for_what_is_on_its_way_and_adds_the_rest(
    made: Draft, disk: Disk, qtbot: QtBot
) -> None:
    typed(made, disk, "een")
    made.keep()
    typed(made, disk, "een twee")

    made.store()

    assert disk.stored == ["een", "een twee"]
    assert not made.is_dirty


def test_a_disk_that_refuses_is_told_and_tried_again(made: Draft, disk: Disk, qtbot: QtBot) -> None:
    disk.refuses = FULL
    with qtbot.waitSignal(made.failed) as told:
        typed(made, disk, "een")
    assert told.args == [FULL]
    assert made.is_dirty

    disk.refuses = None
    qtbot.waitUntil(lambda: disk.stored == ["een"])


def test_a_text_that_is_outdated_is_told_once_and_stays_dirty(
    made: Draft, disk: Disk, qtbot: QtBot
) -> None:
    disk.refuses = OutdatedError("Dit verslag is intussen op een andere plek veranderd.")
    with qtbot.waitSignal(made.failed):
        typed(made, disk, "een")

    with qtbot.assertNotEmitted(made.failed, wait=100):
        pass
    with pytest.raises(OutdatedError):
        made.store()
    assert made.is_dirty


def test_a_text_that_a_bug_kept_from_the_disk_is_not_taken_for_stored(
    made: Draft, disk: Disk, qtbot: QtBot
) -> None:
    disk.refuses = ZeroDivisionError()
    with qtbot.captureExceptions() as caught:
        typed(made, disk, "een")
        qtbot.waitUntil(lambda: bool(caught))
    assert made.is_dirty

    disk.refuses = None
    made.store()
    assert disk.stored == ["een"]


@pytest.mark.parametrize("ends", ["kept", "forgotten"])
def test_a_window_that_is_gone_hears_nothing(
    made: Draft, disk: Disk, qtbot: QtBot, ends: str
) -> None:
    ways: dict[str, Callable[[], None]] = {"kept": made.store, "forgotten": made.forget}
    typed(made, disk, "een")
    ways[ends]()

    with qtbot.assertNotEmitted(made.failed, wait=60):
        pass
    assert disk.stored == (["een"] if ends == "kept" else [])
