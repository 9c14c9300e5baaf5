"""Safety in the demo and on the command line: exactly the states of the invented casussen."""

from datetime import date, timedelta
from pathlib import Path

from tests.builders import TODAY
from tests.cli.conftest import Run
from vtdesk.services.desk import Desk
from vtdesk.values.casuskinds import WaarborgSoort


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
