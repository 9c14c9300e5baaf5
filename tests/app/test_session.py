"""The whole program over a real kluis: open, lock, come back; and what stays out of memory."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.program import WACHTZIN, Program, says
from vtdesk.app import session as sessions
from vtdesk.app.process import replace_process
from vtdesk.app.session import LOCKED, SAVED_BEFORE
from vtdesk.cli.demo.command import WACHTZIN as DEMO_WACHTZIN
from vtdesk.errors import OutsideError
from vtdesk.ui.jobs import Jobs


def test_the_wachtzin_opens_the_window_and_ctrl_l_becomes_a_fresh_process(
    program: Callable[[], Program], folder: Path
) -> None:
    vtdesk = program().start(folder)
    vtdesk.unlock()

    vtdesk.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    command = [sys.executable, "-P", "-m", "vtdesk", "--vault", str(folder)]
    assert vtdesk.next_image == [command]
    assert os.environ[LOCKED] == "1"
    assert not vtdesk.window.isVisible()


def test_after_a_lock_one_is_back_on_the_same_page(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program().start(folder, WACHTZIN)
    before.window.show_page("instellingen")
    before.window.captures.begin("parkeernotitie")
    before.window.captures.panel("parkeernotitie").findChild(QPlainTextEdit, "zorg").setPlainText(
        "Wie haalt Job op?"
    )
    before.window.captures.panel("parkeernotitie").findChild(QPlainTextEdit, "zorg").setFocus()
    assert before.session is not None
    before.session.lock()
    before.end()
    monkeypatch.setenv(LOCKED, "1")

    after = program().start(folder)
    assert SAVED_BEFORE in says(after.lock_screen)
    assert "Job" not in says(after.lock_screen)
    after.unlock()

    assert after.window.page_name() == "instellingen"
    assert after.window.captures.panel("parkeernotitie").isVisible()
    note = after.window.captures.panel("parkeernotitie").findChild(QPlainTextEdit, "zorg")
    assert note.toPlainText() == "Wie haalt Job op?"
    assert "Je was hier gebleven." in after.window.frame.bar.words()


def test_a_page_that_was_not_seen_between_two_locks_is_found_as_it_was_left(
    program: Callable[[], Program], demo_kluis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lock(vtdesk: Program) -> None:
        vtdesk.window.show_page("vandaag")
        assert vtdesk.session is not None
        vtdesk.session.lock()
        vtdesk.end()
        monkeypatch.setenv(LOCKED, "1")

    first = program().start(demo_kluis, DEMO_WACHTZIN)
    first.window.show_page("casussen")
    first.window.frame.page().show_casus(first.desk.casussen.find("VT-DEMO-0158").id)
    first.press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    left = first.window.frame.page().place()
    lock(first)
    for _ in range(2):
        again = program().start(demo_kluis)
        again.lock_screen.open_with(DEMO_WACHTZIN)
        again.is_open()
        lock(again)

    last = program().start(demo_kluis)
    last.lock_screen.open_with(DEMO_WACHTZIN)
    last.is_open()
    last.window.show_page("casussen")

    assert left["deel"] == "deel-uitspraken"
    assert last.window.frame.page().place() == left


def test_when_a_draft_cannot_be_stored_the_window_only_hides_and_keeps_the_text(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    vtdesk.window.captures.begin("parkeernotitie")
    vtdesk.window.captures.panel("parkeernotitie").findChild(QPlainTextEdit, "gezien").setPlainText(
        "Jas te dun."
    )
    full = OutsideError("Opslaan lukt niet: de schijf is vol. Maak ruimte vrij.")

    def refuse(*_: object, **__: object) -> None:
        raise full

    monkeypatch.setattr("vtdesk.services.notities.Notities.save", refuse)
    assert vtdesk.session is not None
    vtdesk.session.lock()

    assert vtdesk.next_image == []
    assert not vtdesk.window.isVisible()
    assert "Jas" not in says(vtdesk.lock_screen)

    vtdesk.unlock()
    note = vtdesk.window.captures.panel("parkeernotitie").findChild(QPlainTextEdit, "gezien")
    assert note.toPlainText() == "Jas te dun."
    assert "de schijf is vol" in vtdesk.window.frame.bar.words()
    assert "Niet opgeslagen sinds" in vtdesk.window.frame.state_line.words()


def test_a_bug_does_not_keep_the_kluis_on_screen(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vtdesk = program().start(folder, WACHTZIN)

    def break_down() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(vtdesk.window, "put_away", break_down)
    assert vtdesk.session is not None
    vtdesk.session.lock()

    assert not vtdesk.window.isVisible()
    assert vtdesk.lock_screen.isVisible()


def test_a_dialog_is_gone_before_running_work_ends(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    dialog = QDialog(vtdesk.window)
    qtbot.addWidget(dialog)
    dialog.open()
    seen: list[bool] = []
    monkeypatch.setattr(Jobs, "wait", lambda *_: seen.append(dialog.isVisible()))

    assert vtdesk.session is not None
    vtdesk.session.lock()

    assert seen == [False]


def test_a_bug_on_the_way_out_does_not_keep_the_keys_in_memory(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vtdesk = program().start(folder, WACHTZIN)

    def break_down(_seconds: float) -> None:
        raise ZeroDivisionError

    assert vtdesk.session is not None
    with monkeypatch.context() as broken:
        broken.setattr(vtdesk.desk.reservekopieen, "last", break_down)
        vtdesk.session.lock()

    assert len(vtdesk.next_image) == 1
    assert not vtdesk.window.isVisible()


def test_without_a_program_to_become_the_process_ends() -> None:
    child = os.fork()
    if child == 0:
        replace_process(["/bestaat/niet/python"])
        os._exit(0)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1


def test_after_a_lock_no_code_comes_from_where_the_program_was_started(
    program: Callable[[], Program], folder: Path, tmp_path: Path
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    assert vtdesk.session is not None
    vtdesk.session.lock()
    (tmp_path / "vtdesk.py").write_text("print('van een ander')")

    [command] = vtdesk.next_image
    done = subprocess.run(
        [*command, "--version"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout.startswith("vtdesk ")


def test_a_dialog_with_case_data_is_hidden_too(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    dialog = QDialog(vtdesk.window)
    qtbot.addWidget(dialog)
    dialog.open()

    def refuse() -> None:
        raise OutsideError("Opslaan lukt niet: de schijf is vol.")

    monkeypatch.setattr(vtdesk.window, "put_away", refuse)
    assert vtdesk.session is not None
    vtdesk.session.lock()

    assert not dialog.isVisible()
    assert vtdesk.lock_screen.isVisible()


def test_when_the_system_asks_to_stop_in_the_middle_of_a_save_the_draft_is_put_away(
    program: Callable[[], Program],
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    vtdesk.window.captures.begin("parkeernotitie")
    vtdesk.window.captures.panel("parkeernotitie").findChild(QPlainTextEdit, "zorg").setPlainText(
        "Slaapt slecht."
    )
    opened = vtdesk.session._opened if vtdesk.session else None
    assert opened is not None
    left_with: list[str] = []

    def leave() -> None:
        concept = opened.desk.notities.concept()
        left_with.append(concept.gegevens.zorg if concept else "")

    monkeypatch.setattr(sessions, "leave", leave)
    assert vtdesk.session is not None
    with opened.store.write() as session:
        session.connection()  # from here on nobody else can write
        vtdesk.session.stop(signal.SIGTERM, None)

    qtbot.waitUntil(lambda: left_with == ["Slaapt slecht."])


def test_a_second_vtdesk_on_the_same_kluis_says_so_and_asks_nothing(
    program: Callable[[], Program], folder: Path
) -> None:
    program().start(folder)

    second = program().start(folder)

    assert "vtdesk is al open op deze laptop." in says(second.lock_screen)
    assert not second.lock_screen.findChild(QPushButton, "ontgrendelen").isVisible()
    assert second.session is not None
    assert second.session.refused is not None


def test_the_lock_screen_loads_nothing_that_only_an_open_kluis_needs(tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from vtdesk.app.process import prepare
from vtdesk.app.session import Session
from vtdesk.app.start import Start
from vtdesk.security.keychain import NoKeychain
program = prepare(["vtdesk"])
session = Session(program, Start(Path({str(tmp_path)!r}), NoKeychain()))
session.begin()
heavy = {{"sqlalchemy", "sqlcipher3", "alembic", "reportlab", "pikepdf", "pypdfium2", "icalendar",
          "nh3", "PySide6.QtPrintSupport", "PySide6.QtNetwork"}}
print(sorted(heavy & set(sys.modules)))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}

    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment,
        timeout=60, check=True,
    )  # fmt: skip

    assert run.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems have other locks")
def test_no_other_process_of_this_user_may_read_the_memory() -> None:
    script = """
import ctypes, os, resource
from vtdesk.security.process import close_to_others
close_to_others()
print(ctypes.CDLL(None).prctl(3), resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))
"""
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )

    assert run.stdout.strip() == "0 (0, 0) 0o77"


def locked_at(demo: Program) -> datetime:
    """Lock a demo; gives the time that the next image is told."""
    assert demo.session is not None
    demo.session.lock()
    demo.end()
    [command] = demo.next_image
    return datetime.fromisoformat(command[command.index("--now") + 1])


def test_after_a_lock_the_clock_of_a_demo_goes_on_where_it_was(
    program: Callable[[], Program], demo_kluis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = locked_at(program().start(demo_kluis, DEMO_WACHTZIN))
    monkeypatch.delenv(LOCKED)
    after = program().start(demo_kluis, DEMO_WACHTZIN, now=now + timedelta(hours=3))

    assert timedelta(hours=3) <= after.desk.clock() - now < timedelta(hours=3, minutes=1)


def test_the_lock_screen_shows_the_day_of_the_demo_after_a_lock(
    program: Callable[[], Program], demo_kluis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = locked_at(program().start(demo_kluis, DEMO_WACHTZIN))
    monkeypatch.delenv(LOCKED)
    after = program().start(demo_kluis, now=now)

    assert "dinsdag 12 mei 2026" in says(after.lock_screen)


@pytest.mark.parametrize(
    "loading", ["vtdesk.cli.main", "PySide6.QtWidgets", "vtdesk.ui.slot.unlock"]
)
def test_ctrl_c_while_the_program_loads_ends_it_without_a_word(
    folder: Path, tmp_path: Path, loading: str
) -> None:
    script = f"""
import os, signal, sys

class CtrlC:
    def find_spec(self, name, path=None, target=None):
        if name == {loading!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, CtrlC())
sys.argv = ["vtdesk", "--vault", {str(folder)!r}]
from vtdesk.__main__ import main
sys.exit(main())
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}

    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment,
        timeout=60, check=False,
    )  # fmt: skip

    # A shell shows 130 for a program that ended by this signal.
    assert (run.returncode, run.stdout, run.stderr) == (-signal.SIGINT, "", "")


def test_a_folder_that_went_while_the_kluis_was_open_is_no_first_start(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LOCKED, "1")
    elsewhere = folder.with_name("elders")

    after = program().start(elsewhere)

    assert f"De map {elsewhere} is er niet meer." in says(after.lock_screen)
    assert SAVED_BEFORE not in says(after.lock_screen)
    assert "stap 1" not in says(after.lock_screen)
