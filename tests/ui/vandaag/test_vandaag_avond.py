"""The day begins with three lines, and ends with what may wait and what went well."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, held_talk, plan
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import Vandaag
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.notities import NotitieGegevens
from vtdesk.services.termijnen import TermijnGegevens
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.ui.page import Width
from vtdesk.ui.vandaag.regel_knop import RegelKnop
from vtdesk.ui.verlof.dialog import VerlofDialog
from vtdesk.values.dagkinds import OvernameSoort

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk, naam="Wolkenveld / Kaneelboom")


@pytest.fixture
def evening(desk: Desk, open_page: Open, casus_id: UUID, clock: SlowClock) -> Vandaag:
    """An evening with one thing for tonight and one that may wait."""
    clock.now = at(20, 24)
    desk.termijnen.start(casus_id, TermijnGegevens("T11", at(21, 30, date(2026, 5, 4))))
    mdo = held_talk(desk, casus_id, titel="MDO Wolkenveld", begin=at(13), einde=at(14))
    desk.notities.save(NotitieGegevens(gezien="Rustig."), afspraak_id=mdo)
    other = add_casus(desk, nummer="VT-DEMO-0097", naam="Sterrenwoud")
    add_persoon(desk, other, voornaam="Lotte", achternaam="van Sterrenwoud")
    visit = held_talk(desk, other, titel="Monitoring", begin=at(15), einde=at(16))
    desk.notities.save(NotitieGegevens(gezien="Goed."), afspraak_id=visit)
    vandaag = open_page()
    vandaag.press("Dag afsluiten", vandaag.page.findChild(QWidget, "titelrij"))
    return vandaag


def field(vandaag: Vandaag) -> QPlainTextEdit:
    return vandaag.page.findChild(QPlainTextEdit, "lichtpunt")


def test_before_ten_the_day_begins_with_three_lines(
    desk: Desk, open_page: Open, casus_id: UUID, clock: SlowClock
) -> None:
    clock.now = at(17, 0, YESTERDAY)
    desk.dagen.close()
    clock.now = at(8, 10)
    vader = add_persoon(desk, casus_id)
    begin = at(9, 0, date(2026, 4, 14))
    informed = desk.termijnen.start(casus_id, TermijnGegevens("T3", begin, persoon_id=vader))
    desk.termijnen.meet(informed, date(2026, 5, 8))
    for who in ("Maren", "Otis"):
        desk.beloften.add(BelofteGegevens(who, "bellen", uiterlijk=TODAY))
    plan(desk, casus_id, titel="MDO", begin=at(13), einde=at(14))
    desk.verloven.add(VerlofGegevens(TOMORROW, date(2026, 5, 22), "Bo Vervanger"))
    vandaag = open_page()

    assert vandaag.seen("dagstart") == [
        "Dagstart",
        "2 beloftes open. Als eerste: bellen, Maren.",
        "Vandaag: Informeren: Otis Havikskruid, Wolkenveld / Kaneelboom (gehaald op 8 mei).",
        "Sinds gisteren 17:00 gewijzigd: 1 afspraak en 1 termijn. "
        "Vanaf morgen met verlof, tot en met vrijdag 22 mei.",
    ]
    vandaag.press("Begin de dag")
    assert not vandaag.page.findChild(QWidget, "dagstart").isVisible()
    assert vandaag.focus() == "Casus openen"
    assert desk.dagen.of(TODAY).begonnen_op == at(8, 10)


def test_the_day_begins_with_what_is_next_in_sight(
    desk: Desk, open_page: Open, casus_id: UUID, clock: SlowClock
) -> None:
    clock.now = at(8, 10)
    desk.verloven.add(VerlofGegevens(TOMORROW, date(2026, 5, 22), "Bo Vervanger"))
    plan(desk, casus_id, titel="MDO", begin=at(13), einde=at(14))
    vandaag = open_page()
    vandaag.page.on_width(Width.KLEIN)
    vandaag.page.resize(1024, 400)
    vandaag.press("Begin de dag")
    QApplication.processEvents()

    kaart = vandaag.kaart
    assert 0 < kaart.mapTo(vandaag.page, kaart.rect().topLeft()).y() < 200


def test_after_ten_nobody_asks_to_begin(open_page: Open, clock: SlowClock) -> None:
    vandaag = open_page()
    assert not vandaag.page.findChild(QWidget, "dagstart").isVisible()


def test_the_evening_says_what_cannot_wait_and_that_one_may_stop(evening: Vandaag) -> None:
    shown = evening.seen("dagafsluiting")

    assert shown[:3] == [
        "Mag dit tot morgen?",
        "2 verslagen nog niet geschreven",
        "Samen ± 30 minuten. Daarna mag je stoppen.",
    ]
    assert shown.index("Vanavond") < shown.index("MDO Wolkenveld") < shown.index("Mag wachten")
    assert "Morgen valt het besluit over het huisverbod." in shown
    assert "Geen termijn vóór 26 mei." in shown
    assert "Morgen of overdragen" not in shown
    assert not evening.page.findChild(QWidget, "tegels").isVisible()
    filled = [
        b.accessibleName()
        for b in evening.page.findChildren(QPushButton)
        if b.property("kind") == "primary" and b.isVisibleTo(evening.page)
    ]
    assert filled == ["Begin met schrijven"]


def test_its_lines_are_walked_by_arrow_and_opened_by_enter(evening: Vandaag, qtbot: QtBot) -> None:
    assert evening.focus() == "Begin met schrijven"
    evening.key(Qt.Key.Key_Down)
    assert evening.focus() == "Openen"
    evening.key(Qt.Key.Key_Up)
    with qtbot.waitSignal(evening.page.write_requested):
        evening.key(Qt.Key.Key_Return)


def test_tab_walks_the_evening_as_one_reads_it(evening: Vandaag) -> None:
    walked = [evening.focus()]
    for _ in range(4):
        evening.key(Qt.Key.Key_Tab)
        walked.append(evening.focus())

    assert walked == [
        "Begin met schrijven", "Openen", "Wat ging goed vandaag?", "Terug naar de dag",
        "Klaar voor vandaag",
    ]  # fmt: skip


def test_a_name_in_what_went_well_is_marked_at_once(evening: Vandaag) -> None:
    QTest.keyClicks(field(evening), "Lottes vader lacht weer.")

    [mark] = field(evening).extraSelections()
    assert mark.cursor.selectedText() == "Lottes"
    words = evening.seen("dagafsluiting")
    assert "'Lottes' is een naam uit een casus. Schrijf het zonder naam." in words
    field(evening).setPlainText("Een meisje slaapt weer door. 👍 Van harte.")
    assert field(evening).extraSelections() == []


def test_done_for_today_keeps_what_went_well_and_locks(
    desk: Desk, evening: Vandaag, qtbot: QtBot
) -> None:
    QTest.keyClicks(field(evening), "Een meisje slaapt weer door.")
    with qtbot.waitSignal(evening.page.lock_requested):
        evening.press("Klaar voor vandaag")

    assert [one.tekst for one in desk.lichtpunten.month(TODAY)] == ["Een meisje slaapt weer door."]
    assert desk.dagen.of(TODAY).afgesloten_op == at(20, 24)
    assert desk.kladjes.of("lichtpunt") is None
    assert not evening.page.place()["avond"]
    assert field(evening).toPlainText() == ""
    assert evening.page.findChild(QWidget, "tegels").isVisible()


def test_escape_leaves_the_evening_and_what_is_typed_stays(desk: Desk, evening: Vandaag) -> None:
    field(evening).setFocus()
    QTest.keyClicks(field(evening), "Rustig gesprek")
    evening.key(Qt.Key.Key_Escape)

    assert not evening.page.findChild(QWidget, "dagafsluiting").isVisible()
    assert evening.page.findChild(QWidget, "tegels").isVisible()
    evening.page.close_day()
    assert field(evening).toPlainText() == "Rustig gesprek"
    assert evening.page.go_back()
    assert desk.lichtpunten.month(TODAY) == []


def test_a_lock_by_itself_comes_back_to_the_evening(evening: Vandaag, open_page: Open) -> None:
    QTest.keyClicks(field(evening), "Half")
    evening.page.put_away()
    place = evening.page.place()

    again = open_page()
    again.page.return_to(place)
    assert field(again).toPlainText() == "Half"
    assert again.page.findChild(QWidget, "dagafsluiting").isVisible()


def test_with_nothing_to_write_one_may_stop(open_page: Open, clock: SlowClock, desk: Desk) -> None:
    vandaag = open_page()
    clock.now = at(20)
    vandaag.page.tick()
    vandaag.press("Dag afsluiten", vandaag.page.findChild(QWidget, "nog-te-schrijven"))

    assert "Alles is geschreven. Je kunt stoppen." in vandaag.seen("dagafsluiting")
    assert vandaag.focus() == "Klaar voor vandaag"
    vandaag.page.on_width(Width.GROOT)
    assert not vandaag.page.findChild(QWidget, "dag-erna").isVisible()


def test_a_block_opened_in_the_evening_shows_its_card(evening: Vandaag) -> None:
    evening.on("Monitoring")
    evening.key(Qt.Key.Key_Return)

    assert "Monitoring" in evening.card()
    assert evening.kaart.isVisible()
    assert not evening.page.findChild(QWidget, "dagafsluiting").isVisible()


def promised(desk: Desk, dag: date) -> UUID:
    return desk.beloften.add(BelofteGegevens("Maren", "bellen", uiterlijk=dag))


def test_the_evening_says_who_really_has_the_promises(
    desk: Desk, evening: Vandaag, casus_id: UUID
) -> None:
    assert "Er staat geen belofte open." in evening.seen("dagafsluiting")
    taken = promised(desk, TOMORROW)
    assert "Nog 1 belofte open. Die staat morgen bovenaan." in evening.seen("dagafsluiting")

    open_ones = "Nog 4 beloftes open."
    for day in (TOMORROW, date(2026, 5, 20), date(2026, 6, 20)):
        promised(desk, day)
    leave = desk.verloven.add(VerlofGegevens(TOMORROW, date(2026, 5, 22), "Bo Vervanger"))
    desk.verloven.take(leave, OvernameSoort.BELOFTE, taken, "Bo Vervanger")
    assert (
        f"{open_ones} Bo neemt er 1 over. 1 valt na je verlof. Voor 2 daarvan is er nog niemand."
        in evening.seen("dagafsluiting")
    )

    evening.press("Vervangkaart")
    assert [d for d in evening.page.findChildren(VerlofDialog) if d.isVisible()]

    desk.verloven.take_rest(leave, "Bo Vervanger")
    sentence = f"{open_ones} Bo neemt er 3 over. 1 valt na je verlof."
    assert sentence in evening.seen("dagafsluiting")
    assert not evening.page.findChild(QWidget, "avond-vervangkaart").isVisible()


def test_the_card_of_what_is_to_write_says_which_is_for_tonight(evening: Vandaag) -> None:
    evening.key(Qt.Key.Key_Escape)
    shown = evening.seen("nog-te-schrijven")

    assert (
        "Vandaag komt er niets meer. Vanavond samen ± 30 minuten. Daarna mag je stoppen." in shown
    )
    groups = {
        label.text(): label.geometry().top()
        for label in evening.page.findChild(QWidget, "nog-te-schrijven").findChildren(QLabel)
    }
    lines = {
        line.accessibleName(): line.geometry().top()
        for line in evening.page.findChild(QWidget, "nog-te-schrijven").findChildren(RegelKnop)
    }
    [tonight] = [top for name, top in lines.items() if "MDO" in name]
    assert groups["Vanavond"] < tonight < groups["Mag wachten"]


def test_what_may_wait_is_given_to_the_replacer_and_comes_on_the_vervangkaart(
    desk: Desk, open_page: Open, casus_id: UUID, clock: SlowClock
) -> None:
    clock.now = at(20, 24)
    vader = add_persoon(desk, casus_id)
    inside_the_leave = TermijnGegevens("T3", at(9, 0, date(2026, 4, 20)), persoon_id=vader)
    desk.termijnen.start(casus_id, inside_the_leave)
    otis = DeelnameGegevens("Otis Havikskruid", "vader", vader)
    talk = held_talk(desk, casus_id, otis, titel="Eerste gesprek vader")
    desk.notities.save(NotitieGegevens(gezien="Rustig."), afspraak_id=talk)
    desk.verloven.add(VerlofGegevens(TOMORROW, date(2026, 5, 22), "Bo Vervanger"))
    verlof_id = desk.morgen.groups().verlof_id
    assert verlof_id is not None
    vandaag = open_page()
    vandaag.press("Dag afsluiten", vandaag.page.findChild(QWidget, "titelrij"))
    evening = vandaag.page.findChild(QWidget, "dagafsluiting")

    def given() -> list[str]:
        lines = desk.verloven.contents(verlof_id)
        return [line.wie for line in lines if line.soort is OvernameSoort.VERSLAG]

    vandaag.press("Aan Bo geven", evening)
    assert given() == ["Bo Vervanger"]

    vandaag.press("Toch zelf", evening)
    assert given() == []
