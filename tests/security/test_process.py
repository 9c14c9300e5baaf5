"""The process keeps to itself: also what a library asks for in passing."""

import os
import tempfile
from pathlib import Path

import pytest

from vtdesk.security import process
from vtdesk.security.folder import TEMPORARY_FILES


def test_a_temporary_file_comes_in_the_kluis_and_goes_with_its_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", tempfile.gettempdir())
    monkeypatch.setenv("TMPDIR", "/nergens")
    process.keep_temporary_in(tmp_path)

    place = tmp_path / TEMPORARY_FILES
    with tempfile.NamedTemporaryFile(delete=False) as file:
        assert Path(file.name).parent == place
    assert Path(tempfile.mkdtemp()).parent == place
    assert os.environ["TMPDIR"] == str(place)  # for a child, and for what is no Python
    assert place.stat().st_mode & 0o077 == 0

    process.clear_temporary(tmp_path)
    assert list(place.iterdir()) == []


def test_before_there_is_a_kluis_nothing_temporary_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", tempfile.gettempdir())
    monkeypatch.setenv("TMPDIR", "/nergens")
    process.keep_temporary_in(tmp_path / "nog-niet")

    with pytest.raises(FileNotFoundError):
        tempfile.mkdtemp()
