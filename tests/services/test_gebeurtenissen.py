"""What happened in a family: noted, corrected, taken away and put back, with the term it starts."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from tests.builders import add_casus, add_persoon, at
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.gebeurtenissen import GebeurtenisGegevens
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import start_of

AVOND = at(21, 30, date(2026, 5, 4))
HUISVERBOD = GebeurtenisGegevens(
    GebeurtenisSoort.HUISVERBOD, "Huisverbod voor Dario", AVOND, hele_dag=False
)
RUZIE = GebeurtenisGegevens(
    GebeurtenisSoort.INCIDENT, "Ruzie op de stoep", start_of(date(2026, 4, 1)), bron="politie"
)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def running(desk: Desk, casus_id: UUID) -> list[tuple[str, datetime]]:
    rows = desk.termijnen.of_casus(casus_id)
    return [(row.uitkomst.regel.id, row.uitkomst.tot) for row in rows]


def test_a_huisverbod_ends_after_ten_days_on_the_hour_and_starts_its_term(
    desk: Desk, casus_id: UUID
) -> None:
    noted = desk.gebeurtenissen.add(casus_id, HUISVERBOD)

    held = desk.gebeurtenissen.get(noted).gegevens
    assert held.einde == at(21, 30, date(2026, 5, 14))
    assert held.uiterlijk == date(2026, 6, 1)
    assert running(desk, casus_id) == [("T11", at(21, 30, date(2026, 5, 14)))]


def test_a_corrected_title_goes_along_to_the_term_and_starts_no_second(
    desk: Desk, casus_id: UUID
) -> None:
    noted = desk.gebeurtenissen.add(casus_id, HUISVERBOD)
    desk.gebeurtenissen.change(noted, 1, replace(HUISVERBOD, titel="Huisverbod", bron="Politie"))

    [row] = desk.termijnen.of_casus(casus_id)
    assert row.gegevens.aanleiding == "Huisverbod"


def test_a_corrected_begin_moves_the_term_along(desk: Desk, casus_id: UUID) -> None:
    noted = desk.gebeurtenissen.add(casus_id, HUISVERBOD)
    later = at(22, 0, date(2026, 5, 5))
    desk.gebeurtenissen.change(noted, 1, replace(HUISVERBOD, begin=later))

    assert running(desk, casus_id) == [("T11", at(22, 0, date(2026, 5, 15)))]


def test_what_is_taken_away_comes_back_with_its_term(desk: Desk, casus_id: UUID) -> None:
    noted = desk.gebeurtenissen.add(casus_id, HUISVERBOD)
    gone = desk.gebeurtenissen.remove(noted)
    assert (desk.gebeurtenissen.of_casus(casus_id), running(desk, casus_id)) == ([], [])

    desk.gebeurtenissen.add(gone.casus_id, gone.gegevens)
    [back] = desk.gebeurtenissen.of_casus(casus_id)
    assert back.gegevens == gone.gegevens
    assert len(running(desk, casus_id)) == 1


def test_an_event_is_not_taken_away_under_a_term_that_was_extended(
    desk: Desk, casus_id: UUID
) -> None:
    noted = desk.gebeurtenissen.add(casus_id, HUISVERBOD)
    [term] = desk.termijnen.of_casus(casus_id)
    desk.termijnen.meet(term.id)

    with pytest.raises(UserError, match="al iets gebeurd"):
        desk.gebeurtenissen.remove(noted)
    assert len(desk.gebeurtenissen.of_casus(casus_id)) == 1


def test_events_stand_in_the_order_in_which_they_happened(desk: Desk, casus_id: UUID) -> None:
    desk.gebeurtenissen.add(casus_id, HUISVERBOD)
    desk.gebeurtenissen.add(casus_id, RUZIE)

    titles = [row.gegevens.titel for row in desk.gebeurtenissen.of_casus(casus_id)]
    assert titles == ["Ruzie op de stoep", "Huisverbod voor Dario"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"titel": "  "}, "Schrijf op wat er gebeurde"),
        ({"begin": at(18, 0)}, "nog niet geweest"),
        ({"einde": start_of(date(2026, 3, 1))}, "vóór het begin"),
        (
            {"einde": start_of(date(2026, 4, 9)), "uiterlijk": date(2026, 4, 5)},
            "na de uiterste datum",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(
    desk: Desk, casus_id: UUID, wrong: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        desk.gebeurtenissen.add(casus_id, replace(RUZIE, **wrong))
    assert desk.gebeurtenissen.of_casus(casus_id) == []


def test_it_is_about_people_of_the_casus_who_were_born_and_never_about_the_melder(
    desk: Desk, casus_id: UUID
) -> None:
    melder = add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buur")
    baby = add_persoon(desk, casus_id, Rol.KIND, voornaam="Tijn", geboortedatum=date(2026, 4, 20))
    other = add_persoon(desk, add_casus(desk, nummer="VT-DEMO-0999"), Rol.VADER)

    for who, sentence in ((melder, "hoort niet"), (other, "hoort niet"), (baby, "niet geboren")):
        with pytest.raises(UserError, match=sentence):
            desk.gebeurtenissen.add(casus_id, replace(RUZIE, personen=(who,)))


def test_two_changes_at_once_lose_nothing(desk: Desk, casus_id: UUID) -> None:
    noted = desk.gebeurtenissen.add(casus_id, RUZIE)
    desk.gebeurtenissen.change(noted, 1, replace(RUZIE, bron="school"))

    with pytest.raises(UserError, match="intussen"):
        desk.gebeurtenissen.change(noted, 1, replace(RUZIE, bron="buurt"))
    assert desk.gebeurtenissen.get(noted).gegevens.bron == "school"
