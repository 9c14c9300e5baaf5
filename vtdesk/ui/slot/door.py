"""What the lock screen may ask of the kluis; the start-up hands in what answers."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Werker:
    """Who is going to work here, as asked at the first start."""

    naam: str
    functie: str
    organisatie: str
    begin: str
    einde: str


class Sheet(Protocol):
    """The code of a herstelblad."""

    @property
    def groups(self) -> tuple[str, ...]:
        """Give the eight groups of four signs."""

    def group_is(self, number: int, typed: str) -> bool:
        """Tell whether group `number` (from 1) was copied well."""


class Strength(Protocol):
    """A judgement of a wachtzin, in one line."""

    @property
    def goed(self) -> bool:
        """Tell whether it will do."""

    @property
    def regel(self) -> str:
        """Say it in words."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """Other keys for everything: the wachtzin of now, the next one, and the next herstelblad."""

    old: str = field(repr=False)
    new: str = field(repr=False)
    sheet: Sheet


class Quick(Protocol):
    """Snel openen as seen from outside; all but `is_laid` is slow."""

    def is_laid(self) -> bool:
        """Tell whether a PIN may open the kluis now."""

    def is_possible(self) -> bool:
        """Tell whether this system forgets at log-off what a PIN needs."""

    def left(self) -> int:
        """Give the tries that are left; 0 when the PIN opens nothing any more."""

    def open(self, pin: str) -> Any:
        """Open with the PIN."""

    def stretch(self, pin: str) -> Any:
        """Make of a PIN what the kluis keeps; a UserError for one that is too easy."""

    def lay(self, pin: Any) -> bool:
        """Let this PIN open the kluis for the next hours; tells whether that could be done."""

    def forget(self) -> None:
        """Let the PIN open nothing any more."""


@dataclass(frozen=True, slots=True)
class Kopiekeuze:
    """A reservekopie that can be put back, in words."""

    wanneer: str
    waar: str
    kopie: Any = field(repr=False)


class Terug(Protocol):
    """Reservekopieën as seen from outside; what puts one back is slow."""

    def laatste(self) -> str:
        """Say when the last good copy was made; nothing when there is none."""

    def bekend(self) -> list[Kopiekeuze]:
        """List the copies in the places of this kluis, the newest first."""

    def zoek(self, chosen: Path) -> list[Kopiekeuze]:
        """List the copies in a folder or on a stick; a UserError tells that there are none."""

    def zet_terug(self, keuze: Kopiekeuze, folder: Path, wachtzin: str) -> Any:
        """Put a copy in the place of what is in this folder, and open it."""

    def met_blad(self, keuze: Kopiekeuze, folder: Path, sheet: Sheet, wachtzin: str) -> Any:
        """Do so with the herstelblad, and set a new wachtzin."""

    def straks(self, keuze: Kopiekeuze, wachtzin: str) -> None:
        """Have a copy take the place of the open kluis as soon as that has closed."""

    def vorige_straks(self) -> None:
        """Have the kluis that was last set aside come back as soon as this one has closed."""


class Kwijt(Protocol):
    """The page for after a loss, from a reservekopie that is only read."""

    def blad(self, keuze: Kopiekeuze, secret: str, found: datetime, *, with_names: bool) -> Any:
        """Make the page, to look at; the secret is a wachtzin or the code of a sheet; slow."""

    def printers(self) -> list[str]:
        """List the printers of this laptop; slow."""


class Door(Protocol):
    """The kluis as seen from outside; whatever can take a second is called in a job."""

    @property
    def quick(self) -> Quick:
        """Give what opens with a PIN."""

    @property
    def folder(self) -> Path:
        """Give the folder of the kluis, or where it would be made."""

    @property
    def kwijt(self) -> Kwijt:
        """Give the page for after a loss."""

    @property
    def terug(self) -> Terug:
        """Give what can be put back here."""

    def exists(self) -> bool:
        """Tell whether there is a kluis, whole or damaged."""

    def check(self) -> None:
        """Raise what is wrong with the files of the kluis."""

    def waiting(self) -> int:
        """Give the seconds to wait before the next guess."""

    def open(self, wachtzin: str) -> Any:
        """Open the kluis; slow. What it gives goes to whoever builds the window."""

    def open_anyway(self, wachtzin: str) -> Any:
        """Open in spite of a LookPastError, and write that down; slow."""

    def read_sheet(self, typed: str) -> Sheet:
        """Read the code of a herstelblad; a UserError names the group that is wrong."""

    def recover(self, sheet: Sheet, wachtzin: str) -> Any:
        """Open with the herstelblad and set a new wachtzin; slow."""

    def recover_anyway(self, sheet: Sheet, wachtzin: str) -> Any:
        """Do so in spite of a LookPastError, and write that down; slow."""

    def strength(self, wachtzin: str) -> Strength:
        """Judge a new wachtzin."""

    def suggest(self) -> str:
        """Draw six words for a new wachtzin."""

    def new_sheet(self) -> Sheet:
        """Draw the code of a new herstelblad."""

    def check_place(self, folder: Path) -> None:
        """Raise why a kluis cannot be made in this folder."""

    def create(self, folder: Path, wachtzin: str, sheet: Sheet, werker: Werker) -> Any:
        """Make a kluis and open it; slow."""

    def change(self, old: str, new: str) -> Any:
        """Replace the wachtzin; slow."""

    def prove(self, wachtzin: str) -> None:
        """Raise for a wachtzin that does not open the kluis; slow."""

    def prove_sheet(self, sheet: Sheet) -> None:
        """Raise for a herstelblad that does not open the kluis."""

    def renew_sheet(self, wachtzin: str, sheet: Sheet) -> None:
        """Let this herstelblad open the kluis, and the old one no longer; slow."""

    def ask_renewal(self, renewal: Renewal) -> None:
        """Have all keys renewed as soon as the kluis has closed, which the caller asks for."""
