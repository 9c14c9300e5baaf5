"""Beginning and writing a verslag from a script."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.services.desk import Desk

FATHER = "Eerste gesprek vader"


@pytest.fixture
def father(run: Run, demo_kluis: Path) -> str:
    """The id of the talk with father, of which nothing is written yet."""
    day = run("--vault", demo_kluis, "agenda", "2026-05-12", "--json").data["afspraken"]
    return next(row["id"] for row in day if row["titel"] == FATHER)


def begin(run: Run, kluis: Path, talk: str) -> str:
    found = run("--vault", kluis, "verslag", "new", "--for-appointment", talk, "--json")
    assert (found.code, found.data["begonnen"]) == (0, True)
    return str(found.data["id"])


def words(run: Run, kluis: Path, verslag_id: str) -> str:
    return run("--vault", kluis, "verslag", "show", verslag_id).out


def test_a_verslag_is_begun_filled_in_and_given_again(
    run: Run, demo_kluis: Path, father: str
) -> None:
    verslag_id = begin(run, demo_kluis, father[:8])

    again = run("--vault", demo_kluis, "verslag", "new", "--for-appointment", father)

    assert f"was al begonnen. Id: {verslag_id}." in again.out
    shown = words(run, demo_kluis, verslag_id)
    assert "De auto stond stil tot iedereen eruit was." in shown
    assert "folder sturen over rechten" in shown


def test_another_kind_can_be_asked_and_a_wrong_one_is_refused(
    run: Run, demo_kluis: Path, father: str
) -> None:
    about = ("verslag", "new", "--for-appointment", father, "--kind")
    paper = run("--vault", demo_kluis, *about, "uitlegblad", "--json")
    wrong = run("--vault", demo_kluis, *about, "monitoringsverslag")
    strange = run("--vault", demo_kluis, *about, "roman")

    assert paper.data["soort"] == "uitlegblad"
    assert (wrong.code, strange.code) == (1, 1)
    assert "hoort niet bij deze afspraak. Kies uit: gespreksverslag" in wrong.err
    assert "bestaat niet" in strange.err


def test_a_file_becomes_paragraphs_and_points_and_statements_stay(
    run: Run, demo_kluis: Path, father: str, tmp_path: Path
) -> None:
    verslag_id = begin(run, demo_kluis, father)
    file = tmp_path / "zorgen.txt"
    file.write_text("\ufeffVader ziet het anders.\n\n- de deur\n- de auto\n", "utf-8")
    write = ("--vault", demo_kluis, "verslag", "set", verslag_id, "zorgen", "--text-file", file)

    kept = run(*write, "--json")
    shown = words(run, demo_kluis, verslag_id)
    dropped = run(*write, "--drop-statements", "--json")

    assert (kept.data["regels"], kept.data["uitspraken"]) == (3, 1)
    assert "Vader ziet het anders.\n- de deur\n- de auto\n[V]" in shown
    assert dropped.data["uitspraken"] == 0
    assert "[V]" not in words(run, demo_kluis, verslag_id)


def test_a_statement_that_left_the_text_is_still_in_its_casus(
    run: Run, demo_kluis: Path, demo_desk: Desk, father: str, tmp_path: Path
) -> None:
    before = len(demo_desk.uitspraken.of_casus(demo_desk.casussen.find("0141").id))
    file = tmp_path / "leeg.txt"
    file.write_text("Niets.", "utf-8")
    verslag_id = demo_desk.verslagen.start(
        next(row.id for row in demo_desk.agenda.owed() if row.titel == FATHER)
    )

    run(
        "--vault", demo_kluis, "verslag", "set", verslag_id, "zorgen", "--text-file", file,
        "--drop-statements",
    )  # fmt: skip

    after = demo_desk.uitspraken.of_casus(demo_desk.casussen.find("0141").id)
    assert len(after) == before


@pytest.mark.parametrize(
    "wrong",
    [
        ("weer", b"Zonnig.", "heeft geen onderdeel 'weer'. Kies uit: aanleiding"),
        ("zorgen", b"\xff\xfe\x00", "kan niet worden gelezen als tekst"),
        ("zorgen", b"a" * 1_000_001, "is langer dan 1000000 tekens"),
    ],
)
def test_what_cannot_be_written_is_refused_in_a_sentence_and_changes_nothing(
    run: Run, demo_kluis: Path, father: str, tmp_path: Path, wrong: tuple[str, bytes, str]
) -> None:
    section, content, sentence = wrong
    verslag_id = begin(run, demo_kluis, father)
    before = words(run, demo_kluis, verslag_id)
    file = tmp_path / "tekst.txt"
    file.write_bytes(content)

    refused = run("--vault", demo_kluis, "verslag", "set", verslag_id, section, "--text-file", file)

    assert refused.code == 1
    assert sentence in refused.err
    assert words(run, demo_kluis, verslag_id) == before


def test_what_is_final_is_not_written_again(run: Run, demo_kluis: Path, tmp_path: Path) -> None:
    rows = run("--vault", demo_kluis, "verslag", "list", "--json").data["verslagen"]
    final = next(row["id"] for row in rows if row["stand"] == "vastgesteld")
    file = tmp_path / "tekst.txt"
    file.write_text("Anders.", "utf-8")

    refused = run("--vault", demo_kluis, "verslag", "set", final, "aanleiding", "--text-file", file)

    assert refused.code == 1
    assert "vastgesteld. Maak een correctie" in refused.err


def test_an_appointment_that_is_not_there_or_not_held_is_said(run: Run, demo_kluis: Path) -> None:
    coming = run("--vault", demo_kluis, "agenda", "2026-05-26", "--json").data["afspraken"]
    about = ("--vault", demo_kluis, "verslag", "new", "--for-appointment")

    assert "geen afspraak van een casus" in run(*about, "00000000").err
    assert "ten minste 6 tekens" in run(*about, "123").err
    assert "niet gehouden" in run(*about, coming[0]["id"]).err
