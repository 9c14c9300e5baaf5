"""What the kernel refuses vtdesk and what it starts; tried in processes of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the other systems have no cage")

TRIES = """
import ctypes, json, os, socket, subprocess, sys, threading
from pathlib import Path
from vtdesk.security import cage
from vtdesk.security.process import close_to_others
libc = ctypes.CDLL(None, use_errno=True)
NUMBERS = {"x86_64": (101, 310, 425), "aarch64": (117, 270, 425)}[os.uname().machine]

def said(act, *words):
    try:
        act(*words)
    except OSError as error:
        return error.strerror
    return "done"

def called(number):
    return os.strerror(ctypes.get_errno()) if libc.syscall(number, 0, 0, 0, 0) < 0 else "done"

def write(place):
    (Path(place) / "geschreven").write_text("iets")
"""


def tried(script: str, home: Path, *words: str) -> dict[str, str]:
    """Run a script that prints what it could do."""
    environment = os.environ | {"HOME": str(home)}
    for name in [name for name in environment if name.startswith("XDG_")]:
        del environment[name]
    done = subprocess.run(
        [sys.executable, "-c", TRIES + script, *words],
        env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    answer: dict[str, str] = json.loads(done.stdout)
    return answer


REFUSED, FORBIDDEN = "Permission denied", "Operation not permitted"
NETWORK = """
close_to_others()
close_to_others()  # as after a lock: it stays as it is
seen = {}
for name in ("AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_UNIX"):
    seen[name] = said(socket.socket, getattr(socket, name), socket.SOCK_RAW)
seen |= {"calls": [called(number) for number in NUMBERS]}
thread = threading.Thread(target=lambda: seen.update(thread=said(socket.socket)))
thread.start()
thread.join()
asked = "import socket; socket.socket()"
seen["child"] = subprocess.run([sys.executable, "-c", asked], stderr=-1, text=True).stderr
seen["closed"] = [cage.network_is_closed(), cage.disk_is_closed()]
print(json.dumps(seen))
"""


def test_no_socket_leads_outside_this_machine_in_any_thread_or_child(tmp_path: Path) -> None:
    seen = tried(NETWORK, tmp_path)

    outside = ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"]
    assert [seen[name] for name in [*outside, "thread"]] == [REFUSED] * 5
    assert REFUSED in seen["child"]
    assert seen["AF_UNIX"] == "done"
    assert seen["calls"] == [FORBIDDEN] * 3
    assert seen["closed"] == [True, False]


DISK = """
kluis, home = (Path(word) for word in sys.argv[1:])
for _ in range(2):
    cage.close_disk(kluis)
places = {"kluis": kluis, "home": home, "temp": "/tmp", "vartemp": "/var/tmp", "memory": "/dev/shm"}
seen = {name: said(write, place) for name, place in places.items()}
seen["moved"] = said((kluis / "geschreven").rename, home / "verplaatst")
seen["nowhere"] = said(open, "/dev/null", "w")
seen["read"] = said(os.listdir, "/tmp")
seen["closed"] = cage.disk_is_closed()
print(json.dumps(seen))
"""


def test_nothing_is_written_in_a_place_that_all_users_share(tmp_path: Path) -> None:
    kluis, home = tmp_path / "kluis", tmp_path / "home"
    for folder in (kluis, home):
        folder.mkdir(mode=0o700)

    seen = tried(DISK, home, str(kluis), str(home))

    assert [seen[name] for name in ("temp", "vartemp", "memory")] == [REFUSED] * 3
    assert [seen[name] for name in ("kluis", "home", "moved", "nowhere", "read")] == ["done"] * 5
    assert seen["closed"]


CHILD = """
from vtdesk.adapters import child
kluis = sys.argv[1].encode()
sys.addaudithook = lambda _: None  # or Python refuses first
child.lock_in()

def asked(number):
    return os.strerror(ctypes.get_errno()) if number < 0 else "done"

print(json.dumps({
    "read": asked(libc.open(kluis + b"/brief", os.O_RDONLY)),
    "list": asked(libc.open(kluis, os.O_RDONLY)),
    "write": asked(libc.open(kluis + b"/nieuw", os.O_CREAT | os.O_WRONLY, 0o600)),
    "home": asked(libc.open(b"/etc/passwd", os.O_RDONLY)),
    "own": asked(libc.open(os.fsencode(json.__file__), os.O_RDONLY)),
    "socket": asked(libc.socket(1, 1, 0)),
    "program": asked(libc.execv(b"/bin/true", None)),
}))
"""


def test_a_child_that_reads_what_came_from_outside_has_no_files_and_no_programs(
    tmp_path: Path,
) -> None:
    (tmp_path / "brief").write_text("Beste Job")

    seen = tried(CHILD, tmp_path, str(tmp_path))

    assert [seen[name] for name in ("read", "list", "write", "home")] == [REFUSED] * 4
    assert [seen[name] for name in ("socket", "program")] == [FORBIDDEN] * 2
    assert seen["own"] == "done"
