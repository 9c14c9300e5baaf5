"""Answers the lock screen from the kluis; opening ends in an open store."""

from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.app.start import Start
from vtdesk.security import folder as places
from vtdesk.security import instance, kluis, pogingen, wachtzin
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.ui.slot.door import Sheet, Werker
from vtdesk.values.tijd import system_clock

if TYPE_CHECKING:  # SQLAlchemy comes only when the lock screen is on screen
    from vtdesk.app.inside import Opened


class KluisDoor:
    """Answers the lock screen from the kluis; opening ends in an open store."""

    def __init__(self, start: Start) -> None:
        self._start = start
        self.folder = start.folder
        self._slot: instance.InstanceLock | None = None

    def exists(self) -> bool:
        return kluis.has_traces(self.folder)

    def check(self) -> None:
        kluis.check_files(self.folder)

    def waiting(self) -> int:
        return pogingen.wachttijd(self.folder, system_clock())

    def open(self, wachtzin: str) -> "Opened":
        with pogingen.attempt(self.folder, system_clock):
            sleutels = kluis.unlock(self.folder, wachtzin, self._start.keychain)
        return self._opened(sleutels)

    def read_sheet(self, typed: str) -> Herstelcode:
        return Herstelcode.parse(typed)

    def recover(self, sheet: Sheet, wachtzin: str) -> "Opened":
        code = Herstelcode.parse("-".join(sheet.groups))
        with pogingen.attempt(self.folder, system_clock):
            sleutels = kluis.recover(self.folder, code, wachtzin, self._start.keychain)
        return self._opened(sleutels)

    def strength(self, typed: str) -> wachtzin.Sterkte:
        return wachtzin.strength(typed)

    def new_sheet(self) -> Herstelcode:
        return Herstelcode.new()

    def check_place(self, folder: Path) -> None:
        places.prepare(folder)

    def create(self, folder: Path, wachtzin: str, sheet: Sheet, werker: Werker) -> "Opened":
        self.release()  # of a folder that was chosen before this one
        self.folder = folder
        places.prepare(folder)
        self.hold()
        code = Herstelcode.parse("-".join(sheet.groups))
        from vtdesk.app import inside  # noqa: PLC0415 - heavy, and not needed by the lock screen

        return inside.create(folder, wachtzin, code, self._start.keychain, werker)

    def change(self, old: str, new: str) -> None:
        with pogingen.attempt(self.folder, system_clock):
            kluis.change_wachtzin(self.folder, old, new, self._start.keychain)

    def hold(self) -> None:
        """Let no second vtdesk into this kluis; a folder that is not there yet has no kluis."""
        if self._slot is None and self.folder.is_dir():
            self._slot = instance.take(self.folder)

    def carry_over(self) -> None:
        """Hand the hold on the kluis to the next image of this process."""
        if self._slot is not None:
            self._slot.carry_over()

    def release(self) -> None:
        """Let another vtdesk in."""
        if self._slot is not None:
            self._slot.release()
            self._slot = None

    def _opened(self, sleutels: kluis.Sleutels) -> "Opened":
        from vtdesk.app import inside  # noqa: PLC0415 - heavy, and not needed by the lock screen

        return inside.open_kluis(self.folder, sleutels, self._start.now)
