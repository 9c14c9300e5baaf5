"""A copy for another program is gone at close, at lock, at a lock that hides, and at next start."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import add_casus
from tests.program import WACHTZIN, Program
from vtdesk.cli.call import held
from vtdesk.cli.demo.command import WACHTZIN as DEMO_WACHTZIN
from vtdesk.errors import OutsideError
from vtdesk.security import bijlagen as bestanden
from vtdesk.security import buiten
from vtdesk.services.bijlagen.rows import BijlageGegevens

WORDS = b"Pip telt de stoeptegels."


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in memory that the system gives to a session."""
    place = tmp_path / "run"
    place.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place))
    return place


@pytest.fixture
def open_program(program: Callable[[], Program], folder: Path, runtime: Path) -> Program:
    """A program with one bijlage, and a copy of it outside."""
    vtdesk = program().start(folder, WACHTZIN)
    bijlage = vtdesk.desk.bijlagen.add_bytes(
        add_casus(vtdesk.desk), WORDS, BijlageGegevens("brief.txt")
    )
    assert vtdesk.desk.bijlagekijker.buiten(bijlage).read_bytes() == WORDS
    return vtdesk


def files_in(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file()]


def test_the_copy_goes_when_the_window_closes(
    open_program: Program, runtime: Path, folder: Path
) -> None:
    assert len(files_in(runtime)) == 1

    open_program.window.close()

    assert files_in(runtime) == []
    assert buiten.left(folder) == []


def test_the_copy_goes_at_the_lock(open_program: Program, runtime: Path) -> None:
    assert open_program.session is not None

    open_program.session.lock()

    assert files_in(runtime) == []


def test_the_copy_goes_when_the_window_can_only_be_hidden(
    open_program: Program, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OutsideError("Opslaan lukt niet: de schijf is vol.")

    monkeypatch.setattr(open_program.window, "put_away", refuse)
    assert open_program.session is not None

    open_program.session.lock()

    assert files_in(runtime) == []


def test_the_copy_of_a_killed_program_goes_at_the_next_start(
    demo_kluis: Path, runtime: Path, program: Callable[[], Program]
) -> None:
    ready = runtime.parent / "ready"
    script = f"""
import sys, time
from pathlib import Path
from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.bijlagen.rows import BijlageGegevens
door = KluisDoor(Start(Path({str(demo_kluis)!r}), NoKeychain()))
door.hold()
desk = door.open({DEMO_WACHTZIN!r}).desk
[bijlage, *_] = desk.bijlagen.of_casus(desk.casussen.find("VT-DEMO-0141").id)
desk.bijlagekijker.buiten(bijlage.id)
removed = desk.bijlagen.add_bytes(bijlage.casus_id, bytes(200_000), BijlageGegevens("groot"))
desk.bijlagen.remove(removed)
Path({str(ready)!r}).touch()
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", script], env=dict(os.environ)) as doomed:
        while not ready.exists():
            assert doomed.poll() is None
            time.sleep(0.02)
        doomed.send_signal(signal.SIGKILL)
    assert len(files_in(runtime)) == 1
    assert len(files_in(demo_kluis / bestanden.FOLDER)) == 1

    program().start(demo_kluis, DEMO_WACHTZIN)

    assert files_in(runtime) == []
    assert files_in(demo_kluis / bestanden.FOLDER) == []


def test_a_command_that_changes_something_takes_the_copy_away_too(
    folder: Path, runtime: Path
) -> None:
    buiten.lay_down(folder, len(WORDS), ".txt", (WORDS,))

    with held(folder):
        assert files_in(runtime) == []


def test_opening_the_kluis_takes_away_the_file_of_a_bijlage_that_was_removed(
    program: Callable[[], Program], folder: Path, runtime: Path
) -> None:
    place = folder / bestanden.FOLDER
    vtdesk = program().start(folder, WACHTZIN)
    film = BijlageGegevens("film.bin")
    bijlage = vtdesk.desk.bijlagen.add_bytes(add_casus(vtdesk.desk), os.urandom(200_000), film)
    vtdesk.desk.bijlagen.remove(bijlage)
    assert len(files_in(place)) == 1
    vtdesk.end()

    program().start(folder, WACHTZIN)

    assert files_in(place) == []
