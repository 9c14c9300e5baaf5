"""Houses: who lived where and when, two houses only with a word, and never an address."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import add_casus, add_persoon
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.huishoudens import BewoningGegevens
from vtdesk.values.kinds import AfgeschermdSoort, Rol


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def pip(desk: Desk, casus_id: UUID) -> UUID:
    return add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", geboortedatum=date(2016, 9, 14))


def test_a_child_lives_in_two_houses_only_with_a_word(
    desk: Desk, casus_id: UUID, pip: UUID
) -> None:
    mother, father = (desk.huishoudens.add(casus_id, n) for n in ("Bij moeder", "Bij vader"))
    desk.huishoudens.move_in(BewoningGegevens(mother, pip))
    with pytest.raises(UserError, match="ook in 'Bij moeder'"):
        desk.huishoudens.move_in(BewoningGegevens(father, pip))
    desk.huishoudens.move_in(BewoningGegevens(father, pip, toelichting="in het weekend"))
    assert [len(house.bewoners) for house in desk.huishoudens.of_casus(casus_id)] == [1, 1]


def test_a_move_is_an_end_here_and_a_begin_there(desk: Desk, casus_id: UUID, pip: UUID) -> None:
    mother, aunt = (desk.huishoudens.add(casus_id, n) for n in ("Bij moeder", "Bij tante"))
    stay = desk.huishoudens.move_in(BewoningGegevens(mother, pip))
    desk.huishoudens.move_out(stay, date(2026, 5, 5))
    desk.huishoudens.move_in(BewoningGegevens(aunt, pip, date(2026, 5, 5)))
    with pytest.raises(UserError, match="ook in 'Bij tante'"):
        desk.huishoudens.move_out(stay, None)


def test_nobody_lived_anywhere_before_birth(desk: Desk, casus_id: UUID, pip: UUID) -> None:
    house = desk.huishoudens.add(casus_id, "Thuis")
    with pytest.raises(UserError, match="geboren op 14 september 2016"):
        desk.huishoudens.move_in(BewoningGegevens(house, pip, date(2016, 1, 1)))


def test_a_name_that_tells_a_secret_address_is_refused(
    desk: Desk, casus_id: UUID, pip: UUID
) -> None:
    desk.personen.shield(pip, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    with pytest.raises(UserError, match="afgeschermd"):
        desk.huishoudens.add(casus_id, "schelpenhof 9, boven")
    house = desk.huishoudens.add(casus_id, "Bij tante")
    with pytest.raises(UserError, match="afgeschermd"):
        desk.huishoudens.rename(house, 1, "Schélpenhof 9")


def test_a_house_goes_only_when_nobody_lived_there(desk: Desk, casus_id: UUID, pip: UUID) -> None:
    house = desk.huishoudens.add(casus_id, "Thuis")
    stay = desk.huishoudens.move_in(BewoningGegevens(house, pip))
    with pytest.raises(UserError, match="woont of woonde"):
        desk.huishoudens.remove(house)
    before = desk.huishoudens.remove_bewoning(stay)
    desk.huishoudens.move_in(before, stay)
    desk.huishoudens.remove_bewoning(stay)
    desk.huishoudens.remove(house)
    assert desk.huishoudens.of_casus(casus_id) == []


def test_two_houses_do_not_share_a_name(desk: Desk, casus_id: UUID) -> None:
    desk.huishoudens.add(casus_id, "Thuis")
    with pytest.raises(UserError, match="deze naam"):
        desk.huishoudens.add(casus_id, " thuis ")
