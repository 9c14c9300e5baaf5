"""Deriving and wrapping keys: Argon2id, HKDF and AES-256-GCM, all from `cryptography`."""

import hmac
import time
import unicodedata
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vtdesk.errors import OutsideError
from vtdesk.security.cost import Cost

KEY_SIZE = 32
NONCE_SIZE = 12
_PREFIX = "vtdesk/1/"


class NoMatchError(Exception):
    """A key does not open a box; never shown, the caller tries the next slot."""


def stretch(wachtzin: str, salt: bytes, cost: Cost) -> bytes:
    """Make 32 bytes of a wachtzin, slowly; the same letters typed in another way give the same."""
    kdf = Argon2id(
        salt=salt,
        length=KEY_SIZE,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    try:
        # A lone surrogate can come from a terminal; it must be a wrong wachtzin, not a crash.
        return kdf.derive(unicodedata.normalize("NFKC", wachtzin).encode(errors="surrogatepass"))
    except MemoryError as error:
        raise OutsideError(
            "Er is te weinig geheugen vrij om de wachtzin te controleren. "
            "Sluit andere programma's en probeer het opnieuw."
        ) from error


def seconds_for(cost: Cost) -> float:
    """Time one guess on this machine."""
    begin = time.perf_counter()
    stretch("hoe lang duurt een poging", bytes(16), cost)
    return time.perf_counter() - begin


def subkey(secret: bytes, purpose: str, salt: bytes) -> bytes:
    """Derive the key for one purpose; another purpose or kluis gives another key."""
    hkdf = HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=salt, info=(_PREFIX + purpose).encode())
    return hkdf.derive(secret)


def wrap(key: bytes, content: bytes, *, nonce: bytes, bound: bytes) -> bytes:
    """Close `content` in a box that also holds `bound` to its letter."""
    return AESGCM(key).encrypt(nonce, content, bound)


def unwrap(key: bytes, box: bytes, *, nonce: bytes, bound: bytes) -> bytes:
    """Open a box, or raise NoMatchError for a wrong key and for a changed parameter alike."""
    try:
        return AESGCM(key).decrypt(nonce, box, bound)
    except InvalidTag as error:
        raise NoMatchError from error


def mac(key: bytes, content: bytes) -> bytes:
    """Authenticate content with HMAC-SHA-256."""
    return hmac.digest(key, content, "sha256")


def macs(key: bytes) -> Callable[[bytes], bytes]:
    """Authenticate many contents with one key, which is made ready once."""
    ready = hmac.new(key, digestmod="sha256")

    def one(content: bytes) -> bytes:
        begun = ready.copy()
        begun.update(content)
        return begun.digest()

    return one


def same(left: bytes, right: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(left, right)
