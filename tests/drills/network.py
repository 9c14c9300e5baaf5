"""No internet socket is opened in a whole session, and the kernel refuses every attempt.

    python -m tests.drills.network
    python -m tests.drills.network --sabotage     the twin without a cage: must fail

strace watches from outside. First a program that opens one is watched, and has to be found.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.drills.plaintext import PATIENCE, new_mark
from tests.drills.tally import Tally, say
from tests.drills.visit import Home

SOCKET = re.compile(r"\bsocket\((AF_\w+|PF_\w+)")
INTERNET = re.compile(r"AF_INET6?\b|PF_INET6?\b|AF_PACKET\b")
KINDS = ("INET", "INET6", "NETLINK", "PACKET", "INET in a thread", "INET in a child")
UNCAGED = """
from vtdesk.security import cage
cage.close_network = lambda: None
"""
IN_CHILD = """
import socket
try:
    socket.socket()
except OSError:
    print("EACCES")
else:
    print("open")
"""
TRIES = f"""
IN_CHILD = {IN_CHILD!r}
import errno, os, socket, subprocess, sys, threading
from vtdesk.app import session

def attempt(family=socket.AF_INET):
    try:
        socket.socket(family, socket.SOCK_RAW if family == socket.AF_PACKET else socket.SOCK_DGRAM)
        print("open", flush=True)
    except OSError as error:
        print(errno.errorcode[error.errno], flush=True)

def get_out():
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET):
        attempt(family)
    beside = threading.Thread(target=attempt)
    beside.start()
    beside.join()
    subprocess.run([sys.executable, "-c", IN_CHILD])
    os._exit(0)

session.preload = get_out
from vtdesk.__main__ import main
main()
"""
OPENS_ONE = [sys.executable, "-c", "import socket; socket.socket(socket.AF_INET6)"]


def main(argv: Sequence[str] | None = None) -> int:
    """Watch a program that opens a socket, then a session, and let the program itself try."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0, help="changes nothing: no round has chance")
    parser.add_argument("--sabotage", action="store_true")
    args = parser.parse_args(argv)
    tally, families = Tally(), Counter[str]()
    for number in range(args.n):
        with tempfile.TemporaryDirectory(prefix="vtdesk-drill-") as place:
            home = Home(Path(place))
            tally.count(f"attempts {number}", attempts(home, sabotage=args.sabotage))
            if args.sabotage:
                continue
            caught = internet(watch(home, OPENS_ONE))
            tally.count("a program that opens one", [] if caught else ["was not found"])
            lines = watch(home, home.command("day", new_mark()))
            tally.count(f"session {number}", internet(lines))
            families.update(SOCKET.findall("\n".join(lines)))
    say(f"sockets of the sessions: {dict(families) or 'none'}")
    return tally.close()


def attempts(home: Home, *, sabotage: bool = False) -> list[str]:
    """Start vtdesk, and let code inside it try to get out; gives what was not refused."""
    script = f"{UNCAGED if sabotage else ''}{TRIES}"
    words = [sys.executable, "-c", script, "--vault", str(home.kluis)]
    done = subprocess.run(
        words, env=home.environment(), capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    said = done.stdout.split()
    if len(said) != len(KINDS) or done.returncode:
        return ["vtdesk did not come to its lock screen"]
    return [f"{kind} was not refused" for kind, end in zip(KINDS, said, strict=True)
            if end != "EACCES"]  # fmt: skip


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
