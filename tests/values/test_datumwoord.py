"""Days as one writes them, said back in words."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vtdesk.values.datumwoord import Datumwoord, Richting, lees

DINSDAG = date(2026, 5, 12)
DAYS = st.dates(date(1960, 1, 1), date(2120, 12, 31))
TIMES = st.none() | st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("vandaag", (2026, 5, 12)), ("morgen", (2026, 5, 13)), ("gisteren", (2026, 5, 11)),
        ("overmorgen", (2026, 5, 14)), ("vr", (2026, 5, 15)), ("Vrijdag.", (2026, 5, 15)),
        ("di", (2026, 5, 12)), ("komende di", (2026, 5, 19)), ("vorige di", (2026, 5, 5)),
        ("afgelopen vr", (2026, 5, 8)), ("volgende week di", (2026, 5, 19)),
        ("volgende vr", (2026, 5, 22)), ("deze week ma", (2026, 5, 11)),
        ("vorige week zo", (2026, 5, 10)), ("+3w", (2026, 6, 2)), ("over 3 weken", (2026, 6, 2)),
        ("over een week", (2026, 5, 19)), ("over twee weken vr", (2026, 5, 29)),
        ("+10d", (2026, 5, 22)), ("over 2 maanden", (2026, 7, 12)), ("-1w", (2026, 5, 5)),
        ("2 weken geleden", (2026, 4, 28)), ("over een jaar", (2027, 5, 12)),
        ("26-6", (2026, 6, 26)), ("26/6/27", (2027, 6, 26)), ("26.6.2026", (2026, 6, 26)),
        ("2026-06-26", (2026, 6, 26)), ("26 juni", (2026, 6, 26)), ("1 mrt", (2026, 3, 1)),
        ("vr 26 juni", (2026, 6, 26)), ("de 26e", (2026, 5, 26)), ("29-2", (2028, 2, 29)),
    ],
)  # fmt: skip
def test_a_day_is_understood_as_one_writes_it(typed: str, day: tuple[int, int, int]) -> None:
    assert lees(typed, DINSDAG) == Datumwoord(date(*day))


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("morgen 14u", time(14)), ("morgen om 14 uur", time(14)), ("morgen 14:30", time(14, 30)),
        ("morgen 9.15", time(9, 15)), ("morgen half 3", time(14, 30)),
        ("morgen kwart over negen", time(9, 15)), ("morgen kwart voor 8", time(19, 45)),
        ("13-5 9u30", time(9, 30)), ("wo 13 mei, 16 uur", time(16)),
    ],
)  # fmt: skip
def test_a_time_behind_the_day_is_understood(typed: str, clock: time) -> None:
    assert lees(typed, DINSDAG) == Datumwoord(date(2026, 5, 13), clock)


@pytest.mark.parametrize(
    "typed",
    ["", "elke avond", "31-2", "morgen 25u", "do 26 juni", "14u", "volgende week", "zo snel kan",
     "vr ochtend", "voor de vakantie", "26-6 en 27-6", "x" * 500, "m", "ju"],
)  # fmt: skip
def test_anything_else_stays_as_it_was_typed(typed: str) -> None:
    assert lees(typed, DINSDAG) is None


@pytest.mark.parametrize(
    ("typed", "richting", "day"),
    [
        ("1-5", Richting.TOEKOMST, (2027, 5, 1)), ("1-5", Richting.VERLEDEN, (2026, 5, 1)),
        ("1-5", Richting.DICHTBIJ, (2026, 5, 1)), ("24-12", Richting.VERLEDEN, (2025, 12, 24)),
        ("vr", Richting.TOEKOMST, (2026, 5, 15)), ("vr", Richting.VERLEDEN, (2026, 5, 8)),
        ("di", Richting.VERLEDEN, (2026, 5, 12)), ("de 5e", Richting.TOEKOMST, (2026, 6, 5)),
    ],
)  # fmt: skip
def test_an_agreement_lies_ahead_and_what_happened_behind(
    typed: str, richting: Richting, day: tuple[int, int, int]
) -> None:
    assert lees(typed, DINSDAG, richting) == Datumwoord(date(*day))


def test_it_is_said_back_in_full_and_in_few_words() -> None:
    found = lees("vr 14u", DINSDAG)
    assert found is not None
    assert found.zin == "vrijdag 15 mei 2026 om 14:00"
    assert found.kort(DINSDAG) == "vr 15 mei 14:00"
    assert Datumwoord(date(2027, 1, 4)).kort(DINSDAG) == "4 januari 2027"


@given(day=DAYS, clock=TIMES, today=DAYS, richting=st.sampled_from(Richting))
@settings(max_examples=150, deadline=None)
def test_what_is_said_back_is_understood_as_the_same(
    day: date, clock: time | None, today: date, richting: Richting
) -> None:
    found = Datumwoord(day, clock)
    assert lees(found.zin, today, richting) == found
    assert lees(f"{day.day}-{day.month}-{day.year}", today, richting) == Datumwoord(day)


@given(today=DAYS, days=st.integers(0, 180), richting=st.sampled_from(Richting))
@settings(max_examples=150, deadline=None)
def test_few_words_near_today_are_understood_as_the_same(
    today: date, days: int, richting: Richting
) -> None:
    sign = -1 if richting is Richting.VERLEDEN else 1
    found = Datumwoord(today + timedelta(days=sign * days))
    assert lees(found.kort(today), today, richting) == found
    assert lees(f"{found.dag.day}-{found.dag.month}", today, richting) == found


@given(typed=st.text(max_size=80), today=DAYS)
@settings(max_examples=200, deadline=None)
def test_no_words_at_all_break_it(typed: str, today: date) -> None:
    found = lees(typed, today)
    assert found is None or found.dag.year < 1000 or lees(found.zin, today) == found
