"""A kluis with its keys and a stick beside it, for tests of reservekopieën."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from tests.builders import NOW, SlowClock, add_casus
from tests.program import WACHTZIN
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.security.kluis import Sleutels
from vtdesk.services.bijlagen.rows import BijlageGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.opening import create_kluis
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.store.store import Store

CODE = Herstelcode.new()
LARGE = 150_000  # a bijlage of so many bytes lies in a file of its own


@dataclass(frozen=True, slots=True)
class Kluis:
    """A kluis in a folder, its keys, and a stick."""

    folder: Path
    stick: Path
    sleutels: Sleutels
    clock: SlowClock

    @property
    def copies(self) -> Reservekopieen:
        """Give the service, as a fresh start has it."""
        return Reservekopieen(self.folder, self.sleutels, self.clock)

    @contextmanager
    def opened(self) -> Iterator[Desk]:
        """Work in it."""
        key = self.sleutels.database
        store = Store(self.folder / self.sleutels.file, key, clock=self.clock)
        try:
            yield Desk.over(store, self.clock, self.copies)
        finally:
            store.close()

    def write(self, nummer: str = "VT-DEMO-0141") -> UUID:
        """Add a casus."""
        with self.opened() as desk:
            return add_casus(desk, nummer=nummer)

    def attach(self, casus_id: UUID, data: bytes = bytes(LARGE), naam: str = "stuk.bin") -> UUID:
        """Add a bijlage to a casus."""
        with self.opened() as desk:
            return desk.bijlagen.add_bytes(casus_id, data, BijlageGegevens(naam))

    def numbers(self) -> list[str]:
        """Tell which casussen there are."""
        with self.opened() as desk:
            return sorted(casus.nummer for casus in desk.casussen.all())


def make_kluis(folder: Path) -> Sleutels:
    """Make the kluis that tests copy; takes a second guess of the cheapest kind."""
    return create_kluis(folder, WACHTZIN, CODE, NoKeychain(), cost=FLOOR)


def copy_kluis(template: Path, sleutels: Sleutels, place: Path, now: datetime = NOW) -> Kluis:
    """Give one of one's own."""
    stick = place / "stick"
    stick.mkdir()
    folder = Path(shutil.copytree(template, place / "kluis"))
    return Kluis(folder, stick, sleutels, SlowClock(now))


def prints(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def flip(path: Path, place: int = -1) -> None:
    """Change one byte of a file."""
    data = bytearray(path.read_bytes())
    data[place if place >= 0 else len(data) // 2] ^= 1
    path.write_bytes(data)
