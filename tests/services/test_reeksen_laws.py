"""Laws of series that hold for every rule, every day and every change."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import SlowClock
from tests.conftest import KEY, copy_of
from vtdesk.services.agenda import AfspraakGegevens, AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.reeksen import Bereik
from vtdesk.store.store import Store
from vtdesk.values import tijd
from vtdesk.values.herhaling import Herhaling, Ritme
from vtdesk.values.kinds import AfspraakSoort

FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 1))
DAYTIME = st.times(time(4), time(20)).map(lambda clock: clock.replace(second=0, microsecond=0))
RULES = st.one_of(
    st.builds(lambda n, keer: Herhaling(Ritme.DAG, n, keer=keer), st.integers(5, 60),
              st.integers(2, 12)),
    st.builds(lambda n, dagen, keer: Herhaling(Ritme.WEEK, n, tuple(sorted(dagen)), keer=keer),
              st.integers(1, 5), st.sets(st.integers(0, 6), min_size=1), st.integers(2, 12)),
)  # fmt: skip


@contextmanager
def a_desk(template: Path, now: datetime) -> Iterator[Desk]:
    """Open a fresh kluis: every example begins with an empty agenda."""
    with TemporaryDirectory() as folder:
        store = Store(copy_of(template, Path(folder)), KEY, clock=SlowClock(now))
        yield Desk.over(store, SlowClock(now))
        store.close()


def whole(desk: Desk) -> list[AfspraakRow]:
    return desk.agenda.between(tijd.start_of(date(2025, 1, 1)), tijd.start_of(date(2036, 1, 1)))


def wall(row: AfspraakRow) -> datetime:
    return tijd.wall(row.begin)


def overleg(day: date, clock: time) -> AfspraakGegevens:
    begin = tijd.at(day, clock.hour, clock.minute)
    return AfspraakGegevens(
        "Overleg", AfspraakSoort.OVERLEG, begin, tijd.later(begin, timedelta(minutes=50))
    )


@FEW
@given(day=DAYS, clock=DAYTIME, rule=RULES)
def test_the_figures_on_the_wall_and_the_minutes_stay(
    empty_template: Path, day: date, clock: time, rule: Herhaling
) -> None:
    with a_desk(empty_template, tijd.start_of(day)) as desk:
        desk.reeksen.add(overleg(day, clock), rule)
        desk.reeksen.ensure_until(day + timedelta(days=1000))
        rows = whole(desk)

        assert {wall(row).time() for row in rows} == {clock}
        assert {tijd.minutes_between(row.begin, row.einde) for row in rows} == {50}
        assert len({wall(row).date() for row in rows}) == len(rows)
        assert rule.keer is None or len(rows) <= rule.keer


@FEW
@given(day=DAYS, days=st.integers(1, 4))
def test_a_whole_day_is_a_whole_day_whatever_the_clock_does(
    empty_template: Path, day: date, days: int
) -> None:
    with a_desk(empty_template, tijd.start_of(day)) as desk:
        last = day + timedelta(days=days)
        gegevens = AfspraakGegevens(
            "Cursus", AfspraakSoort.EIGEN_TIJD, tijd.start_of(day), tijd.start_of(last),
            hele_dag=True,
        )  # fmt: skip
        desk.reeksen.add(gegevens, Herhaling(Ritme.DAG, 7, keer=53))

        for row in whole(desk):
            assert wall(row).time() == time.min
            assert tijd.wall(row.einde) - wall(row) == timedelta(days=days)


@FEW
@given(
    day=DAYS,
    rule=RULES,
    clock=DAYTIME,
    new=DAYTIME,
    chosen=st.integers(0, 11),
    bereik=st.sampled_from(Bereik),
)
def test_a_move_reaches_what_it_says_and_comes_back_whole(
    empty_template: Path,
    *,
    day: date,
    rule: Herhaling,
    clock: time,
    new: time,
    chosen: int,
    bereik: Bereik,
) -> None:
    with a_desk(empty_template, tijd.start_of(day)) as desk:
        desk.reeksen.add(overleg(day, clock), rule)
        before = whole(desk)
        row = before[chosen % len(before)]
        first = {Bereik.DEZE: row, Bereik.VOLGENDE: row, Bereik.ALLE: before[0]}[bereik]
        last = row if bereik is Bereik.DEZE else before[-1]

        moved = datetime.combine(wall(row).date(), new)
        herstel = desk.reeksen.move(row.id, tijd.on_wall(moved), bereik)

        after = {found.id: found for found in whole(desk)}
        assert after.keys() == {old.id for old in before}
        for old in before:
            reached = first.begin <= old.begin <= last.begin
            assert wall(after[old.id]).date() == wall(old).date()
            assert wall(after[old.id]).time() == (new if reached else clock)
        desk.reeksen.restore(herstel)
        assert _shown(whole(desk)) == _shown(before)


@FEW
@given(day=DAYS, rule=RULES, chosen=st.integers(0, 11), bereik=st.sampled_from(Bereik))
def test_taking_away_leaves_the_rest_and_can_be_undone(
    empty_template: Path, day: date, rule: Herhaling, chosen: int, bereik: Bereik
) -> None:
    with a_desk(empty_template, tijd.start_of(day)) as desk:
        desk.reeksen.add(overleg(day, time(9)), rule)
        desk.reeksen.ensure_until(day + timedelta(days=1000))  # the last may lie far ahead
        before = whole(desk)
        place = chosen % len(before)
        left = {
            Bereik.DEZE: before[:place] + before[place + 1 :],
            Bereik.VOLGENDE: before[:place],
            Bereik.ALLE: [],
        }[bereik]

        herstel = desk.reeksen.remove(before[place].id, bereik)
        desk.reeksen.ensure_until(day + timedelta(days=1000))
        assert [row.id for row in whole(desk)] == [row.id for row in left]

        if bereik is not Bereik.DEZE:  # filling on is another deed, which undo does not pass over
            desk.reeksen.restore(herstel)
            assert _shown(whole(desk)) == _shown(before)


def _shown(rows: list[AfspraakRow]) -> list[tuple[object, ...]]:
    return [(row.id, row.begin, row.einde, row.titel, row.reeks_id) for row in rows]


def test_an_endless_rule_makes_no_more_than_three_years(desk: Desk) -> None:
    now = tijd.local(desk.clock())
    desk.reeksen.add(overleg(now.date(), time(9)), Herhaling.of("FREQ=DAILY"))
    for _ in range(2):
        desk.reeksen.ensure_until(date(2999, 1, 1))

    assert len(whole(desk)) < 3 * 366 + 120
