"""Reminders: in time, once, and never at the cost of the appointment."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from tests.builders import TODAY, SlowClock, add_casus, at, plan
from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.reeksen import Bereik, Wijziging
from vtdesk.store.store import Store
from vtdesk.values.herhaling import Herhaling
from vtdesk.values.herinneren import Vooraf
from vtdesk.values.kinds import AfspraakSoort


@pytest.fixture
def mdo(desk: Desk, clock: SlowClock) -> UUID:
    clock.now = at(12)
    return plan(desk, add_casus(desk), titel="MDO", begin=at(13), einde=at(14))


def due(desk: Desk) -> list[str]:
    return [row.titel for row in desk.herinneringen.due()]


def give(desk: Desk) -> list[str]:
    """Tell what is due, as the window does."""
    rows = desk.herinneringen.due()
    desk.herinneringen.given(row.afspraak_id for row in rows)
    return [row.titel for row in rows]


def test_she_is_reminded_ten_minutes_before_and_once(
    desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    clock.now = at(12, 49)
    assert give(desk) == []
    clock.now = at(12, 50)
    assert give(desk) == ["MDO"]
    clock.now = at(12, 58)
    assert give(desk) == []


def test_the_minutes_are_hers_to_choose(desk: Desk, clock: SlowClock, mdo: UUID) -> None:
    assert desk.herinneringen.standaard() == 10
    desk.herinneringen.set_standaard(30)
    clock.now = at(12, 30)
    assert due(desk) == ["MDO"]

    desk.herinneringen.set(mdo, Vooraf.VIJF)
    assert due(desk) == []
    clock.now = at(12, 55)
    assert due(desk) == ["MDO"]

    desk.herinneringen.set(mdo, Vooraf.NIET)
    assert due(desk) == []
    desk.herinneringen.set(mdo, Vooraf.ALTIJD)
    desk.herinneringen.set_standaard(None)
    assert due(desk) == []


def test_more_than_an_hour_before_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="hoogstens 60"):
        desk.herinneringen.set_standaard(61)


@pytest.mark.parametrize("soort", [AfspraakSoort.LUNCH, AfspraakSoort.EIGEN_TIJD])
def test_own_time_begins_without_a_word_unless_she_asks_for_one(
    desk: Desk, clock: SlowClock, soort: AfspraakSoort
) -> None:
    clock.now = at(12)
    own = plan(desk, None, titel="Eigen", soort=soort, begin=at(13), einde=at(14))
    clock.now = at(12, 55)
    assert due(desk) == []

    desk.herinneringen.set(own, Vooraf.TIEN)
    assert due(desk) == ["Eigen"]


def test_later_reminds_again_and_moves_nothing(desk: Desk, clock: SlowClock, mdo: UUID) -> None:
    before = desk.agenda.detail(mdo)
    clock.now = at(12, 50)
    give(desk)
    assert desk.herinneringen.later([mdo], 5) == at(12, 55)

    clock.now = at(12, 54)
    assert give(desk) == []
    clock.now = at(12, 55)
    assert give(desk) == ["MDO"]
    clock.now = at(12, 59)
    assert give(desk) == []
    assert desk.agenda.detail(mdo) == before


def test_later_knows_three_lengths(desk: Desk, mdo: UUID) -> None:
    with pytest.raises(UserError, match="5, 10 of 15"):
        desk.herinneringen.later([mdo], 7)


def test_what_is_moved_reminds_again_at_its_new_time(
    desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    clock.now = at(12, 50)
    give(desk)
    desk.herinneringen.later([mdo], 15)
    desk.agenda.move(mdo, at(15))

    clock.now = at(14, 49)
    assert give(desk) == []
    clock.now = at(14, 50)
    assert give(desk) == ["MDO"]


def test_what_was_held_or_cancelled_reminds_of_nothing(
    desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    clock.now = at(12, 55)
    desk.agenda.cancel(mdo)

    assert due(desk) == []


def test_a_whole_day_has_no_minute_to_remind_of(desk: Desk, clock: SlowClock) -> None:
    clock.now = at(12)
    plan(desk, None, titel="Studiedag", hele_dag=True, begin=at(0), einde=at(23, 59))

    assert due(desk) == []


def test_what_was_missed_asleep_comes_once_and_together(
    desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    casus = add_casus(desk, nummer="VT-DEMO-0158")
    plan(desk, casus, titel="Bellen", begin=at(13, 30), einde=at(13, 45))
    plan(desk, casus, titel="Straks", begin=at(14, 5), einde=at(15))
    desk.herinneringen.rest()

    clock.now = at(14)
    assert give(desk) == ["MDO", "Bellen", "Straks"]
    assert give(desk) == []


def test_a_kluis_that_was_closed_tells_what_goes_on_and_what_was_missed_today(
    open_store: Callable[[], Store], clock: SlowClock
) -> None:
    store = open_store()
    before = Desk.over(store, clock)
    clock.now = at(12)
    casus = add_casus(before)
    plan(before, casus, titel="Gisteren", begin=at(9, day=TODAY - timedelta(days=1)),
         einde=at(10, day=TODAY - timedelta(days=1)))  # fmt: skip
    plan(before, casus, titel="Vroeg", begin=at(9), einde=at(10))
    plan(before, casus, titel="Voorbij", begin=at(12, 30), einde=at(13))
    plan(before, casus, titel="Bezig", begin=at(13), einde=at(15))
    before.herinneringen.rest()
    store.close()

    clock.now = at(14)
    assert give(Desk.over(open_store(), clock)) == ["Voorbij", "Bezig"]


def test_the_first_opening_of_a_day_tells_nothing_of_what_is_over(
    desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    clock.now = at(18)
    assert due(desk) == []


def test_the_first_opening_tells_what_has_just_begun_and_not_what_goes_on_for_long(
    desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    clock.now = at(13, 14)
    assert due(desk) == ["MDO"]
    clock.now = at(13, 31)
    assert due(desk) == []


def test_it_knows_when_the_next_one_comes(desk: Desk, clock: SlowClock, mdo: UUID) -> None:
    assert desk.herinneringen.next_at() == at(12, 50)
    clock.now = at(12, 50)
    give(desk)
    assert desk.herinneringen.next_at() is None
    desk.herinneringen.later([mdo], 10)
    assert desk.herinneringen.next_at() == at(13)


def test_a_series_keeps_its_choice_also_for_what_is_made_later(
    desk: Desk, clock: SlowClock
) -> None:
    clock.now = at(8)
    gegevens = AfspraakGegevens("Overleg", AfspraakSoort.OVERLEG, at(9), at(10))
    first = desk.reeksen.add(gegevens, Herhaling.of("FREQ=WEEKLY"), vooraf=Vooraf.HALF_UUR)
    [second] = desk.agenda.on_day(TODAY + timedelta(days=7))
    assert desk.herinneringen.of(second.id) is Vooraf.HALF_UUR

    row = desk.agenda.detail(first)
    wijziging = Wijziging(row.gegevens, vooraf=Vooraf.NIET)
    desk.reeksen.change(first, row.version, wijziging, Bereik.ALLE)
    desk.reeksen.ensure_until(TODAY + timedelta(days=7 * 70))
    [far] = desk.agenda.on_day(TODAY + timedelta(days=7 * 70))
    assert {desk.herinneringen.of(i) for i in (first, second.id, far.id)} == {Vooraf.NIET}


def test_undo_gives_the_choice_back(desk: Desk, clock: SlowClock) -> None:
    clock.now = at(8)
    gegevens = AfspraakGegevens("Overleg", AfspraakSoort.OVERLEG, at(9), at(10))
    first = desk.reeksen.add(gegevens, Herhaling.of("FREQ=WEEKLY"), vooraf=Vooraf.HALF_UUR)
    row = desk.agenda.detail(first)
    wijziging = Wijziging(row.gegevens, vooraf=Vooraf.NIET)
    herstel = desk.reeksen.change(first, row.version, wijziging, Bereik.ALLE)

    desk.reeksen.restore(herstel)

    assert desk.herinneringen.of(first) is Vooraf.HALF_UUR


def test_a_removed_block_takes_its_reminder_along(desk: Desk, clock: SlowClock) -> None:
    clock.now = at(12)
    own = plan(desk, None, titel="Eigen", begin=at(13), einde=at(14))
    desk.herinneringen.set(own, Vooraf.UUR)

    desk.agenda.remove(own)

    assert due(desk) == []
