"""Planning, holding, telling how it went, cancelling: by keyboard, each with its way back."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, held_talk, plan
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import Vandaag
from vtdesk.models import MET_VERSLAG
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens
from vtdesk.ui.agenda.words import TALKS
from vtdesk.values.kinds import (
    Aanwezigheid,
    AfspraakSoort,
    AfspraakStaat,
    Kanaal,
    Opname,
    Rol,
)
from vtdesk.values.tijd import end_of, start_of

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def row(desk: Desk, titel: str) -> AfspraakRow:
    days = (start_of(TODAY), end_of(TODAY + timedelta(days=30)))
    return next(found for found in desk.agenda.between(*days) if found.titel == titel)


def test_a_talk_is_planned_with_the_keyboard(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    desk.organisaties.involve(casus_id, desk.organisaties.add("De Kompasroos"))
    vandaag = open_page()

    vandaag.key(Qt.Key.Key_Insert)
    form = vandaag.form()
    form.fill(titel="Kindgesprek", datum="do", begin="930", einde="10.20", plaats="school")
    form.choose(casus=casus_id).tick("Pip Havikskruid, kind").tick("De Kompasroos")
    form.fill(andere_naam="Tolk Karima", doel="Horen hoe het gaat.")
    QTest.keyClick(form.dialog.findChild(QLineEdit, "andere-naam"), Qt.Key.Key_Return)
    assert form.is_open()
    form.enter()

    found = row(desk, "Kindgesprek")
    thursday = TODAY + timedelta(days=2)
    assert (found.begin, found.einde) == (at(9, 30, thursday), at(10, 20, thursday))
    assert found.wie == ("Pip Havikskruid", "De Kompasroos", "Tolk Karima")
    invited = desk.gesprekken.get(found.id).deelnames
    assert invited[0] == DeelnameGegevens("Pip Havikskruid", "kind", persoon_id=pip)
    assert not form.is_open()


def test_who_can_be_invited_is_in_sight_as_soon_as_a_casus_is_chosen(
    desk: Desk, open_page: Open, casus_id: UUID, qtbot: QtBot
) -> None:
    for number in range(3):
        add_persoon(desk, casus_id, voornaam=f"Otis {number}")
    vandaag = open_page()
    vandaag.page.window().resize(1300, 1000)
    vandaag.key(Qt.Key.Key_Insert)
    dialog = vandaag.form().dialog
    before = dialog.height()

    vandaag.form().choose(casus=casus_id)

    qtbot.waitUntil(lambda: dialog.height() > before)
    name = dialog.findChild(QLineEdit, "andere-naam")
    in_sight = dialog.findChild(QScrollArea).viewport()
    qtbot.waitUntil(
        lambda: in_sight.rect().contains(name.mapTo(in_sight, name.rect().bottomLeft()))
    )


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    desk: Desk, open_page: Open
) -> None:
    vandaag = open_page()
    vandaag.press("Afspraak")
    form = vandaag.form()
    form.fill(datum="ooit", begin="25", einde="9", plaats="kamer 4")
    form.enter()

    assert {
        "Geef de afspraak een naam.",
        "Schrijf een dag, zoals 12 mei, di of morgen.",
        "Schrijf een tijd, zoals 9:30.",
    } <= set(form.seen())

    form.fill(titel="Overleg", datum="morgen", begin="10", einde="9:30")
    form.enter()
    assert "Het einde ligt niet na het begin." in form.seen()
    assert "Geef de afspraak een naam." not in form.seen()

    form.fill(einde="11")
    form.enter()
    assert row(desk, "Overleg").plaats == "kamer 4"


def test_the_melder_is_never_offered(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buur")
    add_persoon(desk, casus_id, Rol.VADER)
    vandaag = open_page()
    vandaag.press("Afspraak")
    form = vandaag.form().choose(casus=casus_id)

    assert form.ticks() == ["Otis Havikskruid, vader"]


def test_what_was_planned_can_be_moved_at_once(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    vandaag.form().fill(titel="Bellen wijkteam", begin="17:30", einde="18:00").enter()

    assert vandaag.focus() == "Bellen wijkteam, 17:30–18:00"


def test_what_was_planned_on_another_day_is_said(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    vandaag.form().fill(titel="Bellen wijkteam", datum="do", begin="9", einde="10").enter()

    assert vandaag.said() == "Bellen wijkteam staat op do 14 mei 09:00."


def test_planning_over_a_talk_asks_and_toch_plans_it(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="MDO", begin=at(13), einde=at(14))
    vandaag = open_page()
    vandaag.press("Afspraak")
    form = vandaag.form().fill(titel="Bellen", datum="vandaag", begin="13:30", einde="14:30")
    form.enter()
    assert "Dit valt samen met MDO, 13:00–14:00." in form.seen()

    form.press("Ander moment")
    assert form.is_open()
    assert form.dialog.focusWidget().objectName() == "begin"
    form.enter()
    form.press("Toch")

    assert row(desk, "Bellen").begin == at(13, 30)


def test_changing_keeps_who_was_invited_and_how(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    vader = add_persoon(desk, casus_id, Rol.VADER)
    afspraak_id = plan(desk, casus_id, titel="Vader", begin=at(15), einde=at(16))
    invited = (DeelnameGegevens("Otis Havikskruid", "vader", persoon_id=vader),)
    desk.gesprekken.set(afspraak_id, GesprekGegevens(tolk="Karima", deelnames=invited))
    vandaag = open_page()
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Return)
    vandaag.press("Wijzigen")
    vandaag.form().fill(plaats="kamer 7", einde="16:30").enter()

    assert row(desk, "Vader").plaats == "kamer 7"
    assert row(desk, "Vader").einde == at(16, 30)
    assert desk.gesprekken.get(afspraak_id).tolk == "Karima"
    assert desk.gesprekken.get(afspraak_id).deelnames == invited


def test_a_date_far_ahead_is_not_read_as_last_year(desk: Desk, open_page: Open) -> None:
    december = TODAY.replace(month=12, day=27)
    plan(desk, None, titel="Kerst", begin=at(9, day=december), einde=at(10, day=december))
    vandaag = open_page()
    vandaag.page.show_day(december)
    vandaag.on("Kerst")
    vandaag.key(Qt.Key.Key_Return)
    vandaag.press("Wijzigen")
    vandaag.form().fill(titel="Kerstdienst").enter()
    assert desk.agenda.on_day(december)[0].titel == "Kerstdienst"

    vandaag.press("Afspraak")
    vandaag.form().fill(titel="Weer", datum="28 dec", begin="9", einde="10").enter()
    assert desk.agenda.on_day(december + timedelta(days=1))[0].titel == "Weer"


def test_an_all_day_block_needs_no_times_and_keeps_its_days(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.press("Afspraak")
    vandaag.form().fill(titel="Cursus", datum="morgen").tick("Hele dag").enter()

    found = row(desk, "Cursus")
    assert found.hele_dag
    assert (found.begin, found.einde) == (start_of(TOMORROW), end_of(TOMORROW))


def test_h_holds_the_block_and_can_be_undone(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    plan(desk, casus_id, titel="Moeder", begin=at(11), einde=at(12))
    vandaag = open_page()
    vandaag.on("Moeder")
    vandaag.key(Qt.Key.Key_H)

    assert row(desk, "Moeder").staat is AfspraakStaat.GEHOUDEN
    assert vandaag.said() == "Moeder is gehouden."
    assert vandaag.focus() == "Moeder, 11:00–12:00, kamer 4, Gehouden"

    vandaag.undo()
    assert row(desk, "Moeder").staat is AfspraakStaat.GEPLAND


def test_h_refuses_what_has_not_begun_in_words(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    plan(desk, casus_id, titel="Vader", begin=at(15), einde=at(16))
    vandaag = open_page()
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_H)

    assert vandaag.said() == "Deze afspraak is nog niet begonnen."


def test_a_letter_typed_in_a_field_is_a_letter(desk: Desk, open_page: Open) -> None:
    vandaag = open_page()
    vandaag.key(Qt.Key.Key_Insert)
    title = vandaag.form().dialog.findChild(QLineEdit, "titel")
    QTest.keyClicks(title, "hnt")

    assert title.text() == "hnt"
    assert vandaag.messages == []


def test_how_it_went_is_told_for_each_who_was_invited(
    desk: Desk, open_page: Open, casus_id: UUID, clock: SlowClock
) -> None:
    clock.now = at(17, 22)
    people = ("Otis Havikskruid", "Advocaat", "Ivo Testman")
    held_talk(
        desk, casus_id, *(DeelnameGegevens(naam) for naam in people), titel="Vader",
        begin=at(16, 15), einde=at(17, 15),
    )  # fmt: skip
    vandaag = open_page()
    clock.now = at(17, 22)
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Return)
    vandaag.press("Hoe ging het?")
    form = vandaag.form()
    form.fill(tot="17:05", tolk="geen", bijzonderheden="Vader stopte het gesprek.")
    form.choose(kanaal=Kanaal.KANTOOR, opname=Opname.DOOR_BETROKKENE)
    form.attend("Otis Havikskruid", Aanwezigheid.EERDER_WEG, "tot 16:50")
    form.attend("Advocaat", Aanwezigheid.AFWEZIG, "verhinderd")
    form.attend("Ivo Testman", Aanwezigheid.BEELDBELLEN)
    form.enter()

    found = row(desk, "Vader")
    talk = desk.gesprekken.get(found.id)
    assert found.einde == at(17, 5)
    assert talk.opname is Opname.DOOR_BETROKKENE
    assert talk.bijzonderheden == "Vader stopte het gesprek."
    assert [(d.naam, d.aanwezigheid, d.toelichting) for d in talk.deelnames] == [
        ("Otis Havikskruid", Aanwezigheid.EERDER_WEG, "tot 16:50"),
        ("Advocaat", Aanwezigheid.AFWEZIG, "verhinderd"),
        ("Ivo Testman", Aanwezigheid.BEELDBELLEN, ""),
    ]


def test_somebody_who_came_along_is_added_afterwards(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    held_talk(desk, casus_id, titel="Moeder", begin=at(9), einde=at(10))
    vandaag = open_page()
    vandaag.on("Moeder")
    vandaag.key(Qt.Key.Key_Return)
    vandaag.press("Hoe ging het?")
    form = vandaag.form().fill(andere_naam="Oma Ria", tot="ooit")
    form.press("Toevoegen")
    form.enter()
    assert "Schrijf een tijd, zoals 17:05." in form.seen()

    form.fill(tot="10")
    form.enter()
    assert [d.naam for d in desk.gesprekken.get(row(desk, "Moeder").id).deelnames] == ["Oma Ria"]


def test_cancelling_asks_for_a_new_date_or_a_reason(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    plan(desk, casus_id, titel="Vader", begin=at(15), einde=at(16))
    vandaag = open_page()
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Delete)
    form = vandaag.form()
    question = "Je zegt dit gesprek af. Kies een nieuwe datum of schrijf op waarom niet."
    assert question in form.seen()

    form.tick("Geen nieuwe datum")
    form.enter()
    assert "Schrijf op waarom er geen nieuwe datum is." in form.seen()
    form.fill(reden="Vader is ziek en belt zelf.")
    form.enter()

    assert row(desk, "Vader").staat is AfspraakStaat.AFGEZEGD
    assert row(desk, "Vader").reden == "Vader is ziek en belt zelf."
    assert vandaag.block("Vader").accessibleName() == "Vader, 15:00–16:00, kamer 4, Afgezegd"

    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Return)
    assert "Vader is ziek en belt zelf." in vandaag.card()
    vandaag.press("Afspraak herstellen")
    assert row(desk, "Vader").staat is AfspraakStaat.GEPLAND


def test_a_new_date_leaves_the_old_block_as_verzet(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    plan(desk, casus_id, titel="Vader", begin=at(15), einde=at(16))
    vandaag = open_page()
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Delete)
    form = vandaag.form().fill(dag="gisteren", tijd="9")
    form.enter()
    assert "Deze dag en tijd zijn al voorbij. Kies een latere." in form.seen()
    form.fill(dag="vr 15 mei", tijd="10:30")
    form.enter()

    friday = TODAY + timedelta(days=3)
    assert row(desk, "Vader").staat is AfspraakStaat.VERZET
    assert [r.begin for r in desk.agenda.on_day(friday)] == [at(10, 30, friday)]


def test_own_time_goes_at_once_and_comes_back_with_undo(desk: Desk, open_page: Open) -> None:
    plan(desk, None, titel="Lunch", soort=AfspraakSoort.LUNCH, begin=at(13), einde=at(14))
    vandaag = open_page()
    vandaag.on("Lunch")
    vandaag.key(Qt.Key.Key_Delete)
    assert vandaag.titles() == []
    assert vandaag.said() == "Lunch is weg."

    vandaag.undo()
    assert vandaag.titles() == ["Lunch"]


def test_the_place_survives_a_lock(desk: Desk, open_page: Open, casus_id: UUID) -> None:
    plan(desk, casus_id, titel="Vader", begin=at(15, day=TOMORROW), einde=at(16, day=TOMORROW))
    before: Vandaag = open_page()
    before.page.show_day(TOMORROW)
    before.on("Vader")
    place = before.page.place()
    assert "Vader" not in str(place)

    after = open_page()
    after.page.return_to(place)
    assert after.focus() == "Vader, 15:00–16:00, kamer 4"


def test_the_kinds_with_a_talk_are_the_kinds_that_owe_a_verslag() -> None:
    assert TALKS == MET_VERSLAG


def test_who_was_on_today_comes_back_to_the_today_of_then(
    open_page: Open, clock: SlowClock
) -> None:
    place = open_page().page.place()
    after = open_page()
    clock.now = at(8, day=TOMORROW)
    after.page.tick()
    after.page.return_to(place)

    assert "Woensdag 13 mei" in after.seen("titelrij")


def test_another_page_may_ask_to_plan_for_its_casus(
    desk: Desk, open_page: Open, casus_id: UUID
) -> None:
    vandaag = open_page()
    vandaag.page.plan_for_casus(casus_id)
    vandaag.form().fill(titel="Kindgesprek Job", datum="morgen").enter()

    assert row(desk, "Kindgesprek Job").casus_id == casus_id
