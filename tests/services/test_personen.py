"""People: an unborn child that is born, roles with periods, order of names, and organisations."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests.builders import TODAY, add_casus, add_persoon
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.organisaties import InzetGegevens
from vtdesk.services.personen import Geboorte
from vtdesk.values.kinds import AfgeschermdSoort, Geslacht, Rol

BABY = Geboorte(date(2026, 5, 10), "Noor", "van den", "Berg", Geslacht.VROUW)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def expected(desk: Desk, casus_id: UUID) -> UUID:
    return add_persoon(
        desk, casus_id, Rol.ONGEBOREN, voornaam="Baby", achternaam="Berg",
        verwacht_op=date(2026, 5, 20),
    )  # fmt: skip


def test_the_unborn_child_becomes_the_born_child_with_its_history(
    desk: Desk, casus_id: UUID
) -> None:
    baby = expected(desk, casus_id)
    desk.personen.born(baby, desk.personen.detail(baby).version, replace(BABY, geboren=TODAY))

    [row] = desk.personen.in_casus(casus_id)
    assert (row.id, row.naam, row.rol, row.leeftijd) == (baby, "Noor van den Berg", Rol.KIND, 0)
    assert row.verwacht_op == date(2026, 5, 20)
    roles = desk.personen.rollen(casus_id, baby)
    assert [(one.rol, one.periode.tot) for one in roles] == [
        (Rol.ONGEBOREN, TODAY),
        (Rol.KIND, None),
    ]


def test_a_birth_can_be_undone(desk: Desk, casus_id: UUID) -> None:
    baby = expected(desk, casus_id)
    desk.personen.born(baby, desk.personen.detail(baby).version, BABY)
    desk.personen.unborn(baby, Geboorte(None, "Baby", "", "Berg", Geslacht.ONBEKEND))
    [row] = desk.personen.in_casus(casus_id)
    assert (row.naam, row.rol, row.geboortedatum) == ("Baby Berg", Rol.ONGEBOREN, None)
    assert len(desk.personen.rollen(casus_id, baby)) == 1


def test_a_child_is_not_born_twice_nor_in_the_future(desk: Desk, casus_id: UUID) -> None:
    baby = expected(desk, casus_id)
    with pytest.raises(UserError, match="in de toekomst"):
        desk.personen.born(baby, 1, replace(BABY, geboren=date(2026, 6, 1)))
    desk.personen.born(baby, 1, BABY)
    with pytest.raises(UserError, match="al geboren"):
        desk.personen.born(baby, desk.personen.detail(baby).version, BABY)


def test_a_new_role_keeps_the_one_before(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id, Rol.PARTNER)
    [row] = desk.personen.in_casus(casus_id)
    desk.personen.begin_rol(row.betrokkenheid_id, Rol.STIEFOUDER, date(2026, 6, 1), "getrouwd")
    roles = desk.personen.rollen(casus_id, otis)
    assert [(one.rol, one.periode.woorden) for one in roles] == [
        (Rol.PARTNER, "12 mei 2026 tot 1 juni 2026"),
        (Rol.STIEFOUDER, "sinds 1 juni 2026"),
    ]


def test_people_of_one_role_stand_by_family_name_without_tussenvoegsel(
    desk: Desk, casus_id: UUID
) -> None:
    for voornaam, tussen, achter in (
        ("Anna", "van den", "Zee"),
        ("Bo", "van", "Aa"),
        ("Cor", "", "Mol"),
    ):
        add_persoon(
            desk, casus_id, Rol.INFORMANT,
            voornaam=voornaam, tussenvoegsel=tussen, achternaam=achter,
        )  # fmt: skip
    assert [row.voornaam for row in desk.personen.in_casus(casus_id)] == ["Bo", "Cor", "Anna"]


def test_a_death_in_the_future_or_before_birth_is_refused(desk: Desk, casus_id: UUID) -> None:
    with pytest.raises(UserError, match="overlijden ligt in de toekomst"):
        add_persoon(desk, casus_id, overleden_op=date(2026, 5, 13))
    with pytest.raises(UserError, match="vóór de geboorte"):
        add_persoon(desk, casus_id, geboortedatum=date(1990, 1, 1), overleden_op=date(1980, 1, 1))


def test_an_unknown_or_dead_person_is_not_asked_about_anything(desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, Rol.VADER, voornaam="Vader van Fenna", onbekend=True)
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Moeder", overleden_op=date(2025, 3, 9))
    assert len(desk.personen.in_casus(casus_id)) == 2
    assert desk.uitspraken.perspectieven(casus_id).partijen == ()


def test_a_shielded_address_gives_the_mark_and_looking_needs_a_reason(
    desk: Desk, casus_id: UUID
) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE)
    desk.personen.shield(loes, AfgeschermdSoort.SCHOOL, "De Zeeklas")
    assert not desk.personen.in_casus(casus_id)[0].geheim_adres
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    assert desk.personen.in_casus(casus_id)[0].geheim_adres
    with pytest.raises(UserError, match="waarom"):
        desk.personen.open_afgeschermd(loes, " ")


def test_the_part_of_an_organisation_changes_ends_and_comes_back(
    desk: Desk, casus_id: UUID
) -> None:
    desk.organisaties.join(casus_id, "Wijkteam", contactpersoon="Sam")
    [row] = desk.organisaties.in_casus(casus_id)
    after = InzetGegevens("Noor", "Belt op vrijdag.", "Drie maanden goed.", date(2026, 5, 1))
    desk.organisaties.change(row.id, row.version, after)
    [row] = desk.organisaties.in_casus(casus_id)
    assert row.gegevens == after
    desk.organisaties.leave(row.id, TODAY)
    assert desk.organisaties.in_casus(casus_id) == []
    desk.organisaties.leave(row.id, None)
    assert desk.organisaties.in_casus(casus_id)[0].gegevens == after
    with pytest.raises(UserError, match="vóór het begin"):
        desk.organisaties.leave(row.id, date(2026, 4, 1))
