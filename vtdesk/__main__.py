"""`python -m vtdesk`: the command line, which opens the window when it gets no command."""

import sys

from vtdesk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
