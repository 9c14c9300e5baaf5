"""Finalising and printing from a script."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.security import instance


@pytest.fixture
def verslagen(run: Run, demo_kluis: Path) -> dict[str, str]:
    """Ids of the verslagen by what they are about."""
    rows = run("--vault", demo_kluis, "verslag", "list", "--json").data["verslagen"]
    return {row["titel"]: row["id"] for row in rows}


@pytest.fixture
def draft(verslagen: dict[str, str]) -> str:
    return verslagen["De Kompasroos, juf Tess"]


def test_a_draft_with_open_points_is_refused_and_all_points_are_named(
    run: Run, demo_kluis: Path, draft: str
) -> None:
    refused = run("--vault", demo_kluis, "verslag", "finalise", draft)

    assert refused.code == 1
    assert "leeg/kind" in refused.out
    assert "moet opgelost" in refused.out
    assert refused.err.startswith("Los dit op of schrijf op waarom niet")


def test_a_program_gets_the_same_refusal_as_one_document(
    run: Run, demo_kluis: Path, draft: str
) -> None:
    refused = run("--vault", demo_kluis, "verslag", "finalise", draft, "--json")

    assert refused.code == refused.data["code"] == 1
    assert {"id": "leeg/kind", "tekst": "Onderdeel 5 De kinderen is leeg", "moet": True} in (
        refused.data["open"]
    )


def test_a_reason_does_not_help_where_the_rules_forbid(
    run: Run, demo_kluis: Path, draft: str, tmp_path: Path
) -> None:
    refused = run("--vault", demo_kluis, "verslag", "finalise", draft, "--json")
    reasons = tmp_path / "redenen.json"
    reasons.write_text(json.dumps({punt["id"]: "later" for punt in refused.data["open"]}))

    again = run("--vault", demo_kluis, "verslag", "finalise", draft, "--reasons", reasons)

    assert again.code == 1
    assert again.err == "Vaststellen kan nog niet. Onderdeel 5 De kinderen is leeg.\n"


@pytest.mark.parametrize("content", ["", "[]", '{"kind/1": 3}', "{" * 5000, '{"a": "b"'])
def test_a_file_with_reasons_that_is_none_changes_nothing(
    run: Run, demo_kluis: Path, draft: str, tmp_path: Path, content: str
) -> None:
    reasons = tmp_path / "redenen.json"
    reasons.write_text(content)

    refused = run("--vault", demo_kluis, "verslag", "finalise", draft, "--reasons", reasons)

    assert refused.code == 1
    assert refused.err.endswith("Er is niets veranderd.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such device")
def test_a_device_has_no_reasons(run: Run, demo_kluis: Path, draft: str) -> None:
    endless = ("verslag", "finalise", draft, "--reasons", "/dev/zero")

    refused = run("--vault", demo_kluis, *endless)

    assert refused.code == 1
    assert refused.err.endswith("kan niet worden gelezen. Er is niets veranderd.\n")


def test_a_finalised_verslag_cannot_be_finalised_again(
    run: Run, demo_kluis: Path, verslagen: dict[str, str]
) -> None:
    refused = run("--vault", demo_kluis, "verslag", "finalise", verslagen["Gesprek moeder"])

    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "Dit verslag is al vastgesteld.\n"


def test_the_newest_version_is_printed_unless_another_is_asked(
    run: Run, demo_kluis: Path, verslagen: dict[str, str], tmp_path: Path
) -> None:
    wanted, new, old = verslagen["Loes teruggebeld"], tmp_path / "new.pdf", tmp_path / "old.pdf"

    newest = run("--vault", demo_kluis, "verslag", "pdf", wanted, "-o", new, "--json").data
    oldest = run("--vault", demo_kluis, "verslag", "pdf", wanted, "-o", old, "--version", 1)

    assert (newest["versie"], newest["bestand"]) == (2, str(new))
    assert oldest.out == f"De PDF van versie 1 staat in {old}.\n"
    assert new.read_bytes().startswith(b"%PDF-")
    assert new.read_bytes() != old.read_bytes()
    assert new.stat().st_mode & 0o077 == 0


def test_a_draft_is_printed_as_a_draft(
    run: Run, demo_kluis: Path, draft: str, tmp_path: Path
) -> None:
    data = run(
        "--vault", demo_kluis, "verslag", "pdf", draft, "-o", tmp_path / "c.pdf", "--json"
    ).data

    assert data["versie"] is None


def test_a_version_that_is_not_there_writes_nothing(
    run: Run, demo_kluis: Path, draft: str, tmp_path: Path
) -> None:
    target = tmp_path / "c.pdf"

    refused = run("--vault", demo_kluis, "verslag", "pdf", draft, "-o", target, "--version", 3)

    assert refused.code == 1
    assert not target.exists()


def test_a_folder_that_is_not_there_is_said(run: Run, demo_kluis: Path, draft: str) -> None:
    refused = run(
        "--vault", demo_kluis, "verslag", "pdf", draft, "-o", demo_kluis / "geen" / "c.pdf"
    )

    assert refused.code == 1
    assert "er is niets geschreven" in refused.err


def test_six_signs_of_an_id_are_enough_and_fewer_are_not(
    run: Run, demo_kluis: Path, draft: str
) -> None:
    assert run("--vault", demo_kluis, "verslag", "show", draft[:6].upper()).code == 0
    assert run("--vault", demo_kluis, "verslag", "show", draft[:5]).code == 1
    assert run("--vault", demo_kluis, "verslag", "show", "zzzzzz").code == 1


def test_nothing_is_written_while_the_window_is_open(
    run: Run, demo_kluis: Path, draft: str, tmp_path: Path
) -> None:
    lock = instance.take(demo_kluis)
    try:
        refused = run("--vault", demo_kluis, "verslag", "pdf", draft, "-o", tmp_path / "c.pdf")
    finally:
        lock.release()

    assert refused.code == 1
    assert refused.err == "vtdesk is al open op deze laptop.\n"
    assert not (tmp_path / "c.pdf").exists()


@pytest.mark.parametrize(
    "name", ["Havikskruid.pdf", "verslag pip 12 mei.pdf", "ZILVERDÚIN_0141.pdf"]
)
def test_a_file_name_with_a_name_of_the_casus_would_leak(
    run: Run, demo_kluis: Path, draft: str, tmp_path: Path, name: str
) -> None:
    refused = run("--vault", demo_kluis, "verslag", "pdf", draft, "-o", tmp_path / name)

    assert refused.code == 5
    assert "VT-DEMO-0141 gespreksverslag concept.pdf" in refused.err
    assert not (tmp_path / name).exists()


def test_a_pdf_without_a_name_is_refused(run: Run, demo_kluis: Path, draft: str) -> None:
    refused = run("--vault", demo_kluis, "verslag", "pdf", draft, "-o", "")

    assert (refused.code, refused.err) == (1, "Geef de PDF een naam.\n")


def test_a_file_in_the_place_of_a_folder_is_said(run: Run, demo_kluis: Path, draft: str) -> None:
    target = demo_kluis / "kluis.db" / "c.pdf"

    refused = run("--vault", demo_kluis, "verslag", "pdf", draft, "-o", target)

    assert refused.code == 1
    assert "er is niets geschreven" in refused.err
