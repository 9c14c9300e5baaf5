"""No internet socket is opened in a whole session, watched from outside by strace.

    python -m tests.drills.network

First a program that opens one is watched in the same way, and has to be found.
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.drills.plaintext import PATIENCE, new_mark
from tests.drills.tally import Tally, say
from tests.drills.visit import Home

SOCKET = re.compile(r"\bsocket\((AF_\w+|PF_\w+)")
INTERNET = re.compile(r"AF_INET6?\b|PF_INET6?\b|AF_PACKET\b")
OPENS_ONE = [sys.executable, "-c", "import socket; socket.socket(socket.AF_INET6)"]


def main() -> int:
    """Watch a program that opens a socket, and then a session."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="vtdesk-drill-") as place:
        home = Home(Path(place))
        caught = internet(watch(home, OPENS_ONE))
        tally.count("a program that opens one", [] if caught else ["was not found"])
        lines = watch(home, home.command("day", new_mark()))
        tally.count("a session", internet(lines))
    families = Counter(SOCKET.findall("\n".join(lines)))
    say(f"sockets of the session: {dict(families) or 'none'}")
    return tally.close()


def watch(home: Home, command: list[str]) -> list[str]:
    """Run a program in its home, and give what it and its children asked of the network."""
    log = home.place / "strace"
    environment = home.environment()
    subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-e", "trace=network", "-o", str(log), *command],
        env=environment, check=True, timeout=PATIENCE,
    )  # fmt: skip
    lines = log.read_text(errors="replace").splitlines()
    assert any("exited with" in line for line in lines), "strace followed the program to its end"
    return lines


def internet(lines: list[str]) -> list[str]:
    """Give the calls that have to do with the internet."""
    return [line for line in lines if INTERNET.search(line)]


if __name__ == "__main__":
    sys.exit(main())
