"""A kluis of which reservekopieën are made: begun once, and copied for each test."""

from pathlib import Path

import pytest

from tests.kopieen import Kluis, copy_kluis, make_kluis
from vtdesk.security.kluis import Sleutels


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sleutels]:
    folder = tmp_path_factory.mktemp("kluis") / "kluis"
    return folder, make_kluis(folder)


@pytest.fixture
def kluis(template: tuple[Path, Sleutels], tmp_path: Path) -> Kluis:
    return copy_kluis(*template, tmp_path)
