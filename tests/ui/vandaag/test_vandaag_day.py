"""What the day shows, and how it is walked and moved by keyboard and mouse."""

from datetime import date, timedelta
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QScrollArea

from tests.builders import TODAY, SlowClock, add_casus, at, held_talk, plan
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import ALT, SHIFT, Vandaag
from vtdesk.services.desk import Desk
from vtdesk.services.plein.service import BesprekingGegevens, Uitkomst
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.ui.agenda.day_column import DayColumn
from vtdesk.ui.agenda.now_line import NowLine
from vtdesk.ui.page import Width
from vtdesk.ui.theme import palette
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import start_of

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def afternoon(desk: Desk, open_page: Open) -> Vandaag:
    """A lunch, an MDO at one, travel at half past two and a talk at three."""
    plan(desk, None, titel="Lunch", soort=AfspraakSoort.LUNCH, begin=at(12, 30), einde=at(13))
    plan(desk, None, titel="MDO", soort=AfspraakSoort.OVERLEG, begin=at(13), einde=at(14))
    plan(desk, None, titel="Reis", soort=AfspraakSoort.REISTIJD, begin=at(14, 30), einde=at(15))
    plan(desk, None, titel="Gesprek", begin=at(15), einde=at(16), plaats="kamer 4")
    return open_page()


def begins(desk: Desk) -> dict[str, str]:
    return {row.titel: f"{row.begin:%H:%M}" for row in desk.agenda.on_day(TODAY)}


def test_every_block_is_a_button_that_says_what_it_shows(desk: Desk, open_page: Open) -> None:
    casus_id = add_casus(desk)
    plan(desk, casus_id, titel="Vader", begin=at(15), einde=at(16))
    held = held_talk(desk, casus_id, titel="Moeder", begin=at(9), einde=at(10), plaats="")
    gone = plan(desk, casus_id, titel="School", begin=at(10), einde=at(11), plaats="")
    desk.agenda.cancel(gone, "ziek")
    vandaag = open_page()

    assert [block.accessibleName() for block in vandaag.blocks()] == [
        "Moeder, 09:00–10:00, Gehouden",
        "School, 10:00–11:00, Afgezegd",
        "Vader, 15:00–16:00, kamer 4",
    ]
    assert all(isinstance(block, QAbstractButton) for block in vandaag.blocks())
    assert vandaag.blocks()[2].accessibleDescription().startswith("Gesprek, Zilverduin")
    assert vandaag.column.block_of(held) is not None


def test_the_arrows_walk_the_blocks_and_n_goes_to_the_next(afternoon: Vandaag) -> None:
    afternoon.key(Qt.Key.Key_N)
    assert afternoon.focus() == "MDO, 13:00–14:00, kamer 4"

    afternoon.key(Qt.Key.Key_Down)
    afternoon.key(Qt.Key.Key_Down)
    assert afternoon.focus() == "Gesprek, 15:00–16:00, kamer 4"

    afternoon.key(Qt.Key.Key_Down)
    afternoon.key(Qt.Key.Key_Up)
    assert afternoon.focus().startswith("Reis")


def test_a_block_moves_by_five_minutes_and_asks_once(afternoon: Vandaag, desk: Desk) -> None:
    afternoon.on("MDO")
    afternoon.key(Qt.Key.Key_Down, ALT)
    afternoon.key(Qt.Key.Key_Down, ALT)
    assert afternoon.question() == "MDO verplaatsen naar 13:10–14:10."
    assert begins(desk)["MDO"] == "13:00"

    afternoon.answer("Alleen deze")

    assert begins(desk) == {"Lunch": "12:30", "MDO": "13:10", "Reis": "14:30", "Gesprek": "15:00"}
    assert afternoon.said() == "MDO staat nu op 13:10."
    assert afternoon.focus().startswith("MDO, 13:10")
    assert afternoon.question() == ""


def test_enter_moves_one_and_shift_enter_all_that_follows(afternoon: Vandaag, desk: Desk) -> None:
    afternoon.on("MDO")
    afternoon.key(Qt.Key.Key_Down, ALT)
    afternoon.key(Qt.Key.Key_Return)
    assert begins(desk)["MDO"] == "13:05"
    assert begins(desk)["Gesprek"] == "15:00"

    afternoon.key(Qt.Key.Key_Down, ALT)
    afternoon.key(Qt.Key.Key_Return, SHIFT)
    assert begins(desk) == {"Lunch": "12:30", "MDO": "13:10", "Reis": "14:35", "Gesprek": "15:05"}


def test_a_move_of_the_rest_is_undone_exactly(afternoon: Vandaag, desk: Desk) -> None:
    before = begins(desk)
    afternoon.on("MDO")
    afternoon.key(Qt.Key.Key_Up, ALT)
    afternoon.key(Qt.Key.Key_Return, SHIFT)
    afternoon.answer("Toch")
    assert begins(desk) == {"Lunch": "12:30", "MDO": "12:55", "Reis": "14:25", "Gesprek": "14:55"}

    afternoon.undo()

    assert begins(desk) == before
    assert afternoon.block("MDO").accessibleName() == "MDO, 13:00–14:00, kamer 4"


def test_moving_over_lunch_says_what_is_left_of_it(afternoon: Vandaag, desk: Desk) -> None:
    afternoon.on("MDO")
    for _ in range(3):
        afternoon.key(Qt.Key.Key_Up, ALT)
    afternoon.key(Qt.Key.Key_Return)
    assert afternoon.question() == "Je hebt dan 15 minuten voor lunch."

    afternoon.answer("Ander moment")

    assert begins(desk)["MDO"] == "13:00"
    assert afternoon.focus().startswith("MDO, 13:00")


def test_a_move_keeps_asking_until_it_is_answered_from_the_keyboard(
    afternoon: Vandaag, desk: Desk
) -> None:
    afternoon.on("MDO")
    afternoon.key(Qt.Key.Key_Up, ALT)
    afternoon.key(Qt.Key.Key_Return)
    assert afternoon.focus() == "Toch"
    afternoon.key(Qt.Key.Key_Escape)
    assert afternoon.question() == ""
    assert begins(desk)["MDO"] == "13:00"

    afternoon.key(Qt.Key.Key_Up, ALT)
    afternoon.key(Qt.Key.Key_Return)
    afternoon.key(Qt.Key.Key_Return)
    assert begins(desk)["MDO"] == "12:55"


def test_moving_onto_another_talk_names_it(afternoon: Vandaag, desk: Desk) -> None:
    afternoon.on("Gesprek")
    for _ in range(17):
        afternoon.key(Qt.Key.Key_Up, ALT)
    afternoon.key(Qt.Key.Key_Return)
    assert afternoon.question() == "Dit valt samen met MDO, 13:00–14:00 en nog 1."

    afternoon.answer("Toch")

    assert begins(desk)["Gesprek"] == "13:35"


def test_escape_lets_a_block_stand_where_it_stood(afternoon: Vandaag, desk: Desk) -> None:
    afternoon.on("Gesprek")
    afternoon.key(Qt.Key.Key_Down, ALT)
    afternoon.key(Qt.Key.Key_Escape)

    assert afternoon.question() == ""
    assert begins(desk)["Gesprek"] == "15:00"
    assert afternoon.block("Gesprek").accessibleName() == "Gesprek, 15:00–16:00, kamer 4"


def test_dragging_asks_the_same_question(afternoon: Vandaag, desk: Desk) -> None:
    block = afternoon.block("Gesprek")
    hand = QPoint(80, 10)
    QTest.mousePress(block, Qt.MouseButton.LeftButton, pos=hand)
    QTest.mouseMove(block, hand + QPoint(0, 29))
    assert begins(desk)["Gesprek"] == "15:00"
    QTest.mouseRelease(block, Qt.MouseButton.LeftButton, pos=hand)

    assert afternoon.question() == "Gesprek verplaatsen naar 15:30–16:30."
    afternoon.answer("Verplaatsen")
    assert begins(desk)["Gesprek"] == "15:30"


def test_a_click_opens_the_card_and_does_not_move(afternoon: Vandaag) -> None:
    QTest.mouseClick(afternoon.block("Gesprek"), Qt.MouseButton.LeftButton)

    assert "Gesprek" in afternoon.card()
    assert "Over 2 uur en 29 minuten" in afternoon.card()
    assert afternoon.question() == ""


def test_what_was_held_or_cancelled_does_not_move(desk: Desk, open_page: Open) -> None:
    held_talk(desk, add_casus(desk), titel="Vader", begin=at(9), einde=at(10))
    vandaag = open_page()

    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Down, ALT)

    assert vandaag.question() == ""
    assert begins(desk)["Vader"] == "09:00"


def test_a_block_never_moves_to_another_day(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Laat", begin=at(23, 40), einde=at(23, 55))
    vandaag = open_page()
    vandaag.on("Laat")
    for _ in range(4):
        vandaag.key(Qt.Key.Key_Down, ALT)

    assert vandaag.question() == "Laat verplaatsen naar 23:45–00:00."


def test_the_line_of_now_follows_the_clock(afternoon: Vandaag, clock: SlowClock) -> None:
    line = afternoon.page.findChild(NowLine)
    before = line.y()
    assert line.accessibleName() == "Nu 12:31"

    clock.pass_time(minutes=30)
    afternoon.page.tick()

    assert line.accessibleName() == "Nu 13:01"
    assert line.y() - before == 29
    assert "Nu bezig, nog 59 minuten" in afternoon.card()


def test_the_clock_takes_neither_focus_nor_a_half_made_move(
    afternoon: Vandaag, clock: SlowClock
) -> None:
    afternoon.on("Gesprek")
    afternoon.key(Qt.Key.Key_Down, ALT)
    clock.pass_time(minutes=1)
    afternoon.page.tick()

    assert afternoon.focus() == "Gesprek, 15:05–16:05, kamer 4"
    assert afternoon.question() == "Gesprek verplaatsen naar 15:05–16:05."


def test_after_midnight_the_page_shows_the_new_day(afternoon: Vandaag, clock: SlowClock) -> None:
    clock.now = at(0, 1, TOMORROW)
    afternoon.page.tick()

    assert "Woensdag 13 mei" in afternoon.seen("titelrij")


def test_an_empty_day_says_what_one_can_do(open_page: Open) -> None:
    sentence = "Vandaag staat er niets gepland. Plan een afspraak of werk je verslagen bij."
    assert sentence in open_page().seen("dag")


def test_the_days_are_walked_and_t_comes_home(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Morgen", begin=at(9, day=TOMORROW), einde=at(10, day=TOMORROW))
    vandaag = open_page()

    vandaag.key(Qt.Key.Key_PageDown)
    assert vandaag.titles() == ["Morgen"]
    assert "Woensdag 13 mei" in vandaag.seen("titelrij")
    assert "Week 20" in vandaag.seen("titelrij")

    vandaag.key(Qt.Key.Key_T)
    assert vandaag.titles() == []
    vandaag.press("Vorige dag")
    assert "Maandag 11 mei" in vandaag.seen("titelrij")


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 1), (date(2026, 10, 25), 3)])
def test_a_day_of_23_or_25_hours_is_shown_right(
    desk: Desk, open_page: Open, clock: SlowClock, day: date, hours: int
) -> None:
    clock.now = at(12, 31, day)
    plan(desk, None, titel="Nacht", begin=at(1, day=day), einde=at(3, day=day))
    vandaag = open_page()

    assert vandaag.block("Nacht").height() == 58 * hours - 2
    assert vandaag.block("Nacht").accessibleName() == "Nacht, 01:00–03:00, kamer 4"


def test_forty_appointments_stay_reachable(desk: Desk, open_page: Open) -> None:
    for number in range(40):
        begin = at(9 + number // 8, number % 8)
        plan(desk, None, titel=f"Afspraak {number}", begin=begin, einde=begin + timedelta(hours=1))
    vandaag = open_page()

    rests = [b for b in vandaag.page.findChildren(QPushButton, "rest") if b.isVisible()]
    for button in rests:
        button.menu().aboutToShow.emit()
    hidden = sum(len(button.menu().actions()) for button in rests)
    assert len(vandaag.blocks()) + hidden == 40
    assert all(button.text() == f"+{len(button.menu().actions())}" for button in rests)
    rests[0].menu().actions()[0].trigger()
    assert len(vandaag.kaart.offered()) > 0


@pytest.mark.parametrize(
    "title", ["O'Neill <b>", "a" * 500, "שיחה עם אמא", "محادثة <img src=x>", "R&D & co"]
)
def test_any_title_is_shown_literally(desk: Desk, open_page: Open, look: Look, title: str) -> None:
    plan(desk, add_casus(desk, naam=title), titel=title, begin=at(13), einde=at(14), plaats="")
    vandaag = open_page()

    assert vandaag.block(title).accessibleName() == f"{title}, 13:00–14:00"
    assert title in vandaag.card()
    assert "<b>" not in vandaag.block(title).toolTip()
    for scheme in (Scheme.DONKER, Scheme.LICHT):
        look.apply(scheme=scheme)
        assert not vandaag.page.grab().isNull()


def test_an_all_day_appointment_stands_on_top(desk: Desk, open_page: Open) -> None:
    plan(
        desk, None, titel="Cursus", hele_dag=True,
        begin=start_of(TODAY), einde=start_of(TOMORROW), plaats="",
    )  # fmt: skip
    plan(desk, None, titel="Vroeg", begin=at(8), einde=at(9))
    vandaag = open_page()

    assert [block.accessibleName() for block in vandaag.blocks()] == [
        "Cursus, hele dag",
        "Vroeg, 08:00–09:00, kamer 4",
    ]
    assert vandaag.block("Cursus").mapTo(vandaag.page, QPoint(0, 0)).y() < (
        vandaag.block("Vroeg").mapTo(vandaag.page, QPoint(0, 0)).y()
    )
    vandaag.on("Cursus")
    vandaag.key(Qt.Key.Key_Down, ALT)
    assert vandaag.question() == ""


def test_a_narrow_page_begins_one_hour_before_now(
    desk: Desk, open_page: Open, clock: SlowClock
) -> None:
    clock.now = at(11)
    plan(desk, None, titel="Gesprek", begin=at(15, 30), einde=at(16))
    vandaag = open_page()
    vandaag.page.on_width(Width.KLEIN)
    vandaag.page.resize(1020, 460)
    QApplication.processEvents()
    vandaag.column.scroll_to_now()
    top = vandaag.column.mapToGlobal(QPoint(0, 0)).y()
    line = vandaag.page.findChild(NowLine).mapToGlobal(QPoint(0, 11)).y()

    assert 58 <= line - top <= 90


def test_a_page_with_room_begins_in_the_morning_until_now_would_fall_out_of_sight(
    desk: Desk, open_page: Open, clock: SlowClock
) -> None:
    clock.now = at(11)
    plan(desk, None, titel="Vroeg", begin=at(8), einde=at(9))
    plan(desk, None, titel="Laat", begin=at(21), einde=at(23))
    vandaag = open_page()
    vandaag.page.resize(1340, 800)
    QApplication.processEvents()
    uren = vandaag.column.findChild(QScrollArea)
    assert uren.verticalScrollBar().value() == 0

    clock.now = at(20)
    vandaag.page.tick()
    vandaag.column.scroll_to_now()
    assert uren.verticalScrollBar().value() > 0


def test_states_are_words_and_not_only_colours(desk: Desk, open_page: Open) -> None:
    old = plan(desk, add_casus(desk), titel="Oud", begin=at(13), einde=at(14), plaats="")
    desk.agenda.replace(old, at(10, day=TOMORROW))
    vandaag = open_page()

    assert vandaag.block("Oud").accessibleName() == "Oud, 13:00–14:00, Verzet"
    assert vandaag.block("Oud").row.staat is AfspraakStaat.VERZET


def test_a_wide_window_shows_the_day_after_too(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Intake", begin=at(9, day=TOMORROW), einde=at(10, day=TOMORROW))
    vandaag = open_page()
    vandaag.page.resize(1800, 900)
    vandaag.page.on_width(Width.GROOT)
    after = vandaag.page.findChild(DayColumn, "dag-erna")

    assert "Woensdag 13 mei" in vandaag.seen("dag-erna")
    assert [block.row.titel for block in after.blocks()] == ["Intake"]
    after.focus_on(after.blocks()[0].row.id)
    vandaag.key(Qt.Key.Key_Return)
    assert "Intake" in vandaag.card()

    vandaag.page.on_width(Width.MIDDEN)
    assert not after.isVisible()


def test_a_table_lists_who_was_discussed_and_what_was_decided(
    desk: Desk, open_page: Open, clock: SlowClock
) -> None:
    clock.now = at(9)
    block = plan(desk, None, titel="JB-plein", soort=AfspraakSoort.PLEIN, begin=at(9), einde=at(11))
    zitting = desk.plein.open_zitting(at(9), block)
    first = desk.plein.add(zitting, BesprekingGegevens(60, initialen="J.", leeftijd="15"))
    desk.plein.add(zitting, BesprekingGegevens(50, initialen="S.", leeftijd="11"))
    besluit = desk.plein.regio().besluiten[0]
    desk.plein.begin(first)
    desk.plein.keep(first, Uitkomst(besluit=besluit.id), {})
    vandaag = open_page()

    said = vandaag.block("JB-plein").accessibleDescription()
    assert f"09:00 J., 15 jaar {besluit.tekst}" in said
    assert "10:00 S., 11 jaar" in said


def test_the_line_of_now_runs_on_behind_the_words_of_a_block(desk: Desk, open_page: Open) -> None:
    long = "Verslagen schrijven en nakijken"
    plan(desk, None, titel=long, soort=AfspraakSoort.SCHRIJVEN, begin=at(12), einde=at(13))
    vandaag = open_page()
    block = vandaag.block(long)
    picture, colour = block.grab().toImage(), palette.colour("nu").name()
    scale = picture.devicePixelRatio()
    rows = [
        [picture.pixelColor(x, y).name() == colour for x in range(picture.width())]
        for y in range(picture.height())
    ]
    best = max(rows, key=sum)

    gaps = [len(list(run)) for there, run in groupby(best) if not there]
    assert max(gaps, default=0) <= 12 * scale  # no more than a letter or an edge hides


def test_a_day_of_leave_says_so_above_its_hours(desk: Desk, open_page: Open) -> None:
    desk.verloven.add(VerlofGegevens(TOMORROW, TOMORROW + timedelta(days=9)))
    vandaag = open_page()
    assert "Verlof" not in vandaag.seen("dag")

    vandaag.key(Qt.Key.Key_PageDown)

    assert "Verlof" in vandaag.seen("dag")
    vandaag.key(Qt.Key.Key_PageUp)
    assert "Verlof" not in vandaag.seen("dag")
