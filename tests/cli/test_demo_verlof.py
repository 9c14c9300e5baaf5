"""The leave of the demo: what falls in it, who takes it, and what that makes of the evening."""

from tests.builders import TODAY
from vtdesk.services.desk import Desk


def test_what_falls_in_her_leave_and_who_takes_it(demo_desk: Desk) -> None:
    verlof = demo_desk.verloven.upcoming(TODAY)
    assert verlof is not None
    lines = demo_desk.verloven.contents(verlof.id)

    assert (verlof.periode, verlof.gegevens.vervanger) == (
        "wo 13 mei t/m vr 22 mei", "Bo Vervanger",
    )  # fmt: skip
    dated = [(line, line.dag) for line in lines if line.dag]
    assert [(f"{day:%d-%m}", line.regel, line.wie_of_niemand) for line, day in dated] == [
        ("13-05", "", "Nog niemand"),  # the doctor, who would call
        ("14-05", "T11", "Bo Vervanger"),
        ("15-05", "", "Nog niemand"),  # the leaflet for father
        ("15-05", "T3v", "Gehaald op 12 mei"),
        ("20-05", "", "Nog niemand"),  # the card for Ruben
        ("22-05", "T3", "Nog niemand"),
    ]


def test_one_verslag_is_for_tonight_and_the_talk_with_father_is_for_the_replacer(
    demo_desk: Desk,
) -> None:
    avond = demo_desk.morgen.groups()

    assert [line.words for line in avond.vanavond] == ["MDO Wolkenveld / Kaneelboom"]
    assert [line.words.split(",")[0] for line in avond.morgen] == ["Eerste gesprek vader"]
    assert {"Monitoring 3 maanden", "De Kompasroos"} <= {
        line.words.split(",")[0] for line in avond.wachten
    }


def test_the_day_was_begun_and_is_not_closed(demo_desk: Desk) -> None:
    today = demo_desk.dagen.of(TODAY)
    before = demo_desk.dagen.previous(TODAY)

    assert (today.begonnen_op is None, today.afgesloten_op) == (False, None)
    assert before is not None
    assert before.afgesloten_op is not None
