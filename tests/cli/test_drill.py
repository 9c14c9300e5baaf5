"""The drills by name: which there are, and how what is asked of one reaches it."""

import sys
from pathlib import Path

import pytest

from vtdesk.cli import drill
from vtdesk.cli.main import main


def test_without_a_name_every_drill_tells_in_one_line_what_it_tries(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["drill"]) == 0

    lines = capsys.readouterr().out.splitlines()
    names = [line.split()[0] for line in lines]
    assert {"kill", "memory", "network", "plaintext", "seal"} <= set(names)
    assert all(len(line.split()) > 3 for line in lines)


def test_what_is_asked_of_a_drill_reaches_it_and_its_end_is_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[list[str]] = []

    def fail() -> int:
        seen.append(sys.argv[1:])
        return 1

    monkeypatch.setattr("tests.drills.seal.main", fail)

    assert main(["drill", "seal", "--n", "3", "--seed", "7", "--sabotage"]) == 1
    assert seen == [["--n", "3", "--seed", "7", "--sabotage"]]


def test_an_unknown_drill_is_refused_with_the_names_that_are_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["drill", "brand"]) == 1

    assert "De proef 'brand' bestaat niet. Kies uit:" in capsys.readouterr().err


def test_a_vtdesk_without_its_source_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(drill, "_root", lambda: tmp_path)

    assert main(["drill", "kill"]) == 1

    assert "De proeven horen bij de broncode" in capsys.readouterr().err
