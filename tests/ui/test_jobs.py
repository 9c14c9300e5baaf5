"""Slow work comes back on the GUI thread, and never to who is gone."""

import sys
import threading
from typing import ClassVar

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


def test_work_of_jobs_that_are_gone_ends_in_silence(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    window, came, go_on = QObject(), [], threading.Event()
    jobs = Jobs(window)
    jobs.run(lambda: go_on.wait(5), then=came.append, owner=window)
    later = threading.Timer(0.05, go_on.set)
    later.start()

    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()  # and waits for its pool
    del jobs
    later.join()

    assert (came, capsys.readouterr().err) == ([], "")


class Witness:
    """Tells on which threads such a thing came to its end."""

    ended: ClassVar[set[int]] = set()

    def __del__(self) -> None:
        self.ended.add(threading.get_ident())


def test_nothing_that_a_job_was_given_comes_to_its_end_in_the_pool(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, came = QObject(), []
    monkeypatch.setattr(Witness, "ended", set())
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)

    def ask() -> None:
        given, waiting, refused = Witness(), Witness(), Witness()
        jobs.run(
            lambda: given,
            then=lambda result: came.append((waiting, result) is None),
            failed=lambda _: came.append(refused is None),
            owner=owner,
        )

    try:
        for _ in range(300):
            ask()
        qtbot.waitUntil(lambda: len(came) == 300)
    finally:
        sys.setswitchinterval(before)

    assert jobs.wait()
    assert Witness.ended == {threading.get_ident()}
