"""SIGKILL while a capture panel is typed into: what may be missing is two seconds of typing.

python -m tests.drills.capture --n 5 --seed 1
python -m tests.drills.capture --n 5 --sabotage     the twin that stores too late: must fail
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.drills import scratch as scratches
from tests.drills.kill import EARLIEST, FORK, Killed, Round
from tests.drills.tally import Tally, say
from tests.drills.typist import PANELS, STREAM, catch_away
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.security import instance, kluis
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import open_desk


def main(argv: Sequence[str] | None = None) -> int:
    """Run the rounds, one panel after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=len(PANELS))
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--latest", type=float, default=6.0, help="seconds after the first key")
    parser.add_argument("--demo", type=Path, help="one that was made; else one is made now")
    parser.add_argument("--sabotage", action="store_true")
    args = parser.parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    chance, tally = random.Random(args.seed), Tally()
    say(f"{args.n} kills, seed {args.seed}")
    with scratches.scratch(args.demo) as scratch:
        os.environ["XDG_CONFIG_HOME"] = str(scratch.place / "config")
        names = [list(PANELS)[number % len(PANELS)] for number in range(args.n)]
        waiting = [
            _begin(
                scratch.demo(f"{number}"), name, chance.uniform(EARLIEST, args.latest),
                sabotage=args.sabotage,
            )
            for number, name in enumerate(names)
        ]  # fmt: skip
        while waiting:
            due = next((one for one in waiting if one.is_due()), None)
            if due is None:
                time.sleep(0.01)
                continue
            waiting.remove(due)
            killed = due.kill()
            tally.count(due.name, examine(due.place, due.name, killed))
    return tally.close()


def examine(place: Path, panel: str, killed: Killed) -> list[str]:
    """Open the kluis of a killed program, and compare what waits for the panel with the typing."""
    if not killed.keys:
        return ["nothing could be typed"]
    try:
        held = _half_typed(place, panel)
    except Exception as error:
        return [f"the kluis does not open: {error!r}"]
    kept = max((len(os.path.commonprefix([words, STREAM])) for words in held), default=0)  # noqa: RUF071 - sign by sign is meant
    wanted = killed.must_be_there()
    if kept < wanted:
        return [f"{wanted - kept} keys are missing, the oldest {killed.age_of(kept):.2f} s old"]
    return []


def _half_typed(place: Path, panel: str) -> list[str]:
    lock = instance.take(place)
    try:
        store, desk = open_desk(place, kluis.unlock(place, WACHTZIN, NoKeychain()))
        waiting, concept = desk.kladjes.waiting(panel), desk.notities.concept()
        store.close()
    finally:
        lock.release()
    if panel == "parkeernotitie":
        return [concept.gegevens.gezien] if concept else []
    fields = waiting[1]["velden"] if waiting else []
    return [value for _, _, value in fields if isinstance(value, str)]


def _begin(place: Path, panel: str, after: float, *, sabotage: bool) -> Round:
    pipe, child_end = FORK.Pipe(duplex=False)
    process = FORK.Process(
        target=catch_away,
        args=(place, child_end),
        kwargs={"panel": panel, "sabotage": sabotage},
        daemon=True,
    )
    process.start()
    child_end.close()
    return Round(panel, place, process, pipe, after)


if __name__ == "__main__":
    sys.exit(main())
