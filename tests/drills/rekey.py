"""Renewing all keys is stopped at every call to the disk: the old secrets open all, or the new do.

python -m tests.drills.rekey                    every call
python -m tests.drills.rekey --n 60             so many of them, evenly spread
python -m tests.drills.rekey --sabotage --n 6   the twin that swaps the header too early: must fail

Each round renews the keys of a copy of one kluis, with strace at its side that kills the process at
one call or lets that call fail. Then one set of secrets opens, never both, and every row and every
bijlage is what it was.
"""

import hashlib
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from tests.builders import add_casus
from tests.drills import traced
from tests.drills.started import Size, play
from tests.drills.tally import Tally, say
from vtdesk.errors import OutsideError, WrongSecretError
from vtdesk.security import bijlagen, keys, kluis, koppen
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.services.opening import create_kluis, open_desk
from vtdesk.services.vernieuwing import Geheimen, vernieuw
from vtdesk.store.engine import connect

OUD, NIEUW = "boterham fiets regenboog kast", "lantaarn kers trampoline dak"
BLAD, ANDER_BLAD = Herstelcode.new(), Herstelcode.new()
CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "openat", "unlink", "rename")
FAILS = {"EIO": ("pwrite64", "write", "fsync", "rename"), "ENOSPC": ("pwrite64", "write")}
OF_THE_RENEWAL = ("logboek", "logkop", "meta", "outbox")  # these tell of it
LARGE = 300_000
_CALL = re.compile(r"^\d+ +(\w+)\(", re.MULTILINE)
_stretch = cache(keys.stretch)


@dataclass(frozen=True, slots=True)
class Begin:
    """A kluis before its keys are renewed, and a print of all that it holds."""

    folder: Path
    content: str


@dataclass(frozen=True, slots=True)
class Point:
    """One call that goes wrong: the how manieth of its kind, and how."""

    call: str
    number: int
    how: str

    def options(self) -> list[str]:
        effect = "signal=SIGKILL" if self.how == "SIGKILL" else f"error={self.how}"
        inject = f"inject={self.call}:{effect}:when={self.number}"
        return ["-e", f"trace={self.call}", "-e", inject]


def main(argv: Sequence[str] | None = None) -> int:
    """Stop the renewal everywhere."""
    return play(
        run,
        __doc__,
        Size("calls", seed=0, seed_means="with which of them to begin"),
        argv,
        missing=traced.missing,
    )


def run(place: Path, tally: Tally, *, n: int = 0, seed: int = 0, sabotage: bool = False) -> None:
    """Count the calls of a whole renewal, and let each of them, or some, go wrong."""
    with patch.object(keys, "stretch", _stretch), patch.object(secrets, "token_bytes", _Draw()):
        begin = _prepare(place)
        whole = _renew(place, begin, ["-e", f"trace={','.join(CALLS)}"])
        tally.count("a renewal that nothing stops", list(_look(place / "here", begin)))
        points = list(_points(_CALL.findall(whole.log)))
        step = max(1, len(points) // n) if n else 1
        chosen = points[seed % step :: step][: n or None]
        say(f"{len(points)} ways to go wrong, {len(chosen)} of them tried")
        for point in chosen:
            with _careless() if sabotage else nullcontext():
                ended = _renew(place, begin, point.options())
            name = f"{point.how} at {point.call} {point.number}"
            done = "done" in ended.told
            tally.count(name, list(_look(place / "here", begin, done=done)))


class _Draw:
    """Gives the same bytes in every round, so that each wachtzin is stretched once."""

    def __init__(self) -> None:
        self.drawn = 0

    def __call__(self, size: int) -> bytes:
        self.drawn += 1
        return hashlib.shake_256(f"{self.drawn}".encode()).digest(size)


def _prepare(place: Path) -> Begin:
    folder = place / "begin"
    sleutels = create_kluis(folder, OUD, BLAD, NoKeychain(), cost=FLOOR)
    store, desk = open_desk(folder, sleutels)
    casus = add_casus(desk)
    for name in ("plattegrond", "brief"):
        desk.bijlagen.add_bytes(casus, os.urandom(LARGE), BijlageGegevens(name))
    store.close()
    begin = Begin(folder, _content(folder, sleutels))
    rehearsal = Path(shutil.copytree(folder, place / "rehearsal"))
    vernieuw(rehearsal, Geheimen(OUD, NIEUW, ANDER_BLAD), NoKeychain(), cost=FLOOR)
    return begin


def _points(calls: list[str]) -> Iterator[Point]:
    for call in CALLS:
        hows = ["SIGKILL", *(how for how, fails in FAILS.items() if call in fails)]
        for number in range(1, calls.count(call) + 1):
            yield from (Point(call, number, how) for how in hows)


def _renew(place: Path, begin: Begin, options: list[str]) -> traced.Ended:
    here = place / "here"
    shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(begin.folder, here)
    draw = secrets.token_bytes
    assert isinstance(draw, _Draw)
    draw.drawn = 1000  # the same for each round

    def work(tell: object) -> None:
        with suppress(OutsideError):
            vernieuw(here, Geheimen(OUD, NIEUW, ANDER_BLAD), NoKeychain(), cost=FLOOR)
            if callable(tell):
                tell("done")

    return traced.trace(work, _watched(here), options, place / "log")


def _watched(here: Path) -> list[Path]:
    bases = ("kluis.db", "kluis-2.db")
    files = [f"{base}{more}" for base in bases for more in ("", "-wal", "-shm")]
    heads = [f"kluis.vtkop{more}" for more in ("", ".nieuw", ".vorige", ".vorige.tmp")]
    names = (*files, *heads, "kluis.getuige", "kluis-2.getuige", bijlagen.FOLDER, "")
    return [here / name for name in names]


def _look(here: Path, begin: Begin, *, done: bool = True) -> Iterator[str]:
    """Say what is not as it was, or not as it was told."""
    opens = {wachtzin: found for wachtzin in (OUD, NIEUW) if (found := _unlocked(here, wachtzin))}
    if len(opens) != 1:
        yield f"{len(opens)} sets of secrets open"
        return
    [(wachtzin, sleutels)] = opens.items()
    if done and wachtzin != NIEUW:
        yield "the old secrets open after it was told to be done"
    try:
        kluis.prove_herstelcode(here, BLAD if wachtzin == OUD else ANDER_BLAD)
        store, desk = open_desk(here, sleutels)
        desk.bijlagen.sweep()
        damaged = desk.bijlagen.damaged()
        store.close()
        if damaged or _content(here, sleutels) != begin.content:
            yield f"the content is another: {damaged}"
    except OutsideError as error:
        yield f"it opens, but {error}"
        return
    left = {path.name for path in here.iterdir() if path.suffix == ".db"}
    if left != {sleutels.file}:
        yield f"left behind: {left}"
    if len(list((here / bijlagen.FOLDER).glob(f"*{bijlagen.ENDING}"))) != 2:
        yield "files of bijlagen are left behind, or gone"


def _unlocked(here: Path, wachtzin: str) -> kluis.Sleutels | None:
    try:
        return kluis.unlock(here, wachtzin, NoKeychain(), alone=True)
    except (WrongSecretError, OutsideError):
        return None


def _content(folder: Path, sleutels: kluis.Sleutels) -> str:
    """Give one hash over all rows, but for those that tell of the renewal, and for the keys."""
    seen = hashlib.sha256()
    connection = connect(folder / sleutels.file, sleutels.database)
    query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    names = [name for (name,) in connection.execute(query)]
    for name in names:
        if name in OF_THE_RENEWAL or name.startswith(("sqlite_", "zoekindex")):
            continue
        columns = "id, naam, sha256, grootte" if name == "bijlage" else "*"
        rows = connection.execute(f'SELECT {columns} FROM "{name}" ORDER BY 1').fetchall()
        seen.update(repr((name, rows)).encode())
    connection.close()
    return seen.hexdigest()


@contextmanager
def _careless() -> Iterator[None]:
    """Swap the header before there is a database that it opens."""
    swap = koppen.swap

    def too_early(*arguments: object, fill: object = None, **more: object) -> None:
        swap(*arguments, **more)  # type: ignore[arg-type]
        if callable(fill):
            fill()

    with patch.object(koppen, "swap", too_early):
        yield


if __name__ == "__main__":
    sys.exit(main())
