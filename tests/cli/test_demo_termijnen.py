"""The dates of the invented casussen, exactly as they were thought out."""

from datetime import date, datetime

import pytest

from tests.builders import TODAY, SlowClock, at
from tests.cli.conftest import Run
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MeldingGegevens
from vtdesk.services.termijnen import TermijnRow
from vtdesk.services.vernietiging import Vernietigingsgrond
from vtdesk.values.bewaren.recht import Antwoord
from vtdesk.values.casuskinds import MeldingSoort, MonitoringBesluit, Oordeel
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import AMSTERDAM


def term(desk: Desk, nummer: str, regel: str, wie: str = "") -> TermijnRow:
    rows = desk.termijnen.of_casus(desk.casussen.find(nummer).id)
    [found] = [
        row
        for row in rows
        if row.uitkomst.regel.id == regel and row.wie.startswith(wie) and not row.vervallen_want
    ]
    return found


def test_the_veiligheidsbeoordeling_of_case_1_was_met_and_its_statute_was_not(
    demo_desk: Desk,
) -> None:
    row = term(demo_desk, "0141", "T1")

    assert [one.einde for one in (row.sporen.protocol, row.sporen.wet) if one] == [
        date(2026, 4, 13), date(2026, 4, 8),
    ]  # fmt: skip
    assert row.gehaald_op == date(2026, 4, 13)
    assert (row.stand, row.ander_stand) == (Termijnstand.GEHAALD, Termijnstand.LAAT_GEHAALD)


def test_the_clock_of_father_went_from_30_april_to_15_may_and_he_was_told_on_the_12th(
    demo_desk: Desk,
) -> None:
    row = term(demo_desk, "0141", "T3", "Otis")

    assert row.uitkomst.eerste_einde == date(2026, 4, 30)
    assert row.uitkomst.ruw == date(2026, 5, 14)  # Hemelvaart
    assert row.uitkomst.einde == date(2026, 5, 15)
    [extension] = row.verlengingen
    assert extension.vanaf == date(2026, 4, 29)
    assert "politie" in extension.reden
    assert (row.gehaald_op, row.stand) == (date(2026, 5, 12), Termijnstand.GEHAALD)


def test_the_clock_of_grandmother_runs_until_22_may(demo_desk: Desk) -> None:
    row = term(demo_desk, "0141", "T3", "Ria")

    assert (row.wanneer, row.stand) == (date(2026, 5, 22), Termijnstand.LOOPT)


def test_the_onderzoek_of_case_1_ends_on_22_june(demo_desk: Desk) -> None:
    assert term(demo_desk, "0141", "T2").wanneer == date(2026, 6, 22)


def test_the_huisverbod_ends_on_hemelvaart_and_does_not_move(demo_desk: Desk) -> None:
    row = term(demo_desk, "0158", "T11")

    assert row.uitkomst.einde_om == datetime(2026, 5, 14, 21, 30, tzinfo=AMSTERDAM)
    assert row.uitkomst.uiterste == date(2026, 6, 1)
    assert row.stand is Termijnstand.LOOPT


def test_the_veiligheidsbeoordeling_of_case_2_was_due_today_and_met_on_8_may(
    demo_desk: Desk,
) -> None:
    row = term(demo_desk, "0158", "T1")

    assert (row.uitkomst.einde, row.gehaald_op) == (TODAY, date(2026, 5, 8))
    assert row.sporen.wet
    assert row.sporen.wet.einde == date(2026, 5, 11)
    assert term(demo_desk, "0158", "T2v").wanneer == date(2026, 7, 17)


def test_the_onderzoek_of_case_3_was_a_week_late_with_a_reason_and_somebody_watching(
    demo_desk: Desk,
) -> None:
    row = term(demo_desk, "0097", "T2")

    assert (row.uitkomst.einde, row.gehaald_op) == (date(2026, 1, 19), date(2026, 1, 26))
    assert row.stand is Termijnstand.LAAT_GEHAALD
    assert row.uitstel
    assert "ziek" in row.uitstel.want
    assert "elke week" in row.uitstel.wie_kijkt


def test_the_first_monitoring_of_case_3_was_held_today_and_asks_for_another(
    demo_desk: Desk,
) -> None:
    casus = demo_desk.casussen.find("0097")
    rows = demo_desk.monitoringen.of_casus(casus.id)

    assert [row.gepland_op for row in rows] == [date(2026, 6, 26), date(2027, 2, 12), TODAY]
    held = rows[-1]
    assert held.gegevens
    assert (held.gegevens.directe_veiligheid, held.gegevens.stabiele_veiligheid) == (
        Oordeel.JA, Oordeel.DEELS,
    )  # fmt: skip
    assert held.besluit is MonitoringBesluit.VOLGENDE_MOMENT
    assert term(demo_desk, "0097", "T6").gehaald_op == TODAY
    assert term(demo_desk, "0097", "T7").wanneer == date(2027, 2, 12)


def test_the_monitoring_of_case_3_says_what_is_decided_and_who_does_what(demo_desk: Desk) -> None:
    held = demo_desk.monitoringen.of_casus(demo_desk.casussen.find("0097").id)[-1]

    assert held.toelichting == (
        "Voorwaarde 3 en 4 zijn nog niet goed. School houdt de signaalfunctie. "
        "Het wijkteam vraagt extra steun aan."
    )
    assert held.gegevens
    assert "Lotte slaapt door" in held.gegevens.wat_ging_goed


def test_the_veiligheidsbeoordeling_of_case_3_was_met_in_time(demo_desk: Desk) -> None:
    row = term(demo_desk, "0097", "T1")

    assert (row.uitkomst.einde, row.gehaald_op) == (date(2025, 11, 10), date(2025, 11, 10))
    assert row.stand is Termijnstand.GEHAALD


def test_the_statute_of_case_2_ends_on_a_saturday_and_moves_to_monday(demo_desk: Desk) -> None:
    wet = term(demo_desk, "0158", "T1").sporen.wet

    assert wet
    assert (wet.ruw, wet.einde) == (date(2026, 5, 9), date(2026, 5, 11))


def test_a_melding_of_23_december_counts_past_christmas(demo_desk: Desk, clock: SlowClock) -> None:
    clock.now = at(10, 0, date(2026, 12, 23))
    casus = demo_desk.casussen.find("0141")
    gegevens = MeldingGegevens(MeldingSoort.POLITIE, clock.now, "Ruzie aan de deur.")
    demo_desk.meldingen.add(casus.id, gegevens)
    new = next(
        row
        for row in demo_desk.termijnen.of_casus(casus.id)
        if row.uitkomst.regel.id == "T1" and row.uitkomst.begin == clock.now.date()
    )

    assert [one.einde for one in (new.sporen.protocol, new.sporen.wet) if one] == [
        date(2026, 12, 31), date(2026, 12, 28),
    ]  # fmt: skip


def test_a_child_of_15_may_see_the_file_and_so_may_the_father_of_one_of_12(
    demo_desk: Desk,
) -> None:
    sam, yara = demo_desk.rechten.verzoeken(demo_desk.casussen.find("0086").id)

    assert (sam.wie, sam.toegang.antwoord) == ("Sam Meidoorn", Antwoord.JA)
    assert (yara.wie, yara.over) == ("Ruud Meidoorn", "Yara Meidoorn")
    assert yara.toegang.antwoord is Antwoord.TENZIJ
    assert term(demo_desk, "0086", "T8", "Sam").wanneer == date(2026, 6, 6)


def test_a_family_may_be_destroyed_from_tomorrow(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0052")
    copy = demo_desk.rechten.bewaring(casus.id).werkkopie

    assert copy.vernietigen_vanaf == date(2026, 5, 13)
    assert demo_desk.vernietigingen.gronden(casus.id) == []


def test_tomorrow_it_can_be_destroyed_and_every_seal_still_holds(
    demo_desk: Desk, clock: object
) -> None:
    clock.pass_time(days=1)  # type: ignore[attr-defined]
    casus = demo_desk.casussen.find("0052")
    demo_desk.vernietigingen.decide(casus.id, Vernietigingsgrond.WERKKOPIE, "Nel Demoor")
    demo_desk.vernietigingen.destroy(casus.id)

    assert demo_desk.vaststelling.klopt() == []


def test_the_running_terms_come_with_casus_date_and_reason(run: Run, demo_kluis: object) -> None:
    told = run("--vault", demo_kluis, "term", "list", "--json").data["termijnen"]

    assert [one["datum"] for one in told] == sorted(one["datum"] for one in told)
    first = told[0]
    assert (first["regel"], first["casus"], first["tijdstip"]) == (
        "T11", "VT-DEMO-0158", "2026-05-14T21:30:00+02:00",
    )  # fmt: skip
    assert "Loopt" not in first["naam"]
    assert {"waarom", "sporen", "stand", "begin", "persoon"} <= set(first)


def test_the_running_terms_are_a_table_for_a_person(run: Run, demo_kluis: object) -> None:
    told = run("--vault", demo_kluis, "term", "list").out

    assert "vrijdag 22 mei 2026" in told
    assert "Informeren: Ria Havikskruid" in told
    assert "Otis" not in told  # was told


@pytest.mark.parametrize("regel", ["T1", "T2"])
def test_what_was_met_does_not_run(run: Run, demo_kluis: object, regel: str) -> None:
    told = run("--vault", demo_kluis, "term", "list", "--json").data["termijnen"]

    met = {(one["regel"], one["casus"]) for one in told}
    assert (regel, "VT-DEMO-0097") not in met
