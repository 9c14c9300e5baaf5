"""No word of a session can be read in any file that it leaves: not in the home, not in temp.

    python -m tests.drills.plaintext
    python -m tests.drills.plaintext --sabotage     the twin that keeps a log: must fail

First each word is planted in each form, and has to be found. Files outside the home of the session
are searched only for what was typed here, for others may work with the same demo.
"""

import argparse
import base64
import os
import secrets
import stat
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tests.drills import onlookers
from tests.drills.encodings import FORMS, PACKED, found_in
from tests.drills.tally import Tally, say
from tests.drills.visit import NEW_WACHTZIN, READY, Home
from vtdesk.cli.demo.command import WACHTZIN

DEMO = ["Havikskruid", "Zilverduin", "Wolkenveld", "Kaneelboom", "Sterrenwoud", "Kompasroos",
        "Mila Proefstra", "VT-DEMO-0141", WACHTZIN, NEW_WACHTZIN]  # fmt: skip
SHARED = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
PLACES = ("home", "tmp", "run")
MOST = 200_000_000  # bytes; nothing of ours is larger
PATIENCE = 240  # seconds


def main(argv: Sequence[str] | None = None) -> int:
    """Plant and find, live a session, and search."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0, help="changes nothing: no round has chance")
    parser.add_argument("--sabotage", action="store_true")
    args = parser.parse_args(argv)
    tally = Tally()
    for _ in range(args.n):
        with tempfile.TemporaryDirectory(prefix="vtdesk-drill-") as place:
            if not args.sabotage:
                controls(Path(place), tally)
            session = Path(place) / "session"
            search(session, tally, sabotage=args.sabotage)
            if not args.sabotage:
                look_on(session, tally)
    return tally.close()


def controls(place: Path, tally: Tally) -> None:
    """Plant a word in each place and form; what is not found there is not looked for either."""
    plants = [(where, name, form) for where in PLACES for name, form in FORMS.items()]
    plants += [("home", f"UTF-8, in {name}", _in(pack)) for name, pack in PACKED.items()]
    for number, (where, name, form) in enumerate(plants):
        word = new_mark()
        file = _folder(place, where, number) / "file"
        data = b"before " + form(word) + b" after"
        if name.startswith("base64"):
            data = base64.b64encode(b"\0" * (int(name[-1]) + 3) + word.encode() + b"after")
        file.write_bytes(data)
        found = found_in(iter([file]), [word])
        is_seen = any(f"in {name.split(', in ')[0]}" in line for line in found)
        tally.count(f"planted in {where} as {name}", [] if is_seen else ["was not found"])
    word = new_mark()
    (_folder(place, "home", len(plants)) / f"{word}.pdf").touch()
    is_seen = found_in(files_in(place), [word])
    tally.count("planted as the name of a file", [] if is_seen else ["was not found"])


def _in(pack: Callable[[bytes], bytes]) -> Callable[[str], bytes]:
    return lambda word: pack(word.encode())


def _folder(place: Path, where: str, number: int) -> Path:
    folder = place / where / f"planted-{number}"
    folder.mkdir(parents=True)
    return folder


def search(place: Path, tally: Tally, *, sabotage: bool = False) -> None:
    """Live the session, and search every place where something could have been left."""
    place.mkdir()
    home, mark, begin = Home(place), new_mark(), time.time()
    live(home, mark)
    if sabotage:
        leak(home, mark)
    left = found_in(private_files(home), [mark])
    tally.count("the copy outside of a killed program is seen", [] if left else ["was not found"])
    start_again(home, mark)
    rounds = {
        "home, temp and runtime folder": found_in(private_files(home), [mark, *DEMO]),
        "shared temp folders": found_in(_shared_files(place, begin), [mark]),
    }
    for name, findings in rounds.items():
        tally.count(name, findings)
    tally.count("rights of files", open_to_others(home))
    paper = [] if (home.paper / "verslag.pdf").stat().st_size else ["is empty"]
    tally.count("the paper that was asked for", paper)
    say(f"{len(list(private_files(home)))} files in the home of the session")


def look_on(place: Path, tally: Tally) -> None:
    """Listen to the bus and read the titles while somebody types; what is said must name vtdesk."""
    if missing := onlookers.missing():
        say(f"skipped: titles of windows and messages of the bus, for want of {', '.join(missing)}")
        return
    mark = new_mark()
    for name, words in zip(
        ("messages of the bus", "titles of windows"),
        onlookers.heard_and_seen(Home(place), mark),
        strict=True,
    ):
        seen = [word for word in (mark, *DEMO) if word.lower() in words.lower()]
        nothing = [] if onlookers.OURS in words else ["nothing was heard or seen of vtdesk"]
        tally.count(name, [*(f"hold {word}" for word in seen), *nothing])


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


def leak(home: Home, mark: str) -> None:
    """Leave a word as a program would that keeps a packed log of what it shows."""
    (home.place / "home" / ".cache").mkdir(exist_ok=True)
    (home.place / "home" / ".cache" / "log.gz").write_bytes(PACKED["gzip"](mark.encode()))


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


def open_to_others(home: Home) -> list[str]:
    """Name what another user of this computer may read, of all that the session made."""
    made = [path for name in ("home", "run") for path in files_in(home.place / name)]
    return [f"{path} is open to others" for path in made if path.stat().st_mode & 0o077]


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
