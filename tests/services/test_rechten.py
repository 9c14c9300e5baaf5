"""Requests about the file: who may ask, when the answer is due, and how long a file is kept."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import TODAY, SlowClock, add_casus, add_persoon
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.values.bewaren.recht import Antwoord
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.kinds import CasusStaat, Dienst, GezagSoort, Rol
from vtdesk.values.termijnen.stand import Termijnstand


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def child(desk: Desk, casus_id: UUID, geboren: date) -> UUID:
    return add_persoon(desk, casus_id, Rol.KIND, voornaam="Yara", geboortedatum=geboren)


def give_gezag(desk: Desk, kind: UUID, ouder: UUID) -> None:
    desk.personen.set_gezag(kind, ouder, GezagSoort.GEZAMENLIJK, bron="register", datum=TODAY)


@pytest.mark.parametrize(
    ("geboren", "bekwaam", "zelf", "ouder"),
    [
        (date(2016, 9, 14), True, Antwoord.NEE, Antwoord.TENZIJ),  # 9
        (date(2014, 5, 12), True, Antwoord.JA, Antwoord.TENZIJ),  # 12 today
        (date(2014, 5, 13), True, Antwoord.NEE, Antwoord.TENZIJ),  # 12 tomorrow
        (date(2011, 3, 8), True, Antwoord.JA, Antwoord.TENZIJ),  # 15
        (date(2011, 3, 8), False, Antwoord.NEE, Antwoord.TENZIJ),
        (date(2010, 5, 12), True, Antwoord.JA, Antwoord.NEE),  # 16 today
        (date(2010, 5, 12), False, Antwoord.NEE, Antwoord.TENZIJ),
    ],
)
def test_the_age_says_who_may_see_the_file(
    desk: Desk, casus_id: UUID, geboren: date, bekwaam: bool, zelf: Antwoord, ouder: Antwoord
) -> None:
    yara, vader = child(desk, casus_id, geboren), add_persoon(desk, casus_id)
    give_gezag(desk, yara, vader)

    own = VerzoekGegevens(yara, VerzoekSoort.INZAGE, TODAY, bekwaam=bekwaam)
    by_parent = VerzoekGegevens(vader, VerzoekSoort.AFSCHRIFT, TODAY, yara, bekwaam=bekwaam)
    assert desk.rechten.toegang(own).antwoord is zelf
    assert desk.rechten.toegang(by_parent).antwoord is ouder


def test_a_parent_without_gezag_does_not_ask_for_a_child(desk: Desk, casus_id: UUID) -> None:
    yara, vader = child(desk, casus_id, date(2014, 1, 8)), add_persoon(desk, casus_id)
    found = desk.rechten.toegang(VerzoekGegevens(vader, VerzoekSoort.INZAGE, TODAY, yara))

    assert found.antwoord is Antwoord.NEE
    assert "geen gezag vastgelegd" in found.waarom[0]


def test_nobody_can_say_who_may_ask_when_an_age_is_not_known(desk: Desk, casus_id: UUID) -> None:
    vader = add_persoon(desk, casus_id)

    assert desk.rechten.toegang(VerzoekGegevens(vader, VerzoekSoort.INZAGE, TODAY)).antwoord is None


def test_a_request_starts_its_term_and_the_decision_meets_it(desk: Desk, casus_id: UUID) -> None:
    sam = child(desk, casus_id, date(2011, 3, 8))
    verzoek = desk.rechten.ask(
        casus_id, VerzoekGegevens(sam, VerzoekSoort.INZAGE, date(2026, 5, 6))
    )
    row = desk.rechten.get(verzoek)
    assert row.termijn_id
    assert desk.termijnen.get(row.termijn_id).wanneer == date(2026, 6, 6)

    with pytest.raises(UserError, match="Schrijf op waarom"):
        desk.rechten.decide(verzoek, VerzoekStand.DEELS, "")
    desk.rechten.decide(
        verzoek, VerzoekStand.DEELS, desk.rechten.gronden(VerzoekSoort.INZAGE)[0].zin
    )
    assert desk.rechten.get(verzoek).beslist_op == TODAY
    assert desk.termijnen.get(row.termijn_id).stand is Termijnstand.GEHAALD

    with pytest.raises(UserError, match="al besloten"):
        desk.rechten.remove(verzoek)
    desk.rechten.reopen(verzoek)
    desk.rechten.remove(verzoek)
    assert desk.rechten.verzoeken(casus_id) == []
    assert desk.termijnen.of_casus(casus_id) == []


def test_granting_against_the_rule_needs_words(desk: Desk, casus_id: UUID) -> None:
    kaat = child(desk, casus_id, date(2021, 12, 1))
    verzoek = desk.rechten.ask(casus_id, VerzoekGegevens(kaat, VerzoekSoort.INZAGE, TODAY))

    with pytest.raises(UserError, match="Schrijf op waarom"):
        desk.rechten.decide(verzoek, VerzoekStand.TOEGEWEZEN, "")
    desk.rechten.decide(verzoek, VerzoekStand.TOEGEWEZEN, "Samen met haar voogd.")


def test_destruction_is_asked_on_paper(desk: Desk, casus_id: UUID) -> None:
    vader = add_persoon(desk, casus_id, geboortedatum=date(1986, 12, 5))
    spoken = VerzoekGegevens(vader, VerzoekSoort.VERNIETIGING, TODAY, schriftelijk=False)
    row = desk.rechten.get(desk.rechten.ask(casus_id, spoken))

    assert row.termijn_id is None
    assert any("nog niet schriftelijk" in zin for zin in row.toegang.waarom)


def test_a_file_is_kept_until_20_years_after_the_youngest_child_is_18(
    desk: Desk, casus_id: UUID
) -> None:
    child(desk, casus_id, date(2016, 9, 14))
    child(desk, casus_id, date(2019, 11, 2))
    kept = desk.rechten.bewaring(casus_id).dossier

    assert kept.tot == date(2057, 11, 2)
    assert any("15 jaar" in bron.zegt for bron in kept.regel.bronnen)
    assert "Deze regel is alleen uit de tweede hand bekend." in kept.waarom


def test_without_a_child_keeping_counts_from_the_day_it_closed(desk: Desk, casus_id: UUID) -> None:
    assert desk.rechten.bewaring(casus_id).dossier.tot is None

    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want="verhuisd"
    )
    assert desk.rechten.bewaring(casus_id).dossier.tot == date(2046, 5, 12)


def test_how_long_an_advice_is_kept_is_not_known(desk: Desk) -> None:
    casus_id = add_casus(desk, nummer="VT-DEMO-0163", dienst=Dienst.ADVIES)

    assert desk.rechten.bewaring(casus_id).dossier.tot is None


def test_the_copy_on_the_laptop_lives_four_weeks_after_it_was_placed(
    desk: Desk, clock: SlowClock, casus_id: UUID
) -> None:
    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want="verhuisd"
    )
    desk.rechten.set_geplaatst(casus_id, TODAY)

    assert desk.rechten.bewaring(casus_id).werkkopie.tot == date(2026, 6, 9)
    desk.monitoringen.plan(casus_id, date(2026, 6, 26))
    assert desk.rechten.bewaring(casus_id).werkkopie.tot is None  # there is still one to come
