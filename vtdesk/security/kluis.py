"""The kluis: a folder with a header file and an encrypted database; the header file decides.

`create`, `unlock`, `recover` and `change_wachtzin` stretch a wachtzin for up to a second each time:
call them in a job, never in the thread of the window.
"""

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from vtdesk.security import access, anker, files, keys, koppen, terugmerk
from vtdesk.security import folder as places
from vtdesk.security import wachtzin as policy
from vtdesk.security.cost import Cost, calibrate
from vtdesk.security.folder import DATABASE, HEADER
from vtdesk.security.header import Header
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import Keychain
from vtdesk.security.slot import ID_SIZE, Slot, SlotKind
from vtdesk.values.tijd import Clock, system_clock


@dataclass(frozen=True, slots=True)
class Sleutels:
    """What an opened kluis gives: its keys, and which kluis it is."""

    vault_id: str
    generation: int
    epoch: int
    database: bytes = field(repr=False)
    kopie: bytes = field(repr=False)  # proves a reservekopie, and closes its counts
    file: str = DATABASE


_WORTH = 1.5  # times as costly, or it is not worth another slot

Fill = Callable[[Path, Sleutels], None]


def check_files(folder: Path) -> None:
    """Raise for a kluis that is missing, damaged or too new; needs no secret, changes nothing."""
    koppen.read(folder)


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
    koppen.forget(begun, keychain)  # of a first start that was cut off
    places.discard_begun(folder)
    nieuw = made_new(wachtzin, keychain, cost, clock)
    master = secrets.token_bytes(keys.KEY_SIZE)
    bare = Header(
        vault_id=secrets.token_hex(ID_SIZE), created=access.timestamp(nieuw.now), slots=()
    )
    slots = (
        access.passphrase_slot(bare, master, nieuw),
        access.recovery_slot(bare, master, herstelcode, now=nieuw.now),
    )
    header = replace(bare, slots=slots)
    sleutels = derived(header, master)
    try:
        koppen.write(begun, header, master)
        koppen.prove(begun, master, by_wachtzin(nieuw))
        koppen.prove(begun, master, by_code(herstelcode))
        if fill is not None:
            fill(folder / DATABASE, sleutels)
        with files.words_for_disk(folder):
            files.move(begun, folder / HEADER)
    except Exception:
        discard(folder, keychain)
        raise
    anker.follow(keychain, header)
    return sleutels


def discard(folder: Path, keychain: Keychain) -> None:
    """Take away what `create` has just made, wholly or half; the caller still holds the lock."""
    begun = folder / places.BEGUN
    with contextlib.suppress(FileNotFoundError):
        (folder / HEADER).rename(begun)  # no half promises
    koppen.forget(begun, keychain)
    koppen.forget_anchor(begun, keychain)
    places.discard_begun(folder)


def unlock(
    folder: Path,
    wachtzin: str,
    keychain: Keychain,
    *,
    believe_old: bool = False,
    alone: bool = False,
) -> Sleutels:
    """Open with the wachtzin; an old header that was put back only when that is meant so.

    Who is `alone`, for it holds the instance lock, also clears what a change of secrets left: next
    to another vtdesk that may be a change that is still being made.
    """
    sealed = koppen.read(folder)
    places.secure(folder)
    master = access.with_wachtzin(sealed.header, wachtzin, keychain)
    sealed.check(master)
    if not believe_old:
        _check_age(folder, sealed.header, master, keychain)
    if alone:
        koppen.tidy(folder, sealed.header, keychain)
    anker.follow(keychain, sealed.header)
    return derived(sealed.header, master)


def prove(folder: Path, wachtzin: str, keychain: Keychain) -> None:
    """Raise for a wachtzin that does not open this kluis; changes nothing."""
    access.with_wachtzin(koppen.read(folder).header, wachtzin, keychain)


def prove_herstelcode(folder: Path, herstelcode: Herstelcode) -> None:
    """Raise for a herstelblad that does not open this kluis; changes nothing."""
    access.with_code(koppen.read(folder).header, herstelcode)


def look(folder: Path, wachtzin: str, keychain: Keychain) -> Sleutels:
    """Give the keys and change no file, such as of a reservekopie on a stick."""
    sealed = koppen.read(folder)
    master = access.with_wachtzin(sealed.header, wachtzin, keychain)
    sealed.check(master)
    return derived(sealed.header, master)


def look_with_code(folder: Path, herstelcode: Herstelcode) -> Sleutels:
    """Give the keys by the herstelblad and change nothing: no new wachtzin is asked."""
    sealed = koppen.read(folder)
    master = access.with_code(sealed.header, herstelcode)
    sealed.check(master)
    return derived(sealed.header, master)


def recover(  # noqa: PLR0913 - what she has, what comes, and the rest has defaults
    folder: Path,
    herstelcode: Herstelcode,
    nieuwe_wachtzin: str,
    keychain: Keychain,
    *,
    cost: Cost | None = None,
    clock: Clock = system_clock,
    believe_old: bool = False,
) -> Sleutels:
    """Open with the herstelblad and set a new wachtzin; the herstelblad stays good."""
    policy.check(nieuwe_wachtzin)
    sealed = koppen.read(folder)
    places.secure(folder)
    master = access.with_code(sealed.header, herstelcode)
    sealed.check(master)
    if not believe_old:
        _check_age(folder, sealed.header, master, keychain)
    koppen.tidy(folder, sealed.header, keychain)
    return _set_wachtzin(
        folder, sealed.header, master, made_new(nieuwe_wachtzin, keychain, cost, clock)
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
    header, master = entered(folder, oude, keychain)
    return _set_wachtzin(folder, header, master, made_new(nieuwe, keychain, cost, clock))


def strengthen(
    folder: Path,
    wachtzin: str,
    keychain: Keychain,
    *,
    seconds: float,
    measure: Callable[[Cost], float] = keys.seconds_for,
    clock: Clock = system_clock,
) -> bool:
    """Let a guess cost more when one took only so long; tells whether that was needed.

    The wachtzin stays as it is. Its next slot is proved before the old one goes.
    """
    present = koppen.read(folder).header
    costs = [slot.cost for slot in present.slots if slot.cost is not None]
    if not any(cost.outgrown(seconds) for cost in costs):
        return False
    better = calibrate(measure)
    if all(cost.writable() and better.work() < _WORTH * cost.work() for cost in costs):
        return False
    header, master = entered(folder, wachtzin, keychain)
    _set_wachtzin(folder, header, master, made_new(wachtzin, keychain, better, clock))
    return True


def change_herstelcode(
    folder: Path,
    wachtzin: str,
    herstelcode: Herstelcode,
    keychain: Keychain,
    *,
    clock: Clock = system_clock,
) -> Sleutels:
    """Let another herstelblad open the kluis, and the old one no longer; the wachtzin stays."""
    header, master = entered(folder, wachtzin, keychain)
    header.check_writable()
    slot = access.recovery_slot(header, master, herstelcode, now=clock())
    fresh = _with_slot(header, slot, anker.next_after(keychain, header))
    koppen.swap(folder, header, fresh, master, (by_code(herstelcode),), keychain)
    anker.follow(keychain, fresh)
    return derived(fresh, master)


def entered(folder: Path, wachtzin: str, keychain: Keychain) -> tuple[Header, bytes]:
    """Open with the wachtzin to change a secret; gives the header and the master key."""
    sealed = koppen.read(folder)
    places.secure(folder)
    master = access.with_wachtzin(sealed.header, wachtzin, keychain)
    sealed.check(master)
    _check_age(folder, sealed.header, master, keychain)
    koppen.tidy(folder, sealed.header, keychain)
    return sealed.header, master


def _check_age(folder: Path, header: Header, master: bytes, keychain: Keychain) -> None:
    """Raise for a header of before, unless this kluis was put back by vtdesk itself."""
    try:
        anker.check(keychain, header)
    except anker.OldHeaderError:
        if terugmerk.read(folder, derived(header, master)) is None:
            raise


def _set_wachtzin(
    folder: Path, header: Header, master: bytes, nieuw: access.NieuweWachtzin
) -> Sleutels:
    """Put a slot for another wachtzin in the place of the one of now."""
    header.check_writable()
    slot = access.passphrase_slot(header, master, nieuw)
    fresh = _with_slot(header, slot, anker.next_after(nieuw.keychain, header))
    koppen.swap(folder, header, fresh, master, (by_wachtzin(nieuw),), nieuw.keychain)
    anker.follow(nieuw.keychain, fresh)
    return derived(fresh, master)


def _with_slot(header: Header, slot: Slot, generation: int) -> Header:
    """Give the next generation, in which this slot takes the place of those of its kind."""
    others = tuple(one for one in header.slots if one.kind is not slot.kind)
    slots = (slot, *others) if slot.kind is SlotKind.PASSPHRASE else (*others, slot)
    return replace(header, slots=slots, generation=generation)


def by_wachtzin(nieuw: access.NieuweWachtzin) -> koppen.Proof:
    """Prove a header by its new wachtzin."""
    return lambda written: access.with_wachtzin(written, nieuw.tekst, nieuw.keychain)


def by_code(code: Herstelcode) -> koppen.Proof:
    """Prove a header by its new herstelblad."""
    return lambda written: access.with_code(written, code)


def made_new(
    wachtzin: str, keychain: Keychain, cost: Cost | None, clock: Clock
) -> access.NieuweWachtzin:
    """Bring together what a new wachtzin needs; without a cost, measure what this laptop bears."""
    return access.NieuweWachtzin(wachtzin, keychain, cost or calibrate(keys.seconds_for), clock())


def derived(header: Header, master: bytes) -> Sleutels:
    """Derive the key of each purpose."""
    return Sleutels(
        vault_id=header.vault_id,
        generation=header.generation,
        epoch=header.epoch,
        database=keys.subkey(master, "db", header.salt),
        kopie=keys.subkey(master, "backup", header.salt),
        file=header.database,
    )
