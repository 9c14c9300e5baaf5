"""A small kluis in the states that a disk can hold it in."""

import shutil
from pathlib import Path

import pytest

from tests.drills import states
from tests.drills.states import States


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> States:
    return states.make(tmp_path_factory.mktemp("standen"))


@pytest.fixture
def crashed(made: States, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made.crashed, tmp_path / "kluis"))


@pytest.fixture
def closed(made: States, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made.closed, tmp_path / "kluis"))
