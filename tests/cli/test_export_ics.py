"""Her agenda as a file for another agenda, for a script."""

from pathlib import Path

import pytest

from tests.adapters.agendas import read
from tests.cli.conftest import Run


def test_without_a_choice_nobody_and_no_place_is_named(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    file = tmp_path / "agenda.ics"

    data = run("--vault", demo_kluis, "export", "ics", file, "--json").data

    assert data["titels"] == "neutraal"
    assert data["afspraken"] > 0
    shown = read(file.read_bytes()).afspraken
    assert {(a.titel, a.plaats) for a in shown if not a.afgezegd} == {("Bezet", "")}
    for secret in ("Zilverduin", "Wolkenveld", "Sterrenwoud", "VT-DEMO", "Schelpenhof", "MDO"):
        assert secret not in file.read_text()


def test_with_titles_it_says_what_leaves(run: Run, demo_kluis: Path, tmp_path: Path) -> None:
    file = tmp_path / "agenda.ics"

    shown = run("--vault", demo_kluis, "export", "ics", file, "--titles", "full")

    assert "met titels en plaatsen" in shown.out
    text = file.read_bytes().replace(b"\r\n ", b"").decode()
    assert "MDO" in text
    for secret in ("Schelpenhof", "Golfbreker", "Zeeklas"):
        assert secret not in text


def test_its_own_dry_run_takes_nothing_in(run: Run, demo_kluis: Path, tmp_path: Path) -> None:
    file = tmp_path / "agenda.ics"
    run("--vault", demo_kluis, "export", "ics", file)

    regels = run("--vault", demo_kluis, "import", "ics", file, "--dry-run", "--json").data["regels"]

    assert regels
    assert not any(regel["gekozen"] for regel in regels)


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        ("kluis", 5, "de map van je kluis"),
        ("map", 1, "Geef het bestand een naam"),
        ("nergens", 1, "De map is niet bereikbaar"),
    ],
)
def test_a_place_that_cannot_be_is_refused_and_nothing_is_written(
    run: Run, demo_kluis: Path, tmp_path: Path, place: str, code: int, words: str
) -> None:
    before = sorted(demo_kluis.iterdir())
    target = {
        "kluis": demo_kluis / "agenda.ics",
        "map": tmp_path,
        "nergens": tmp_path / "geen" / "map" / "agenda.ics",
    }[place]

    refused = run("--vault", demo_kluis, "export", "ics", target)

    assert (refused.code, refused.out) == (code, "")
    assert words in refused.err
    assert sorted(demo_kluis.iterdir()) == before


def test_a_choice_of_titles_that_does_not_exist_is_named(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    refused = run("--vault", demo_kluis, "export", "ics", tmp_path / "a.ics", "--titles", "half")

    assert refused.code == 2
    assert "half" in refused.err
