"""Expanding a rule: on the wall clock, lazily, and never without an end."""

from datetime import datetime, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from vtdesk.adapters.herhalen import keren
from vtdesk.values.herhaling import Herhaling, Ritme

FAR = datetime(2036, 1, 1)
starts = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(starts, st.integers(1, 8), st.sets(st.integers(0, 6)))
def test_a_weekly_rule_keeps_its_figures_and_its_days(
    begint: datetime, om_de: int, dagen: set[int]
) -> None:
    days = tuple(sorted(dagen))
    found = list(islice(keren(Herhaling(Ritme.WEEK, om_de, days), begint, FAR), 60))

    monday = begint.date() - timedelta(days=begint.weekday())
    assert {moment.time() for moment in found} == {begint.time()}
    assert {moment.weekday() for moment in found} <= (dagen or {begint.weekday()})
    assert all((moment.date() - monday).days // 7 % om_de == 0 for moment in found)
    assert found == sorted(set(found))


@given(starts, st.integers(1, 40))
def test_a_count_is_a_count_of_the_whole_series(begint: datetime, keer: int) -> None:
    assert len(list(keren(Herhaling(Ritme.DAG, keer=keer), begint, FAR))) == keer


def test_an_endless_rule_ends_where_is_looked() -> None:
    begint = datetime(2026, 5, 12, 9)
    found = list(keren(Herhaling(Ritme.DAG), begint, begint + timedelta(days=3)))

    assert [moment.day for moment in found] == [12, 13, 14]


def test_a_last_day_counts_whole() -> None:
    regel = Herhaling.of("FREQ=DAILY;UNTIL=20260514")

    assert len(list(keren(regel, datetime(2026, 5, 12, 21), FAR))) == 3


def test_a_month_without_that_day_is_skipped() -> None:
    regel = Herhaling.of("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3")
    found = keren(regel, datetime(2026, 1, 31, 9), FAR)

    assert [moment.month for moment in found] == [1, 3, 5]


def test_a_rule_that_meets_no_day_ends_by_itself() -> None:
    regel = Herhaling.of("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30;COUNT=5")

    assert list(keren(regel, datetime(2026, 2, 1, 9), FAR)) == []
