"""A system that goes to sleep: run on a private bus by `test_signs.py`.

One half plays the login manager and says that sleep begins; the other listens as the window does.
"""

import os
import subprocess
import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication

from vtdesk.ui.slot.signs import LOGIND, Signs

READY, SEEN = "luistert", "gezien"
PATIENCE = 20_000  # ms


def listen() -> None:
    """Say when it listens, and when it heard of sleep."""
    program = QGuiApplication(["luisteraar", "-platform", "offscreen"])
    signs = Signs(slept=lambda: 0.0)
    signs.seen.connect(lambda: (sys.stdout.write(f"{SEEN}\n"), program.quit()))
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    QTimer.singleShot(PATIENCE, program.quit)
    program.exec()


def sleep() -> None:
    """Own the name of the login manager, let somebody listen, and go to sleep."""
    program = QCoreApplication(["logind"])
    bus = QDBusConnection.systemBus()
    assert bus.registerService(LOGIND[0])
    listener = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.slot.logind", "listen"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    assert listener.stdout is not None
    assert listener.stdout.readline().strip() == READY
    signal = QDBusMessage.createSignal(LOGIND[1], LOGIND[2], "PrepareForSleep")
    signal.setArguments([True])
    again = QTimer()
    again.timeout.connect(lambda: bus.send(signal))
    again.timeout.connect(lambda: listener.poll() is not None and program.quit())
    again.start(200)
    QTimer.singleShot(PATIENCE, program.quit)
    program.exec()
    listener.kill()
    sys.stdout.write(listener.stdout.read())


if __name__ == "__main__":
    {"listen": listen, "sleep": sleep}[sys.argv[1]]()
