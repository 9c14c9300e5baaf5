"""`verslag pdf --for`, `dossier` and `export inzage`: what leaves by command."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, Run

LEAK, REFUSED = 5, 1


class Shell:
    """The command line over one demo."""

    def __init__(self, run: Run, kluis: Path) -> None:
        self._run, self._kluis = run, kluis

    def __call__(self, *words: object) -> Outcome:
        return self._run("--vault", self._kluis, *words)

    def verslag(self, titel: str) -> str:
        """Find a verslag by its title."""
        rows = self("verslag", "list", "--json").data["verslagen"]
        return str(next(row["id"] for row in rows if row["titel"] == titel))


@pytest.fixture
def shell(run: Run, demo_kluis: Path) -> Shell:
    return Shell(run, demo_kluis)


def text(pdf: Path, *more: str) -> str:
    words = ["pdftotext", *more, str(pdf), "-"]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def test_a_pdf_for_somebody_says_what_stays_behind_and_why(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "kopie.pdf"
    said = shell(
        "verslag", "pdf", shell.verslag("Huisbezoek Sanne"), "-o", target, "--for", "dario"
    )
    assert said.code == 0
    assert "voor Dario Kaneelboom" in said.out
    assert "geen gezag" in said.out
    assert "Nagekeken: 0 treffers in het gemaakte bestand." in said.out
    assert "Fenna" not in text(target)
    data = shell(
        "verslag", "pdf", shell.verslag("Huisbezoek Sanne"), "-o", tmp_path / "w.pdf",
        "--for", "Wijkteam Dorpslaan", "--json",
    ).data  # fmt: skip
    assert data["exemplaar"] == 2
    assert data["treffers"] == []


def test_a_hit_gives_exit_code_five_and_no_file(shell: Shell, tmp_path: Path) -> None:
    draft, words = shell.verslag("Plan van aanpak"), tmp_path / "tekst.txt"
    words.write_text("Tijn gaat op zaterdag naar de Schelpnhof.", "utf-8")
    assert shell("verslag", "set", draft, "aanleiding", "--text-file", words).code == 0
    target = tmp_path / "kopie.pdf"
    for more in (("--for", "sanne"), ("--for", "sanne", "--json"), ()):
        refused = shell("verslag", "pdf", draft, "-o", target, *more)
        assert refused.code == LEAK
        assert "Schelp" not in refused.out + refused.err
        assert not target.exists()


def test_post_that_somebody_else_may_read_is_refused(shell: Shell, tmp_path: Path) -> None:
    refused = shell(
        "verslag", "pdf", shell.verslag("Huisbezoek Sanne"), "-o", tmp_path / "k.pdf",
        "--for", "sanne", "--way", "post",
    )  # fmt: skip
    assert refused.code == LEAK
    assert not (tmp_path / "k.pdf").exists()


@pytest.mark.parametrize("wie", ["niemand", "wolkenveld", ""])
def test_a_receiver_must_be_one_of_those_who_may(shell: Shell, tmp_path: Path, wie: str) -> None:
    refused = shell("dossier", "export", "0158", "-o", tmp_path / "d.pdf", "--for", wie)
    assert refused.code == REFUSED
    assert "Sanne Wolkenveld" in refused.err


def test_the_day_holds_one_sentence_that_the_adreswacht_stops(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "kopie.pdf"
    said = shell("verslag", "pdf", shell.verslag("Gesprek Dario"), "-o", target, "--for", "dario")
    assert said.code == LEAK
    assert "Onderdeel 8, regel 3" in said.out + said.err
    assert not target.exists()


def test_a_dossier_is_collected_and_leaves_under_a_password_said_once(
    shell: Shell, tmp_path: Path
) -> None:
    first, second = shell.verslag("Huisbezoek Sanne"), shell.verslag("Loes gebeld over Fenna")
    assert shell("dossier", "list", "0158").out == "Er zit nog niets in dit dossier.\n"
    for one in (first, second):
        assert shell("dossier", "add", one).code == 0
    assert shell("dossier", "add", first).code == REFUSED
    assert "Huisbezoek Sanne" in shell("dossier", "list", "0158").out
    target = tmp_path / "dossier.pdf"
    data = shell("dossier", "export", "0158", "-o", target, "--for", "wijkteam", "--json").data
    assert data["bestand"] == str(target)
    assert "Huisverbod" in text(target, "-upw", data["wachtwoord"]) or "huisverbod" in text(
        target, "-upw", data["wachtwoord"]
    )
    folder = tmp_path / "los"
    folder.mkdir()
    shell("dossier", "remove", second)
    plain = shell("dossier", "export", "0158", "-o", folder, "--for", "wijkteam", "--plain")
    assert plain.code == 0
    assert len(list(folder.glob("*.pdf"))) == 1


def test_an_extract_comes_as_pdf_with_the_list_for_the_worker_alone(
    shell: Shell, tmp_path: Path
) -> None:
    target = tmp_path / "inzage.pdf"
    said = shell("export", "inzage", "0158", "dario", "-o", target)
    assert said.code == 0
    assert "Wat er niet in staat" in said.out
    words = text(target)
    assert "Dario Kaneelboom" in words
    assert "Sanne" not in words
