"""A reservekopie gives back all of the kluis, and at every moment there is one that was checked.

    python -m tests.drills.restore --n 20
    python -m tests.drills.restore --sabotage     the twin that checks nothing: must fail

A kluis that is lost comes back without a difference; a stick that damages what it is given, and a
copy of which a byte changed, are found out; and a child is killed at each operation on files of
making with thinning out, and of putting back. A kill inside SQLite itself is another drill, and so
is a power cut.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlcipher

from tests.builders import NOW, SlowClock, add_casus, add_persoon, plan
from tests.drills.tally import Tally, say
from vtdesk.errors import OutsideError, UserError
from vtdesk.security import kopieblad, kopieplaats, kopiestand, kopieterug
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieplaats import Kopie
from vtdesk.security.kopiestand import OWN, Plek
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.opening import create_kluis, open_desk
from vtdesk.services.reservekopie import maken as reservekopie_maken
from vtdesk.services.reservekopie import terugleggen, terugzetten
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.store import kopie as store_kopie
from vtdesk.store.engine import connect
from vtdesk.store.store import Store

WACHTZIN = "paard fiets lamp regenboog"
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
OPERATIONS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir")
FAR = 1000  # more operations than there are
OLD = 27  # copies; the rotation keeps fewer
KILLED = 9

Rows = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Ground:
    """One kluis with a stick, in a folder of its own."""

    place: Path
    sleutels: Sleutels

    @property
    def kluis(self) -> Path:
        return self.place / "kluis"

    @property
    def stick(self) -> Path:
        return self.place / "stick"

    def copies(self, clock: SlowClock) -> Reservekopieen:
        return Reservekopieen(self.kluis, self.sleutels, clock)

    def again(self, name: str) -> "Ground":
        """Give the same, to be spoiled."""
        place = self.place.with_name(name)
        shutil.copytree(self.kluis, place / "kluis")
        shutil.copytree(self.stick, place / "stick", copy_function=os.link)  # written once
        there = Ground(place, self.sleutels)
        stick = str(there.stick)
        kopiestand.change(there.kluis, Plek.STICK, lambda one: replace(one, pad=stick))
        return there

    def listed(self) -> list[Kopie]:
        """List what looks like a copy on the stick."""
        return kopieplaats.find_copies(self.stick)


Deed = Callable[[Ground], None]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=5, help="lost kluizen, and changed bytes")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--step", type=int, default=1, help="kill at every so many operations")
    parser.add_argument("--sabotage", action="store_true")
    args, _ = parser.parse_known_args(argv)
    say(f"seed {args.seed}")
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="vtdesk-drill-") as place, ExitStack() as stack:
        if args.sabotage:
            stack.enter_context(unchecked())
        run(Path(place), tally, random.Random(args.seed), times=args.n, step=args.step)
    return tally.close()


def run(place: Path, tally: Tally, chance: random.Random, *, times: int, step: int = 1) -> None:
    """Do every kind of round."""
    begin = prepare(place / "begin", chance)
    for number in range(times):
        tally.count("lost and put back", lost(begin.again(f"lost-{number}"), chance))
        tally.count("a stick that damages", bad_stick(begin.again(f"stick-{number}"), chance))
        tally.count("a changed byte", changed_byte(begin.again(f"byte-{number}"), chance))
    for deed in (_make, _restore):
        _kill_at_each(begin, deed, tally, step)


def prepare(place: Path, chance: random.Random) -> Ground:
    """Make a kluis with invented casussen and bijlagen, and one good copy on a stick."""
    place.mkdir()
    ground_kluis = place / "kluis"
    sleutels = create_kluis(ground_kluis, WACHTZIN, Herstelcode.new(), NoKeychain(), cost=FLOOR)
    ground = Ground(place, sleutels)
    ground.stick.mkdir()
    clock = SlowClock(NOW)
    store, desk = open_desk(ground.kluis, sleutels)
    for number in range(chance.randint(2, 4)):
        casus_id = add_casus(desk, nummer=f"VT-PROEF-{number:04}")
        add_persoon(desk, casus_id, voornaam=f"Proef {chance.randrange(1000)}")
        plan(desk, casus_id, titel=f"Gesprek {chance.randrange(1000)}")
        for size in (chance.randint(1, 90_000), chance.randint(110_000, 700_000)):
            desk.bijlagen.add_bytes(casus_id, chance.randbytes(size), BijlageGegevens("stuk.bin"))
    store.close()
    copies = ground.copies(clock)
    copies.choose(ground.stick)
    copies.make()
    return ground


def lost(ground: Ground, chance: random.Random) -> list[str]:
    """Lose the kluis in one of many ways, put the copy of the stick back, and compare."""
    before = everything(ground.kluis, ground.sleutels)
    _destroy(ground.kluis, chance)
    try:
        kopie = ground.listed()[0]
        ground.kluis.mkdir(exist_ok=True)
        open_with = terugzetten.with_wachtzin(WACHTZIN, NoKeychain())
        terugzetten.restore(kopie, ground.kluis, open_with, NOW, _silent)
        kopieterug.finish(ground.kluis)
        after = everything(ground.kluis, ground.sleutels)
    except (OutsideError, OSError) as error:
        return [f"did not come back: {error}"]
    return [f"differs: {name}" for name in sorted(before) if before[name] != after.get(name)]


def bad_stick(ground: Ground, chance: random.Random) -> list[str]:
    """Let the stick change one byte of each file that is written: the copy may not count."""
    copy_into = reservekopie_maken.copy_into

    def damaging(source: Path, key: bytes, target: Path, stop: Any = None) -> None:
        copy_into(source, key, target, stop)
        _flip(target, chance)

    with patch.object(reservekopie_maken, "copy_into", damaging):
        outcome = ground.copies(SlowClock(NOW + timedelta(hours=2))).make(Plek.STICK)[0]
    counts = ["a damaged copy was told to be good"] if outcome.is_gelukt else []
    return [*counts, *sound(ground)]


def changed_byte(ground: Ground, chance: random.Random) -> list[str]:
    """Change one byte of a copy: it is not put back, and the present kluis stays."""
    kopie = ground.listed()[0]
    pool = kopie.pad.parent / "kluis.bijlagen"
    path = chance.choice([*kopie.pad.iterdir(), *pool.iterdir()])
    _flip(path, chance)
    before = prints(ground.kluis)
    try:
        again = terugzetten.find(ground.stick)[0]
        terugzetten.restore(again, ground.kluis, lambda _: ground.sleutels, NOW, _silent)
    except (OutsideError, UserError):
        refused = []
    else:
        refused = [f"a copy with a changed byte in {path.name} was put back"]
    return refused + (["the present kluis changed"] if prints(ground.kluis) != before else [])


def sound(ground: Ground) -> list[str]:
    """See that there is a copy, and that all that looks like one is whole."""
    found = ground.listed()
    if not found:
        return ["no copy is left"]
    wrong = []
    for kopie in found:
        with _checking():
            try:
                reservekopie_maken.look_through(kopie, ground.sleutels, _silent)
            except (OutsideError, OSError) as error:
                wrong.append(f"what looks like a copy is none: {error}")
    return wrong


def everything(folder: Path, sleutels: Sleutels) -> Rows:
    """Give every row and every bijlage of a kluis by name."""
    store = Store(folder / sleutels.file, sleutels.database)  # which writes no line of its own
    desk = Desk.over(store, SlowClock(NOW))
    found = {
        f"bijlage {row.id}": b"".join(desk.bijlagen.parts(row.id))
        for casus in desk.casussen.all()
        for row in desk.bijlagen.of_casus(casus.id)
    }
    store.close()
    raw = connect(folder / sleutels.file, sleutels.database)
    tables = [name for [name] in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    for table in tables:
        rows = sorted(map(repr, raw.execute(f'SELECT * FROM "{table}"')))
        found |= {f"{table} {number}": row.encode() for number, row in enumerate(rows)}
    raw.close()
    return found


def prints(folder: Path) -> dict[str, str]:
    """Give the fingerprint of every file of the present kluis, its copies aside."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in files
        if not path.relative_to(folder).parts[0].startswith((OWN, "kluis.terug", "kluis.reserve"))
    }


@contextmanager
def unchecked() -> Iterator[None]:
    """Be a program that checks no copy, and gives it its name at once."""
    with (
        patch.multiple(kopieplaats.Kopieplaats, begin=_begin_whole, finish=lambda _, part: part),
        patch.multiple(reservekopie_maken, look_over=_trusting, opens=lambda *_: True),
        patch.multiple(
            terugleggen, look_over=_trusting, opens=lambda *_: True, _check_against=lambda *_: None
        ),
    ):
        yield


def _begin_whole(plaats: kopieplaats.Kopieplaats, moment: Any) -> Path:
    part = plaats.base / f"{moment:%Y%m%dT%H%M%SZ}-{random.randrange(1 << 32):08x}"
    part.mkdir()
    return part


def _trusting(path: Path, key: bytes, _stop: Any = None) -> store_kopie.Nagekeken:
    with patch.object(store_kopie, "_CHECKS", ()):
        return _LOOK_OVER(path, key)


_LOOK_OVER = store_kopie.look_over


@contextmanager
def _checking() -> Iterator[None]:
    """Look for ourselves, also in the twin."""
    with patch.multiple(reservekopie_maken, look_over=_LOOK_OVER, opens=_OPENS):
        yield


_OPENS = reservekopie_maken.opens


def _make(ground: Ground) -> None:
    """Make one more copy on the stick."""
    ground.copies(SlowClock(NOW + timedelta(hours=3))).make(Plek.STICK)


def _restore(ground: Ground) -> None:
    """Put the copy of the stick in the place of the kluis."""
    kopie = ground.listed()[0]
    terugzetten.restore(kopie, ground.kluis, lambda _: ground.sleutels, NOW, _silent)
    kopieterug.finish(ground.kluis)


def _kill_at_each(begin: Ground, deed: Deed, tally: Tally, step: int) -> None:
    """Kill a child at each of its file operations; the last round reaches the end."""
    name = {"_make": "making", "_restore": "putting back"}[deed.__name__]
    if not hasattr(os, "fork"):
        say(f"skipped: a kill at each operation of {name}; this system cannot fork")
        return
    start = begin.again(f"{deed.__name__}-begin")
    copied = everything(start.kluis, start.sleutels)
    _write_more(start)
    if deed is _make:
        _grow_old(start)
    present = everything(start.kluis, start.sleutels)
    for number in range(1, FAR, step):
        ground = start.again(f"{deed.__name__}-{number}")
        is_killed = _killed(deed, ground, number)
        tally.count(f"{name}, operation {number}", _after(ground, present, copied))
        shutil.rmtree(ground.place)
        if not is_killed:
            say(f"{name}: killed at {number // step} moments")
            return
    tally.count(name, ["it never came to its end"])


def _after(ground: Ground, present: Rows, copied: Rows) -> list[str]:
    """Look at what a kill left: copies that are whole, and a kluis that is the old or the new."""
    wrong = sound(ground)
    try:
        kopieterug.finish(ground.kluis)
        rows = everything(ground.kluis, ground.sleutels)
        aside = [everything(one.pad, ground.sleutels) for one in kopieterug.aside(ground.kluis)]
    except (OutsideError, OSError, sqlcipher.Error) as error:
        return [*wrong, f"the kluis does not open: {error!r}"]
    if rows != (copied if aside else present):
        wrong.append("the kluis is neither the old one nor the new one")
    if aside not in ([], [present]):
        wrong.append("what was set aside is not what there was")
    return wrong


def _killed(deed: Deed, ground: Ground, number: int) -> bool:
    """Run a deed in a child that ends at this operation; tell whether it came that far."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _end_at(number)
        with suppress(BaseException):
            deed(ground)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == KILLED


def _end_at(number: int) -> None:
    """Let this process end at its so manieth operation on files, without a word."""
    seen, sync = count(1), os.fsync

    def look(event: str, args: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(args[2], int) and args[2] & WRITING
        if (writes or event in OPERATIONS) and next(seen) == number:
            os._exit(KILLED)

    def counted(descriptor: int) -> None:
        sync(descriptor)
        if next(seen) == number:
            os._exit(KILLED)

    os.fsync = counted
    sys.addaudithook(look)


def _write_more(ground: Ground) -> None:
    """Let the kluis differ from its copy."""
    store, desk = open_desk(ground.kluis, ground.sleutels)
    casus_id = add_casus(desk, nummer="VT-PROEF-9999")
    desk.bijlagen.add_bytes(casus_id, bytes(150_000), BijlageGegevens("later.bin"))
    store.close()


def _grow_old(ground: Ground) -> None:
    """Let there be more copies than the rotation keeps."""
    newest = ground.listed()[0]
    blad = newest.blad.open(ground.sleutels.kopie)
    for hours in range(1, OLD):
        older = replace(blad, gemaakt=NOW - timedelta(hours=hours))
        stamp = f"{older.gemaakt.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        pad = newest.pad.with_name(f"{stamp}-{hours:08x}")
        shutil.copytree(newest.pad, pad, copy_function=os.link)
        (pad / kopieplaats.BLAD).unlink()
        (pad / kopieplaats.BLAD).write_bytes(kopieblad.dump(older, ground.sleutels.kopie))


def _destroy(folder: Path, chance: random.Random) -> None:
    """Lose the kluis: all of it, one file, or what is in a file."""
    files = [path for path in folder.iterdir() if path.is_file() and path.name.startswith("kluis.")]
    match chance.randrange(4):
        case 0:
            shutil.rmtree(folder)
        case 1:
            chance.choice(files).unlink()
        case 2:
            os.truncate(folder / "kluis.db", chance.choice((0, 4096, 5000)))
        case _:
            (folder / "kluis.db").write_bytes(chance.randbytes(8192))


def _flip(path: Path, chance: random.Random) -> None:
    """Change one byte, in a file of its own: others may share this one by a link."""
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.unlink()
    path.write_bytes(data)


def _silent(_words: str) -> None:
    """Hear how far it is, and tell nobody."""


if __name__ == "__main__":
    sys.exit(main())
