"""The day column's arithmetic: nothing overlaps, nothing is lost, a day may have 23 hours."""

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY
from vtdesk.ui.agenda.day_axis import shared_hours
from vtdesk.ui.agenda.day_layout import DayLayout, Measure, Placed, lay_out
from vtdesk.values.tijd import at, end_of, local, start_of

MEASURE = Measure(width=660)
SHORT_DAY, LONG_DAY = date(2026, 3, 29), date(2026, 10, 25)


@dataclass(frozen=True)
class Item:
    id: UUID
    begin: datetime
    einde: datetime


def item(begin: datetime, minutes: int) -> Item:
    return Item(uuid4(), begin, local(begin) + timedelta(minutes=minutes))


@st.composite
def days(draw: st.DrawFn) -> tuple[date, list[Item]]:
    day = draw(st.sampled_from([TODAY, SHORT_DAY, LONG_DAY]))
    midnight = start_of(day).timestamp()
    items = []
    for _ in range(draw(st.integers(0, 40))):
        start = draw(st.integers(-60, 24 * 60 - 1))
        minutes = draw(st.integers(1, 300))
        begin = local(datetime.fromtimestamp(midnight + start * 60, tz=start_of(day).tzinfo))
        einde = local(datetime.fromtimestamp(begin.timestamp() + minutes * 60, tz=begin.tzinfo))
        if einde.timestamp() > midnight:
            items.append(Item(uuid4(), begin, einde))
    return day, items


def all_of(layout: DayLayout) -> list[Placed]:
    return [*layout.blocks, *layout.rests]


def by_id(layout: DayLayout, item: Item) -> Placed:
    return next(block for block in layout.blocks if block.ids == (item.id,))


@given(days())
def test_no_two_blocks_overlap(made: tuple[date, list[Item]]) -> None:
    for one, other in combinations(all_of(lay_out(*made, MEASURE)), 2):
        beside = one.right <= other.left + 1e-6 or other.right <= one.left + 1e-6
        below = one.bottom <= other.top + 1e-6 or other.bottom <= one.top + 1e-6
        assert beside or below


@given(days())
def test_every_block_lies_within_the_column_and_can_be_hit(made: tuple[date, list[Item]]) -> None:
    layout = lay_out(*made, MEASURE)
    for block in all_of(layout):
        assert block.left >= 0
        assert block.right <= MEASURE.width + 1e-6
        assert block.top >= 0
        assert block.bottom <= layout.height + 1e-6
        assert block.height >= MEASURE.least - 1e-6
        assert block.width >= MEASURE.rest


@given(days())
def test_each_appointment_is_shown_exactly_once(made: tuple[date, list[Item]]) -> None:
    layout = lay_out(*made, MEASURE)
    shown = [shown_id for block in all_of(layout) for shown_id in block.ids]
    assert sorted(shown) == sorted(item.id for item in made[1])
    assert all(len(block.ids) == 1 for block in layout.blocks)


@given(days())
def test_what_begins_first_stands_left_of_what_begins_while_it_lasts(
    made: tuple[date, list[Item]],
) -> None:
    day, items = made
    layout = lay_out(day, items[:2], MEASURE)
    if len(layout.blocks) == 2 and layout.blocks[0].width < MEASURE.width:
        first, second = sorted(items[:2], key=lambda item: item.begin.timestamp())
        if first.begin != second.begin:
            assert by_id(layout, first).left < by_id(layout, second).left


@given(days())
def test_the_column_shows_the_working_day_and_grows_with_what_lies_outside(
    made: tuple[date, list[Item]],
) -> None:
    day, items = made
    layout = lay_out(day, items, MEASURE)
    assert layout.top_of(at(day, 8)) >= 0
    assert layout.top_of(at(day, 18)) <= layout.height
    for one in items:
        assert layout.top_of(max(one.begin, start_of(day))) >= 0
        assert layout.top_of(min(one.einde, end_of(day))) <= layout.height + 1e-6


def test_an_empty_day_runs_from_eight_to_six() -> None:
    layout = lay_out(TODAY, [], MEASURE)
    assert [line.words for line in layout.hours] == [f"{hour:02}:00" for hour in range(8, 19)]
    assert layout.height == 10 * 58
    assert layout.holds(at(TODAY, 12, 31))
    assert not layout.holds(at(TODAY, 7, 59))


def test_an_hour_is_as_high_as_the_measure_says() -> None:
    lunch = item(at(TODAY, 12), 60)
    block = by_id(lay_out(TODAY, [lunch], MEASURE), lunch)
    assert (block.top, block.height) == (4 * 58 + 1, 58 - 2)
    assert (block.left, block.width) == (0, 660)


def test_a_short_block_grows_upward_where_there_is_room() -> None:
    debrief = item(at(TODAY, 17, 10), 10)
    layout = lay_out(TODAY, [debrief], MEASURE)
    assert by_id(layout, debrief).height == 24
    assert by_id(layout, debrief).bottom == layout.top_of(at(TODAY, 17, 20)) - 1


def test_a_short_block_grows_down_when_something_stands_above_it() -> None:
    talk, debrief = item(at(TODAY, 16), 60), item(at(TODAY, 17), 10)
    layout = lay_out(TODAY, [talk, debrief], MEASURE)
    assert by_id(layout, debrief).top == layout.top_of(at(TODAY, 17)) + 1
    assert by_id(layout, debrief).width == 660


def test_a_block_gives_way_to_a_short_one_that_only_looks_longer() -> None:
    visit, travel = item(at(TODAY, 15), 50), item(at(TODAY, 15, 50), 20)
    talk = item(at(TODAY, 16, 15), 50)
    layout = lay_out(TODAY, [visit, travel, talk], MEASURE)
    assert {place.width for place in layout.blocks} == {660}
    assert by_id(layout, talk).top == by_id(layout, travel).bottom + 2
    assert by_id(layout, talk).bottom == layout.top_of(at(TODAY, 17, 5)) - 1


def test_two_short_calls_stand_beside_each_other_and_leave_lunch_its_width() -> None:
    plein, lunch = item(at(TODAY, 9), 170), item(at(TODAY, 12, 30), 30)
    one, other = item(at(TODAY, 12), 15), item(at(TODAY, 12, 15), 10)
    layout = lay_out(TODAY, [plein, one, other, lunch], MEASURE)
    assert by_id(layout, lunch).width == by_id(layout, plein).width == 660
    assert [by_id(layout, call).left for call in (one, other)] == [0, 332]
    assert [by_id(layout, call).top for call in (one, other)] == [4 * 58 + 1] * 2
    assert by_id(layout, lunch).top == 4.5 * 58 + 1


def test_lanes_are_equal_and_the_first_started_is_left() -> None:
    plein, call, visit = item(at(TODAY, 9), 170), item(at(TODAY, 10), 30), item(at(TODAY, 11), 90)
    layout = lay_out(TODAY, [visit, call, plein], MEASURE)
    places = [by_id(layout, one) for one in (plein, call, visit)]
    assert [place.left for place in places] == [0, 332, 332]
    assert {place.width for place in places} == {328}


def test_more_than_three_at_once_become_a_rest() -> None:
    items = [item(at(TODAY, 9, number), 60) for number in range(5)]
    layout = lay_out(TODAY, items, MEASURE)
    assert len(layout.blocks) == 3
    assert [rest.ids for rest in layout.rests] == [(items[3].id, items[4].id)]
    assert layout.rests[0].right == 660


def test_a_day_of_23_hours_has_no_two_o_clock() -> None:
    night = item(at(SHORT_DAY, 1), 60)
    layout = lay_out(SHORT_DAY, [night], MEASURE)
    assert [line.words for line in layout.hours[:3]] == ["01:00", "03:00", "04:00"]
    assert by_id(layout, night).bottom == 58 - 1


def test_a_day_of_25_hours_has_two_o_clock_twice() -> None:
    watch = Item(uuid4(), at(LONG_DAY, 1), at(LONG_DAY, 4))
    layout = lay_out(LONG_DAY, [watch], MEASURE)
    assert [line.words for line in layout.hours[:4]] == ["01:00", "02:00", "02:00", "03:00"]
    assert by_id(layout, watch).height == 4 * 58 - 2


def test_what_runs_past_midnight_ends_at_the_edge_of_the_day() -> None:
    late = Item(uuid4(), at(TODAY, 22), at(TODAY + timedelta(days=1), 3))
    layout = lay_out(TODAY, [late], MEASURE)
    assert layout.hours[-1].words == "24:00"
    assert by_id(layout, late).bottom == layout.height - 1


@given(days(), st.lists(st.integers(0, 24 * 60 - 2), max_size=5))
def test_what_stands_beside_has_the_right_third_to_itself(
    made: tuple[date, list[Item]], missed: list[int]
) -> None:
    day, items = made
    calls = [
        item(local(datetime.fromtimestamp(start_of(day).timestamp() + minute * 60, tz=UTC)), 1)
        for minute in missed
    ]
    layout = lay_out(day, items, MEASURE, calls)
    assert {place.ids[0] for place in layout.beside} == {call.id for call in calls}
    assert all(place.right == MEASURE.width for place in layout.beside)
    everything = [*all_of(layout), *layout.beside]
    for one, other in combinations(everything, 2):
        aside = one.right <= other.left + 1e-6 or other.right <= one.left + 1e-6
        below = one.bottom <= other.top + 1e-6 or other.bottom <= one.top + 1e-6
        assert aside or below


def test_a_missed_call_takes_a_third_and_the_talk_meanwhile_the_rest() -> None:
    plein, call = item(at(TODAY, 9), 170), item(at(TODAY, 11, 21), 1)
    lunch = item(at(TODAY, 12, 30), 30)
    layout = lay_out(TODAY, [plein, lunch], MEASURE, [call])
    [missed] = layout.beside
    assert round(missed.width) == round((660 - 8) / 3)
    assert missed.height == 24
    assert by_id(layout, plein).right == missed.left - 4
    assert by_id(layout, lunch).width == 660


@pytest.mark.parametrize("day", [TODAY, SHORT_DAY, LONG_DAY])
def test_columns_that_share_their_hours_go_by_the_figures_of_the_clock(day: date) -> None:
    early, talk = item(at(day, 0, 30), 20), item(at(day, 9, 30), 60)
    hours = shared_hours([(day, [early, talk]), (TODAY, [])])
    layout = lay_out(day, [early, talk], Measure(width=200, hours=hours))
    assert hours == (0, 18)
    assert [line.words for line in layout.hours] == [f"{hour:02}:00" for hour in range(19)]
    assert layout.top_of(at(day, 9, 30)) == 9.5 * 58
    assert by_id(layout, talk).top == 9.5 * 58 + 1


def test_shared_hours_are_those_of_all_days_together() -> None:
    late = Item(uuid4(), at(TODAY, 22), at(TODAY + timedelta(days=1), 3))
    evening = item(at(SHORT_DAY, 19), 65)
    assert shared_hours([(TODAY, []), (SHORT_DAY, [])]) == (8, 18)
    assert shared_hours([(TODAY, []), (SHORT_DAY, [evening])]) == (8, 21)
    assert shared_hours([(TODAY, [late])]) == (8, 24)
    assert shared_hours([(TODAY + timedelta(days=1), [late])]) == (0, 18)


def test_four_hundred_appointments_are_laid_out_in_no_time() -> None:
    items = [item(at(TODAY, 8, 0) + timedelta(minutes=number), 45) for number in range(400)]
    start = time.process_time()
    layout = lay_out(TODAY, items, MEASURE)
    assert time.process_time() - start < 0.5
    assert sum(len(place.ids) for place in all_of(layout)) == 400
