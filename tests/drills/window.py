"""The same kill from outside: a window under Xvfb, keys by xdotool, nothing of ours inside it."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tests.drills.scratch import Scratch
from tests.drills.typist import STREAM
from vtdesk.cli.demo.command import WACHTZIN

SCREEN = "1440x900x24"
OPEN = 6.0  # seconds until the window is open and painted, on a busy machine
STEP = 0.7  # seconds between keys that lead to the text
TO_THE_TEXT = ("ctrl+6", "Return", "End", "Return")  # Verslagen, the first one, a line of its own
EARLIEST, LATEST = 2.0, 8.0

Killed = tuple[float, list[float]]


def rounds(
    scratch: Scratch, chance: random.Random, per_second: int
) -> Iterator[tuple[str, Path, Killed]]:
    """Give the kluis of each round, when it was killed, and when each key went down."""
    with screen(scratch.place / "display") as shown:
        for number in count():
            place = scratch.demo(f"window-{number}")
            yield f"window {number}", place, _round(shown, place, chance, per_second)


def _round(screen: dict[str, str], place: Path, chance: random.Random, per_second: int) -> Killed:
    keys: list[float] = []
    secret = place.with_suffix(".wachtzin")
    secret.write_text(WACHTZIN)
    words = ["-m", "vtdesk", "--vault", str(place), "--passphrase-file", str(secret)]
    with subprocess.Popen([sys.executable, *words], env=screen) as program:
        time.sleep(OPEN)
        for key in TO_THE_TEXT:
            _press(screen, key)
            time.sleep(STEP)
        end = time.monotonic() + chance.uniform(EARLIEST, LATEST)
        for sign in STREAM:
            due = time.monotonic() + 1 / per_second
            if due > end:
                break
            keys.append(time.monotonic())
            _press(screen, "space" if sign == " " else sign)
            time.sleep(max(0.0, due - time.monotonic()))
        time.sleep(max(0.0, end - time.monotonic()))
        at = time.monotonic()
        program.kill()
    return at, keys


def _press(screen: dict[str, str], key: str) -> None:
    subprocess.run(["xdotool", "key", "--clearmodifiers", key], env=screen, check=True)


@contextmanager
def screen(place: Path) -> Iterator[dict[str, str]]:
    """Start a screen with a window manager, and give the environment of programs on it."""
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(place),
        }
        with subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL) as manager:
            try:
                time.sleep(STEP)
                yield environment
            finally:
                manager.terminate()
                server.terminate()
