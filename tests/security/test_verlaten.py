"""Leaving a laptop: the key first, then everything; a kill anywhere leaves nothing that opens."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.security.builders import WACHTZIN, DictKeychain, make
from tests.security.test_snel import PIN, DictSessie, stretched
from vtdesk.errors import OutsideError, UserError
from vtdesk.security import buiten, kluis, snel, verlaten
from vtdesk.security import folder as places
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import KeychainError, NoKeychain
from vtdesk.security.sessie import NoSessie
from vtdesk.security.verlaten import Afscheid
from vtdesk.values.vertrekwoorden import BEGONNEN

NOW = datetime(2026, 5, 12, 15, 0, tzinfo=UTC)
KEYS_GONE = 8  # changes on disk; what comes after them only removes noise
_CHANGES = ("os.remove", "os.rename", "os.rmdir", "shutil.rmtree", "open")


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the settings of the window lie where tests may take them away."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    (tmp_path / "run").mkdir(mode=0o700)
    (tmp_path / "config" / "vtdesk").mkdir(parents=True)
    (tmp_path / "config" / "vtdesk" / "vtdesk.conf").write_text("[General]")


@pytest.fixture
def full(made: kluis.Sleutels, folder: Path, tmp_path: Path) -> Path:
    """A kluis with all that may lie beside it."""
    assert made.vault_id
    copy = folder / "kluis.kopieen" / made.vault_id[:16] / "20260512T152300Z-1a2b3c4d"
    aside = folder / "kluis.opzij-20260501T090000Z"
    for place in (copy, aside):
        place.mkdir(parents=True)
        shutil.copy(folder / places.HEADER, place)
        shutil.copy(folder / places.DATABASE, place)
    (folder / "kluis.bijlagen").mkdir()
    for name in ("kluis.bijlagen/0a.vtb", "kluis.db-wal", "kluis.getuige", "kluis.pogingen",
                 "kluis.reserve", "kluis.snel", "kluis-voor-7.db"):  # fmt: skip
        (folder / name).write_bytes(b"closed")
    buiten.lay_down(folder, 3, ".pdf", [b"abc"])
    (tmp_path / "stick").mkdir()
    return folder


def content(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def leaving(stick: Path) -> Afscheid:
    return Afscheid(NOW, ("Overgedragen: niets.",), str(stick))


def opens(folder: Path) -> bool:
    try:
        kluis.unlock(folder, WACHTZIN, NoKeychain())
    except (UserError, OutsideError):
        return False
    return True


def killed_at(count: int, deed: Callable[[], object]) -> bool:
    """Do it in a process that is killed at its so many-th change on disk; tells whether it was."""
    child = os.fork()
    if child == 0:
        left = count

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event in _CHANGES and not (event == "open" and arguments[2] == os.O_RDONLY):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        deed()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def test_nothing_is_left_and_the_proof_says_so_of_every_place(full: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    verlaten.begin(full, leaving(stick))
    [begun] = stick.iterdir()
    assert begun.read_text() == BEGONNEN

    done = verlaten.finish(full, NoKeychain(), NoSessie(), NOW)

    assert done is not None
    assert done.is_leeg
    assert not full.exists()
    assert list((tmp_path / "config").iterdir()) == []
    assert list((tmp_path / "run").iterdir()) == []
    assert done.bewaard == begun
    words = begun.read_text()
    assert words == done.bewijs
    assert words.count(": weg\n") == len(done.plekken) == 9
    assert "Alles van vtdesk is van deze laptop weg." in words
    assert "Overgedragen: niets." in words


def test_killed_at_any_change_it_goes_on_and_nothing_opens(full: Path, tmp_path: Path) -> None:
    template = tmp_path / "template"
    shutil.copytree(full, template)
    stick = tmp_path / "stick"
    count = 0
    while True:
        count += 1 if count < KEYS_GONE else 3
        shutil.rmtree(full, ignore_errors=True)
        shutil.copytree(template, full)
        verlaten.begin(full, leaving(stick))
        if not killed_at(count, lambda: verlaten.finish(full, NoKeychain(), NoSessie(), NOW)):
            break
        assert not opens(full)
        if verlaten.is_pending(full):
            again = verlaten.finish(full, NoKeychain(), NoSessie(), NOW)
            assert again is not None
            assert again.is_leeg
        assert content(full) in ({}, {"kluis.slot": b""})
    assert count > 30  # it was killed in the middle of everything


def test_killed_while_it_is_decided_the_kluis_is_whole_or_it_goes(
    full: Path, tmp_path: Path
) -> None:
    stick, count = tmp_path / "stick", 0
    while True:
        count += 1
        if not killed_at(count, lambda: verlaten.begin(full, leaving(stick))):
            break
        assert opens(full) is not verlaten.is_pending(full)
        (full / places.LEAVING).unlink(missing_ok=True)
    assert count > 2
    assert not opens(full)


def test_the_header_goes_before_anything_else(full: Path, tmp_path: Path) -> None:
    verlaten.begin(full, leaving(tmp_path / "stick"))
    count = 1
    while (full / places.HEADER).exists():
        assert (full / places.DATABASE).exists()
        assert killed_at(count, lambda: verlaten.finish(full, NoKeychain(), NoSessie(), NOW))
        count += 1
    assert (full / places.DATABASE).exists()


def test_once_decided_no_secret_opens_it_and_it_is_not_a_new_kluis(
    full: Path, tmp_path: Path
) -> None:
    verlaten.begin(full, leaving(tmp_path / "stick"))

    with pytest.raises(UserError, match="wordt leeggemaakt"):
        kluis.unlock(full, WACHTZIN, NoKeychain())
    assert places.has_traces(full)


def test_the_keychain_forgets_every_secret_and_the_anchor(
    folder: Path, tmp_path: Path, keychain: DictKeychain
) -> None:
    make(folder, keychain)
    keychain.keep("van een ander", bytes(32))
    verlaten.begin(folder, Afscheid(NOW, ()))

    done = verlaten.finish(folder, keychain, NoSessie(), NOW)

    assert done is not None
    assert done.is_leeg
    assert done.bewaard is None
    assert set(keychain.secrets) == {"van een ander"}


def test_a_keychain_without_an_answer_is_told_and_asked_again(
    folder: Path, keychain: DictKeychain, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(folder, keychain)
    verlaten.begin(folder, Afscheid(NOW, ()))

    def refuse(_: str) -> None:
        raise KeychainError

    with monkeypatch.context() as patch:
        patch.setattr(keychain, "forget", refuse)
        done = verlaten.finish(folder, keychain, NoSessie(), NOW)

    assert done is not None
    assert not done.is_leeg
    assert "Sleutelbos: de sleutelbos gaf geen antwoord" in done.bewijs
    assert "Niet alles is weg" in done.bewijs
    assert set(content(folder)) == {places.LEAVING}
    again = verlaten.finish(folder, keychain, NoSessie(), NOW)
    assert again is not None
    assert again.is_leeg
    assert keychain.secrets == {}


def test_a_session_that_still_holds_the_secret_of_a_pin_is_told_and_asked_again(
    folder: Path, made: kluis.Sleutels, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessie = DictSessie()
    assert snel.lay(folder, made, stretched(PIN, FLOOR), sessie, NOW)
    verlaten.begin(folder, Afscheid(NOW, ()))

    with monkeypatch.context() as patch:
        patch.setattr(sessie, "forget", lambda _: None)
        done = verlaten.finish(folder, NoKeychain(), sessie, NOW)

    assert done is not None
    assert not done.is_leeg
    assert not (folder / snel.FILE).exists()  # which is where the name came from
    again = verlaten.finish(folder, NoKeychain(), sessie, NOW)
    assert again is not None
    assert again.is_leeg
    assert sessie.kept == {}


def test_what_cannot_go_is_named_with_its_place(full: Path, tmp_path: Path) -> None:
    verlaten.begin(full, leaving(tmp_path / "stick"))
    stubborn = full / "kluis.bijlagen"
    (stubborn / "map").mkdir()
    (stubborn / "map" / "x").write_bytes(b"x")
    (stubborn / "map").chmod(0o500)
    try:
        done = verlaten.finish(full, NoKeychain(), NoSessie(), NOW)
        assert done is not None
        left = stubborn.exists()  # an administrator is refused nothing
        assert done.is_leeg is not left
        assert (f"Bijlagen: {stubborn}" in done.bewijs) is left
    finally:
        if stubborn.exists():
            (stubborn / "map").chmod(0o700)


def test_a_decision_that_cannot_be_read_stays_a_decision(full: Path, tmp_path: Path) -> None:
    verlaten.begin(full, leaving(tmp_path / "stick"))
    (full / places.LEAVING).write_bytes(b"{broken")

    done = verlaten.finish(full, NoKeychain(), NoSessie(), NOW)

    assert done is not None
    assert done.is_leeg
    assert not full.exists()


def test_a_stick_that_takes_no_proof_stops_it_before_anything_goes(
    full: Path, tmp_path: Path
) -> None:
    before = content(full)
    with pytest.raises(OutsideError, match="niets weggehaald"):
        verlaten.begin(full, leaving(tmp_path / "weg"))
    assert content(full) == before
    assert opens(full)


def test_a_stick_that_was_pulled_out_stops_nothing(full: Path, tmp_path: Path) -> None:
    verlaten.begin(full, leaving(tmp_path / "stick"))
    shutil.rmtree(tmp_path / "stick")

    done = verlaten.finish(full, NoKeychain(), NoSessie(), NOW)

    assert done is not None
    assert done.is_leeg
    assert done.bewaard is None


def test_what_another_program_put_there_stays(full: Path, tmp_path: Path) -> None:
    (full / "brief.txt").write_text("van iemand anders")
    verlaten.begin(full, leaving(tmp_path / "stick"))

    verlaten.finish(full, NoKeychain(), NoSessie(), NOW)

    assert content(full) == {"brief.txt": b"van iemand anders"}
