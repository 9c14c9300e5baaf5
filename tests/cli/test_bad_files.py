"""What lies in the folder of a kluis is not always a kluis."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.store.engine import connect

DB, HEADER = "kluis.db", "kluis.vtkop"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000] if path.name == DB else path.read_bytes()[:-40])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def remove(path: Path) -> None:
    path.unlink()


def replace_by_noise(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replace_by_plain_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE iets (a)")
    connection.commit()
    connection.close()


def flip_one_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


DAMAGE = [
    (DB, remove), (DB, empty), (DB, cut), (DB, replace_by_noise), (DB, replace_by_folder),
    (DB, replace_by_plain_database), (DB, flip_one_byte),
    (HEADER, remove), (HEADER, empty), (HEADER, cut), (HEADER, replace_by_noise),
    (HEADER, replace_by_folder),
]  # fmt: skip


@pytest.mark.parametrize(("name", "spoil"), DAMAGE)
def test_damage_is_named_with_what_to_do(
    run: Run, demo_kluis: Path, name: str, spoil: Callable[[Path], None]
) -> None:
    spoil(demo_kluis / name)

    found = run("vault", "check", demo_kluis)

    assert (found.code, found.out) == (4, "")
    assert "terug" in found.err
    assert "reservekopie" in found.err


@pytest.mark.parametrize("name", [DB, HEADER])
def test_every_command_says_that_a_file_is_missing(run: Run, demo_kluis: Path, name: str) -> None:
    (demo_kluis / name).unlink()

    for command in (
        ("casus", "list"),
        ("verslag", "list"),
        ("agenda", "vandaag"),
        ("verslag", "finalise", "abcdef"),
    ):
        found = run("--vault", demo_kluis, *command)
        assert found.code == 4
        assert name in found.err


def test_the_database_of_another_kluis_is_damage(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    run("vault", "create", tmp_path / "ander")
    (demo_kluis / DB).write_bytes((tmp_path / "ander" / DB).read_bytes())

    found = run("--vault", demo_kluis, "casus", "list")

    assert found.code == 4
    assert "kluis.db is van een andere kluis" in found.err


def test_a_folder_without_a_kluis_is_no_damage(run: Run, tmp_path: Path) -> None:
    found = run("--vault", tmp_path / "leeg", "casus", "list")

    assert found.code == 1
    assert found.err == f"In de map {tmp_path / 'leeg'} staat geen kluis.\n"


def test_a_missing_database_is_never_made_anew(run: Run, demo_kluis: Path) -> None:
    (demo_kluis / DB).unlink()

    run("--vault", demo_kluis, "casus", "list")

    assert not (demo_kluis / DB).exists()


def test_a_kluis_of_a_newer_vtdesk_is_left_alone(
    run: Run, demo_kluis: Path, demo_key: bytes
) -> None:
    connection = connect(demo_kluis / DB, demo_key)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (demo_kluis / DB).read_bytes()

    for command in (("--vault", demo_kluis, "casus", "list"), ("vault", "check", demo_kluis)):
        refused = run(*command)
        assert refused.code == 1
        assert "nieuwere vtdesk" in refused.err
    assert (demo_kluis / DB).read_bytes() == before


def test_a_database_that_lies_elsewhere_behind_a_link_is_refused(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    (demo_kluis / DB).rename(tmp_path / "elders.db")
    (demo_kluis / DB).symlink_to(tmp_path / "elders.db")

    refused = run("--vault", demo_kluis, "casus", "list")

    assert (refused.code, refused.out) == (1, "")
    assert "is een verwijzing naar een ander bestand" in refused.err
