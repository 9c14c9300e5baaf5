"""Sleep that the system tells of draws the curtain before the lid is down."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_window_hears_of_sleep_from_the_login_manager() -> None:
    assert shutil.which("dbus-run-session"), "Install dbus; `make test` says how."
    play = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$@"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", play, "sh",
         sys.executable, "-m", "tests.ui.slot.logind", "sleep"],
        check=False,  # what went wrong is on stderr, and is shown
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )  # fmt: skip

    assert "gezien" in done.stdout, done.stderr
