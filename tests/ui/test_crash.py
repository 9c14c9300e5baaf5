"""What is left after a bug says nothing of the case file."""

import contextlib
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from vtdesk.ui import crash
from vtdesk.ui.crash import CrashWatch, report
from vtdesk.ui.crash_sheet import CrashSheet
from vtdesk.ui.theme.look import Look


def fail(name: str) -> None:
    raise ValueError(f"{name} past hier niet")


def failed() -> BaseException:
    try:
        try:
            fail("Sanne Wolkenveld")
        except ValueError as error:
            raise RuntimeError("Sanne Wolkenveld, Dorpslaan 4") from error
    except RuntimeError as error:
        return error


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put the hooks of the test run back."""
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handler = qInstallMessageHandler(None)
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    qInstallMessageHandler(handler)


def test_the_sheet_names_the_kind_of_error_and_the_line_but_no_words_of_the_case() -> None:
    sheet = report(failed())

    assert "RuntimeError" in sheet
    assert "ValueError" in sheet
    assert "test_crash.py" in sheet
    assert "Sanne" not in sheet
    assert "Dorpslaan" not in sheet


SOURCES = {"builtins", "vtdesk", "sqlalchemy", "sqlcipher3", "cryptography", "zipfile", "json"}


def every_kind() -> Iterator[BaseException]:
    """Give an error of every kind, with words of the case wherever it has room for them."""
    said = "Sanne Wolkenveld"
    rooms: tuple[tuple[object, ...], ...] = (
        (said,), (said, [ValueError(said)]), ("utf-8", said.encode(), 0, 1, said),
        ("utf-8", said, 0, 1, said), (0, 1, said), (said, {}, ValueError(said)), (),
    )  # fmt: skip
    todo: list[type[BaseException]] = [BaseException]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        if kind.__module__.split(".")[0] not in SOURCES:
            continue
        for room in rooms:
            with contextlib.suppress(Exception):
                error = kind(*room)
                error.add_note(said)
                yield error
                break


def test_no_kind_of_error_takes_its_words_along_to_the_sheet() -> None:
    errors = list(every_kind())

    told = [type(error).__name__ for error in errors if "Sanne" in str((error, error.args))]
    assert len(told) > 50  # else nothing is proven
    assert [type(error) for error in errors if "Sanne" in report(error)] == []


def test_the_sheet_names_no_folder_of_the_user() -> None:
    assert "/" not in report(failed()).replace("vtdesk/", "")


def test_the_work_is_saved_before_the_apology(
    look: Look, qtbot: QtBot, hooks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def read(sheet: CrashSheet) -> int:
        order.append(sheet.findChild(QPlainTextEdit, "helpdeskblad").toPlainText())
        sheet.deleteLater()
        return 0

    monkeypatch.setattr(CrashSheet, "exec", read)
    watch = CrashWatch(lambda: order.append("bewaard") is None)
    watch.install()

    error = failed()
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(order) == 2)

    assert order[0] == "bewaard"
    assert "RuntimeError" in order[1]


def test_an_error_on_another_thread_is_shown_too(
    look: Look, qtbot: QtBot, hooks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(CrashSheet, "exec", lambda _: shown.append("blad"))
    watch = CrashWatch(lambda: True)
    watch.install()

    thread = threading.Thread(target=fail, args=("Sanne",))
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: shown == ["blad"])


def test_it_never_claims_that_work_was_saved_when_it_was_not(
    look: Look, qtbot: QtBot, hooks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def read(sheet: CrashSheet) -> None:
        said.append(sheet.findChild(QLabel, "excuus").text())

    def save() -> bool:
        raise KeyError("dezelfde fout")

    monkeypatch.setattr(CrashSheet, "exec", read)
    watch = CrashWatch(save)
    watch.caught.emit(failed())

    qtbot.waitUntil(lambda: bool(said))
    assert said == [crash.NOT_SAVED]


def test_an_error_in_a_finaliser_is_shown_and_not_printed(
    look: Look,
    qtbot: QtBot,
    hooks: None,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(CrashSheet, "exec", lambda _: shown.append("blad"))
    watch = CrashWatch(lambda: True)
    watch.install()

    class Breaks:
        def __del__(self) -> None:
            fail("Sanne Wolkenveld")

    Breaks()

    qtbot.waitUntil(lambda: shown == ["blad"])
    assert "Sanne" not in "".join(capfd.readouterr())
