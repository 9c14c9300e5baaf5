"""A folder that was put back whole: only the keychain knows that the kluis was further."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import NOW
from tests.security.builders import DictKeychain
from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.cli.call import Machine
from vtdesk.cli.main import main
from vtdesk.errors import LookPastError
from vtdesk.security import canonical, kluis, kopieterug
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.logboek import Voorval
from vtdesk.services.opening import create_kluis
from vtdesk.services.reservekopie import terugzetten
from vtdesk.values.bevinding import LeesbareBevindingenError, Schade

WACHTZIN = "paard fiets lamp regenboog"


BLAD = Herstelcode.new()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A kluis with a second secret, and what the keychain holds of it."""
    keychain = DictKeychain()
    folder = tmp_path_factory.mktemp("eerste") / "kluis"
    create_kluis(folder, WACHTZIN, BLAD, keychain, cost=FLOOR)
    KluisDoor(Start(folder, keychain)).open(WACHTZIN).store.close()
    return folder, keychain.secrets


@pytest.fixture
def keychain(template: tuple[Path, dict[str, bytes]]) -> DictKeychain:
    return DictKeychain(dict(template[1]))


@pytest.fixture
def door_to(
    template: tuple[Path, dict[str, bytes]], tmp_path: Path, keychain: DictKeychain
) -> Callable[[], KluisDoor]:
    """The door of a kluis with a second secret in a keychain."""
    folder = Path(shutil.copytree(template[0], tmp_path / "kluis"))
    return lambda: KluisDoor(Start(folder, keychain))


@pytest.fixture
def older(door_to: Callable[[], KluisDoor]) -> Path:
    """The whole folder as it was before the last work in it."""
    folder = door_to().folder
    older = Path(shutil.copytree(folder, folder.with_name("ouder")))
    opened = door_to().open(WACHTZIN)
    opened.desk.instellingen.set_gebruiker(Gebruiker("Mila Proefstra"))
    opened.store.close()
    return older


@pytest.fixture
def rolled(door_to: Callable[[], KluisDoor], older: Path) -> Path:
    """The folder, put back whole."""
    folder = door_to().folder
    shutil.rmtree(folder)
    return older.rename(folder)


def test_a_folder_that_was_put_back_whole_is_refused_and_opens_when_asked_for(
    door_to: Callable[[], KluisDoor], rolled: Path
) -> None:
    with pytest.raises(LeesbareBevindingenError) as refused:
        door_to().open(WACHTZIN)
    door_to().open_anyway(WACHTZIN).store.close()
    door_to().open(WACHTZIN).store.close()

    [found] = refused.value.bevindingen
    assert found.schade is Schade.TERUGGEZET
    assert found.aantal >= 1
    assert "De hele kluis is een oudere versie" in str(refused.value)


@pytest.mark.parametrize("mark", [b"", b"[" * 4000, bytes(4096), bytes(5000)])
def test_a_mark_of_a_restore_that_nobody_proved_opens_no_older_kluis(
    door_to: Callable[[], KluisDoor], rolled: Path, mark: bytes
) -> None:
    (rolled / kopieterug.MARK).write_bytes(mark)

    with pytest.raises(LeesbareBevindingenError):
        door_to().open(WACHTZIN)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("x")])
def test_what_is_no_file_is_no_mark_of_a_restore(
    door_to: Callable[[], KluisDoor], make: Callable[[Path], object]
) -> None:
    make(door_to().folder / kopieterug.MARK)

    opened = door_to().open(WACHTZIN)

    assert opened.desk.teruggekomen.zin() == ""
    assert Voorval.TERUGGEZET not in [line.detail for line in opened.desk.logboek.of_kluis()]
    opened.store.close()


def test_an_older_kluis_that_was_laid_down_to_take_its_place_is_refused(
    door_to: Callable[[], KluisDoor], older: Path
) -> None:
    (older / kopieterug.MARK).write_bytes(b"")
    older.rename(door_to().folder / "kluis.terug-20260101T000000Z")
    door = door_to()

    door.hold()
    with pytest.raises(LeesbareBevindingenError):
        door.open(WACHTZIN)
    door.release()


def test_a_header_of_before_cannot_have_the_keychain_forget_how_far_the_kluis_was(
    door_to: Callable[[], KluisDoor], rolled: Path, keychain: DictKeychain
) -> None:
    first, body, last = (rolled / "kluis.vtkop").read_bytes().splitlines()
    forged = json.loads(body)
    [anchor] = {name[:32] for name in keychain.secrets} - keychain.second_secrets()
    for slot in forged["slots"]:
        slot["id"] = anchor
    lines = (first, canonical.canonical(forged), last, b"")
    (rolled / "kluis.vtkop.vorige").write_bytes(b"\n".join(lines))
    door = door_to()

    door.hold()
    with pytest.raises(LeesbareBevindingenError):
        door.open(WACHTZIN)
    door.release()
    assert not (rolled / "kluis.vtkop.vorige").exists()


def test_a_restore_by_vtdesk_itself_is_believed_as_long_as_it_is_that_kluis(
    door_to: Callable[[], KluisDoor], tmp_path: Path, keychain: DictKeychain
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    opened = door_to().open(WACHTZIN)
    assert opened.desk.reservekopieen is not None
    opened.desk.reservekopieen.choose(stick)
    opened.desk.reservekopieen.make()
    before = Path(shutil.copytree(door_to().folder, tmp_path / "ouder"))
    opened.desk.instellingen.set_gebruiker(Gebruiker("Mila Proefstra"))
    opened.desk.instellingen.set_gebruiker(Gebruiker("Mila"))
    opened.store.close()
    [copy] = terugzetten.find(stick)
    secret = terugzetten.with_wachtzin(WACHTZIN, keychain)
    terugzetten.restore(copy, door_to().folder, secret, NOW, lambda _: None)
    kopieterug.finish(door_to().folder)
    mark = (door_to().folder / kopieterug.MARK).read_bytes()

    opened = door_to().open(WACHTZIN)
    assert Voorval.TERUGGEZET in [line.detail for line in opened.desk.logboek.of_kluis()]
    opened.store.close()
    assert not kopieterug.is_restored(door_to().folder)
    shutil.rmtree(door_to().folder)
    before.rename(door_to().folder)
    (door_to().folder / kopieterug.MARK).write_bytes(mark)
    with pytest.raises(LeesbareBevindingenError):
        door_to().open(WACHTZIN)


def call(keychain: DictKeychain, secret: Path, *words: str) -> int:
    secret.write_text(WACHTZIN, "utf-8")
    return main(["--passphrase-file", str(secret), *words], Machine(keychain, FLOOR))


def test_the_command_line_refuses_it_too_and_its_own_work_is_known(
    door_to: Callable[[], KluisDoor],
    tmp_path: Path,
    keychain: DictKeychain,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, secret = door_to().folder, tmp_path / "geheimen"
    older = Path(shutil.copytree(folder, tmp_path / "ouder"))
    export = ("--vault", str(folder), "audit", "export", "-o", str(tmp_path / "logboek.json"))
    assert call(keychain, secret, *export) == 0
    shutil.rmtree(folder)
    older.rename(folder)
    capsys.readouterr()

    for words in (
        ("vault", "check", str(folder)),
        ("vault", "sheet", str(folder)),
        ("--vault", str(folder), "owed"),
    ):
        assert call(keychain, secret, *words) == 4
        assert "De hele kluis is een oudere versie" in capsys.readouterr().err
    with pytest.raises(LeesbareBevindingenError):
        door_to().open(WACHTZIN)


def test_a_herstelblad_that_was_withdrawn_does_not_open_an_old_header_unsaid(
    door_to: Callable[[], KluisDoor], keychain: DictKeychain
) -> None:
    header = door_to().folder / "kluis.vtkop"
    old = header.read_bytes()
    kluis.change_herstelcode(door_to().folder, WACHTZIN, Herstelcode.new(), keychain)
    header.write_bytes(old)

    with pytest.raises(LookPastError, match="Er is een oude sleutelkop teruggezet"):
        door_to().recover(BLAD, "vier andere woorden hier")
    assert header.read_bytes() == old
    opened = door_to().recover_anyway(BLAD, "vier andere woorden hier")
    assert Voorval.TOCH_GEOPEND in [line.detail for line in opened.desk.logboek.of_kluis()]
    opened.store.close()
