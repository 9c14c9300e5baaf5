"""What was promised in the demo, and what she kept for herself."""

from datetime import date

import pytest

from tests.builders import TODAY
from vtdesk.services.desk import Desk
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.tijd import end_of, start_of


def test_four_promises_are_open_at_the_end_of_the_day(demo_desk: Desk) -> None:
    assert [(row.aan, row.uiterlijk) for row in demo_desk.beloften.open()] == [
        ("Maren Zilverduin", TODAY),
        ("Otis Havikskruid", date(2026, 5, 15)),
        ("Ruben Sterrenwoud", date(2026, 5, 20)),
        ("S., 11 jaar", None),
    ]


def test_what_was_promised_to_pip_was_kept(demo_desk: Desk) -> None:
    rows = demo_desk.beloften.of_casus(demo_desk.casussen.find("0141").id)
    [kept] = [row for row in rows if row.aan.startswith("Pip")]

    assert (kept.stand, kept.toelichting) == (BelofteStand.NAGEKOMEN, "Verteld, via juf Tess.")


def test_the_child_without_a_casus_is_promised_a_new_date_outside_every_casus(
    demo_desk: Desk,
) -> None:
    [row] = [row for row in demo_desk.beloften.open() if row.aan.startswith("S.")]

    assert (row.casus_id, row.wat) == (None, "een nieuwe datum voor de bespreking")


def test_the_crisisnotitie_was_written_while_loes_called_and_is_closed(demo_desk: Desk) -> None:
    [run] = demo_desk.crisisnotities.of_casus(demo_desk.casussen.find("0158").id)

    assert [f"{line.moment:%H:%M}" for line in run.regels] == ["12:03", "12:05", "12:18", "12:28"]
    assert demo_desk.crisisnotities.running() is None


@pytest.mark.parametrize("nummer", ["0141", "0158", "0097"])
def test_what_the_talk_did_to_her_stands_in_no_casus(demo_desk: Desk, nummer: str) -> None:
    [impact] = demo_desk.impact.between(start_of(TODAY), end_of(TODAY))
    logged = demo_desk.logboek.of_casus(demo_desk.casussen.find(nummer).id)

    assert (impact.tekst, impact.collega) == ("Geschrokken van de harde stem.", "Nel")
    assert impact.id not in {line.ding for line in logged}
