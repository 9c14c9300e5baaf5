"""A kluis that takes the place of another: cut off anywhere, it is finished by the next start."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import NOW
from vtdesk.errors import DamageError, UserError
from vtdesk.security import files, kopieterug
from vtdesk.security import folder as places
from vtdesk.security.kopieterug import MARK

OLD = {"kluis.vtkop": "oud", "kluis.db": "oude db", "kluis.db-wal": "oud log", "kluis-2.db": "x"}
NEW = {"kluis.vtkop": "nieuw", "kluis.db": "nieuwe db"}
STAYS = {"kluis.slot": "", "kluis.reserve": "stand"}


class CutOffError(Exception):
    """The power went."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, words in (OLD | STAYS).items():
        (tmp_path / name).write_text(words)
    (tmp_path / "kluis.bijlagen").mkdir()
    (tmp_path / "kluis.bijlagen" / "een.vtb").write_text("oude bijlage")
    (tmp_path / "kluis.kopieen").mkdir()
    return tmp_path


def lay_down(folder: Path) -> None:
    part = kopieterug.begin(folder)
    for name, words in NEW.items():
        (part / name).write_text(words)
    (part / "kluis.bijlagen").mkdir()
    (part / "kluis.bijlagen" / "een.vtb").write_text("nieuwe bijlage")
    kopieterug.commit(folder, part, NOW)


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.iterdir() if path.is_file() and path.name != MARK)
    return {path.name: path.read_text() for path in files}


def test_nothing_moves_before_it_is_finished(folder: Path) -> None:
    lay_down(folder)

    assert contents(folder) == OLD | STAYS
    assert kopieterug.is_pending(folder)


def test_the_new_one_stands_there_and_the_old_one_aside(folder: Path) -> None:
    lay_down(folder)

    assert kopieterug.finish(folder)

    assert contents(folder) == NEW | STAYS
    assert (folder / "kluis.bijlagen" / "een.vtb").read_text() == "nieuwe bijlage"
    assert (folder / "kluis.kopieen").is_dir()
    [aside] = kopieterug.aside(folder)
    assert contents(aside.pad) == OLD
    assert (aside.pad / "kluis.bijlagen" / "een.vtb").read_text() == "oude bijlage"
    assert not kopieterug.finish(folder)
    assert kopieterug.is_restored(folder)
    kopieterug.settle(folder)
    assert not kopieterug.is_restored(folder)


def failing_at(number: int) -> Iterator[None]:
    for _ in range(number):
        yield
    raise CutOffError


@pytest.mark.parametrize("number", range(20))
def test_cut_off_anywhere_it_is_finished_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    lay_down(folder)
    steps, replace = failing_at(number), Path.replace

    def cut_off(path: Path, target: Path) -> Path:
        next(steps)
        has_header = (folder / "kluis.vtkop").exists()
        seen = contents(folder)
        if has_header:  # a header stands there only with the files that belong to it
            assert all(seen.get(name) == words for name, words in _whole(seen).items())
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    try:
        kopieterug.finish(folder)
    except CutOffError:
        monkeypatch.undo()
        assert kopieterug.is_pending(folder)
        kopieterug.finish(folder)

    assert contents(folder) == NEW | STAYS
    [aside] = kopieterug.aside(folder)
    assert contents(aside.pad) == OLD


def _whole(seen: dict[str, str]) -> dict[str, str]:
    return OLD if seen["kluis.vtkop"] == "oud" else NEW


def test_what_was_set_aside_comes_back_the_same_way(folder: Path) -> None:
    lay_down(folder)
    kopieterug.finish(folder)
    [aside] = kopieterug.aside(folder)

    kopieterug.put_back(folder, aside, NOW + timedelta(minutes=1))
    kopieterug.finish(folder)

    assert contents(folder) == OLD | STAYS
    [aside] = kopieterug.aside(folder)
    assert contents(aside.pad) == NEW
    with pytest.raises(UserError, match="niet meer opzij"):
        kopieterug.put_back(folder, kopieterug.Opzij(folder / "kluis.opzij-x", NOW), NOW)


def test_two_in_one_second_do_not_meet(folder: Path) -> None:
    for _ in range(2):
        lay_down(folder)
        kopieterug.finish(folder)

    assert len(kopieterug.aside(folder)) == 2


@pytest.mark.parametrize("name", [kopieterug.PART, kopieterug.TRIAL])
def test_a_pipe_under_the_name_of_a_folder_of_ours_keeps_nobody_waiting(
    folder: Path, name: str
) -> None:
    os.mkfifo(folder / name)

    assert kopieterug.tidy(folder, lambda _: True) == 0
    assert not (folder / name).exists()
    os.mkfifo(folder / name)
    assert kopieterug.begin(folder, name).is_dir()


def test_what_is_old_goes_and_the_rest_stays(folder: Path) -> None:
    lay_down(folder)
    kopieterug.finish(folder)
    kopieterug.begin(folder)

    assert kopieterug.tidy(folder, lambda opzij: opzij.sinds > NOW) == 0
    assert not (folder / kopieterug.PART).exists()
    assert kopieterug.tidy(folder, lambda opzij: opzij.sinds <= NOW) == 1
    assert contents(folder) == NEW | STAYS


def test_a_link_is_never_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elders")
    (elsewhere / "kluis.vtkop").write_text("vreemd")
    (folder / "kluis.terug-20260512T152200Z").symlink_to(elsewhere)

    assert not kopieterug.finish(folder)
    assert contents(folder) == OLD | STAYS
    assert files.TEMPORARY not in "".join(contents(folder))


def test_a_folder_in_which_only_an_older_kluis_stands_aside_is_not_begun_anew(
    tmp_path: Path,
) -> None:
    assert not places.has_traces(tmp_path)
    (tmp_path / "kluis.opzij-20260512T152200Z").mkdir()

    assert places.has_traces(tmp_path)
    with pytest.raises(DamageError, match="ontbreekt"):
        places.prepare(tmp_path)
