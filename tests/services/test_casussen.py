"""Casussen, people and the go-to field through their use cases."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import add_casus, add_persoon, at, held_talk, plan, reach
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.ganaar import folded
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.kop import opsomming
from vtdesk.services.organisaties import Organisaties
from vtdesk.services.personen import PersoonGegevens
from vtdesk.values.kinds import Aanwezigheid, AfgeschermdSoort, GezagSoort, Kind, Rol

HARD_NAMES = ("O'Neill <b>", "Zoë Łukasz", "עברית שם", "x" * 500, "a&amp;b", '"quote"')


def test_a_number_is_used_once(desk: Desk) -> None:
    add_casus(desk)

    with pytest.raises(UserError, match="al een casus met nummer"):
        add_casus(desk, naam="Ander gezin")

    assert len(desk.casussen.all()) == 1


def test_the_casus_with_the_nearest_appointment_comes_first(desk: Desk) -> None:
    quiet = add_casus(desk, nummer="1", naam="Aaa")
    busy = add_casus(desk, nummer="2", naam="Bbb")
    plan(desk, busy, begin=at(9, day=date(2026, 5, 19)), einde=at(10, day=date(2026, 5, 19)))

    assert [row.id for row in desk.casussen.all()] == [busy, quiet]
    assert desk.casussen.all()[0].volgende == "Eerste gesprek vader"


def test_a_casus_is_found_by_the_end_of_its_number(desk: Desk) -> None:
    casus_id = add_casus(desk)

    assert desk.casussen.find("0141").id == casus_id
    with pytest.raises(UserError, match="geen casus met nummer 9"):
        desk.casussen.find("9")


def test_children_come_first_the_oldest_before_the_younger(desk: Desk) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, Rol.INFORMANT, voornaam="Tess")
    add_persoon(desk, casus_id, Rol.VADER, voornaam="Otis")
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Job", geboortedatum=date(2019, 8, 1))
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", geboortedatum=date(2016, 9, 1))

    assert [row.voornaam for row in desk.personen.in_casus(casus_id)] == [
        "Pip", "Job", "Otis", "Tess",
    ]  # fmt: skip


@pytest.mark.parametrize("naam", HARD_NAMES)
def test_a_hard_name_comes_back_as_it_was_typed(desk: Desk, naam: str) -> None:
    casus_id = add_casus(desk, naam=naam)
    add_persoon(desk, casus_id, voornaam=naam, achternaam="")

    assert desk.casussen.get(casus_id).naam == naam
    assert desk.personen.in_casus(casus_id)[0].naam == naam
    assert any(hit.titel == naam for hit in desk.ganaar.search(naam))


def test_a_person_needs_a_name_and_a_birth_that_has_been(desk: Desk) -> None:
    casus_id = add_casus(desk)

    with pytest.raises(UserError, match="voornaam of achternaam"):
        add_persoon(desk, casus_id, voornaam=" ", achternaam="")
    with pytest.raises(UserError, match="toekomst"):
        add_persoon(desk, casus_id, geboortedatum=date(2026, 5, 13))

    assert desk.personen.in_casus(casus_id) == []


def test_gezag_is_held_per_child_with_its_source(desk: Desk) -> None:
    casus_id = add_casus(desk)
    vader = add_persoon(desk, casus_id)
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    desk.personen.set_gezag(pip, vader, GezagSoort.ONBEKEND, bron="vader zelf", datum=None)
    desk.personen.set_gezag(
        pip, vader, GezagSoort.GEZAMENLIJK, bron="gezagsregister", datum=date(2026, 5, 8),
        version=1,
    )  # fmt: skip

    [gezag] = desk.personen.detail(vader).gezag
    assert (gezag.kind, gezag.soort, gezag.bron) == (
        "Pip Havikskruid", GezagSoort.GEZAMENLIJK, "gezagsregister",
    )  # fmt: skip
    with pytest.raises(UserError, match="over zichzelf"):
        desk.personen.set_gezag(pip, pip, GezagSoort.GEZAMENLIJK, bron="", datum=None)


def test_a_shielded_value_shows_as_a_count_only(desk: Desk) -> None:
    casus_id = add_casus(desk)
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    value = desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Dwaalpad 3")

    [row] = desk.personen.in_casus(casus_id)
    assert row.afgeschermd == 1
    assert "Dwaalpad" not in repr(row)

    desk.personen.unshield(value)
    assert desk.personen.in_casus(casus_id)[0].afgeschermd == 0


def test_veilig_contact_is_kept_and_changed(desk: Desk) -> None:
    casus_id = add_casus(desk)
    sanne = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Sanne")
    reach(desk, sanne, voicemail=True)
    reach(desk, sanne, voicemail=False, codewoord="bibliotheekboek")

    [row] = desk.personen.in_casus(casus_id)
    assert (row.contact.voicemail, row.contact.codewoord) == (False, "bibliotheekboek")


def test_who_leaves_a_casus_can_be_brought_back(desk: Desk) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id)
    [row] = desk.personen.in_casus(casus_id)

    desk.personen.leave(row.betrokkenheid_id)
    assert desk.personen.in_casus(casus_id) == []

    desk.personen.rejoin(row.betrokkenheid_id)
    [back] = desk.personen.in_casus(casus_id)
    assert replace(back, rol_version=row.rol_version) == row


def test_a_child_shows_when_it_was_spoken_and_since_when_not(desk: Desk) -> None:
    casus_id = add_casus(desk)
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    job = add_persoon(desk, casus_id, Rol.KIND, voornaam="Job")
    held_talk(
        desk,
        casus_id,
        DeelnameGegevens("Pip", "kind", pip),
        DeelnameGegevens("Job", "kind", job, aanwezigheid=Aanwezigheid.AFWEZIG),
    )

    by_name = {row.naam: row for row in desk.kindspoor.of_casus(casus_id)}
    assert by_name["Pip"].gesproken_op == at(16, 15)
    assert (by_name["Job"].gesproken_op, by_name["Job"].dagen) == (None, 40)


def test_an_organisation_has_a_mandate_and_a_way_out(desk: Desk) -> None:
    casus_id = add_casus(desk)
    organisaties: Organisaties = desk.organisaties
    cit = organisaties.add("CIT")
    organisaties.involve(casus_id, cit, mandaat="crisis", uitstapvoorwaarde="twee weken oranje")

    [row] = organisaties.in_casus(casus_id)
    assert (row.naam, row.uitstapvoorwaarde) == ("CIT", "twee weken oranje")


def test_the_melder_is_never_found(desk: Desk) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buurvrouw", achternaam="Melding")

    assert desk.ganaar.search("buurvrouw") == []


def test_places_are_found_without_accents_and_filtered_by_kind(desk: Desk) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, voornaam="Zoë", achternaam="Havikskruid")

    hits = desk.ganaar.search("havik")
    assert [hit.kind for hit in hits] == [Kind.CASUS, Kind.PERSOON]
    assert [hit.titel for hit in desk.ganaar.search("zoe")] == ["Zoë Havikskruid"]
    assert [h.kind for h in desk.ganaar.search("havik", frozenset({Kind.PERSOON}))] == [
        Kind.PERSOON
    ]


def test_children_stand_before_adults_in_each_casus(desk: Desk) -> None:
    one, other = add_casus(desk), add_casus(desk, nummer="2", naam="Distel")
    add_persoon(desk, one, voornaam="Anna", achternaam="Mars")
    add_persoon(desk, other, voornaam="Bas", achternaam="Mars")
    add_persoon(desk, other, Rol.KIND, voornaam="Cas", achternaam="Mars")
    add_persoon(desk, one, Rol.KIND, voornaam="Zed", achternaam="Mars")

    found = [hit.titel for hit in desk.ganaar.search("mars", frozenset({Kind.PERSOON}))]

    assert found == ["Zed Mars", "Anna Mars", "Cas Mars", "Bas Mars"]


def test_a_change_of_one_field_keeps_the_others(desk: Desk) -> None:
    persoon_id = add_persoon(desk, add_casus(desk), telefoon="06-0000 0402")
    seen = desk.personen.detail(persoon_id)

    desk.personen.change(
        persoon_id, seen.version, PersoonGegevens(voornaam="Otto", telefoon="06-0000 0402")
    )

    after = desk.personen.detail(persoon_id)
    assert (after.gegevens.voornaam, after.gegevens.telefoon) == ("Otto", "06-0000 0402")


@given(st.lists(st.sampled_from(["Pip", "Job", "Kaat"]), max_size=4))
def test_names_are_joined_as_one_says_them(names: list[str]) -> None:
    joined = opsomming(names)
    assert joined.count(" en ") == (len(names) > 1)
    assert joined.count(", ") == max(0, len(names) - 2)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
