"""From the command line to the window."""

from pathlib import Path

from vtdesk.cli.call import Call


def show_window(folder: Path, call: Call, wachtzin: str) -> int:
    """Work in the window until it closes; an empty wachtzin is asked on the lock screen."""
    from vtdesk.app.session import run  # noqa: PLC0415 - Qt, which no other command needs
    from vtdesk.app.start import Start  # noqa: PLC0415 - as above

    now = call.args.now
    again = ["--vault", str(folder), *(["--now", now.isoformat()] if now else [])]
    return run(Start(folder, call.machine.keychain, now, wachtzin, again))
