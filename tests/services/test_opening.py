"""The clock of one kluis: it runs on from the moment that a demo begins."""

from datetime import datetime, timedelta

import pytest

from vtdesk.values.tijd import AMSTERDAM, KluisClock


@pytest.mark.parametrize("month", [1, 5], ids=["winter", "summer"])
def test_a_demo_begins_at_its_own_hour_in_any_season(month: int) -> None:
    begin = datetime(2026, month, 12, 12, 31, tzinfo=AMSTERDAM)
    clock = KluisClock()

    clock.start_at(begin)

    assert begin <= clock() < begin + timedelta(minutes=1)
    assert clock().strftime("%H:%M") in ("12:31", "12:32")
