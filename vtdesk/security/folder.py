"""The folder of a kluis: where it may lie, who may read it, and whether its files are whole."""

import os
import re
import stat
import sys
from pathlib import Path

from vtdesk.errors import DamageError, OutsideError, UserError
from vtdesk.security import files, held

HEADER = "kluis.vtkop"
PREVIOUS = "kluis.vtkop.vorige"  # until the next time that a secret opens the present one
FRESH = "kluis.vtkop.nieuw"
BEGUN = "kluis.vtkop.begin"  # a header whose database is being made; not a kluis yet
LEAVING = "kluis.verlaten"  # all of it is to go from this laptop, and nothing opens it any more
LEFT_BEHIND = (PREVIOUS, f"{PREVIOUS}{files.TEMPORARY}", FRESH)
DATABASE = "kluis.db"
ASIDE = "kluis.opzij-"  # a kluis that another took the place of, with the moment
TEMPORARY_FILES = "kluis.tijdelijk"  # what a library asks for in passing
QUICK = "kluis.snel"  # the box that a PIN opens
_DATABASES = re.compile(r"kluis(-\d{1,9})?\.db")
_BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite keeps with a database
WITNESS = ".getuige"  # the ending of what tells whether a database is whole
_OWN_PREFIX = ("kluis.", "kluis-")
_SMALLEST_DATABASE = 4096  # one page of SQLCipher
_PLAIN_SQLITE = b"SQLite format 3\x00"
_SYNCED = (
    "onedrive", "dropbox", "icloud", "icloud drive", "iclouddrive", "mobile documents",
    "com~apple~clouddocs", "cloudstorage", "nextcloud", "owncloud", "google drive", "googledrive",
    "my drive", "mijn drive", "surfdrive", "pcloud drive", "pclouddrive", "syncthing", "mega",
    "megasync", "box sync", "proton drive", "protondrive", "stack",
)  # fmt: skip
_SYNC_MARKS = (".dropbox", ".stfolder", ".owncloudsync.log", ".tmp.driveupload")


def prepare(folder: Path) -> None:
    """Make a private place for a new kluis, or say why it cannot be here."""
    with files.words_for_disk(folder):
        if (folder / HEADER).exists():
            raise UserError("In deze map staat al een kluis. Open die, of kies een lege map.")
    make_room(folder)
    if lost_its_header(folder):
        raise _header_missing()


def make_room(folder: Path) -> None:
    """Make a private place in which a kluis may come or be; refuses one with anything else."""
    with files.words_for_disk(folder):
        _refuse_synced(folder)
        folder.mkdir(mode=files.PRIVATE_FOLDER, parents=True, exist_ok=True)
        names = {path.name for path in folder.iterdir()}
    if any(not name.startswith(_OWN_PREFIX) for name in names):
        raise UserError("In deze map staat al iets anders. Kies een lege of een nieuwe map.")
    secure(folder)


def exists(folder: Path) -> bool:
    """Tell whether there is a kluis here; a database without a header is damage, not a kluis."""
    with files.words_for_disk(folder):
        return (folder / HEADER).exists()


def has_traces(folder: Path) -> bool:
    """Tell whether there is or was a kluis: to be opened or named as damage, not begun anew."""
    with files.words_for_disk(folder):
        left = (folder / LEAVING).exists()
        return left or exists(folder) or lost_its_header(folder)


def is_own(path: Path) -> bool:
    """Tell whether a file in the folder of a kluis is one of vtdesk, by its name."""
    return path.name.startswith(_OWN_PREFIX)


def lost_its_header(folder: Path) -> bool:
    """Tell a database that lost its header from one whose first start was cut off.

    What stands aside was a kluis too.
    """
    if any((folder / name).exists() for name in (HEADER, BEGUN)):
        return False
    if any(folder.glob(f"{ASIDE}*")):
        return True
    return any(_DATABASES.fullmatch(path.name) for path in folder.glob("kluis*.db"))


def database_of(epoch: int) -> str:
    """Name the database that goes with the keys of an epoch."""
    return DATABASE if epoch == 1 else f"kluis-{epoch}.db"


def free_epoch(folder: Path, present: int) -> int:
    """Give the next epoch whose database is not there; a file of before is never written over."""
    epoch = present + 1
    while (folder / database_of(epoch)).exists():
        epoch += 1
    return epoch


def remove_database(folder: Path, name: str) -> None:
    """Take a database away of which no header holds the key any more."""
    if not _DATABASES.fullmatch(name):
        return
    for beside in _BESIDE:
        (folder / f"{name}{beside}").unlink(missing_ok=True)
    (folder / name).with_suffix(WITNESS).unlink(missing_ok=True)
    files.sync_folder(folder)


def discard_begun(folder: Path) -> None:
    """Clear what an unfinished first start left; only where no header is, under the lock."""
    with files.words_for_disk(folder):
        (folder / BEGUN).unlink(missing_ok=True)
        remove_database(folder, DATABASE)


def secure(folder: Path) -> None:
    """Close folder and files for others on this laptop; refuse a folder of someone else."""
    if sys.platform == "win32":
        return  # the folder lies in the profile of the user, whose rights it inherits
    with files.words_for_disk(folder):
        if folder.stat().st_uid != os.geteuid():
            raise UserError(
                "Deze map is van een andere gebruiker van deze laptop. "
                "Kies een map in je eigen account."
            )
        files.make_private(folder)
        for path in folder.iterdir():
            if path.name.startswith(_OWN_PREFIX) and stat.S_ISREG(path.lstat().st_mode):
                files.make_private(path)


def read_header(folder: Path, limit: int) -> bytes:
    """Read the header file, or say what is missing."""
    with files.words_for_disk(folder):
        is_leaving = (folder / LEAVING).exists()
    if is_leaving:
        raise UserError(
            "Deze laptop wordt leeggemaakt. Deze kluis gaat niet meer open. Start vtdesk nog eens, "
            "dan gaat het weghalen verder."
        )
    try:
        return files.read_at_most(folder / HEADER, limit)
    except (FileNotFoundError, NotADirectoryError) as error:
        if lost_its_header(folder):
            raise _header_missing() from error
        raise UserError(f"In de map {folder} staat geen kluis.") from error
    except IsADirectoryError as error:
        raise _header_missing() from error
    except OSError as error:
        raise OutsideError(
            f"Het bestand {HEADER} kan niet worden gelezen. "
            "Kijk of deze map van jou is en of de schijf nog goed werkt."
        ) from error


def check_database(path: Path) -> None:
    """Name a database that cannot be the one that belongs here; its content is not looked at."""
    if path.is_symlink():
        raise OutsideError(
            f"{path.name} is een verwijzing naar een ander bestand. Een kluis staat altijd bij "
            "elkaar in één map. Zet het bestand zelf op deze plaats."
        )
    try:
        size = path.stat().st_size
        start = held.read_start(path, len(_PLAIN_SQLITE)) if size else b""  # a pipe has none
    except (FileNotFoundError, IsADirectoryError) as error:
        raise _database_damage(path, "ontbreekt") from error
    except OSError as error:
        raise OutsideError(
            f"Het bestand {path.name} kan niet worden gelezen. "
            "Kijk of deze map van jou is en of de schijf nog goed werkt."
        ) from error
    if size == 0:
        raise _database_damage(path, "is leeg")
    if size < _SMALLEST_DATABASE:
        raise _database_damage(path, "is afgekapt")
    if start.startswith(_PLAIN_SQLITE):
        raise _database_damage(path, "is niet versleuteld en dus niet van deze kluis")


def _database_damage(path: Path, what: str) -> DamageError:
    return DamageError(
        f"Het bestand {path.name} {what}. Zet {path.name} terug uit een reservekopie. "
        "Maak in deze map geen nieuwe kluis."
    )


def _header_missing() -> DamageError:
    return DamageError(
        f"De sleutelkop {HEADER} ontbreekt. Zonder die sleutelkop gaat de kluis niet open. "
        f"Zet {HEADER} terug uit een reservekopie."
    )


def _refuse_synced(folder: Path) -> None:
    """Refuse a folder that another program copies away while the database is being written."""
    place = folder.resolve()
    for part in (place, *place.parents):
        name = part.name.casefold()
        if any(name == known or name.startswith((f"{known} ", f"{known}-")) for known in _SYNCED):
            raise _synced(part)
        if any((part / mark).exists() for mark in _SYNC_MARKS):
            raise _synced(part)


def _synced(part: Path) -> UserError:
    return UserError(
        f"De map {part.name} wordt gekopieerd naar een andere computer. Daar kan de kluis stuk van "
        "gaan. Kies een map die alleen op deze laptop staat."
    )
