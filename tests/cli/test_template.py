"""`vtdesk template`: a script may look a template through; no kluis, no wachtzin."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk import resources
from vtdesk.services.sjablonen import SOORTEN

OURS = resources.path("verslagen", "veiligheidsplan.toml").read_text("utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ons plan.toml"


def test_a_good_template_passes(run: Run, file: Path) -> None:
    file.write_text(OURS, "utf-8-sig")  # as some editors write it
    said = run("template", "check", file)

    assert (said.code, said.err) == (0, "")
    assert said.out == "ons plan.toml klopt: Veiligheidsplan, 9 onderdelen, versie 2026-05.\n"
    assert run("template", "check", file, "--json").data["onderdelen"][0]["id"] == "zorgen"


def test_a_wrong_one_is_named_with_file_line_and_reason(run: Run, file: Path) -> None:
    wrong = OURS.replace("verplicht = true", "verlpicht = true", 1)
    line = wrong[: wrong.index("verlpicht")].count("\n") + 1
    file.write_text(wrong, "utf-8")
    why = "'verlpicht' hoort hier niet. Controleer de spelling."

    said = run("template", "check", file)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"ons plan.toml, regel {line}: {why}\n"
    data = run("template", "check", file, "--json").data
    assert (data["klopt"], data["regel"], data["reden"], data["code"]) == (False, line, why, 1)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"id = 'brief'\ntitel = '\xff'\n", "regel 2: Hier staat een teken dat geen UTF-8 is."),
        (b"", "regel 1: 'id' ontbreekt."),
        (b"#" * 200_000, "regel 1: De tekst is langer dan 20000 tekens."),
        (b"a = " + b"[" * 15_000, "niet te lezen"),
        (b"\x00\x01\x02", "regel 1"),
    ],
)
def test_whatever_a_file_holds_comes_back_as_a_sentence(
    run: Run, file: Path, content: bytes, why: str
) -> None:
    file.write_bytes(content)
    said = run("template", "check", file)

    assert said.code == 1
    assert why in said.err


def test_what_is_no_file_is_not_read(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")

    assert "geen gewoon bestand" in run("template", "check", tmp_path).err
    assert "geen gewoon bestand" in run("template", "check", tmp_path / "pijp").err
    assert "bestaat niet" in run("template", "check", tmp_path / "weg.toml").err


def test_all_kinds_are_listed_and_each_text_can_be_had(run: Run) -> None:
    said = run("template", "list")
    assert [line.split()[0] for line in said.out.splitlines()] == list(SOORTEN)
    assert [one["id"] for one in run("template", "list", "--json").data["sjablonen"]] == list(
        SOORTEN
    )
    assert run("template", "show", "veiligheidsplan", "--json").data["tekst"] == OURS
    assert run("template", "show", "notulen").code == 1


def test_the_texts_of_an_office_are_listed_out_of_its_kluis(run: Run, demo_kluis: Path) -> None:
    shown = run("--vault", demo_kluis, "template", "list", "--own", "--json").data["sjablonen"]

    assert [one["id"] for one in shown] == list(SOORTEN)
    assert not any(one["eigen"] for one in shown)
