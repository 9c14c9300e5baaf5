"""A place with reservekopieën: a folder per copy, and beside them the bijlagen that they share.

    <plaats>/vtdesk-kopieen/<kluis>/20260512T152300Z-1a2b3c4d/{kluis.vtkop, kluis.db, kopie.json}
    <plaats>/vtdesk-kopieen/<kluis>/kluis.bijlagen/<id>-<print>.vtb

A copy is made under a name that ends in `.part`, and removed under one that ends in `.weg`: what is
half there never looks like a copy. A file of a bijlage is written once and never changes. Each
kluis has a folder of its own, for one kluis cannot tell which files another still needs.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from vtdesk.errors import DamageError, OutsideError
from vtdesk.security import bijlagen, files, kopieblad, kopiestand
from vtdesk.security.folder import HEADER
from vtdesk.security.kopieblad import Bestand, GeslotenKopieblad, Kopieblad

FOLDER = "vtdesk-kopieen"
BLAD = "kopie.json"
PART, WEG = ".part", ".weg"
_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")
_PIECE = 1 << 20
_SHOWN = 16  # hex signs of the kluis, and of a fingerprint, in a name

Check = Callable[[], None]  # asked at each piece; raises when the work is to end


@dataclass(frozen=True, slots=True)
class Kopie:
    """One copy in a place; whether it is whole, only opening it tells."""

    pad: Path
    blad: GeslotenKopieblad

    @property
    def gemaakt(self) -> datetime:
        """Give the moment at which it was made."""
        return self.blad.gemaakt

    @property
    def orde(self) -> tuple[int, datetime, str]:
        """Give its place among the copies of one kluis: by number, for a clock may be wrong."""
        return (self.blad.nummer, self.gemaakt, self.pad.name)

    def bijlage(self, one: str, bestand: Bestand) -> Path:
        """Give the place of the file of a bijlage."""
        return pool_path(self.pad.parent, one, bestand)


class Kopieplaats:
    """The copies of one kluis in one place."""

    def __init__(self, root: Path, vault_id: str, name: str = FOLDER) -> None:
        self.ours = root / name
        self.base = self.ours / vault_id[:_SHOWN]

    def is_there(self) -> bool:
        """Tell whether the medium is there: an empty mount point is a folder too, but not ours."""
        return self.ours.is_dir()

    def prepare(self) -> None:
        """Make the folders, for this user alone where the medium knows users."""
        for folder in (self.ours, self.base, self.base / bijlagen.FOLDER):
            if not folder.is_dir():
                folder.mkdir(mode=files.PRIVATE_FOLDER)
                files.sync_folder(folder.parent)

    def kopieen(self) -> list[Kopie]:
        """List the copies, the newest first; one whose list cannot be read is none."""
        return copies_in(self.base)

    def folders(self) -> list[tuple[Path, datetime]]:
        """List every folder that looks like a copy, with the moment in its name."""
        return [(path, _named_moment(path)) for path in _copy_folders(self.base)]

    def begin(self, moment: datetime) -> Path:
        """Make the folder of a copy that does not count yet."""
        stamp = moment.astimezone(UTC).strftime(kopiestand.STAMP)
        part = self.base / f"{stamp}-{secrets.token_hex(4)}{PART}"
        part.mkdir(mode=files.PRIVATE_FOLDER)
        return part

    def finish(self, part: Path) -> Path:
        """Let a copy count, now that it was checked."""
        whole = part.with_name(part.name.removesuffix(PART))
        files.sync_folder(part)
        files.move(part, whole)
        return whole

    def drop(self, kopie: Path) -> None:
        """Take a copy away; killed half-way, what is left no longer looks like one."""
        gone = kopie.with_name(kopie.name + WEG)
        if kopie.is_dir():
            files.move(kopie, gone)
        files.remove_folder(gone)

    def tidy(self) -> None:
        """Take away what was half made or half removed, and bijlagen that no copy needs."""
        for path in list(self.base.iterdir()):
            if path.name.endswith((PART, WEG)):
                files.remove_folder(path)
        needed = self._needed()
        for path in list((self.base / bijlagen.FOLDER).iterdir()):
            if needed is not None and path.name not in needed:
                with suppress(OSError):  # the next round tries again
                    path.unlink()

    def _needed(self) -> set[str] | None:
        """Name the files that copies need; None when one copy cannot say so."""
        found: set[str] = set()
        for path in _copy_folders(self.base):
            try:
                blad = read_list(path)
            except (DamageError, OSError):
                return None
            for one, bestand in kopieblad.bijlagen_of(blad).items():
                found.add(pool_name(one, bestand))
        return found


def copies_in(base: Path) -> list[Kopie]:
    """List the copies in the folder of one kluis, the newest first."""
    found = []
    for path in _copy_folders(base):
        with suppress(DamageError, OSError):
            found.append(Kopie(path, read_list(path)))
    return _newest_first(found)


def find_copies(chosen: Path) -> list[Kopie]:
    """List the copies in what a person pointed at: a stick, our folder on it, or one copy."""
    if (chosen / BLAD).is_file():
        return [Kopie(chosen, read_list(chosen))]
    ours = (chosen, chosen / FOLDER, chosen / kopiestand.OWN)
    below = [path for folder in ours for path in _entries(folder) if path.is_dir()]
    return _newest_first([kopie for base in (chosen, *below) for kopie in copies_in(base)])


def _newest_first(found: list[Kopie]) -> list[Kopie]:
    """Put the copies of each kluis in order; of more kluizen, what was last copied comes first."""
    kluizen: dict[str, list[Kopie]] = {}
    for kopie in sorted(found, key=lambda one: one.orde, reverse=True):
        kluizen.setdefault(kopie.blad.vault_id, []).append(kopie)
    last = sorted(kluizen.values(), key=lambda some: some[0].gemaakt, reverse=True)
    return [kopie for some in last for kopie in some]


def read_list(copy: Path) -> GeslotenKopieblad:
    """Read the list of a copy."""
    return kopieblad.parse(files.read_at_most(copy / BLAD, kopieblad.MAX_BYTES))


def pool_name(one: str, bestand: Bestand) -> str:
    """Name a file by what is in it too: under new keys the same bijlage is another file."""
    return f"{one}-{bestand.sha256.hex()[:_SHOWN]}{bijlagen.ENDING}"


def pool_path(base: Path, one: str, bestand: Bestand) -> Path:
    """Give the place of a shared file."""
    return base / bijlagen.FOLDER / pool_name(one, bestand)


def copy_bijlage(folder: Path, base: Path, one: UUID, check: Check) -> Bestand | None:
    """Copy the file of a bijlage, as it lies there; None when the kluis has lost it."""
    fresh = base / bijlagen.FOLDER / f"{one.hex}{PART}"
    fresh.unlink(missing_ok=True)
    try:
        source = bijlagen.path_of(folder, one).open("rb")
    except OSError:
        return None
    with source:
        bestand = copy_to(fresh, _pieces(source, check))
    target = pool_path(base, one.hex, bestand)
    fresh.replace(target)
    return bestand


def copy_to(target: Path, parts: Iterator[bytes]) -> Bestand:
    """Write a new file down to the disk, and tell what was written."""
    seen, size = hashlib.sha256(), 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for part in parts:
            seen.update(part)
            size += len(part)
            yield part

    files.write_new_by(target, counted())
    return Bestand(size, seen.digest())


def copy_file(source: Path, target: Path) -> Bestand:
    """Copy one file to a name that was free."""
    with source.open("rb") as file:
        return copy_to(target, _pieces(file))


def print_of(path: Path) -> Bestand:
    """Read a file from the medium itself, as far as the system lets us, and tell what is in it."""
    seen, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        forget_cached(file.fileno())
        for part in _pieces(file):
            seen.update(part)
            size += len(part)
    return Bestand(size, seen.digest())


def forget_cached(descriptor: int) -> None:
    """Let the next read come from the medium, and not from what memory still holds of it."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def check_plain(kopie: Kopie, blad: Kopieblad, *, all_bijlagen: bool) -> None:
    """Compare the files of a copy with its list; raises for the first that differs."""
    wanted = {HEADER: blad.sleutelkop, blad.database_naam: blad.database}
    for name, bestand in wanted.items():
        if _read_print(kopie.pad / name) != bestand:
            raise _changed(name)
    for one, bestand in blad.bijlagen.items():
        path = kopie.bijlage(one, bestand)
        if all_bijlagen and _read_print(path) != bestand:
            raise _changed("van een bijlage")
        if not all_bijlagen and size_of(path) != bestand.grootte:
            raise _changed("van een bijlage")


def _read_print(path: Path) -> Bestand | None:
    try:
        return print_of(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutsideError(
            "De reservekopie kan niet worden gelezen: de schijf of stick geeft een fout."
        ) from error


def size_of(path: Path) -> int:
    """Count the bytes of a file; -1 when it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _changed(name: str) -> DamageError:
    return DamageError(
        f"Het bestand {name} in deze reservekopie ontbreekt of is beschadigd. "
        "Kies een andere kopie."
    )


def _copy_folders(base: Path) -> Iterator[Path]:
    return (path for path in _entries(base) if _NAME.fullmatch(path.name) and path.is_dir())


def _named_moment(path: Path) -> datetime:
    return datetime.strptime(path.name.partition("-")[0], kopiestand.STAMP).replace(tzinfo=UTC)


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _pieces(file: BinaryIO, check: Check = lambda: None) -> Iterator[bytes]:
    while part := file.read(_PIECE):
        check()
        yield part
