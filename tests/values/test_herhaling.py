"""Rules of repetition: read from RFC 5545, written back, and said in words."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.errors import UserError
from vtdesk.values.herhaling import LAATSTE, MEEST_KEER, MEEST_OM_DE, Herhaling, Ritme, rank_of

TUESDAY = datetime(2026, 5, 12, 9, 30)


@pytest.mark.parametrize(
    ("regel", "words"),
    [
        ("FREQ=DAILY", "Elke dag, zonder einde."),
        ("FREQ=DAILY;INTERVAL=2;COUNT=5", "Elke 2 dagen, 5 keer."),
        ("FREQ=WEEKLY", "Elke week op dinsdag, zonder einde."),
        (
            "RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=FR,TU;UNTIL=20260630T215959Z",
            "Elke 3 weken op dinsdag en vrijdag, tot en met 30 juni 2026.",
        ),
        ("FREQ=MONTHLY", "Elke maand op de 12e, zonder einde."),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "Elke maand op de laatste dag, zonder einde."),
        ("FREQ=MONTHLY;BYDAY=2TU;WKST=MO", "Elke maand op de tweede dinsdag, zonder einde."),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Elke maand op de laatste vrijdag, zonder einde."),
        ("FREQ=YEARLY", "Elk jaar op 12 mei, zonder einde."),
    ],
)
def test_a_rule_is_said_in_words(regel: str, words: str) -> None:
    read = Herhaling.of(regel)

    assert read.in_words(TUESDAY) == words
    assert Herhaling.of(read.rrule()) == read


@pytest.mark.parametrize(
    ("regel", "why"),
    [
        ("FREQ=SECONDLY", "Vaker dan elke dag"),
        ("FREQ=HOURLY;COUNT=3", "Vaker dan elke dag"),
        ("FREQ=DAILY;BYSECOND=1,2,3", "Vaker dan elke dag"),
        ("FREQ=DAILY;COUNT=200000", "1 tot 500 keer"),
        ("FREQ=DAILY;COUNT=0", "1 tot 500 keer"),
        ("FREQ=DAILY;COUNT=" + "9" * 400, "te groot of onleesbaar"),
        ("FREQ=WEEKLY;INTERVAL=100", "getal van 1 tot 99"),
        ("FREQ=WEEKLY;INTERVAL=0", "getal van 1 tot 99"),
        ("FREQ=WEEKLY;INTERVAL=twee", "te groot of onleesbaar"),
        ("FREQ=WEEKLY;BYDAY=XX", "kent vtdesk niet"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "kent vtdesk niet"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "kent vtdesk niet"),
        ("FREQ=MONTHLY;BYDAY=7TU", "kent vtdesk niet"),
        ("FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=3", "kent vtdesk niet"),
        ("FREQ=DAILY;UNTIL=ooit", "geen datum"),
        ("", "kent vtdesk niet"),
        ("elke dinsdag", "kent vtdesk niet"),
    ],
)
def test_what_would_never_end_or_means_nothing_is_refused_in_words(regel: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        Herhaling.of(regel)


rules = st.one_of(
    st.builds(
        Herhaling,
        st.sampled_from(Ritme),
        st.integers(1, MEEST_OM_DE),
        keer=st.none() | st.integers(1, MEEST_KEER),
    ),
    st.builds(
        lambda days, last: Herhaling(Ritme.WEEK, dagen=tuple(sorted(days)), tot=last),
        st.sets(st.integers(0, 6), min_size=1),
        st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    ),
    st.builds(
        lambda rank, day: Herhaling(Ritme.MAAND, weekdag=(rank, day)),
        st.sampled_from([1, 2, 3, 4, LAATSTE]),
        st.integers(0, 6),
    ),
)


@given(rules)
def test_every_rule_survives_being_written_and_read(regel: Herhaling) -> None:
    assert Herhaling.of(regel.rrule()) == regel


def test_a_rule_follows_what_moves_to_another_day() -> None:
    tuesday, thursday = date(2026, 5, 12), date(2026, 5, 14)

    weekly = Herhaling.of("FREQ=WEEKLY;BYDAY=MO,TU")
    assert weekly.moved(tuesday, thursday).dagen == (0, 3)
    ranked = Herhaling.of("FREQ=MONTHLY;BYDAY=2TU")
    assert ranked.moved(tuesday, thursday).weekdag == (2, 3)
    dated = Herhaling.of("FREQ=MONTHLY;BYMONTHDAY=12")
    assert dated.moved(tuesday, thursday).maanddag == 14
    assert weekly.moved(tuesday, tuesday) == weekly


def test_a_fifth_weekday_is_the_last_one() -> None:
    assert rank_of(date(2026, 5, 29)) == (LAATSTE, 4)
    assert rank_of(date(2026, 5, 22)) == (4, 4)
