"""Making, checking and re-keying a kluis from a script."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from tests.cli.conftest import Outcome, Run
from tests.disks import Mounted, small_disk
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.security import bijlagen, instance, kluis
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.services.desk import Desk
from vtdesk.store.store import Store
from vtdesk.values.tijd import system_clock

NIEUW = "trompet sinaasappel dakraam vlonder"


@pytest.fixture
def made(run: Run, tmp_path: Path) -> tuple[Path, Herstelcode]:
    """An empty kluis, and the code that was shown."""
    folder = tmp_path / "nieuw"
    data = run("vault", "create", folder, "--json").data
    assert data["map"] == str(folder)
    return folder, Herstelcode.parse(data["herstelcode"])


def check(run: Run, folder: Path, wachtzin: str = WACHTZIN) -> Outcome:
    return run("vault", "check", folder, secrets=wachtzin)


def test_a_new_kluis_is_empty_and_sound(run: Run, made: tuple[Path, Herstelcode]) -> None:
    folder, _ = made

    assert run("--vault", folder, "casus", "list", "--json").data == {"casussen": []}
    assert check(run, folder).out.startswith("De kluis is in orde.")


def test_the_recovery_code_stands_on_its_own_line_with_what_to_do(run: Run, tmp_path: Path) -> None:
    lines = run("vault", "create", tmp_path / "nieuw").out.splitlines()

    assert Herstelcode.parse(lines[2])
    assert "Schrijf deze herstelcode over op papier" in lines[4]


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_kluis_whose_recovery_code_nobody_saw_is_not_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: list[str]
) -> None:
    folder = tmp_path / "nieuw"
    reading, writing = os.pipe()
    os.close(reading)  # as in `vault create | false`
    with monkeypatch.context() as there, os.fdopen(writing, "w") as nobody:
        there.setattr("sys.stdout", nobody)
        refused = run("vault", "create", folder, *form)

    assert refused.code == 1
    assert refused.out == ""
    if not form:
        assert "geen kluis gemaakt" in refused.err
    assert not kluis_files(folder)
    assert run("vault", "create", folder).code == 0


def kluis_files(folder: Path) -> set[str]:
    """Name what tells that there is a kluis."""
    return {path.name for path in folder.iterdir()} - {"kluis.slot"}


def test_a_kluis_does_not_fit_on_a_disk_of_8_kilobytes(run: Run, tmp_path: Path) -> None:
    with small_disk(tmp_path / "schijf", size="8k") as disk:
        if not isinstance(disk, Mounted):
            return  # only a real disk is full while the file is made
        refused = run("vault", "create", disk.folder / "kluis")

        assert (refused.code, kluis_files(disk.folder / "kluis")) == (1, set())
        assert "De schijf is vol" in refused.err


def test_on_a_disk_without_any_room_every_command_says_that_it_is_full(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "schijf") as disk:
        if not isinstance(disk, Mounted):
            return
        folder = Path(shutil.copytree(demo_kluis, disk.folder / "kluis"))
        with (disk.folder / "rest").open("wb", buffering=0) as rest, suppress(OSError):
            while rest.write(bytes(4096)):
                pass
        for words in (["casus", "list"], ["vault", "check", folder], ["search", "vader"]):
            refused = run("--vault", folder, *words)
            assert refused.code == 1
            assert "De schijf is vol" in refused.err

        refused = run("vault", "passphrase", folder, secrets=f"{WACHTZIN}\n{NIEUW}\n{NIEUW}")
        assert "De schijf is vol" in refused.err
        assert [path.name for path in folder.glob("kluis.vtkop*")] == ["kluis.vtkop"]

        (disk.folder / "rest").unlink()
        assert check(run, folder).code == 0


def test_a_weak_wachtzin_makes_no_kluis(run: Run, tmp_path: Path) -> None:
    refused = run("vault", "create", tmp_path / "nieuw", secrets="welkom123")

    assert refused.code == 1
    assert refused.err == "Te kort: neem vier losse woorden.\n"
    assert not (tmp_path / "nieuw").exists()


def test_a_second_kluis_in_the_same_folder_is_refused(run: Run, demo_kluis: Path) -> None:
    before = sorted(path.name for path in demo_kluis.iterdir())

    refused = run("vault", "create", demo_kluis)

    assert refused.code == 1
    assert "staat al een kluis" in refused.err
    assert sorted(path.name for path in demo_kluis.iterdir()) == before


def test_a_first_start_that_goes_on_elsewhere_is_left_alone(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "nieuw"
    folder.mkdir()
    begun = {folder / "kluis.vtkop.begin": b"kop", folder / "kluis.db": b"inhoud"}
    for path, content in begun.items():
        path.write_bytes(content)
    lock = instance.take(folder)

    refused = run("vault", "create", folder)
    lock.release()

    assert (refused.code, refused.err) == (1, "vtdesk is al open op deze laptop.\n")
    assert {path: path.read_bytes() for path in begun} == begun


def test_the_new_wachtzin_opens_and_the_old_one_does_not(run: Run, demo_kluis: Path) -> None:
    changed = run("vault", "passphrase", demo_kluis, secrets=f"{WACHTZIN}\n{NIEUW}\n")

    assert changed.code == 0
    assert check(run, demo_kluis, NIEUW).code == 0
    assert check(run, demo_kluis, WACHTZIN).code == 3


def test_the_wrong_old_wachtzin_changes_nothing(run: Run, demo_kluis: Path) -> None:
    assert run("vault", "passphrase", demo_kluis, secrets=f"{NIEUW}\n{NIEUW}\n").code == 3
    assert check(run, demo_kluis).code == 0


def test_the_recovery_code_gives_a_new_wachtzin(run: Run, made: tuple[Path, Herstelcode]) -> None:
    folder, code = made

    recovered = run("vault", "recover", folder, secrets=f"{code.tekst.lower()}\n{NIEUW}")

    assert recovered.code == 0
    assert check(run, folder, NIEUW).code == 0


def test_the_code_of_another_kluis_is_a_wrong_secret(run: Run, demo_kluis: Path) -> None:
    other = Herstelcode.new().tekst

    refused = run("vault", "recover", demo_kluis, secrets=f"{other}\n{NIEUW}")

    assert refused.code == 3
    assert "hoort niet bij deze kluis" in refused.err


def test_a_typing_error_in_the_code_is_named_and_no_guess(
    run: Run, made: tuple[Path, Herstelcode]
) -> None:
    folder, code = made
    wrong = ("1" if code.signs[0] != "1" else "2") + code.signs[1:]

    refused = run("vault", "recover", folder, secrets=f"{wrong}\n{NIEUW}")

    assert refused.code == 1
    assert "groep 1" in refused.err


def test_after_three_wrong_guesses_there_is_a_wait(run: Run, demo_kluis: Path) -> None:
    guesses = [check(run, demo_kluis, NIEUW).code for _ in range(3)]
    early = check(run, demo_kluis, WACHTZIN)

    assert guesses == [3, 3, 3]
    assert early.code == 1
    assert early.err.startswith("Wacht nog ")


def test_keys_are_not_changed_while_the_window_is_open(run: Run, demo_kluis: Path) -> None:
    lock = instance.take(demo_kluis)
    try:
        refused = run("vault", "passphrase", demo_kluis, secrets=f"{WACHTZIN}\n{NIEUW}\n")
    finally:
        lock.release()

    assert (refused.code, refused.err) == (1, "vtdesk is al open op deze laptop.\n")
    assert check(run, demo_kluis).code == 0


def test_a_place_where_nobody_may_write_is_said(run: Run) -> None:
    refused = run("vault", "create", Path(os.devnull) / "kluis")

    assert refused.code == 1
    assert refused.err.endswith("\n")
    assert refused.err.count("\n") == 1


def test_a_broken_seal_is_damage(run: Run, demo_kluis: Path) -> None:
    store = opened(demo_kluis)
    with store.write() as session:
        session.execute(
            sql("UPDATE versie SET inhoud = CAST(replace(inhoud, '112', '113') AS BLOB)")
        )
    store.close()

    found = check(run, demo_kluis)

    assert found.code == 4
    assert found.err.startswith("Een zegel klopt niet. Zegel ")


def opened(folder: Path) -> Store:
    sleutels = kluis.unlock(folder, WACHTZIN, NoKeychain())
    return Store(folder / "kluis.db", sleutels.database)


def test_a_check_reads_every_bijlage_and_names_the_damaged_one(
    run: Run, demo_kluis: Path, demo_key: bytes
) -> None:
    store = Store(demo_kluis / "kluis.db", demo_key)
    desk = Desk.over(store, system_clock)
    casus_id = desk.casussen.all(None)[0].id
    desk.bijlagen.add_bytes(casus_id, os.urandom(500_000), BijlageGegevens("groot"))
    store.close()
    assert "3 bijlagen zijn nagekeken" in check(run, demo_kluis).out
    [path] = (demo_kluis / bijlagen.FOLDER).iterdir()
    path.write_bytes(path.read_bytes()[:-1])

    found = check(run, demo_kluis)

    assert found.code == 4
    assert f"Een bijlage is beschadigd. Het bestand {path.name}" in found.err
