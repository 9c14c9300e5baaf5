"""Snel openen: a PIN opens again what the wachtzin opened, for twelve hours and until log-off.

Three things are needed together: the box `kluis.snel`, the PIN, and a secret that only the session
of the desktop holds, in memory. With it lie the tries that are left and the end of the twelve
hours. The box holds the keys of the database and never the master key: who comes in by it changes
no wachtzin. It belongs to one header; any change of a secret makes it useless.

Who can read along in the logged-in session has secret and box, and only the PIN to guess: that is
what it costs, and why it is off until she turns it on.
"""

import contextlib
import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from vtdesk.errors import OutsideError, UserError, WrongSecretError
from vtdesk.security import files, keys, koppen
from vtdesk.security.canonical import NotCanonicalError, canonical, parse
from vtdesk.security.cost import Cost
from vtdesk.security.fields import Fields, WrongFieldError
from vtdesk.security.folder import HEADER, QUICK
from vtdesk.security.kluis import Sleutels
from vtdesk.security.sessie import NoSessieError, Sessie

FILE = QUICK
LASTS = timedelta(hours=12)
TRIES = 3
SHORTEST, LONGEST = 6, 12
_MAX_BYTES = 4096
_SALT_SIZE = 16
_DISTINCT = 3


class SnelVoorbijError(OutsideError):
    """The PIN opens nothing now; the wachtzin does."""

    def __init__(self) -> None:
        super().__init__("Snel openen is voorbij. Open de kluis met je wachtzin.")


@dataclass(frozen=True, slots=True)
class Pin:
    """What is kept of a PIN inside the kluis, so that a new box can be laid every morning."""

    salt: bytes = field(repr=False)
    cost: Cost
    stretched: bytes = field(repr=False)


def check(pin: str) -> None:
    """Refuse a PIN that is guessed in three tries."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise UserError(f"Een pincode heeft {SHORTEST} tot {LONGEST} cijfers.")
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(set(pin)) < _DISTINCT or steps in ({1}, {9}):
        raise UserError("Deze pincode is te makkelijk te raden. Kies andere cijfers.")


def stretch(pin: str, cost: Cost) -> Pin:
    """Make of a PIN what the kluis keeps; slow."""
    check(pin)
    salt = secrets.token_bytes(_SALT_SIZE)
    return Pin(salt, cost, keys.stretch(pin, salt, cost))


def is_laid(folder: Path) -> bool:
    """Tell whether there is a box; asks nobody."""
    return (folder / FILE).exists()


def lay(folder: Path, sleutels: Sleutels, pin: Pin, sessie: Sessie, now: datetime) -> bool:
    """Lay a box for the next hours; tells whether that could be done."""
    secret = secrets.token_bytes(keys.KEY_SIZE)
    about = _about(folder, sleutels.vault_id, pin.salt, pin.cost)
    nonce = secrets.token_bytes(keys.NONCE_SIZE)
    box = keys.wrap(
        _key(pin.stretched, secret, about), _content(sleutels), nonce=nonce, bound=canonical(about)
    )
    data = canonical(about | {"nonce": nonce.hex(), "doos": box.hex()})
    try:
        _keep(sessie, _Stand(secret, TRIES, now, now + LASTS), about)
        files.replace_private(folder / FILE, data)
    except (NoSessieError, OSError):
        forget(folder, sessie)
        return False
    return True


def left(folder: Path, sessie: Sessie, now: datetime) -> int:
    """Give the tries that are left; none takes the box away."""
    try:
        about, _, _ = _read(folder)
        return _stand(sessie, about, folder, now).tries
    except SnelVoorbijError:
        forget(folder, sessie)
        return 0


def open_with(folder: Path, pin: str, sessie: Sessie, now: datetime) -> Sleutels:
    """Open with the PIN; each try is counted before it is made."""
    koppen.read(folder)
    try:
        about, nonce, box = _read(folder)
        stand = _stand(sessie, about, folder, now)
        tries = stand.tries - 1
        _keep(sessie, _Stand(stand.secret, tries, stand.begin, stand.end), about)
    except (SnelVoorbijError, NoSessieError):
        forget(folder, sessie)
        raise SnelVoorbijError from None
    cost = Cost(memory=about["m"], passes=about["t"], lanes=about["p"])
    key = _key(keys.stretch(pin, bytes.fromhex(about["salt"]), cost), stand.secret, about)
    try:
        sleutels = _sleutels(keys.unwrap(key, box, nonce=nonce, bound=canonical(about)))
    except keys.NoMatchError:
        raise _wrong(folder, sessie, tries) from None
    with contextlib.suppress(NoSessieError):
        _keep(sessie, _Stand(stand.secret, TRIES, stand.begin, stand.end), about)
    return sleutels


def kept_as(folder: Path) -> str:
    """Name what the session holds for the box in this folder; "" when that cannot be read."""
    with contextlib.suppress(SnelVoorbijError):
        return _name(_read(folder)[0])
    return ""


def forget(folder: Path, sessie: Sessie) -> None:
    """Take box and secret away; either alone opens nothing."""
    with contextlib.suppress(SnelVoorbijError, NoSessieError):
        sessie.forget(_name(_read(folder)[0]))
    with contextlib.suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Stand:
    """What the session of the desktop holds."""

    secret: bytes = field(repr=False)
    tries: int
    begin: datetime
    end: datetime


def _wrong(folder: Path, sessie: Sessie, tries: int) -> WrongSecretError:
    if tries <= 0:
        forget(folder, sessie)
        return WrongSecretError(
            "Deze pincode klopt niet. Snel openen is nu uit; open de kluis met je wachtzin."
        )
    more = "één keer" if tries == 1 else f"{tries} keer"
    return WrongSecretError(f"Deze pincode klopt niet. Je kunt het nog {more} proberen.")


def _about(folder: Path, vault_id: str, salt: bytes, cost: Cost) -> dict[str, Any]:
    """Say what a box belongs to: this header and no other, and how its PIN is stretched."""
    return {
        "vault_id": vault_id,
        "kop": hashlib.sha256((folder / HEADER).read_bytes()).hexdigest(),
        "salt": salt.hex(),
        "m": cost.memory,
        "t": cost.passes,
        "p": cost.lanes,
    }


def _read(folder: Path) -> tuple[dict[str, Any], bytes, bytes]:
    """Read the box: what it belongs to, its nonce and its content."""
    try:
        whole: dict[str, Any] = parse(files.read_at_most(folder / FILE, _MAX_BYTES))
        about = {name: whole[name] for name in ("vault_id", "kop", "salt", "m", "t", "p")}
        cost = Cost(memory=about["m"], passes=about["t"], lanes=about["p"])
        if not (cost.possible() and cost.bearable() and cost.readable()):
            raise SnelVoorbijError
        bytes.fromhex(about["salt"])
        return about, bytes.fromhex(whole["nonce"]), bytes.fromhex(whole["doos"])
    except (OSError, NotCanonicalError, KeyError, TypeError, ValueError):
        raise SnelVoorbijError from None


def _stand(sessie: Sessie, about: dict[str, Any], folder: Path, now: datetime) -> _Stand:
    """Read what the session holds; it is over at log-off, after twelve hours, or by a change."""
    try:
        fields = Fields(parse(sessie.fetch(_name(about)) or b""))
        stand = _Stand(
            bytes.fromhex(fields.hex("geheim", keys.KEY_SIZE)),
            fields.whole("over"),
            datetime.fromtimestamp(fields.whole("van"), now.tzinfo),
            datetime.fromtimestamp(fields.whole("tot"), now.tzinfo),
        )
        header = hashlib.sha256((folder / HEADER).read_bytes()).hexdigest()
    except (NoSessieError, NotCanonicalError, WrongFieldError, OSError, OverflowError):
        raise SnelVoorbijError from None
    in_time = stand.begin <= now < stand.end  # a clock that was set back ends it too
    if not in_time or stand.tries <= 0 or header != about["kop"]:
        raise SnelVoorbijError
    return stand


def _keep(sessie: Sessie, stand: _Stand, about: dict[str, Any]) -> None:
    data: dict[str, Any] = {
        "geheim": stand.secret.hex(),
        "over": stand.tries,
        "van": int(stand.begin.timestamp()),
        "tot": int(stand.end.timestamp()),
    }
    sessie.keep(_name(about), canonical(data))


def _name(about: dict[str, Any]) -> str:
    return hashlib.sha256(f"vtdesk/1/snel/{about['vault_id']}".encode()).hexdigest()[:32]


def _key(stretched: bytes, secret: bytes, about: dict[str, Any]) -> bytes:
    return keys.subkey(stretched + secret, "snel", bytes.fromhex(about["vault_id"]))


def _content(sleutels: Sleutels) -> bytes:
    return canonical(
        {
            "vault_id": sleutels.vault_id,
            "generation": sleutels.generation,
            "epoch": sleutels.epoch,
            "file": sleutels.file,
            "database": sleutels.database.hex(),
            "kopie": sleutels.kopie.hex(),
        }
    )


def _sleutels(content: bytes) -> Sleutels:
    held = parse(content)
    return Sleutels(
        vault_id=held["vault_id"],
        generation=held["generation"],
        epoch=held["epoch"],
        file=held["file"],
        database=bytes.fromhex(held["database"]),
        kopie=bytes.fromhex(held["kopie"]),
    )
