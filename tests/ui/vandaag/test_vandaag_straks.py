"""What is next, what must be known before the door opens, and what is still to do."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, held_talk, plan, reach
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import seen
from vtdesk.services.crisis import BeoordelingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens
from vtdesk.services.notities import NotitieGegevens
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.crisis_mark import CrisisMark
from vtdesk.values.casuskinds import Kleur
from vtdesk.values.kinds import AfgeschermdSoort, AfspraakSoort, Rol
from vtdesk.values.tijd import klok

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk, naam="Wolkenveld / Kaneelboom")


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


def test_it_says_how_each_organisation_rates_the_danger(
    desk: Desk, open_page: Open, casus_id: UUID, clock: SlowClock
) -> None:
    for who, kleur in (
        ("Veilig Thuis", Kleur.ORANJE),
        ("Crisis Interventie Team (CIT)", Kleur.ROOD),
    ):
        rating = BeoordelingGegevens(
            who, at(9, day=date(2026, 5, 8)), kleur, "De sleutel is er nog."
        )
        desk.crisis.rate(casus_id, rating)
    plan(desk, casus_id, titel="MDO", begin=at(13), einde=at(14))
    vandaag = open_page()

    assert {"Crisis 8 mei:", "Veilig Thuis", "CIT", "Niet eens"} <= set(vandaag.card())
    marks = [mark.accessibleName() for mark in vandaag.kaart.findChildren(CrisisMark)]
    assert marks == ["Oranje", "Rood"]


def test_the_table_is_reached_from_its_card(desk: Desk, open_page: Open, qtbot: QtBot) -> None:
    plan(desk, None, titel="JB-plein", soort=AfspraakSoort.PLEIN, begin=at(13), einde=at(14))
    vandaag = open_page()

    assert vandaag.kaart.offered() == ["Naar het plein", "Wijzigen", "Afzeggen"]
    with qtbot.waitSignal(vandaag.page.plein_requested):
        vandaag.press("Naar het plein")


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
    assert "Je lunch is nu, tot 13:00. Er wacht niets op jou." in vandaag.seen("straks")


def test_at_lunch_it_says_who_waits(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Lunch", soort=AfspraakSoort.LUNCH, begin=at(12, 30), einde=at(13))
    desk.bellen.add("Loes")
    seen = open_page().seen("straks")

    assert "Je lunch is nu, tot 13:00. Loes wacht op een telefoontje." in seen


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

    sentence = "Vandaag komt er niets meer. Vanavond hoeft er niets. Je mag stoppen."
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
    assert f"Je parkeernotitie van {klok(desk.clock())} staat klaar." in vandaag.card()
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

    sentence = "Vandaag komt er niets meer. Vanavond hoeft er niets. Je mag stoppen."
    assert sentence in vandaag.seen("nog-te-schrijven")
