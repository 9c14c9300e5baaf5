"""Days and hours as they are lived in Amsterdam."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vtdesk.values import tijd

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def test_a_day_lasts_23_or_25_hours_when_the_clock_changes() -> None:
    def hours(day: date) -> int:
        return tijd.minutes_between(tijd.start_of(day), tijd.end_of(day)) // 60

    assert (hours(SPRING), hours(AUTUMN), hours(date(2026, 5, 12))) == (23, 25, 24)


def test_dates_are_said_as_one_says_them() -> None:
    today = date(2026, 5, 12)

    assert tijd.dichtbij(date(2026, 5, 11), today) == "gisteren"
    assert tijd.dichtbij(today, today) == "vandaag"
    assert tijd.dichtbij(date(2026, 5, 13), today) == "morgen"
    assert tijd.dichtbij(date(2026, 5, 15), today) == "vr 15 mei"
    assert tijd.dichtbij(date(2027, 2, 12), today) == "12 februari 2027"
    assert tijd.volle_dag(today) == "dinsdag 12 mei 2026"


def test_an_age_counts_full_years() -> None:
    assert tijd.leeftijd(date(2016, 5, 13), date(2026, 5, 12)) == 9
    assert tijd.leeftijd(date(2016, 5, 12), date(2026, 5, 12)) == 10


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_days_follow_each_other_without_a_gap(day: date) -> None:
    assert tijd.start_of(day) < tijd.end_of(day)
    assert tijd.end_of(day).date() > day


def test_figures_that_the_clock_skips_or_repeats_are_told() -> None:
    skipped, twice = datetime(2026, 3, 29, 2, 30), datetime(2026, 10, 25, 2, 30)

    assert tijd.clock_change(skipped) == (
        "Op 29 maart bestaat 02:30 niet: de klok gaat dan een uur vooruit."
    )
    assert tijd.clock_change(twice) == "Op 25 oktober is het twee keer 02:30. De eerste telt."
    assert tijd.clock_change(datetime(2026, 10, 25, 9, 30)) == ""
    assert tijd.wall(tijd.on_wall(skipped)) == datetime(2026, 3, 29, 3, 30)
    assert tijd.wall(tijd.on_wall(twice)) == twice
    assert tijd.on_wall(twice).utcoffset() == timedelta(hours=2)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.integers(0, 3000))
def test_time_that_passes_is_counted_in_real_minutes(figures: datetime, minutes: int) -> None:
    begin = tijd.on_wall(figures)

    assert tijd.minutes_between(begin, tijd.later(begin, timedelta(minutes=minutes))) == minutes
