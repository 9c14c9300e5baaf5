"""Another recovery sheet and other keys, from a script."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.security import instance, kluis
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain

NIEUW = "trompet sinaasappel dakraam vlonder"


def test_a_new_sheet_is_shown_once_and_opens(run: Run, demo_kluis: Path) -> None:
    code = Herstelcode.parse(run("vault", "sheet", demo_kluis, "--json").data["herstelcode"])
    kluis.prove_herstelcode(demo_kluis, code)
    lines = run("vault", "sheet", demo_kluis).out.splitlines()
    assert lines[0] == "Het nieuwe herstelblad is geldig. Het oude opent de kluis niet meer."
    assert Herstelcode.parse(lines[2]) != code


def test_rekey_gives_other_keys_and_the_whole_kluis_is_sound(run: Run, demo_kluis: Path) -> None:
    before = run("--vault", demo_kluis, "casus", "list", "--json").data
    done = run("vault", "rekey", demo_kluis, "--json", secrets=f"{WACHTZIN}\n{NIEUW}")
    kluis.prove_herstelcode(demo_kluis, Herstelcode.parse(done.data["herstelcode"]))

    assert run("--vault", demo_kluis, "casus", "list", secrets=WACHTZIN).code == 3
    after = run("--vault", demo_kluis, "casus", "list", "--json", secrets=NIEUW).data
    assert json.dumps(before) == json.dumps(after)
    assert run("vault", "check", demo_kluis, secrets=NIEUW).out.startswith("De kluis is in orde.")


@pytest.mark.parametrize(
    ("secrets", "code", "words"),
    [
        (f"{NIEUW}\n{NIEUW} zes", 3, "Deze wachtzin klopt niet."),
        (f"{WACHTZIN}\n{WACHTZIN}", 1, "Kies een andere wachtzin dan die van nu"),
        (f"{WACHTZIN}\nkort", 1, "Te kort"),
        (WACHTZIN, 2, "Er ontbreekt een regel"),
    ],
)
def test_refused_rekey_changes_nothing(
    run: Run, demo_kluis: Path, secrets: str, code: int, words: str
) -> None:
    refused = run("vault", "rekey", demo_kluis, secrets=secrets)
    assert (refused.code, refused.out) == (code, "")
    assert words in refused.err
    kluis.prove(demo_kluis, WACHTZIN, NoKeychain())
    assert not (demo_kluis / "kluis-2.db").exists()


@pytest.mark.parametrize("command", ["sheet", "rekey"])
def test_keys_are_not_renewed_while_the_window_is_open(
    run: Run, demo_kluis: Path, command: str
) -> None:
    lock = instance.take(demo_kluis)
    try:
        refused = run("vault", command, demo_kluis, secrets=f"{WACHTZIN}\n{NIEUW}")
    finally:
        lock.release()
    assert (refused.code, refused.err) == (1, "vtdesk is al open op deze laptop.\n")


def test_code_that_nobody_could_read_is_told_with_the_way_out(
    run: Run, demo_kluis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with monkeypatch.context() as there, os.fdopen(writing, "w") as nobody:
        there.setattr("sys.stdout", nobody)
        refused = run("vault", "sheet", demo_kluis)
    assert refused.code == 1
    assert "vtdesk vault sheet" in refused.err
