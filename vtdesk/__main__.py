"""`python -m vtdesk`: the command line, which opens the window when it gets no command."""

import sys

from vtdesk.cli.main import main as run_command
from vtdesk.security.process import close_to_others


def main() -> int:
    """Close this process to others before it reads any secret, then do what was asked."""
    close_to_others()
    return run_command()


if __name__ == "__main__":
    sys.exit(main())
