"""Header files on disk: written, proved, put in place by one rename, and what they leave behind."""

import contextlib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from vtdesk.errors import DamageError, OutsideError, TooNewError, WrongSecretError
from vtdesk.security import anker, files, keys
from vtdesk.security import folder as places
from vtdesk.security import header as headers
from vtdesk.security.folder import HEADER
from vtdesk.security.header import Header, SealedHeader
from vtdesk.security.keychain import Keychain, KeychainError

_HURRY = 1.0  # seconds; what is not forgotten now opens nothing either

Proof = Callable[[Header], bytes]  # opens a header with one new secret; gives the master key


def read(folder: Path) -> SealedHeader:
    """Read the header and look whether its database can be there; nothing is believed yet."""
    sealed = headers.parse(places.read_header(folder, headers.MAX_BYTES))
    places.check_database(folder / sealed.header.database)
    return sealed


def write(path: Path, header: Header, master: bytes) -> None:
    """Write a header file, down to the disk."""
    data = headers.dump(header, master)
    with files.words_for_disk(path.parent):
        files.write_private(path, data)


def prove(path: Path, master: bytes, open_with: Proof) -> None:
    """Open what was written with the new secret, from disk, before anything depends on it."""
    try:
        with files.words_for_disk(path.parent):
            sealed = headers.parse(files.read_at_most(path, headers.MAX_BYTES))
        opened = open_with(sealed.header)
        sealed.check(opened)
    except (WrongSecretError, DamageError, KeychainError) as error:
        # Nobody guessed wrong: the disk or the keychain did not keep what it was given.
        raise _not_written() from error
    if not keys.same(opened, master):
        raise _not_written()


def swap(  # noqa: PLR0913 - what there is, what comes, and how it proves itself
    folder: Path,
    present: Header,
    fresh: Header,
    master: bytes,
    proofs: Sequence[Proof],
    keychain: Keychain,
    *,
    fill: Callable[[], None] = lambda: None,
) -> None:
    """Write the next generation beside the present one, prove it, then swap them by one rename.

    `fill` makes what only the next generation opens, before it is the present one.
    """
    path = folder / places.FRESH
    try:
        write(path, fresh, master)
        for proof in proofs:
            prove(path, master, proof)
        fill()
        with files.words_for_disk(folder):
            files.replace_private(folder / places.PREVIOUS, (folder / HEADER).read_bytes())
            files.move(path, folder / HEADER)
    except Exception:  # there is no next generation, unless that name is gone already
        clear(path, present, keychain)
        raise


def tidy(folder: Path, present: Header, keychain: Keychain) -> None:
    """Take away the previous header and half-made ones, with what only they open."""
    for name in places.LEFT_BEHIND:
        clear(folder / name, present, keychain)


def clear(path: Path, present: Header, keychain: Keychain) -> None:
    """Take away one header that is not the present one, and what only it opens.

    Tidying is no reason to keep someone out: what stays is cleared at the next unlock.
    """
    forget(path, keychain, {slot.id for slot in present.slots})
    with contextlib.suppress(OSError):
        if (database := _database_of(path)) not in ("", present.database):
            places.remove_database(path.parent, database)
        path.unlink()


def forget(path: Path, keychain: Keychain, kept: Collection[str] = ()) -> None:
    """Remove from the keychain what only this header file asks for, as far as that can be done."""
    with contextlib.suppress(OSError, DamageError, TooNewError, KeychainError):
        data = files.read_at_most(path, headers.MAX_BYTES)
        for slot in headers.parse(data).header.slots:
            if slot.keyring and slot.id not in kept:
                keychain.hurried(_HURRY).forget(slot.id)


def forget_anchor(path: Path, keychain: Keychain) -> None:
    """Remove what the keychain remembers of a kluis that is no more, as far as that can be done."""
    with contextlib.suppress(OSError, DamageError, TooNewError, KeychainError):
        header = headers.parse(files.read_at_most(path, headers.MAX_BYTES)).header
        if any(slot.keyring for slot in header.slots):
            anker.vergeet(keychain.hurried(_HURRY), header.vault_id)


def _database_of(path: Path) -> str:
    with contextlib.suppress(DamageError, TooNewError):
        return headers.parse(files.read_at_most(path, headers.MAX_BYTES)).header.database
    return ""


def _not_written() -> OutsideError:
    return OutsideError(
        "De nieuwe sleutelkop is niet goed geschreven. Er is niets veranderd. "
        "Probeer het opnieuw; blijft het zo, kijk dan of de schijf nog goed is."
    )
