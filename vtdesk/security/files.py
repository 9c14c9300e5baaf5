"""Small files that are there wholly or not at all, and the words for what a disk refuses."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vtdesk.errors import OutsideError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
TEMPORARY = ".tmp"
_OF_OTHERS = 0o077
_SENTENCES = (
    (
        {errno.ENOSPC, errno.EDQUOT, errno.EFBIG},
        "De schijf is vol. Maak ruimte vrij en probeer het opnieuw. Er is niets verloren.",
    ),
    (
        {errno.EACCES, errno.EPERM, errno.EROFS},
        "vtdesk mag niet schrijven of lezen in de map {folder}. "
        "Kijk of de map alleen-lezen is, of kies een andere map.",
    ),
    (
        {errno.ENOENT, errno.ENODEV, errno.ENXIO},
        "De map {folder} is er niet meer. Sluit de schijf weer aan en probeer het opnieuw.",
    ),
    (
        {errno.EEXIST, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP},
        "{folder} kan geen map voor de kluis zijn. Kies een andere map.",
    ),
)


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner reads, down to the disk."""
    write_private_by(path, (data,))


def write_private_by(path: Path, parts: Iterable[bytes]) -> None:
    """Write such a file part by part."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)  # no planted link leads away
    handle = os.open(path, flags, PRIVATE_FILE)
    with open(handle, "wb") as file:  # noqa: PTH123 - it takes over the descriptor made above
        make_private(path)  # the file may have been there, with wider rights
        for part in parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())


def name_beside(path: Path) -> Path:
    """Draw a name in the same folder that nobody can guess, so that nobody's file has it."""
    return path.with_name(f".{secrets.token_hex(16)}{TEMPORARY}")


def write_new_by(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file that was not there, for its owner alone, down to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(path, flags, PRIVATE_FILE)
    with open(handle, "wb") as file:  # noqa: PTH123 - it takes over the descriptor made above
        for part in parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())


def refuse_no_file(path: Path) -> None:
    """Refuse the name of a folder, a pipe or a device: a file put there would take it away."""
    if path.exists() and not path.is_file():
        raise OutsideError("Daar kan geen bestand staan. Kies een andere naam of map.")


def replace_among_others_by(path: Path, parts: Iterable[bytes]) -> None:
    """Put new content under a name in a folder that is not ours: no file of hers is touched."""
    refuse_no_file(path)
    fresh = name_beside(path)
    try:
        write_new_by(fresh, parts)
        move(fresh, path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise


def replace_private(path: Path, data: bytes) -> None:
    """Put new content under a name: after a kill the old or the new content is there, whole."""
    replace_private_by(path, (data,))


def replace_private_by(path: Path, parts: Iterable[bytes]) -> None:
    """Put new content under a name part by part; what stops the parts leaves the old content."""
    fresh = path.with_name(path.name + TEMPORARY)
    try:
        write_private_by(fresh, parts)
        move(fresh, path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()  # half a file helps nobody
        raise


def move(source: Path, target: Path) -> None:
    """Rename within a folder, down to the disk."""
    source.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder survive a power cut; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_private(path: Path) -> None:
    """Take away the rights of others, where the system has such rights; the owner's stay."""
    mode = path.stat().st_mode & 0o777
    if os.name != "nt" and mode & _OF_OTHERS:
        path.chmod(mode & ~_OF_OTHERS)


def read_at_most(path: Path, limit: int) -> bytes:
    """Read a file that should be small; one byte more than the limit tells that it is not.

    A pipe under this name reads as empty: nobody waits for what may never come.
    """
    with open(path, "rb", opener=_without_waiting) as file:
        return file.read(limit + 1) or b""


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def remove_folder(path: Path) -> None:
    """Take a folder away; reading a pipe under its name would wait for ever, so only the name goes.

    What resists stays, for the next round.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()


@contextmanager
def words_for_disk(folder: Path) -> Iterator[None]:
    """Turn a refusal of the disk into a sentence that says what to do."""
    try:
        yield
    except OSError as error:
        raise OutsideError(_sentence(error, folder)) from error


def _sentence(error: OSError, folder: Path) -> str:
    for codes, sentence in _SENTENCES:
        if error.errno in codes:
            return sentence.format(folder=folder)
    return (
        f"De schijf geeft een fout in de map {folder}. "
        "Probeer het opnieuw; blijft het zo, zet dan een reservekopie op een andere schijf terug."
    )
