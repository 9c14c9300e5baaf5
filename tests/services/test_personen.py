"""People: an unborn child that is born, roles with periods, order of names, and organisations."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from tests.builders import TODAY, add_casus, add_persoon, give_rol, reach
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.organisaties import InzetGegevens
from vtdesk.services.personen import (
    Geboorte,
    PersoonGegevens,
    RolWijziging,
    VeiligContactGegevens,
)
from vtdesk.values.change import Change
from vtdesk.values.kinds import AfgeschermdSoort, Geslacht, GezagSoort, Rol

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
    give_rol(desk, row, Rol.STIEFOUDER, "getrouwd", date(2026, 6, 1))
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


def test_an_organisation_that_was_not_known_joins_in_one_deed(desk: Desk, casus_id: UUID) -> None:
    announced: list[Change] = []
    desk.changes.subscribe(announced.append)
    desk.organisaties.join(casus_id, "Wijkteam", contactpersoon="Sam")
    assert len(announced) == 1
    desk.organisaties.join(casus_id, " wijkteam ")
    assert [naam for _, naam in desk.organisaties.all()] == ["Wijkteam"]


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


def test_a_person_is_added_whole_or_not_at_all(desk: Desk, casus_id: UUID) -> None:
    gegevens = PersoonGegevens(voornaam="Sanne", geboortedatum=date(1989, 8, 21))
    contact = VeiligContactGegevens(codewoord="tulp", nooit_zeggen="Veilig Thuis")
    announced: list[Change] = []
    desk.changes.subscribe(announced.append)
    sanne = desk.personen.add(casus_id, gegevens, Rol.MOEDER, contact=contact)

    assert len(announced) == 1
    assert desk.personen.detail(sanne).contact == contact


def test_a_refused_role_changes_nothing_of_the_person(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id, Rol.NETWERK)
    seen, [row] = desk.personen.detail(otis), desk.personen.in_casus(casus_id)
    typed = replace(seen.gegevens, telefoon="06-0000 0402")
    contact = VeiligContactGegevens(nooit_zeggen="De Roos")
    too_early = RolWijziging(row.betrokkenheid_id, 1, Rol.FAMILIE, "", date(2020, 1, 1))
    with pytest.raises(UserError, match="vóór de rol van nu"):
        desk.personen.change(otis, seen.version, typed, contact=contact, rol=too_early)
    assert desk.personen.detail(otis) == seen

    later = replace(too_early, vanaf=None)
    desk.personen.change(otis, seen.version, typed, contact=contact, rol=later)
    after = desk.personen.detail(otis)
    assert (after.gegevens.telefoon, after.contact) == ("06-0000 0402", contact)
    assert desk.personen.in_casus(casus_id)[0].rol is Rol.FAMILIE


def test_a_stale_form_does_not_put_an_empty_code_word_over_a_new_one(
    desk: Desk, casus_id: UUID
) -> None:
    sanne = add_persoon(desk, casus_id, Rol.MOEDER)
    for codewoord in ("tulp", "roos"):  # the first is a new row, the second a change of it
        stale = desk.personen.detail(sanne)
        reach(desk, sanne, codewoord=codewoord)
        with pytest.raises(UserError, match="intussen ergens anders gewijzigd"):
            desk.personen.change(sanne, stale.version, stale.gegevens, contact=stale.contact)
        assert desk.personen.detail(sanne).contact.codewoord == codewoord


def test_a_stale_role_is_refused_and_so_is_that_of_another(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id, Rol.PARTNER)
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    [child, stale] = desk.personen.in_casus(casus_id)
    with pytest.raises(UserError, match="hoort bij iemand anders"):
        give_rol(desk, replace(stale, id=pip), Rol.KIND)
    give_rol(desk, stale, Rol.VADER)
    with pytest.raises(UserError, match="intussen ergens anders gewijzigd"):
        give_rol(desk, stale, Rol.STIEFOUDER)
    assert [one.rol for one in desk.personen.rollen(casus_id, otis)] == [Rol.VADER]
    assert child.id == pip


def test_gezag_that_changed_since_it_was_seen_is_not_written_over(
    desk: Desk, casus_id: UUID
) -> None:
    vader, pip = add_persoon(desk, casus_id), add_persoon(desk, casus_id, Rol.KIND)
    note = partial(desk.personen.set_gezag, pip, vader, bron="", datum=None)
    note(GezagSoort.GEZAMENLIJK)
    with pytest.raises(UserError, match="intussen gewijzigd"):
        note(GezagSoort.GEEN)
    [known] = desk.personen.detail(vader).gezag
    note(GezagSoort.GEEN, version=known.version)
    with pytest.raises(UserError, match="intussen gewijzigd"):
        note(GezagSoort.GEZAMENLIJK, version=known.version)
    assert desk.personen.detail(vader).gezag[0].soort is GezagSoort.GEEN


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"geboortedatum": date(1016, 9, 1)}, "is deze persoon 1009 jaar"),
        ({"geboortedatum": date(1905, 5, 12)}, "is deze persoon 121 jaar"),
        (
            {"geboortedatum": date(1800, 1, 1), "overleden_op": date(1970, 1, 1)},
            "werd deze persoon 170 jaar",
        ),
        ({"overleden_op": date(1870, 1, 1)}, "te lang geleden"),
        ({"verwacht_op": date(2026, 9, 1)}, "alleen voor een ongeboren kind"),
    ],
)
def test_days_that_cannot_be_are_not_stored(
    desk: Desk, casus_id: UUID, days: dict[str, Any], said: str
) -> None:
    with pytest.raises(UserError, match=said):
        add_persoon(desk, casus_id, **days)
    otis = add_persoon(desk, casus_id)
    seen, [row] = desk.personen.detail(otis), desk.personen.in_casus(casus_id)
    same = RolWijziging(row.betrokkenheid_id, row.rol_version, row.rol, row.toelichting)
    with pytest.raises(UserError, match=said):
        desk.personen.change(otis, seen.version, replace(seen.gegevens, **days), rol=same)
    assert desk.personen.detail(otis) == seen


def test_the_very_old_and_the_long_dead_are_people(desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, Rol.GROOTOUDER, geboortedatum=date(1907, 5, 13))
    add_persoon(
        desk, casus_id, Rol.GROOTOUDER,
        geboortedatum=date(1890, 1, 1), overleden_op=date(1970, 1, 1),
    )  # fmt: skip
    assert [row.leeftijd for row in desk.personen.in_casus(casus_id)] == [118, 80]


def test_a_child_is_expected_within_a_year(desk: Desk, casus_id: UUID) -> None:
    with pytest.raises(UserError, match="Zo ver weg"):
        add_persoon(desk, casus_id, Rol.ONGEBOREN, verwacht_op=date(2062, 9, 1))
    add_persoon(desk, casus_id, Rol.ONGEBOREN, verwacht_op=date(2026, 12, 1))
