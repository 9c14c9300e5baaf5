"""What is next, what must be known before the door opens, and what is still to do."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, held_talk, plan, reach
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import Vandaag, seen
from vtdesk.errors import OutsideError
from vtdesk.services.agenda import AfspraakRow, Agenda
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens
from vtdesk.services.notities import NotitieGegevens
from vtdesk.store.store import Store
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.vandaag.page import VandaagPage
from vtdesk.ui.vandaag.regel_knop import RegelKnop
from vtdesk.values.kinds import AfgeschermdSoort, AfspraakSoort, Rol

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk, naam="Wolkenveld / Kaneelboom")


def lines(vandaag: Vandaag, tile: str) -> list[tuple[str, str]]:
    """Read the lines of a tile: what leads and what it is about."""
    QApplication.processEvents()
    room = vandaag.page.findChild(QWidget, f"tegel-{tile}")
    shown = [line for line in room.findChildren(RegelKnop) if line.isVisibleTo(room)]
    return [(line.accessibleDescription(), line.accessibleName()) for line in shown]


def test_the_card_says_what_comes_next(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    sanne = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Sanne", achternaam="Wolkenveld")
    mdo = plan(
        desk, casus_id, titel="MDO Wolkenveld", soort=AfspraakSoort.OVERLEG, begin=at(13),
        einde=at(14), plaats="Zaal 1 en beeldbellen", doel="Samen bepalen wat er nodig is.",
    )  # fmt: skip
    invited = (DeelnameGegevens("Sanne Wolkenveld", persoon_id=sanne), DeelnameGegevens("CIT"))
    desk.gesprekken.set(mdo, GesprekGegevens(deelnames=invited))
    vandaag = open_page()

    assert vandaag.card() == [
        "Over 29 minuten",
        "13:00–14:00",
        "MDO Wolkenveld",
        "Samen bepalen wat er nodig is.",
        "Wolkenveld / Kaneelboom · VT-DEMO-0141",
        "Zaal 1 en beeldbellen",
        "Sanne Wolkenveld, CIT",
    ]
    assert vandaag.kaart.offered() == ["Casus openen", "Wijzigen", "Afzeggen"]


def test_it_says_how_one_is_reached_and_that_an_address_is_secret_never_which(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    sanne = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Sanne")
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes", adres="")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Geheimelaan 12", "eigen verleden")
    desk.personen.shield(sanne, AfgeschermdSoort.TELEFOON, "06-0000 0499", "nieuw nummer")
    reach(
        desk, sanne, wanneer="na 20:00", voicemail=True, voicemail_vanaf=date(2026, 5, 14),
        codewoord="bibliotheekboek", nooit_zeggen="Veilig Thuis",
    )  # fmt: skip
    talk = plan(desk, casus_id, titel="Sanne", begin=at(13), einde=at(14))
    invited = DeelnameGegevens("Sanne", persoon_id=sanne)
    desk.gesprekken.set(talk, GesprekGegevens(deelnames=(invited,)))
    vandaag = open_page()

    shown = vandaag.card()
    assert "Sanne: na 20:00; geen voicemail vóór 14 mei; nooit zeggen: Veilig Thuis." in shown
    assert "Adres van Loes is geheim." in shown
    everything = " ".join(
        [*seen(vandaag.page), *(w.accessibleName() for w in vandaag.page.findChildren(QWidget))]
    )
    assert "Geheimelaan" not in everything
    assert "0499" not in everything
    assert "bibliotheekboek" not in everything


def test_the_melder_is_not_named_by_a_card(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    melder = add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buurvrouw")
    desk.personen.shield(melder, AfgeschermdSoort.ADRES, "hiernaast")
    plan(desk, casus_id, titel="Sanne", begin=at(13), einde=at(14))

    assert not any("Buurvrouw" in words for words in open_page().card())


def test_during_a_talk_it_counts_down_and_offers_a_note(
    desk: Desk, open_page: Open, casus_id: UUID, qtbot: QtBot
) -> None:
    talk = plan(desk, casus_id, titel="Vader", begin=at(12), einde=at(12, 43))
    vandaag = open_page()

    assert "Nu bezig, nog 12 minuten" in vandaag.card()
    with qtbot.waitSignal(vandaag.page.parkeernotitie_requested) as asked:
        vandaag.press("Parkeernotitie")
    assert asked.args == [talk]


def test_lunch_and_travel_do_not_hide_what_comes_after(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Lunch", soort=AfspraakSoort.LUNCH, begin=at(12, 30), einde=at(13))
    plan(desk, None, titel="Reis", soort=AfspraakSoort.REISTIJD, begin=at(13), einde=at(13, 15))
    plan(desk, None, titel="MDO", soort=AfspraakSoort.OVERLEG, begin=at(13, 15), einde=at(14))
    vandaag = open_page()

    assert "MDO" in vandaag.card()
    assert "Je lunch is nu, tot 13:00." in vandaag.seen("straks")


def test_enter_on_the_first_screen_opens_the_casus(
    desk: Desk, open_page: Open, casus_id: UUID, qtbot: QtBot
) -> None:
    plan(desk, casus_id, titel="Vader", begin=at(13), einde=at(14))
    vandaag = open_page()

    with qtbot.waitSignal(vandaag.page.casus_requested) as asked:
        vandaag.key(Qt.Key.Key_Return)
    assert asked.args == [casus_id]


def test_after_the_last_appointment_it_says_what_is_still_to_write(
    desk: Desk, open_page: Open, casus_id: UUID, qtbot: QtBot
) -> None:
    first = held_talk(desk, casus_id, titel="Moeder", begin=at(9), einde=at(10))
    held_talk(desk, casus_id, titel="Vader", begin=at(10), einde=at(11))
    vandaag = open_page()

    sentence = "Vandaag komt er niets meer. Je hebt nog 2 verslagen te schrijven."
    assert sentence in vandaag.seen("nog-te-schrijven")
    with qtbot.waitSignal(vandaag.page.write_requested) as asked:
        vandaag.press("Verslag schrijven")
    assert asked.args == [first]


def test_when_all_is_written_it_says_one_can_stop(open_page: Open) -> None:
    vandaag = open_page()
    sentence = "Vandaag komt er niets meer. Alles is geschreven. Je kunt stoppen."
    assert sentence in vandaag.seen("nog-te-schrijven")
    with pytest.raises(ValueError, match="not enough values"):
        vandaag.press("Verslag schrijven")


def test_a_held_talk_leads_to_its_verslag(
    desk: Desk, open_page: Open, casus_id: UUID, qtbot: QtBot
) -> None:
    talk = held_talk(desk, casus_id, titel="Vader", begin=at(9), einde=at(10))
    desk.notities.save(NotitieGegevens(gezegd="hij stopt"), afspraak_id=talk)
    vandaag = open_page()
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Return)

    assert vandaag.kaart.offered()[0] == "Verslag schrijven"
    assert "Je parkeernotitie staat klaar." in vandaag.card()
    with qtbot.waitSignal(vandaag.page.write_requested) as asked:
        vandaag.key(Qt.Key.Key_Return)
    assert asked.args == [talk]

    desk.verslagen.start(talk)
    assert vandaag.kaart.offered()[0] == "Verder schrijven"


def test_closing_the_card_gives_the_focus_back(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    plan(desk, casus_id, titel="Vader", begin=at(15), einde=at(16))
    plan(desk, casus_id, titel="Moeder", begin=at(13), einde=at(14))
    vandaag = open_page()
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Return)
    assert "Vader" in vandaag.card()

    vandaag.key(Qt.Key.Key_Escape)

    assert "Moeder" in vandaag.card()
    assert vandaag.focus().startswith("Vader, 15:00")


def test_one_filled_button_at_most(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    held_talk(desk, casus_id, titel="Vader", begin=at(9), einde=at(10))
    plan(desk, None, titel="Verslagen", soort=AfspraakSoort.SCHRIJVEN, begin=at(20), einde=at(21))
    vandaag = open_page()
    buttons = vandaag.page.findChildren(QPushButton)

    filled = [b for b in buttons if b.property("kind") == "primary" and b.isVisible()]
    assert [button.accessibleName() for button in filled] == ["Verslag schrijven"]


def test_the_tiles_show_two_lines_and_count_the_rest(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    for hour in (8, 9, 10):
        held_talk(desk, casus_id, titel=f"Gesprek {hour}", begin=at(hour), einde=at(hour + 1))
    plan(desk, casus_id, titel="School", begin=at(11), einde=at(12))
    plan(desk, None, titel="Intake", begin=at(9, day=TOMORROW), einde=at(10, day=TOMORROW))
    vandaag = open_page()

    assert lines(vandaag, "schrijven") == [
        ("08:00", "Gesprek 8, Wolkenveld / Kaneelboom"),
        ("09:00", "Gesprek 9, Wolkenveld / Kaneelboom"),
    ]
    assert {"3", "nog 1"} <= set(vandaag.seen("tegel-schrijven"))
    assert lines(vandaag, "bevestigen") == [("11:00", "School, Wolkenveld / Kaneelboom")]
    assert lines(vandaag, "morgen") == [("09:00", "Intake")]


def test_a_tile_at_zero_keeps_its_place_with_a_sentence(open_page: Open) -> None:
    vandaag = open_page()

    assert vandaag.seen("tegel-schrijven") == [
        "Nog te schrijven", "0", "Alles is geschreven. Je kunt stoppen."
    ]  # fmt: skip
    assert "Alles wat voorbij is, is bevestigd." in vandaag.seen("tegel-bevestigen")
    assert "Morgen staat er nog niets gepland." in vandaag.seen("tegel-morgen")


def test_what_is_over_is_confirmed_on_its_tile(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    plan(desk, casus_id, titel="Vader", begin=at(9), einde=at(10))
    plan(desk, casus_id, titel="Moeder", begin=at(10), einde=at(11))
    vandaag = open_page()
    tile = vandaag.page.findChild(QWidget, "tegel-bevestigen")
    held = [b for b in tile.findChildren(QPushButton) if b.accessibleName() == "Gehouden"]
    held[0].click()

    assert lines(vandaag, "bevestigen") == [("10:00", "Moeder, Wolkenveld / Kaneelboom")]
    assert vandaag.said() == "Vader is gehouden."

    vandaag.press("Ging niet door", tile)
    vandaag.form().tick("Geen nieuwe datum").fill(reden="niet verschenen").enter()
    assert lines(vandaag, "bevestigen") == []


def test_tomorrow_on_the_tile_opens_that_day(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Intake", begin=at(9, day=TOMORROW), einde=at(10, day=TOMORROW))
    vandaag = open_page()
    line = vandaag.page.findChild(QWidget, "tegel-morgen").findChild(RegelKnop)
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert vandaag.titles() == ["Intake"]
    assert "Intake" in vandaag.card()


def test_a_narrow_window_shows_tiles_as_buttons_with_counts(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    held_talk(desk, casus_id, titel="Vader", begin=at(9), einde=at(10))
    plan(desk, casus_id, titel="Moeder", begin=at(10), einde=at(11))
    plan(desk, casus_id, titel="School", begin=at(13), einde=at(14))
    vandaag = open_page()
    vandaag.page.on_width(Width.KLEIN)
    vandaag.page.resize(1024 - 56, 440)
    names = ("knop-schrijven", "knop-bevestigen", "knop-morgen")
    buttons = [vandaag.page.findChild(QPushButton, name) for name in names]

    assert [b.text() for b in buttons] == [
        "Nog te schrijven  1", "Nog bevestigen  1", "Morgen  0"
    ]  # fmt: skip
    assert all(button.isVisible() for button in buttons)
    assert not vandaag.page.findChild(QWidget, "tegel-schrijven").isVisible()
    actions = buttons[1].menu().actions()
    assert [action.text().split("   ")[1] for action in actions] == [
        "Gehouden: Moeder, Wolkenveld / Kaneelboom",
        "Ging niet door: Moeder, Wolkenveld / Kaneelboom",
    ]
    actions[0].trigger()
    assert buttons[1].text() == "Nog bevestigen  0"
    kaart = vandaag.kaart
    assert kaart.isVisible()
    assert kaart.mapTo(vandaag.page, kaart.rect().topLeft()).y() < 200


class SickAgenda(Agenda):
    """An agenda on a disk of which one part cannot be read."""

    def owed(self) -> list[AfspraakRow]:
        raise OutsideError("De schijf geeft een fout.")


def test_a_part_that_cannot_be_read_says_so_and_the_rest_stands(
    qtbot: QtBot, desk: Desk, store: Store, tools: Tools, clock: SlowClock, casus_id: UUID
) -> None:
    clock.now = at(12, 31)
    plan(desk, casus_id, titel="Vader", begin=at(11), einde=at(12))
    page = VandaagPage(replace(desk, agenda=SickAgenda(store, clock)), tools)
    qtbot.addWidget(page)
    page.show()
    vandaag = Vandaag(page)

    sentence = "Verslagen konden niet worden gelezen. De rest klopt."
    assert vandaag.seen("tegel-schrijven") == ["Nog te schrijven", sentence]
    assert lines(vandaag, "bevestigen") == [("11:00", "Vader, Wolkenveld / Kaneelboom")]
    assert vandaag.titles() == ["Vader"]


def test_the_page_promises_the_window_its_slots(open_page: Open, desk: Desk) -> None:
    afspraak_id = plan(desk, None, titel="Intake", begin=at(9, day=TOMORROW),
                       einde=at(10, day=TOMORROW))  # fmt: skip
    vandaag = open_page()
    assert isinstance(vandaag.page, Page)

    vandaag.page.show_afspraak(afspraak_id)
    assert vandaag.focus() == "Intake, 09:00–10:00, kamer 4"
    assert vandaag.page.go_back()
    assert not vandaag.page.go_back()


def test_tomorrow_morning_does_not_hide_what_is_still_to_write(
    desk: Desk, open_page: Open, casus_id: UUID, clock: SlowClock
) -> None:
    held_talk(desk, casus_id, titel="Vader", begin=at(9), einde=at(10))
    plan(desk, None, titel="Intake", begin=at(8, day=TOMORROW), einde=at(9, day=TOMORROW))
    vandaag = open_page()
    clock.now = at(21)
    vandaag.page.tick()

    sentence = "Vandaag komt er niets meer. Je hebt nog 1 verslag te schrijven."
    assert sentence in vandaag.seen("nog-te-schrijven")
