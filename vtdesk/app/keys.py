"""What the door does with secrets; imported after the lock screen, for it brings the ciphers."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vtdesk.errors import OutsideError, UserError
from vtdesk.security import kluis, pogingen, wachtzin, woorden
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.kluis import Sleutels
from vtdesk.values.tijd import system_clock


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of the kluis in one folder."""

    folder: Path
    keychain: Keychain

    def check(self) -> None:
        """Raise what is wrong with the files of the kluis."""
        kluis.check_files(self.folder)

    def waiting(self) -> int:
        """Give the seconds to wait before the next guess."""
        return pogingen.wachttijd(self.folder, system_clock())

    def unlock(self, typed: str, *, believe_old: bool = False, alone: bool = False) -> Sleutels:
        """Open with the wachtzin."""
        with pogingen.attempt(self.folder, system_clock):
            return kluis.unlock(
                self.folder, typed, self.keychain, believe_old=believe_old, alone=alone
            )

    def recover(self, code: Herstelcode, new: str, *, believe_old: bool = False) -> Sleutels:
        """Open with the herstelblad and set a new wachtzin."""
        with pogingen.attempt(self.folder, system_clock):
            return kluis.recover(self.folder, code, new, self.keychain, believe_old=believe_old)

    def change(self, old: str, new: str) -> None:
        """Replace the wachtzin."""
        with pogingen.attempt(self.folder, system_clock):
            kluis.change_wachtzin(self.folder, old, new, self.keychain)

    def prove(self, typed: str) -> None:
        """Raise for a wachtzin that does not open this kluis."""
        with pogingen.attempt(self.folder, system_clock):
            kluis.prove(self.folder, typed, self.keychain)

    def prove_sheet(self, code: Herstelcode) -> None:
        """Raise for a herstelblad that does not open this kluis."""
        with pogingen.attempt(self.folder, system_clock):
            kluis.prove_herstelcode(self.folder, code)

    def renew_sheet(self, typed: str, code: Herstelcode) -> None:
        """Let another herstelblad open the kluis, and the old one no longer."""
        with pogingen.attempt(self.folder, system_clock):
            kluis.change_herstelcode(self.folder, typed, code, self.keychain)

    def strengthen(self, typed: str, seconds: float) -> None:
        """Let a guess cost more when one took only so long; what fails is tried another time."""
        with suppress(OutsideError, UserError):
            kluis.strengthen(self.folder, typed, self.keychain, seconds=seconds)

    def strength(self, typed: str) -> wachtzin.Sterkte:
        """Judge a new wachtzin."""
        return wachtzin.strength(typed)

    def suggest(self) -> str:
        """Draw six words for a new wachtzin."""
        return woorden.draw()

    def new_sheet(self) -> Herstelcode:
        """Draw the code of a new herstelblad."""
        return Herstelcode.new()

    def read_sheet(self, typed: str) -> Herstelcode:
        """Read the code of a herstelblad."""
        return Herstelcode.parse(typed)
