"""Slow work comes back on the GUI thread, and never to who is gone."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from vtdesk.errors import UserError
from vtdesk.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp: object) -> Jobs:
    return Jobs()


def test_work_runs_elsewhere_and_its_result_comes_here(jobs: Jobs, qtbot: QtBot) -> None:
    owner, came = QObject(), []

    def then(result: int) -> None:
        came.append((result, threading.get_ident()))

    jobs.run(threading.get_ident, then=then, owner=owner)
    qtbot.waitUntil(lambda: bool(came))

    [(worker, here)] = came
    assert worker != here == threading.get_ident()


def test_a_refusal_comes_as_a_signal_or_to_who_asked(jobs: Jobs, qtbot: QtBot) -> None:
    owner, heard = QObject(), []

    def refuse() -> None:
        raise UserError("Dat kan niet.")

    with qtbot.waitSignal(jobs.failed):
        jobs.run(refuse, then=heard.append, owner=owner)
    jobs.run(refuse, then=heard.append, owner=owner, failed=lambda error: heard.append(str(error)))

    qtbot.waitUntil(lambda: heard == ["Dat kan niet."])


def test_nothing_comes_back_to_who_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    owner, came = QObject(), []
    go_on = threading.Event()
    jobs.run(lambda: go_on.wait(5), then=came.append, owner=owner)

    delete(owner)
    go_on.set()
    assert jobs.wait()
    qtbot.wait(1)

    assert came == []
