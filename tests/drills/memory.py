"""One second after a lock no key, no wachtzin and no text of a dossier is in the memory.

    python -m tests.drills.memory --n 20
    python -m tests.drills.memory --n 1 --sabotage     the twin that only hides: must fail

Each round is a session that writes, seals, searches, looks at the paper and prints. Its memory is
read from outside before the lock, where all must be found, and a second after it. That takes root:
vtdesk lets no process of the same user read it. What is looked for is made in each round.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.drills import printer
from tests.drills import scratch as scratches
from tests.drills.plaintext import new_mark
from tests.drills.tally import Tally, say
from tests.drills.visit import READY
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.security import kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain

AFTER = 1.0  # seconds from the lock to the look
PATIENCE = 60.0
PIECE = 1 << 24
OF_THE_KERNEL = {"[vvar]", "[vdso]", "[vsyscall]"}
DOSSIER = "Havikskruid"
AS_HELD = ("utf-8", "utf-16-le", "utf-32-le")  # by Python, Qt and SQLite

Wanted = dict[bytes, tuple[str, str]]  # a form: what kind of thing it is, and its name


def main(argv: Sequence[str] | None = None) -> int:
    """Run the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0, help="changes nothing: no round has chance")
    parser.add_argument("--sabotage", action="store_true")
    args = parser.parse_args(argv)
    tally, times = Tally(), list[float]()
    if not can_read():
        say("skipped: only root may read the memory of another process")
        return tally.close()
    with scratches.scratch() as scratch:
        for number in range(args.n):
            one = Round(scratch.demo(str(number)), sabotage=args.sabotage)
            tally.count(f"round {number}", one.live())
            times.append(one.took)
    say(f"from Ctrl+L to a process without keys: at most {max(times):.2f} s")
    return tally.close()


def can_read() -> bool:
    """Tell whether this process may read the memory of another."""
    return sys.platform == "linux" and os.geteuid() == 0


class Round:
    """One session over a kluis of its own, with a wachtzin and a word of its own."""

    def __init__(self, place: Path, *, sabotage: bool = False, short: bool = False) -> None:
        self.place, self._sabotage = place, sabotage
        self._how = [*(["hide"] if sabotage else []), *(["short"] if short else [])]
        self.took = 0.0
        self._mark, self._wachtzin = new_mark(), f"{new_mark()} {new_mark()}"
        kluis.change_wachtzin(place, WACHTZIN, self._wachtzin, NoKeychain(), cost=FLOOR)

    def live(self) -> list[str]:
        """Work, lock, and look; gives what was found that should be gone."""
        wanted = self._wanted()
        with self._started() as child:
            try:
                _tell(child, self._wachtzin, self._mark)
                if not _hears(child, READY):
                    return ["the session did not come to its lock"]
                before = found_in(child.pid, wanted)
                if not self._locks(child):
                    return ["the process was not replaced"]
                time.sleep(AFTER)
                left = found_in(child.pid, wanted)
            finally:
                child.kill()
        missed = {kind for kind, _ in wanted.values()} - {kind for kind, _ in before}
        controls = [f"before the lock no {kind} was found: that proves nothing" for kind in missed]
        return [*controls, *(f"{kind} is left: {name}" for kind, name in sorted(left))]

    def _locks(self, child: "subprocess.Popen[str]") -> bool:
        """Lock, and wait until there is another image in this process, or the window is hidden."""
        image = _image(child)
        begin = time.monotonic()
        _tell(child, "lock")
        if self._sabotage:
            return _hears(child, "hidden")
        while _image(child) == image and time.monotonic() < begin + PATIENCE:
            time.sleep(0.005)
        self.took = time.monotonic() - begin
        return _image(child) != image

    def _wanted(self) -> Wanted:
        key = kluis.unlock(self.place, self._wachtzin, NoKeychain()).database
        words = [("key", key.hex(), ""), ("key", key.hex().upper(), ""),
                 ("wachtzin", self._wachtzin, ""), ("text", self._mark, " of this session"),
                 ("text", DOSSIER, " of the dossier")]  # fmt: skip
        return {key: ("key", "as it is")} | {
            word.encode(form): (kind, f"in {form}{whose}")
            for kind, word, whose in words
            for form in AS_HELD
        }

    def _started(self) -> "subprocess.Popen[str]":
        words = [sys.executable, "-m", "tests.drills.memory_session", str(self.place)]
        tools, paper = self.place.with_suffix(".tools"), self.place.with_suffix(".paper")
        environment = (
            os.environ
            | printer.environment(tools, paper)
            | {
                "QT_QPA_PLATFORM": "offscreen",
                "XDG_CONFIG_HOME": str(self.place.with_suffix(".config")),
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/dev/null",
            }
        )
        return subprocess.Popen(
            [*words, *self._how],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip


def found_in(pid: int, wanted: Wanted) -> set[tuple[str, str]]:
    """Name all that is in the memory of a process."""
    longest = max(map(len, wanted))
    found: set[tuple[str, str]] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for begin, end in _regions(pid):
            rest = b""
            for at in range(begin, end, PIECE):
                try:
                    memory.seek(at)
                    data = rest + memory.read(min(PIECE, end - at))
                except OSError:  # gone meanwhile, or never there
                    break
                found |= {name for form, name in wanted.items() if form in data}
                rest = data[-longest:]
    return found


def _regions(pid: int) -> Iterator[tuple[int, int]]:
    """Give what a process may have written: not the pages of libraries and fonts."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        place, rights, _, _, inode, *name = line.split(maxsplit=5)
        if "r" in rights and ("w" in rights or inode == "0") and not OF_THE_KERNEL & {*name}:
            begin, end = place.split("-")
            yield int(begin, 16), int(end, 16)


def _image(child: "subprocess.Popen[str]") -> bytes:
    return Path(f"/proc/{child.pid}/cmdline").read_bytes()


def _tell(child: "subprocess.Popen[str]", *lines: str) -> None:
    assert child.stdin is not None
    child.stdin.write("".join(f"{line}\n" for line in lines))
    child.stdin.flush()


def _hears(child: "subprocess.Popen[str]", word: str) -> bool:
    assert child.stdout is not None
    return child.stdout.readline().strip() == word


if __name__ == "__main__":
    sys.exit(main())
