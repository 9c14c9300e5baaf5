"""The kluis: a folder with a header file and an encrypted database; the header file decides.

`create`, `unlock`, `recover` and `change_wachtzin` stretch a wachtzin for up to a second each time:
call them in a job, never in the thread of the window.
"""

import contextlib
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from vtdesk.errors import DamageError, OutsideError, TooNewError, WrongSecretError
from vtdesk.security import access, files, keys
from vtdesk.security import folder as places
from vtdesk.security import header as headers
from vtdesk.security import wachtzin as policy
from vtdesk.security.cost import Cost, calibrate
from vtdesk.security.folder import DATABASE, HEADER
from vtdesk.security.header import Header, SealedHeader
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain, KeychainError
from vtdesk.security.slot import ID_SIZE, SlotKind
from vtdesk.values.tijd import Clock, system_clock


@dataclass(frozen=True, slots=True)
class Sleutels:
    """What an opened kluis gives: its keys, and which kluis it is."""

    vault_id: str
    generation: int
    epoch: int
    database: bytes = field(repr=False)
    kopie: bytes = field(repr=False)  # proves a reservekopie, and closes its counts


Fill = Callable[[Path, Sleutels], None]


def check_files(folder: Path) -> None:
    """Raise for a kluis that is missing, damaged or too new; needs no secret, changes nothing."""
    _read(folder)


def create(  # noqa: PLR0913 - four things a person chose; the rest has defaults
    folder: Path,
    wachtzin: str,
    herstelcode: Herstelcode,
    keychain: Keychain,
    *,
    cost: Cost | None = None,
    clock: Clock = system_clock,
    fill: Fill | None = None,
) -> Sleutels:
    """Make a kluis; `fill` makes the database before the header says that there is a kluis.

    The caller holds the instance lock, for this clears what another first start was making.
    """
    policy.check(wachtzin)
    begun = folder / places.BEGUN
    places.prepare(folder)
    _forget(begun, keychain)  # of a first start that was cut off
    places.discard_begun(folder)
    nieuw = _nieuw(wachtzin, keychain, cost, clock)
    master = secrets.token_bytes(keys.KEY_SIZE)
    bare = Header(
        vault_id=secrets.token_hex(ID_SIZE), created=access.timestamp(nieuw.now), slots=()
    )
    slots = (
        access.passphrase_slot(bare, master, nieuw),
        access.recovery_slot(bare, master, herstelcode, now=nieuw.now),
    )
    header = replace(bare, slots=slots)
    sleutels = _sleutels(header, master)
    try:
        _write(begun, header, master)
        _prove(begun, master, lambda written: access.with_wachtzin(written, wachtzin, keychain))
        _prove(begun, master, lambda written: access.with_code(written, herstelcode))
        if fill is not None:
            fill(folder / DATABASE, sleutels)
        with files.words_for_disk(folder):
            files.move(begun, folder / HEADER)
    except Exception:
        discard(folder, keychain)
        raise
    return sleutels


def discard(folder: Path, keychain: Keychain) -> None:
    """Take away what `create` has just made, wholly or half; the caller still holds the lock."""
    begun = folder / places.BEGUN
    with contextlib.suppress(FileNotFoundError):
        (folder / HEADER).rename(begun)  # no half promises
    _forget(begun, keychain)
    places.discard_begun(folder)


def unlock(folder: Path, wachtzin: str, keychain: Keychain) -> Sleutels:
    """Open with the wachtzin."""
    sealed = _read(folder)
    places.secure(folder)
    master = access.with_wachtzin(sealed.header, wachtzin, keychain)
    return _opened(folder, sealed, master, keychain)


def recover(
    folder: Path,
    herstelcode: Herstelcode,
    nieuwe_wachtzin: str,
    keychain: Keychain,
    *,
    cost: Cost | None = None,
    clock: Clock = system_clock,
) -> Sleutels:
    """Open with the herstelblad and set a new wachtzin; the herstelblad stays good."""
    policy.check(nieuwe_wachtzin)
    sealed = _read(folder)
    places.secure(folder)
    master = access.with_code(sealed.header, herstelcode)
    _opened(folder, sealed, master, keychain)
    return _set_wachtzin(
        folder, sealed.header, master, _nieuw(nieuwe_wachtzin, keychain, cost, clock)
    )


def change_wachtzin(
    folder: Path,
    oude: str,
    nieuwe: str,
    keychain: Keychain,
    *,
    cost: Cost | None = None,
    clock: Clock = system_clock,
) -> Sleutels:
    """Replace the wachtzin; killed at any moment, the old one or the new one opens the kluis."""
    policy.check(nieuwe)
    sealed = _read(folder)
    places.secure(folder)
    master = access.with_wachtzin(sealed.header, oude, keychain)
    _opened(folder, sealed, master, keychain)
    return _set_wachtzin(folder, sealed.header, master, _nieuw(nieuwe, keychain, cost, clock))


def _read(folder: Path) -> SealedHeader:
    """Read the header and look whether its database can be there; nothing is believed yet."""
    sealed = headers.parse(places.read_header(folder, headers.MAX_BYTES))
    places.check_database(folder / sealed.header.database)
    return sealed


def _opened(folder: Path, sealed: SealedHeader, master: bytes, keychain: Keychain) -> Sleutels:
    """Believe the header now, and clear what an earlier change left behind."""
    sealed.check(master)
    _tidy(folder, sealed.header, keychain)
    return _sleutels(sealed.header, master)


def _set_wachtzin(
    folder: Path, header: Header, master: bytes, nieuw: access.NieuweWachtzin
) -> Sleutels:
    """Write the next generation beside the present one, prove it, then swap them by one rename."""
    header.check_writable()
    others = tuple(slot for slot in header.slots if slot.kind is not SlotKind.PASSPHRASE)
    slots = (access.passphrase_slot(header, master, nieuw), *others)
    fresh = replace(header, slots=slots, generation=header.generation + 1)
    path = folder / places.FRESH
    try:
        _write(path, fresh, master)
        _prove(
            path, master, lambda written: access.with_wachtzin(written, nieuw.tekst, nieuw.keychain)
        )
        with files.words_for_disk(folder):
            files.replace_private(folder / places.PREVIOUS, (folder / HEADER).read_bytes())
            files.move(path, folder / HEADER)
    except Exception:  # there is no new wachtzin, unless that name is gone already
        _forget(path, nieuw.keychain, {slot.id for slot in header.slots})
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return _sleutels(fresh, master)


def _nieuw(
    wachtzin: str, keychain: Keychain, cost: Cost | None, clock: Clock
) -> access.NieuweWachtzin:
    """Bring together what a new wachtzin needs; without a cost, measure what this laptop bears."""
    return access.NieuweWachtzin(wachtzin, keychain, cost or calibrate(keys.seconds_for), clock())


def _write(path: Path, header: Header, master: bytes) -> None:
    data = headers.dump(header, master)
    with files.words_for_disk(path.parent):
        files.write_private(path, data)


def _prove(path: Path, master: bytes, open_with: Callable[[Header], bytes]) -> None:
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


def _not_written() -> OutsideError:
    return OutsideError(
        "De nieuwe sleutelkop is niet goed geschreven. Er is niets veranderd. "
        "Probeer het opnieuw; blijft het zo, kijk dan of de schijf nog goed is."
    )


def _tidy(folder: Path, present: Header, keychain: Keychain) -> None:
    """Take away the previous header and half-made ones, and their secrets in the keychain."""
    kept = {slot.id for slot in present.slots}
    for name in places.LEFT_BEHIND:
        path = folder / name
        _forget(path, keychain, kept)
        # Tidying is no reason to keep someone out: what stays is cleared at the next unlock.
        with contextlib.suppress(OSError):
            path.unlink()


def _forget(path: Path, keychain: Keychain, kept: Collection[str] = ()) -> None:
    """Remove from the keychain what only this header file asks for, as far as that can be done."""
    with contextlib.suppress(OSError, DamageError, TooNewError, KeychainError):
        data = files.read_at_most(path, headers.MAX_BYTES)
        for slot in headers.parse(data).header.slots:
            if slot.keyring and slot.id not in kept:
                keychain.forget(slot.id)


def _sleutels(header: Header, master: bytes) -> Sleutels:
    return Sleutels(
        vault_id=header.vault_id,
        generation=header.generation,
        epoch=header.epoch,
        database=keys.subkey(master, "db", header.salt),
        kopie=keys.subkey(master, "backup", header.salt),
    )
