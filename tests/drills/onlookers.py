"""Who looks at the screen or the bus of a session learns nothing: titles of windows, messages.

A screen and a bus of our own; nothing of the user is listened to.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from tests.drills import window
from tests.drills.visit import READY, Home

NEEDED = ("Xvfb", "openbox", "xdotool", "xprop", "dbus-daemon", "dbus-monitor", "dbus-send")
OURS = "vtdesk"
CONTROL = ("--type=signal", "/", "nl.drill.Control.Word", f"string:{OURS}")  # must be heard


def missing() -> list[str]:
    """Name the programs that this takes and that are not here."""
    return [name for name in NEEDED if which(name) is None]


def heard_and_seen(home: Home, mark: str) -> tuple[str, str]:
    """Type in a session until it is killed; gives what went over the bus and what windows say."""
    said = home.place / "bus.log"
    with window.screen(home.place / "display") as screen, _bus(home.place, said) as bus:
        environment = home.environment() | {
            "DISPLAY": screen["DISPLAY"],
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": bus,
        }
        with subprocess.Popen(
            home.command("typing", mark), env=environment, stdout=subprocess.PIPE, text=True
        ) as session:
            assert session.stdout is not None
            while session.stdout.readline().strip() not in {READY, ""}:
                pass
            titles = _titles(screen)
            session.kill()
    return said.read_text(errors="replace"), titles


def _titles(screen: dict[str, str]) -> str:
    """Give all that each window tells of itself."""
    found = subprocess.run(
        ["xdotool", "search", "--name", "."],
        env=screen,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    return "".join(
        subprocess.run(
            ["xprop", "-id", number], env=screen, capture_output=True, text=True, check=False
        ).stdout
        for number in found
    )


@contextmanager
def _bus(place: Path, said: Path) -> Iterator[str]:
    address = f"unix:path={place}/bus"
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
    words = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}",
             "--print-address=1"]  # fmt: skip
    with (
        said.open("wb") as log,
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon,
    ):
        assert daemon.stdout is not None
        daemon.stdout.readline()
        with subprocess.Popen(["dbus-monitor", "--session"], env=environment, stdout=log) as ear:
            time.sleep(window.STEP)
            subprocess.run(["dbus-send", "--session", *CONTROL], env=environment, check=True)
            try:
                yield address
            finally:
                ear.terminate()
                daemon.terminate()
