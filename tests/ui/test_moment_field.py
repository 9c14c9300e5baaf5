"""A day and a time can be typed the short way."""

from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from vtdesk.ui.moment_field import MomentField, read_clock, read_day
from vtdesk.ui.theme.look import Look


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("vandaag", date(2026, 5, 12)),
        ("Morgen", date(2026, 5, 13)),
        ("vr", date(2026, 5, 15)),
        ("dinsdag", date(2026, 5, 12)),
        ("15 mei", date(2026, 5, 15)),
        ("vr 15 mei", date(2026, 5, 15)),
        ("1 maart", date(2026, 3, 1)),
        ("15-5", date(2026, 5, 15)),
        ("2/1", date(2026, 1, 2)),
        ("15-05-2027", date(2027, 5, 15)),
        ("29-2-2028", date(2028, 2, 29)),
        ("+3w", date(2026, 6, 2)),
        ("+10d", date(2026, 5, 22)),
        ("over 2 weken", date(2026, 5, 26)),
        ("over 1 dag", date(2026, 5, 13)),
        ("+w", None),
        ("31-2", None),
        ("gisteravond", None),
        ("", None),
    ],
)
def test_a_day_is_understood(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("9", time(9)), ("930", time(9, 30)), ("9.30", time(9, 30)), ("09:30", time(9, 30)),
        ("9 uur", time(9)), ("1630", time(16, 30)), ("24", None), ("9:75", None), ("straks", None),
    ],
)  # fmt: skip
def test_a_time_is_understood(typed: str, clock: time | None) -> None:
    assert read_clock(typed) == clock


def test_the_field_keeps_what_it_does_not_understand(look: Look, qtbot: QtBot) -> None:
    field = MomentField(TODAY, lambda day: f"{day:%d-%m-%Y}")
    qtbot.addWidget(field)
    field.set_moment(TODAY, time(9))

    field.day.setText("ooit")
    field.day.editingFinished.emit()

    assert field.day.text() == "ooit"
    assert field.chosen_day() is None
    assert field.chosen_clock() == time(9)
