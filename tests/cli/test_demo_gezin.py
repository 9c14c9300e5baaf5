"""The people of the invented casussen: who they are, who has gezag, and how to reach them."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.cli.conftest import Run
from vtdesk.services.desk import Desk
from vtdesk.services.huishoudens import HuishoudenRow
from vtdesk.services.persoon_rows import PersoonRow, VeiligContactGegevens
from vtdesk.values.casuskinds import Anonimiteit, RelatieSoort
from vtdesk.values.kinds import AfgeschermdSoort, GezagSoort, Rol


def people(desk: Desk, nummer: str) -> dict[str, PersoonRow]:
    """Give everybody in a casus by the name they are called by."""
    rows = desk.personen.in_casus(desk.casussen.find(nummer).id)
    return {row.voornaam: row for row in rows}


def living(house: HuishoudenRow, day: date) -> set[str]:
    """Say who lived in a house on a day."""
    return {
        one.persoon.split()[0]
        for one in house.bewoners
        if (one.gegevens.vanaf or day) <= day
        and (one.gegevens.tot is None or day < one.gegevens.tot)
    }


@pytest.mark.parametrize(
    ("nummer", "wanted"),
    [
        (
            "0141",
            [
                ("Pip Havikskruid", Rol.KIND, 9, ""),
                ("Job Havikskruid", Rol.KIND, 6, ""),
                ("Otis Havikskruid", Rol.VADER, 39, "06-0000 0402"),
                ("Maren Zilverduin", Rol.MOEDER, 36, "06-0000 0401"),
                ("Ria Havikskruid", Rol.GROOTOUDER, 67, "06-0000 0403"),
                ("juf Tess Kompasman", Rol.INFORMANT, None, ""),
                ("dr. Proef", Rol.INFORMANT, None, ""),
            ],
        ),
        (
            "0158",
            [
                ("Fenna Wolkenveld", Rol.KIND, 7, ""),
                ("Tijn Kaneelboom", Rol.KIND, 2, ""),
                ("Dario Kaneelboom", Rol.VADER, 34, "06-0000 0412"),
                ("Sanne Wolkenveld", Rol.MOEDER, 31, "06-0000 0411"),
                ("Vader van Fenna", Rol.VADER, None, ""),
                ("Loes Wolkenveld", Rol.FAMILIE, 28, "06-0000 0417"),
            ],
        ),
        (
            "0097",
            [
                ("Lotte Sterrenwoud", Rol.KIND, 13, ""),
                ("Ruben Sterrenwoud", Rol.KIND, 10, ""),
                ("Kaat Sterrenwoud", Rol.KIND, 4, ""),
                ("Abel Sterrenwoud", Rol.VADER, 44, "06-0000 0421"),
                ("Moeder Sterrenwoud", Rol.MOEDER, None, ""),
                ("Hanna van der Linden", Rol.NETWERK, None, "06-0000 0422"),
            ],
        ),
    ],
)
def test_who_is_in_each_family_how_old_and_in_which_role(
    demo_desk: Desk, nummer: str, wanted: list[tuple[str, Rol, int | None, str]]
) -> None:
    rows = demo_desk.personen.in_casus(demo_desk.casussen.find(nummer).id)

    assert [(row.naam, row.rol, row.leeftijd, row.telefoon) for row in rows] == wanted


@pytest.mark.parametrize(
    ("nummer", "wanted"),
    [
        (
            "0141",
            {
                (kind, houder, GezagSoort.GEZAMENLIJK)
                for kind in ("Pip Havikskruid", "Job Havikskruid")
                for houder in ("Maren Zilverduin", "Otis Havikskruid")
            },
        ),
        (
            "0158",
            {
                ("Fenna Wolkenveld", "Sanne Wolkenveld", GezagSoort.EENHOOFDIG),
                ("Tijn Kaneelboom", "Sanne Wolkenveld", GezagSoort.GEZAMENLIJK),
                ("Tijn Kaneelboom", "Dario Kaneelboom", GezagSoort.GEZAMENLIJK),
            },
        ),
        (
            "0097",
            {
                (f"{kind} Sterrenwoud", "Abel Sterrenwoud", GezagSoort.EENHOOFDIG)
                for kind in ("Lotte", "Ruben", "Kaat")
            },
        ),
    ],
)
def test_who_has_gezag_and_from_which_paper(
    demo_desk: Desk, nummer: str, wanted: set[tuple[str, str, GezagSoort]]
) -> None:
    gezag = [one for row in people(demo_desk, nummer).values() if row.is_kind for one in row.gezag]

    assert {(one.kind, one.houder, one.soort) for one in gezag} == wanted
    assert {one.bron for one in gezag} == {"uittreksel gezagsregister"}
    if nummer == "0158":
        assert {one.datum for one in gezag} == {date(2026, 5, 8)}


def test_sanne_has_no_voicemail_before_14_may_and_a_code_word(demo_desk: Desk) -> None:
    contact = people(demo_desk, "0158")["Sanne"].contact

    assert (contact.voicemail, contact.voicemail_vanaf) == (False, date(2026, 5, 14))
    assert contact.codewoord == "bibliotheekboek"


def test_maren_is_called_in_office_hours_and_her_voicemail_is_safe(demo_desk: Desk) -> None:
    assert people(demo_desk, "0141")["Maren"].contact == VeiligContactGegevens(
        wanneer="op werkdagen tijdens kantooruren", voicemail=True, post=True
    )


def test_of_loes_the_address_and_all_that_gives_it_away_is_shielded(demo_desk: Desk) -> None:
    loes = people(demo_desk, "0158")["Loes"]
    opened = demo_desk.personen.open_afgeschermd(loes.id, "controle")

    assert (loes.geheim_adres, loes.afgeschermd) == (True, 4)
    assert {row.soort for row in opened} == {
        AfgeschermdSoort.ADRES, AfgeschermdSoort.POSTCODE, AfgeschermdSoort.SCHOOL,
        AfgeschermdSoort.PLEK,
    }  # fmt: skip


def test_dario_is_the_father_of_tijn_and_not_of_fenna(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    parents = {
        (row.van.split()[0], row.naar.split()[0])
        for row in demo_desk.relaties.of_casus(casus.id)
        if row.gegevens.soort is RelatieSoort.OUDER
    }

    assert parents == {("Sanne", "Fenna"), ("Vader", "Fenna"), ("Sanne", "Tijn"), ("Dario", "Tijn")}


def test_fenna_is_at_her_aunt_since_5_may_and_dario_is_out_of_the_house(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    houses = demo_desk.huishoudens.of_casus(casus.id)

    def on(day: date) -> dict[str, set[str]]:
        return {house.naam: living(house, day) for house in houses}

    assert on(date(2026, 5, 3))["Thuis bij Sanne"] == {"Sanne", "Dario", "Fenna", "Tijn"}
    assert on(TODAY) == {
        "Thuis bij Sanne": {"Sanne", "Tijn"},
        "Bij tante": {"Loes", "Fenna"},
        "logeert bij een vriend": {"Dario"},
    }


def test_pip_and_job_live_with_mother_and_are_with_father_in_the_weekend(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0141")
    houses = {
        house.naam: living(house, TODAY) for house in demo_desk.huishoudens.of_casus(casus.id)
    }

    assert houses == {
        "Bij moeder": {"Maren", "Pip", "Job"}, "Weekend bij vader": {"Otis", "Pip", "Job"},
    }  # fmt: skip
    assert "weekend" in people(demo_desk, "0141")["Pip"].toelichting


def test_the_melder_of_m3_stands_with_the_melding_and_is_nobody_in_the_family(
    run: Run, demo_kluis: Path, demo_desk: Desk
) -> None:
    casus = demo_desk.casussen.find("0141")
    m1, m2, m3 = demo_desk.meldingen.of_casus(casus.id)

    assert [one.heeft_melder for one in (m1, m2, m3)] == [False, False, True]
    assert m3.gegevens.anonimiteit is Anonimiteit.ANONIEM_VOOR_GEZIN
    melder = demo_desk.meldingen.open_melder(m3.id, "terugbellen")
    assert (melder.relatie, melder.telefoon) == ("omwonende", "06-0000 0404")
    for nummer in ("0141", "0158", "0097", "0163", "0086", "0052"):
        assert all(row.rol is not Rol.MELDER for row in people(demo_desk, nummer).values())
    for typed in (melder.naam, melder.telefoon, "Wisselkade", "omwonende"):
        found = run("--vault", demo_kluis, "search", f'"{typed}"', "--json").data["treffers"]
        assert found == [], typed


def test_mevrouw_lindebloesem_is_79_and_no_family_of_hers_is_written_down(demo_desk: Desk) -> None:
    found = people(demo_desk, "0163")

    assert {(row.naam, row.rol, row.leeftijd) for row in found.values()} == {
        ("mevrouw Lindebloesem", Rol.ANDERS, 79), ("Jo Zorgman", Rol.PROFESSIONAL, None),
    }  # fmt: skip
