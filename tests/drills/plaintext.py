"""No word of a session can be read in any file that it leaves: not in the home, not in temp.

    python -m tests.drills.plaintext

First each word is planted in each form, and has to be found. Files outside the home of the session
are searched only for what was typed here, for others may work with the same demo.
"""

import base64
import os
import secrets
import stat
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.drills.encodings import FORMS, found_in
from tests.drills.tally import Tally, say
from tests.drills.visit import NEW_WACHTZIN, READY, Home
from vtdesk.cli.demo.command import WACHTZIN

DEMO = ["Havikskruid", "Zilverduin", "Wolkenveld", "Kaneelboom", "Sterrenwoud", "Kompasroos",
        "Mila Proefstra", "VT-DEMO-0141", WACHTZIN, NEW_WACHTZIN]  # fmt: skip
SHARED = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
MOST = 200_000_000  # bytes; nothing of ours is larger
PATIENCE = 240  # seconds


def main() -> int:
    """Plant and find, live a session, and search."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="vtdesk-drill-") as place:
        controls(Path(place), tally)
        search(Path(place) / "session", tally)
    return tally.close()


def controls(place: Path, tally: Tally) -> None:
    """Plant a word in one file for each form; a form that is not found is not searched either."""
    word = new_mark()
    for number, (name, form) in enumerate(FORMS.items()):
        folder = place / f"planted-{number}"
        folder.mkdir()
        data = b"before " + form(word) + b" after"
        if name.startswith("base64"):
            data = base64.b64encode(b"\0" * (int(name[-1]) + 3) + word.encode() + b"after")
        (folder / "file").write_bytes(data)
        found = found_in(files_in(folder), [word])
        missed = [] if any(f"in {name}" in line for line in found) else ["was not found"]
        tally.count(f"planted in {name}", missed)


def search(place: Path, tally: Tally) -> None:
    """Live the session, and search every place where something could have been left."""
    place.mkdir()
    home, mark, begin = Home(place), new_mark(), time.time()
    live(home, mark)
    left = found_in(private_files(home), [mark])
    tally.count("the copy outside of a killed program is seen", [] if left else ["was not found"])
    start_again(home, mark)
    rounds = {
        "home, temp and runtime folder": found_in(private_files(home), [mark, *DEMO]),
        "shared temp folders": found_in(_shared_files(place, begin), [mark]),
    }
    for name, findings in rounds.items():
        tally.count(name, findings)
    paper = [] if (home.paper / "verslag.pdf").stat().st_size else ["is empty"]
    tally.count("the paper that was asked for", paper)
    say(f"{len(list(private_files(home)))} files in the home of the session")


def live(home: Home, mark: str) -> None:
    """Live a working day, and a second one that ends by SIGKILL."""
    environment = home.environment()
    subprocess.run(home.command("day", mark), env=environment, check=True, timeout=PATIENCE)
    with subprocess.Popen(
        home.command("crash", mark), env=environment, stdout=subprocess.PIPE, text=True
    ) as doomed:
        assert doomed.stdout is not None
        assert doomed.stdout.readline().strip() == READY
        doomed.kill()


def start_again(home: Home, mark: str) -> None:
    """Start as far as the lock screen: without a key, it takes away what the killed one left."""
    words = home.command("again", mark)
    subprocess.run(words, env=home.environment(), check=True, timeout=PATIENCE)


def new_mark() -> str:
    """Make a word that nobody else has, and that the source does not hold."""
    return "k" + "".join(secrets.choice(string.ascii_lowercase) for _ in range(11))


def files_in(folder: Path) -> Iterator[Path]:
    """Give every regular file below a folder, on the same disk."""
    for path in folder.iterdir():
        with suppress(OSError):  # gone meanwhile, or not for us
            facts = path.lstat()
            if stat.S_ISREG(facts.st_mode):
                yield path
            elif stat.S_ISDIR(facts.st_mode) and facts.st_dev == folder.lstat().st_dev:
                yield from files_in(path)


def private_files(home: Home) -> Iterator[Path]:
    """Give what the session left in its home, but for the paper that was asked for."""
    return (path for path in files_in(home.place) if home.paper not in path.parents)


def _shared_files(own: Path, begin: float) -> Iterator[Path]:
    """Give the files of this user that are younger than the session, outside its home."""
    for folder in SHARED:
        for path in files_in(folder):
            facts = path.lstat()
            is_ours = facts.st_uid == os.getuid() and facts.st_mtime >= begin
            if is_ours and facts.st_size < MOST and own not in path.parents:
                yield path


if __name__ == "__main__":
    sys.exit(main())
