"""Safety in the demo and on the command line: exactly the states of the invented casussen."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.cli.conftest import Run
from vtdesk.services.desk import Desk
from vtdesk.values.casuskinds import WaarborgSoort

VOOR = WaarborgSoort.VOORWAARDE


def test_wolkenveld_has_four_voorwaarden_three_afspraken_and_two_agreements_with_the_police(
    demo_desk: Desk,
) -> None:
    casus = demo_desk.casussen.find("0158")
    rows = demo_desk.veiligheid.waarborgen(casus.id)

    assert [row.nummer for row in rows if row.soort is WaarborgSoort.VOORWAARDE] == [1, 2, 3, 4]
    assert [row.nummer for row in rows if row.soort is WaarborgSoort.AFSPRAAK] == [1, 2, 3]
    assert {
        (row.gegevens.soort.value, row.gegevens.vanaf, row.gegevens.herzien_op)
        for row in demo_desk.veiligheid.politieafspraken(casus.id)
    } == {
        ("aol", date(2026, 5, 5), date(2026, 6, 5)),
        ("aop", date(2026, 5, 6), date(2026, 6, 5)),
    }


def test_veilig_thuis_watches_wolkenveld_until_the_wijkteam_accepts(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    offer = demo_desk.zicht.estafette(casus.id).aanbod

    assert (casus.zicht_bij, casus.zicht_sinds) == ("Veilig Thuis", date(2026, 5, 4))
    assert offer is not None
    assert offer.gegevens.verwacht_op == date(2026, 5, 15)
    [regie] = demo_desk.regie.of_casus(casus.id)
    assert [regie.is_on(TODAY + timedelta(days=days)) for days in (0, 2, 3)] == [
        False, False, True,
    ]  # fmt: skip
    ways_out = {
        row.naam: row.uitstapvoorwaarde for row in demo_desk.organisaties.in_casus(casus.id)
    }
    assert ways_out["Crisis Interventie Team (CIT)"] == "Twee weken oranje of lager."


def test_sterrenwoud_shows_five_results_of_12_may_and_who_took_over(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0097")
    last = [row.laatste for row in demo_desk.veiligheid.waarborgen(casus.id)]

    assert [(one.uitkomst.value, one.datum) for one in last if one] == [
        (word, TODAY) for word in ("nagekomen", "nagekomen", "deels", "niet", "nog_niet_te_zeggen")
    ]
    periods = demo_desk.zicht.estafette(casus.id).periodes
    assert [(p.houder, p.vanaf.date()) for p in periods] == [
        ("Wijkteam Dorpslaan", date(2026, 2, 12)), ("Veilig Thuis", date(2025, 11, 3)),
    ]  # fmt: skip


def test_with_father_of_zilverduin_nothing_is_agreed_yet(demo_desk: Desk) -> None:
    [voorstel] = demo_desk.veiligheid.waarborgen(demo_desk.casussen.find("0141").id)

    assert voorstel.voorstel
    assert [(said.wie, said.stand.value, said.datum.day) for said in voorstel.instemmingen] == [
        ("Maren", "akkoord", 11), ("Otis", "denkt_erover_na", 12),
    ]  # fmt: skip


def test_a_casus_tells_who_watches_and_what_the_last_check_found(
    run: Run, demo_kluis: Path
) -> None:
    out = run("--vault", demo_kluis, "casus", "show", "0097").out
    crisis = run("--vault", demo_kluis, "casus", "show", "0158").out
    data = run("--vault", demo_kluis, "casus", "show", "0097", "--json").data

    assert "Zicht op veiligheid: Wijkteam Dorpslaan, sinds 12 februari\n" in out
    assert "Niet, 12 mei: 82 % in april, volgens school." in out
    assert "Aangeboden aan Wijkteam Dorpslaan, wacht op antwoord, verwacht vr 15 mei\n" in crisis
    assert "Casusregie: Wijkteam Dorpslaan, vanaf vr 15 mei\n" in crisis
    assert [(p["houder"], p["tot"]) for p in data["zicht"]] == [
        ("Wijkteam Dorpslaan", None), ("Veilig Thuis", "2026-02-12T14:50:00+01:00"),
    ]  # fmt: skip
    assert data["waarborgen"][3]["toetsen"][0]["uitkomst"] == "niet"
    assert data["overdrachten"][0]["aanvaard_door"] == "Noor Dorpslaan"


def test_each_voorwaarde_of_wolkenveld_says_who_what_when_and_what_if_not(
    demo_desk: Desk,
) -> None:
    rows = demo_desk.veiligheid.waarborgen(demo_desk.casussen.find("0158").id)
    shown = [(row.soort, row.gegevens) for row in rows]

    assert [(one.wie, one.wat, one.wanneer, one.tot) for soort, one in shown if soort is VOOR] == [
        ("Dario", "Geen contact met Sanne, Fenna en Tijn buiten begeleid contact, "
                  "zolang het huisverbod geldt.", "tot het huisverbod stopt", None),
        ("Dario", "De huissleutel is terug, via de politie.", "vóór 13 mei", date(2026, 5, 12)),
        ("Sanne", "Sanne heeft iemand die zij ’s nachts kan bellen.", "elke nacht", None),
        ("CJG", "Het CJG heeft Tijn gezien.", "vóór 20 mei", date(2026, 5, 19)),
    ]  # fmt: skip
    assert [(one.wie, one.wat, one.wanneer) for soort, one in shown if soort is not VOOR] == [
        ("Wijkteam", "Belt kort met Sanne.", "elke dinsdag en vrijdag"),
        ("Dario", "Gaat naar de intake voor hulp bij agressie.", "maandag 18 mei"),
        ("Wijkteam", "De spullen van Tijn gaan via het wijkteam, niet aan de deur.",
         "als Tijn iets nodig heeft"),
    ]  # fmt: skip
    assert all(one.wat_als_niet and one.wie_kijkt for _, one in shown)
    assert {row.laatste for row in rows} == {None}  # nothing is checked yet


def test_who_may_decide_what_in_wolkenveld(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    mandates = {row.naam: row.mandaat for row in demo_desk.organisaties.in_casus(casus.id)}

    assert "beslist over verlenging" in mandates["Gemeente Voorbeeldhaven, burgemeester"]
    assert mandates["Wijkteam Dorpslaan"].startswith("Casusregie vanaf 15 mei")
    assert [(row.naam, row.vanaf) for row in demo_desk.regie.of_casus(casus.id)] == [
        ("Wijkteam Dorpslaan", date(2026, 5, 15))
    ]


@pytest.mark.parametrize(
    ("nummer", "houder", "sinds"),
    [
        ("0141", "Veilig Thuis", date(2026, 4, 2)),
        ("0158", "Veilig Thuis", date(2026, 5, 4)),
        ("0097", "Wijkteam Dorpslaan", date(2026, 2, 12)),
    ],
)
def test_one_organisation_watches_over_each_family(
    demo_desk: Desk, nummer: str, houder: str, sinds: date
) -> None:
    casus = demo_desk.casussen.find(nummer)

    assert (casus.zicht_bij, casus.zicht_sinds) == (houder, sinds)


def test_each_result_of_sterrenwoud_has_its_evidence(demo_desk: Desk) -> None:
    rows = demo_desk.veiligheid.waarborgen(demo_desk.casussen.find("0097").id)

    assert [row.laatste.bewijs for row in rows if row.laatste] == [
        "Vader vertelt het en het rooster van Hanna laat het zien.",
        "School zei het op 11 mei.",
        "Lotte heeft één avond vrij.",
        "82 % in april, volgens school.",
        "Er is een wachtlijst tot september.",
    ]


def test_what_was_proposed_in_zilverduin_is_the_handover_at_school(demo_desk: Desk) -> None:
    [voorstel] = demo_desk.veiligheid.waarborgen(demo_desk.casussen.find("0141").id)

    assert voorstel.gegevens.wat == "Pip en Job wisselen van ouder op school, niet aan de deur."
