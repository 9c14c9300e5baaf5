"""`python -m vtdesk`: the command line, which opens the window when it gets no command."""

import signal
import sys


def main() -> int:
    """Close this process to others before anything else is loaded, then do what was asked."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C just ends it: nothing is open yet
    from vtdesk.security.process import close_to_others  # noqa: PLC0415 - takes its time

    if sys.argv[1:2] != ["drill"]:  # that watches another vtdesk from outside, and opens no kluis
        close_to_others()
    from vtdesk.cli.main import main as run_command  # noqa: PLC0415 - as above

    signal.signal(signal.SIGINT, signal.default_int_handler)
    return run_command()


if __name__ == "__main__":
    sys.exit(main())
