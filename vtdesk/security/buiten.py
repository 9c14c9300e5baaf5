"""Readable copies for other programs: in a private folder, and never longer than the kluis is open.

The folder of the session is in memory where the system has one, so that a laptop without power
holds nothing. Copies go at close, at lock, and at the next start after a crash; for the last the
place follows from the place of the kluis, so that no key is needed to find it.
"""

import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from vtdesk.security import files

FOLDER = "kluis.buiten"
NAME = "bijlage"  # what the other program shows and remembers
_READ_ONLY = 0o400  # what is changed there does not come back, so let nobody try
_BLANK = 1 << 20


def lay_down(kluis: Path, size: int, ending: str, parts: Iterable[bytes]) -> Path:
    """Write a copy that anyone at this laptop can read, under a neutral name."""
    place = _roomy(kluis, size)
    with files.words_for_disk(place):
        own = place / secrets.token_hex(8)
        own.mkdir(mode=files.PRIVATE_FOLDER, parents=True)
        path = own / f"{NAME}{ending}"
        try:
            files.write_private_by(path, parts)
        except BaseException:
            _forget(own)
            raise
        path.chmod(_READ_ONLY)
    return path


def clear(kluis: Path) -> None:
    """Take every copy away, blank and without its name; what resists goes the next time."""
    for place in _places(kluis):
        if place.is_dir() and not place.is_symlink():
            _forget(place)


def left(kluis: Path) -> list[Path]:
    """List the copies that are there now."""
    return [path for place in _places(kluis) for path in _files_in(place)]


def _forget(place: Path) -> None:
    for path in list(_files_in(place)):
        with suppress(OSError):
            _blank(path)
    shutil.rmtree(place, ignore_errors=True)


def _blank(path: Path) -> None:
    """Write over what stands there, and let the name go before the file does."""
    if stat.S_ISREG(path.lstat().st_mode):
        path.chmod(files.PRIVATE_FILE)
        with path.open("r+b", buffering=0) as file:
            for _ in range(0, path.stat().st_size, _BLANK):
                file.write(bytes(_BLANK))
            os.fsync(file.fileno())
    nameless = path.with_name(secrets.token_hex(8))
    path.rename(nameless)
    nameless.unlink()


def _files_in(place: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(place):
        yield from (Path(folder, name) for name in names)


def _roomy(kluis: Path, size: int) -> Path:
    """Prefer the place in memory, as long as the copy leaves as much free there."""
    for place in _places(kluis)[:-1]:
        with suppress(OSError):
            if shutil.disk_usage(place.parent).free > 2 * size:
                return place
    return kluis / FOLDER


def _places(kluis: Path) -> list[Path]:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or "")
    places = [kluis / FOLDER]
    if runtime.is_absolute() and _is_private(runtime):
        sign = hashlib.sha256(os.fsencode(kluis.resolve())).hexdigest()[:16]
        places.insert(0, runtime / f"vtdesk-{sign}")
    return places


def _is_private(folder: Path) -> bool:
    try:
        facts = folder.stat()
    except OSError:
        return False
    own = getattr(os, "geteuid", lambda: facts.st_uid)()
    return stat.S_ISDIR(facts.st_mode) and facts.st_uid == own and not facts.st_mode & 0o077
