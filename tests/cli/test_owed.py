"""What is not written yet, as a list and as a document."""

from pathlib import Path

from tests.cli.conftest import Run

EVENING = ("--now", "2026-05-12T20:24")


def test_the_three_groups_stand_with_reason_and_minutes(run: Run, demo_kluis: Path) -> None:
    shown = run("--vault", demo_kluis, *EVENING, "owed").out

    assert shown.startswith("Samen ± 35 minuten. Daarna mag je stoppen.\n\nVanavond (1)\n")
    assert "± 35 min  MDO Wolkenveld / Kaneelboom" in shown
    assert (
        shown.index("Vanavond") < shown.index("Morgen of overdragen") < shown.index("Mag wachten")
    )


def test_the_document_names_the_rule_behind_each_line(run: Run, demo_kluis: Path) -> None:
    data = run("--vault", demo_kluis, *EVENING, "owed", "--json").data

    [tonight] = data["vanavond"]
    assert (tonight["wat"], tonight["casus"], tonight["minuten"]) == (
        "MDO Wolkenveld / Kaneelboom", "VT-DEMO-0158", 35,
    )  # fmt: skip
    assert tonight["parkeernotitie"] is True
    assert {line["regel"] for line in data["wachten"]} >= {"teruglezen", "wachten"}
    assert data["minuten_vanavond"] == 35
