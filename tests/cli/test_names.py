"""Names are data: whatever they hold, they come out as they went in."""

import os
from pathlib import Path

import pytest

from tests.builders import add_casus, add_persoon, plan
from tests.cli.conftest import Run
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.security import kluis as kluizen
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import open_desk
from vtdesk.values.kinds import Rol

NAMES = [
    'O\'Neill "de <b>Boer</b>" & zn.',
    "Zoë Ðorđević-Łukasz, ñ ç ß",
    "أمينة بن علي \u202eomgekeerd\u202c",
    "名前 😀 e\u0301",
    "%s {0} \\n ${HOME} ;--",
    "N" * 500,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_goes_in_and_out_unharmed(run: Run, demo_kluis: Path, name: str) -> None:
    sleutels = kluizen.unlock(demo_kluis, WACHTZIN, NoKeychain())
    store, desk = open_desk(demo_kluis, sleutels)
    casus_id = add_casus(desk, nummer="VT-TEST-1", naam=name)
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam=name, achternaam="")
    plan(desk, casus_id, titel=name)
    store.close()

    data = run("--vault", demo_kluis, "casus", "show", "VT-TEST-1", "--json").data
    shown = run("--vault", demo_kluis, "casus", "show", "VT-TEST-1")

    assert [data["naam"], data["personen"][0]["naam"], data["afspraken"][0]["titel"]] == [name] * 3
    assert shown.out.startswith(f"{name} · VT-TEST-1 · Onderzoek\n")


def test_a_name_cannot_steer_the_terminal(run: Run, demo_kluis: Path) -> None:
    sleutels = kluizen.unlock(demo_kluis, WACHTZIN, NoKeychain())
    store, desk = open_desk(demo_kluis, sleutels)
    add_casus(desk, nummer="VT-TEST-1", naam="Jan\x1b[2J\rPiet")
    store.close()

    shown = run("--vault", demo_kluis, "casus", "show", "VT-TEST-1")

    assert shown.out.startswith("Jan\ufffd[2J\ufffdPiet · VT-TEST-1")


def test_a_number_that_is_not_text_is_refused_in_words(run: Run, demo_kluis: Path) -> None:
    refused = run("--vault", demo_kluis, "casus", "show", os.fsdecode(b"\xff"))

    assert refused.code == 1
    assert "Typ de tekst opnieuw." in refused.err
