"""Putting another kluis in the place of the present one, which is set aside and never overwritten.

The new kluis is made whole in `kluis.terug.deel`, and counts from its rename to
`kluis.terug-<time>`. From then on it is only finished, by whoever takes the kluis next: each step
is one rename, and the names say how far it is.

    kluis.terug-<time>   the files of the present kluis are moving to kluis.opzij-<time>
    kluis.erin-<time>    they have moved; the new files are moving in, the header last

So a header stands at its place only with the files that belong to it. Setting the new one aside
again and the old one back is the same deed.
"""

import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vtdesk.errors import UserError
from vtdesk.security import files, instance, kopiestand, ruimte
from vtdesk.security.folder import ASIDE, HEADER, TEMPORARY_FILES

PART = "kluis.terug.deel"
TRIAL = "kluis.proef"  # a copy that is put back as a trial, and thrown away
MARK = "kluis.teruggezet"  # until it was opened: it may be older than what is known of it
_READY, _ENTERING = "kluis.terug-", "kluis.erin-"
_STAMP = "%Y%m%dT%H%M%SZ"
_OURS = re.compile(r"kluis[.-].*")
_STAYS = (
    instance.FILE, kopiestand.FILE, kopiestand.OWN, ruimte.FILE, PART, TRIAL, TEMPORARY_FILES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opzij:
    """A kluis that was set aside."""

    pad: Path
    sinds: datetime


def begin(folder: Path, name: str = PART) -> Path:
    """Give an empty folder in which a kluis can be made."""
    part = folder / name
    with files.words_for_disk(folder):
        files.remove_folder(part)
        part.mkdir(mode=files.PRIVATE_FOLDER)
    return part


def commit(folder: Path, part: Path, now: datetime, mark: bytes = b"") -> None:
    """Let the kluis in this folder take the place of the present one, at the next `finish`.

    `mark` waits beside it for the first opening; it lies there readable.
    """
    if _pending(folder):
        raise UserError("Er wordt al een kluis teruggezet. Sluit vtdesk en open het opnieuw.")
    with files.words_for_disk(folder):
        files.write_private(part / MARK, mark)
        files.sync_folder(part)
        files.move(part, folder / f"{_READY}{_free_stamp(folder, now)}")


def is_pending(folder: Path) -> bool:
    """Tell whether a kluis is waiting to take the place of the present one."""
    return bool(_pending(folder))


def is_restored(folder: Path) -> bool:
    """Tell whether this kluis seems put back and not opened since; nothing proves it yet."""
    mark = folder / MARK
    return mark.is_file() and not mark.is_symlink()


def settle(folder: Path) -> None:
    """Let what was put back be the present kluis like any other, now that it was opened."""
    with suppress(OSError):
        (folder / MARK).unlink()


def finish(folder: Path) -> bool:
    """Do what is still to be done; only under the instance lock, with no store open."""
    pending = _pending(folder)
    with files.words_for_disk(folder):
        for path in pending:
            stamp = path.name.rpartition("-")[2]
            if path.name.startswith(_READY):
                _move_out(folder, folder / f"{ASIDE}{stamp}")
                entering = folder / f"{_ENTERING}{stamp}"
                files.move(path, entering)
                path = entering  # noqa: PLW2901 - the same folder, one step on
            _move_in(folder, path)
    return bool(pending)


def aside(folder: Path) -> list[Opzij]:
    """List what was set aside, the newest first."""
    found = [
        Opzij(path, _moment(path.name.removeprefix(ASIDE)))
        for path in folder.glob(f"{ASIDE}*")
        if path.is_dir() and not path.is_symlink()
    ]
    return sorted(found, key=lambda one: one.sinds, reverse=True)


def put_back(folder: Path, opzij: Opzij, now: datetime, mark: bytes = b"") -> None:
    """Let what was set aside take its place again, at the next `finish`."""
    if not opzij.pad.is_dir():
        raise UserError("Deze kluis staat niet meer opzij.")
    if not _is_kluis(opzij.pad):
        raise UserError(
            "In de map van de kluis die opzij staat, ontbreken de kluis zelf of zijn sleutelkop. "
            "Er is niets veranderd: de kluis van nu blijft staan."
        )
    commit(folder, opzij.pad, now, mark)


def tidy(folder: Path, is_old: Callable[[Opzij], bool]) -> int:
    """Take away what was set aside long ago, and what was half made; tells how many went."""
    for name in (PART, TRIAL):
        files.remove_folder(folder / name)
    old = [one for one in aside(folder) if is_old(one)]
    for one in old:
        gone = folder / TRIAL
        with suppress(OSError):
            files.move(one.pad, gone)  # what is half gone is no kluis any more
            files.remove_folder(gone)
    return len(old)


def _is_kluis(place: Path) -> bool:
    """Tell whether there is something to open: a header, and a database that is not empty."""
    found = [path for path in place.glob("kluis*.db") if path.is_file() and path.stat().st_size]
    return bool(found) and (place / HEADER).is_file()


def _move_out(folder: Path, place: Path) -> None:
    """Set the present kluis aside, the header first."""
    present = [path for path in folder.iterdir() if _moves(path)]
    if not present and not place.exists():
        return
    place.mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
    for path in sorted(present, key=lambda path: path.name != HEADER):
        path.replace(place / path.name)
    files.sync_folder(place)
    files.sync_folder(folder)


def _move_in(folder: Path, entering: Path) -> None:
    """Let the new files take their places, the header last."""
    for path in sorted(entering.iterdir(), key=lambda path: path.name == HEADER):
        target = folder / path.name
        if target.is_dir():  # made in between, and empty of anything of this kluis
            shutil.rmtree(target)
        path.replace(target)
    files.sync_folder(folder)
    entering.rmdir()
    files.sync_folder(folder)


def _moves(path: Path) -> bool:
    whole = _OURS.fullmatch(path.name) and path.name not in _STAYS
    return bool(whole) and not path.name.startswith((_READY, _ENTERING, ASIDE))


def _pending(folder: Path) -> list[Path]:
    """List what waits: what is entering first, for that has gone furthest."""
    if not folder.is_dir():
        return []
    return [
        path
        for kind in (_ENTERING, _READY)
        for path in sorted(folder.glob(f"{kind}*"))
        if path.is_dir() and not path.is_symlink()
    ]


def _free_stamp(folder: Path, now: datetime) -> str:
    """Name this moment, or the first second after it that has no name yet."""
    moment = now.astimezone(UTC)
    while (folder / f"{ASIDE}{moment.strftime(_STAMP)}").exists():
        moment += timedelta(seconds=1)
    return moment.strftime(_STAMP)


def _moment(stamp: str) -> datetime:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
