"""A working day is begun once and closed as often as she comes back to it."""

from datetime import timedelta

from tests.builders import TODAY, SlowClock, at
from vtdesk.services.dagen import DagRow
from vtdesk.services.desk import Desk


def test_a_day_begins_once_and_its_last_closing_counts(desk: Desk, clock: SlowClock) -> None:
    assert desk.dagen.of(TODAY) == DagRow(TODAY)
    for hour in (8, 9):
        clock.now = at(hour)
        desk.dagen.begin()
    for hour in (18, 21):
        clock.now = at(hour)
        desk.dagen.close()

    assert desk.dagen.of(TODAY) == DagRow(TODAY, begonnen_op=at(8), afgesloten_op=at(21))


def test_the_day_before_is_the_last_one_she_worked(desk: Desk, clock: SlowClock) -> None:
    assert desk.dagen.previous(TODAY) is None
    clock.now = at(17, 0, TODAY - timedelta(days=4))
    desk.dagen.close()
    clock.now = at(8)
    desk.dagen.begin()

    before = desk.dagen.previous(TODAY)
    assert before is not None
    assert before.datum == TODAY - timedelta(days=4)
