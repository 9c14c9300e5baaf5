"""A power cut at any moment loses nothing that was told to be stored.

Each image is a disk on which any part of what was not yet forced down is lost, whole or torn in
sectors of 512 bytes.

    python -m tests.drills.power                   20,000 images
    python -m tests.drills.power --n 300 --seed 2
    python -m tests.drills.power --sabotage --n 300    the twin with synchronous=NORMAL: must fail
"""

import random
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from tests.drills import states, traced
from tests.drills.started import Size, play
from tests.drills.states import KEY, PUT, TEXT
from tests.drills.tally import Tally, say
from vtdesk.errors import OutsideError
from vtdesk.store import engine, journaal
from vtdesk.store.journaal import Journaal
from vtdesk.store.store import Store

SECTOR = 512
COMMITS = 60
SMALL_LOG = 60_000  # bytes; so that checkpoints fall in the session too
DIARY = "acknowledged"  # each line of this file is a commit that was told to be stored
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,lseek,close"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'^(.*?), "((?:\\x[0-9a-f]{2})*)"(.*)$')


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done to a file, in the order in which it was done."""

    kind: str  # write, cut, force, gone, told
    name: str = ""
    at: int = 0
    data: bytes = b""


@dataclass(slots=True)
class Disk:
    """What is on the disk for sure, and what was done since and may be lost."""

    sure: dict[str, bytes]
    pending: list[Deed] = field(default_factory=list)

    def do(self, deed: Deed) -> None:
        """Follow one deed."""
        if deed.kind != "force":
            self.pending.append(deed)
            return
        for one in [one for one in self.pending if one.name == deed.name]:
            _apply(self.sure, one)
        self.pending = [one for one in self.pending if one.name != deed.name]

    def image(self, chance: random.Random) -> dict[str, bytes]:
        """Give the files after a power cut at this moment."""
        files = dict(self.sure)
        share = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        for deed in self.pending:
            if deed.kind == "write" and chance.random() < 0.7:
                for part in _sectors(deed):
                    if chance.random() < share:
                        _apply(files, part)
            elif chance.random() < share:
                _apply(files, deed)
        return files


def main(argv: Sequence[str] | None = None) -> int:
    """Cut the power."""
    return play(run, __doc__, Size("images", 20_000), argv, missing=traced.missing)


def run(place: Path, tally: Tally, *, n: int, seed: int = 1, sabotage: bool = False) -> None:
    """Write down a session call by call, and cut the power at moments of it."""
    kluis = place / "kluis"
    states.begin(kluis, KEY)
    before = {path.name: path.read_bytes() for path in kluis.iterdir()}
    (kluis / DIARY).write_bytes(b"")
    names = ("kluis.db", "kluis.db-wal", "kluis.getuige", DIARY)
    options = ["-xx", "-s", "100000", "-e", f"trace={CALLS}"]
    ended = traced.trace(
        lambda _: _session(kluis, relaxed=sabotage),
        [kluis / name for name in names], options, place / "log",
    )  # fmt: skip
    if ended.code:
        tally.count("the session", [f"ended with {ended.code}: {ended.told}"])
        return
    deeds = list(_deeds(ended.log))
    say(f"{len(deeds)} deeds, {sum(one.kind == 'told' for one in deeds)} commits, seed {seed}")
    _cut(place / "image", before, deeds, random.Random(seed), n, tally)


def _session(kluis: Path, *, relaxed: bool) -> None:
    journaal.MOST = SMALL_LOG
    if relaxed:
        engine._WRITING = ("journal_mode = WAL", "synchronous = NORMAL", "wal_autocheckpoint = 0")
    store = Store(kluis / "kluis.db", KEY)
    with (kluis / DIARY).open("ab", buffering=0) as diary:
        for number in range(COMMITS):
            states.write(store, PUT, _row(number), TEXT)
            diary.write(b"\n")
    store.close()


def _cut(
    image: Path,
    before: dict[str, bytes],
    deeds: list[Deed],
    chance: random.Random,
    n: int,
    tally: Tally,
) -> None:
    """Walk through the session, and cut the power more or less often at each deed."""
    disk, told, made = Disk(before), 0, 0
    for number, deed in enumerate(deeds, 1):
        if deed.kind == "told":
            told += 1
        else:
            disk.do(deed)
        while made < n * number // len(deeds):
            made += 1
            files = disk.image(chance)
            tally.count(f"image {made} at deed {number} ({deed.kind} {deed.name})",
                        _look(image, files, told))  # fmt: skip


def _look(place: Path, files: dict[str, bytes], told: int) -> list[str]:
    """Open what is left as the next start would."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, data in files.items():
        (place / name).write_bytes(data)
    try:
        opened = Journaal(place / "kluis.db", KEY)
    except OutsideError as error:
        return [f"does not open: {error}"]
    try:
        rows = {row[0] for row in opened._connection.execute(states.ALL)}
    except sqlcipher.Error as error:
        return [f"cannot be read: {error}"]
    finally:
        opened.close()
    lost = [number for number in range(told) if _row(number) not in rows]
    return [f"{len(lost)} commits are lost"] if lost else []


def _row(number: int) -> str:
    return f"stroom/{number:03}"


def _deeds(log: str) -> Iterator[Deed]:
    """Read what strace wrote."""
    tape = _Tape()
    for line in log.splitlines():
        found = _LINE.match(line)
        if found is not None and int(found[3]) >= 0:
            deed = tape.read(found[1], found[2], int(found[3]))
            if deed is not None:
                yield deed


class _Tape:
    """Follows which descriptor is which file, and where it stands, as the kernel does."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._places: dict[int, int] = {}

    def read(self, call: str, words: str, result: int) -> Deed | None:
        """Give what a call did to a file, if anything."""
        if call == "openat":
            self._names[result], self._places[result] = _name(words), 0
            return None
        if call == "unlink":
            return Deed("gone", _name(f"x, {words}"))
        handle = int(words.split(",", maxsplit=1)[0])
        name, last = self._names.get(handle, ""), words.rsplit(",", maxsplit=1)[-1]
        deed: Deed | None = None
        match call:
            case "lseek":
                self._places[handle] = result
            case "fsync" | "fdatasync" if name:
                deed = Deed("force", name)
            case "ftruncate":
                deed = Deed("cut", name, int(last))
            case "pwrite64":
                deed = Deed("write", name, int(last), _bytes(words)[:result])
            case "write":
                deed = self._written(handle, name, _bytes(words)[:result])
        return deed

    def _written(self, handle: int, name: str, data: bytes) -> Deed:
        at = self._places[handle]
        self._places[handle] += len(data)
        return Deed("told") if name == DIARY else Deed("write", name, at, data)


def _bytes(words: str) -> bytes:
    found = _STRING.match(words)
    return bytes.fromhex(found[2].replace("\\x", "")) if found else b""


def _name(words: str) -> str:
    return _bytes(words).decode(errors="replace").rsplit("/", 1)[-1]


def _sectors(deed: Deed) -> Iterator[Deed]:
    """Tear a write at the sectors of the disk."""
    at, end = deed.at, deed.at + len(deed.data)
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        yield Deed("write", deed.name, at, deed.data[at - deed.at : until - deed.at])
        at = until


def _apply(files: dict[str, bytes], deed: Deed) -> None:
    if deed.kind == "gone":
        files.pop(deed.name, None)
        return
    now = files.get(deed.name, b"")
    if deed.kind == "cut":
        files[deed.name] = now[: deed.at].ljust(deed.at, b"\0")
        return
    now = now.ljust(deed.at, b"\0")
    files[deed.name] = now[: deed.at] + deed.data + now[deed.at + len(deed.data) :]


if __name__ == "__main__":
    sys.exit(main())
