"""Looking into a kluis from a script."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.security import instance


def test_a_day_is_a_list_and_a_document(run: Run, demo_kluis: Path) -> None:
    shown = run("--vault", demo_kluis, "agenda", "2026-05-12")
    data = run("--vault", demo_kluis, "agenda", "12-05-2026", "--json").data

    assert "16:15–17:05  Gesprek" in shown.out
    assert data["dag"] == "2026-05-12"
    assert [a["titel"] for a in data["afspraken"]][-2:] == ["Thuis", "Verslagen"]
    assert sum(a["verslag_nodig"] for a in data["afspraken"]) == 5


def test_today_is_the_day_of_the_demo(run: Run, demo_kluis: Path) -> None:
    assert run("--vault", demo_kluis, "agenda", "vandaag").out.startswith("dinsdag 12 mei 2026")


def test_the_clock_of_a_demo_can_be_set(run: Run, demo_kluis: Path) -> None:
    later = run("--vault", demo_kluis, "--now", "2026-06-01T08:00", "agenda", "vandaag")

    assert later.out == "maandag 1 juni 2026\nEr staat niets gepland.\n"


def test_a_casus_is_found_by_the_end_of_its_number(run: Run, demo_kluis: Path) -> None:
    shown = run("--vault", demo_kluis, "casus", "show", "0141")
    data = run("--vault", demo_kluis, "casus", "show", "VT-DEMO-0141", "--json").data

    assert shown.out.startswith("Zilverduin / Havikskruid · VT-DEMO-0141 · Onderzoek")
    assert [p["naam"] for p in data["personen"] if p["rol"] == "kind"] == [
        "Pip Havikskruid", "Job Havikskruid",
    ]  # fmt: skip
    assert data["personen"][0]["gezag"][0] == {
        "kind": "Pip Havikskruid",
        "houder": "Maren Zilverduin",
        "soort": "gezamenlijk",
        "bron": "uittreksel gezagsregister",
        "datum": "2026-04-07",
    }


def test_all_casussen_are_listed(run: Run, demo_kluis: Path) -> None:
    data = run("--vault", demo_kluis, "casus", "list", "--json").data

    assert sorted(casus["nummer"] for casus in data["casussen"]) == [
        "VT-DEMO-0052", "VT-DEMO-0086", "VT-DEMO-0097", "VT-DEMO-0141", "VT-DEMO-0158",
        "VT-DEMO-0163",
    ]  # fmt: skip


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_neither_a_shielded_value_nor_the_melder_is_shown(
    run: Run, demo_kluis: Path, form: tuple[str, ...]
) -> None:
    for nummer in ("0141", "0158"):
        out = run("--vault", demo_kluis, "casus", "show", nummer, *form).out
        assert "Schelpenhof" not in out
        assert "Golfbreker" not in out
        assert "Wisselkade" not in out
        assert "Melder van" not in out


def test_a_statement_is_never_shown_without_letter_and_source(run: Run, demo_kluis: Path) -> None:
    rows = run("--vault", demo_kluis, "verslag", "list", "--json").data["verslagen"]
    mother = next(row["id"] for row in rows if row["titel"] == "Gesprek moeder")

    out = run("--vault", demo_kluis, "verslag", "show", mother).out

    assert (
        "[V] Otis zou drinken voordat hij de kinderen brengt. (Maren Zilverduin, moeder · 11 mei · "
        "van horen zeggen, via Ria Havikskruid · niet bevestigd)"
    ) in out
    assert "Versie 1, vastgesteld op 11 mei 21:20. Zegel klopt." in out


def test_a_verslag_tells_its_versions_and_what_is_open(run: Run, demo_kluis: Path) -> None:
    rows = run("--vault", demo_kluis, "verslag", "list", "--json").data["verslagen"]
    by_title = {row["titel"]: row["id"] for row in rows}

    corrected = run(
        "--vault", demo_kluis, "verslag", "show", by_title["Loes teruggebeld"], "--json"
    )
    draft = run(
        "--vault", demo_kluis, "verslag", "show", by_title["De Kompasroos, juf Tess"], "--json"
    )

    assert [(v["nummer"], v["klopt"]) for v in corrected.data["versies"]] == [(2, True), (1, True)]
    assert corrected.data["open"] == []
    assert "leeg/kind" in [punt["id"] for punt in draft.data["open"]]


def test_reading_goes_on_while_the_window_is_open(run: Run, demo_kluis: Path) -> None:
    lock = instance.take(demo_kluis)
    try:
        assert run("--vault", demo_kluis, "casus", "list").code == 0
    finally:
        lock.release()


def test_what_is_not_there_is_said(run: Run, demo_kluis: Path) -> None:
    nothing = run("--vault", demo_kluis, "casus", "show", "9999")

    assert (nothing.code, nothing.out) == (1, "")
    assert nothing.err == "Er is geen casus met nummer 9999. Controleer het nummer.\n"
