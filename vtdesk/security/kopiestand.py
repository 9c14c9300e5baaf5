"""`kluis.reserve`: where copies go and how that went; readable while the kluis is dicht.

It names places, moments and failures, nothing of what is inside. What cannot be read counts as
nothing known: then nothing is promised.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from vtdesk.security import files
from vtdesk.security.canonical import NotCanonicalError, canonical, parse
from vtdesk.security.fields import Fields, WrongFieldError

FILE = "kluis.reserve"
OWN = "kluis.kopieen"  # the copies on this laptop itself
STAMP = "%Y%m%dT%H%M%SZ"  # begins the name of each copy
_COPIES = f"{OWN}/*/*Z-????????/kopie.json"
_MAX_BYTES = 32 * 1024
_LONGEST_PATH = 4096


class Plek(StrEnum):
    """Which of the two places."""

    LAPTOP = "laptop"
    STICK = "stick"


class Fout(StrEnum):
    """Why the last try gave no copy."""

    GEEN = "geen"
    WEG = "weg"  # the medium is not there, which is no failure
    VOL = "vol"
    SCHIJF = "schijf"
    SCHADE = "schade"


@dataclass(frozen=True, slots=True)
class Plaatsstand:
    """How it stands in one place."""

    plek: Plek
    pad: str
    goed: datetime | None = None  # the newest copy that was made and found whole
    oudste: datetime | None = None
    geprobeerd: datetime | None = None
    fout: Fout = Fout.GEEN
    getest: datetime | None = None  # when a copy was last put back as a trial
    epoch: int = 1  # of the oldest keys that open something there


@dataclass(frozen=True, slots=True)
class Stand:
    """How it stands in all places."""

    laptop: Plaatsstand
    stick: Plaatsstand | None = None

    @property
    def plaatsen(self) -> tuple[Plaatsstand, ...]:
        """List the places that there are."""
        return (self.laptop, self.stick) if self.stick else (self.laptop,)

    def of(self, plek: Plek) -> Plaatsstand | None:
        """Give one place, if there is one."""
        return next((one for one in self.plaatsen if one.plek is plek), None)


def read(folder: Path) -> Stand:
    """Tell how it stands."""
    with suppress(OSError, NotCanonicalError, WrongFieldError, ValueError):
        found = Fields(parse(files.read_at_most(folder / FILE, _MAX_BYTES)))
        laptop = _place(found.inner("laptop"), Plek.LAPTOP, folder)
        stick = _place(found.inner("stick"), Plek.STICK, folder) if found.has("stick") else None
        return Stand(_as_it_lies(laptop, folder), stick)
    return Stand(Plaatsstand(Plek.LAPTOP, str(folder)))


def keep(folder: Path, stand: Stand) -> None:
    """Write down how it stands; a disk that refuses keeps nobody from working."""
    with suppress(OSError):
        files.replace_private(
            folder / FILE, canonical({one.plek.value: _written(one) for one in stand.plaatsen})
        )


def change(folder: Path, plek: Plek, how: Callable[[Plaatsstand], Plaatsstand]) -> Stand:
    """Change what is known of one place."""
    stand = read(folder)
    if plek is Plek.LAPTOP:
        stand = replace(stand, laptop=how(stand.laptop))
    elif stand.stick is not None:
        stand = replace(stand, stick=how(stand.stick))
    keep(folder, stand)
    return stand


def _as_it_lies(laptop: Plaatsstand, folder: Path) -> Plaatsstand:
    """Tell of no copy on the laptop that was taken away since; a stick may not be there to ask."""
    if laptop.goed is None:
        return laptop
    good = laptop.goed.strftime(STAMP)
    there = {path.parent.name.partition("-")[0] for path in folder.glob(_COPIES)}
    if good in there:
        return laptop
    last = max((stamp for stamp in there if stamp < good), default=None)
    moment = last and datetime.strptime(last, STAMP).replace(tzinfo=UTC)
    return replace(laptop, goed=moment or None)


def _place(fields: Fields, plek: Plek, folder: Path) -> Plaatsstand:
    path = fields.text("pad", most=_LONGEST_PATH)
    return Plaatsstand(
        plek,
        str(folder) if plek is Plek.LAPTOP else path,  # a kluis may be moved
        goed=_moment(fields, "goed"),
        oudste=_moment(fields, "oudste"),
        geprobeerd=_moment(fields, "geprobeerd"),
        fout=Fout(fields.text("fout")),
        getest=_moment(fields, "getest"),
        epoch=fields.whole("epoch", least=1) if fields.has("epoch") else 1,
    )


def _moment(fields: Fields, name: str) -> datetime | None:
    if not fields.has(name):
        return None
    moment = datetime.fromisoformat(fields.text(name))
    return moment.astimezone(UTC) if moment.tzinfo else None


def _written(one: Plaatsstand) -> dict[str, Any]:
    facts = asdict(one) | {"fout": one.fout.value}
    del facts["plek"]
    return {
        name: fact.astimezone(UTC).isoformat() if isinstance(fact, datetime) else fact
        for name, fact in facts.items()
        if fact is not None
    }
