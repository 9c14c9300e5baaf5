"""Week: what it shows, the way through it, and what it costs when there is very much."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from tests.builders import SlowClock, add_casus, at, held_talk, plan
from tests.ui.week.conftest import Open
from vtdesk.models import Afspraak
from vtdesk.services.desk import Desk
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.store.store import Store
from vtdesk.ui.page import Width
from vtdesk.values.kinds import AfspraakSoort

MONDAY = date(2026, 5, 11)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = (MONDAY + timedelta(days=n) for n in range(1, 6))


def on(day: date, hour: int, minutes: int = 60, minute: int = 0) -> dict[str, object]:
    begin = at(hour, minute, day)
    return {"begin": begin, "einde": begin + timedelta(minutes=minutes)}


def test_a_week_shows_the_working_days_with_what_each_of_them_asks(
    desk: Desk, open_week: Open, clock: SlowClock
) -> None:
    casus_id = add_casus(desk)
    clock.now = at(12, 31)
    held_talk(desk, casus_id, titel="Moeder", **on(MONDAY, 10, 90))
    plan(desk, casus_id, titel="Vader", **on(TUESDAY, 16))
    plan(desk, casus_id, titel="School", **on(TUESDAY, 14))
    plan(desk, None, titel="Lunch", soort=AfspraakSoort.LUNCH, **on(TUESDAY, 12))

    week = open_week()

    assert week.titles() == ["Moeder", "Lunch", "School", "Vader"]
    assert week.days() == ["ma 11 mei", "di 12 mei", "wo 13 mei", "do 14 mei", "vr 15 mei"]
    assert week.figures() == ["1,5 uur gesprek · 1 te schrijven", "2 uur gesprek", "", "", ""]
    assert "Week 20" in week.seen()
    assert "ma 11 mei tot en met vr 15 mei" in week.seen()
    assert week.day_of("School") == "Dinsdag 12 mei"


def test_the_weekend_is_there_only_when_something_stands_in_it(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Verhuizen", **on(SATURDAY, 10))

    assert open_week().days()[5:] == ["za 16 mei"]


def test_an_empty_week_says_so_and_offers_a_beginning(open_week: Open) -> None:
    week = open_week()

    assert "Nog niets in deze week." in week.seen()
    week.press("Afspraak maken")
    assert week.form().isVisible()


def test_days_of_leave_say_so_above_their_hours(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Teamdag", hele_dag=True, **on(FRIDAY, 0, 24 * 60))
    week = open_week()
    assert week.leave() == []

    verlof_id = desk.verloven.add(VerlofGegevens(WEDNESDAY, WEDNESDAY + timedelta(days=9)))
    assert week.leave() == ["wo 13 mei", "do 14 mei", "vr 15 mei"]
    assert week.titles() == ["Teamdag"]
    week.key(Qt.Key.Key_PageDown)
    assert len(week.leave()) == 5
    assert "Nog niets in deze week." not in week.seen()
    desk.verloven.remove(verlof_id)
    assert week.leave() == []


def test_page_keys_walk_through_the_weeks_and_t_leads_back(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Nu", **on(TUESDAY, 15))
    plan(desk, None, titel="Straks", **on(TUESDAY + timedelta(days=7), 15))
    week = open_week()

    week.key(Qt.Key.Key_PageDown)
    assert (week.titles(), week.days()[0]) == (["Straks"], "ma 18 mei")
    assert week.focus() == "Straks"
    week.key(Qt.Key.Key_PageUp)
    week.key(Qt.Key.Key_PageUp)
    assert week.days()[0] == "ma 4 mei"
    assert "Nog niets in deze week." in week.seen()
    week.key(Qt.Key.Key_T)
    assert week.titles() == ["Nu"]


def test_from_a_full_day_page_down_leaves_nothing_of_it_in_sight(
    desk: Desk, open_week: Open
) -> None:
    for hour in range(6, 13):
        plan(desk, None, titel=f"Om {hour}", **on(TUESDAY, hour, 45))
    here = plan(desk, None, titel="Hier", **on(TUESDAY, 13, 45))
    for hour in (14, 17, 20):  # partly in sight: the keyboard on it would scroll
        plan(desk, None, titel=f"Lang om {hour}", **on(TUESDAY, hour, 170))
    plan(desk, None, titel="Straks", **on(TUESDAY + timedelta(days=7), 15))
    week = open_week()
    week.page.resize(1340, 460)
    week.scroll_up()
    assert week.board.focus_on(here)

    week.key(Qt.Key.Key_PageDown)

    assert (week.titles(), week.drawn()) == (["Straks"], ["Straks"])
    assert week.focus() == "Straks"


def test_arrows_walk_the_blocks_across_the_days(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Ma vroeg", **on(MONDAY, 9))
    plan(desk, None, titel="Ma laat", **on(MONDAY, 16))
    plan(desk, None, titel="Wo vroeg", **on(WEDNESDAY, 9))
    plan(desk, None, titel="Wo laat", **on(WEDNESDAY, 15))
    week = open_week()
    week.on("Ma vroeg")

    for key, expected in (
        (Qt.Key.Key_Down, "Ma laat"), (Qt.Key.Key_Right, "Wo laat"), (Qt.Key.Key_Up, "Wo vroeg"),
        (Qt.Key.Key_Up, "Ma laat"), (Qt.Key.Key_Left, "Ma laat"), (Qt.Key.Key_Right, "Wo laat"),
        (Qt.Key.Key_Down, "Wo laat"),
    ):  # fmt: skip
        week.key(key)
        assert week.focus() == expected


def test_enter_opens_the_appointment_where_its_card_is(desk: Desk, open_week: Open) -> None:
    afspraak_id = plan(desk, None, titel="Vader", **on(THURSDAY, 10))
    week = open_week()
    asked: list[object] = []
    week.page.afspraak_requested.connect(asked.append)
    week.on("Vader")

    week.key(Qt.Key.Key_Return)

    assert asked == [afspraak_id]


def test_ins_plans_on_the_day_of_the_block_with_the_keyboard(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Vader", **on(THURSDAY, 10))
    week = open_week()
    week.on("Vader")

    week.key(Qt.Key.Key_Insert)

    assert "do 14 mei" in str(week.form().half_typed())


def test_what_lasts_all_day_stands_above_the_hours(desk: Desk, open_week: Open) -> None:
    begin = at(0, 0, WEDNESDAY)
    plan(desk, None, titel="Studiedag", begin=begin, einde=begin + timedelta(days=1), hele_dag=True)
    plan(desk, None, titel="Overleg", **on(WEDNESDAY, 9))
    week = open_week()

    assert week.titles() == ["Studiedag", "Overleg"]
    week.on("Studiedag")
    week.key(Qt.Key.Key_Down)
    assert week.focus() == "Overleg"


def test_what_was_hard_is_counted_only_for_who_wants_it(desk: Desk, open_week: Open) -> None:
    desk.impact.save("Hij schold.", zwaar=True)
    week = open_week()
    assert week.figures()[1] == ""

    week.page.findChild(QAction, "week-zwaar").trigger()

    assert week.figures()[1] == "1 zwaar"
    assert desk.instellingen.weergave().zware_gesprekken


def test_a_narrow_window_shows_three_days_and_the_way_to_the_rest(
    desk: Desk, open_week: Open
) -> None:
    week = open_week(Width.KLEIN)
    assert week.days() == ["di 12 mei", "wo 13 mei", "do 14 mei"]

    week.press("Latere dagen van deze week")
    assert week.days() == ["wo 13 mei", "do 14 mei", "vr 15 mei"]
    week.press("Eerdere dagen van deze week")
    assert week.days() == ["ma 11 mei", "di 12 mei", "wo 13 mei"]


def test_a_wide_window_shows_two_weeks_when_asked(desk: Desk, open_week: Open) -> None:
    week = open_week(Width.GROOT)
    assert len(week.days()) == 5

    week.page.findChild(QAction, "week-dubbel").trigger()

    assert len(week.days()) == 10
    assert "Week 20 en 21" in week.seen()


def test_the_page_comes_back_where_it_was(desk: Desk, open_week: Open) -> None:
    plan(desk, None, titel="Straks", **on(TUESDAY + timedelta(days=7), 15))
    week = open_week()
    week.key(Qt.Key.Key_PageDown)
    place = week.page.place()

    again = open_week()
    again.page.return_to(place)

    assert again.days()[0] == "ma 18 mei"
    assert again.focus() == "Straks"


def test_a_week_with_two_thousand_appointments_makes_blocks_only_of_what_is_in_sight(
    store: Store, open_week: Open
) -> None:
    fill(store, per_day=400)

    week = open_week()

    assert 20 < len(week.board.blocks()) < 400
    week.board.focus_first()
    for _ in range(30):
        week.key(Qt.Key.Key_Down)
    assert week.focus()


def fill(store: Store, *, per_day: int) -> None:
    """Put very many appointments into the working days of this week, in one transaction."""
    with store.write() as session:
        for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY):
            for number in range(per_day):
                begin = at(8, 0, day) + timedelta(minutes=number * 600 // per_day)
                session.add(
                    Afspraak(
                        titel=f"Afspraak {number}",
                        soort=list(AfspraakSoort)[number % 10],
                        begin=begin,
                        einde=begin + timedelta(minutes=20 + number % 3 * 20),
                    )
                )
