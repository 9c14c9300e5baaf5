"""A large bijlage: an encrypted file beside the database, in pieces.

Each file has a random key of its own, which lies in the kluis, and is written once. Every piece is
bound to its bijlage, its number, and whether it is the last: what was cut off, turned round or put
there from another file is noticed. Taking the key away destroys the file, wherever a copy lingers.
"""

import secrets
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from uuid import UUID

from vtdesk.errors import DamageError, OutsideError
from vtdesk.security import files, keys

FOLDER = "kluis.bijlagen"
ENDING = ".vtb"
PIECE = 256 * 1024
_BOX = PIECE + 16  # with the mark that proves it
_BOUND = b"vtdesk/bijlage/1/"

Part = bytes | bytearray | memoryview


def path_of(folder: Path, bijlage: UUID) -> Path:
    """Give the place of the file of a bijlage; its name is the id, which says nothing."""
    return folder / FOLDER / f"{bijlage.hex}{ENDING}"


def write(folder: Path, bijlage: UUID, parts: Iterable[Part]) -> bytes:
    """Encrypt to disk, wholly or not at all; gives the key, which is kept nowhere else."""
    key = secrets.token_bytes(keys.KEY_SIZE)
    place = folder / FOLDER
    _refuse_link(folder)
    with files.words_for_disk(folder):
        if not place.is_dir():
            place.mkdir(mode=files.PRIVATE_FOLDER)
            files.sync_folder(folder)
        files.replace_private_by(path_of(folder, bijlage), _boxes(key, bijlage, parts))
    return key


def read(folder: Path, bijlage: UUID, key: bytes) -> Iterator[bytes]:
    """Give the content piece by piece; each is proved before it is given."""
    return read_file(path_of(folder, bijlage), bijlage, key)


def read_file(path: Path, bijlage: UUID, key: bytes) -> Iterator[bytes]:
    """Give the content of a file that may lie elsewhere, such as in a reservekopie."""
    try:
        with path.open("rb") as file:
            box, number = file.read(_BOX), 0
            while box:
                following = file.read(_BOX)
                yield _opened(key, box, bijlage, number, last=not following)
                box, number = following, number + 1
            if number == 0:
                raise _damage(path, "is leeg")
    except FileNotFoundError as error:
        raise _damage(path, "ontbreekt") from error
    except OSError as error:
        raise OutsideError(
            f"Het bestand {path.name} van deze bijlage kan niet worden gelezen. "
            "Kijk of de schijf nog goed werkt."
        ) from error


def remove(folder: Path, ids: Collection[UUID]) -> int:
    """Take the files of these bijlagen away, whole or half written; tells how many there were.

    Without their keys they were lost already.
    """
    _refuse_link(folder)
    gone = left = 0
    for whole in (path_of(folder, one) for one in ids):
        for path in (whole, whole.with_name(whole.name + files.TEMPORARY)):
            try:
                path.unlink()
                gone += 1
            except FileNotFoundError:
                pass
            except OSError:
                left += 1
    if left:
        raise OutsideError(
            f"{left} versleutelde bestanden konden niet weg uit de map {FOLDER}. De sleutel "
            "ervan is vernietigd: niemand kan ze nog lezen. vtdesk ruimt ze later op."
        )
    return gone


def _refuse_link(folder: Path) -> None:
    """Neither write nor delete where a link leads: what lies there is not of this kluis."""
    if (folder / FOLDER).is_symlink():
        raise OutsideError(
            f"De map {FOLDER} is een verwijzing naar een andere map. Zet die map zelf op deze "
            "plaats; tot dan bewaart en ruimt vtdesk daar niets."
        )


def _boxes(key: bytes, bijlage: UUID, parts: Iterable[Part]) -> Iterator[bytes]:
    for number, (piece, last) in enumerate(_pieces(parts)):
        yield keys.wrap(key, piece, nonce=_nonce(number), bound=_bound(bijlage, number, last=last))


def _pieces(parts: Iterable[Part]) -> Iterator[tuple[bytes, bool]]:
    """Cut to size, and tell which piece is the last."""
    held = bytearray()
    for part in parts:
        held += part
        while len(held) > PIECE:
            yield bytes(held[:PIECE]), False
            del held[:PIECE]
    yield bytes(held), True


def _opened(key: bytes, box: bytes, bijlage: UUID, number: int, *, last: bool) -> bytes:
    try:
        return keys.unwrap(key, box, nonce=_nonce(number), bound=_bound(bijlage, number, last=last))
    except keys.NoMatchError as error:
        raise _damage(Path(f"{bijlage.hex}{ENDING}"), "is beschadigd of afgekapt") from error


def _nonce(number: int) -> bytes:
    """Count: the key is for one file that is written once, so no number comes twice."""
    return number.to_bytes(keys.NONCE_SIZE, "big")


def _bound(bijlage: UUID, number: int, *, last: bool) -> bytes:
    return _BOUND + bijlage.bytes + number.to_bytes(8, "big") + (b"\1" if last else b"\0")


def _damage(path: Path, what: str) -> DamageError:
    return DamageError(
        f"Het bestand {path.name} van deze bijlage {what}. "
        f"Zet het terug uit een reservekopie, in de map {FOLDER}."
    )
