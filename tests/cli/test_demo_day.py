"""The invented day: what stands in it when the demo opens."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.builders import TODAY
from vtdesk import resources
from vtdesk.services.desk import Desk
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.values.kinds import (
    Aanwezigheid,
    AfspraakStaat,
    Letter,
    Opname,
    Verificatie,
    VerslagStand,
)

FILES = sorted(path.name for path in resources.path("demo").glob("*.toml"))


def verslag(desk: Desk, titel: str) -> VerslagInhoud:
    [found] = [row.id for row in desk.verslagen.all() if row.titel == titel]
    return desk.verslagen.open(found)


def test_four_talks_of_the_day_still_owe_their_verslag(demo_desk: Desk) -> None:
    assert [(row.titel, row.verslag_stand) for row in demo_desk.agenda.owed()] == [
        ("MDO Wolkenveld / Kaneelboom", None),
        ("De Kompasroos, juf Tess", VerslagStand.CONCEPT),
        ("Monitoring 3 maanden", None),
        ("Eerste gesprek vader", None),
    ]
    assert demo_desk.agenda.to_confirm() == []


def test_father_left_early_and_records_the_talk_himself(demo_desk: Desk) -> None:
    talk = next(row for row in demo_desk.agenda.owed() if row.titel == "Eerste gesprek vader")
    gesprek = demo_desk.gesprekken.get(talk.id)

    assert gesprek.opname is Opname.DOOR_BETROKKENE
    assert gesprek.deelnames[0].toelichting == "tot 16:50"
    assert demo_desk.notities.regels(talk.id)[0].veld == "gezien"


def test_the_talks_with_father_and_with_job_were_moved_once(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0141")
    moved = [a for a in demo_desk.agenda.of_casus(casus.id) if a.staat is AfspraakStaat.VERZET]

    assert [(a.titel, a.begin.isoformat()) for a in moved] == [
        ("Kindgesprek Job op school", "2026-05-07T14:30:00+02:00"),
        ("Eerste gesprek vader", "2026-04-30T16:15:00+02:00"),
    ]


def test_every_seal_of_the_demo_holds(demo_desk: Desk) -> None:
    assert demo_desk.vaststelling.klopt() == []


def test_the_car_that_loes_saw_is_refuted_in_version_2_and_not_in_version_1(
    demo_desk: Desk,
) -> None:
    call = verslag(demo_desk, "Loes teruggebeld")
    states = [
        demo_desk.vaststelling.document(call.id, nummer).tekst.uitspraken()[0].verificatie
        for nummer in (1, 2)
    ]

    assert states == [Verificatie.ONBEVESTIGD, Verificatie.WEERLEGD]


def test_what_mother_only_heard_names_who_she_heard_it_from(demo_desk: Desk) -> None:
    uitspraken = verslag(demo_desk, "Gesprek moeder").tekst.uitspraken()

    assert [u.bron.via for u in uitspraken if u.bron.van_horen_zeggen] == ["Ria Havikskruid"]
    assert [u.letter for u in uitspraken] == [
        Letter.FEIT, Letter.VERKLARING, Letter.VERKLARING, Letter.FEIT, Letter.FEIT, Letter.DUIDING,
    ]  # fmt: skip


def test_the_children_have_the_ages_of_12_may_2026(demo_desk: Desk) -> None:
    ages = {
        kind.naam: kind.leeftijd
        for casus in demo_desk.casussen.all()
        for kind in demo_desk.kindspoor.of_casus(casus.id)
    }

    assert ages == {
        "Pip": 9, "Job": 6, "Fenna": 7, "Tijn": 2, "Lotte": 13, "Ruben": 10, "Kaat": 4,
    }  # fmt: skip


def test_what_must_stay_hidden_is_not_in_any_open_field(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    loes = next(p for p in demo_desk.personen.in_casus(casus.id) if p.voornaam == "Loes")
    hidden = demo_desk.personen.open_afgeschermd(loes.id, "test")

    assert [row.waarde for row in hidden] == [
        "Schelpenhof 9", "0000 AB", "De Zeeklas", "zwembad De Golfbreker",
    ]  # fmt: skip
    texts = "\n".join(resources.path("demo", name).read_text("utf-8") for name in FILES)
    assert [texts.count(row.waarde) for row in hidden] == [1, 1, 1, 1]


@pytest.mark.parametrize("name", FILES)
def test_no_number_of_the_demo_can_be_real(name: str) -> None:
    text = Path(resources.path("demo", name)).read_text("utf-8")
    numbers = re.findall(r'telefoon = "(.+)"', text)

    assert tomllib.loads(text)
    assert all(re.match(r"06-0000 04\d\d$|010-000 00\d\d$", number) for number in numbers)
    assert not re.search(r"\b\d{9}\b|\b[1-9]\d{3} ?[A-Z]{2}\b", text)


def test_the_day_stands_as_it_went_with_the_lunch_that_was_lost(demo_desk: Desk) -> None:
    day = demo_desk.agenda.on_day(TODAY)

    assert [(f"{a.begin:%H:%M}-{a.einde:%H:%M}", a.titel) for a in day] == [
        ("08:10-08:30", "Dagstart"),
        ("09:00-11:50", "JB-plein, 3 besprekingen"),
        ("12:00-12:15", "Loes teruggebeld"),
        ("12:15-12:25", "Wijkagent gebeld"),
        ("12:30-13:00", "Lunch"),
        ("13:00-14:25", "MDO Wolkenveld / Kaneelboom"),  # 25 minutes over
        ("14:30-14:50", "De Kompasroos, juf Tess"),
        ("15:00-15:50", "Monitoring 3 maanden"),
        ("15:50-16:10", "Reistijd naar kantoor"),
        ("16:15-17:05", "Eerste gesprek vader"),
        ("17:10-17:20", "Napraten met Nel"),
        ("17:30-20:15", "Thuis"),
        ("20:20-21:30", "Verslagen"),
    ]
    staat = {a.titel: a.staat for a in day}
    assert staat.pop("Lunch") is AfspraakStaat.AFGEZEGD
    assert staat.pop("Thuis") is AfspraakStaat.GEPLAND
    assert staat.pop("Verslagen") is AfspraakStaat.GEPLAND
    assert set(staat.values()) == {AfspraakStaat.GEHOUDEN}


@pytest.mark.parametrize(
    ("nummer", "titel", "begin"),
    [
        ("0141", "Kindgesprek Job op school", "2026-05-26T13:30:00+02:00"),
        ("0158", "Evaluatie met wijkteam", "2026-05-28T11:00:00+02:00"),
        ("0097", "Extra moment, Lotte en Ruben", "2026-06-26T15:00:00+02:00"),
    ],
)
def test_what_is_planned_next_in_each_casus(
    demo_desk: Desk, nummer: str, titel: str, begin: str
) -> None:
    casus = demo_desk.casussen.find(nummer)
    coming = [a for a in demo_desk.agenda.of_casus(casus.id) if a.staat is AfspraakStaat.GEPLAND]

    assert [(a.titel, a.begin.isoformat()) for a in coming] == [(titel, begin)]


def test_mila_works_here(demo_desk: Desk) -> None:
    gebruiker = demo_desk.instellingen.gebruiker()

    assert (gebruiker.naam, gebruiker.functie, gebruiker.organisatie) == (
        "Mila Proefstra", "procesregisseur", "Veilig Thuis Voorbeeldhaven",
    )  # fmt: skip


def test_the_parents_came_to_the_mdo_apart_and_father_on_a_screen(demo_desk: Desk) -> None:
    mdo = next(row for row in demo_desk.agenda.owed() if row.titel.startswith("MDO"))
    gesprek = demo_desk.gesprekken.get(mdo.id)

    assert [(one.naam, one.aanwezigheid, one.toelichting) for one in gesprek.deelnames] == [
        ("Sanne Wolkenveld", Aanwezigheid.AANWEZIG, "van 13:05 tot 13:35"),
        ("Dario Kaneelboom", Aanwezigheid.BEELDBELLEN, "van 13:40 tot 14:05"),
        ("Kim Crisisma", Aanwezigheid.AANWEZIG, ""),
        ("Sam Wijkman", Aanwezigheid.AANWEZIG, ""),
        ("Ivo Testman", Aanwezigheid.AANWEZIG, ""),
    ]
