"""The anchor: what the keychain remembers of a kluis, so that an old one put back is noticed.

    lees(keychain, vault_id)            what was last known; None when nothing is
    schrijf(keychain, vault_id, anker)  what is known now

It holds two counters: the generation of the header, and the number of the last commit. It is no
secret and opens nothing. Where no keychain answers there is no anchor, and nothing is compared.
"""

import hashlib
import struct
from contextlib import suppress
from dataclasses import dataclass

from vtdesk.errors import LookPastError
from vtdesk.security.header import Header
from vtdesk.security.keychain import Keychain, KeychainError

_SHAPE = struct.Struct(">4sQQ12x")  # as long as a secret, which is all that a keychain keeps
_MARK = b"vta1"
_HURRY = 1.0  # seconds; neither lock nor unlock waits for what is no key


class OldHeaderError(LookPastError):
    """The header is older than what was known of it: a wachtzin of before would open again."""

    def __init__(self) -> None:
        super().__init__(
            "Er is een oude sleutelkop teruggezet. Een wachtzin van vroeger kan daardoor weer "
            "werken. Heb je dit niet zelf gedaan, zet dan de nieuwste reservekopie terug en "
            "vernieuw daarna de sleutels."
        )


@dataclass(frozen=True, slots=True)
class Anker:
    """How far the kluis was: its header, and its last commit."""

    generation: int
    seq: int = 0


def lees(keychain: Keychain, vault_id: str) -> Anker | None:
    """Tell what was last known of this kluis."""
    with suppress(KeychainError):
        hurried = keychain.hurried(_HURRY)
        kept = hurried.fetch(_name(vault_id)) or hurried.fetch(_name_before(vault_id))
        if kept is not None and len(kept) == _SHAPE.size and kept.startswith(_MARK):
            _, generation, seq = _SHAPE.unpack(kept)
            return Anker(generation, seq)
    return None


def schrijf(keychain: Keychain, vault_id: str, anker: Anker) -> bool:
    """Keep what is known now; tells whether the keychain took it, and waits a second at most."""
    data = _SHAPE.pack(_MARK, anker.generation, anker.seq)
    try:
        keychain.hurried(_HURRY).keep(_name(vault_id), data)
    except KeychainError:
        return False
    return True


def check(keychain: Keychain, header: Header) -> None:
    """Raise for a header that is older than the one that was last known."""
    known = lees(keychain, header.vault_id) if _is_kept(header) else None
    if known is not None and header.generation < known.generation:
        raise OldHeaderError


def follow(keychain: Keychain, header: Header) -> None:
    """Take this header for the present one, whatever was known before; the commits stay."""
    if not _is_kept(header):
        return
    known = lees(keychain, header.vault_id)
    if known is None or known.generation != header.generation:
        fresh = Anker(header.generation, known.seq if known else 0)
        schrijf(keychain, header.vault_id, fresh)


def vergeet(keychain: Keychain, vault_id: str) -> None:
    """Let the keychain know nothing of this kluis any more."""
    for name in (_name(vault_id), _name_before(vault_id)):
        keychain.forget(name)


def next_after(keychain: Keychain, header: Header) -> int:
    """Give the number of the header that comes after all that were ever known."""
    known = lees(keychain, header.vault_id) if _is_kept(header) else None
    return max(header.generation, known.generation if known else 0) + 1


def _is_kept(header: Header) -> bool:
    """Ask a keychain only of a kluis that it has a secret of: another may hang for seconds."""
    return any(slot.keyring for slot in header.slots)


def _name(vault_id: str) -> str:
    """Name the entry so that it says nothing, and longer than a slot is named.

    A header that nobody proved yet can so never name it as a secret to be forgotten.
    """
    return hashlib.sha256(f"vtdesk/1/anker/{vault_id}".encode()).hexdigest()


def _name_before(vault_id: str) -> str:
    """Name the entry as it was named first: it is read until the next one is written."""
    return _name(vault_id)[:32]


def known_seq(keychain: Keychain, header: Header) -> int:
    """Give the last commit that is known of this kluis, or 0."""
    known = lees(keychain, header.vault_id) if _is_kept(header) else None
    return known.seq if known else 0


def follow_seq(keychain: Keychain, header: Header, seq: int, *, back: bool = False) -> None:
    """Take this commit for the last one; one of before only when it is to go `back`."""
    known = lees(keychain, header.vault_id) if _is_kept(header) else None
    if known is not None and (known.seq < seq or (back and known.seq != seq)):
        schrijf(keychain, header.vault_id, Anker(known.generation, seq))
