"""One call of the program: its options, the machine around it, and the kluis that it opens."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.cli.geheimen import Geheimen
from vtdesk.security import buiten, instance, kopieterug
from vtdesk.security.keychain import Keychain, SystemKeychain
from vtdesk.security.sessie import Sessie, of_system
from vtdesk.values.tijd import Clock, system_clock

if TYPE_CHECKING:  # the window starts through here too, without ciphers and SQLAlchemy
    from vtdesk.security.cost import Cost
    from vtdesk.security.kluis import Sleutels
    from vtdesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Machine:
    """What differs between a laptop and a test."""

    keychain: Keychain = field(default_factory=SystemKeychain)
    cost: "Cost | None" = None  # None: measured on this machine
    clock: Clock = system_clock
    sessie: Sessie = field(default_factory=of_system)  # what is kept until log-off


class Call:
    """What a command works with."""

    def __init__(self, args: argparse.Namespace, machine: Machine) -> None:
        self.args = args
        self.machine = machine
        self.geheimen = Geheimen(args.passphrase_file)

    @property
    def folder(self) -> Path:
        """Give the kluis that was named, or the one where it always lies."""
        return Path(self.args.vault) if self.args.vault else default_folder()

    def unlock(self, folder: Path, *, alone: bool = False) -> "Sleutels":
        """Open with the wachtzin; a wrong one counts, here as on the lock screen.

        Who holds the kluis is `alone`, and takes away what a change of secrets left.
        """
        from vtdesk.security import kluis, pogingen  # noqa: PLC0415 - load the ciphers

        if kopieterug.is_pending(folder):  # a restore that was cut off
            with held(folder):
                pass
        kluis.check_files(folder)
        wachtzin = self.geheimen.ask("Wachtzin")
        with pogingen.attempt(folder, self.machine.clock):
            return kluis.unlock(folder, wachtzin, self.machine.keychain, alone=alone)

    @contextmanager
    def reading(self) -> Iterator["Desk"]:
        """Open the kluis to look in it."""
        with self.opened(self.folder, self.unlock(self.folder)) as desk:
            yield desk

    @contextmanager
    def writing(self) -> Iterator["Desk"]:
        """Open the kluis to change something; refused while the window is open."""
        from vtdesk.security import kluis  # noqa: PLC0415 - loads the ciphers

        kluis.check_files(self.folder)
        with held(self.folder):
            sleutels = self.unlock(self.folder, alone=True)
            with self.opened(self.folder, sleutels) as desk:
                yield desk

    @contextmanager
    def opened(self, folder: Path, sleutels: "Sleutels") -> Iterator["Desk"]:
        """Build the services over a kluis, and close it whatever happens."""
        from vtdesk.services.opening import open_desk  # noqa: PLC0415 - loads SQLAlchemy

        store, desk = open_desk(folder, sleutels, self.args.now, keychain=self.machine.keychain)
        try:
            yield desk
        finally:
            store.close()


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Let no other vtdesk into a kluis meanwhile, and leave no readable copy beside it."""
    lock = instance.take(folder)
    try:
        buiten.clear(folder)  # of a vtdesk that was killed
        kopieterug.finish(folder)
        yield
    finally:
        lock.release()


def default_folder() -> Path:
    """Give the place of the kluis when nobody names another."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        named = Path(os.environ.get("XDG_DATA_HOME") or "")
        base = named if named.is_absolute() else home / ".local" / "share"
    return base / "vtdesk" / "kluis"
