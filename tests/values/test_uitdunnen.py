"""How long earlier texts stay."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.errors import OutsideError
from vtdesk.services.regelbestanden import eerdere_teksten
from vtdesk.values import tijd
from vtdesk.values.uitdunnen import read_uitdunregel

TODAY = date(2026, 5, 12)


def on(day: int, hour: int) -> datetime:
    return tijd.at(date(2026, 5, day), hour, 0)


def test_all_of_seven_days_stay_and_then_the_last_of_each_day() -> None:
    standen = [
        ("oud vroeg", on(3, 9)),
        ("oud laat", on(3, 21)),
        ("eerder", on(4, 12)),
        ("zeven dagen vroeg", on(5, 9)),
        ("zeven dagen laat", on(5, 21)),
    ]

    assert eerdere_teksten().weg(standen, TODAY) == ["oud vroeg"]


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 23)), max_size=30))
def test_the_last_text_of_every_day_stays(moments: list[tuple[int, int]]) -> None:
    standen = [(number, on(*moment)) for number, moment in enumerate(moments)]

    gone = eerdere_teksten().weg(standen, TODAY)

    days = {moment.date() for key, moment in standen if key not in gone}
    assert days == {moment.date() for _, moment in standen}
    assert eerdere_teksten().weg([s for s in standen if s[0] not in gone], TODAY) == []


@pytest.mark.parametrize("text", ["", "alles_dagen = 'veel'", "{"])
def test_a_rule_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(OutsideError, match=r"eerdere-teksten\.toml"):
        read_uitdunregel(text)
