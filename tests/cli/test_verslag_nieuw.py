"""Beginning a verslag of a casus, of a kind that has no appointment."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

CASUS = "VT-DEMO-0158"


def test_a_kind_without_a_talk_is_begun_of_a_casus_and_of_a_person_in_it(
    run: Run, demo_kluis: Path
) -> None:
    about = ("--vault", demo_kluis, "verslag", "new", "--casus", CASUS, "--kind")

    plan = run(*about, "plan_van_aanpak", "--json")
    for_father = run(*about, "brief", "--for", "Dario", "--json")

    assert (plan.code, plan.data["soort"], plan.data["begonnen"]) == (0, "plan_van_aanpak", True)
    assert plan.data["afspraak"] is None
    assert (for_father.code, for_father.data["soort"]) == (0, "brief")
    assert "Dario" in run("--vault", demo_kluis, "verslag", "show", for_father.data["id"]).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--casus", CASUS), "Geef een gesprek met"),
        (("--casus", CASUS, "--kind", "roman"), "Kies uit:"),
        (("--casus", CASUS, "--kind", "brief", "--for", "Niemendal"), "niet precies één"),
        (("--casus", CASUS, "--for-appointment", "12345678"), "Geef een gesprek met"),
        (("--for-appointment", "12345678", "--for", "Dario"), "hoort bij '--casus'"),
    ],
)
def test_what_is_missing_or_does_not_fit_is_said_and_nothing_begins(
    run: Run, demo_kluis: Path, words: tuple[str, ...], said: str
) -> None:
    refused = run("--vault", demo_kluis, "verslag", "new", *words)

    assert refused.code == 1
    assert said in refused.err
