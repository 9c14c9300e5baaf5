"""The data outlives the program: two readers that share no code with it open a kluis."""

import runpy
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

import apsw
import pytest

from tests.builders import add_casus, add_persoon
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import Sleutels
from vtdesk.services.desk import Desk
from vtdesk.services.opening import create_kluis, open_desk

ROOT = Path(__file__).resolve().parents[2]
LEZER = ROOT / "packaging" / "lezer.py"
WACHTZIN = "paard fiets lamp regenboog"
CODE = Herstelcode.new()
LARGE = bytes(range(256)) * 2000  # more than one box


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sleutels]:
    """A kluis with a person, a bijlage in a file, and a log that is not folded in."""
    folder = tmp_path_factory.mktemp("lezers") / "kluis"
    sleutels = create_kluis(folder, WACHTZIN, CODE, NoKeychain(), cost=FLOOR)
    store, desk = open_desk(folder, sleutels)
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, voornaam="Sterre", achternaam="Duinroos")
    _attach(desk, folder, casus_id)
    left = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    store.close()
    for name, data in left.items():  # as a kill leaves it
        (folder / name).write_bytes(data)
    return folder, sleutels


def _attach(desk: Desk, folder: Path, casus_id: UUID) -> None:
    place = folder.parent / "lang.txt"
    place.write_bytes(LARGE)
    desk.bijlagen.add(casus_id, place)


def people(file: Path | str) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT voornaam, achternaam FROM persoon").fetchall()


@pytest.mark.parametrize(
    "secret",
    [CODE.tekst, CODE.tekst.lower().replace("-", " "), WACHTZIN],
    ids=["code", "typed in another way", "wachtzin"],
)
def test_a_script_with_only_standard_cryptography_gives_back_every_row_and_byte(
    made: tuple[Path, Sleutels], tmp_path: Path, secret: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-P", str(LEZER), str(made[0]), "-o", str(tmp_path)],
        input=f"{secret}\n", capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert people(tmp_path / "kluis.sqlite") == [("Sterre", "Duinroos")]
    [bijlage] = (tmp_path / "bijlagen").iterdir()
    assert bijlage.read_bytes() == LARGE


def test_that_script_shares_no_code_with_the_program() -> None:
    modules = subprocess.run(
        [sys.executable, "-P", "-X", "importtime", "-c",
         f"import runpy; runpy.run_path({str(LEZER)!r})"],
        capture_output=True, text=True, timeout=60, check=True,
    ).stderr  # fmt: skip
    assert "cryptography" in modules
    assert not any(name in modules for name in ("vtdesk", "sqlcipher", "sqlalchemy"))


def test_a_changed_byte_and_a_wrong_code_are_said(made: tuple[Path, Sleutels]) -> None:
    lezer = runpy.run_path(str(LEZER))
    path = made[0] / "kluis.db"
    changed = bytearray(path.read_bytes())
    changed[1000] ^= 1
    pages = lezer["Pages"](made[1].database, bytes(changed[:16]))

    with pytest.raises(lezer["NotReadableError"], match="Pagina 1"):
        pages.opened(bytes(changed[:4096]), 1)
    with pytest.raises(lezer["NotReadableError"], match="opent deze kluis niet"):
        lezer["master_key"](lezer["read_header"](made[0]), Herstelcode.new().tekst)


def test_another_library_reads_the_same_file(made: tuple[Path, Sleutels], tmp_path: Path) -> None:
    for path in made[0].glob("kluis.db*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    connection = apsw.Connection(str(tmp_path / "kluis.db"))
    for setting in ("cipher = 'sqlcipher'", "legacy = 4"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    connection.execute(f"PRAGMA key = \"x'{made[1].database.hex()}'\"").fetchall()

    found = connection.execute("SELECT voornaam, achternaam FROM persoon").fetchall()
    connection.close()

    assert found == [("Sterre", "Duinroos")]
