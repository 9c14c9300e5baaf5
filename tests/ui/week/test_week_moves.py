"""Moving through the week: the same questions, warnings and way back as in the day."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.builders import at, plan
from tests.ui.week.conftest import Open
from tests.ui.week.driver import CTRL, Week
from vtdesk.services.agenda import AfspraakGegevens
from vtdesk.services.desk import Desk
from vtdesk.ui.page import Width
from vtdesk.values.herhaling import Herhaling
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.tijd import klok, local

MONDAY = date(2026, 5, 11)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in range(1, 5))


def on(day: date, hour: int, minutes: int = 60) -> dict[str, object]:
    return {"begin": at(hour, 0, day), "einde": at(hour, 0, day) + timedelta(minutes=minutes)}


def stands(desk: Desk, title: str, *, begin: date = MONDAY) -> str:
    found = desk.agenda.between(at(0, 0, begin), at(0, 0, begin + timedelta(days=21)))
    row = next(row for row in found if row.titel == title)
    return f"{local(row.begin):%a %d} {klok(row.begin)}–{klok(row.einde)}"


def carried(desk: Desk, week: Week) -> str:
    """Give where the block stands on screen and in the kluis."""
    return f"{week.day_of('Vader')} / {stands(desk, 'Vader')}"


def test_ctrl_and_an_arrow_carry_a_block_to_another_day_at_the_same_time(
    desk: Desk, open_week: Open
) -> None:
    plan(desk, None, titel="Vader", **on(TUESDAY, 16))
    plan(desk, None, titel="School", **on(TUESDAY, 17))
    week = open_week()
    week.on("Vader")

    week.key(Qt.Key.Key_Right, CTRL)
    week.key(Qt.Key.Key_Right, CTRL)
    assert week.question() == "Vader verplaatsen naar donderdag 14 mei, 16:00–17:00."
    assert carried(desk, week) == "Donderdag 14 mei / Tue 12 16:00–17:00"
    assert week.focus() == "Vader"
    week.key(Qt.Key.Key_Return)

    assert stands(desk, "Vader") == "Thu 14 16:00–17:00"
    assert stands(desk, "School") == "Tue 12 17:00–18:00"
    assert week.focus() == "Vader"
    week.undo()
    assert carried(desk, week) == "Dinsdag 12 mei / Tue 12 16:00–17:00"


def test_five_minutes_at_a_time_ask_about_what_follows_that_day(
    desk: Desk, open_week: Open
) -> None:
    plan(desk, None, titel="Vader", **on(TUESDAY, 16))
    plan(desk, None, titel="School", **on(TUESDAY, 17))
    week = open_week()
    week.on("Vader")

    week.key(Qt.Key.Key_Down, CTRL)
    week.key(Qt.Key.Key_Down, CTRL)
    assert week.question() == "Vader verplaatsen naar 16:10–17:10."
    week.answer("Alles erna ook")

    assert stands(desk, "Vader") == "Tue 12 16:10–17:10"
    assert stands(desk, "School") == "Tue 12 17:10–18:10"


def test_esc_leaves_a_block_where_it_stood(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Vader", **on(TUESDAY, 16))
    week = open_week()
    week.on("Vader")
    week.key(Qt.Key.Key_Right, CTRL)
    week.key(Qt.Key.Key_Up, CTRL)

    week.key(Qt.Key.Key_Escape)

    assert week.question() == ""
    assert carried(desk, week) == "Dinsdag 12 mei / Tue 12 16:00–17:00"
    assert week.focus() == "Vader"


def test_a_block_on_its_way_back_asks_nothing(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Vader", **on(TUESDAY, 16))
    week = open_week()
    week.on("Vader")

    week.key(Qt.Key.Key_Right, CTRL)
    week.key(Qt.Key.Key_Left, CTRL)

    assert week.question() == ""
    assert week.focus() == "Vader"


def test_what_would_stand_on_lunch_there_is_warned_about(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Vader", **on(TUESDAY, 12))
    plan(desk, None, titel="Lunch", soort=AfspraakSoort.LUNCH, **on(WEDNESDAY, 12, 75))
    week = open_week()
    week.on("Vader")
    week.key(Qt.Key.Key_Right, CTRL)
    week.key(Qt.Key.Key_Return)

    assert week.question() == "Je hebt dan 15 minuten voor lunch."
    week.answer("Toch")

    assert stands(desk, "Vader") == "Wed 13 12:00–13:00"


def test_from_friday_a_block_goes_on_to_monday_and_the_week_goes_along(
    desk: Desk, open_week: Open
) -> None:
    plan(desk, None, titel="Vader", **on(FRIDAY, 16))
    week = open_week()
    week.on("Vader")

    week.key(Qt.Key.Key_Right, CTRL)
    assert week.days()[0] == "ma 18 mei"
    assert week.question() == "Vader verplaatsen naar maandag 18 mei, 16:00–17:00."
    assert week.focus() == "Vader"
    week.key(Qt.Key.Key_Return)

    assert stands(desk, "Vader") == "Mon 18 16:00–17:00"
    week.undo()
    assert stands(desk, "Vader") == "Fri 15 16:00–17:00"


def test_in_a_narrow_window_the_days_go_along_too(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Vader", **on(THURSDAY, 16))
    week = open_week(Width.KLEIN)
    week.on("Vader")

    week.key(Qt.Key.Key_Right, CTRL)

    assert week.days() == ["wo 13 mei", "do 14 mei", "vr 15 mei"]
    assert week.focus() == "Vader"


def test_half_past_nine_stays_half_past_nine_over_a_clock_change(
    desk: Desk, open_week: Open
) -> None:
    friday = date(2026, 10, 23)
    plan(desk, None, titel="Vader", begin=at(9, 30, friday), einde=at(10, 30, friday))
    week = open_week()
    for _ in range(23):
        week.key(Qt.Key.Key_PageDown)
    week.on("Vader")

    week.key(Qt.Key.Key_Right, CTRL)
    week.key(Qt.Key.Key_Return)

    assert stands(desk, "Vader", begin=friday) == "Mon 26 09:30–10:30"


def test_a_block_is_dragged_to_another_day_and_time(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Vader", **on(TUESDAY, 14))
    week = open_week()
    width = week.block("Vader").parentWidget().width()

    week.drag("Vader", QPoint(width, 29))
    assert week.question() == "Vader verplaatsen naar woensdag 13 mei, 14:30–15:30."
    week.answer("Verplaatsen")

    assert stands(desk, "Vader") == "Wed 13 14:30–15:30"
    assert week.titles() == ["Vader"]


def test_what_was_held_stays_where_it_is(desk: Desk, open_week: Open) -> None:
    desk.agenda.hold(plan(desk, None, titel="Vader", **on(TUESDAY, 9)))
    week = open_week()
    week.on("Vader")

    week.key(Qt.Key.Key_Right, CTRL)

    assert week.question() == ""
    assert stands(desk, "Vader") == "Tue 12 09:00–10:00"


def test_a_block_that_was_held_meanwhile_is_let_go(desk: Desk, open_week: Open) -> None:
    afspraak_id = plan(desk, None, titel="Vader", **on(TUESDAY, 9))
    week = open_week()
    week.on("Vader")
    week.key(Qt.Key.Key_Right, CTRL)

    desk.agenda.hold(afspraak_id)

    assert week.question() == ""
    assert week.day_of("Vader") == "Dinsdag 12 mei"


@pytest.mark.parametrize(
    ("answer", "after"),
    [
        ("Alleen deze", ["Wed 13 13:30", "Tue 19 13:30"]),
        ("Deze en volgende", ["Wed 13 13:30", "Wed 20 13:30"]),
        ("Alle", ["Wed 13 13:30", "Wed 20 13:30"]),
    ],
)
def test_one_of_a_series_asks_how_far_the_move_reaches(
    desk: Desk, open_week: Open, answer: str, after: list[str]
) -> None:
    begin = at(13, 30, TUESDAY)
    gegevens = AfspraakGegevens(
        "Teamoverleg", AfspraakSoort.OVERLEG, begin, begin + timedelta(hours=1)
    )
    desk.reeksen.add(gegevens, Herhaling.of("FREQ=WEEKLY;BYDAY=TU"))
    week = open_week()
    week.on("Teamoverleg")

    week.key(Qt.Key.Key_Right, CTRL)
    week.answer(answer)

    found = desk.agenda.between(at(0, 0, MONDAY), at(0, 0, MONDAY + timedelta(days=14)))
    assert [f"{local(row.begin):%a %d %H:%M}" for row in found] == after
    week.undo()
    found = desk.agenda.between(at(0, 0, MONDAY), at(0, 0, MONDAY + timedelta(days=14)))
    assert [f"{local(row.begin):%a %d}" for row in found] == ["Tue 12", "Tue 19"]
