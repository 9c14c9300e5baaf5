"""`vtdesk vault leave`: asked twice, a copy that was read back first, and then nothing is left."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.security.test_snel import PIN, DictSessie, stretched
from vtdesk.cli.call import Machine
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.cli.main import main
from vtdesk.security import instance, kluis, snel
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.reservekopie import terugzetten
from vtdesk.values.tijd import system_clock

SURE = ("--confirm", "alles weg")


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_without_the_words_it_only_tells_what_is_open(
    run: Run, demo_kluis: Path, stick: Path
) -> None:
    asked = run("vault", "leave", demo_kluis, "--to", stick)

    assert asked.code == 1
    assert "niet vastgesteld" in asked.out
    assert "Niet geplaatst in het systeem van Veilig Thuis." in asked.out
    assert "Havikskruid" not in asked.out
    assert asked.err.startswith("Er is niets weggehaald.")
    assert list(stick.iterdir()) == []
    assert run("vault", "check", demo_kluis).code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--confirm", "ja"), "Typ de woorden 'alles weg'"),
        (SURE, "Kies een stick"),
        ((*SURE, "--nothing"), "wat nog openstaat"),
        ((*SURE, "--nothing", "--open", "mee"), "kan alleen mee"),
    ],
)
def test_nothing_goes_without_every_answer(
    run: Run, demo_kluis: Path, words: tuple[str, ...], sentence: str
) -> None:
    refused = run("vault", "leave", demo_kluis, *words)
    assert refused.code == 1
    assert sentence in refused.err
    assert (demo_kluis / "kluis.vtkop").exists()


def test_everything_goes_and_the_copy_on_the_stick_opens(
    run: Run, demo_kluis: Path, stick: Path, tmp_path: Path
) -> None:
    done = run("vault", "leave", demo_kluis, "--to", stick, "--open", "mee", *SURE)

    assert done.code == 0, done.err  # which tells how far it is, when it takes long
    assert not demo_kluis.exists()
    [proof] = stick.glob("vtdesk-bewijs-*.txt")
    words = proof.read_text()
    assert "helemaal nagelezen" in words
    assert "Antwoord: Dit gaat mee in de reservekopie." in words
    assert "Havikskruid" not in words
    assert "VT-DEMO" not in words
    new = tmp_path / "nieuw"
    new.mkdir()
    back = terugzetten.restore(
        terugzetten.find(stick)[0],
        new,
        terugzetten.with_wachtzin(WACHTZIN, NoKeychain()),
        system_clock(),
        lambda _: None,
    )
    assert back.gezien.inhoud.casussen > 0


def test_leaving_with_nothing_to_hand_over_needs_no_stick(run: Run, demo_kluis: Path) -> None:
    done = run("vault", "leave", demo_kluis, "--nothing", "--open", "weg", *SURE, "--json").data
    assert done["weg"] is True
    assert done["bewijs"] is None
    assert all(left == [] for left in done["plekken"].values())
    again = run("vault", "leave", demo_kluis, "--nothing", *SURE)
    assert again.code == 1
    assert "staat geen kluis" in again.err


def test_another_vtdesk_that_holds_the_kluis_stops_it(run: Run, demo_kluis: Path) -> None:
    lock = instance.take(demo_kluis)
    try:
        refused = run("vault", "leave", demo_kluis, "--nothing", "--open", "weg", *SURE)
    finally:
        lock.release()
    assert refused.code == 1
    assert "al open" in refused.err
    assert run("vault", "check", demo_kluis).code == 0


def test_a_stick_that_is_full_of_nothing_leaves_the_kluis_as_it_was(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    away = tmp_path / "weg"
    refused = run("vault", "leave", demo_kluis, "--to", away, "--open", "mee", *SURE)
    assert refused.code == 1
    assert "Deze map is er niet" in refused.err
    assert run("vault", "check", demo_kluis).code == 0


def test_the_session_of_the_desktop_forgets_what_a_pin_needed(
    demo_kluis: Path, tmp_path: Path
) -> None:
    sessie = DictSessie({"van een ander": b"blijft"})
    sleutels = kluis.unlock(demo_kluis, WACHTZIN, NoKeychain())
    assert snel.lay(demo_kluis, sleutels, stretched(PIN, FLOOR), sessie, system_clock())
    assert len(sessie.kept) == 2
    secrets = tmp_path / "geheimen"
    secrets.write_text(WACHTZIN, "utf-8")
    words = ["vault", "leave", str(demo_kluis), "--nothing", "--open", "weg", *SURE]

    code = main(
        ["--passphrase-file", str(secrets), *words], Machine(NoKeychain(), FLOOR, sessie=sessie)
    )

    assert (code, demo_kluis.exists()) == (0, False)
    assert sessie.kept == {"van een ander": b"blijft"}
