"""`vtdesk backup sheet`: the page for after a loss, from a stick, on any laptop."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.reports.paper import flowing


def test_the_page_comes_from_the_stick_without_a_kluis(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    stick, target = tmp_path / "stick", tmp_path / "blad.pdf"
    stick.mkdir()
    run("--vault", demo_kluis, "backup", "create", "--to", stick)
    command = ("backup", "sheet", stick, "-o", target, "--found", "2026-05-12T09:30")

    made = run(*command, "--json").data

    assert made["melden_voor"] == "2026-05-15T09:30:00+02:00"
    words = flowing(target.read_bytes())
    assert "VT-DEMO-0141" in words
    assert "Havikskruid" not in words
    assert "Melden vóór vrijdag 15 mei 2026 09:30" in words
    again = run(*command)
    assert again.code == 1
    assert "Er staat al een bestand" in again.err


def test_what_cannot_be_read_is_said(run: Run, demo_kluis: Path, tmp_path: Path) -> None:
    target = tmp_path / "blad.pdf"
    assert run("backup", "sheet", tmp_path, "-o", target).code == 1
    run("--vault", demo_kluis, "backup", "create")
    where = ("backup", "sheet", demo_kluis, "-o", target)
    assert run(*where, secrets="een heel andere zin").code == 3
    assert run(*where, "--found", "gisteren").code == 2
    assert not target.exists()
