"""From the command line to the window."""

import os
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
    from vtdesk.app.session import run  # noqa: PLC0415 - Qt, which no other command needs
    from vtdesk.app.start import Start  # noqa: PLC0415 - as above

    now = call.args.now
    again = ["--vault", str(folder), *(["--now", now.isoformat()] if now else [])]
    return run(Start(folder, call.machine.keychain, now, wachtzin, again))
