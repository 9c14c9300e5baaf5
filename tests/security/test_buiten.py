"""Copies for other programs: private, neutral, and gone when they have to be."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from vtdesk.security import buiten

WORDS = b"Pip telt de stoeptegels."


@pytest.fixture(params=["in memory", "beside the kluis"])
def kluis(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700 if request.param == "in memory" else 0o755)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    folder = tmp_path / "kluis"
    folder.mkdir()
    return folder


def lay_down(kluis: Path) -> Path:
    return buiten.lay_down(kluis, len(WORDS), ".pdf", (WORDS,))


def everything(place: Path) -> Iterator[Path]:
    return (path for path in place.rglob("*") if path.is_file())


def test_a_copy_is_for_this_user_alone_and_its_name_says_nothing(kluis: Path) -> None:
    path = lay_down(kluis)

    assert path.read_bytes() == WORDS
    assert path.name == "bijlage.pdf"
    assert path.stat().st_mode & 0o777 == 0o400
    assert path.parent.stat().st_mode & 0o077 == 0
    assert buiten.left(kluis) == [path]


def test_clearing_takes_everything_the_other_program_left_too(kluis: Path, tmp_path: Path) -> None:
    path = lay_down(kluis)
    (path.parent / ".~lock.bijlage.pdf#").write_bytes(WORDS)
    (path.parent / "map").mkdir()
    (path.parent / "map" / "kopie").write_bytes(WORDS)

    buiten.clear(kluis)

    assert buiten.left(kluis) == []
    assert list(everything(tmp_path)) == []


def test_what_is_cleared_was_written_over_first(kluis: Path, tmp_path: Path) -> None:
    path = lay_down(kluis)
    held = tmp_path / "held"
    os.link(path, held)  # the same file under another name, to see what became of it

    buiten.clear(kluis)

    assert set(held.read_bytes()) == {0}


def test_a_link_to_elsewhere_is_not_written_through(kluis: Path, tmp_path: Path) -> None:
    path = lay_down(kluis)
    mine = tmp_path / "mijn.txt"
    mine.write_bytes(WORDS)
    (path.parent / "link").symlink_to(mine)

    buiten.clear(kluis)

    assert mine.read_bytes() == WORDS


def test_copies_of_another_kluis_stay(kluis: Path, tmp_path: Path) -> None:
    other = tmp_path / "andere"
    other.mkdir()
    theirs = lay_down(other)
    lay_down(kluis)

    buiten.clear(kluis)

    assert theirs.exists()


def test_a_copy_that_breaks_off_leaves_nothing(kluis: Path, tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield WORDS
        raise RuntimeError

    with pytest.raises(RuntimeError):
        buiten.lay_down(kluis, 100, ".pdf", parts())

    assert list(everything(tmp_path)) == []


def test_what_does_not_fit_in_memory_lies_beside_the_kluis(kluis: Path) -> None:
    path = buiten.lay_down(kluis, 1 << 60, ".pdf", (WORDS,))

    assert path.is_relative_to(kluis / buiten.FOLDER)
    buiten.clear(kluis)
    assert not (kluis / buiten.FOLDER).exists()
