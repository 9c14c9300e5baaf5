"""At the end each outcome stands in its own casus; a tafelkaart goes on its date."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, plan
from vtdesk.errors import UserError
from vtdesk.models import Bespreking, Inbreng, Logregel, Pleintaak, Standpunt
from vtdesk.services.bezit import bezit
from vtdesk.services.desk import Desk
from vtdesk.services.plein.resten import VERDWENEN
from vtdesk.services.plein.service import BesprekingGegevens, Uitkomst, Voorbereiding
from vtdesk.services.pleintafel import StandpuntGegevens, TaakGegevens
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.kinds import AfspraakSoort, Letter, Rol

KAART = BesprekingGegevens(50, initialen="Tweeling", leeftijd="3", aanvrager="CJG")


@pytest.fixture
def zitting(desk: Desk, clock: SlowClock) -> UUID:
    clock.now = at(9)
    return desk.plein.open_zitting(at(9))


@pytest.fixture
def kaart(desk: Desk, zitting: UUID) -> UUID:
    it = desk.plein.add(zitting, KAART)
    desk.plein.begin(it)
    desk.pleintafel.say(it, "cjg: tafelgeheim", Letter.VERKLARING)
    return it


def of_casus(desk: Desk, zitting: UUID, casus_id: UUID, *lines: str) -> UUID:
    it = desk.plein.add(zitting, BesprekingGegevens(50, casus_id, aanvrager="wijkteam"))
    desk.plein.begin(it)
    for line in lines:
        desk.pleintafel.say(it, line, Letter.VERKLARING)
    return it


def test_each_outcome_comes_in_its_own_casus_and_in_no_other(desk: Desk, zitting: UUID) -> None:
    here, there = add_casus(desk), add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld")
    moeder = add_persoon(desk, here, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")
    one = of_casus(desk, zitting, here, "moeder: alles gaat goed", "raad: geen gronden")
    other = of_casus(desk, zitting, there, "vader: komt later")
    found = Uitkomst("Wil naar school.", "", "rr-hulp", "Ouders werken mee.", date(2026, 6, 23))
    desk.plein.keep(one, found, {})
    vt = desk.plein.detail(one).standpunten[-1]
    dissent = StandpuntGegevens("Liever drang.", True, "geen zicht", "Mila")
    desk.pleintafel.keep_standpunt(one, vt.id, dissent)

    desk.pleinverwerking.work_up(one)
    desk.pleinverwerking.work_up(other)

    [event] = desk.gebeurtenissen.of_casus(here)
    assert event.gegevens.soort is GebeurtenisSoort.PLEIN
    assert event.gegevens.titel == "JB-plein: Hulp door wijkteam gaat door"
    for words in (
        "Mening van het kind: Wil naar school.",
        "Gronden: Ouders werken mee.",
        "Standpunt Veilig Thuis: Liever drang. Wijkt af op deze grond: geen zicht (Mila).",
        "Evaluatiedatum: dinsdag 23 juni 2026",
    ):
        assert words in event.gegevens.toelichting
    said = desk.uitspraken.rows(here)
    assert [(u.woorden, u.regel.bron.naam, u.regel.informatiedatum) for u in said] == [
        ("alles gaat goed", "Maren Zilverduin", TODAY),
        ("geen gronden", "Raad", TODAY),
    ]
    assert said[0].regel.bron.persoon_id == moeder
    assert [u.woorden for u in desk.uitspraken.rows(there)] == ["komt later"]
    [elsewhere] = desk.gebeurtenissen.of_casus(there)
    assert "school" not in elsewhere.gegevens.toelichting
    assert desk.plein.owed() == []


def test_working_up_is_done_once_and_can_be_undone(desk: Desk, zitting: UUID) -> None:
    casus_id = add_casus(desk)
    it = of_casus(desk, zitting, casus_id, "vader: komt later")
    assert [row.id for row in desk.plein.owed()] == [it]

    done = desk.pleinverwerking.work_up(it)
    with pytest.raises(UserError, match="al verwerkt"):
        desk.pleinverwerking.work_up(it)
    with pytest.raises(UserError, match="blijft daarbij"):
        desk.plein.remove(it)
    desk.pleinverwerking.undo(done)

    assert desk.gebeurtenissen.of_casus(casus_id) == []
    assert desk.uitspraken.rows(casus_id) == []
    assert [row.id for row in desk.plein.owed()] == [it]


def test_what_is_said_after_working_up_is_refused_until_it_is_opened_again(
    desk: Desk, zitting: UUID
) -> None:
    casus_id = add_casus(desk)
    it = of_casus(desk, zitting, casus_id, "vader: komt later")
    desk.pleinverwerking.work_up(it)
    say, [first] = desk.pleintafel.say, desk.plein.detail(it).inbreng
    with pytest.raises(UserError, match="Open haar weer"):
        say(it, "moeder: nog iets", Letter.VERKLARING)
    with pytest.raises(UserError, match="Open haar weer"):
        desk.pleintafel.add_taak(it, TaakGegevens("Bellen", "GI"))

    desk.plein.begin(it)
    say(it, "moeder: nog iets", Letter.VERKLARING)

    assert [row.id for row in desk.plein.owed()] == [it]
    with pytest.raises(UserError, match="staat al in de casus"):
        desk.pleintafel.change_line(first.id, "vader: komt eerder", Letter.VERKLARING)
    with pytest.raises(UserError, match="blijft daarbij"):
        desk.plein.remove(it)


def test_working_up_again_writes_the_outcome_anew_and_no_line_twice(
    desk: Desk, zitting: UUID
) -> None:
    casus_id = add_casus(desk)
    it = of_casus(desk, zitting, casus_id, "vader: komt later")
    desk.pleinverwerking.work_up(it)
    desk.plein.begin(it)
    desk.pleintafel.say(it, "moeder: nog iets", Letter.VERKLARING)
    desk.plein.keep(it, Uitkomst(gronden="Geen zicht."), {})

    again = desk.pleinverwerking.work_up(it)

    assert [u.woorden for u in desk.uitspraken.rows(casus_id)] == ["komt later", "nog iets"]
    [event] = desk.gebeurtenissen.of_casus(casus_id)
    assert "Geen zicht." in event.gegevens.toelichting
    desk.pleinverwerking.undo(again)
    [event] = desk.gebeurtenissen.of_casus(casus_id)
    assert "Geen zicht." not in event.gegevens.toelichting
    assert [u.woorden for u in desk.uitspraken.rows(casus_id)] == ["komt later"]
    assert [one.tekst for one in desk.plein.detail(it).inbreng] == ["komt later", "nog iets"]


def test_a_tafelkaart_that_gets_its_casus_after_working_up_is_owed_to_it(
    desk: Desk, kaart: UUID
) -> None:
    desk.pleinverwerking.work_up(kaart)
    casus_id = add_casus(desk)

    row = desk.plein.detail(kaart).row
    desk.plein.change(kaart, row.version, replace(row.gegevens, casus_id=casus_id))
    desk.pleinverwerking.work_up(kaart)

    assert [u.woorden for u in desk.uitspraken.rows(casus_id)] == ["tafelgeheim"]


def test_a_belofte_of_a_tafelkaart_keeps_its_day_and_not_its_words(
    desk: Desk, kaart: UUID, clock: SlowClock
) -> None:
    desk.pleintafel.add_taak(kaart, TaakGegevens("Sterremuur bellen", "ik", "morgen", TODAY))
    clock.pass_time(days=14)

    desk.tafelkaarten.clear()

    [row] = desk.beloften.open()
    assert (row.wat, row.uiterlijk) == ("een taak van het JB-plein", TODAY)
    assert desk.zoeken.zoek("Sterremuur").vondsten == ()


def test_what_was_taken_away_of_a_gone_bespreking_does_not_come_back(
    desk: Desk, zitting: UUID
) -> None:
    it = of_casus(desk, zitting, add_casus(desk), "vader: komt later")
    [line] = desk.plein.detail(it).inbreng
    part = desk.pleintafel.remove_line(line.id)
    whole = desk.plein.remove(it)

    with pytest.raises(UserError, match="kan niet meer terug"):
        desk.plein.put_back(part)
    desk.plein.put_back(whole)
    with pytest.raises(UserError, match="al weer"):
        desk.plein.put_back(whole)


def test_what_did_not_take_place_is_not_owed_and_cannot_be_worked_up(
    desk: Desk, zitting: UUID
) -> None:
    it = desk.plein.add(zitting, KAART)

    assert desk.plein.owed() == []
    with pytest.raises(UserError, match="nog niet geweest"):
        desk.pleinverwerking.work_up(it)


def test_two_people_in_one_role_leave_the_words_as_they_were_typed(
    desk: Desk, zitting: UUID
) -> None:
    casus_id = add_casus(desk)
    for name in ("Otis", "Dario"):
        add_persoon(desk, casus_id, Rol.VADER, voornaam=name)
    it = of_casus(desk, zitting, casus_id, "vader: komt later", "zonder spreker gezegd")

    desk.pleinverwerking.work_up(it)

    bronnen = [u.regel.bron for u in desk.uitspraken.rows(casus_id)]
    assert [(b.naam, b.persoon_id) for b in bronnen] == [("Vader", None), ("wijkteam", None)]


def test_a_duiding_without_grounds_is_a_gap_and_not_a_refusal(desk: Desk, zitting: UUID) -> None:
    casus_id = add_casus(desk)
    it = of_casus(desk, zitting, casus_id)
    desk.pleintafel.say(it, "gi: patroon van overbelasting", Letter.DUIDING)

    desk.pleinverwerking.work_up(it)

    [line] = desk.uitspraken.rows(casus_id)
    assert (line.regel.letter, line.regel.steunt_op) == (Letter.DUIDING, ())


def test_a_tafelkaart_disappears_on_its_date_and_the_logboek_says_so(
    desk: Desk, zitting: UUID, kaart: UUID, store: Store, clock: SlowClock
) -> None:
    desk.pleintafel.add_taak(kaart, TaakGegevens("Nieuwe datum", "ik"))
    assert desk.plein.detail(kaart).row.verdwijnt_op == TODAY + timedelta(days=14)
    clock.pass_time(days=13)
    assert desk.tafelkaarten.clear() == 0
    clock.pass_time(days=1)

    assert desk.tafelkaarten.clear() == 1

    with store.read() as session:
        for kind in (Bespreking, Inbreng, Standpunt, Pleintaak):
            assert session.scalar(select(func.count()).select_from(kind)) == 0
        [line] = session.scalars(select(Logregel).where(Logregel.detail == VERDWENEN))
        assert (line.ding, line.reden_merk, line.actie) == (kaart, None, "E")
        everything = session.execute(text("SELECT * FROM logboek")).all()
        assert "tafelgeheim" not in str(everything)
    assert "Tweeling" not in str(everything)
    found = desk.tafelkaarten.verdwenen()
    assert found is not None
    assert (found.op.date(), found.aantal) == (date(2026, 5, 26), 1)
    assert [b.wat for b in desk.beloften.open()] == ["een taak van het JB-plein"]
    assert desk.tafelkaarten.clear() == 0


def test_a_linked_casus_makes_a_tafelkaart_stay_and_takes_the_belofte_along(
    desk: Desk, kaart: UUID, clock: SlowClock
) -> None:
    desk.pleintafel.add_taak(kaart, TaakGegevens("Nieuwe datum", "ik"))
    casus_id = add_casus(desk)
    row = desk.plein.detail(kaart).row

    desk.plein.change(kaart, row.version, replace(row.gegevens, casus_id=casus_id))
    clock.pass_time(days=20)

    assert desk.tafelkaarten.clear() == 0
    assert desk.plein.detail(kaart).row.verdwijnt_op is None
    assert [b.casus_id for b in desk.beloften.open()] == [casus_id]


def test_a_tafelkaart_whose_table_was_moved_to_later_waits_for_it(
    desk: Desk, clock: SlowClock
) -> None:
    block = plan(desk, None, soort=AfspraakSoort.PLEIN, begin=at(18), einde=at(20))
    zitting = desk.plein.open_zitting(at(18), block)
    desk.plein.add(zitting, KAART)
    desk.agenda.move(block, at(10, day=TODAY + timedelta(days=30)))
    clock.pass_time(days=20)

    assert desk.tafelkaarten.clear() == 0
    clock.pass_time(days=25)
    assert desk.tafelkaarten.clear() == 1


def test_a_bespreking_goes_with_its_destroyed_casus_and_the_others_stay(
    desk: Desk, zitting: UUID, kaart: UUID, store: Store
) -> None:
    casus_id = add_casus(desk)
    of_casus(desk, zitting, casus_id, "vader: komt later")

    with store.read() as session:
        gone = bezit(session, casus_id)

    assert {kind.__name__ for kind in gone} >= {"Bespreking", "Inbreng", "Standpunt"}
    assert "Zitting" not in {kind.__name__ for kind in gone}
    assert kaart not in gone[Bespreking]


def test_what_was_said_of_a_casus_is_found_under_that_casus_only(
    desk: Desk, zitting: UUID, kaart: UUID
) -> None:
    casus_id = add_casus(desk)
    it = of_casus(desk, zitting, casus_id, "vader: regenboogbrug")
    desk.plein.keep(it, Uitkomst(gronden="sterrenkaart"), {})
    desk.plein.prepare(it, Voorbereiding(weet="binnenpretje"))
    desk.plein.close(it)

    for words in ("regenboogbrug", "sterrenkaart"):
        [hit] = desk.zoeken.zoek(words).vondsten
        assert (hit.ding, hit.casus_id) == (it, casus_id)
    assert desk.zoeken.zoek("tafelgeheim").vondsten == ()
    assert desk.zoeken.zoek("binnenpretje").vondsten == ()

    desk.pleinverwerking.work_up(it)

    [hit] = desk.zoeken.zoek("regenboogbrug").vondsten
    assert (hit.tabel, hit.casus_id) == ("uitspraak", casus_id)
    [hit] = desk.zoeken.zoek("sterrenkaart").vondsten
    assert (hit.tabel, hit.casus_id) == ("gebeurtenis", casus_id)
