"""The tiles over the day: who waits, what ends, what is to be written, what was promised."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, held_talk, plan
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import Vandaag
from vtdesk.errors import OutsideError
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.services.termijnen import Termijnen, TermijnGegevens, TermijnRow
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.store.store import Store
from vtdesk.ui.page import Tools, Width
from vtdesk.ui.vandaag.page import VandaagPage
from vtdesk.ui.vandaag.regel_knop import RegelKnop

TOMORROW = TODAY + timedelta(days=1)
TILES = ("bellen", "termijnen", "schrijven", "beloftes")


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk, naam="Wolkenveld / Kaneelboom")


def lines(vandaag: Vandaag, tile: str) -> list[tuple[str, str]]:
    """Read the lines of a tile or card: what leads and what it is about."""
    QApplication.processEvents()
    room = vandaag.page.findChild(QWidget, tile)
    shown = [line for line in room.findChildren(RegelKnop) if line.isVisibleTo(room)]
    return [(line.accessibleDescription(), line.accessibleName()) for line in shown]


def press_line(vandaag: Vandaag, tile: str, number: int = 0) -> None:
    """Press Enter on a line of a tile."""
    line = vandaag.page.findChild(QWidget, tile).findChildren(RegelKnop)[number]
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_tile_at_zero_keeps_its_place_with_a_sentence(open_page: Open) -> None:
    vandaag = open_page()

    assert [vandaag.seen(f"tegel-{name}") for name in TILES] == [
        ["Bellen", "0", "Niemand wacht op een telefoontje."],
        ["Termijnen", "0", "Tot 26 mei eindigt er geen termijn."],
        ["Nog te schrijven", "0", "Alles is geschreven. Je kunt stoppen."],
        ["Beloftes", "0", "Er staat geen belofte open."],
    ]


def test_what_is_owed_stands_by_how_long_it_may_wait_and_the_rest_is_counted(
    desk: Desk, open_page: Open, casus_id: UUID, qtbot: QtBot
) -> None:
    for hour in (8, 9, 10):
        talk = held_talk(
            desk, casus_id, titel=f"Gesprek {hour}", begin=at(hour), einde=at(hour, 30)
        )
        if hour == 8:
            desk.notities.save(NotitieGegevens(gezien="Rustig."), afspraak_id=talk)
    vandaag = open_page()

    assert lines(vandaag, "tegel-schrijven") == [
        ("45 min", "Gesprek 9, Wolkenveld / Kaneelboom"),
        ("45 min", "Gesprek 10, Wolkenveld / Kaneelboom"),
    ]
    assert {"3", "nog 1"} <= set(vandaag.seen("tegel-schrijven"))
    with qtbot.waitSignal(vandaag.page.write_requested):
        press_line(vandaag, "tegel-schrijven")


def test_terms_of_all_casussen_stand_nearest_first_and_what_falls_in_leave_is_said(
    desk: Desk, open_page: Open, casus_id: UUID, qtbot: QtBot
) -> None:
    vader, oma = add_persoon(desk, casus_id), add_persoon(desk, casus_id, voornaam="Ria")
    for regel, day, who in (
        ("T3", date(2026, 4, 14), vader), ("T11", date(2026, 5, 4), None),
        ("T3", date(2026, 4, 24), oma), ("T2", date(2026, 5, 11), None),
    ):  # fmt: skip
        begin = at(21, 30, day)
        desk.termijnen.start(casus_id, TermijnGegevens(regel, begin, persoon_id=who))
    desk.verloven.add(VerlofGegevens(TOMORROW, date(2026, 5, 22), "Bo Vervanger"))
    vandaag = open_page()

    assert lines(vandaag, "tegel-termijnen") == [
        ("vandaag", "Informeren: Otis Havikskruid, Wolkenveld / Kaneelboom"),
        ("do 21:30", "Huisverbod stopt, Wolkenveld / Kaneelboom"),
    ]
    assert {"3", "nog 1 in je verlof"} <= set(vandaag.seen("tegel-termijnen"))
    assert "Week 20 · vanaf morgen met verlof, tot en met vrijdag 22 mei" in vandaag.seen(
        "titelrij"
    )
    with qtbot.waitSignal(vandaag.page.place_requested) as asked:
        press_line(vandaag, "tegel-termijnen")
    assert asked.args[0]["deel"] == "deel-termijnen"


def test_a_late_term_says_so(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    begin = at(9, 0, date(2026, 3, 2))
    vader = add_persoon(desk, casus_id)
    desk.termijnen.start(casus_id, TermijnGegevens("T3", begin, persoon_id=vader))

    [(lead, words)] = lines(open_page(), "tegel-termijnen")
    assert lead == "ma 30 maart"
    assert words.endswith(", te laat")


def test_what_was_cancelled_without_a_new_date_leads_the_promises_until_solved(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    desk.beloften.add(BelofteGegevens("Maren", "bellen", uiterlijk=TODAY, casus_id=casus_id))
    talk = plan(desk, casus_id, titel="S., 11 jaar", begin=at(10), einde=at(11))
    desk.agenda.cancel(talk, "")
    vandaag = open_page()

    assert lines(vandaag, "tegel-beloftes") == [
        ("S., 11 jaar", "nog geen nieuwe datum"),
        ("vandaag", "Maren: bellen"),
    ]
    desk.agenda.give_reason(talk, "Zij wil niet meer.")
    assert lines(vandaag, "tegel-beloftes") == [("vandaag", "Maren: bellen")]


def test_a_promise_is_kept_from_its_tile_and_comes_back_by_undo(
    desk: Desk, open_page: Open
) -> None:
    desk.beloften.add(BelofteGegevens("Maren", "bellen"))
    vandaag = open_page()

    press_line(vandaag, "tegel-beloftes")
    vandaag.form().tick("Dit lukt niet").enter()
    assert "Schrijf in één regel waarom het niet lukt." in vandaag.form().seen()
    vandaag.form().tick("Nagekomen").fill(regel="Gebeld om 12:00.").enter()

    assert lines(vandaag, "tegel-beloftes") == []
    assert vandaag.said() == "De belofte aan Maren is nagekomen."
    vandaag.undo()
    assert lines(vandaag, "tegel-beloftes") == [("geen datum", "Maren: bellen")]


def test_who_waits_for_a_call_stands_on_the_first_tile(
    desk: Desk, open_page: Open, qtbot: QtBot
) -> None:
    call = desk.bellen.add("onbekend 4x voicemail moeder paniek")
    vandaag = open_page()

    [(_, words)] = lines(vandaag, "tegel-bellen")
    assert "moeder" in words
    with qtbot.waitSignal(vandaag.page.call_requested) as asked:
        press_line(vandaag, "tegel-bellen")
    assert asked.args == [call]


def test_tab_walks_the_tiles_before_the_day(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Intake", begin=at(13), einde=at(14))
    desk.bellen.add("onbekend 4x voicemail moeder paniek")
    vandaag = open_page()
    desk.beloften.add(BelofteGegevens("Maren", "bellen"))  # its line is made last of all
    QApplication.processEvents()
    vandaag.page.findChild(QPushButton, "dag-afsluiten").setFocus()
    walked = []
    for _ in range(4):
        vandaag.key(Qt.Key.Key_Tab)
        walked.append(vandaag.focus().split(",")[0])

    assert walked == ["Meer", "moeder", "Maren: bellen", "Intake"]


def test_what_is_over_is_confirmed_at_the_right(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    plan(desk, casus_id, titel="Vader", begin=at(9), einde=at(10))
    plan(desk, casus_id, titel="Moeder", begin=at(10), einde=at(11))
    vandaag = open_page()
    card = vandaag.page.findChild(QWidget, "bevestigen")
    held = [b for b in card.findChildren(QPushButton) if b.accessibleName() == "Gehouden"]
    held[0].click()

    assert lines(vandaag, "bevestigen") == [("10:00", "Moeder, Wolkenveld / Kaneelboom")]
    assert vandaag.said() == "Vader is gehouden."

    vandaag.press("Ging niet door", card)
    vandaag.form().tick("Geen nieuwe datum").fill(reden="niet verschenen").enter()
    assert card.isHidden()


def test_tomorrow_is_one_line_and_opens_that_day(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Intake", begin=at(9, day=TOMORROW), einde=at(10, day=TOMORROW))
    plan(desk, None, titel="Overleg", begin=at(11, day=TOMORROW), einde=at(12, day=TOMORROW))
    vandaag = open_page()
    line = vandaag.page.findChild(RegelKnop, "morgen")
    assert line.accessibleName() == "09:00 Intake, en nog 1"
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert vandaag.titles() == ["Intake", "Overleg"]
    vandaag.page.on_width(Width.GROOT)
    assert vandaag.page.findChild(RegelKnop, "morgen") is None or not line.isVisible()


def test_a_narrow_window_shows_tiles_as_buttons_with_counts(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    held_talk(desk, casus_id, titel="Vader", begin=at(9), einde=at(10))
    desk.beloften.add(BelofteGegevens("Maren", "bellen", uiterlijk=TODAY))
    plan(desk, casus_id, titel="School", begin=at(13), einde=at(14))
    vandaag = open_page()
    vandaag.page.on_width(Width.KLEIN)
    vandaag.page.resize(1024 - 56, 440)
    buttons = [vandaag.page.findChild(QPushButton, f"knop-{name}") for name in TILES]

    assert [b.text() for b in buttons] == [
        "Bellen  0", "Termijnen  0", "Nog te schrijven  1", "Beloftes  1"
    ]  # fmt: skip
    assert all(button.isVisible() for button in buttons)
    assert not vandaag.page.findChild(QWidget, "tegel-schrijven").isVisible()
    [action] = buttons[3].menu().actions()
    assert action.text() == "vandaag   Maren: bellen"
    action.trigger()
    assert vandaag.form().is_open()
    kaart = vandaag.kaart
    assert kaart.isVisible()
    assert kaart.mapTo(vandaag.page, kaart.rect().topLeft()).y() < 200


class SickTermijnen(Termijnen):
    """Terms on a disk that cannot be read."""

    def komend(self) -> list[TermijnRow]:
        raise OutsideError("De schijf geeft een fout.")


def test_a_part_that_cannot_be_read_says_so_and_the_rest_stands(
    qtbot: QtBot, desk: Desk, store: Store, tools: Tools, clock: SlowClock, casus_id: UUID
) -> None:
    clock.now = at(12, 31)
    plan(desk, casus_id, titel="Vader", begin=at(11), einde=at(12))
    desk.beloften.add(BelofteGegevens("Maren", "bellen", uiterlijk=TODAY))
    page = VandaagPage(replace(desk, termijnen=SickTermijnen(store, clock)), tools)
    qtbot.addWidget(page)
    page.show()
    vandaag = Vandaag(page)

    sentence = "Termijnen konden niet worden gelezen. De rest klopt."
    assert vandaag.seen("tegel-termijnen") == ["Termijnen", sentence]
    assert lines(vandaag, "tegel-beloftes") == [("vandaag", "Maren: bellen")]
    assert vandaag.titles() == ["Vader"]


def test_on_another_day_the_tiles_say_that_they_are_of_today(open_page: Open) -> None:
    vandaag = open_page()
    whose = vandaag.page.findChild(QLabel, "tegels-van")
    assert not whose.isVisible()
    assert vandaag.page.findChild(QWidget, "morgen").isVisible()

    vandaag.page.show_day(date(2026, 6, 9))
    assert whose.isVisible()
    assert whose.text() == "Dit is van vandaag, di 12 mei."
    assert not any(line.isVisible() for line in vandaag.page.findChildren(QWidget, "morgen"))
