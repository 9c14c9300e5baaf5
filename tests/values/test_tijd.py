"""Days and hours as they are lived in Amsterdam."""

from datetime import date

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
