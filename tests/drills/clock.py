"""A clock that jumps changes no order and no appointment, and the logboek says that it jumped.

A day back, to 1970, on to 2038 and 2100, over both nights on which the hour changes, and the laptop
to another zone.

    python -m tests.drills.clock
    python -m tests.drills.clock --sabotage    the twin that orders by the clock: must fail
"""

import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from tests.builders import NOW, SlowClock, add_casus, plan
from tests.drills.started import Size, play
from tests.drills.states import KEY
from tests.drills.tally import Tally
from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Logregel
from vtdesk.services.desk import Desk
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store
from vtdesk.values.tijd import at, wall

MOMENTS = {
    "a day back": NOW - timedelta(days=1),
    "1970": datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
    "the last second of 32 bits": datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC),
    "after it": datetime(2038, 1, 19, 3, 14, 9, tzinfo=UTC),
    "2100": datetime(2100, 3, 1, 12, 0, tzinfo=UTC),
    "before the hour that is skipped": datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC),
    "after the hour that is skipped": datetime(2026, 3, 29, 1, 0, 1, tzinfo=UTC),
    "the first half past two": datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    "the second half past two": datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    "the next spring": datetime(2027, 3, 28, 2, 0, tzinfo=UTC),
}
ZONES = ("Europe/Amsterdam", "America/New_York", "Pacific/Auckland", "UTC")
DAYS = (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25), date(2026, 10, 26))
HOUR, MINUTE = 9, 30


def main(argv: Sequence[str] | None = None) -> int:
    """Let the clock jump."""
    return play(
        run,
        __doc__,
        Size("jumps", 200),
        argv,
        skipped="the clock of the machine itself; vtdesk asks it in one place, which is handed in",
    )


def run(place: Path, tally: Tally, *, n: int, seed: int = 1, sabotage: bool = False) -> None:
    """Write something after each jump, and look after each that all stands as it was written."""
    chance = random.Random(seed)
    create_database(place / "kluis.db", KEY)
    clock = SlowClock(NOW)
    written: list[str] = []
    planned = {}
    with _desk(place, clock) as (_, desk):
        casus = add_casus(desk)
        for day in DAYS:
            begin = at(day, HOUR, MINUTE)
            planned[day] = plan(desk, casus, begin=begin, einde=begin + timedelta(minutes=50))
    for number in range(n):
        name, moment = chance.choice([*MOMENTS.items()])
        zone = chance.choice(ZONES)
        back = moment < clock.now
        clock.now = moment
        with _zone(zone), _desk(place, clock) as (store, desk):
            findings = []
            try:
                add_casus(desk, nummer=f"VT-{number}", naam=f"sprong {number}")
                written.append(f"sprong {number}")
            except (OutsideError, UserError) as error:
                findings.append(f"refused: {error}")
            findings += _order(store, desk, written, back=back, by_clock=sabotage)
            findings += [
                f"the appointment of {day} went to {wall(desk.agenda.detail(one).begin):%H:%M}"
                for day, one in planned.items()
                if wall(desk.agenda.detail(one).begin) != datetime(*_day(day), HOUR, MINUTE)
            ]
        tally.count(f"{number}: {name} in {zone}", findings)


def _order(
    store: Store, desk: Desk, written: list[str], *, back: bool, by_clock: bool
) -> list[str]:
    """Hold the logboek against what was done, in the order in which it was done."""
    order = Logregel.tijd if by_clock else Logregel.seq
    with store.read() as session:
        lines = session.scalars(select(Logregel).order_by(order)).all()
    names = {one.id: one.gegevens.naam for one in desk.casussen.all()}
    told = [names[line.ding] for line in lines if line.actie == "C" and line.ding in names]
    findings = [] if [one for one in told if one in written] == written else ["out of order"]
    findings += desk.logboek.proef().bevindingen
    first = min(line.seq for line in lines if names.get(line.ding) == written[-1])
    if next(line for line in lines if line.seq == first).klok_ok == back:
        findings.append("the jump back is not noted" if back else "a jump is noted that was none")
    return findings


@contextmanager
def _desk(place: Path, clock: SlowClock) -> Iterator[tuple[Store, Desk]]:
    store = Store(place / "kluis.db", KEY, clock=clock)
    try:
        yield store, Desk.over(store, clock)
    finally:
        store.close()


@contextmanager
def _zone(name: str) -> Iterator[None]:
    """Take the laptop to another zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()


def _day(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


if __name__ == "__main__":
    sys.exit(main())
