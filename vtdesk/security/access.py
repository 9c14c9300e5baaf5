"""Making slots and opening them: from a secret in someone's hands to the master key."""

import secrets
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from vtdesk.errors import WrongSecretError
from vtdesk.security import keys
from vtdesk.security.cost import Cost
from vtdesk.security.header import Header
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import SECRET_SIZE, Keychain, KeychainError, KeychainMissingError
from vtdesk.security.slot import ID_SIZE, SALT_SIZE, Slot, SlotKind


@dataclass(frozen=True, slots=True)
class NieuweWachtzin:
    """A wachtzin that is to open the kluis from now on."""

    tekst: str = field(repr=False)
    keychain: Keychain
    cost: Cost
    now: datetime


def passphrase_slot(header: Header, master: bytes, nieuw: NieuweWachtzin) -> Slot:
    """Make a slot for a wachtzin, with a second secret where the keychain proves itself."""
    keychain = nieuw.keychain
    slot = Slot(
        kind=SlotKind.PASSPHRASE,
        id=secrets.token_hex(ID_SIZE),
        created=timestamp(nieuw.now),
        salt=secrets.token_bytes(SALT_SIZE),
        cost=nieuw.cost,
        keyring=keychain.available(),
        nonce=secrets.token_bytes(keys.NONCE_SIZE),
    )
    device = b""
    if slot.keyring:
        device = secrets.token_bytes(SECRET_SIZE)
        keychain.keep(slot.id, device)
    key = _passphrase_key(header, slot, nieuw.tekst, device)
    return _filled(header, slot, key, master)


def recovery_slot(header: Header, master: bytes, code: Herstelcode, *, now: datetime) -> Slot:
    """Make a slot for the herstelblad."""
    slot = Slot(
        kind=SlotKind.RECOVERY,
        id=secrets.token_hex(ID_SIZE),
        created=timestamp(now),
        salt=secrets.token_bytes(SALT_SIZE),
        nonce=secrets.token_bytes(keys.NONCE_SIZE),
    )
    return _filled(header, slot, _recovery_key(slot, code), master)


def with_wachtzin(header: Header, wachtzin: str, keychain: Keychain) -> bytes:
    """Give the master key for a wachtzin, or say which way is left."""
    missing: KeychainError | KeychainMissingError | None = None
    for slot in header.of_kind(SlotKind.PASSPHRASE):
        try:
            device = _device_secret(slot, keychain)
            return _open(header, slot, _passphrase_key(header, slot, wachtzin, device))
        except (KeychainError, KeychainMissingError) as error:
            missing = error
        except keys.NoMatchError:
            continue
    if missing is not None:
        raise missing
    wrong = "Deze wachtzin klopt niet. Kijk of hoofdletters aan staan en probeer het opnieuw."
    if any(slot.keyring for slot in header.of_kind(SlotKind.PASSPHRASE)):
        wrong += (
            " Weet je zeker dat hij klopt? Dan kan de sleutelbos van deze laptop veranderd zijn: "
            "gebruik je herstelblad."
        )
    raise WrongSecretError(wrong)


def with_code(header: Header, code: Herstelcode) -> bytes:
    """Give the master key for the code of the herstelblad."""
    for slot in header.of_kind(SlotKind.RECOVERY):
        try:
            return _open(header, slot, _recovery_key(slot, code))
        except keys.NoMatchError:
            continue
    raise WrongSecretError(
        "Dit herstelblad hoort niet bij deze kluis. Kijk of je het goede blad hebt."
    )


def timestamp(now: datetime) -> str:
    """Write a moment as the header keeps it."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _device_secret(slot: Slot, keychain: Keychain) -> bytes:
    if not slot.keyring:
        return b""
    secret = keychain.fetch(slot.id)
    if secret is None:
        raise KeychainMissingError
    return secret


def _passphrase_key(header: Header, slot: Slot, wachtzin: str, device: bytes) -> bytes:
    assert slot.cost is not None, "a passphrase slot is always read with its cost"  # noqa: S101 - cannot be
    stretched = keys.stretch(wachtzin, slot.salt, slot.cost)
    return keys.subkey(stretched + device, "slot-pass", header.salt)


def _recovery_key(slot: Slot, code: Herstelcode) -> bytes:
    return keys.subkey(code.secret, "slot-recovery", slot.salt)


def _filled(header: Header, slot: Slot, key: bytes, master: bytes) -> Slot:
    box = keys.wrap(key, master, nonce=slot.nonce, bound=slot.bound(header.vault_id))
    return replace(slot, box=box)


def _open(header: Header, slot: Slot, key: bytes) -> bytes:
    return keys.unwrap(key, slot.box, nonce=slot.nonce, bound=slot.bound(header.vault_id))
