"""Series in the day: planned in the dialog, changed, moved and taken away as far as is asked."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from tests.builders import TODAY, SlowClock, add_casus, at, plan
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import ALT, Formulier, Vandaag
from vtdesk.services.agenda import AfspraakGegevens
from vtdesk.services.desk import Desk
from vtdesk.values.herhaling import Herhaling
from vtdesk.values.herinneren import Vooraf
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import end_of, klok, local

NEXT, THIRD = TODAY + timedelta(days=7), TODAY + timedelta(days=14)


@pytest.fixture
def weekly(desk: Desk, clock: SlowClock) -> UUID:
    """A talk every Tuesday at half past one."""
    clock.now = at(12, 31)
    gegevens = AfspraakGegevens("Teamoverleg", AfspraakSoort.OVERLEG, at(13, 30), at(14, 30))
    return desk.reeksen.add(gegevens, Herhaling.of("FREQ=WEEKLY;BYDAY=TU"))


def seen(desk: Desk, until: date = THIRD) -> list[str]:
    rows = desk.agenda.between(at(0), end_of(until))
    return [f"{local(row.begin):%d-%m} {klok(row.begin)} {row.titel}" for row in rows]


def change(vandaag: Vandaag, title: str) -> Formulier:
    vandaag.on(title)
    vandaag.key(Qt.Key.Key_Return)
    vandaag.press("Wijzigen")
    return vandaag.form()


def test_repeating_is_closed_until_it_is_asked_for(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    form = vandaag.form()
    line = form.dialog.findChild(QLineEdit, "elke")
    assert not line.isVisibleTo(form.dialog)

    form.choose(**{"hoe-vaak": "week"})

    assert line.isVisibleTo(form.dialog)
    [words] = [line for line in form.seen() if line.startswith("Elke week")]
    assert words == (
        "Elke week op dinsdag, zonder einde. Te beginnen op di 12 mei, di 19 mei, di 26 mei."
    )


def test_a_series_is_planned_in_one_dialog_and_can_be_undone(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    form = vandaag.form().fill(titel="Intervisie", begin="15", einde="16")
    form.choose(**{"hoe-vaak": "week", "reeks-einde": "keer"}).fill(elke="2", grens="3")
    form.enter()

    assert seen(desk, date(2026, 7, 1)) == [
        "12-05 15:00 Intervisie", "26-05 15:00 Intervisie", "09-06 15:00 Intervisie",
    ]  # fmt: skip
    assert vandaag.said() == ("Intervisie staat in je agenda. Elke 2 weken op dinsdag, 3 keer.")
    assert "reeks" in vandaag.block("Intervisie").accessibleDescription()

    vandaag.undo()
    assert seen(desk, date(2026, 7, 1)) == []


def test_a_weekly_rule_follows_the_day_that_is_typed(open_page: Open) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    form = vandaag.form().choose(**{"hoe-vaak": "week"}).fill(datum="do")
    form.dialog.findChild(QLineEdit, "datum").editingFinished.emit()

    assert form.dialog.findChild(QCheckBox, "donderdag").isChecked()
    assert not form.dialog.findChild(QCheckBox, "dinsdag").isChecked()


@pytest.mark.parametrize(
    ("how", "fields", "said"),
    [
        ("week", {"elke": "0"}, "Vul bij 'om de' een getal van 1 tot 99 in."),
        ("week", {"elke": "veel"}, "Schrijf bij 'Elke' een getal, zoals 2."),
        ("dag", {"einde": "keer", "grens": "100000"}, "Een reeks heeft 1 tot 500 keer."),
        ("dag", {"einde": "tot", "grens": "ooit"}, "Schrijf tot welke dag, zoals 30 juni."),
        ("dag", {"einde": "tot", "grens": "1 mei"}, "De reeks eindigt voor hij begint."),
    ],
)
def test_what_is_wrong_with_a_rule_stands_beside_it(
    desk: Desk, open_page: Open, how: str, fields: dict[str, str], said: str
) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    form = vandaag.form().fill(titel="Overleg").choose(**{"hoe-vaak": how})
    if end := fields.pop("einde", ""):
        form.choose(**{"reeks-einde": end})
    form.fill(**fields).enter()

    assert any(said in line for line in form.seen())
    assert form.is_open()
    assert seen(desk) == []


def test_a_time_that_the_clock_skips_is_refused(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    form = vandaag.form().fill(titel="Nacht", datum="28-3-2027", begin="2:30", einde="4")
    form.enter()

    wrong = "Op 28 maart bestaat 02:30 niet: de klok gaat dan een uur vooruit."
    assert wrong in form.seen()


def test_29_february_is_the_next_one_there_is(
    desk: Desk, open_page: Open, clock: SlowClock
) -> None:
    vandaag = open_page()
    clock.now = at(12, day=date(2028, 5, 12))
    vandaag.page.show_day(date(2028, 5, 12))
    vandaag.key(Qt.Key.Key_Insert)
    vandaag.form().fill(titel="Schrikkeldag", datum="29 feb").enter()

    [row] = desk.agenda.on_day(date(2032, 2, 29))
    assert row.titel == "Schrikkeldag"


@pytest.mark.parametrize("day", ["1-1-0001", "31-12-9999", "99-99-9999"])
def test_a_day_that_nobody_means_is_refused(desk: Desk, open_page: Open, day: str) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    form = vandaag.form().choose(**{"hoe-vaak": "week"}).fill(titel="Overleg", datum=day)
    form.dialog.findChild(QLineEdit, "datum").editingFinished.emit()
    form.enter()

    assert "Schrijf een dag, zoals 12 mei, di of morgen." in form.seen()


@pytest.mark.usefixtures("weekly")
def test_a_change_is_of_this_one_alone_unless_she_says_otherwise(
    desk: Desk, open_page: Open
) -> None:
    vandaag = open_page()
    change(vandaag, "Teamoverleg").fill(titel="Uitje").enter()
    assert seen(desk) == ["12-05 13:30 Uitje", "19-05 13:30 Teamoverleg", "26-05 13:30 Teamoverleg"]

    vandaag.undo()
    assert seen(desk)[0] == "12-05 13:30 Teamoverleg"


@pytest.mark.usefixtures("weekly")
def test_a_change_of_this_and_the_following(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.page.show_day(NEXT)
    form = change(vandaag, "Teamoverleg").fill(begin="14", einde="15")
    form.tick("Deze en volgende").enter()

    assert seen(desk) == [
        "12-05 13:30 Teamoverleg", "19-05 14:00 Teamoverleg", "26-05 14:00 Teamoverleg",
    ]  # fmt: skip
    assert vandaag.said() == "Teamoverleg is gewijzigd, met wat erna komt."
    vandaag.undo()
    assert [line[6:11] for line in seen(desk)] == ["13:30"] * 3


@pytest.mark.usefixtures("weekly")
def test_another_rule_needs_more_than_this_one(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    form = change(vandaag, "Teamoverleg").fill(elke="2")
    form.enter()
    assert any("van een enkele keer verandert de herhaling niet" in line for line in form.seen())

    form.tick("Alle").enter()
    assert seen(desk) == ["12-05 13:30 Teamoverleg", "26-05 13:30 Teamoverleg"]


@pytest.mark.usefixtures("weekly")
def test_no_longer_repeating_leaves_only_this_one(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    form = change(vandaag, "Teamoverleg").choose(**{"hoe-vaak": ""})
    form.tick("Deze en volgende").enter()

    assert seen(desk) == ["12-05 13:30 Teamoverleg"]


@pytest.mark.usefixtures("weekly")
@pytest.mark.parametrize(
    ("answer", "after"),
    [
        ("Alleen deze", ["13:35", "13:30", "13:30"]),
        ("Deze en volgende", ["13:35", "13:35", "13:35"]),
        ("Alle", ["13:35", "13:35", "13:35"]),
    ],
)
def test_a_move_by_key_asks_how_far_it_reaches(
    desk: Desk, open_page: Open, answer: str, after: list[str]
) -> None:
    vandaag = open_page()
    vandaag.on("Teamoverleg")
    vandaag.key(Qt.Key.Key_Down, ALT)
    assert vandaag.question() == "Teamoverleg verplaatsen naar 13:35–14:35."

    vandaag.answer(answer)
    assert [line[6:11] for line in seen(desk)] == after

    vandaag.undo()
    assert [line[6:11] for line in seen(desk)] == ["13:30"] * 3


@pytest.mark.usefixtures("weekly")
def test_a_series_moved_over_lunch_warns_first(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Lunch", soort=AfspraakSoort.LUNCH, begin=at(14, 30), einde=at(15))
    vandaag = open_page()
    vandaag.on("Teamoverleg")
    for _ in range(3):
        vandaag.key(Qt.Key.Key_Down, ALT)
    vandaag.answer("Alle")
    assert vandaag.question() == "Je hebt dan 15 minuten voor lunch."

    vandaag.answer("Ander moment")
    assert seen(desk)[0] == "12-05 13:30 Teamoverleg"

    for _ in range(3):
        vandaag.key(Qt.Key.Key_Down, ALT)
    vandaag.answer("Alle")
    vandaag.answer("Toch")
    assert [line[6:11] for line in seen(desk) if "Team" in line] == ["13:45"] * 3


@pytest.mark.usefixtures("weekly")
def test_taking_away_asks_how_much_goes(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.page.show_day(NEXT)
    vandaag.on("Teamoverleg")
    vandaag.key(Qt.Key.Key_Delete)
    form = vandaag.form()
    assert "Reeks: elke week op dinsdag, zonder einde." in form.seen()
    form.tick("Deze en volgende").enter()

    assert seen(desk) == ["12-05 13:30 Teamoverleg"]
    vandaag.undo()
    assert len(seen(desk)) == 3


def test_cancelling_the_talks_with_a_family_that_still_come(
    desk: Desk, open_page: Open, clock: SlowClock
) -> None:
    clock.now = at(12, 31)
    casus = add_casus(desk)
    gegevens = AfspraakGegevens(
        "Weekgesprek", AfspraakSoort.GESPREK, at(15), at(16), casus_id=casus
    )
    desk.reeksen.add(gegevens, Herhaling.of("FREQ=WEEKLY;COUNT=3"))
    vandaag = open_page()
    vandaag.on("Weekgesprek")
    vandaag.key(Qt.Key.Key_Delete)
    form = vandaag.form().tick("Geen nieuwe datum").tick("Alle")
    form.fill(reden="Het wijkteam neemt het over.").enter()

    assert seen(desk) == ["12-05 15:00 Weekgesprek"]
    [row] = desk.agenda.on_day(TODAY)
    assert (row.staat, row.reden) == (AfspraakStaat.AFGEZEGD, "Het wijkteam neemt het over.")

    vandaag.undo()
    assert len(seen(desk)) == 3
    assert {r.staat for r in desk.agenda.between(at(0), end_of(THIRD))} == {AfspraakStaat.GEPLAND}


def test_when_she_is_reminded_is_chosen_in_the_same_dialog(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    form = vandaag.form().fill(titel="Rechtbank", begin="15", einde="16")
    form.choose(herinneren=Vooraf.HALF_UUR).enter()
    [row] = desk.agenda.on_day(TODAY)
    assert desk.herinneringen.of(row.id) is Vooraf.HALF_UUR

    form = change(vandaag, "Rechtbank").choose(herinneren=Vooraf.NIET)
    form.enter()
    assert desk.herinneringen.of(row.id) is Vooraf.NIET

    vandaag.undo()
    assert desk.herinneringen.of(row.id) is Vooraf.HALF_UUR
