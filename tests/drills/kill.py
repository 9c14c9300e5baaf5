"""SIGKILL at a random moment while the real window is typed into: what may be missing is two
seconds of typing, and every kluis opens.

    python -m tests.drills.kill --n 1000 --seed 1
    python -m tests.drills.kill --n 200 --characters 20000 --per-second 20 --latest 10
    python -m tests.drills.kill --n 6 --sabotage     the twin that stores too late: must fail
    python -m tests.drills.kill --n 10 --window      under Xvfb, typed into from outside
"""

import argparse
import multiprocessing
import os
import random
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.bench.figures import percentile
from tests.drills import scratch as scratches
from tests.drills import window
from tests.drills.tally import Tally, say
from tests.drills.typist import KEY, PER_SECOND, STREAM, type_away

MAY_BE_LOST = 2.0  # seconds of typing
EARLIEST = 2.0  # seconds after the first key
AT_ONCE = 6
GIVE_UP = 90.0  # seconds without a first key
FORK = multiprocessing.get_context("fork")  # the imports are done once; nothing of Qt runs here


@dataclass(frozen=True, slots=True)
class Killed:
    """What is known of a program that was killed: when, and when each key went down."""

    at: float
    keys: list[float]

    def must_be_there(self) -> int:
        """Count the keys that are too old to be missing."""
        return sum(when <= self.at - MAY_BE_LOST for when in self.keys)

    def age_of(self, count: int) -> float:
        """Give how old the oldest key is that is missing when so many were kept."""
        return self.at - self.keys[count] if count < len(self.keys) else 0.0


@dataclass(slots=True)
class Round:
    """One program that is being typed into, until its moment comes."""

    name: str
    place: Path
    process: BaseProcess
    pipe: Connection
    after: float  # seconds from the first key to the kill
    born: float = field(default_factory=time.monotonic)
    keys: list[float] = field(default_factory=list)

    def is_due(self) -> bool:
        """Read along, and tell whether the moment has come."""
        self._read()
        since, patience = (self.keys[0], self.after) if self.keys else (self.born, GIVE_UP)
        return time.monotonic() >= since + patience or not self.process.is_alive()

    def kill(self) -> Killed:
        """Kill, and give what was typed."""
        at = time.monotonic()
        self.process.kill()
        self.process.join()
        self._read()
        self.pipe.close()
        return Killed(at, self.keys)

    def _read(self) -> None:
        try:
            while self.pipe.poll():
                self.keys.append(KEY.unpack(self.pipe.recv_bytes())[0])
        except EOFError:
            return


@dataclass(slots=True)
class Worst:
    """The worst of all rounds."""

    lost: float = 0.0
    reopened: list[float] = field(default_factory=list)
    typed: int = 0  # characters, in all rounds together

    def line(self) -> str:
        return (
            f"{self.typed} characters typed; oldest key lost: {self.lost:.2f} s before the kill; "
            f"opened again, wachtzin and texts, p50 {percentile(self.reopened, 50):.2f} s, "
            f"p99 {percentile(self.reopened, 99):.2f} s"
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--latest", type=float, default=5.0, help="seconds after the first key")
    parser.add_argument("--characters", type=int, default=0, help="go on until so many are typed")
    parser.add_argument("--per-second", type=int, default=PER_SECOND, help="keys")
    parser.add_argument("--demo", type=Path, help="one that was made; else one is made now")
    parser.add_argument("--sabotage", action="store_true")
    parser.add_argument("--window", action="store_true")
    args = parser.parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    say(f"{args.n} kills, seed {args.seed}, {args.per_second} keys a second")
    chance, tally, worst = random.Random(args.seed), Tally(), Worst()
    with scratches.scratch(args.demo) as scratch:
        os.environ["XDG_CONFIG_HOME"] = str(scratch.place / "config")
        if args.window:
            for name, place, killed in window.rounds(scratch, chance, args.per_second):
                tally.count(name, examine(place, Killed(*killed), worst))
                if not _goes_on(args, tally, worst):
                    break
        else:
            _rounds(scratch, args, chance, tally, worst)
    if worst.reopened:
        say(worst.line())
    return tally.close()


def _goes_on(args: argparse.Namespace, tally: Tally, worst: Worst) -> bool:
    """Tell whether there are rounds left, or characters as long as nothing failed."""
    short = worst.typed < args.characters and not tally.failed
    return tally.passed + tally.failed < args.n or short


def examine(place: Path, killed: Killed, worst: Worst) -> list[str]:
    """Open the kluis of a killed program, and compare it with what was typed."""
    if not killed.keys:
        return ["nothing could be typed"]
    worst.typed += len(killed.keys)
    try:
        texts = scratches.texts_in(place, STREAM[:8], opened=worst.reopened.append)
        lines = scratches.lines_in(texts)
    except Exception as error:
        return [f"the kluis does not open: {error!r}"]
    typed = max(lines, key=_kept)
    kept, wanted = _kept(typed), killed.must_be_there()
    worst.lost = max(worst.lost, killed.age_of(kept))
    if kept < wanted:
        return [f"{wanted - kept} keys are missing, the oldest {killed.age_of(kept):.2f} s old"]
    if kept < len(typed):
        return ["what is stored is not what was typed"]
    return []


def _kept(line: str) -> int:
    """Count how much of the stream a line holds."""
    return len(os.path.commonprefix([line, STREAM]))  # noqa: RUF071 - sign by sign is meant


def _rounds(
    scratch: scratches.Scratch,
    args: argparse.Namespace,
    chance: random.Random,
    tally: Tally,
    worst: Worst,
) -> None:
    numbers, running = count(), list[Round]()
    while _goes_on(args, tally, worst):
        begun = tally.passed + tally.failed + len(running)
        while len(running) < AT_ONCE and (
            begun < args.n or (worst.typed < args.characters and not tally.failed)
        ):
            number, begun = next(numbers), begun + 1
            after = chance.uniform(EARLIEST, args.latest)
            kind = {
                "statement": chance.random() < 0.5,
                "sabotage": args.sabotage,
                "per_second": args.per_second,
            }
            running.append(_begin(scratch, number, after, kind))
        due = next((one for one in running if one.is_due()), None)
        if due is None:
            time.sleep(0.01)
            continue
        running.remove(due)
        killed = due.kill()
        tally.count(due.name, examine(due.place, killed, worst))
        shutil.rmtree(due.place)
    for left in running:
        left.kill()


def _begin(scratch: scratches.Scratch, number: int, after: float, kind: dict[str, int]) -> Round:
    place = scratch.demo(str(number))
    pipe, child_end = FORK.Pipe(duplex=False)
    process = FORK.Process(target=type_away, args=(place, child_end), kwargs=kind, daemon=True)
    process.start()
    child_end.close()
    return Round(f"round {number}", place, process, pipe, after)


if __name__ == "__main__":
    sys.exit(main())
