"""Which copies stay: hours, days, weeks and months thin out; what was destroyed leaves in time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW
from vtdesk.values.kopieplan import WEG_BINNEN, blijft, moet_weg, uiterlijk_weg
from vtdesk.values.kopiewoorden import die_van, wanneer

MOMENTS = st.lists(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), min_size=1
)


def hourly(count: int) -> list[datetime]:
    return [NOW - timedelta(hours=hours) for hours in range(count)]


def test_of_a_year_of_hours_there_stay_24_hours_14_days_8_weeks_and_12_months() -> None:
    kept = sorted(blijft(hourly(24 * 366)), reverse=True)

    assert kept[:24] == hourly(24)
    assert len(kept) < 24 + 14 + 8 + 12
    assert NOW - kept[-1] > timedelta(days=300)
    by_day = {moment.astimezone(UTC).date() for moment in kept if NOW - moment < timedelta(days=13)}
    assert len(by_day) >= 13


def test_within_an_hour_only_the_newest_stays() -> None:
    quarters = [NOW - timedelta(minutes=15 * number) for number in range(2)]

    assert blijft(quarters) == {NOW}


@given(MOMENTS)
def test_the_newest_always_stays_and_nothing_is_invented(moments: list[datetime]) -> None:
    in_order = sorted(moments, reverse=True)
    kept = blijft(in_order)

    assert in_order[0] in kept
    assert kept <= set(moments)
    assert blijft(sorted(kept, reverse=True)) == kept
    assert len(kept) <= 24 + 14 + 8 + 12


def test_a_copy_of_before_a_destruction_goes_before_its_90_days_are_over() -> None:
    made, gone = NOW, NOW + timedelta(days=1)

    assert not moet_weg(made, [gone], gone + timedelta(days=30))
    assert moet_weg(made, [gone], gone + WEG_BINNEN - timedelta(days=14))
    assert moet_weg(made, [gone], uiterlijk_weg(gone))


def test_a_copy_of_after_a_destruction_stays() -> None:
    assert not moet_weg(NOW, [NOW - timedelta(days=1)], NOW + timedelta(days=365))
    assert not moet_weg(NOW, [], NOW + timedelta(days=365))


def test_a_moment_is_said_as_one_says_it() -> None:
    assert wanneer(NOW - timedelta(minutes=5), NOW) == "vandaag 17:17"
    assert wanneer(NOW - timedelta(days=4), NOW) == "vr 8 mei 17:22"
    assert die_van(NOW - timedelta(days=1), NOW) == "; die van gisteren is nog goed."
    assert die_van(NOW - timedelta(hours=1), NOW) == "; die van vandaag 16:22 is nog goed."
    assert die_van(None, NOW) == "."
