"""How a drill begins on the command line: its options, a place of its own, and its closing line."""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.drills.tally import Tally, say


class Run(Protocol):
    """The rounds of a drill."""

    def __call__(self, place: Path, tally: Tally, *, n: int, seed: int, sabotage: bool) -> None:
        """Play them in a folder, and count each."""


def nothing_missing() -> str:
    """Ask nothing of the machine."""
    return ""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is the full size, of what, and with which chance."""

    of: str
    n: int = 0  # 0: all there are
    seed: int = 1
    seed_means: str | None = None

    def told(self, n: int) -> str:
        """Say how many that are."""
        return f"{n or 'all'} {self.of}"


def play(
    run: Run,
    about: str | None,
    size: Size,
    argv: Sequence[str] | None,
    *,
    missing: Callable[[], str] = nothing_missing,
    skipped: str = "",
) -> int:
    """Play a drill; what this machine lacks for it, or it never tries, is said as skipped."""
    parser = argparse.ArgumentParser(description=about)
    most = size.of if size.n else f"at most so many {size.of}; 0 is all"
    parser.add_argument("--n", type=int, default=size.n, help=most)
    parser.add_argument("--seed", type=int, default=size.seed, help=size.seed_means)
    parser.add_argument("--sabotage", action="store_true")
    args = parser.parse_args(argv)
    tally = Tally()
    if why := missing():
        say(f"skipped: {size.told(args.n)}, because {why}")
        return tally.close()
    with tempfile.TemporaryDirectory(prefix="vtdesk-drill-") as place:
        run(Path(place), tally, n=args.n, seed=args.seed, sabotage=args.sabotage)
    if skipped:
        say(f"skipped: {skipped}")
    return tally.close()
