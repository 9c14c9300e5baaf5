"""The command line as a script drives it, over a demo kluis of one's own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from vtdesk.cli import progress
from vtdesk.cli.call import Machine
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.cli.main import main
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain


@dataclass(frozen=True)
class Outcome:
    """What a call left behind: exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The one JSON document; anything beside it is an error."""
        assert self.err == ""
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call vtdesk with arguments; `secrets` are the lines of the passphrase file."""
    monkeypatch.setattr(progress, "PATIENCE", 3600.0)  # on a busy machine everything takes long

    def call(*arguments: object, secrets: str = WACHTZIN) -> Outcome:
        file = tmp_path / "geheimen"
        file.write_text(secrets, "utf-8")
        words = ["--passphrase-file", str(file), *map(str, arguments)]
        code = main(words, Machine(NoKeychain(), FLOOR))
        return Outcome(code, *capsys.readouterr())

    return call
