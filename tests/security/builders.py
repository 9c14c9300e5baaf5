"""A kluis with the least costly wachtzin that may be written, and what stands around it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from typing_extensions import override

from vtdesk.security import kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain, NoKeychain

WACHTZIN = "boterham fiets regenboog kast"
ANDERE = "lantaarn kers trampoline dak"
CODE = Herstelcode.parse("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-G888")
ANDER_BLAD = Herstelcode.new()
GEEN_SLEUTELBOS = NoKeychain()


@dataclass
class DictKeychain(Keychain):
    """A keychain that a test can look into and spoil."""

    secrets: dict[str, bytes] = field(default_factory=dict)

    def second_secrets(self) -> set[str]:
        """Name what is kept for a wachtzin, and not as an anchor."""
        return {name for name, kept in self.secrets.items() if not kept.startswith(b"vta1")}

    @override
    def available(self) -> bool:
        return True

    @override
    def keep(self, name: str, secret: bytes) -> None:
        self.secrets[name] = secret

    @override
    def fetch(self, name: str) -> bytes | None:
        return self.secrets.get(name)

    @override
    def forget(self, name: str) -> None:
        self.secrets.pop(name, None)


@dataclass
class Klok:
    """A clock that runs when the test says so."""

    now: datetime = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def fill(path: Path, _: kluis.Sleutels) -> None:
    """Stand in for the store, which this layer does not know: a page of something."""
    path.write_bytes(bytes(range(256)) * 16)


def make(folder: Path, keychain: Keychain = GEEN_SLEUTELBOS) -> kluis.Sleutels:
    return kluis.create(folder, WACHTZIN, CODE, keychain, cost=FLOOR, fill=fill)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
