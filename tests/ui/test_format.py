"""Dates, times and numbers read as one says them in Dutch."""

from datetime import date

import pytest

from tests.builders import NOW, TODAY, at
from vtdesk.ui import format as dutch


def test_a_moment_is_said_the_way_one_says_it() -> None:
    assert dutch.moment(at(9, 5), NOW) == "09:05"
    assert dutch.moment(at(9, 0, date(2026, 5, 13)), NOW) == "morgen 09:00"
    assert dutch.moment(at(9, 0, date(2026, 5, 15)), NOW) == "vr 15 mei 09:00"


def test_the_head_of_a_day_has_no_year() -> None:
    assert dutch.dagkop(TODAY) == "Dinsdag 12 mei"
    assert dutch.klok_en_dag(NOW) == ("di 12 mei 2026", "17:22")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minuten"), (1, "1 minuut"), (60, "1 uur"), (125, "2 uur en 5 minuten")],
)
def test_a_duration_is_said_in_words(minutes: int, words: str) -> None:
    assert dutch.duur(minutes) == words


def test_waiting_is_counted_in_words() -> None:
    assert dutch.wachten(1) == "nog 1 seconde"
    assert dutch.wachten(62) == "nog 1 minuut en 2 seconden"
