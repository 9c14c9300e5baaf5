"""`vtdesk search`: the same as the page, in lines and in one document."""

from pathlib import Path

from tests.cli.conftest import Run


def test_what_is_found_stands_per_casus_with_its_sentence(run: Run, demo_kluis: Path) -> None:
    outcome = run("--vault", demo_kluis, "search", "stoeptegel", "casus:0141")

    assert outcome.code == 0
    assert outcome.out.splitlines()[0] == "Zilverduin / Havikskruid · VT-DEMO-0141"
    assert "Als ze schreeuwen tel ik de stoeptegels." in outcome.out


def test_one_document_tells_kind_casus_date_and_where_the_hit_stands(
    run: Run, demo_kluis: Path
) -> None:
    data = run("--vault", demo_kluis, "search", "soort:uitspraak", "stoeptegels", "--json").data

    [hit] = data["treffers"]
    assert (hit["soort"], hit["casus"], hit["datum"]) == ("uitspraak", "VT-DEMO-0141", "2026-05-07")
    assert [hit["zin"][a:b] for a, b in hit["vet"]] == ["stoeptegels"]
    assert (data["meer"], data["bedoel"]) == (False, "")


def test_nothing_found_is_no_failure_and_asks_what_was_meant(run: Run, demo_kluis: Path) -> None:
    outcome = run("--vault", demo_kluis, "search", "stoeptgels")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "Niets gevonden voor 'stoeptgels'. Bedoel je 'stoeptegels'?\n"


def test_no_more_comes_than_was_asked(run: Run, demo_kluis: Path) -> None:
    few = run("--vault", demo_kluis, "search", "na:2025", "--most", "3", "--json").data
    best = run("--vault", demo_kluis, "search", "moeder", "--most", "3", "--best").out

    assert (len(few["treffers"]), few["meer"]) == (3, True)
    assert "Er is meer." in best


def test_what_is_no_date_is_said(run: Run, demo_kluis: Path) -> None:
    data = run("--vault", demo_kluis, "search", "deur", "na:ooit", "--json").data
    assert data["niet_begrepen"] == ["na:ooit"]
    assert data["treffers"]


def test_signs_of_a_database_mean_nothing(run: Run, demo_kluis: Path) -> None:
    for typed in ('"', "AND OR", "deur*", "^", "NEAR(deur vader)", "'; DROP TABLE casus;"):
        assert run("--vault", demo_kluis, "search", typed).code == 0, typed


def test_the_demo_shows_no_melder_no_shielded_word_and_no_gevoel(
    run: Run, demo_kluis: Path
) -> None:
    for typed in ("soort:melder", "melder"):
        hits = run("--vault", demo_kluis, "search", typed, "--json").data["treffers"]
        assert all("melder" not in hit["titel"] for hit in hits)
