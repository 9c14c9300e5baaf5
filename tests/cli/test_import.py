"""Another agenda is read in from a script."""

from pathlib import Path

import pytest

from tests.adapters.agendas import DATA, calendar, event
from tests.cli.conftest import Outcome, Run
from vtdesk.security import instance

BEZOEK = event(
    "DTSTART;TZID=W. Europe Standard Time:20260514T130000",
    "DURATION:PT1H",
    summary="Huisbezoek 0141",
)


@pytest.fixture
def ics(tmp_path: Path) -> Path:
    file = tmp_path / "agenda.ics"
    file.write_bytes(calendar(BEZOEK))
    return file


def day(run: Run, kluis: Path) -> list[str]:
    data = run("--vault", kluis, "agenda", "2026-05-14", "--json").data
    return [afspraak["titel"] for afspraak in data["afspraken"]]


def read_in(run: Run, kluis: Path, *words: object) -> Outcome:
    return run("--vault", kluis, "import", "ics", *words)


def test_a_dry_run_shows_and_stores_nothing(run: Run, demo_kluis: Path, ics: Path) -> None:
    shown = read_in(run, demo_kluis, ics, "--dry-run")

    assert "x  nieuw  do 14 mei 13:00–14:00  Huisbezoek 0141  huisbezoek  VT-DEMO-0141" in shown.out
    assert "dit was een proef" in shown.out
    assert "Huisbezoek 0141" not in day(run, demo_kluis)


def test_an_import_stores_once(run: Run, demo_kluis: Path, ics: Path) -> None:
    first = read_in(run, demo_kluis, ics)
    again = read_in(run, demo_kluis, ics)

    assert first.out.endswith("Ingelezen: 1 nieuw.\n")
    assert again.out.endswith("Er is niets veranderd.\n")
    assert day(run, demo_kluis).count("Huisbezoek 0141") == 1


def test_the_document_tells_each_line(run: Run, demo_kluis: Path) -> None:
    data = read_in(run, demo_kluis, DATA / "google.ics", "--json").data

    (gesprek,) = [regel for regel in data["regels"] if regel["titel"] == "Gesprek vader 0141"]
    assert gesprek["begin"] == "2026-05-12T16:15:00+02:00"
    assert (gesprek["soort"], gesprek["casus"]) == ("gesprek", "VT-DEMO-0141")
    assert gesprek["toelichting"] == "Staat al in vtdesk, daar zelf gemaakt."
    assert data["uitkomst"] == {"nieuw": 4, "gewijzigd": 0, "afgezegd": 0}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html>", "Dit is geen agendabestand."),
        (b"", "Dit bestand is leeg."),
        (b"x" * (11 * 1024 * 1024), "groter dan 10 MB"),
    ],
    ids=["html", "empty", "large"],
)
def test_a_wrong_file_is_refused_in_words(
    run: Run, demo_kluis: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "fout.ics"
    file.write_bytes(content)

    refused = read_in(run, demo_kluis, file)

    assert refused.code == 1
    assert words in refused.err
    assert refused.out == ""


def test_a_folder_or_a_missing_file_is_refused_before_the_wachtzin_is_asked(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    for path, words in ((tmp_path, "een map"), (tmp_path / "weg.ics", "bestaat niet")):
        refused = run("--vault", demo_kluis, "import", "ics", path, secrets="")
        assert refused.code == 1
        assert words in refused.err


def test_nothing_comes_in_while_the_window_is_open(run: Run, demo_kluis: Path, ics: Path) -> None:
    lock = instance.take(demo_kluis)

    refused = read_in(run, demo_kluis, ics)

    lock.release()
    assert refused.code == 1
    assert "Huisbezoek 0141" not in day(run, demo_kluis)
