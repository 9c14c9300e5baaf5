"""The seal of what is vastgesteld: a fingerprint, a link to the seal before it, and a signature."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from vtdesk.errors import DamageError
from vtdesk.security.canonical import Value, canonical

_PURPOSE = "vtdesk/1/zegel"
HEAD, STUMP = "vtdesk/1/logboek", "vtdesk/1/logstomp"  # what the end of a chain is signed as
_SHOWN = 20  # signs of base32: 100 bits, enough that nobody finds a second text for it
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Zegel:
    """What is kept beside a sealed text; each field is bytes as they lie in the database."""

    inhoud: bytes  # SHA-256 of the content
    vorige: bytes | None  # the link of the seal before it; None for the first
    keten: bytes  # SHA-256 over content, previous link, metadata and public key
    sleutel: bytes  # the public key
    handtekening: bytes  # Ed25519 over the link


def new_signing_key() -> bytes:
    """Make the private key that signs for this kluis; it is kept in the database."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def seal(
    content: bytes, *, previous: bytes | None, metadata: Mapping[str, Value], key: bytes
) -> Zegel:
    """Seal canonical content; `metadata` says what it is (id, version, moment), `key` signs."""
    signer = Ed25519PrivateKey.from_private_bytes(key)
    public = signer.public_key().public_bytes_raw()
    digest = hashlib.sha256(content).digest()
    link = _link(digest, previous, metadata, public)
    return Zegel(digest, previous, link, public, signer.sign(link))


def verify(zegel: Zegel, content: bytes, *, metadata: Mapping[str, Value], public: bytes) -> None:
    """Raise a DamageError that names what no longer fits; `public` is the key of this kluis."""
    if hashlib.sha256(content).digest() != zegel.inhoud:
        raise DamageError(
            "De tekst is veranderd nadat hij is vastgesteld. Het zegel klopt niet meer."
        )
    if _link(zegel.inhoud, zegel.vorige, metadata, zegel.sleutel) != zegel.keten:
        raise DamageError(
            "De gegevens bij de tekst zijn veranderd nadat hij is vastgesteld. "
            "Het zegel klopt niet meer."
        )
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(zegel.handtekening, zegel.keten)
    except (InvalidSignature, ValueError) as error:
        raise DamageError("Het zegel is niet in deze kluis gezet.") from error


def verify_chain(seals: list[Zegel]) -> None:
    """Raise a DamageError when a seal is missing, moved or put in between."""
    previous = None
    for number, zegel in enumerate(seals, 1):
        if zegel.vorige != previous:
            raise DamageError(
                f"De rij van vastgestelde teksten is onderbroken bij zegel {number}. "
                "Er is een tekst weggehaald, verplaatst of tussengevoegd."
            )
        previous = zegel.keten


def sign_end(what: str, number: int, link: bytes, *, key: bytes) -> bytes:
    """Sign the end of a chain of lines, as a head or as a stump; gives the signature."""
    return Ed25519PrivateKey.from_private_bytes(key).sign(_end(what, number, link))


def is_end(what: str, number: int, link: bytes, *, signature: bytes, public: bytes) -> bool:
    """Tell whether this end was signed as such with the key of this public half."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _end(what, number, link))
    except (InvalidSignature, ValueError):
        return False
    return True


def public_key(key: bytes) -> bytes:
    """Give the public half of a signing key."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()


def vingerafdruk(digest: bytes) -> str:
    """Write a hash as a person compares it on paper: `ABCD EFGH …`."""
    signs = base64.b32encode(digest).decode()[:_SHOWN]
    return " ".join(signs[start : start + _GROUP] for start in range(0, _SHOWN, _GROUP))


def _link(
    digest: bytes, previous: bytes | None, metadata: Mapping[str, Value], public: bytes
) -> bytes:
    return hashlib.sha256(
        canonical(
            {
                "doel": _PURPOSE,
                "inhoud": digest.hex(),
                "vorige": None if previous is None else previous.hex(),
                "gegevens": metadata,
                "sleutel": public.hex(),
            }
        )
    ).digest()


def _end(what: str, number: int, link: bytes) -> bytes:
    return f"{what}/{number}/".encode() + link
