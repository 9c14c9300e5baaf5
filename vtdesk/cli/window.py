"""From the command line to the window."""

import gc
import os
import signal
import sys
from pathlib import Path

from vtdesk.cli.call import Call
from vtdesk.errors import UserError

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def need_screen() -> None:
    """Refuse in words where Qt would end the program."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        raise UserError(
            "Er is geen scherm, dus er kan geen venster open. Wat zonder scherm kan, staat in "
            "'vtdesk --help'."
        )


def show_window(folder: Path, call: Call, wachtzin: str) -> int:
    """Work in the window until it closes; an empty wachtzin is asked on the lock screen."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C just ends it: nothing is open yet
    gc.disable()  # until the lock screen is painted: all that is loaded now, stays
    from vtdesk.app.session import run  # noqa: PLC0415 - Qt, which no other command needs
    from vtdesk.app.start import Start  # noqa: PLC0415 - as above

    machine, now = call.machine, call.args.now
    start = Start(folder, machine.keychain, now, wachtzin, sessie=machine.sessie, strengthens=True)
    return run(start)
