"""Series: made of a rule, on the wall clock, and changed as far as is asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at
from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakGegevens, AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.notities import NotitieGegevens
from vtdesk.services.reeksen import Bereik, Wijziging
from vtdesk.store.store import Store
from vtdesk.values import tijd
from vtdesk.values.herhaling import Herhaling
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import klok, local

WEEKLY = Herhaling.of("FREQ=WEEKLY;BYDAY=TU")
NEXT = TODAY + timedelta(days=7)
THIRD = TODAY + timedelta(days=14)


@pytest.fixture(autouse=True)
def morning(clock: SlowClock) -> None:
    clock.now = at(8)


def overleg(begin: int = 9, minute: int = 30, **overrides: object) -> AfspraakGegevens:
    values: dict[str, object] = {
        "titel": "Teamoverleg",
        "soort": AfspraakSoort.OVERLEG,
        "begin": at(begin, minute),
        "einde": at(begin + 1, minute),
    }
    return AfspraakGegevens(**(values | overrides))  # type: ignore[arg-type]  # as in the builders


def found(desk: Desk, until: date = THIRD) -> list[AfspraakRow]:
    return desk.agenda.between(at(0), tijd.end_of(until))


def seen(desk: Desk, until: date = THIRD) -> list[tuple[str, str]]:
    return [(f"{local(r.begin):%d-%m} {klok(r.begin)}", r.titel) for r in found(desk, until)]


def on(desk: Desk, day: date) -> AfspraakRow:
    [row] = desk.agenda.on_day(day)
    return row


def changed(row: AfspraakRow, **overrides: object) -> AfspraakGegevens:
    gegevens = row.gegevens
    fields = {name: getattr(gegevens, name) for name in AfspraakGegevens.__slots__}
    return AfspraakGegevens(**(fields | overrides))


def test_a_weekly_one_stands_in_the_agenda_for_more_than_a_year(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)

    assert seen(desk) == [
        ("12-05 09:30", "Teamoverleg"),
        ("19-05 09:30", "Teamoverleg"),
        ("26-05 09:30", "Teamoverleg"),
    ]
    year_on = date(2027, 5, 11)
    assert klok(on(desk, year_on).begin) == "09:30"
    assert desk.agenda.on_day(TODAY + timedelta(days=600)) == []


def test_half_past_nine_stays_half_past_nine_over_both_clock_changes(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)

    rows = found(desk, date(2027, 4, 20))
    assert {klok(row.begin) for row in rows} == {"09:30"}
    assert {tijd.minutes_between(row.begin, row.einde) for row in rows} == {60}
    assert {local(row.begin).utcoffset() for row in rows} == {
        timedelta(hours=1),
        timedelta(hours=2),
    }


def test_a_whole_day_lasts_one_day_when_the_clock_changes(desk: Desk) -> None:
    first, change = date(2026, 10, 18), date(2026, 10, 25)
    whole = overleg(begin=0, minute=0, hele_dag=True)
    gegevens = changed_days(whole, first)
    desk.reeksen.add(gegevens, Herhaling.of("FREQ=WEEKLY;COUNT=3"))

    assert [r.titel for r in desk.agenda.on_day(change)] == ["Teamoverleg"]
    assert desk.agenda.on_day(change + timedelta(days=1)) == []
    assert desk.agenda.on_day(change - timedelta(days=1)) == []
    row = on(desk, change)
    assert tijd.minutes_between(row.begin, row.einde) == 25 * 60


def changed_days(gegevens: AfspraakGegevens, day: date) -> AfspraakGegevens:
    return AfspraakGegevens(
        gegevens.titel, gegevens.soort, tijd.start_of(day), tijd.end_of(day), hele_dag=True
    )


def test_an_hour_that_is_skipped_begins_after_the_jump(desk: Desk, clock: SlowClock) -> None:
    first, change = date(2026, 3, 22), date(2026, 3, 29)
    clock.now = at(1, day=first)
    night = AfspraakGegevens(
        "Nachtdienst", AfspraakSoort.EIGEN_TIJD, at(2, 30, first), at(3, 30, first)
    )
    desk.reeksen.add(night, Herhaling.of("FREQ=WEEKLY;COUNT=3"))

    assert klok(on(desk, change).begin) == "03:30"
    assert klok(on(desk, date(2026, 4, 5)).begin) == "02:30"


def test_the_people_invited_come_along(desk: Desk) -> None:
    casus = add_casus(desk)
    otis = add_persoon(desk, casus)
    invited = (DeelnameGegevens("Otis Havikskruid", "vader", otis), DeelnameGegevens("Tolk"))
    desk.reeksen.add(overleg(casus_id=casus), WEEKLY, invited)

    assert on(desk, NEXT).wie == ("Otis Havikskruid", "Tolk")
    assert desk.gesprekken.get(on(desk, THIRD).id).deelnames == invited


def test_an_endless_series_grows_when_a_later_day_is_looked_at(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)
    far = TODAY + timedelta(days=7 * 90)
    assert desk.agenda.on_day(far) == []

    desk.reeksen.ensure_until(far)
    desk.reeksen.ensure_until(far)

    assert len(desk.agenda.on_day(far)) == 1
    assert len({row.begin for row in found(desk, far)}) == len(found(desk, far)) == 91


def test_nobody_is_made_to_wait_for_a_far_century(desk: Desk) -> None:
    desk.reeksen.add(overleg(), Herhaling.of("FREQ=DAILY;INTERVAL=9"))

    desk.reeksen.ensure_until(date(9000, 1, 1))

    assert desk.agenda.on_day(date(2031, 5, 12)) == []


def test_a_new_day_at_the_desk_fills_the_end(desk: Desk, clock: SlowClock) -> None:
    desk.reeksen.add(overleg(), WEEKLY)

    clock.now = at(8, day=date(2026, 12, 1))
    desk.reeksen.ensure_ahead()

    assert desk.agenda.on_day(date(2027, 9, 7))


def test_a_series_with_an_end_is_not_asked_about_again(desk: Desk) -> None:
    desk.reeksen.add(overleg(), Herhaling.of("FREQ=WEEKLY;COUNT=2"))
    desk.reeksen.add(overleg(titel="Ander"), Herhaling.of("FREQ=WEEKLY;UNTIL=20260519"))

    desk.reeksen.ensure_until(date(2028, 1, 1))

    assert len(found(desk, date(2028, 1, 1))) == 4


def test_a_rule_without_any_day_is_refused_and_leaves_nothing(desk: Desk) -> None:
    begins = date(2027, 2, 1)
    gegevens = overleg(begin=9, minute=0)
    moved = AfspraakGegevens("Nooit", gegevens.soort, at(9, day=begins), at(10, day=begins))

    with pytest.raises(UserError, match="geen enkele afspraak"):
        desk.reeksen.add(moved, Herhaling.of("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30"))

    assert found(desk, date(2028, 1, 1)) == []


def test_it_says_what_it_is_part_of(desk: Desk) -> None:
    first = desk.reeksen.add(overleg(), WEEKLY)
    alone = desk.agenda.plan(overleg(begin=14))

    reeks = desk.reeksen.of(first)
    assert reeks is not None
    assert (reeks.regel, reeks.woorden) == (WEEKLY, "Elke week op dinsdag, zonder einde.")
    assert desk.agenda.detail(first).reeks_id == reeks.id
    assert desk.reeksen.of(alone) is None


def change(
    desk: Desk, day: date, bereik: Bereik, regel: Herhaling | None = None, **overrides: object
) -> object:
    row = on(desk, day)
    wijziging = Wijziging(changed(row, **overrides), regel=regel)
    return desk.reeksen.change(row.id, row.version, wijziging, bereik)


def test_only_this_one_leaves_the_others(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)

    change(desk, NEXT, Bereik.DEZE, titel="Uitje", begin=at(13, day=NEXT), einde=at(15, day=NEXT))

    assert seen(desk) == [
        ("12-05 09:30", "Teamoverleg"),
        ("19-05 13:00", "Uitje"),
        ("26-05 09:30", "Teamoverleg"),
    ]


def test_this_and_the_following_leave_what_was_before(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)
    day = NEXT + timedelta(days=1)

    change(desk, NEXT, Bereik.VOLGENDE, begin=at(10, day=day), einde=at(12, day=day), plaats="B")

    assert seen(desk, THIRD + timedelta(days=7)) == [
        ("12-05 09:30", "Teamoverleg"),
        ("20-05 10:00", "Teamoverleg"),
        ("27-05 10:00", "Teamoverleg"),
    ]
    reeks = desk.reeksen.of(on(desk, day).id)
    assert reeks is not None
    assert reeks.woorden == "Elke week op woensdag, zonder einde."
    assert {r.plaats for r in found(desk, date(2027, 6, 1))} == {"", "B"}


def test_all_of_them_are_those_that_have_not_been(desk: Desk, clock: SlowClock) -> None:
    desk.reeksen.add(overleg(), WEEKLY)
    clock.now = at(8, day=NEXT)

    change(desk, THIRD, Bereik.ALLE, titel="Werkoverleg")

    assert [title for _, title in seen(desk)] == ["Teamoverleg", "Werkoverleg", "Werkoverleg"]


def test_what_was_held_cancelled_or_changed_by_hand_stays(desk: Desk) -> None:
    casus = add_casus(desk)
    desk.reeksen.add(overleg(casus_id=casus), Herhaling.of("FREQ=DAILY;COUNT=6"))
    days = [TODAY + timedelta(days=n) for n in range(6)]
    desk.agenda.cancel(on(desk, days[1]).id, "ziek")
    desk.agenda.move(on(desk, days[2]).id, at(16, day=days[2]))
    desk.notities.save(NotitieGegevens(gezegd="iets"), afspraak_id=on(desk, days[3]).id)

    change(desk, days[0], Bereik.ALLE, begin=at(11), einde=at(12))

    rows = [on(desk, day) for day in days]
    assert [klok(row.begin) for row in rows] == [
        "11:00", "09:30", "16:00", "09:30", "11:00", "11:00",
    ]  # fmt: skip
    assert rows[1].staat is AfspraakStaat.AFGEZEGD


def test_a_day_of_a_week_with_two_moves_alone(desk: Desk) -> None:
    desk.reeksen.add(overleg(), Herhaling.of("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6"))
    thursday = TODAY + timedelta(days=2)
    friday = TODAY + timedelta(days=3)

    change(desk, thursday, Bereik.ALLE, begin=at(9, 30, friday), einde=at(10, 30, friday))

    assert [moment for moment, _ in seen(desk, TODAY + timedelta(days=30))] == [
        "12-05 09:30", "15-05 09:30", "19-05 09:30", "22-05 09:30", "26-05 09:30", "29-05 09:30",
    ]  # fmt: skip


def test_another_rule_from_here_on(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)
    fortnight = Herhaling.of("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")

    change(desk, NEXT, Bereik.VOLGENDE, fortnight)

    assert [m for m, _ in seen(desk, TODAY + timedelta(days=42))] == [
        "12-05 09:30", "19-05 09:30", "02-06 09:30", "16-06 09:30",
    ]  # fmt: skip


def test_a_count_goes_on_counting_after_a_change(desk: Desk) -> None:
    desk.reeksen.add(overleg(), Herhaling.of("FREQ=WEEKLY;COUNT=4"))

    change(desk, THIRD, Bereik.VOLGENDE, begin=at(11, day=THIRD), einde=at(12, day=THIRD))

    assert [m for m, _ in seen(desk, date(2027, 5, 1))] == [
        "12-05 09:30", "19-05 09:30", "26-05 11:00", "02-06 11:00",
    ]  # fmt: skip


def test_one_that_stood_alone_becomes_the_first_of_a_series(desk: Desk) -> None:
    alone = desk.agenda.plan(overleg())
    row = desk.agenda.detail(alone)

    herstel = desk.reeksen.change(
        alone, row.version, Wijziging(row.gegevens, regel=WEEKLY), Bereik.DEZE
    )
    assert len(found(desk)) == 3
    assert on(desk, TODAY).id == alone

    desk.reeksen.restore(herstel)
    assert [r.id for r in found(desk)] == [alone]
    assert desk.reeksen.of(alone) is None


def test_moving_all_moves_on_the_wall_clock_over_the_change(desk: Desk) -> None:
    day = date(2026, 10, 20)
    gegevens = AfspraakGegevens("Overleg", AfspraakSoort.OVERLEG, at(9, 30, day), at(10, 30, day))
    desk.reeksen.add(gegevens, Herhaling.of("FREQ=WEEKLY;COUNT=3"))

    desk.reeksen.move(on(desk, day).id, at(9, 35, day), Bereik.VOLGENDE)

    rows = found(desk, date(2026, 11, 30))
    assert [klok(row.begin) for row in rows] == ["09:35"] * 3


def test_taking_one_away_leaves_a_hole_that_is_not_filled_again(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)

    desk.reeksen.remove(on(desk, NEXT).id, Bereik.DEZE)
    change(desk, TODAY, Bereik.ALLE, titel="Anders")

    assert [m for m, _ in seen(desk)] == ["12-05 09:30", "26-05 09:30"]


def test_taking_the_following_away_ends_the_series(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)

    herstel = desk.reeksen.remove(on(desk, NEXT).id, Bereik.VOLGENDE)
    desk.reeksen.ensure_until(date(2028, 1, 1))
    assert [m for m, _ in seen(desk, date(2028, 1, 1))] == ["12-05 09:30"]

    desk.reeksen.restore(herstel)
    assert [m for m, _ in seen(desk)] == ["12-05 09:30", "19-05 09:30", "26-05 09:30"]


def test_cancelling_the_following_keeps_this_one_with_its_reason(desk: Desk) -> None:
    casus = add_casus(desk)
    desk.reeksen.add(overleg(casus_id=casus), WEEKLY)

    desk.reeksen.cancel(on(desk, NEXT).id, Bereik.VOLGENDE, "wijkteam neemt het over")

    rows = found(desk, date(2027, 1, 1))
    assert [(r.staat, r.reden) for r in rows] == [
        (AfspraakStaat.GEPLAND, ""),
        (AfspraakStaat.AFGEZEGD, "wijkteam neemt het over"),
    ]


def test_a_talk_of_a_casus_is_not_taken_out_of_its_series(desk: Desk) -> None:
    first = desk.reeksen.add(overleg(casus_id=add_casus(desk)), WEEKLY)

    with pytest.raises(UserError, match="Zeg een afspraak van een casus af"):
        desk.reeksen.remove(first, Bereik.ALLE)


@pytest.mark.parametrize("bereik", list(Bereik))
def test_every_change_can_be_undone_with_who_was_invited(desk: Desk, bereik: Bereik) -> None:
    casus = add_casus(desk)
    invited = (DeelnameGegevens("Otis", "vader"),)
    desk.reeksen.add(overleg(casus_id=casus), WEEKLY, invited)
    before = [(r.id, r.begin, r.titel, r.wie) for r in found(desk, date(2027, 5, 1))]
    row = on(desk, NEXT)
    wijziging = Wijziging(
        changed(row, titel="Anders", begin=at(15, day=NEXT), einde=at(16, day=NEXT)),
        (DeelnameGegevens("Maren", "moeder"),),
        None if bereik is Bereik.DEZE else Herhaling.of("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"),
    )

    herstel = desk.reeksen.change(row.id, row.version, wijziging, bereik)
    assert before != [(r.id, r.begin, r.titel, r.wie) for r in found(desk, date(2027, 5, 1))]
    desk.reeksen.restore(herstel)

    assert before == [(r.id, r.begin, r.titel, r.wie) for r in found(desk, date(2027, 5, 1))]
    reeks = desk.reeksen.of(row.id)
    assert reeks is not None
    assert reeks.regel == WEEKLY


def test_undo_puts_nothing_back_over_what_happened_since(desk: Desk) -> None:
    desk.reeksen.add(overleg(), WEEKLY)
    herstel = desk.reeksen.move(on(desk, NEXT).id, at(11, day=NEXT), Bereik.VOLGENDE)
    desk.agenda.move(on(desk, THIRD).id, at(15, day=THIRD))

    with pytest.raises(UserError, match="intussen veranderd"):
        desk.reeksen.restore(herstel)

    assert [m for m, _ in seen(desk)] == ["12-05 09:30", "19-05 11:00", "26-05 15:00"]


def test_a_series_survives_closing(open_store: Callable[[], Store], clock: SlowClock) -> None:
    store = open_store()
    Desk.over(store, clock).reeksen.add(overleg(), WEEKLY)
    store.close()

    after = Desk.over(open_store(), clock)
    after.reeksen.ensure_until(date(2028, 1, 4))
    assert len(after.agenda.on_day(date(2028, 1, 4))) == 1


def test_a_stale_form_changes_no_series(desk: Desk) -> None:
    first = desk.reeksen.add(overleg(), WEEKLY)
    row = desk.agenda.detail(first)
    desk.agenda.move(first, at(10))

    with pytest.raises(UserError, match="intussen gewijzigd"):
        desk.reeksen.change(first, row.version, Wijziging(row.gegevens), Bereik.ALLE)


def test_the_logboek_tells_of_the_series_and_not_of_each_time(desk: Desk) -> None:
    casus = add_casus(desk)
    before = len(lines(desk, casus))
    desk.reeksen.add(overleg(casus_id=casus), WEEKLY, (DeelnameGegevens("Otis"),))

    assert len(lines(desk, casus)) == before + 1


def lines(desk: Desk, casus: UUID) -> list[object]:
    return list(desk.logboek.of_casus(casus))


def test_a_series_does_not_begin_years_ago(desk: Desk) -> None:
    daily = Herhaling.of("FREQ=DAILY")
    ago = overleg(begin=9)
    for begin, why in (
        (at(9, day=date(2016, 1, 1)), "meer dan een jaar geleden"),
        (at(9, day=date(9999, 12, 30)), "kan niet kloppen"),
    ):
        gegevens = replace(ago, begin=begin, einde=begin + timedelta(hours=1))
        with pytest.raises(UserError, match=why):
            desk.reeksen.add(gegevens, daily)
    assert found(desk, date(2027, 5, 12)) == []


def test_one_of_long_ago_does_not_become_a_series(desk: Desk) -> None:
    begin = at(9, day=date(2016, 1, 1))
    gegevens = overleg(begin=9)
    old = desk.agenda.plan(replace(gegevens, begin=begin, einde=begin + timedelta(hours=1)))
    row = desk.agenda.detail(old)
    with pytest.raises(UserError, match="meer dan een jaar geleden"):
        wijziging = Wijziging(row.gegevens, regel=WEEKLY)
        desk.reeksen.change(old, row.version, wijziging, Bereik.DEZE)
