"""What the demo shows of time and of what is open: exactly what the invented casussen state."""

from datetime import date

from tests.builders import at
from vtdesk.services.desk import Desk
from vtdesk.services.tijdlijn.rows import TijdlijnKeuze
from vtdesk.services.tijdlijn.service import ALLES
from vtdesk.values.tijdlijn import TijdlijnSoort


def events(desk: Desk, nummer: str) -> list[tuple[str, str]]:
    casus = desk.casussen.find(nummer)
    keuze = TijdlijnKeuze(frozenset([TijdlijnSoort.GEBEURTENIS]))
    return [
        (f"{row.moment:%d-%m %H:%M}" if row.met_tijd else f"{row.moment:%d-%m}", row.titel)
        for row in desk.tijdlijn.of_casus(casus.id, keuze)
    ]


def test_the_events_of_both_families_stand_on_their_days(demo_desk: Desk) -> None:
    assert events(demo_desk, "0141") == [
        ("01-04", "Ruzie bij het wisselen, beide kinderen op de stoep"),
        ("23-04 18:12", "Pip belt 112"),
        ("12-05 14:50", "Juf Tess vertelde wat zij ziet. Zij leest het verslag eerst terug."),
    ]
    assert events(demo_desk, "0158") == [
        ("04-05 21:05", "Geschreeuw, een ingetrapte deur en een snee in de hand van Sanne"),
        ("04-05 21:30", "Huisverbod voor Dario"),
        ("05-05", "Fenna logeert bij haar tante Loes"),
        ("05-05 09:55", "Fenna mag blijven zolang het nodig is."),
        ("08-05 16:40", "Fenna slaapt goed en wil haar fiets."),
        ("12-05 12:10", "Loes teruggebeld. De wijkagent controleert een kenteken."),
        ("12-05 13:40", "Het kenteken is van bezoek van de buren."),
        ("14-05 21:30", "Einde: Huisverbod voor Dario"),
    ]


def test_the_huisverbod_is_not_moved_for_hemelvaart_and_has_its_limit(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    [ban] = [
        row.gegevens
        for row in demo_desk.gebeurtenissen.of_casus(casus.id)
        if row.gegevens.titel == "Huisverbod voor Dario"
    ]

    assert ban.einde == at(21, 30, date(2026, 5, 14))
    assert ban.uiterlijk == date(2026, 6, 1)
    running = [
        row for row in demo_desk.termijnen.of_casus(casus.id) if "T11" in row.uitkomst.regel.id
    ]
    assert [row.uitkomst.tot for row in running] == [at(21, 30, date(2026, 5, 14))]


def test_job_and_the_gap_on_alcohol_are_the_hints_of_zilverduin(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0141")

    assert [(hint.kop, hint.tekst) for hint in demo_desk.hints.of_casus(casus.id)] == [
        (
            "Job is nog niet gesproken.",
            "40 dagen sinds de eerste melding. Plan een gesprek of schrijf op waarom niet.",
        ),
        (
            "Over alcohol is vader nog niet gevraagd.",
            "Moeder vertelde dit op 11 mei, gehoord van Ria. Plan het of schrijf op waarom niet.",
        ),
    ]


def test_no_line_of_the_demo_holds_what_is_shielded_or_who_reported(demo_desk: Desk) -> None:
    hidden = ("Schelpenhof", "0000 AB", "Zeeklas", "Golfbreker", "Wisselkade", "omwonende")
    for casus in demo_desk.casussen.all(None):
        told = repr(demo_desk.tijdlijn.of_casus(casus.id))
        told += repr(demo_desk.tijdlijn.blad(casus.id, ALLES, "Alles."))
        told += repr(demo_desk.logboek.of_casus(casus.id, most=10_000))
        assert [word for word in hidden if word in told] == []


def test_what_was_said_of_the_car_is_refuted_on_the_line(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    rows = demo_desk.tijdlijn.of_casus(casus.id)
    car = [row for row in rows if "auto" in row.titel]

    assert car
    assert all(row.titel.startswith("Weerlegd: ") for row in car)
