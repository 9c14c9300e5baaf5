"""What the tests of the keys share."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from tests.security.builders import DictKeychain, Klok, make
from vtdesk.security import keys, kluis

# A busy machine is no failure of the code under test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

remembered_stretch = cache(keys.stretch)


@pytest.fixture(autouse=True)
def _stretch_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember what Argon2id gave: the same wachtzin, salt and cost give the same bytes anyway."""
    monkeypatch.setattr(keys, "stretch", remembered_stretch)


@pytest.fixture
def keychain() -> DictKeychain:
    return DictKeychain()


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.fixture(scope="session")
def first_kluis(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, kluis.Sleutels]:
    """One kluis to copy from: making one stretches a wachtzin twice."""
    folder = tmp_path_factory.mktemp("eerste") / "kluis"
    return folder, make(folder)


@pytest.fixture
def made(folder: Path, first_kluis: tuple[Path, kluis.Sleutels]) -> kluis.Sleutels:
    """A kluis in the folder of this test, and its keys."""
    shutil.copytree(first_kluis[0], folder)
    return first_kluis[1]
