"""The system goes to sleep or locks itself: the kluis is dicht before that."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue

import pytest

from tests.app.buses import (
    MANAGER,
    OTHER_SESSION,
    SESSION,
    UPOWER,
    DBusAddress,
    System,
    is_let_go,
    private_bus,
)  # fmt: skip
from tests.program import WACHTZIN, Program
from vtdesk.adapters.system_bus import SystemEvents
from vtdesk.app.session import LOCKED
from vtdesk.cli.demo.command import WACHTZIN as DEMO_WACHTZIN
from vtdesk.errors import OutsideError

GNOME = DBusAddress("/org/gnome/ScreenSaver", interface="org.gnome.ScreenSaver")
AT_MOST = 2.0  # seconds on a busy machine, measured here at 0.2; the system waits for five
SOON = 30  # tries of 0.3 seconds: a busy machine is no finding
LID = ("PropertiesChanged", "sa{sv}as", "org.freedesktop.UPower")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the other systems have no bus")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[System]:
    with private_bus(tmp_path) as system:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", system.address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", system.address)
        monkeypatch.setenv("XDG_SESSION_ID", "7")
        yield system


def test_sleep_waits_until_the_process_with_the_keys_is_gone(
    system: System, demo_kluis: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "wachtzin"
    secret.write_text(DEMO_WACHTZIN)
    words = [sys.executable, "-m", "vtdesk", "--vault", str(demo_kluis)]
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop(LOCKED, None)  # of a lock in a test before this one
    with subprocess.Popen([*words, "--passphrase-file", str(secret)], env=environment) as vtdesk:
        try:
            brake = system.brake()
            assert is_let_go(brake, 0.3) is None
            before = image(vtdesk.pid)

            system.say(MANAGER, "PrepareForSleep", "b", True)
            took = is_let_go(brake, 5.0)

            assert "--passphrase-file" in before
            assert "--passphrase-file" not in image(vtdesk.pid)
        finally:
            vtdesk.kill()
    assert took is not None
    assert took <= AT_MOST


def image(pid: int) -> str:
    """Give the command of what runs in a process now."""
    return Path(f"/proc/{pid}/cmdline").read_text()


def test_when_the_window_can_only_be_hidden_sleep_waits_for_that(
    system: System,
    program: Callable[[], Program],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: object,
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    brake = system.brake()
    assert vtdesk.session is not None

    def refuse() -> None:
        assert is_let_go(brake, 0) is None
        raise OutsideError("Opslaan lukt niet: de schijf is vol.")

    monkeypatch.setattr(vtdesk.window, "put_away", refuse)
    vtdesk.session.lock()

    assert vtdesk.lock_screen.isVisible()
    assert is_let_go(brake, 5) is not None


@pytest.fixture
def told(system: System) -> Iterator[Queue[str]]:
    """What is told to a kluis that is open."""
    told: Queue[str] = Queue()
    events = SystemEvents(lambda: told.put("dicht"))
    events.start()
    brake = system.brake()
    system.say(MANAGER, "PrepareForSleep", "b", True)
    assert told.get(timeout=5)  # it listens to the one bus; the other is asked later
    yield told
    events.stop()
    assert is_let_go(brake, 5) is not None


def is_told(told: Queue[str], say: Callable[[], None], times: int = 1) -> bool:
    """Say it, and look whether that was heard; `times` for a bus that is not yet listened to."""
    for _ in range(times):
        say()
        with suppress(Empty):
            return bool(told.get(timeout=0.3))
    return False


def test_a_lock_of_this_session_a_screen_saver_and_the_lid_close_the_kluis(
    system: System, told: Queue[str]
) -> None:
    down, up = {"LidIsClosed": ("b", True)}, {"LidIsClosed": ("b", False)}

    assert is_told(told, lambda: system.say(SESSION, "Lock"), SOON)
    assert is_told(told, lambda: system.say(GNOME, "ActiveChanged", "b", True), SOON)
    assert is_told(told, lambda: system.say(UPOWER, *LID, down, []), SOON)
    assert not is_told(told, lambda: system.say(UPOWER, *LID, up, []))
    assert not is_told(told, lambda: system.say(GNOME, "ActiveChanged", "b", False))
    assert not is_told(told, lambda: system.say(MANAGER, "PrepareForSleep", "b", False))
    assert not is_told(told, lambda: system.say(OTHER_SESSION, "Lock"))


def test_without_a_bus_nothing_is_told_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("SYSTEM", "SESSION"):
        monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    told: Queue[str] = Queue()
    events = SystemEvents(lambda: told.put("dicht"))

    events.start()
    events.stop()

    assert told.empty()
